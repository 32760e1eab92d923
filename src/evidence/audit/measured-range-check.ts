/**
 * Measured values against what is printed beside them: a median or mean of ages, sizes, laboratory values or doses lies within its
 * range; so does a median within its quartiles, and an estimate within its interval. Of one patient all three are one number,
 * of two the median and the mean are the middle. Medians of times have a check of their own.
 */
import { inOrder, medianOfFew } from '../../statistics/index.ts';
import { type PrintedValue, printedSubject, timeQuantities } from '../printed/index.ts';
import { type AuditedStudy, evidenceOf, groupWords, sizesOf } from './audited-study.ts';
import { type AuditAnswer, type AuditCertainty, type AuditFinding, finding } from './finding.ts';
import { readPrintedLimits } from './printed-interval.ts';

const measured = ['baseline', 'laboratory', 'measurement', 'dose', 'incidence', 'other'];

/** Averages with two numbers beside them; a survival time is censored and has its own check unless it is a mean. */
function isAverage(value: PrintedValue): boolean {
  if (value.as !== 'median' && value.as !== 'mean') return false;
  return (
    measured.includes(value.what) ||
    (value.as === 'mean' && timeQuantities.some((quantity) => quantity === value.what))
  );
}

/** Two limits, with the unit of the value taken away: "1.2–3.4 cm". */
function limitsOf(value: PrintedValue) {
  if (!('interval' in value) || value.interval === undefined) return undefined;
  const unit = 'unit' in value && value.unit !== undefined ? value.unit : '';
  const plain = unit === '' ? value.interval : value.interval.replaceAll(unit, ' ').replaceAll(/\s+/g, ' ');
  return readPrintedLimits(plain.trim());
}

/** How certain it is that an average lies between its two numbers; undefined where it need not. */
function certaintyOf(value: PrintedValue): AuditCertainty | undefined {
  const label = 'intervalLabel' in value ? (value.intervalLabel ?? 'unlabelled') : 'unlabelled';
  switch (label) {
    case 'standardDeviation':
      return undefined;
    case 'interquartileRange':
      // The mean of skewed values may lie beyond the quartiles.
      return value.as === 'median' ? 'certain' : undefined;
    case 'range':
    case '95% CI':
    case '90% CI':
      return 'certain';
    case 'unlabelled':
      return value.as === 'median' ? 'certain' : 'possible';
  }
}

/** The patients of a group of which one size is printed, of one or two. */
function fewOf(of: AuditedStudy, value: PrintedValue): number | undefined {
  const sizes = sizesOf(of, value.group);
  const [size] = sizes;
  const isRange = 'intervalLabel' in value && value.intervalLabel === 'range';
  const isOfPatients = value.what === 'baseline' || value.what === 'laboratory';
  return size !== undefined && sizes.length === 1 && size.patients <= 2 && isRange && isOfPatients
    ? size.patients
    : undefined;
}

function outside(of: AuditedStudy, value: PrintedValue): readonly AuditFinding[] {
  const limits = limitsOf(value);
  const certainty = certaintyOf(value);
  if (limits === undefined || certainty === undefined) return [];
  const [least, most] = [limits.lower.printed, limits.upper.printed];
  const { value: lower } = limits.lower;
  const { value: upper } = limits.upper;
  // Limits in the wrong order have a check of their own.
  if (lower !== undefined && upper !== undefined && lower > upper) return [];
  const longest = limits.upper.open && upper !== undefined ? `${most}+` : most;
  const few = limits.upper.open ? undefined : fewOf(of, value);
  const read =
    few === undefined
      ? inOrder([
          [least, value.value],
          [value.value, longest],
        ])
      : medianOfFew(value.value, { least, most }, few);
  if (read.outcome !== 'impossible' && read.outcome !== 'truncated') return [];
  return [
    finding({
      study: of.study.id,
      check: 'medianAndRange',
      group: value.group,
      about: `${value.as} ${printedSubject(value)}`,
      outcome: read.outcome,
      certainty,
      printed: [
        evidenceOf(value),
        {
          printed: 'interval' in value && value.interval !== undefined ? value.interval : '',
          place: value.place,
        },
      ],
      recomputed: read.broken
        .map(([one, other]) => (few === undefined ? `${one} is above ${other}` : `${one} is not ${other}`))
        .join('; '),
      test:
        few === undefined
          ? 'a median or mean lies within its range and within its interval'
          : `the median or mean of ${few === 1 ? 'one patient is the value of that patient' : 'two patients is the middle of their range'}`,
      explanation: `A digit is wrong, or the two numbers belong to another value or to other patients (${groupWords(of, value.group)}).`,
    }),
  ];
}

export function measuredRangeCheck(of: AuditedStudy): AuditAnswer {
  return { findings: of.values.filter(isAverage).flatMap((value) => outside(of, value)), explained: [] };
}
