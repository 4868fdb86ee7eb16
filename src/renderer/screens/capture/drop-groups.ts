/** A file that was dropped or chosen, with its path inside what was dropped. */
export type FoundFile = { readonly path: string; readonly sizeBytes: number; readonly fromFolder: boolean };

/** A page with what lies beside it, or a single file: what becomes one article. */
export type FileGroup<F extends FoundFile> = { readonly files: readonly F[]; readonly sizeBytes: number };

/** Companion folders of saved pages, as browsers in several languages name them. */
const companionEndings = ['_files', '.files', '-files', '_fichiers', '-Dateien', '_archivos', '_file', '_bestanden'];
const pageEnding = /\.(html?|xhtml)$/i;
/** Inside a dropped folder these are parts of pages and tools, not articles. */
const partEnding =
  /\.(css|js|mjs|map|json|woff2?|ttf|otf|eot|ico|png|jpe?g|gif|webp|avif|svg|bmp|mp3|mp4|webm|m4a|ogg)$/i;

export type Grouped<F extends FoundFile> = {
  readonly groups: readonly FileGroup<F>[];
  /** Files inside folders that are not articles: pictures, styles, hidden files. */
  readonly leftOut: number;
};

/** Puts each saved page together with its pictures; every other file stands for itself. */
export function groupFiles<F extends FoundFile>(files: readonly F[]): Grouped<F> {
  const owners = new Map<string, F>();
  for (const file of files) {
    if (!pageEnding.test(file.path)) continue;
    const stem = file.path.replace(pageEnding, '');
    for (const ending of companionEndings) owners.set(stem + ending, file);
  }
  const companions = new Map<F, F[]>();
  const single: F[] = [];
  for (const file of files) {
    const owner = ownerOf(file.path, owners);
    if (owner === undefined || owner === file) single.push(file);
    else companions.set(owner, [...(companions.get(owner) ?? []), file]);
  }
  const wanted = single.filter((file) => !file.fromFolder || isLikelyArticle(file.path));
  const groups = wanted.map((file) => groupOf([file, ...(companions.get(file) ?? [])]));
  return { groups, leftOut: single.length - wanted.length };
}

/**
 * Puts groups together into calls of no more than `limitBytes` as they travel. A group that is larger by itself
 * makes a call by itself, which the back end answers in its own words.
 */
export function batchGroups<F extends FoundFile>(
  groups: readonly FileGroup<F>[],
  limitBytes: number,
): readonly (readonly FileGroup<F>[])[] {
  const batches: FileGroup<F>[][] = [];
  let size = 0;
  for (const group of groups) {
    const travels = base64Length(group.sizeBytes);
    const batch = batches.at(-1);
    if (batch && size + travels <= limitBytes) {
      batch.push(group);
      size += travels;
    } else {
      batches.push([group]);
      size = travels;
    }
  }
  return batches;
}

function base64Length(sizeBytes: number): number {
  return Math.ceil(sizeBytes / 3) * 4;
}

function ownerOf<F extends FoundFile>(path: string, owners: ReadonlyMap<string, F>): F | undefined {
  let slash = path.lastIndexOf('/');
  while (slash > 0) {
    const owner = owners.get(path.slice(0, slash));
    if (owner) return owner;
    slash = path.lastIndexOf('/', slash - 1);
  }
  return undefined;
}

function isLikelyArticle(path: string): boolean {
  const isHidden = path.split('/').some((part) => part.startsWith('.'));
  return !isHidden && !partEnding.test(path);
}

function groupOf<F extends FoundFile>(files: readonly F[]): FileGroup<F> {
  return { files, sizeBytes: files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0) };
}
