/**
 * One quantity of one group printed more than once: in the abstract, the text, a table, the discussion, another paper. Two
 * printed numbers agree when one is the other rounded to its decimals; otherwise both stand as a conflict.
 */
import { readPrintedDecimal, sameQuantity } from '../../statistics/index.ts';
import { type PrintedValue, printedSubject } from '../printed/index.ts';
import { type AuditedStudy, evidenceOf, groupedBy, groupWords, hasCount } from './audited-study.ts';
import { type AuditAnswer, type AuditExplained, type AuditFinding, finding } from './finding.ts';

/** Quantities that are printed once for one group; a list of doses or sizes may hold several numbers. */
const isSingle = (value: PrintedValue): boolean =>
  value.what !== 'fact' && value.what !== 'other' && value.what !== 'dose' && value.what !== 'measurement';

type Agreement = 'same' | 'rounded' | 'truncated' | 'different';

/** Counts agree when they are equal; other numbers when some value prints as each of them. */
function agreementOf(one: PrintedValue, other: PrintedValue): Agreement | undefined {
  const [a, b] = [readPrintedDecimal(one.value), readPrintedDecimal(other.value)];
  if (!a.ok || !b.ok) return undefined;
  const [first, second] = [a.decimal, b.decimal];
  if (first.decimals === second.decimals) return first.units === second.units ? 'same' : 'different';
  if (one.as === 'count') return 'different';
  const { outcome } = sameQuantity([one.value, other.value]);
  if (outcome === 'untestable') return undefined;
  if (outcome === 'impossible') return 'different';
  return outcome === 'truncated' ? 'truncated' : 'rounded';
}

/** Landmarks and notes are part of the quantity: survival at 6 and at 12 months are two. */
const keyOf = (value: PrintedValue): string => {
  const subject = printedSubject(value).toLowerCase().replaceAll(/[-–]/gu, '-');
  const unit = 'unit' in value ? value.unit : '';
  const at = 'at' in value ? value.at : '';
  return [value.group, value.what, subject, value.as, unit, at, value.note].join('|');
};

const criteriaOf = (value: PrintedValue): string | undefined =>
  'criteria' in value ? value.criteria : undefined;

/** Responses under two named sets of criteria are two quantities; where one names none, it is the other's. */
function hasOtherCriteria(one: PrintedValue, other: PrintedValue): boolean {
  const [first, second] = [criteriaOf(one), criteriaOf(other)];
  return first !== undefined && second !== undefined && first !== second;
}

export function repeatedValueCheck(of: AuditedStudy): AuditAnswer {
  const findings: AuditFinding[] = [];
  const explained: AuditExplained[] = [];
  for (const same of groupedBy(of.values.filter(isSingle), keyOf).values()) {
    const [first] = same;
    if (first === undefined || same.length < 2 || hasCount(of, first)) continue;
    const read = same.flatMap((a, at) =>
      same.slice(at + 1).flatMap((b) => (hasOtherCriteria(a, b) ? [] : [agreementOf(a, b)])),
    );
    const pairs = read.flatMap((agreement) => agreement ?? []);
    if (pairs.length !== read.length) continue;
    const base = {
      study: of.study.id,
      check: 'repeatedValue',
      group: first.group,
      about: printedSubject(first),
    } as const;
    if (pairs.includes('different') || pairs.includes('truncated')) {
      findings.push(
        finding({
          ...base,
          outcome: pairs.includes('different') ? 'conflicting' : 'truncated',
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
