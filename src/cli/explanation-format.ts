import { metadataField } from '#contract/article.ts';
import type { ExtractionReport } from '#contract/extraction-report.ts';
import { warningInEnglish } from '#contract/extraction-warning.ts';
import { reasonInEnglish, type Removal } from '#contract/removal.ts';

const mostSamples = 3;
const widestSample = 100;
const widestValue = 90;

/** How an article was read, for a person: the way, each field with its reason, what was left out. */
export function asExplanation(explanation: ExtractionReport): string {
  const parts = [summary(explanation), fieldLines(explanation), removalLines(explanation.removals)];
  if (explanation.warnings.length > 0) parts.push(section('Warnings', explanation.warnings.map(warningInEnglish)));
  return parts.filter((part) => part !== '').join('\n\n');
}

function summary({ method, encoding, wordCount, extractor, pages, isAsKept }: ExtractionReport): string {
  const lines = [
    `${wordCount} words found by ${method}, read as ${encoding}, extractor ${extractor}`,
    ...(pages > 1 ? [`Joined from ${pages} pages of the site`] : []),
    ...(isAsKept ? [] : ['This version reads another text than the snapshot holds, which an older one made.']),
  ];
  return lines.join('\n');
}

function fieldLines({ metadata, notes }: ExtractionReport): string {
  const rows = metadataField.options.flatMap((field) => {
    const value = metadata[field];
    const shown = Array.isArray(value) ? value.join(', ') : value;
    if (shown === null || shown === '') return [];
    const note = notes[field];
    const why =
      note === undefined
        ? ''
        : `${Math.round(note.confidence * 100)} %, ${note.origin}${note.detail === null ? '' : ` (${note.detail})`}`;
    return [{ field, value: cut(shown, widestValue), why }];
  });
  const width = Math.max(0, ...rows.map(({ field }) => field.length));
  const lines = rows.map(
    ({ field, value, why }) => `${field.padEnd(width)}  ${value}${why === '' ? '' : `  · ${why}`}`,
  );
  return section('Fields', lines);
}

/** By rule, the most frequent first, with a few samples each. */
function removalLines(removals: readonly Removal[]): string {
  const groups = Map.groupBy(removals, ({ step, reason }) => `${step}: ${reasonInEnglish(reason)}`);
  const lines = [...groups]
    .sort(([, a], [, b]) => b.length - a.length)
    .flatMap(([rule, members]) => [
      `${rule}${members.length > 1 ? ` (${members.length})` : ''}`,
      ...members.slice(0, mostSamples).map(({ sample }) => `    ${cut(sample, widestSample)}`),
      ...(members.length > mostSamples ? [`    … and ${members.length - mostSamples} more`] : []),
    ]);
  return section('Left out', lines.length === 0 ? ['nothing'] : lines);
}

function section(title: string, lines: readonly string[]): string {
  return [title, ...lines.map((line) => `  ${line}`)].join('\n');
}

function cut(text: string, width: number): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length <= width ? line : `${line.slice(0, width - 1)}…`;
}
