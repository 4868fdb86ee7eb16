/** How large a picture is shown: so many times the size at which it fits into the window. */
export const zooms = { fit: 1, largest: 8, step: 1.5 } as const;

/** One step larger or smaller; never smaller than what fits. */
export function zoomBy(zoom: number, step: 1 | -1): number {
  const next = step === 1 ? zoom * zooms.step : zoom / zooms.step;
  return Math.min(zooms.largest, next < zooms.fit * 1.05 ? zooms.fit : next);
}

/** The size at which a picture fits into a room. A small picture stays as it is: larger it would only be coarser. */
export function fitInto(
  picture: { readonly widthPx: number; readonly heightPx: number },
  room: { readonly widthPx: number; readonly heightPx: number },
): { readonly widthPx: number; readonly heightPx: number } {
  if (picture.widthPx <= 0 || picture.heightPx <= 0) return room;
  const scale = Math.min(1, room.widthPx / picture.widthPx, room.heightPx / picture.heightPx);
  return { widthPx: picture.widthPx * scale, heightPx: picture.heightPx * scale };
}
