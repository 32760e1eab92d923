/** Studies that borrow from each other, or may not, at the terminal: as text, as a table for CSV, as JSON. */
import {
  type BorrowBasket,
  type BorrowedRates,
  type BorrowedRatesReading,
  type BorrowQuestion,
  type BorrowRefusal,
  borrowRefusalText,
  libraryWords,
  type RateLeftOut,
  type RateQuestion,
  rateLeftOutText,
  sourcePlaceText,
} from '../../evidence/index.ts';
import type { FigureTable } from '../../figures/index.ts';
import type { BasketBorrowing, ShareSummary } from '../../statistics/index.ts';
import { print, table } from './stats.ts';

/** What was asked and what was answered. */
export interface BorrowAnswer {
  readonly rates: RateQuestion;
  readonly question: BorrowQuestion;
  /** The population in words. */
  readonly words: string;
  readonly reading: BorrowedRatesReading;
  readonly leftOut: readonly RateLeftOut[];
}

const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;

const summaryText = (summary: ShareSummary | null): string =>
  summary === null
    ? 'none'
    : `${percent(summary.mean)} (${percent(summary.equalTailed.lower)}–${percent(summary.equalTailed.upper)})`;

const borrowedText = (borrowed: BasketBorrowing['hierarchical']): string =>
  borrowed === null ? 'none' : `${summaryText(borrowed.summary)}, ${borrowed.borrowedPatients.toFixed(1)}`;

const countText = ({ rate }: BorrowBasket): string => `${rate.count}/${rate.of}`;
const denominatorText = ({ rate, denominator }: BorrowBasket): string =>
  `${denominator}${rate.result.inferred === undefined ? '' : ', inferred'}`;

/** What the command line can do about a refusal. */
const waysOut: Readonly<Partial<Record<BorrowRefusal, string>>> = {
  oppositeAlterations: 'ask for one of them in --where',
  alterationNotAsked: 'ask for the alteration in --where, or leave its studies out with --regimen',
  acrossAlterations: 'ask for one of them in --where',
  acrossTreatments: 'ask for one with --regimen, or for all with --across-treatments',
  acrossDrugs: 'ask for one with --regimen, or for all with --across-treatments',
};

/** Why nothing is borrowed, with what the command line can do about it. */
function refusalText(reading: Extract<BorrowedRatesReading, { ok: false }>): string {
  if (reading.reason === 'model') return reading.refusal.message;
  const way = waysOut[reading.reason];
  return `${borrowRefusalText(reading.reason)}${way === undefined ? '' : `; ${way}`}`;
}

/** What was counted and borrows nothing, with what each study was selected by and was given. */
function printRefused(reading: Extract<BorrowedRatesReading, { ok: false }>): void {
  print(`refused: ${refusalText(reading)}`);
  if (reading.baskets.length === 0) return;
  print('');
  print(
    table([
      ['study', 'count', 'denominator', 'treatment', 'selected by'],
      ...reading.baskets.map((basket) => [
        basket.rate.words,
        countText(basket),
        denominatorText(basket),
        basket.treatment,
        basket.alterations,
      ]),
    ]),
  );
}

function printBorrowed(
  { borrowing, falsePositives }: BorrowedRates,
  studies: readonly BorrowBasket[],
  { threshold, cutoff }: BorrowQuestion,
): void {
  print(
    table([
      ['study', 'count', 'denominator', `unborrowed (${borrowing.prior})`, `P(above ${percent(threshold)})`],
      ...borrowing.baskets.map(({ unborrowed, prediction }, at) => {
        const study = studies[at];
        return [
          ...(study === undefined
            ? ['', '', '']
            : [study.rate.words, countText(study), denominatorText(study)]),
          unborrowed === null ? `prediction only: ${summaryText(prediction)}` : summaryText(unborrowed),
          unborrowed?.aboveThreshold?.toFixed(3) ?? '',
        ];
      }),
    ]),
  );
  print('\nwith borrowing: mean (95% interval), patients that the others are worth');
  print(
    table([
      ['study', 'exchangeability models', 'hierarchical', 'EXNEX'],
      ...borrowing.baskets.map(({ exchangeability, hierarchical, exnex }, at) => [
        studies[at]?.rate.words ?? '',
        borrowedText(exchangeability),
        borrowedText(hierarchical),
        borrowedText(exnex),
      ]),
    ]),
  );
  for (const reading of [borrowing.exchangeability, borrowing.hierarchical, borrowing.exnex])
    if (!reading.ok) print(`refused: ${reading.message}`);
  print('\nhow much depends on the prior of tau (hierarchical model, mean of the first study and the last):');
  for (const { prior, reading } of borrowing.sensitivity) {
    if (!reading.ok) continue;
    const means = [reading.model.baskets[0], reading.model.baskets.at(-1)].map((basket) =>
      basket === undefined ? '' : percent(basket.summary.mean),
    );
    print(`  ${prior}: ${means.join(' and ')}`);
  }
  print(
    `\nhow often P(share > ${percent(threshold)}) > ${cutoff} is wrong where every share is ${percent(threshold)}, by enumeration:`,
  );
  for (const { method, reading } of falsePositives) {
    const scenario = reading.ok ? reading.scenarios[0] : undefined;
    if (!reading.ok) print(`  ${method}: not enumerated (${reading.message})`);
    else if (scenario !== undefined && scenario.anyFalsePositive !== null)
      print(
        `  ${method}: ${percent(scenario.anyFalsePositive)} at least one study; ${scenario.baskets.map(({ declared }) => percent(declared)).join(', ')}`,
      );
  }
}

