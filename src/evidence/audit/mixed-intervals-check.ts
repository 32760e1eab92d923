/**
 * One cell that holds both a range and an interval: of two groups of one row under one heading, the numbers beside one median are
 * found to be a confidence interval, and those beside the other end with a censored time ("72+"), which only a range does.
 */
import { type PrintedValue, timeQuantities } from '../printed/index.ts';
import { type AuditedStudy, evidenceOf, groupWords, partOfPaper } from './audited-study.ts';
import { type AuditAnswer, type AuditFinding, finding } from './finding.ts';
import { readPrintedLimits } from './printed-interval.ts';

type Time = Extract<PrintedValue, { readonly what: (typeof timeQuantities)[number] }>;

const isTime = (value: PrintedValue): value is Time => timeQuantities.some((each) => each === value.what);

export function mixedIntervalsCheck(of: AuditedStudy, found: readonly AuditFinding[]): AuditAnswer {
  const times = of.values.filter(isTime).filter(({ intervalLabel }) => intervalLabel === 'range');
  const intervals = found.filter(({ check }) => check === 'intervalAsRange');
  const findings = times.flatMap((value): AuditFinding[] => {
    const limits = value.interval === undefined ? undefined : readPrintedLimits(value.interval);
    if (limits?.upper.open !== true) return [];
    const sibling = times.find(
      (other) =>
        other.what === value.what &&
        other.group !== value.group &&
        partOfPaper(other) === partOfPaper(value) &&
        intervals.some(({ group, about }) => group === other.group && about === other.what),
    );
    if (sibling === undefined) return [];
    return [
      finding({
        study: of.study.id,
        check: 'columnUnit',
        group: value.group,
        about: `${value.what}: a range and an interval in one cell`,
        outcome: 'conflicting',
        certainty: 'likely',
        printed: [value, sibling].map((each) => ({
          ...evidenceOf(each),
          printed: `${each.value} (${each.interval ?? ''})`,
        })),
        recomputed: `${value.interval ?? ''} of ${groupWords(of, value.group)} is a range, ${sibling.interval ?? ''} of ${groupWords(of, sibling.group)} an interval`,
        test: 'what stands beside the medians of one cell',
        explanation: 'The numbers were taken from two places of the source that print different things.',
      }),
    ];
  });
  return { findings, explained: [] };
}
