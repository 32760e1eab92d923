/**
 * Rows of percentages: values of one group in one part of a paper that have one denominator. Best responses make a row, with
 * the sums that hold among them; adverse events make another, because the patients assessed for toxicity may be others.
 */
import type { CountSum } from '../../statistics/index.ts';
import { sumWithRounding } from '../../statistics/index.ts';
import { type PrintedValue, responseQuantities } from '../printed/index.ts';
import {
  type AuditedStudy,
  countKey,
  groupedBy,
  isCategory,
  isPlainNumber,
  partOfPaper,
} from './audited-study.ts';

/** What the values of a row are. */
export type RowKind = 'response' | 'toxicity' | 'part' | 'marker';

/** Percentages with one denominator. */
export interface PercentageRow {
  readonly kind: RowKind;
  readonly group: string;
  /** What the row is about: "best response", "adverse events", "site". */
  readonly about: string;
  readonly values: readonly PrintedValue[];
  /** All values together are all patients. */
  readonly partition: boolean;
  readonly sums: readonly CountSum[];
}

const isResponse = (value: PrintedValue): boolean =>
  responseQuantities.some((quantity) => quantity === value.what && quantity !== 'biochemicalResponse');

/** The places of quantities in a row; undefined where one is missing. */
function placesOf(
  values: readonly PrintedValue[],
  quantities: readonly string[],
): readonly number[] | undefined {
  const places = quantities.map((quantity) => values.findIndex(({ what }) => what === quantity));
  return places.includes(-1) ? undefined : places;
}

/** Whether printed categories are meant to be all patients: stable disease and progression among them, and 100 within rounding. */
function isComplete(values: readonly PrintedValue[]): boolean {
  const printed = values.filter(({ what }) => isCategory(what));
  if (!printed.some(({ what }) => what === 'progressiveDisease')) return false;
  const sum = sumWithRounding(
    printed.map(({ value }) => value),
    '100',
    { exactWhole: true },
  );
  return sum.outcome === 'consistent' || sum.outcome === 'truncated';
}

/** The sums that hold in a row of best responses. */
export function responseSums(values: readonly PrintedValue[]): readonly CountSum[] {
  const sums: CountSum[] = [];
  const at = (quantity: string) => values.findIndex(({ what }) => what === quantity);
  const responders = placesOf(values, ['completeResponse', 'partialResponse']);
  const rate = at('objectiveResponse');
  if (responders !== undefined && rate >= 0) sums.push({ parts: responders, whole: rate });
  const control = at('diseaseControl');
  const controlled = placesOf(values, ['completeResponse', 'partialResponse', 'stableDisease']);
  if (controlled !== undefined && control >= 0) sums.push({ parts: controlled, whole: control });
  if (isComplete(values)) {
    const all = values.flatMap(({ what }, place) => (isCategory(what) ? [place] : []));
    sums.push({ parts: all, whole: 'all' });
  }
  return sums;
}

/** The first value of each quantity: a row that prints one twice is two rows. */
function withoutRepeats(values: readonly PrintedValue[]): readonly PrintedValue[] {
  return values.filter(({ what }, place) => values.findIndex((each) => each.what === what) === place);
}

/** The rows of percentages of a study. */
export function percentageRows({ values }: AuditedStudy): readonly PercentageRow[] {
  const counted = new Set(values.filter(({ as }) => as === 'count').map(countKey));
  const percentages = values.filter(
    (value) => value.as === 'percent' && isPlainNumber(value) && !counted.has(countKey(value)),
  );
  const rows: PercentageRow[] = [];
  const byPart = (wanted: (value: PrintedValue) => boolean, key: (value: PrintedValue) => string) =>
    groupedBy(percentages.filter(wanted), key).values();
  for (const same of byPart(isResponse, (value) => `${value.group} ${partOfPaper(value)}`)) {
    const row = withoutRepeats(same);
    const [first] = row;
    if (first === undefined) continue;
    rows.push({
      kind: 'response',
      group: first.group,
      about: 'best response',
      values: row,
      partition: false,
      sums: responseSums(row),
    });
  }
  for (const same of byPart(
    ({ what }) => what === 'toxicity',
    (value) => `${value.group} ${partOfPaper(value)}`,
  )) {
    const [first] = same;
    if (first === undefined) continue;
    rows.push({
      kind: 'toxicity',
      group: first.group,
      about: 'adverse events',
      values: same,
      partition: false,
      sums: [],
    });
  }
  for (const same of byPart(
    ({ what }) => what === 'part',
    (value) =>
      `${value.group} ${partOfPaper(value)} ${value.what === 'part' ? `${value.scheme} ${value.partition}` : ''}`,
  )) {
    const [first] = same;
    if (first?.what !== 'part') continue;
    rows.push({
      kind: 'part',
      group: first.group,
      about: first.scheme,
      values: same,
      partition: first.partition,
      sums: [],
    });
  }
  for (const same of byPart(
    ({ what }) => what === 'marker' || what === 'biochemicalResponse',
    (value) => `${value.group} ${partOfPaper(value)}`,
  )) {
    const [first] = same;
    if (first === undefined) continue;
    rows.push({
      kind: 'marker',
      group: first.group,
      about: 'markers',
      values: same,
      partition: false,
      sums: [],
    });
  }
  return withoutContained(rows);
}

/** Rows whose every value stands in a longer row of the same group and kind add nothing. */
function withoutContained(rows: readonly PercentageRow[]): readonly PercentageRow[] {
  const printed = (value: PrintedValue) =>
    `${value.what} ${'term' in value ? value.term : ''} ${value.value}`;
  return rows.filter((row, at) => {
    const own = row.values.map(printed);
    return !rows.some((other, otherAt) => {
      if (otherAt === at || other.group !== row.group || other.kind !== row.kind) return false;
      const theirs = new Set(other.values.map(printed));
      const contained = own.every((text) => theirs.has(text));
      return contained && (other.values.length > row.values.length || otherAt < at);
    });
  });
}
