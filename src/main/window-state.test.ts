import { describe, expect, test } from 'vitest';
import { parseState } from './window-state.ts';

describe('the window', () => {
  const screen = { x: 0, y: 0, width: 1920, height: 1080 };

  test('comes back where it was', () => {
    const bounds = { x: 100, y: 50, width: 900, height: 700 };
    expect(parseState({ bounds, isMaximized: true }, [screen])).toEqual({ bounds, isMaximized: true });
  });

  test('comes back in sight when its screen is gone, or its file is damaged', () => {
    const away = { bounds: { x: 5000, y: 0, width: 900, height: 700 }, isMaximized: false };
    const nowhere = { bounds: undefined, isMaximized: false };
    expect(parseState(away, [screen])).toEqual(nowhere);
    expect(parseState({ bounds: { x: 'left' } }, [screen])).toEqual(nowhere);
    expect(parseState({ bounds: { x: 0, y: 0, width: Infinity, height: 1 } }, [screen])).toEqual(nowhere);
    expect(parseState(42, [screen])).toEqual(nowhere);
  });
});
