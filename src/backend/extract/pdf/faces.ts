import type { Face } from './layout/runs.ts';
import type { PdfPage } from './pdf-library.ts';

/** Pages whose drawing is looked at for new faces; after these, a new face is taken for a plain one. */
const mostLooks = 60;
const plain: Face = { isBold: false, isItalic: false, isMono: false };

/** Knows how the letters of a font look. */
export type Faces = {
  /** Learns the fonts of a page; to be called before `of`. */
  readonly learn: (page: PdfPage, fontNames: ReadonlySet<string>) => Promise<void>;
  readonly of: (fontName: string) => Face;
};

/**
 * Tells a font's look by its name.
 *
 * The library gives the name of a font only with the drawing of a page, which costs as much as its
 * text; so a page is asked for it only when it uses a font not met before.
 */
export function createFaces(): Faces {
  const known = new Map<string, Face>();
  let looks = 0;
  return {
    of: (fontName) => known.get(fontName) ?? plain,
    async learn(page, fontNames) {
      const unknown = [...fontNames].filter((name) => !known.has(name));
      if (unknown.length === 0 || looks >= mostLooks) return;
      looks += 1;
      // A page that cannot be drawn can still be read.
      await page.getOperatorList().catch(() => undefined);
      for (const name of unknown)
        known.set(name, page.commonObjs.has(name) ? faceOf(page.commonObjs.get(name)) : plain);
    },
  };
}

function faceOf(font: unknown): Face {
  const { name, bold, black, italic } = (font ?? {}) as Readonly<Record<string, unknown>>;
  return faceByName(typeof name === 'string' ? name : '', {
    bold: bold === true || black === true,
    italic: italic === true,
  });
}

/** `ABCDEF+Lora-BoldItalic` is bold and italic; TeX's short names say it in their own way. */
export function faceByName(fontName: string, flags: { readonly bold: boolean; readonly italic: boolean }): Face {
  const name = fontName.replace(/^[A-Z]{6}\+/, '');
  return {
    isBold:
      flags.bold ||
      /bold|black|heavy|semibold|demi(?!light)|[-_,](?:bd|bf|b)(?:it|i)?$|^(?:cm|sf)(?:bx|b|ssbx)|medi$/i.test(name),
    isItalic:
      flags.italic ||
      /italic|oblique|slanted|[-_](?:it|i|obl)$|^(?:cm|sf)(?:ti|sl|bxti)|medi?ital|reguital/i.test(name),
    isMono: /mono|courier|consol|menlo|typewriter|^(?:cm|sf)tt|code/i.test(name),
  };
}
