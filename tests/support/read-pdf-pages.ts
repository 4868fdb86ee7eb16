import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What stands on a page of a PDF, as a person sees it. */
export type PdfPage = {
  readonly text: string;
  readonly lines: readonly { readonly words: string; readonly left: number }[];
  readonly width: number;
  /** How far right the words reach. */
  readonly widest: number;
  /** Every colour that something is filled with: `#a8876a`. */
  readonly colours: ReadonlySet<string>;
};

export async function readPdfPages(bytes: Uint8Array): Promise<PdfPage[]> {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const document = await loading.promise;
  const pages: PdfPage[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const words = items.flatMap((item) =>
      'str' in item && item.str.trim() !== ''
        ? [{ words: item.str, left: Number(item.transform[4]), width: item.width }]
        : [],
    );
    const { fnArray, argsArray } = await page.getOperatorList();
    const fills = argsArray.filter((_, at) => fnArray[at] === OPS.setFillRGBColor);
    pages.push({
      text: items
        .map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''))
        .join('')
        .replaceAll(/\s+/g, ' '),
      lines: words,
      width: page.getViewport({ scale: 1 }).width,
      widest: Math.max(0, ...words.map(({ left, width }) => left + width)),
      colours: new Set(fills.map((fill: unknown) => String(fill).toLowerCase())),
    });
  }
  await loading.destroy();
  return pages;
}
