/**
 * RECIST 1.1 from the sizes of a case file, on condition: the file says how large lesions are and not which of them are the
 * targets, so the answer holds only if those measured at baseline are. It is not given where a change of the sum is printed,
 * because then the printed sum shows what the targets were.
 */
import type { Assessment, CaseRecord } from '../../case/index.ts';
import { type ImmuneCalls, immuneTimePoints } from '../irecist/index.ts';
import {
  type BestResponseRules,
  bestResponseOfSpans,
  type FollowedLesion,
  type LesionRecord,
  type LesionState,
  type PossibleBest,
  type RecistCalls,
  recistTimePoints,
} from '../recist/index.ts';
import type { CoursePoint } from './course-points.ts';
import { exactCentimetres } from './lesion-changes.ts';

/** The calls, and what they rest on. */
export interface ConditionalRecist {
  readonly condition: string;
  readonly calls: RecistCalls;
  readonly unconfirmed: PossibleBest;
  readonly confirmed: PossibleBest;
  /** iRECIST of the same sizes, where the course is an immunotherapy. */
  readonly immune?: ImmuneCalls;
}

/** How a course is read. */
export interface SizeRules extends Omit<BestResponseRules, 'isConfirmed'> {
  readonly isImmunotherapy: boolean;
}

type Entry = Assessment['lesions'][number];

function stateOf(entry: Entry | undefined): LesionState | undefined {
  if (entry === undefined) return undefined;
  const centimetres = exactCentimetres(entry);
  if (centimetres === 0 || entry.response === 'disappeared') return { kind: 'absent' };
  if (centimetres !== null) return { kind: 'measured', millimetres: Math.round(centimetres * 1e7) / 1e6 };
  return entry.response === 'grew' ? { kind: 'increased' } : { kind: 'present' };
}

/** The calls that follow from the sizes; undefined without sizes at baseline and later, or where a sum is printed. */
export function conditionalRecist(
  record: CaseRecord,
  baseline: Assessment | undefined,
  points: readonly CoursePoint[],
  { isImmunotherapy, ...rules }: SizeRules,
): ConditionalRecist | undefined {
  const later = points.flatMap(({ assessment, day, label }) =>
    assessment === undefined || assessment === baseline || assessment.lesions.length === 0
      ? []
      : [{ assessment, day, label }],
  );
  if (baseline === undefined || later.length === 0) return undefined;
  if (later.some(({ assessment }) => assessment.sumChangePercent !== undefined)) return undefined;
  const entriesOf = (id: string): readonly (Entry | undefined)[] =>
    [baseline, ...later.map(({ assessment }) => assessment)].map((each) =>
      each.lesions.find(({ lesion }) => lesion === id),
    );
  const lesions = record.lesions.flatMap(({ id, kind, site }): readonly FollowedLesion[] => {
    const entries = entriesOf(id);
    if (entries.every((entry) => entry === undefined)) return [];
    const isNew = entries.some((entry) => entry?.response === 'new');
    const isMeasured = exactCentimetres(entries[0]) !== null;
    return [
      {
        id,
        kind: isNew ? 'new' : isMeasured ? 'target' : 'nonTarget',
        isNode: kind === 'lymphNode',
        organ: site,
        states: entries.map(stateOf),
      },
    ];
  });
  const targets = lesions.filter(({ kind }) => kind === 'target');
  const isCompared = targets.some(({ states }) =>
    states.slice(1).some((state) => state?.kind === 'measured' || state?.kind === 'absent'),
  );
  if (!isCompared) return undefined;
  const nodes = targets.filter(({ isNode }) => isNode).map(({ id }) => id);
  const followed: LesionRecord = {
    patient: record.id,
    timePoints: [
      { label: baseline.date?.printed ?? baseline.id, day: { least: null, most: null } },
      ...later.map(({ day, label }) => ({ label, day })),
    ],
    lesions,
  };
  const calls = recistTimePoints(followed);
  const called = calls.timePoints.flatMap(({ timePoint, overall }) =>
    overall === undefined ? [] : [{ day: timePoint.day, response: overall.response, label: timePoint.label }],
  );
  const axis = nodes.length === 0 ? '' : ` and the diameters of nodes (${nodes.join(', ')}) are short axes`;
  return {
    condition: `if the lesions measured at baseline (${targets.map(({ id }) => id).join(', ')}) are the target lesions${axis}; the file does not say`,
    calls,
    unconfirmed: bestResponseOfSpans(called, { ...rules, isConfirmed: false }),
    confirmed: bestResponseOfSpans(called, { ...rules, isConfirmed: true }),
    ...(isImmunotherapy ? { immune: immuneTimePoints(followed) } : {}),
  };
}
