import type { ArchiveError } from '#contract/errors.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { WarnIcon } from '../../components/icons.ts';
import { Late } from '../../components/late.tsx';
import { errorSentence } from '../../text/errors.ts';
import { text } from '../../text/text.ts';
import { SkeletonList } from './skeleton-row.tsx';

type RowsPendingProps = { readonly error: ArchiveError | undefined; readonly onRetry: () => void };

/** What stands in place of rows while they are on their way, or when they did not come. */
export function RowsPending({ error, onRetry }: RowsPendingProps) {
  if (error === undefined) {
    return (
      <Late>
        <SkeletonList />
      </Late>
    );
  }
  return (
    <EmptyState
      icon={<WarnIcon size={40} />}
      title={text.list.failed}
      actions={<Button onClick={onRetry}>{text.list.retry}</Button>}
    >
      {errorSentence(error)}
    </EmptyState>
  );
}
