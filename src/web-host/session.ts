import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

export type Session = {
  /** A key for one opening of the window; the next call makes another. */
  readonly newKey: () => string;
  /** Takes a key in: the cookie to set, or `undefined` when the key is wrong or used. */
  readonly exchange: (key: string) => string | undefined;
  /** True when the request brings the cookie of this session. */
  readonly isOpen: (cookieHeader: string | undefined) => boolean;
};

/** Keys that were given out and not used are forgotten, oldest first, beyond this number. */
const mostKeys = 16;

/**
 * Who may talk to the host: whoever was shown the entry address once.
 *
 * The key in that address ends up in the browser's history and perhaps in a screenshot, so it opens
 * one session and is worth nothing afterwards. The session's own secret lives in a cookie that no
 * script can read, and dies with the host. Each port has a cookie name of its own, since cookies do
 * not know ports and two hosts would otherwise throw each other out.
 */
export function createSession(port: number): Session {
  const name = `pressmark-${port}`;
  const secret = newSecret();
  const keys = new Set<string>();
  return {
    newKey() {
      const key = newSecret();
      keys.add(key);
      const [oldest] = keys;
      if (keys.size > mostKeys && oldest !== undefined) keys.delete(oldest);
      return key;
    },
    exchange(key) {
      const known = [...keys].find((candidate) => isSame(candidate, key));
      if (known === undefined) return undefined;
      keys.delete(known);
      return `${name}=${secret}; HttpOnly; SameSite=Strict; Path=/`;
    },
    isOpen(cookieHeader) {
      const cookies = (cookieHeader ?? '').split(';').map((cookie) => cookie.trim());
      const value = cookies.find((cookie) => cookie.startsWith(`${name}=`))?.slice(name.length + 1);
      return value !== undefined && isSame(value, secret);
    },
  };
}

function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** Compares in the same time whether the first or the last letter differs. */
function isSame(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
