import { describe, expect, test } from 'vitest';
import { parseStates } from './window-state.ts';

describe('the window', () => {
  const screen = { x: 0, y: 0, width: 1920, height: 1080 };

  test('comes back where it was', () => {
    const bounds = { x: 100, y: 50, width: 900, height: 700 };
    const kept = { windows: [{ bounds, isMaximized: true, address: 'app://pressmark/?open=k3j9x2m4q8' }] };
    expect(parseStates(kept, [screen])).toEqual(kept.windows);
  });

  test('comes back as it was kept when there was one only', () => {
    const bounds = { x: 100, y: 50, width: 900, height: 700 };
    expect(parseStates({ bounds, isMaximized: true }, [screen])).toEqual([
      { bounds, isMaximized: true, address: 'app://pressmark/' },
    ]);
  });

  test('shows a page of ours, whatever its file says', () => {
    const kept = { windows: [{ address: 'https://evil.example/?open=k3j9x2m4q8' }, { address: 7 }, null] };
    expect(parseStates(kept, [screen]).map(({ address }) => address)).toEqual(['app://pressmark/', 'app://pressmark/']);
  });

  test('comes back in sight when its screen is gone, or its file is damaged', () => {
    const away = { bounds: { x: 5000, y: 0, width: 900, height: 700 }, isMaximized: false };
    const nowhere = [{ bounds: undefined, isMaximized: false, address: 'app://pressmark/' }];
    expect(parseStates(away, [screen])).toEqual(nowhere);
    expect(parseStates({ bounds: { x: 'left' } }, [screen])).toEqual(nowhere);
    expect(parseStates({ bounds: { x: 0, y: 0, width: Infinity, height: 1 } }, [screen])).toEqual(nowhere);
    expect(parseStates(42, [screen])).toEqual([]);
  });
});
