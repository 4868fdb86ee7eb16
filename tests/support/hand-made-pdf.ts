/** A line of text on a page: where it begins (points from the lower left corner), how large, what. */
export type PlacedText = readonly [x: number, y: number, size: number, text: string];

export type HandMade = {
  /** Objects by their numbers, from 1. */
  readonly objects: readonly string[];
  /** More of the trailer: `/Encrypt 9 0 R`. */
  readonly trailer?: string;
  /** Where the table of objects is said to be; the right place when left out. */
  readonly tableAt?: number;
};

/** Writes a PDF out of its objects; the first is the catalogue. */
export function writePdf({ objects, trailer = '', tableAt }: HandMade): Uint8Array {
  let text = '%PDF-1.7\n';
  const places = objects.map((object, at) => {
    const place = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = text.length;
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${tableAt ?? table}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

/** A stream object. */
export function stream(content: string, more = ''): string {
  return `<< /Length ${content.length} ${more} >>\nstream\n${content}\nendstream`;
}

/** What draws lines of text in the page's font. */
export function drawText(lines: readonly PlacedText[]): string {
  const escaped = (text: string) => text.replaceAll(/[\\()]/g, (sign) => `\\${sign}`);
  return `BT ${lines.map(([x, y, size, text]) => `/F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${escaped(text)}) Tj`).join('\n')} ET`;
}

/** A whole document of pages (A4, one font), each with its lines. */
export function textPdf(pages: readonly (readonly PlacedText[])[], more: Omit<HandMade, 'objects'> = {}): Uint8Array {
  const kids = pages.map((_, at) => `${4 + at * 2} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...pages.flatMap((lines, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + at * 2} 0 R >>`,
      stream(drawText(lines)),
    ]),
  ];
  return writePdf({ objects, ...more });
}
