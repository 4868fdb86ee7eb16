import { crc32, deflateSync } from 'node:zlib';
import Vips from 'wasm-vips';

export type MadeFormat = 'jpg' | 'png' | 'webp' | 'avif' | 'gif';

/** Makes pictures that are nobody's: coloured clouds, fine enough not to shrink to nothing. */
export type PictureMaker = {
  readonly make: (format: MadeFormat, width: number, height: number) => Uint8Array;
  /** Two such pictures that take turns. */
  readonly makeMoving: (format: 'gif' | 'webp', width: number, height: number) => Uint8Array;
};

export async function openPictureMaker(): Promise<PictureMaker> {
  const vips = await Vips({ dynamicLibraries: ['vips-heif.wasm'] });

  function clouds(width: number, height: number): Vips.Image {
    const bands = [40, 70, 110].map((cell, seed) =>
      vips.Image.perlin(width, height, { cell_size: cell, seed })
        .linear(90, 128)
        .add(vips.Image.gaussnoise(width, height, { sigma: 6, mean: 0, seed }))
        .cast('uchar'),
    );
    const [red, ...others] = bands;
    if (red === undefined) throw new Error('a picture has three bands');
    return red.bandjoin(others).copy({ interpretation: 'srgb' });
  }

  return {
    make: (format, width, height) =>
      new Uint8Array(clouds(width, height).writeToBuffer(`.${format}`, format === 'avif' ? { effort: 0 } : {})),
    makeMoving(format, width, height) {
      const both = clouds(width, 2 * height).copy();
      both.setInt('page-height', height);
      return new Uint8Array(both.writeToBuffer(`.${format}`));
    },
  };
}

/** A black PNG of very many pixels in very few bytes. */
export function pngBomb(width: number, height: number): Uint8Array {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // One bit a pixel, grey; each row begins with the number of its filter.
  head.set([1, 0, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc((1 + Math.ceil(width / 8)) * height));
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(name: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
