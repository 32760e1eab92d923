/**
 * One quantity of one group printed more than once: in the abstract, the text, a table, the discussion, another paper. Two
 * printed numbers agree when one is the other rounded to its decimals; otherwise both stand as a conflict.
 */
import { type PrintedDecimal, readPrintedDecimal } from '../../statistics/index.ts';
import type { PrintedValue } from '../printed/index.ts';
import {
  type AuditedStudy,
  countKey,
  evidenceOf,
  groupedBy,
  groupWords,
  subjectOf,
} from './audited-study.ts';
import { type AuditAnswer, type AuditExplained, type AuditFinding, finding } from './finding.ts';

/** Quantities that are printed once for one group; a list of doses or sizes may hold several numbers. */
const isSingle = (value: PrintedValue): boolean =>
  value.what !== 'fact' && value.what !== 'other' && value.what !== 'dose' && value.what !== 'measurement';

/** The same decimals: the more exact of two numbers, rounded half up to those of the other. */
function roundsTo(exact: PrintedDecimal, decimals: number): number {
  const drop = exact.decimals - decimals;
  if (drop <= 0) return exact.units;
  const unit = 10 ** drop;
  return Math.floor((2 * exact.units + unit) / (2 * unit));
}

type Agreement = 'same' | 'rounded' | 'different';

function agreementOf(a: PrintedDecimal, b: PrintedDecimal): Agreement {
  if (a.decimals === b.decimals) return a.units === b.units ? 'same' : 'different';
  const [coarse, exact] = a.decimals < b.decimals ? [a, b] : [b, a];
  if (roundsTo(exact, coarse.decimals) !== coarse.units) return 'different';
  return exact.units === coarse.units * 10 ** (exact.decimals - coarse.decimals) ? 'same' : 'rounded';
}

const keyOf = (value: PrintedValue): string => {
  const subject = subjectOf(value).toLowerCase().replaceAll(/[-–]/gu, '-');
  const unit = 'unit' in value ? value.unit : '';
  return [value.group, value.what, subject, value.as, unit].join('|');
};

/** Percentages whose count is printed are tested with it: two of them differ only in their denominators. */
function hasCount({ values }: AuditedStudy, of: PrintedValue): boolean {
  return (
    of.as === 'percent' && values.some((value) => value.as === 'count' && countKey(value) === countKey(of))
  );
}

export function repeatedValueCheck(of: AuditedStudy): AuditAnswer {
  const findings: AuditFinding[] = [];
  const explained: AuditExplained[] = [];
  for (const same of groupedBy(of.values.filter(isSingle), keyOf).values()) {
    const [first] = same;
    if (first === undefined || same.length < 2 || hasCount(of, first)) continue;
    const numbers = same.map((value) => readPrintedDecimal(value.value));
    const read = numbers.flatMap((number) => (number.ok ? [number.decimal] : []));
    if (read.length !== same.length) continue;
    const pairs = read.flatMap((a, at) => read.slice(at + 1).map((b) => agreementOf(a, b)));
    const base = {
      study: of.study.id,
      check: 'repeatedValue',
      group: first.group,
      about: subjectOf(first),
    } as const;
    if (pairs.includes('different')) {
      findings.push(
        finding({
          ...base,
          outcome: 'conflicting',
          certainty: 'certain',
          printed: same.map(evidenceOf),
          recomputed: [...new Set(same.map((value) => evidenceOf(value).printed))].join(' against '),
          test: 'one quantity of one group, printed in several places',
          explanation: `A slip in one place, or other patients in the denominator (${groupWords(of, first.group)}).`,
        }),
      );
    } else if (pairs.includes('rounded')) {
      explained.push({ ...base, printed: same.map(evidenceOf), because: 'One is the other, rounded.' });
    }
  }
  return { findings, explained };
}
