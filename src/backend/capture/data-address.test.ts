import { expect, test } from 'vitest';
import { decodeDataAddress } from './data-address.ts';

const decoded = (address: string): string | null => {
  const bytes = decodeDataAddress(address);
  return bytes === null ? null : Buffer.from(bytes).toString('latin1');
};

test.each([
  ['data:image/png;base64,AAEC', '\0\x01\x02'],
  [' DATA:image/png;charset=x; BASE64 ,AAE%43', '\0\x01\x02'],
  ['data:image/gif;base64,AA\nEC', '\0\x01\x02'],
  ['data:image/svg+xml,%3Csvg width="9%25"%3E', '<svg width="9%">'],
  ['data:,100%', '100%'],
  ['data:image/png,%89PNG', '\x89PNG'],
])('%j carries %j', (address, bytes) => {
  expect(decoded(address)).toBe(bytes);
});

test.each(['data:image/png;base64,', 'data:image/png;base64', 'https://a.example/,x', ''])(
  '%j carries nothing',
  (address) => {
    expect(decoded(address)).toBeNull();
  },
);
