/** Limits printed in the wrong order, and ratios outside their own interval. Medians of times have a check of their own. */
import { printedSubject } from '../printed/index.ts';
import { type AuditedStudy, evidenceOf } from './audited-study.ts';
import { type AuditAnswer, type AuditFinding, finding } from './finding.ts';
import { printedTimeValue, readPrintedLimits } from './printed-interval.ts';

const ratios = ['hazardRatio', 'oddsRatio', 'riskRatio'];

export function intervalOrderCheck(of: AuditedStudy): AuditAnswer {
  const findings = of.values.flatMap((value): AuditFinding[] => {
    const interval = 'interval' in value ? value.interval : undefined;
    const limits = interval === undefined ? undefined : readPrintedLimits(interval);
    const [lower, upper] = [limits?.lower.value, limits?.upper.value];
    if (interval === undefined || lower === undefined || upper === undefined) return [];
    if ('intervalLabel' in value && value.intervalLabel === 'standardDeviation') return [];
    const estimate = ratios.includes(value.what) ? printedTimeValue(value.value)?.value : undefined;
    const isReversed = lower > upper;
    const isOutside = estimate !== undefined && (estimate < lower || estimate > upper);
    if (!isReversed && !isOutside) return [];
    return [
      finding({
        study: of.study.id,
        check: 'medianAndRange',
        group: value.group,
        about: isReversed ? `limits of ${printedSubject(value)}` : printedSubject(value),
        outcome: 'impossible',
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
