/** A change of a gene or chromosome at a place of a sentence. */
import type { SingleNotation } from '../notation.ts';
import type { Stretch } from './clauses.ts';

/** A change at a place of the sentence. */
export interface ChangeAt extends Stretch {
  readonly notation: SingleNotation;
  readonly subject: string;
  readonly assumptions: readonly string[];
  /** The words themselves say that the gene is not changed. */
  readonly saysAbsent: boolean;
  /** The words ("negative", "lost") would fit the protein as well as the gene. */
  readonly isBare?: true;
  /** Only a test of the gene is named: without "pending", "recommended" and the like it says nothing. */
  readonly isOnlyTest?: true;
}

/** A notation without a gene anywhere near, or another result whose subject is not named. */
export interface LostNotation extends Stretch {
  readonly why?: string;
}

/** Whether two places share a character. */
export const overlap = (one: Stretch, other: Stretch): boolean =>
  one.start < other.end && other.start < one.end;

/** Closing marks that belong to the sentence and not to the notation. */
export function trimmed(text: string): string {
  let kept = text.replace(/[\s,;:.'"-]+$/, '');
  while (kept.endsWith(')') && kept.split(')').length > kept.split('(').length)
    kept = kept.slice(0, -1).replace(/[\s,;:.]+$/, '');
  if (kept.includes('(') && kept.split('(').length > kept.split(')').length) return '';
  return kept;
}
