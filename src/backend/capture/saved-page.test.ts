import { describe, expect, test } from 'vitest';
import { savedFrom } from './saved-page.ts';

const addressIn = (markup: string): string | null => savedFrom(Buffer.from(markup)).address;

describe('the address a page was saved from', () => {
  test('is in the mark that Chrome, Edge and Internet Explorer leave', () => {
    const page =
      '<!DOCTYPE html>\n<!-- saved from url=(0043)https://harbour-courier.example/ferry?page=1#top -->\n<html>';
    expect(addressIn(page)).toBe('https://harbour-courier.example/ferry?page=1#top');
  });

  test('is in the comment of SingleFile', () => {
    const page = `<!DOCTYPE html> <html lang=en><!--
 Page saved with SingleFile
 url: https://harbour-courier.example/ferry
 saved date: Fri May 17 2024 21:14:08 GMT+0200 (Central European Summer Time)
--><meta charset=utf-8>`;
    expect(addressIn(page)).toBe('https://harbour-courier.example/ferry');
  });

  test('is in the comment of older SingleFiles', () => {
    expect(addressIn('<html><!--\r\n Archive processed by SingleFile\r\n url: http://a.example/b\r\n-->')).toBe(
      'http://a.example/b',
    );
  });

  test('is found behind other comments, and in UTF-16', () => {
    const page = '<!-- banner --><!-- saved from url=(0019)https://a.example/b -->';
    expect(addressIn(page)).toBe('https://a.example/b');
    expect(savedFrom(Buffer.from(`\ufeff${page}`, 'utf16le')).address).toBe('https://a.example/b');
  });

  test('is not known when nothing of the web is named', () => {
    expect(addressIn('<!-- saved from url=(0014)about:internet -->')).toBeNull();
    expect(addressIn('<!-- saved from url=(0022)file:///C:/ferry.html -->')).toBeNull();
    expect(addressIn('<p>saved from url=(0019)https://a.example/b')).toBeNull();
    expect(addressIn('<!-- a page about SingleFile\n url: https://a.example/b -->')).toBeNull();
    expect(addressIn('<!-- saved from url=(0019)https://a.example/b')).toBeNull();
  });
});
