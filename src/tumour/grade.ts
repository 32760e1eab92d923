/** The three grades and bounds on a grade: a grade that is not settled is an interval, not a missing value. */

/** Grades of a gastroenteropancreatic neuroendocrine tumour, in order. */
export const grades = ['G1', 'G2', 'G3'] as const;
export type Grade = (typeof grades)[number];

/** The grades that are still possible: all from `lowest` to `highest`. */
export interface GradeBounds {
  readonly lowest: Grade;
  readonly highest: Grade;
}

/** Nothing is excluded. */
export const anyGrade: GradeBounds = { lowest: 'G1', highest: 'G3' };

const rank = (grade: Grade): number => grades.indexOf(grade);

/** The higher of two grades. */
export function higherGrade(a: Grade, b: Grade): Grade {
  return rank(a) >= rank(b) ? a : b;
}

/** The lower of two grades. */
export function lowerGrade(a: Grade, b: Grade): Grade {
  return rank(a) <= rank(b) ? a : b;
}

/** Bounds on the higher of two grades that are each known only by bounds. */
export function higherBounds(a: GradeBounds, b: GradeBounds): GradeBounds {
  return { lowest: higherGrade(a.lowest, b.lowest), highest: higherGrade(a.highest, b.highest) };
}

/** The smallest bounds that hold both. */
export function spanBounds(a: GradeBounds, b: GradeBounds): GradeBounds {
  return { lowest: lowerGrade(a.lowest, b.lowest), highest: higherGrade(a.highest, b.highest) };
}

/** The grade, when the bounds leave exactly one. */
export function exactGrade(bounds: GradeBounds): Grade | null {
  return bounds.lowest === bounds.highest ? bounds.lowest : null;
}

/** The grades within bounds, in order. */
export function gradesWithin(bounds: GradeBounds): readonly Grade[] {
  return grades.slice(rank(bounds.lowest), rank(bounds.highest) + 1);
}

/** True when no grade lies in both bounds. */
export function boundsDisjoint(a: GradeBounds, b: GradeBounds): boolean {
  return rank(a.highest) < rank(b.lowest) || rank(b.highest) < rank(a.lowest);
}

/** `G2`, or `G2 to G3`. */
export function boundsText(bounds: GradeBounds): string {
  return bounds.lowest === bounds.highest ? bounds.lowest : `${bounds.lowest} to ${bounds.highest}`;
}
