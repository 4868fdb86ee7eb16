import type { Article } from '#contract/article.ts';
import type { ShelfCounts } from '#contract/lists.ts';
import { lazily } from '../../components/lazily.tsx';
import type { View } from '../../state/view.ts';
import { AddDialog } from '../capture/add-dialog.tsx';
import type { TakeIn } from '../capture/use-capture.ts';
import { rowId } from '../list/article-list.tsx';
import { SaveDialog } from '../search/save-dialog.tsx';
import type { Action } from './actions.ts';
import { CollectDialog } from './collect-dialog.tsx';
import type { Desk } from './desk.ts';
import { NameDialog } from './name-dialog.tsx';
import { Palette } from './palette.tsx';
import { TagDialog } from './tag-dialog.tsx';
import { OtherTagSheet, RenameTagSheet } from './tag-sheets.tsx';
import { text } from '../../text/text.ts';

const DetailsDialog = lazily(async () => (await import('../reader/details-dialog.tsx')).DetailsDialog);
const ExplainDialog = lazily(async () => (await import('../reader/explain-dialog.tsx')).ExplainDialog);
const OriginalDialog = lazily(async () => (await import('../reader/original-dialog.tsx')).OriginalDialog);
const WaitingDialog = lazily(async () => (await import('../capture/waiting-dialog.tsx')).WaitingDialog);
const PrintDialog = lazily(async () => (await import('../reader/print/print-dialog.tsx')).PrintDialog);
const RepairDialog = lazily(async () => (await import('../repair/repair-dialog.tsx')).RepairDialog);
const ManageDialog = lazily(async () => (await import('../manage/manage-dialog.tsx')).ManageDialog);
const RulesDialog = lazily(async () => (await import('../rules/rules-dialog.tsx')).RulesDialog);
const WatchDialog = lazily(async () => (await import('../capture/watch-dialog.tsx')).WatchDialog);
const BookmarkletDialog = lazily(async () => (await import('../capture/bookmarklet-dialog.tsx')).BookmarkletDialog);
const KeyList = lazily(async () => (await import('./key-list.tsx')).KeyList);
const WhyPopover = lazily(async () => (await import('../search/why-popover.tsx')).WhyPopover);
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
    case 'collect':
      return (
        <CollectDialog
          count={desk.targets.length}
          collections={desk.collections}
          current={desk.sharedCollections}
          onPut={(id) => desk.addTo(id, desk.targets)}
          onTakeOut={(id) => desk.takeOut(id, desk.targets)}
          onMake={(name) => void desk.makeCollection(name, desk.targets)}
          onClose={desk.close}
        />
      );
    case 'new-collection':
      return (
        <NameDialog
          title={text.collections.makeTitle}
          label={text.collections.name}
          maxLength={120}
          clean={(typed) => typed.trim()}
          hint={() => text.collections.makeHint}
          save={() => text.collections.save}
          onSave={(name) => void desk.makeCollection(name, [])}
          onClose={desk.close}
        />
      );
    case 'rename-tag':
    case 'move-tag':
    case 'merge-tag':
      return <TagSheet desk={desk} view={view} known={counts?.tags ?? []} />;
    case 'rules':
      return (
        <RulesDialog
          collections={desk.collections}
          isReadOnly={desk.isReadOnly}
          acts={desk.ruleActs}
          onClose={desk.close}
        />
      );
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
      return open === undefined ? null : (
        <ExplainDialog id={open.id} isReadOnly={desk.isReadOnly} onClose={desk.close} />
      );
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
      return (
        <AddDialog
          takeIn={takeIn}
          begin={view.dialog === 'add' ? 'address' : 'text'}
          onClose={desk.close}
          onOther={desk.show}
        />
      );
    case 'bookmarklet':
      return <BookmarkletDialog onClose={desk.close} />;
    case 'watch':
      return <WatchDialog onClose={desk.close} />;
    case 'waiting':
      return <WaitingDialog onClose={desk.close} />;
    case null:
      return null;
  }
}

type TagSheetProps = Pick<DialogsProps, 'desk' | 'view'> & { readonly known: ShelfCounts['tags'] };

/** What is asked about a tag as a whole. */
function TagSheet({ desk, view, known }: TagSheetProps) {
  const tag = view.dialogTag;
  if (tag === null) return null;
  const common = { tag, known, onClose: desk.close };
  if (view.dialog === 'rename-tag') {
    return <RenameTagSheet {...common} onRename={(to, said) => void desk.renameTag(tag, to, said)} />;
  }
  if (view.dialog === 'move-tag') {
    return <OtherTagSheet {...common} purpose="move" onPick={(under) => void desk.moveTag(tag, under)} />;
  }
  return (
    <OtherTagSheet
      {...common}
      purpose="merge"
      onPick={(other) => other !== null && void desk.renameTag(tag, other, text.tagActs.merged(other))}
    />
  );
}
