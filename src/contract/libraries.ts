import { z } from 'zod';
import { errorData } from './capture.ts';

const nothing = z.object({});
const path = z.object({ path: z.string().min(1).max(4000) });

/** A library by its folder. */
export const libraryPlace = z.object({ path: z.string(), name: z.string() });
export type LibraryPlace = z.infer<typeof libraryPlace>;

export const libraryList = z.object({
  current: libraryPlace,
  /** Others that were opened on this computer, the last one first. */
  recent: z.array(libraryPlace.extend({ isThere: z.boolean() })),
  /** Can a folder be chosen in a dialog of the system? A page in a browser cannot ask for one. */
  canChoose: z.boolean(),
  /** Can a folder be shown in the system's file manager? */
  canShow: z.boolean(),
  /** The library that was to be opened at the start and could not be. */
  notOpened: z.object({ path: z.string(), error: errorData }).nullable(),
});
export type LibraryList = z.infer<typeof libraryList>;

export const folderPurpose = z.enum(['open', 'create', 'move', 'backup', 'watch']);
export type FolderPurpose = z.infer<typeof folderPurpose>;
/** The purposes that are about a library's own folder. */
export type LibraryPurpose = Exclude<FolderPurpose, 'watch'>;

/**
 * What the host of the back end answers by itself, since it is about which library the back end has.
 *
 * Opening another library tells every window by `library.switched`. A library that cannot be opened leaves the one
 * before in place.
 */
export const hostContract = {
  'libraries.list': { input: nothing, output: libraryList },
  'libraries.open': { input: path, output: libraryPlace },
  'libraries.create': { input: path, output: libraryPlace },
  /** Copies the library, compares the copy, and opens it. The folder before stays as it is. */
  'libraries.move': { input: path, output: libraryPlace.extend({ before: z.string() }) },
  /** Takes one off the list; nothing on the disk is touched. */
  'libraries.forget': { input: path, output: nothing },
  'libraries.choose': {
    input: z.object({ purpose: folderPurpose }),
    output: z.object({ path: z.string().nullable() }),
  },
  /** Shows a folder in the system's file manager. */
  'libraries.show': { input: path, output: nothing },
} as const;

export type HostContract = typeof hostContract;
export type HostMethodName = keyof HostContract;
export type HostInput<M extends HostMethodName> = z.input<HostContract[M]['input']>;
export type HostOutput<M extends HostMethodName> = z.output<HostContract[M]['output']>;
