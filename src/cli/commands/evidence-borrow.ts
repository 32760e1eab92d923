/** `cajal evidence borrow`: studies as baskets, unborrowed first, then what they borrow from each other. */
import { printCriterion } from '../../criteria/index.ts';
import {
  type BorrowQuestion,
  borrowRates,
  pooledOutcomes,
  type RateQuestion,
  selectRates,
} from '../../evidence/index.ts';
import type { EvidenceBorrowOptions } from '../evidence-options.ts';
import { reportIssues } from '../outcome.ts';
import {
  type BorrowAnswer,
  borrowJson,
  printBorrowAnswer,
  tableOfBorrowing,
} from './evidence-borrow-text.ts';
import { studiesKnownBy, wholeLibrary } from './evidence-library.ts';
import { whereOf } from './evidence-pool.ts';
import { printCsv } from './print-csv.ts';
import { print } from './stats.ts';

/** Lets the studies of a population borrow from each other. */
export function evidenceBorrowCommand(options: EvidenceBorrowOptions): void {
  const where = whereOf(options.where);
  const known = where === undefined ? undefined : studiesKnownBy(wholeLibrary().studies, options.asOf);
  if (where === undefined || known === undefined) return;
  const outcome = pooledOutcomes.find((each) => each === options.outcome);
  if (outcome === undefined) {
    const message = `"${options.outcome}" is no outcome that can be pooled; one of ${pooledOutcomes.join(', ')}`;
    reportIssues([{ code: 'wrong-value', severity: 'error', message, source: '--outcome' }]);
    return;
  }
  if (options.csv && options.json) {
    const message = 'one form at a time: leave out --csv, or --json';
    reportIssues([{ code: 'wrong-value', severity: 'error', message, source: '--csv' }]);
    return;
  }
  const rates: RateQuestion = {
    outcome,
    where,
    regimen: options.regimen,
    denominator: options.denominator,
    reading: options.asPrinted ? 'asPrinted' : 'curated',
    withInferred: options.withInferred,
    document: options.document,
  };
  const question: BorrowQuestion = {
    reading: rates.reading,
    threshold: options.threshold,
    cutoff: options.cutoff,
    acrossTreatments: options.acrossTreatments,
  };
  const { selected, leftOut } = selectRates(known, rates);
  const reading = borrowRates(selected, question);
  const answer: BorrowAnswer = { rates, question, words: printCriterion(where), reading, leftOut };
  if (options.json) print(borrowJson(answer));
  else if (options.csv) printCsv(tableOfBorrowing(answer));
  else printBorrowAnswer(answer);
}
