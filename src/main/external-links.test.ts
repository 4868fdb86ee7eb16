import { describe, expect, test } from 'vitest';
import { externalAddress, openOutside } from './external-links.ts';
import { mainText } from './text/main-text.ts';

describe('links out of the window', () => {
  test.each(['https://example.org/a', 'http://example.org', 'mailto:ada@example.org'])('may open %s', (address) => {
    expect(externalAddress(address)?.href).toContain('example.org');
  });

  test.each([
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'smb://server/share',
    'ms-msdt:/id',
    'vscode://x',
    'app://pressmark/',
    'nonsense',
    '//example.org',
  ])('may not open %s', (address) => {
    expect(externalAddress(address)).toBeUndefined();
  });

  test.each([
    [0, ['https://example.org/a']],
    [1, []],
  ])('are asked about first, and answer %i opens %j', async (response, expected) => {
    const opened: string[] = [];
    const asked: string[] = [];
    await openOutside('https://example.org/a', {
      dialog: {
        showMessageBox: (options: unknown) => {
          asked.push((options as { message: string }).message);
          return Promise.resolve({ response, checkboxChecked: false });
        },
      },
      text: mainText(['en']),
      shell: { openExternal: (address) => Promise.resolve(void opened.push(address)) },
    });
    expect(opened).toEqual(expected);
    expect(asked).toEqual(['Open example.org in your browser?']);
  });
});
