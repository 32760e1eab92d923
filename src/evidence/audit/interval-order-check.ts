/**
 * Limits printed in the wrong order, and ratios and shares of a survival curve outside their own interval. Medians of times,
 * measured values and responses have checks of their own.
 */
import { ratioAgainstInterval } from '../../statistics/index.ts';
import { printedSubject } from '../printed/index.ts';
import { type AuditedStudy, evidenceOf } from './audited-study.ts';
import { type AuditAnswer, type AuditFinding, finding } from './finding.ts';
import { readPrintedLimits } from './printed-interval.ts';

const ratios = ['hazardRatio', 'oddsRatio', 'riskRatio'];

export function intervalOrderCheck(of: AuditedStudy): AuditAnswer {
  const findings = of.values.flatMap((value): AuditFinding[] => {
    const interval = 'interval' in value ? value.interval : undefined;
    const limits = interval === undefined ? undefined : readPrintedLimits(interval);
    const [lower, upper] = [limits?.lower.value, limits?.upper.value];
    if (limits === undefined || interval === undefined || lower === undefined || upper === undefined)
      return [];
    if ('intervalLabel' in value && value.intervalLabel === 'standardDeviation') return [];
    const isReversed = lower > upper;
    const read =
      isReversed || !(ratios.includes(value.what) || value.as === 'curvePercent')
        ? undefined
        : ratioAgainstInterval({
            estimate: value.value,
            lower: limits.lower.printed,
            upper: limits.upper.printed,
          });
    // Numbers with other decimals are compared by what they stand for: 0.5 may be 0.48, within 0.46 to 0.49.
    const order = read === undefined || 'outcome' in read ? 'consistent' : read.order;
    if (!isReversed && order === 'consistent') return [];
    return [
      finding({
        study: of.study.id,
        check: 'medianAndRange',
        group: value.group,
        about: isReversed ? `limits of ${printedSubject(value)}` : printedSubject(value),
        outcome: isReversed || order === 'consistent' ? 'impossible' : order,
        certainty: 'certain',
        printed: [evidenceOf(value), { printed: interval, place: value.place }],
        recomputed: isReversed
          ? `the lower limit ${lower} is above the upper limit ${upper}`
          : `${value.value} is not within ${interval}`,
        test: 'a lower limit is below its upper limit, and an estimate lies between them',
        explanation: 'A digit is wrong, or the interval belongs to another value.',
      }),
    ];
  });
  return { findings, explained: [] };
}
