import type { LibraryStatus } from '#contract/library.ts';
import type { Density } from '../../state/preferences.ts';
import { showsHighlights, type View } from '../../state/view.ts';
import { HighlightsPane } from '../highlights/highlights-pane.tsx';
import { ListPane } from '../list/list-pane.tsx';
import type { Desk } from './desk.ts';
import { EmptyShelf } from './empty-shelf.tsx';
import { LibraryListHead } from './library-list-head.tsx';
import { rowMenu } from './row-menu.tsx';
import type { LibraryData } from './use-library-data.ts';

type LibraryListProps = {
  readonly data: LibraryData;
  readonly view: View;
  readonly density: Density;
  readonly desk: Desk;
  readonly indexing: LibraryStatus['indexing'];
};

/** The middle pane with the desk's hands: articles, or all highlights. */
export function LibraryList({ data, view, density, desk, indexing }: LibraryListProps) {
  if (showsHighlights(view)) {
    return <HighlightsPane acts={desk.highlights} onOpen={desk.openHighlight} onRetry={desk.retry} />;
  }
  const help = () => desk.show('query-help');
  return (
    <ListPane
      rows={data.rows}
      selection={view.selection}
      density={density}
      head={<LibraryListHead rows={data.rows} view={view} desk={desk} indexing={indexing} />}
      empty={<EmptyShelf view={view} onEverywhere={() => desk.searchInPlace(false)} onHelp={help} />}
      menu={rowMenu(desk)}
      onRange={data.onRange}
      onChoose={desk.choose}
      onOpen={desk.openRow}
      onMenu={desk.chooseForMenu}
      onWhy={desk.askWhy}
      onRetry={desk.retry}
      dragging={desk.rowDragging}
    />
  );
}
