import type { Renewal, RenewalProblem } from '#contract/renewal.ts';
import { finishedArticles } from '#contract/work-done.ts';
import { Button } from '../../components/button.tsx';
import { useQuery, useServices } from '../../state/backend.tsx';
import type { Renewing } from '../../text/en/renewing.ts';
import { sentenceOfData } from '../../text/errors.ts';
import { text } from '../../text/text.ts';
import { useAttempt, useFarewell, WorkCard, WorkProgress } from '../capture/work-card.tsx';
import styles from '../capture/capture.module.css';
import rowStyles from '../capture/failure-row.module.css';

/** One without problems leaves by itself after this: long enough to undo it. */
const farewellMs = 10_000;
/** So many problems are listed; of more it is said how many. */
const listed = 100;

export type RenewalCardsProps = {
  readonly words: Renewing;
  readonly renewals: readonly Renewal[];
  readonly onOpen: (id: string) => void;
};

/** How the reading again goes, what came of it, and the way to take all of it back. */
export function RenewalCards({ renewals, ...others }: RenewalCardsProps) {
  return renewals.map((renewal) => <RenewalCard key={renewal.id} renewal={renewal} {...others} />);
}

type RenewalCardProps = Omit<RenewalCardsProps, 'renewals'> & { readonly renewal: Renewal };

function RenewalCard({ words, renewal, onOpen }: RenewalCardProps) {
  const { client, announcer } = useServices();
  const attempt = useAttempt();
  const { id, phase, total, current, problems } = renewal;
  const isRunning = phase === 'running';
  const isWell = phase === 'done' && problems === 0;
  const dismiss = () => client.call('renewals.dismiss', { renewal: id });
  useFarewell(isWell, farewellMs, dismiss);
  const undo = async (handle: string) => {
    await client.call('history.undo', { undo: handle });
    await dismiss();
    announcer.say({ text: text.acts.undone, tone: 'done', key: 'act' });
  };

  return (
    <WorkCard
      title={titleOf(words, renewal)}
      isRunning={isRunning}
      isWell={isWell}
      onCancel={() => client.call('renewals.cancel', { renewal: id })}
      onDismiss={dismiss}
    >
      {isRunning ? (
        <WorkProgress label={words.progress} done={finishedArticles(renewal)} total={total} current={current} />
      ) : (
        <Counts words={words} renewal={renewal} />
      )}
      {problems > 0 ? <Problems words={words} renewal={renewal} onOpen={onOpen} /> : null}
      <UndoButton renewal={renewal} onUndo={(handle) => attempt(undo(handle))} />
    </WorkCard>
  );
}

function titleOf(words: Renewing, { what, phase, total, renewed }: Renewal): string {
  if (phase === 'running') return words.running[what](total);
  const result = renewed === 0 ? words.nothing[what] : words.renewed[what](renewed);
  return phase === 'cancelled' ? words.stopped(result) : result;
}

type PartProps = Pick<RenewalCardProps, 'words' | 'renewal'>;

/** Of one article its title says all. */
function Counts({ words, renewal: { total, unchanged, failed } }: PartProps) {
  const counts = [
    ...(unchanged > 0 ? [words.unchanged(unchanged)] : []),
    ...(failed > 0 ? [words.failed(failed)] : []),
  ];
  if (total <= 1 || counts.length === 0) return null;
  return <p className={styles['current']}>{counts.join(' · ')}</p>;
}

function Problems({ words, renewal, onOpen }: RenewalCardProps) {
  const { value } = useQuery('renewals.problems', { renewal: renewal.id, limit: listed });
  const { problems } = renewal;
  return (
    <ul aria-label={words.problems} className={styles['failures']} tabIndex={problems > 3 ? 0 : undefined}>
      {value?.problems.map((problem) => (
        <li key={problem.id} className={rowStyles['row']}>
          <button type="button" className={styles['resultLink']} onClick={() => onOpen(problem.id)}>
            {problem.headline}
          </button>
          <span>{reasonOf(words, problem)}</span>
        </li>
      ))}
      {problems > listed ? <li className={styles['more']}>{text.capture.moreFailures(problems - listed)}</li> : null}
    </ul>
  );
}

function reasonOf(words: Renewing, { error, gaps }: RenewalProblem): string {
  if (error !== null) return sentenceOfData(error);
  return words.missing(gaps.map((gap) => text.keptPictures.reasons[gap]).join('; '));
}

type UndoButtonProps = { readonly renewal: Renewal; readonly onUndo: (handle: string) => void };

function UndoButton({ renewal: { phase, undo }, onUndo }: UndoButtonProps) {
  if (phase === 'running' || undo === null) return null;
  return (
    <Button className={styles['again']} onClick={() => onUndo(undo)}>
      {text.acts.undo}
    </Button>
  );
}
