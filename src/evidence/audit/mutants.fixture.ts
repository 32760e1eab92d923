/** Mutants of clean tables: what is found against what can be refuted, changed digits, and a normal tail of its own. */
import assert from 'node:assert/strict';
import type { PrintedResults, PrintedValue } from '../printed/index.ts';
import { auditStudy } from './audit-library.ts';
import { groupsOf, studyOf } from './printed-study.fixture.ts';

const faults = ['impossible', 'conflicting', 'truncated'];

/** Whether the audit calls anything of these values impossible, in conflict or cut off. */
export function isFound(
  values: readonly PrintedValue[],
  groups: PrintedResults['groups'] = groupsOf('all'),
): boolean {
  return auditStudy(studyOf({ groups, values: [...values] })).findings.some(({ outcome }) =>
    faults.includes(outcome),
  );
}

/** How many mutants were tried, could be refuted, and were found. */
export interface Tally {
  tried: number;
  refutable: number;
  found: number;
}

/** Every mutant has to be found if and only if it can be refuted. */
export function tally(into: Tally, refutable: boolean, found: boolean, words: string): void {
  into.tried += 1;
  into.refutable += refutable ? 1 : 0;
  into.found += found ? 1 : 0;
  assert.equal(found, refutable, words);
}

export const emptyTally = (): Tally => ({ tried: 0, refutable: 0, found: 0 });

/** The rate found is the rate predicted, and the test could have failed on either side. */
export function isTelling({ tried, refutable, found }: Tally, fewest: number): void {
  assert.equal(found / tried, refutable / tried);
  assert.ok(tried >= fewest, `${tried} tried`);
  assert.ok(refutable > 0 && refutable < tried, `${refutable} of ${tried} refutable`);
}

/** The chance beyond x of a standard normal variable: its series, and a continued fraction far out. */
export function upperTail(x: number): number {
  const density = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
  if (x > 5) {
    let fraction = x;
    for (let at = 60; at >= 1; at -= 1) fraction = x + at / fraction;
    return density / fraction;
  }
  let [term, sum] = [x, x];
  for (let at = 1; at < 200; at += 1) {
    term *= (x * x) / (2 * at + 1);
    sum += term;
  }
  return 0.5 - density * sum;
}

/** Every text with one digit of a number changed. */
export function digitsChanged(text: string): readonly string[] {
  return Array.from({ length: text.length }, (_, at) => at).flatMap((at) =>
    /\d/.test(text.charAt(at))
      ? Array.from({ length: 10 }, (_, digit) => String(digit))
          .filter((digit) => digit !== text.charAt(at))
          .map((digit) => `${text.slice(0, at)}${digit}${text.slice(at + 1)}`)
      : [],
  );
}
