import type { FieldNote, FieldNotes, FieldOrigin, Metadata, MetadataField } from '#contract/article.ts';

/** A value that one source proposes for one field. */
export type Found<T> = {
  readonly value: T;
  /** 0 (a guess) to 1 (certain). */
  readonly confidence: number;
  readonly origin: FieldOrigin;
  /** What exactly it was read from. */
  readonly detail: string;
};

type Value<F extends MetadataField> = NonNullable<Metadata[F]>;

/** At most one proposal for each field. */
export type Findings = { readonly [F in MetadataField]?: Found<Value<F>> };

/** Collects proposals while a source is read; the first proposal for a field stays. */
export type FindingsBuilder = {
  readonly add: <F extends MetadataField>(
    field: F,
    value: Value<F> | null | undefined,
    confidence: number,
    detail: string,
  ) => void;
  readonly has: (field: MetadataField) => boolean;
  readonly findings: Findings;
};

export function collectFindings(origin: FieldOrigin): FindingsBuilder {
  const findings: { [F in MetadataField]?: Found<Value<F>> } = {};
  return {
    findings,
    has: (field) => findings[field] !== undefined,
    add(field, value, confidence, detail) {
      if (value === null || value === undefined || value.length === 0 || findings[field] !== undefined) return;
      // The compiler cannot see that field and value belong together through the mapped type.
      (findings as Record<string, Found<Value<typeof field>>>)[field] = { value, confidence, origin, detail };
    },
  };
}

const nothingKnown: Metadata = {
  headline: null,
  kicker: null,
  dek: null,
  byline: null,
  authors: [],
  dateline: null,
  publishedAt: null,
  updatedAt: null,
  section: null,
  edition: null,
  page: null,
  agency: null,
  source: null,
  url: null,
  canonicalUrl: null,
  language: null,
  copyright: null,
  correction: null,
  leadImage: null,
};

/** Proposals as the metadata of a draft, with a note for each field that has a value. */
export function settle(findings: Findings): { readonly metadata: Metadata; readonly notes: FieldNotes } {
  const known = Object.entries(findings) as [MetadataField, Found<string | string[]>][];
  const values = Object.fromEntries(known.map(([field, found]) => [field, found.value])) as Partial<Metadata>;
  const notes = Object.fromEntries(
    known.map(([field, { confidence, origin, detail }]): [string, FieldNote] => [
      field,
      { confidence, origin, detail },
    ]),
  );
  return { metadata: { ...nothingKnown, ...values }, notes };
}
