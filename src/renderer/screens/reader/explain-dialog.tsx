import type { ExtractionReport } from '#contract/extraction-report.ts';
import type { Removal } from '#contract/removal.ts';
import { Dialog } from '../../components/dialog.tsx';
import { ChevronIcon } from '../../components/icons.ts';
import { useQuery } from '../../state/backend.tsx';
import { errorSentence } from '../../text/errors.ts';
import { formatNumber, formatPercent } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import { RenewOffer } from '../renew/late.ts';
import { type ExplainedField, explainedFields } from './explained-fields.ts';
import { RuleName, WarningSentence } from './extraction-words.ts';
import { removalGroups } from './removal-groups.ts';
import styles from './explain.module.css';

type ExplainDialogProps = { readonly id: string; readonly isReadOnly: boolean; readonly onClose: () => void };

/** How the open article is read from its original: the way, each field with its reason, what was left out. */
export function ExplainDialog({ id, isReadOnly, onClose }: ExplainDialogProps) {
  const { value, error } = useQuery('articles.explain', { id });
  return (
    <Dialog title={text.explain.title} onClose={onClose} size="large">
      <div className={styles['scroll']} aria-live="polite" aria-busy={value === undefined && error === undefined}>
        {value !== undefined ? (
          <Explained explanation={value} isReadOnly={isReadOnly} />
        ) : (
          <p className={styles['wait']}>{error === undefined ? text.explain.reading : errorSentence(error)}</p>
        )}
      </div>
    </Dialog>
  );
}

type ExplainedProps = { readonly explanation: ExtractionReport; readonly isReadOnly: boolean };

function Explained({ explanation, isReadOnly }: ExplainedProps) {
  const { method, encoding, wordCount, pages, isAsKept, warnings, removals } = explanation;
  return (
    <>
      <p className={styles['lead']}>{text.explain.lead(formatNumber(wordCount), method, encoding)}</p>
      {pages > 1 ? <p className={styles['lead']}>{text.explain.joined(pages)}</p> : null}
      {isAsKept ? null : <p className={styles['notice']}>{text.explain.changed}</p>}
      {warnings.map((warning) => (
        <p key={warning.kind} className={styles['notice']}>
          <WarningSentence warning={warning} />
        </p>
      ))}
      {isAsKept ? null : <RenewOffer what="reread" ids={[explanation.id]} isDisabled={isReadOnly} />}
      <h3 className={styles['heading']}>{text.explain.fields}</h3>
      <dl className={styles['fields']}>
        {explainedFields(explanation).map((entry) => (
          <Field key={entry.field} entry={entry} />
        ))}
      </dl>
      <h3 className={styles['heading']}>{text.explain.leftOut}</h3>
      <LeftOut removals={removals} />
    </>
  );
}

function Field({ entry: { label, value, note } }: { readonly entry: ExplainedField }) {
  return (
    <div className={styles['field']}>
      <dt>{label}</dt>
      <dd>
        <span className={styles['value']}>{value}</span>
        {note === undefined ? null : (
          <span className={styles['why']}>
            <span className={styles['meter']} aria-hidden="true">
              <span style={{ transform: `scaleX(${note.confidence})` }} />
            </span>
            {text.explain.why(text.correct.origins[note.origin], note.detail, formatPercent(note.confidence))}
          </span>
        )}
      </dd>
    </div>
  );
}

function LeftOut({ removals }: { readonly removals: readonly Removal[] }) {
  if (removals.length === 0) return <p className={styles['wait']}>{text.explain.nothingLeftOut}</p>;
  return removalGroups(removals).map(({ key, reason, samples }) => (
    <details key={key} className={styles['group']}>
      <summary>
        <ChevronIcon />
        <span className={styles['rule']}>
          <RuleName reason={reason} />
        </span>
        <span className={styles['count']}>{formatNumber(samples.length)}</span>
      </summary>
      <ul>
        {samples.map((sample, place) => (
          <li key={place}>{sample}</li>
        ))}
      </ul>
    </details>
  ));
}
