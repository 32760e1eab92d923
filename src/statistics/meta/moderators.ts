/**
 * Properties of studies as columns of a regression: a number as it is, a factor as one column of 0 and 1 for each level but
 * the first (treatment contrasts, as R's `factor`).
 */
import type { Design } from './weighted-regression.ts';

/** A property of each study, in their order. Levels of a factor are in the order of the alphabet; `reference` comes first. */
export type Moderator =
  | { readonly kind: 'number'; readonly name: string; readonly values: readonly number[] }
  | {
      readonly kind: 'factor';
      readonly name: string;
      readonly values: readonly string[];
      readonly reference?: string;
    };

/** How a property became columns. */
export type ModeratorCoding =
  | { readonly kind: 'number'; readonly name: string }
  | { readonly kind: 'factor'; readonly name: string; readonly levels: readonly string[] };

/** Why properties are no columns; `term` names the property, or the column that depends on others. */
export interface ModeratorFault {
  readonly reason: 'noModerators' | 'lengthDiffers' | 'notANumber' | 'oneLevel' | 'unknownReference';
  readonly term: string;
}

/** The columns of a regression with their names. */
export interface ModeratorDesign {
  readonly design: Design;
  /** `intercept`, then a name for each column. */
  readonly terms: readonly string[];
  readonly codings: readonly ModeratorCoding[];
}

function faultOf(moderator: Moderator, studies: number): ModeratorFault['reason'] | undefined {
  if (moderator.values.length !== studies) return 'lengthDiffers';
  if (moderator.kind === 'number') return moderator.values.every(Number.isFinite) ? undefined : 'notANumber';
  const { reference, values } = moderator;
  if (reference !== undefined && !values.includes(reference)) return 'unknownReference';
  return new Set(values).size < 2 ? 'oneLevel' : undefined;
}

function codingOf(moderator: Moderator): ModeratorCoding {
  const { name } = moderator;
  if (moderator.kind === 'number') return { kind: 'number', name };
  const sorted = [...new Set(moderator.values)].toSorted();
  const first = moderator.reference ?? sorted[0] ?? '';
  return { kind: 'factor', name, levels: [first, ...sorted.filter((level) => level !== first)] };
}

/** The entries of one property in the row of a study; undefined for a level or a kind that it does not have. */
export function codedValue(coding: ModeratorCoding, value: number | string): readonly number[] | undefined {
  if (coding.kind === 'number')
    return typeof value === 'number' && Number.isFinite(value) ? [value] : undefined;
  if (typeof value !== 'string' || !coding.levels.includes(value)) return undefined;
  return coding.levels.slice(1).map((level) => (level === value ? 1 : 0));
}

/** The columns of an intercept and properties of studies. */
export function moderatorDesign(
  moderators: readonly Moderator[],
  studies: number,
): { readonly ok: true; readonly columns: ModeratorDesign } | ({ readonly ok: false } & ModeratorFault) {
  if (moderators.length === 0) return { ok: false, reason: 'noModerators', term: '' };
  for (const moderator of moderators) {
    const reason = faultOf(moderator, studies);
    if (reason !== undefined) return { ok: false, reason, term: moderator.name };
  }
  const codings = moderators.map(codingOf);
  const terms = codings.flatMap((coding) =>
    coding.kind === 'number'
      ? [coding.name]
      : coding.levels.slice(1).map((level) => `${coding.name}: ${level}`),
  );
  const rows = Array.from({ length: studies }, (_, at) => [
    1,
    ...moderators.flatMap(({ values }, which) => {
      const coding = codings[which];
      return coding === undefined ? [] : (codedValue(coding, values[at] ?? '') ?? []);
    }),
  ]);
  const design = ['intercept', ...terms].map((_, column) =>
    Float64Array.from(rows, (row) => row[column] ?? 0),
  );
  return { ok: true, columns: { design, terms: ['intercept', ...terms], codings } };
}
