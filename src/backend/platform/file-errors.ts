import { ArchiveError } from '#contract/errors.ts';

/** The short word the operating system gives a failure (`ENOSPC`), or an empty one. */
export function systemCode(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : '';
}

/**
 * What a failed read means to a person; anything unexpected comes back as it was.
 *
 * Use as `throw readFailure(error, path)`.
 */
export function readFailure(error: unknown, path: string): unknown {
  switch (systemCode(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new ArchiveError('path-missing', `nothing is at ${path}: check the path`, { cause: error });
    case 'EISDIR':
      return unreadable(path, 'it is a folder, not a file', error);
    case 'EACCES':
    case 'EPERM':
      return unreadable(path, 'this account may not read it: change its permissions', error);
    case 'EBUSY':
      return unreadable(path, 'another program holds it: close that program and try again', error);
    case 'ELOOP':
      return unreadable(path, 'it is a link that leads back to itself', error);
    case 'ENAMETOOLONG':
      return unreadable(path, 'its name is too long for this system', error);
    case 'EIO':
      return unreadable(path, 'the drive could not read it: check the drive', error);
    default:
      return error;
  }
}

/**
 * What a failed write means to a person; anything unexpected comes back as it was.
 *
 * Pressmark writes only to its library and its own data, so refused writes are `library-read-only`.
 */
export function writeFailure(error: unknown, path: string): unknown {
  switch (systemCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new ArchiveError('disk-full', `no space is left to write ${path}: free some space and try again`, {
        retryable: true,
        cause: error,
      });
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return readOnly(
        path,
        'the folder is read-only or this account may not write there: change its permissions',
        error,
      );
    case 'EIO':
      return readOnly(path, 'the drive refused the write: check the drive', error);
    case 'EBUSY':
      return new ArchiveError('library-busy', `another program holds ${path}: close it and try again`, {
        retryable: true,
        cause: error,
      });
    case 'ENOENT':
      return new ArchiveError('path-missing', `the folder of ${path} is not there: check the path`, { cause: error });
    case 'ENOTDIR':
    case 'EEXIST':
      return new ArchiveError('path-missing', `cannot write ${path}: a file stands where a folder should be`, {
        cause: error,
      });
    default:
      return error;
  }
}

function unreadable(path: string, reason: string, cause: unknown): ArchiveError {
  return new ArchiveError('unreadable-file', `cannot read ${path}: ${reason}`, { cause });
}

function readOnly(path: string, reason: string, cause: unknown): ArchiveError {
  return new ArchiveError('library-read-only', `cannot write ${path}: ${reason}`, { cause });
}
