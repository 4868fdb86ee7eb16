import { AnchoredPopover } from '../../components/popover.tsx';
import { useQuery } from '../../state/backend.tsx';
import type { RowSource } from '../../state/rows.ts';
import { errorSentence } from '../../text/errors.ts';
import { text } from '../../text/text.ts';
import { explained } from './explained.ts';
import styles from './search.module.css';

type WhyPopoverProps = {
  readonly id: string;
  readonly source: RowSource & { readonly kind: 'search' };
  /** The row it belongs to. */
  readonly anchor: () => Element | null;
  readonly onClose: () => void;
};

/** Why an article was found: where each word stands in it, and how much that weighs. */
export function WhyPopover({ id, source, anchor, onClose }: WhyPopoverProps) {
  const { value, error } = useQuery('search.explain', {
    // It came out of the list, whose ids the back end has checked.
    id: id as never,
    query: source.query,
    filter: source.filter,
  });
  return (
    <AnchoredPopover title={text.why.title} anchor={anchor} onClose={onClose}>
      {error === undefined ? null : <p>{errorSentence(error)}</p>}
      {value === undefined ? null : <Reasons {...explained(value)} />}
    </AnchoredPopover>
  );
}

function Reasons({ kind, lines, score }: ReturnType<typeof explained>) {
  if (kind === 'gone') return <p>{text.why.gone}</p>;
  if (kind === 'no-words') return <p>{text.why.noWords}</p>;
  return (
    <>
      <table className={styles['why']}>
        <thead>
          <tr>
            <th scope="col">{text.why.place}</th>
            <th scope="col">{text.why.found}</th>
            <th scope="col" className={styles['whyNumber']}>
              {text.why.weight}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ key, place, found, typed, weight, percent }) => (
            <tr key={key}>
              <td>{place}</td>
              <td className={styles['whyTerm']}>
                {typed === null ? (
                  found
                ) : (
                  <>
                    {typed} → {found}
                  </>
                )}
                <span className={styles['whyBar']} aria-hidden="true">
                  <span style={{ width: `${percent}%` }} />
                </span>
              </td>
              <td className={styles['whyNumber']}>{weight}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles['whyScore']}>{text.why.score(score)}</p>
    </>
  );
}
