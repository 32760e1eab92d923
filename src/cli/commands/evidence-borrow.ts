/** `cajal evidence borrow`: studies as baskets, unborrowed first, then what they borrow from each other. */
import { printCriterion } from '../../criteria/index.ts';
import {
  type BorrowedRates,
  borrowRates,
  borrowRefusalText,
  countedOutcomes,
  selectRates,
} from '../../evidence/index.ts';
import type { BasketBorrowing, ShareSummary } from '../../statistics/index.ts';
import type { EvidenceBorrowOptions } from '../evidence-options.ts';
import { reportIssues } from '../outcome.ts';
import { studiesKnownBy, wholeLibrary } from './evidence-library.ts';
import { whereOf } from './evidence-pool.ts';
import { print, table } from './stats.ts';

const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;

const summaryText = (summary: ShareSummary | null): string =>
  summary === null
    ? 'none'
    : `${percent(summary.mean)} (${percent(summary.equalTailed.lower)}–${percent(summary.equalTailed.upper)})`;

const borrowedText = (borrowed: BasketBorrowing['hierarchical']): string =>
  borrowed === null ? 'none' : `${summaryText(borrowed.summary)}, ${borrowed.borrowedPatients.toFixed(1)}`;

function printBorrowed(
  { rates, borrowing, falsePositives }: BorrowedRates,
  threshold: number,
  cutoff: number,
): void {
  print(
    table([
      ['study', 'count', `unborrowed (${borrowing.prior})`, `P(above ${percent(threshold)})`],
      ...borrowing.baskets.map(({ counts, unborrowed, prediction }, at) => [
        rates[at]?.words ?? '',
        `${counts.responses}/${counts.patients}`,
        unborrowed === null ? `prediction only: ${summaryText(prediction)}` : summaryText(unborrowed),
        unborrowed?.aboveThreshold?.toFixed(3) ?? '',
      ]),
    ]),
  );
  print('\nwith borrowing: mean (95% interval), patients that the others are worth');
  print(
    table([
      ['study', 'exchangeability models', 'hierarchical', 'EXNEX'],
      ...borrowing.baskets.map(({ exchangeability, hierarchical, exnex }, at) => [
        rates[at]?.words ?? '',
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

/** Lets the studies of a population borrow from each other. */
export function evidenceBorrowCommand(options: EvidenceBorrowOptions): void {
  const where = whereOf(options.where);
  const known = where === undefined ? undefined : studiesKnownBy(wholeLibrary().studies, options.asOf);
  if (where === undefined || known === undefined) return;
  const outcome = countedOutcomes.find((each) => each === options.outcome);
  if (outcome === undefined) {
    const message = `"${options.outcome}" is no outcome that studies count; one of ${countedOutcomes.join(', ')}`;
    reportIssues([{ code: 'wrong-value', severity: 'error', message, source: '--outcome' }]);
    return;
  }
  const reading = options.asPrinted ? 'asPrinted' : 'curated';
  const { selected } = selectRates(known, {
    outcome,
    where,
    regimen: options.regimen,
    denominator: 'analysed',
    reading,
    withInferred: options.withInferred,
    document: options.document,
  });
  const read = borrowRates(selected, { reading, threshold: options.threshold, cutoff: options.cutoff });
  if (options.json) {
    print(JSON.stringify(read, null, 2));
    return;
  }
  print(`${outcome} in ${printCriterion(where)}: studies that may borrow from each other\n`);
  if (read.ok) printBorrowed(read.borrowed, options.threshold, options.cutoff);
  else if (read.reason === 'model') print(`refused: ${read.refusal.message}`);
  else {
    print(`refused: ${borrowRefusalText(read.reason)}`);
    for (const words of read.between) print(`  ${words}`);
  }
  print(
    '\nBorrowing assumes that the studies may be alike; the first table does not. Research use, for professionals.',
  );
}
