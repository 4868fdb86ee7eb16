import { isFurniture, isHidden, kindByName, stemOf } from './kinds.ts';

/**
 * What browsers and Office put after a page's name to name the folder of its pictures and styles,
 * by language. Windows moves and deletes such folders together with the page.
 */
const companionSuffixes: readonly string[] = (
  '_files .files -Dateien _Dateien _fichiers _bestanden _file _archivos -filer _tiedostot _pliki _soubory ' +
  '_elemei _ficheiros _arquivos _dosyalar _datoteke _fitxers _failid _fails _bylos _fajlovi _fitxategiak'
).split(' ');

/** The names that a folder beside a page has when it belongs to the page. */
export function companionNames(page: string): string[] {
  const stem = stemOf(page).normalize();
  return companionSuffixes.map((suffix) => stem + suffix);
}

/**
 * True for a folder named like a page: only these are looked for in the page's own markup, because
 * a folder with another name (`images`, `2018`) may hold articles of its own.
 */
export function isNamedLike(folder: string, page: string): boolean {
  return folder.normalize().startsWith(stemOf(page).normalize());
}

/** True when a page's markup points into a folder beside it: finds companions the list does not know. */
export function pointsInto(markup: string, folder: string): boolean {
  const wanted = folder.normalize();
  for (const [, double, single, bare] of markup.matchAll(pointers)) {
    const [first = '', ...below] = segmentsOf(double ?? single ?? bare ?? '') ?? [];
    if (below.length > 0 && first.normalize() === wanted) return true;
  }
  return false;
}

const pointers = /\b(?:src|href|data|background)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;

/**
 * A reference of a page as the names of folders and a file below the page's own folder.
 *
 * `undefined` for what does not stay below it: addresses, absolute paths, `..` that leads out.
 */
export function segmentsOf(reference: string): readonly string[] | undefined {
  const [path = ''] = reference.trim().split(/[?#]/);
  const decoded = decodePercent(path.replaceAll('&amp;', '&')).replaceAll('\\', '/');
  if (decoded.startsWith('/') || /^[a-z][a-z0-9+.-]*:/i.test(decoded) || decoded.includes('\0')) return undefined;
  const segments: string[] = [];
  for (const segment of decoded.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(segment);
    else if (segments.pop() === undefined) return undefined;
  }
  return segments.length === 0 ? undefined : segments;
}

export type DroppedPage = { readonly page: string; readonly companions: readonly string[] };

/**
 * Parts the files of a drop into pages and what belongs to them.
 *
 * A file in a page's companion folder is that page's alone; a picture or style elsewhere belongs to
 * the pages of its folder and of those above it, and is a page of its own (to be refused, with its
 * reason) only when there are none.
 */
export function groupDropped(paths: readonly string[]): DroppedPage[] {
  const { visible, pages, ownerOf } = partPages(paths);
  const groups = new Map(pages.map((page) => [page, [] as string[]]));
  for (const path of visible) {
    if (groups.has(path)) continue;
    const owner = ownerOf.get(path);
    const owners = owner === undefined ? pages.filter((page) => path.startsWith(folderOf(page))) : [owner];
    if (owners.length === 0) groups.set(path, []);
    for (const page of owners) groups.get(page)?.push(path);
  }
  return [...groups].map(([page, companions]) => ({ page, companions }));
}

/** The paths that are pages by themselves: neither furniture nor in the folder of another page. */
export function pagesAmong(paths: readonly string[]): readonly string[] {
  return partPages(paths).pages;
}

type Parted = {
  readonly visible: readonly string[];
  readonly pages: readonly string[];
  /** For each path in some page's companion folder: that page. */
  readonly ownerOf: ReadonlyMap<string, string>;
};

function partPages(paths: readonly string[]): Parted {
  const visible = paths.filter((path) => !path.split('/').some(isHidden)).sort();
  const candidates = visible.filter((path) => !isFurniture(path));
  const ownerOf = companionOwners(visible, candidates);
  return { visible, pages: candidates.filter((path) => !ownerOf.has(path)), ownerOf };
}

/** For each file that lies in some page's companion folder: that page. The outermost folder decides. */
function companionOwners(paths: readonly string[], candidates: readonly string[]): ReadonlyMap<string, string> {
  const pageOfFolder = new Map<string, string>();
  for (const page of candidates.filter((path) => kindByName(path) === 'html')) {
    const folder = folderOf(page);
    for (const name of companionNames(page.slice(folder.length))) {
      const path = folder + name;
      if (!pageOfFolder.has(path)) pageOfFolder.set(path, page);
    }
  }
  const owners = new Map<string, string>();
  for (const path of paths) {
    const owner = foldersAbove(path).flatMap(
      ({ folder, name }) => pageOfFolder.get(folder + name.normalize()) ?? [],
    )[0];
    if (owner !== undefined) owners.set(path, owner);
  }
  return owners;
}

/** The folders a path lies in, outermost first, each parted from the one above. */
function foldersAbove(path: string): { readonly folder: string; readonly name: string }[] {
  const folders: { folder: string; name: string }[] = [];
  for (let start = 0, end = path.indexOf('/'); end >= 0; start = end + 1, end = path.indexOf('/', start)) {
    folders.push({ folder: path.slice(0, start), name: path.slice(start, end) });
  }
  return folders;
}

/** The folder of a path, with its `/`; empty at the top. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // Not percent-encoded after all: a name may hold a bare %.
    return text;
  }
}
