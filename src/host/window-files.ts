import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { ArchiveError } from '#contract/errors.ts';
import { assetPolicy, commonHeaders, originalPolicy, windowPolicy } from './content-policy.ts';
import type { Asset } from './thread-messages.ts';

/** An answer to a request for a file, the same for Electron's protocol and for HTTP. */
export type FileAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
};

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
};

/** The only media types that a file of the library is served as; anything else is a download of unknown bytes. */
const assetTypes: ReadonlySet<string> = new Set([
  'image/jpeg',
  'image/png',
  'image/gif',
  'image/webp',
  'image/avif',
  'image/svg+xml',
]);

const forAYear = 'private, max-age=31536000, immutable';

export type WindowFiles = {
  /** The answer for a path of the window (`/`, `/assets/…`); `undefined` when there is no such file. */
  readonly find: (pathname: string) => Promise<FileAnswer | undefined>;
};

/**
 * The files of the built window, by a list made once.
 *
 * Only what is on the list is served, by comparing whole paths: no part of a request ever becomes
 * part of a file name, so there is nothing for `..` or `%2e` to do.
 */
export async function listWindowFiles(folder: string): Promise<WindowFiles> {
  const files = new Map<string, string>();
  for (const name of await walk(folder)) {
    if (mediaTypes[path.extname(name)] === undefined) continue;
    files.set(`/${name.split(path.sep).join('/')}`, path.join(folder, name));
  }
  if (!files.has('/index.html')) {
    throw new ArchiveError('internal', `the built window is missing in ${folder}; build it first`);
  }
  return {
    async find(pathname) {
      const file = files.get(pathname === '/' ? '/index.html' : pathname);
      if (file === undefined) return undefined;
      const isHashed = pathname.startsWith('/assets/');
      const headers = {
        ...commonHeaders,
        'content-type': mediaTypes[path.extname(file)] ?? 'application/octet-stream',
        'cache-control': isHashed ? forAYear : 'no-store',
        'content-security-policy': windowPolicy,
      };
      return { status: 200, headers, body: await readFile(file) };
    },
  };
}

async function walk(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
}

/** What the back end gives an original page, and nothing else; a picture's file never has it. */
const sealedPageType = 'text/html; charset=utf-8';

/** The answer for a file of the library. */
export function assetAnswer(asset: Asset | undefined): FileAnswer {
  if (asset === undefined) return plainAnswer(404, 'There is no such file.');
  if (asset.mediaType === sealedPageType) return originalAnswer(asset.bytes);
  return {
    status: 200,
    headers: {
      ...commonHeaders,
      'content-type': assetTypes.has(asset.mediaType) ? asset.mediaType : 'application/octet-stream',
      'cache-control': forAYear,
      'content-security-policy': assetPolicy,
    },
    body: asset.bytes,
  };
}

function originalAnswer(body: Uint8Array): FileAnswer {
  const headers = {
    ...commonHeaders,
    'content-type': sealedPageType,
    // The next snapshot has the same address.
    'cache-control': 'no-store',
    'content-security-policy': originalPolicy,
    'x-dns-prefetch-control': 'off',
  };
  return { status: 200, headers, body };
}

/** A short sentence instead of a file. */
export function plainAnswer(status: number, sentence: string): FileAnswer {
  return {
    status,
    headers: { ...commonHeaders, 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
    body: new TextEncoder().encode(`${sentence}\n`),
  };
}

/** What follows `/library/` in a path; `undefined` when the path is not one of the library. */
export function assetPath(pathname: string): string | undefined {
  if (!pathname.startsWith('/library/')) return undefined;
  try {
    return decodeURIComponent(pathname.slice('/library/'.length));
  } catch {
    return undefined;
  }
}