/** In what the studies differ: with each answer, given or refused. */
function printPanel({ panel, baskets }: BorrowedRatesReading): void {
  if (baskets.length < 2) return;
  const differing = panel.filter(({ differs, unsaid }) => differs || unsaid);
  print(`\nthese studies differ, or do not say, in ${differing.length} of ${panel.length} fields:`);
  for (const { field, values } of differing)
    print(`  ${field}: ${values.map(({ value, rates }) => `${value} (${rates.length})`).join('; ')}`);
}

const nearOf = (leftOut: readonly RateLeftOut[]): readonly RateLeftOut[] =>
  leftOut.filter(({ reason }) => reason !== 'otherPopulation' && reason !== 'otherTreatment');

function printLeftOut(leftOut: readonly RateLeftOut[]): void {
  const near = nearOf(leftOut);
  if (near.length === 0) return;
  print('\nnot in:');
  for (const { words, result, reason } of near)
    print(`  ${words}, ${result.count}/${result.of}: ${rateLeftOutText(reason)}`);
}

/** Prints the answer. */
export function printBorrowAnswer({ rates, question, words, reading, leftOut }: BorrowAnswer): void {
  print(`${libraryWords(rates.outcome)} in ${words}: studies that may borrow from each other`);
  print(`patients counted: ${rates.denominator}\n`);
  if (reading.ok && reading.treatments !== 'same')
    print(
      `across treatments, because --across-treatments asks for it: ${[...new Set(reading.baskets.map(({ treatment }) => treatment))].join('; ')}\n`,
    );
  if (reading.ok) printBorrowed(reading.borrowed, reading.baskets, question);
  else printRefused(reading);
  printPanel(reading);
  printLeftOut(leftOut);
  print(
    '\nBorrowing assumes that the studies may be alike; the first table does not. Research use, for professionals.',
  );
}

const summaryCells = (summary: ShareSummary | null) =>
  summary === null
    ? [null, null, null]
    : [summary.mean, summary.equalTailed.lower, summary.equalTailed.upper];

const borrowedCells = (borrowed: BasketBorrowing['hierarchical']) => [
  ...summaryCells(borrowed?.summary ?? null),
  borrowed?.borrowedPatients ?? null,
];

const countedColumns = ['study', 'id', 'count', 'of', 'denominator', 'inferred', 'treatment', 'selected by'];
const ownColumns = ['unborrowed', 'unborrowed lower', 'unborrowed upper', 'P above threshold'];
const methods = ['exchangeability', 'hierarchical', 'exnex'] as const;

/** The answer as a table: one study a row; where nothing is borrowed, the reason stands in each row. */
export function tableOfBorrowing({ reading }: BorrowAnswer): FigureTable {
  return {
    columns: [
      ...countedColumns,
      ...ownColumns,
      ...methods.flatMap((method) => [method, `${method} lower`, `${method} upper`, `${method} borrowed`]),
      'treatments',
      'refused',
    ],
    rows: reading.baskets.map(({ rate, denominator, treatment, alterations }, at) => {
      const basket = reading.ok ? reading.borrowed.borrowing.baskets[at] : undefined;
      return [
        rate.words,
        rate.study.id,
        rate.count,
        rate.of,
        denominator,
        rate.result.inferred ?? null,
        treatment,
        alterations,
        ...summaryCells(basket?.unborrowed ?? null),
        basket?.unborrowed?.aboveThreshold ?? null,
        ...methods.flatMap((method) => borrowedCells(basket?.[method] ?? null)),
        reading.treatments === 'same' ? 'same' : 'different',
        reading.ok ? null : refusalText(reading),
      ];
    }),
  };
}

/** The answer as JSON. */
export function borrowJson({ rates, question, reading, leftOut }: BorrowAnswer): string {
  const { baskets, panel, treatments } = reading;
  return JSON.stringify(
    {
      question: { ...rates, ...question },
      ok: reading.ok,
      ...(reading.ok ? {} : { reason: reading.reason, message: refusalText(reading) }),
      treatments,
      studies: baskets.map(({ rate, ...more }) => ({
        study: rate.study.id,
        words: rate.words,
        count: rate.count,
        of: rate.of,
        ...more,
        ...(rate.result.inferred === undefined ? {} : { inferred: rate.result.inferred }),
        printed: rate.result.printed,
        place: sourcePlaceText(rate.result.place),
      })),
      panel,
      leftOut: nearOf(leftOut).map(({ study, words, result, reason }) => ({
        study: study.id,
        words,
        count: result.count,
        of: result.of,
        denominator: result.denominator,
        reason,
      })),
      ...(reading.ok
        ? { borrowing: reading.borrowed.borrowing, falsePositives: reading.borrowed.falsePositives }
        : {}),
    },
    null,
    2,
  );
}
