import { expect, test } from 'vitest';
import { recogniseHead } from './recognise.ts';

test.each([
  [
    'From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.example/\r\nContent-Type: multipart/related',
    'mhtml',
  ],
  ['MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b', 'mhtml'],
  ['Received: from a\nFrom: a@b.example\nSubject: Ferry\n\nText', 'mail'],
  ['From a@b Sun Jun 10 08:30:00 2018\nFrom: a@b.example\nMessage-ID: <1>\n\nText', 'mailbox'],
  ['4711   \nReturn-Path: <a@b.example>\nFrom: a@b.example\n\nText', 'mail'],
  ['From: the harbour\nTo: the hallig\nSubject: Ferry\n\nA poem in the shape of a letter.', 'other'],
  ['Note: the ferry sails.\n\nReceived: nothing.', 'other'],
  ['---\ntitle: Ferry\n---\n', 'other'],
  ['<!doctype html><p>Received: from a', 'other'],
  ['<!DOCTYPE html> <html data-sfz><meta charset=utf-8>', 'page-with-zip'],
  ['WARC/1.0\r\nWARC-Type: warcinfo\r\n', 'warc'],
  ['WARC/1.1 is a format of the web.', 'other'],
  ['PK\x03\x04\x14\0', 'zip'],
  ['', 'other'],
])('%j is %s', (head, kind) => {
  expect(recogniseHead(Buffer.from(head, 'latin1'))).toBe(kind);
});
