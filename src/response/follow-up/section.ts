/** Sections of a follow-up as plain data: a title, columns, rows of text with what each rests on, and what is not known. */
import { type Place, placeText } from '../../case/index.ts';
import { monthsFromDays, type NumericRange, type PatientDate } from '../../units/index.ts';

/** The sections of a follow-up, in their order. */
export const followUpSections = [
  'lines',
  'timeToEvent',
  'pfsRatio',
  'markers',
  'biochemicalResponse',
  'toxicity',
  'doseChanges',
] as const;
export type FollowUpSectionId = (typeof followUpSections)[number];

/** A row: one text for each column, and what it rests on, or null. */
export interface FollowUpRow {
  readonly cells: readonly string[];
  readonly basis: string | null;
}

/** A section. `notes` say what limits the rows and what is not known; a section without rows has at least one. */
export interface FollowUpSection {
  readonly id: FollowUpSectionId;
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly FollowUpRow[];
  readonly notes: readonly string[];
}

/** What is shown where nothing is known. */
export const notKnown = 'not known';

/** The place of a fact, or null. */
export const basisOf = (place: Place | null | undefined): string | null =>
  place == null ? null : placeText(place);

/** The places of several facts, each once. */
export function basisOfAll(places: readonly (Place | null | undefined)[]): string | null {
  const texts = [...new Set(places.flatMap((place) => basisOf(place) ?? []))];
  return texts.length === 0 ? null : texts.join('; ');
}

/** A date as printed, or that it is not known. */
export const dateText = (date: PatientDate | null | undefined): string =>
  date == null ? notKnown : date.printed;

const rounded = (value: number, digits: number): string => String(Number(value.toFixed(digits)));

/** A computed range with few digits: '-90.9%', 'below -50%', '2.93'. */
export function rangeText(range: NumericRange, digits: number, unit = ''): string {
  const { low, high, lowOpen, highOpen } = range;
  const shown = (value: number): string => `${rounded(value, digits)}${unit}`;
  if (low === null && high === null) return 'any';
  if (low === null) return `${highOpen ? 'below' : 'at most'} ${shown(high ?? 0)}`;
  if (high === null) return `${lowOpen ? 'above' : 'at least'} ${shown(low)}`;
  return low === high ? shown(low) : `${shown(low)} to ${shown(high)}`;
}

/** Bounds of a number of days, with months: '56 days (1.8 months)', '30 to 90 days', 'at least 57 days'. */
export function daysText({ least, most }: { readonly least: number; readonly most: number | null }): string {
  const months = (days: number): string => rounded(monthsFromDays(days), 1);
  if (most === null) return `at least ${least} days (${months(least)} months)`;
  if (least === most) return `${least} days (${months(least)} months)`;
  return `${least} to ${most} days (${months(least)} to ${months(most)} months)`;
}

/** Two ends of a whole number: '2', '2 to 4'. */
export const countText = (least: number, most: number): string =>
  least === most ? `${least}` : `${least} to ${most}`;
