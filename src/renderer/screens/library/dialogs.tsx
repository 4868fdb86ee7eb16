import type { Article } from '#contract/article.ts';
import type { ShelfCounts } from '#contract/lists.ts';
import { lazily } from '../../components/lazily.tsx';
import type { View } from '../../state/view.ts';
import { AddDialog } from '../capture/add-dialog.tsx';
import type { TakeIn } from '../capture/use-capture.ts';
import { rowId } from '../list/article-list.tsx';
import { SaveDialog } from '../search/save-dialog.tsx';
import { WhyPopover } from '../search/why-popover.tsx';
import type { Action } from './actions.ts';
import type { Desk } from './desk.ts';
import { KeyList } from './key-list.tsx';
import { Palette } from './palette.tsx';
import { TagDialog } from './tag-dialog.tsx';

const DetailsDialog = lazily(async () => (await import('../reader/details-dialog.tsx')).DetailsDialog);
const ExplainDialog = lazily(async () => (await import('../reader/explain-dialog.tsx')).ExplainDialog);
const OriginalDialog = lazily(async () => (await import('../reader/original-dialog.tsx')).OriginalDialog);
const WaitingDialog = lazily(async () => (await import('../capture/waiting-dialog.tsx')).WaitingDialog);
const PrintDialog = lazily(async () => (await import('../reader/print/print-dialog.tsx')).PrintDialog);
const RepairDialog = lazily(async () => (await import('../repair/repair-dialog.tsx')).RepairDialog);
const ManageDialog = lazily(async () => (await import('../manage/manage-dialog.tsx')).ManageDialog);
const QueryHelp = lazily(async () => (await import('../search/query-help.tsx')).QueryHelp);

type DialogsProps = {
  readonly desk: Desk;
  readonly view: View;
  readonly open: Article | undefined;
  readonly counts: ShelfCounts | undefined;
  readonly actions: readonly Action[];
  readonly takeIn: TakeIn;
};

/** The sheet that lies over the window, if one does. */
export function Dialogs({ desk, view, open, counts, actions, takeIn }: DialogsProps) {
  switch (view.dialog) {
    case 'palette':
      return <Palette actions={actions} onClose={desk.close} />;
    case 'keys':
      return <KeyList actions={actions} onClose={desk.close} />;
    case 'query-help':
      return (
        <QueryHelp
          onClose={desk.close}
          onTry={(query) => {
            desk.close();
            desk.search(query);
          }}
        />
      );
    case 'save-search':
      return <SaveDialog query={desk.wholeQuery} onSave={(name) => void desk.saveSearch(name)} onClose={desk.close} />;
    case 'why': {
      const { source } = desk.rows;
      const id = desk.cursor?.id;
      if (source.kind !== 'search' || id === undefined) return null;
      return (
        <WhyPopover
          key={id}
          id={id}
          source={source}
          anchor={() => document.getElementById(rowId(id))}
          onClose={desk.close}
        />
      );
    }
    case 'tags':
      return (
        <TagDialog
          count={desk.targets.length}
          known={counts?.tags ?? []}
          current={desk.sharedTags}
          onTag={(add, remove) => void desk.acts.tag(desk.targets, add, remove)}
          onClose={desk.close}
        />
      );
    case 'settings':
    case 'libraries':
    case 'health':
      return <ManageDialog page={view.dialog} isReadOnly={desk.isReadOnly} onPage={desk.show} onClose={desk.close} />;
    case 'details':
      return open === undefined ? null : (
        <DetailsDialog
          key={open.id}
          article={open}
          isReadOnly={desk.isReadOnly}
          onCorrect={(corrections) => void desk.acts.correct(open.id, corrections)}
          onClose={desk.close}
        />
      );
    case 'explain':
      return open === undefined ? null : <ExplainDialog id={open.id} onClose={desk.close} />;
    case 'print':
      return open === undefined ? null : <PrintDialog onClose={desk.close} />;
    case 'original':
      return open === undefined ? null : <OriginalDialog article={open} onClose={desk.close} />;
    case 'repair':
      return open === undefined ? null : (
        <RepairDialog key={open.id} article={open} isReadOnly={desk.isReadOnly} onClose={desk.close} />
      );
    case 'add':
    case 'add-text':
      return <AddDialog takeIn={takeIn} begin={view.dialog === 'add' ? 'address' : 'text'} onClose={desk.close} />;
    case 'waiting':
      return <WaitingDialog onClose={desk.close} />;
    case null:
      return null;
  }
}
