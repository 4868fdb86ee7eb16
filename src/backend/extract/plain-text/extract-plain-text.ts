import type { Draft, ExtractInput } from '#contract/draft.ts';
import type { Removal } from '#contract/removal.ts';
import { ArchiveError } from '#contract/errors.ts';
import type { Decoded } from '../decode/decode.ts';
import { finishDraft } from '../finish-draft.ts';
import type { Findings } from '../metadata/findings.ts';
import { escapeText } from '../sanitise/serialise.ts';
import { readDatabaseArticle } from './database-article.ts';
import { readDateline } from './dateline.ts';
import { isHardWrapped, joinLines, type Line, readLines, type Unit } from './lines.ts';
import { type Head, headStanding, readHead } from './read-head.ts';
import { isCorrection } from './correction.ts';
import { readTail, withoutSignOff } from './read-tail.ts';

/**
 * Plain text to a draft, by the shape that texts of news have.
 *
 * Lines are made paragraphs first, because every later rule asks what stands above and below a
 * paragraph; then the head is read from the top and the tail from the bottom, because both are known
 * by their place; the dateline last, because only then is it known where the body begins. Nothing is
 * lost on the way: what is no field stays in the body or is listed among the removals.
 */
export function extractPlainText(input: ExtractInput, decoded: Decoded): Draft {
  const lines = readLines(decoded.text);
  const { head, units } = readDatabase(lines) ?? readNewsText(lines);
  const tail = readTail(units, head.bodyStart);
  const story = readStory([...head.unplaced, ...units.slice(head.bodyStart, tail.bodyEnd)]);
  const paragraphs = story.units.length > 0 ? story.units : headlineAsBody(head.findings);
  return finishDraft({
    input,
    encoding: decoded.encoding,
    method: 'plain-text',
    // What was read above the story wins over what was read below it.
    findings: { ...tail.findings, ...story.findings, ...head.findings },
    html: toHtml(paragraphs),
    images: [],
    removals: [...head.removals, ...story.removals, ...tail.removals],
    warnings: [],
  });
}

type Begun = { readonly head: Head; readonly units: readonly Unit[] };

function readNewsText(lines: readonly Line[]): Begun {
  const units = joinLines(lines, isHardWrapped(lines), headStanding(lines));
  return { head: readHead(units), units };
}

/** Of an article that a database printed, the head is known; what is left is all story. */
function readDatabase(lines: readonly Line[]): Begun | null {
  const printed = readDatabaseArticle(lines);
  if (printed === null) return null;
  const { findings, story, removals } = printed;
  const units = joinLines(story, isHardWrapped(story), () => 'continues');
  return { head: { findings, removals, bodyStart: 0, unplaced: [] }, units };
}

/** A text of one line is its own body. */
function headlineAsBody({ headline }: Findings): Unit[] {
  if (headline === undefined) throw new ArchiveError('no-article', 'There is no text in it beyond dates and labels.');
  return [{ text: headline.value, indent: 0, startsBlock: true, lines: 1 }];
}

type Story = { readonly units: readonly Unit[]; readonly findings: Findings; readonly removals: readonly Removal[] };

/** The body without its dateline, a correction at its edge, and a wire's sign-off. */
function readStory(units: readonly Unit[]): Story {
  const removals: Removal[] = [];
  const findings: { -readonly [F in keyof Findings]: Findings[F] } = {};
  const body = [...units];
  const note = body.slice(0, 2).find((unit) => isCorrection(unit.text));
  if (note !== undefined && body.length > 1) {
    body.splice(body.indexOf(note), 1);
    findings.correction = { value: note.text, confidence: 0.8, origin: 'text', detail: 'note above the story' };
  }
  const [first, last] = [body[0], body.at(-1)];
  const dateline = first === undefined ? null : readDateline(first.text);
  if (first !== undefined && dateline !== null) {
    removals.push({ step: 'plain-text', reason: { rule: 'dateline' }, sample: dateline.marker });
    if (dateline.place !== null)
      findings.dateline = { value: dateline.place, confidence: 0.9, origin: 'text', detail: 'opening of the story' };
    if (dateline.agency !== null)
      findings.agency = { value: dateline.agency, confidence: 0.9, origin: 'text', detail: 'opening of the story' };
    if (dateline.rest.trim() === '') body.shift();
    else body[0] = { ...first, text: dateline.rest };
  }
  const closing = last === undefined ? { text: '', sign: null } : withoutSignOff(body.at(-1)?.text ?? '');
  if (closing.sign !== null && last !== undefined) {
    removals.push({ step: 'plain-text', reason: { rule: 'sign-off-of-a-wire' }, sample: closing.sign });
    body[body.length - 1] = { ...last, text: closing.text };
  }
  return { units: body, findings, removals };
}

const bullet = /^[•◦‣·*–-]\s+/u;

/** Paragraphs as HTML; two or more lines with a bullet in a row are a list. */
function toHtml(units: readonly Unit[]): string {
  const parts: string[] = [];
  for (let at = 0; at < units.length; at += 1) {
    const items = runOfBullets(units, at);
    if (items.length >= 2) {
      parts.push(`<ul>${items.map((item) => `<li>${escapeText(item.text.replace(bullet, ''))}</li>`).join('')}</ul>`);
      at += items.length - 1;
    } else parts.push(`<p>${escapeText(units[at]?.text ?? '')}</p>`);
  }
  return parts.join('\n');
}

function runOfBullets(units: readonly Unit[], from: number): Unit[] {
  const run: Unit[] = [];
  for (const unit of units.slice(from)) {
    if (!bullet.test(unit.text)) break;
    run.push(unit);
  }
  return run;
}
