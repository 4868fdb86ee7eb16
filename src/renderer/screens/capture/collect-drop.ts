import type { FoundFile } from './drop-groups.ts';

export type DroppedFile = FoundFile & { readonly file: File };

/**
 * Every file in what was dropped, folders walked through.
 *
 * The entries must be taken before anything is awaited: the browser empties the transfer once the event is over.
 */
export async function collectDrop(transfer: DataTransfer): Promise<readonly DroppedFile[]> {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  if (entries.length === 0) return collectFiles(transfer.files);
  const found: DroppedFile[] = [];
  for (const entry of entries) await walk(entry, false, found);
  return found;
}

export function collectFiles(files: FileList): readonly DroppedFile[] {
  return [...files].map((file) => describe(file, file.webkitRelativePath || file.name, file.webkitRelativePath !== ''));
}

async function walk(entry: FileSystemEntry, fromFolder: boolean, found: DroppedFile[]): Promise<void> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    found.push(describe(file, entry.fullPath.replace(/^\//, ''), fromFolder));
  } else if (isFolder(entry)) {
    for (const child of await childrenOf(entry.createReader())) await walk(child, true, found);
  }
}

/** A reader gives a folder's entries in portions, and an empty one at the end. */
async function childrenOf(reader: FileSystemDirectoryReader): Promise<readonly FileSystemEntry[]> {
  const children: FileSystemEntry[] = [];
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (portion.length === 0) return children.toSorted((one, other) => one.name.localeCompare(other.name));
    children.push(...portion);
  }
}

function describe(file: File, path: string, fromFolder: boolean): DroppedFile {
  return { file, path, sizeBytes: file.size, fromFolder };
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

/** A file's bytes in base 64. */
export async function readBase64(file: File): Promise<string> {
  const address = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(typeof reader.result === 'string' ? reader.result : ''));
    reader.addEventListener('error', () => reject(reader.error ?? new Error(`${file.name} could not be read.`)));
    reader.readAsDataURL(file);
  });
  return address.slice(address.indexOf(',') + 1);
}
