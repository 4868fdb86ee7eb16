import type { MarkedText } from '#contract/search.ts';

/** A passage with its matches marked. Text only: nothing in it is ever read as HTML. */
export function Marked({ text, marks }: MarkedText) {
  const parts = marks.map(([start, end], at) => (
    <span key={start}>
      {text.slice(marks[at - 1]?.[1] ?? 0, start)}
      <mark>{text.slice(start, end)}</mark>
    </span>
  ));
  return (
    <>
      {parts}
      {text.slice(marks.at(-1)?.[1] ?? 0)}
    </>
  );
}
