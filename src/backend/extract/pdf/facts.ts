import { collectFindings, type Findings } from '../metadata/findings.ts';
import { readMachineDate } from '../metadata/dates.ts';
import { languageTag } from '../metadata/language.ts';
import { isFullName, readCredit } from '../metadata/people.ts';
import { tidyLine } from '../metadata/tidy.ts';
import type { PdfDocument } from './pdf-library.ts';

/** What the file says about itself, beside its pages. */
export type Facts = {
  /** The title, when it is one and not the name of a file. */
  readonly title: string | null;
  /** The language the file claims: often that of the program that wrote it. */
  readonly language: string | null;
  readonly findings: Findings;
};

const noTitle =
  /^(?:untitled|about:blank|title|document|no title|unbenannt|dokument\d*|sans titre|slide \d+|print|powerpoint.*|microsoft (?:word|powerpoint).*|.*\.(?:docx?|odt|rtf|tex|dvi|indd|qxd|qxp|pdf|pptx?|xlsx?|html?|txt|pub|wpd|ps))$/i;

/**
 * Reads the information dictionary and the XMP block.
 *
 * Both are second to the page: titles are often the name of a file, authors that of an account. The
 * dates say when the file was made, never when the story was published, and are left alone.
 */
export async function readFacts(document: PdfDocument): Promise<Facts> {
  // A file whose description is broken can still be read.
  const { info, metadata } = await document.getMetadata().catch(() => ({ info: {}, metadata: null }));
  const fromInfo = (name: string) => firstText((info as Readonly<Record<string, unknown>>)[name]);
  const fromXmp = (name: string) => firstText(metadata?.get(name));
  const fields = collectFindings('file');
  const title = [fromXmp('dc:title'), fromInfo('Title')].find((value) => value !== null && isTitle(value)) ?? null;
  fields.add('authors', authorsIn(metadata?.get('dc:creator')), 0.6, 'XMP dc:creator');
  fields.add('authors', authorsIn(fromInfo('Author')), 0.5, 'Author of the file');
  fields.add(
    'publishedAt',
    readMachineDate(fromXmp('prism:publicationdate') ?? fromXmp('prism:coverdate') ?? ''),
    0.8,
    'XMP prism',
  );
  fields.add('source', fromXmp('prism:publicationname'), 0.8, 'XMP prism:publicationName');
  fields.add('section', fromXmp('prism:section'), 0.7, 'XMP prism:section');
  fields.add('copyright', fromXmp('dc:rights'), 0.7, 'XMP dc:rights');
  const address = [fromXmp('prism:url'), fromXmp('dc:source'), fromXmp('dc:identifier')].find((value) =>
    /^https?:\/\/\S+$/i.test(value ?? ''),
  );
  fields.add('url', address, 0.7, 'XMP');
  return { title, language: languageTag(fromInfo('Language')), findings: fields.findings };
}

function firstText(value: unknown): string | null {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' ? tidyLine(first) : null;
}

function isTitle(value: string): boolean {
  return /\p{L}{2}/u.test(value) && !noTitle.test(value) && !/^https?:/i.test(value);
}

/** Only full names: `admin`, `jsmith` and a company are no authors. */
function authorsIn(value: unknown): string[] {
  const texts = (Array.isArray(value) ? value : [value]).flatMap((one) =>
    typeof one === 'string' ? (tidyLine(one) ?? []) : [],
  );
  return texts.flatMap((text) => readCredit(text).authors).filter(isFullName);
}
