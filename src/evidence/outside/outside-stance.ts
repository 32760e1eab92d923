/** Which way a statement of an outside knowledge base points for its drug. */
import type { OutsideDirection, OutsideStatement } from './outside-statement.ts';

/**
 * `open`: evidence of both directions in one row, a significance that says nothing (`N/A`), or "does not support:
 * Resistance", which denies a resistance and is no proof that the drug works.
 */
export type OutsideStance = 'for' | 'against' | 'open';

const unfavourable = /resist|reduced|adverse|toxic|poor/i;
const favourable = /sensitiv|response|better|benefit/i;

/** Which way a statement points. */
export function outsideStance({
  direction,
  significance,
}: Pick<OutsideStatement, 'direction' | 'significance'>): OutsideStance {
  if (direction === 'both') return 'open';
  if (unfavourable.test(significance)) return direction === 'supports' ? 'against' : 'open';
  if (!favourable.test(significance)) return 'open';
  return direction === 'supports' ? 'for' : 'against';
}

const directionWords: Readonly<Record<OutsideDirection, string>> = {
  supports: '',
  doesNotSupport: 'does not support: ',
  both: 'supports and does not support: ',
};

/** What a statement says, in the words of its base. */
export function outsideSaysText({ direction, significance }: OutsideStatement): string {
  return `${directionWords[direction]}${significance}`;
}

/** The drugs of a statement, joined as it joins them. */
export function outsideDrugsText({ drugs, interaction }: OutsideStatement): string {
  if (drugs.length === 0) return 'no drug named';
  const joint = interaction === 'Combination' ? ' with ' : ', ';
  return `${drugs.join(joint)}${interaction === undefined ? '' : ` (${interaction.toLowerCase()})`}`;
}

/** Level and stars as the base has them, with the state of the evidence there. */
export function outsideLevelText({ level, ratings, status }: OutsideStatement): string {
  const stars = ratings.length === 0 ? '' : `, ${ratings.join(' and ')} of 5 stars`;
  return `level ${level}${stars}, ${status}`;
}

/** The number of a statement, with how many more its row joins. */
export function outsideIdText({ id, alsoIds }: OutsideStatement): string {
  return alsoIds.length === 0 ? id : `${id} and ${alsoIds.length} more`;
}
