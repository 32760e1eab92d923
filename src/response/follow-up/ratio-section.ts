/** The PFS ratio of lines that certainly follow each other. */
import type { CaseRecord, TherapyCourse } from '../../case/index.ts';
import { treatmentLines } from '../lines/index.ts';
import {
  censoringRules,
  type PfsBounds,
  type PfsRatio,
  pfsRatio,
  type TimeToEvent,
} from '../time-to-event/index.ts';
import { followedCourse } from './followed-course.ts';
import { basisOfAll, type FollowUpRow, type FollowUpSection, notKnown } from './section.ts';
import { timeOf } from './time-section.ts';

/** A progression-free time as bounds: open upwards where it can have been censored. */
function pfsBounds(time: TimeToEvent): PfsBounds | undefined {
  if (!time.ok) return undefined;
  const mosts = time.outcomes.map(({ status, days }) => (status === 'censored' ? null : days.most));
  return {
    least: Math.min(...time.outcomes.map(({ days }) => days.least)),
    most: mosts.includes(null) ? null : Math.max(...mosts.map((most) => most ?? 0)),
  };
}

const callWords: Readonly<Record<PfsRatio['call'], string>> = {
  above: 'above 1.3',
  notAbove: 'not above 1.3',
  undetermined: 'undetermined against 1.3',
};

function ratioCells(
  first: PfsBounds | undefined,
  second: PfsBounds | undefined,
  id: string,
): readonly string[] {
  if (first === undefined || second === undefined) return [notKnown, 'one of the two times is not known'];
  const read = pfsRatio([{ id, first, second }]);
  const [ratio] = read.ok ? read.value.ratios : [];
  if (ratio === undefined) return [notKnown, 'the time before was 0 days'];
  const { least, most, call } = ratio;
  const shown = (bound: number): string => String(Number(bound.toFixed(2)));
  const bounds =
    most === null
      ? `at least ${shown(least)}`
      : least === most
        ? shown(least)
        : `${shown(least)} to ${shown(most)}`;
  return [bounds, callWords[call]];
}

/** The section of the PFS ratio, of lines with one course each whose numbers are certain. */
export function pfsRatioSection(record: CaseRecord): FollowUpSection {
  const rule = censoringRules.ema2012;
  const { lines } = treatmentLines(record.therapies, record.anchor?.calendar);
  const certain = lines.filter(({ least, most, courses }) => least === most && courses.length === 1);
  const courseAt = (number: number): TherapyCourse | undefined => {
    const id = certain.find(({ least }) => least === number)?.courses[0];
    return record.therapies.find((course) => course.id === id);
  };
  const boundsOf = (course: TherapyCourse): PfsBounds | undefined =>
    pfsBounds(timeOf(record, followedCourse(record, course), 'PFS', rule));
  const rows = certain.flatMap(({ least }): readonly FollowUpRow[] => {
    const [first, second] = [courseAt(least - 1), courseAt(least)];
    if (first === undefined || second === undefined) return [];
    return [
      {
        cells: [second.printed, first.printed, ...ratioCells(boundsOf(first), boundsOf(second), second.id)],
        basis: basisOfAll([first.place, second.place]),
      },
    ];
  });
  return {
    id: 'pfsRatio',
    title: 'PFS ratio to the line before (growth modulation index)',
    columns: ['treatment', 'line before', 'ratio', 'against 1.3'],
    rows,
    notes:
      rows.length === 0
        ? ['No two lines whose order is certain: no ratio can be taken.']
        : [`Events by the ${rule.name} rule. One patient: no share and no probability follows.`],
  };
}
