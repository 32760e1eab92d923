/**
 * Ranges and means against the patients that a study prints one by one: no patient lies outside the range of all, and where every
 * patient is printed the ends of the range are those of two of them, and the mean is theirs.
 */
import { type PrintedRange, rangeOfUnion, readPrintedTime } from '../../statistics/index.ts';
import { type PrintedValue, printedSubject } from '../printed/index.ts';
import { type AuditedStudy, evidenceOf, groupWords, isPlainNumber, sizesOf } from './audited-study.ts';
import { type AuditAnswer, type AuditFinding, finding } from './finding.ts';
import { readPrintedLimits } from './printed-interval.ts';

const unitOf = (value: PrintedValue): string => ('unit' in value ? (value.unit ?? '') : '');

/** The values of single patients of a group, of the same quantity in the same unit; one for each patient. */
function singlesOf(of: AuditedStudy, value: PrintedValue): readonly PrintedValue[] | undefined {
  const parts = of.groups.filter(({ partOf }) => partOf === value.group).map(({ id }) => id);
  const subject = printedSubject(value).toLowerCase();
  const singles = of.values.filter(
    (each) =>
      each.as === 'value' &&
      each.what === value.what &&
      parts.includes(each.group) &&
      printedSubject(each).toLowerCase() === subject &&
      unitOf(each) === unitOf(value),
  );
  const isOnce = new Set(singles.map(({ group }) => group)).size === singles.length;
  return isOnce && singles.length > 0 ? singles : undefined;
}

function rangeOf(value: PrintedValue): PrintedRange | undefined {
  if (!('interval' in value) || value.interval === undefined || value.intervalLabel !== 'range')
    return undefined;
  const limits = readPrintedLimits(value.interval);
  if (limits === undefined || limits.upper.value === undefined) return undefined;
  return { least: limits.lower.printed, most: `${limits.upper.printed}${limits.upper.open ? '+' : ''}` };
}

/** Every patient of a printed size is printed. */
const isComplete = (of: AuditedStudy, value: PrintedValue, singles: readonly PrintedValue[]): boolean => {
  const sizes = sizesOf(of, value.group);
  return sizes.length > 0 && sizes.every(({ patients }) => patients === singles.length);
};

function againstRange(
  of: AuditedStudy,
  value: PrintedValue,
  singles: readonly PrintedValue[],
): readonly AuditFinding[] {
  const range = rangeOf(value);
  if (range === undefined || singles.some((single) => !readPrintedTime(single.value).ok)) return [];
  const isAll = isComplete(of, value, singles);
  const { outcome } = rangeOfUnion(
    range,
    singles.map((single) => ({ least: single.value, most: single.value })),
    isAll && singles.every(isPlainNumber),
  );
  if (outcome !== 'impossible' && outcome !== 'truncated') return [];
  const sorted = singles.toSorted((a, b) => Number.parseFloat(a.value) - Number.parseFloat(b.value));
  return [
    finding({
      study: of.study.id,
      check: 'rowsAgainstTotal',
      group: value.group,
      about: `range of ${printedSubject(value)}`,
      outcome: outcome === 'truncated' ? 'truncated' : 'conflicting',
      certainty: 'certain',
      printed: [
        { ...evidenceOf(value), printed: `${value.value} (${range.least}–${range.most})` },
        ...[sorted[0], sorted.at(-1)].flatMap((single) => (single === undefined ? [] : [evidenceOf(single)])),
      ],
      recomputed: `${sorted[0]?.value ?? ''} to ${sorted.at(-1)?.value ?? ''} in the ${singles.length} patients printed one by one`,
      test: isAll ? 'range of the rows of the table' : 'single patients lie within the range of all',
      explanation: `The range is of other patients, or a value is misprinted (${groupWords(of, value.group)}).`,
    }),
  ];
}

/** The mean is that of the printed values: a unit for its own rounding or cutting off, and half a unit for that of the values. */
function againstMean(
  of: AuditedStudy,
  value: PrintedValue,
  singles: readonly PrintedValue[],
): readonly AuditFinding[] {
  if (value.as !== 'mean' || !isComplete(of, value, singles)) return [];
  if (!isPlainNumber(value) || !singles.every(isPlainNumber)) return [];
  const decimals = Math.max(...[value, ...singles].map((each) => each.value.split('.')[1]?.length ?? 0));
  const units = singles.reduce((sum, single) => sum + Math.round(Number(single.value) * 10 ** decimals), 0);
  const exact = units / singles.length;
  const own = Number(value.value) * 10 ** decimals;
  const slack = 10 ** (decimals - (value.value.split('.')[1]?.length ?? 0)) + 0.5;
  if (Math.abs(exact - own) <= slack) return [];
  return [
    finding({
      study: of.study.id,
      check: 'rowsAgainstTotal',
      group: value.group,
      about: `mean ${printedSubject(value)}`,
      outcome: 'conflicting',
      certainty: 'certain',
      printed: [evidenceOf(value)],
      recomputed: `${(exact / 10 ** decimals).toFixed(decimals + 1)} from the ${singles.length} patients printed one by one`,
      test: 'mean of the rows of the table',
      explanation: `The mean is of other patients, or a value is misprinted (${groupWords(of, value.group)}).`,
    }),
  ];
}

export function rowsRangeCheck(of: AuditedStudy): AuditAnswer {
  const findings = of.values
    .filter(({ as }) => as === 'median' || as === 'mean')
    .flatMap((value) => {
      const singles = singlesOf(of, value);
      return singles === undefined
        ? []
        : [...againstRange(of, value, singles), ...againstMean(of, value, singles)];
    });
  return { findings, explained: [] };
}
