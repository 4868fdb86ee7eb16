import { expect, test } from 'vitest';
import { fitInto, zoomBy, zooms } from './zoom.ts';

test('a picture grows and shrinks by steps, between what fits and the largest', () => {
  let zoom: number = zooms.fit;
  for (let step = 0; step < 20; step += 1) zoom = zoomBy(zoom, 1);
  expect(zoom).toBe(zooms.largest);
  for (let step = 0; step < 20; step += 1) zoom = zoomBy(zoom, -1);
  expect(zoom).toBe(zooms.fit);
  expect(zoomBy(zoomBy(1, 1), -1)).toBe(1);
});

test('a large picture is fitted by its longer side, a small one stays as it is', () => {
  const room = { widthPx: 1000, heightPx: 500 };
  expect(fitInto({ widthPx: 4000, heightPx: 1000 }, room)).toEqual({ widthPx: 1000, heightPx: 250 });
  expect(fitInto({ widthPx: 1000, heightPx: 2000 }, room)).toEqual({ widthPx: 250, heightPx: 500 });
  expect(fitInto({ widthPx: 80, heightPx: 60 }, room)).toEqual({ widthPx: 80, heightPx: 60 });
});
