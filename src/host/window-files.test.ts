import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assetAnswer, assetPath, listWindowFiles, type WindowFiles } from './window-files.ts';

describe('the files of the window', () => {
  let folder: string;
  let files: WindowFiles;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'pressmark-window-'));
    const window = path.join(folder, 'renderer');
    await mkdir(path.join(window, 'assets'), { recursive: true });
    await writeFile(path.join(window, 'index.html'), '<!doctype html>');
    await writeFile(path.join(window, 'assets', 'index-abc.js'), 'export {}');
    await writeFile(path.join(window, 'notes.txt'), 'not for the window');
    await writeFile(path.join(folder, 'secret.html'), 'outside');
    files = await listWindowFiles(window);
  });

  afterAll(() => rm(folder, { recursive: true }));

  test('are served with their own type and under the policy', async () => {
    const page = await files.find('/');
    expect(page?.status).toBe(200);
    expect(page?.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    });
    const script = await files.find('/assets/index-abc.js');
    expect(script?.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': expect.stringContaining('immutable'),
    });
  });

  test.each([
    '/../secret.html',
    '/assets/../../secret.html',
    '/%2e%2e/secret.html',
    '/..%2fsecret.html',
    '//secret.html',
    '/assets/',
    '/assets',
    '/notes.txt',
    '/index.html/',
    '/INDEX.HTML',
    '/index.html\u0000.js',
    '',
  ])('nothing else is: %j', async (pathname) => {
    expect(await files.find(pathname)).toBeUndefined();
  });

  test('a window that was never built is said to be missing', async () => {
    await expect(listWindowFiles(path.join(folder, 'nowhere'))).rejects.toThrow('the built window is missing');
  });
});

describe('a file of the library', () => {
  test('is served as a picture and can run nothing', () => {
    const answer = assetAnswer({ bytes: new Uint8Array([1]), mediaType: 'image/svg+xml' });
    expect(answer.headers).toMatchObject({
      'content-type': 'image/svg+xml',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'x-content-type-options': 'nosniff',
    });
  });

  test('is served as a page only when it is a sealed original, under a policy that lets it reach nothing', () => {
    const answer = assetAnswer({ bytes: new Uint8Array([1]), mediaType: 'text/html; charset=utf-8' });
    const policy = answer.headers['content-security-policy'] ?? '';
    expect(policy.split('; ')).toEqual(
      expect.arrayContaining(["default-src 'none'", 'sandbox', "frame-ancestors 'self'", "form-action 'none'"]),
    );
    expect(policy).not.toMatch(/script-src|https?:|\*|allow-/);
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  test('that claims to be a page is served as unknown bytes', () => {
    const answer = assetAnswer({ bytes: new Uint8Array([1]), mediaType: 'text/html' });
    expect(answer.headers['content-type']).toBe('application/octet-stream');
  });

  test('that is not there is not found', () => {
    expect(assetAnswer(undefined).status).toBe(404);
  });

  test('is named by what follows /library/', () => {
    expect(assetPath('/library/k3f9x2m1/20260101T000000Z/images/a%20b.jpg')).toBe(
      'k3f9x2m1/20260101T000000Z/images/a b.jpg',
    );
    expect(assetPath('/library/%E0%A4%A')).toBeUndefined();
    expect(assetPath('/assets/library/x')).toBeUndefined();
  });
});
