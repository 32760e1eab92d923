/**
 * What the machine can do to a store (a damaged file, a full disk, missing rights, another writer that does not let
 * go), turned into issues. Result codes: https://sqlite.org/rescode.html; the low byte is the primary code.
 */
import type { Issue, IssueCode } from '../reading/index.ts';

/** A store that could not be read or written, for calls that return no issue of their own. */
export class StoreFailure extends Error {
  override readonly name = 'StoreFailure';
  /** What to tell the user. */
  readonly issue: Issue;

  constructor(issue: Issue, cause?: unknown) {
    super(issue.message, { cause });
    this.issue = issue;
  }
}

/** An error of the store's own making. */
export function storeIssue(code: IssueCode, message: string, source?: string): Issue {
  return { code, severity: 'error', message, ...(source === undefined ? {} : { source }) };
}

/** The message for a file whose content does not verify. */
export function damagedIssue(file: string, what: string): Issue {
  return storeIssue(
    'store-damaged',
    `${what}. Keep ${file} as it is, and import the last export into an empty folder.`,
    file,
  );
}

function sqliteIssue(resultCode: number, file: string, detail: string): Issue | undefined {
  switch (resultCode & 0xff) {
    case 5:
    case 6:
      return storeIssue(
        'store-busy',
        `Another program has been writing to ${file} for too long; try again when it is done.`,
        file,
      );
    case 3:
    case 8:
    case 10:
    case 13:
    case 14:
    case 23:
      return storeIssue(
        'store-unwritable',
        `${file} cannot be read or written (${detail}); check its rights and the free space of its disk.`,
        file,
      );
    case 11:
    case 26:
      return damagedIssue(file, `${file} is damaged or is not a store of Cajal (${detail})`);
    default:
      return undefined;
  }
}

const fileCodes: ReadonlySet<string> = new Set([
  'EACCES',
  'EDQUOT',
  'EEXIST',
  'EIO',
  'EISDIR',
  'ENAMETOOLONG',
  'ENOENT',
  'ENOSPC',
  'ENOTDIR',
  'EPERM',
  'EROFS',
]);

/** The issue behind an error of SQLite or of the file system; undefined for anything else, which is a bug. */
export function failureIssue(error: unknown, file: string): Issue | undefined {
  if (error instanceof StoreFailure) return error.issue;
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  if (error.code === 'ERR_SQLITE_ERROR' && 'errcode' in error && typeof error.errcode === 'number')
    return sqliteIssue(error.errcode, file, error.message);
  if (typeof error.code === 'string' && fileCodes.has(error.code))
    return storeIssue('store-unwritable', `${file} cannot be used (${error.message}).`, file);
  return undefined;
}

/** Runs an act on a file of the store. @throws StoreFailure when the machine refuses; bugs pass unchanged. */
export function guarded<T>(file: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    const issue = failureIssue(error, file);
    if (issue === undefined || error instanceof StoreFailure) throw error;
    throw new StoreFailure(issue, error);
  }
}
