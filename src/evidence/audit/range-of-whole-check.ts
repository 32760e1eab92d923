/**
 * Ranges of parts against the range of their whole: no patient of a part has a shorter or longer time than all, and where the parts
 * are all patients, the shortest and the longest time of all are among theirs.
 */
import { type PrintedRange, rangeOfUnion } from '../../statistics/index.ts';
import { type AuditedStudy, partOfPaper } from './audited-study.ts';
import { type AuditAnswer, type AuditFinding, finding } from './finding.ts';
import { readPrintedLimits } from './printed-interval.ts';
import { printedMedians, type Time } from './time-check.ts';

/** The ends of a printed range, with the plus sign of a time that was still running; undefined for anything else. */
function rangeOf({ interval, intervalLabel }: Time): PrintedRange | undefined {
  if (interval === undefined || intervalLabel !== 'range') return undefined;
  const limits = readPrintedLimits(interval);
  if (limits === undefined || limits.upper.value === undefined) return undefined;
  return { least: limits.lower.printed, most: `${limits.upper.printed}${limits.upper.open ? '+' : ''}` };
}

export function rangeOfWholeCheck(of: AuditedStudy): AuditAnswer {
  const medians = printedMedians(of);
  const findings = medians.flatMap((whole): AuditFinding[] => {
    const range = rangeOf(whole);
    if (range === undefined) return [];
    const ids = of.groups.flatMap(({ id, partOf }) => (partOf === whole.group ? [id] : []));
    const parts = medians.filter(
      (each) =>
        ids.includes(each.group) &&
        each.what === whole.what &&
        each.unit === whole.unit &&
        partOfPaper(each) === partOfPaper(whole),
    );
    const ranges = parts.flatMap((each) => rangeOf(each) ?? []);
    if (ranges.length === 0 || ranges.length < parts.length) return [];
    const complete =
      ids.every((id) => parts.some(({ group }) => group === id)) &&
      of.values.some(
        (value) =>
          value.what === 'part' &&
          value.group === whole.group &&
          value.partition &&
          value.scheme === 'entity',
      );
    const { outcome } = rangeOfUnion(range, ranges, complete);
    if (outcome !== 'impossible' && outcome !== 'truncated') return [];
    return [
      finding({
        study: of.study.id,
        check: 'subgroupAgainstTotal',
        group: whole.group,
        about: `range of ${whole.what}`,
        outcome,
        certainty: 'certain',
        printed: [whole, ...parts].map(({ value, interval, unit, place }) => ({
          printed: `${value} (${interval ?? ''}) ${unit}`,
          place,
        })),
        recomputed: `${ranges.map(({ least, most }) => `${least}–${most}`).join(', ')} in parts of ${range.least}–${range.most}`,
        test: 'ranges of parts against the range of the whole',
        explanation: 'The whole holds other patients than the parts, or a limit is misprinted.',
      }),
    ];
  });
  return { findings, explained: [] };
}
