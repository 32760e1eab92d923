/** Names of packs and of those who change them. */
import type { Issue } from '../../reading/index.ts';

/** Whether a text can name a pack: it names a file too. */
export const isPackId = (text: string): boolean => /^[a-z0-9][a-z0-9-]{0,39}$/.test(text);

/** Every change has somebody's name. */
export function authorIssues(author: string): readonly Issue[] {
  if (author.trim() !== '' && author.length <= 200) return [];
  const message = 'say who does this with --author: a name of 1 to 200 characters';
  return [{ code: 'wrong-value', severity: 'error', message }];
}
