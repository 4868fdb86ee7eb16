import { describe, expect, test } from 'vitest';
import { ArchiveError } from '#contract/errors.ts';
import { type AddressRule, checkAddress, defaultAddressRule, isPublic } from './address-rule.ts';

const codeOf = (address: string, rule: Partial<AddressRule> = {}): unknown => {
  try {
    return checkAddress(address, { ...defaultAddressRule, ...rule }).href;
  } catch (error) {
    return error instanceof ArchiveError ? error.code : error;
  }
};

/** Every spelling of an address that must not be fetched, with what it really is. */
const localAddresses: readonly (readonly [address: string, what: string])[] = [
  ['http://127.0.0.1/', 'loopback'],
  ['http://127.1/', 'loopback, shortened'],
  ['http://0x7f.1/', 'loopback, hexadecimal and shortened'],
  ['http://0x7f000001/', 'loopback, one hexadecimal number'],
  ['http://2130706433/', 'loopback, one decimal number'],
  ['http://017700000001/', 'loopback, octal'],
  ['http://0177.0.0.1/', 'loopback, partly octal'],
  ['http://①②⑦.⓪.⓪.①/', 'loopback, circled digits'],
  ['http://127.0.0.1./', 'loopback, with a final dot'],
  ['http://127.255.255.254/', 'the end of loopback'],
  ['http://0.0.0.0/', 'this host'],
  ['http://0/', 'this host, shortened'],
  ['http://10.0.0.1/', 'private'],
  ['http://172.16.0.1/', 'private'],
  ['http://172.31.255.255/', 'private'],
  ['http://192.168.0.1/', 'private'],
  ['http://169.254.169.254/latest/meta-data/', 'link-local: the metadata service of clouds'],
  ['http://100.100.100.200/', 'carrier-grade NAT: a metadata service'],
  ['http://192.0.0.192/', 'protocol assignments: a metadata service'],
  ['http://192.0.2.1/', 'documentation'],
  ['http://198.18.0.1/', 'benchmarks'],
  ['http://192.88.99.1/', '6to4 relay'],
  ['http://224.0.0.1/', 'multicast'],
  ['http://240.0.0.1/', 'reserved'],
  ['http://255.255.255.255/', 'broadcast'],
  ['http://[::1]/', 'loopback'],
  ['http://[0:0:0:0:0:0:0:1]/', 'loopback, written out'],
  ['http://[::]/', 'this host'],
  ['http://[::ffff:127.0.0.1]/', 'mapped loopback'],
  ['http://[::ffff:7f00:1]/', 'mapped loopback, hexadecimal'],
  ['http://[::ffff:8.8.8.8]/', 'mapped, whatever is inside'],
  ['http://[::127.0.0.1]/', 'compatible loopback'],
  ['http://[::7f00:1]/', 'compatible loopback, hexadecimal'],
  ['http://[4000::1]/', 'never given out'],
  ['http://[::ffff:0:127.0.0.1]/', 'translated loopback'],
  ['http://[64:ff9b::7f00:1]/', 'NAT64 loopback'],
  ['http://[64:ff9b:1::a00:1]/', 'local NAT64'],
  ['http://[2002:7f00:1::]/', '6to4 loopback'],
  ['http://[2001:0:7f00:1::]/', 'Teredo'],
  ['http://[2001:db8::1]/', 'documentation'],
  ['http://[fe80::1]/', 'link-local'],
  ['http://[fec0::1]/', 'site-local'],
  ['http://[fc00::1]/', 'unique local'],
  ['http://[fd00:ec2::254]/', 'unique local: a metadata service'],
  ['http://[ff02::1]/', 'multicast'],
  ['http://[100::1]/', 'discard'],
  ['http://[5f00::1]/', 'segment routing'],
];

describe('addresses that are numbers', () => {
  test.each(localAddresses)('%s is refused (%s)', (address) => {
    expect(codeOf(address)).toBe('address-refused');
  });

  test.each(['http://8.8.8.8/', 'https://1.1.1.1/x', 'http://[2606:4700:4700::1111]/'])('%s is public', (address) => {
    expect(codeOf(address)).toBe(address);
  });

  test.each(['', 'localhost', '1.2.3.4.5', 'fe80::1%eth0', '127.0.0.1/8'])(
    '%j from a resolver is not public',
    (number) => {
      expect(isPublic(number)).toBe(false);
    },
  );
});

describe('scheme, port, credentials', () => {
  test.each([
    'file:///etc/passwd',
    'ftp://example.org/',
    'data:text/html,x',
    'javascript:alert(1)',
    'gopher://example.org:70/',
  ])('%s is refused', (address) => {
    expect(codeOf(address)).toBe('address-refused');
  });

  test.each([22, 25, 6379, 9200, 3000])('port %i is refused', (port) => {
    expect(codeOf(`http://example.org:${port}/`)).toBe('address-refused');
  });

  test.each([
    'http://example.org:80/',
    'http://example.org:443/',
    'http://example.org:8080/',
    'https://example.org:8443/',
  ])('%s has an allowed port', (address) => {
    expect(codeOf(address)).toBe(new URL(address).href);
  });

  test('credentials and the fragment are removed', () => {
    expect(codeOf('https://user:secret@example.org/a?b=c#d')).toBe('https://example.org/a?b=c');
  });

  test.each(['', 'example', 'http://', 'http://[', `http://example.org/${'a'.repeat(9000)}`])(
    '%j is invalid',
    (address) => {
      expect(codeOf(address)).toBe('address-invalid');
    },
  );
});

describe('hosts the reader allowed', () => {
  const rule = { allowLocalAddresses: ['127.0.0.1:8000', 'nas.local', '::1'] };

  test.each(['http://127.0.0.1:8000/', 'http://nas.local/', 'http://nas.local:5000/x', 'http://[::1]:9000/'])(
    '%s',
    (address) => {
      expect(codeOf(address, rule)).toBe(address);
    },
  );

  test.each(['http://127.0.0.1:8001/', 'http://127.0.0.2:8000/', 'http://192.168.1.1/', 'http://evil.nas.local:5000/'])(
    'but not %s',
    (address) => {
      expect(codeOf(address, rule)).toBe('address-refused');
    },
  );

  test('allowing local hosts never allows another scheme', () => {
    expect(codeOf('file:///etc/passwd', { allowLocalAddresses: true })).toBe('address-refused');
  });
});
