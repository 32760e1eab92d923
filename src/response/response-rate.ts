/**
 * Response rates of a group of patients, from their rows: objective response (CR or PR) and disease control (CR, PR, SD or
 * non-CR/non-PD) over everybody enrolled and over the evaluable, each with the exact interval. A paper that prints one
 * denominator is read against both.
 */
import { clopperPearson, type ProportionInterval } from '../statistics/index.ts';

/** The best responses that a row can state. */
export const statedResponses = [
  'CR',
  'PR',
  'SD',
  'non-CR/non-PD',
  'PD',
  'NE',
  'withdrawn',
  'notStated',
] as const;
export type StatedResponse = (typeof statedResponses)[number];

/** One patient. Whoever is not evaluable stays enrolled. */
export interface ResponseRow {
  readonly id: string;
  readonly response: StatedResponse;
  readonly isEvaluable: boolean;
}

/** A rate over one denominator; null where nobody is in it. */
export type RateOver = ProportionInterval | null;

/** A rate over both denominators. */
export interface ResponseRate {
  readonly count: number;
  readonly overEvaluable: RateOver;
  readonly overEnrolled: RateOver;
}

/** The rates of one population. */
export interface ResponseRates {
  readonly population: string;
  readonly enrolled: number;
  readonly evaluable: number;
  /** Ids of the enrolled who are not evaluable. */
  readonly notEvaluable: readonly string[];
  readonly counts: Readonly<Record<StatedResponse, number>>;
  readonly objectiveResponse: ResponseRate;
  readonly diseaseControl: ResponseRate;
  /** Rows that do not fit together, in words. */
  readonly queries: readonly string[];
}

const objective: ReadonlySet<StatedResponse> = new Set(['CR', 'PR']);
const controlled: ReadonlySet<StatedResponse> = new Set(['CR', 'PR', 'SD', 'non-CR/non-PD']);

/**
 * The rates of the rows of one population. A response of somebody who is not evaluable counts in neither rate and is asked
 * about.
 *
 * @throws DomainError for a confidence outside (0, 1).
 */
export function responseRate(
  rows: readonly ResponseRow[],
  population: string,
  confidence = 0.95,
): ResponseRates {
  const evaluable = rows.filter(({ isEvaluable }) => isEvaluable);
  const over = (count: number, of: number): RateOver =>
    of === 0 ? null : clopperPearson(count, of, confidence);
  const rate = (counted: ReadonlySet<StatedResponse>): ResponseRate => {
    const count = evaluable.filter(({ response }) => counted.has(response)).length;
    return {
      count,
      overEvaluable: over(count, evaluable.length),
      overEnrolled: over(count, rows.length),
    };
  };
  const count = (wanted: StatedResponse): number => rows.filter(({ response }) => response === wanted).length;
  return {
    population,
    enrolled: rows.length,
    evaluable: evaluable.length,
    notEvaluable: rows.filter(({ isEvaluable }) => !isEvaluable).map(({ id }) => id),
    counts: {
      CR: count('CR'),
      PR: count('PR'),
      SD: count('SD'),
      'non-CR/non-PD': count('non-CR/non-PD'),
      PD: count('PD'),
      NE: count('NE'),
      withdrawn: count('withdrawn'),
      notStated: count('notStated'),
    },
    objectiveResponse: rate(objective),
    diseaseControl: rate(controlled),
    queries: [
      ...rows
        .filter(({ isEvaluable, response }) => !isEvaluable && controlled.has(response))
        .map(({ id, response }) => `${id} is not evaluable and has ${response}: correct one of the two`),
      ...duplicates(rows).map((id) => `${id} stands in more than one row: count each patient once`),
    ],
  };
}

function duplicates(rows: readonly ResponseRow[]): readonly string[] {
  return [...Map.groupBy(rows, ({ id }) => id)].filter(([, own]) => own.length > 1).map(([id]) => id);
}

/** The rates of each population by itself, in the order of their first rows; they are never blended. */
export function responseRatesBy<Row extends ResponseRow>(
  rows: readonly Row[],
  populationOf: (row: Row) => string,
  confidence = 0.95,
): readonly ResponseRates[] {
  return [...Map.groupBy(rows, populationOf)].map(([population, own]) =>
    responseRate(own, population, confidence),
  );
}
