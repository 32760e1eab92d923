/** Rows of lesions put together into the records of patients: time points in order, each lesion once, days from the start. */
import type { Issue } from '../reading/index.ts';
import type {
  FollowedLesion,
  LesionKind,
  LesionRecord,
  LesionState,
  LesionTraits,
  TimePoint,
} from '../response/index.ts';
import { compareDates, daysBetween, type PatientDate } from '../units/index.ts';

/** One lesion at one time point. */
export interface LesionRow {
  readonly patient: string;
  readonly lesion: string;
  readonly kind: LesionKind;
  readonly isNode: boolean;
  readonly organ?: string;
  readonly traits?: LesionTraits;
  readonly date: PatientDate;
  /** The number of the visit; where it is given, it makes and orders the time points. */
  readonly visit?: number;
  /** The name of the visit. */
  readonly label?: string;
  /** The first day of treatment. */
  readonly start?: PatientDate;
  readonly state: LesionState;
  /** In Hounsfield units. */
  readonly density?: number;
  /** SUVmax of FDG. */
  readonly uptake?: number;
  readonly treatment?: string;
  readonly line: number;
}

/** Records, and the patients whose day 0 is that of the baseline scan. */
export interface LesionRecords {
  readonly records: readonly LesionRecord[];
  readonly countedFromBaseline: readonly string[];
}

const error = (message: string, line: number, code: Issue['code'] = 'wrong-value'): Issue => ({
  code,
  severity: 'error',
  message,
  line,
});

interface Visit {
  readonly key: string;
  readonly rows: readonly LesionRow[];
  readonly first: LesionRow;
}

/** The time points of a patient in their order, or why there is none. */
function visitsOf(rows: readonly LesionRow[]): readonly Visit[] | Issue {
  const groups = Map.groupBy(rows, ({ visit, date }) =>
    visit === undefined ? `${date.axis} ${date.earliest} ${date.latest}` : `visit ${visit}`,
  );
  const visits = [...groups].flatMap(([key, own]) => {
    const first = own[0];
    return first === undefined ? [] : [{ key, rows: own, first }];
  });
  const sorted = visits.toSorted(({ first: a }, { first: b }) =>
    a.visit !== undefined && b.visit !== undefined
      ? a.visit - b.visit
      : (a.date.earliest ?? Number.NEGATIVE_INFINITY) - (b.date.earliest ?? Number.NEGATIVE_INFINITY),
  );
  for (const [at, { first }] of sorted.entries()) {
    const before = sorted[at - 1]?.first;
    if (before === undefined || first.visit !== undefined) continue;
    const order = compareDates(before.date, first.date);
    if (order === 'before') continue;
    const why =
      order === 'incomparable'
        ? 'one is a date and one a day'
        : 'they overlap, so that it is open which came first';
    return error(
      `${first.patient}: the time points ${before.date.printed} and ${first.date.printed} cannot be ordered: ${why}; give whole dates`,
      first.line,
      'date-order',
    );
  }
  return sorted;
}

function followed(
  rows: readonly LesionRow[],
  visits: readonly Visit[],
  visitOf: ReadonlyMap<LesionRow, number>,
): FollowedLesion | Issue {
  const [first] = rows;
  if (first === undefined) throw new Error('a lesion without a row');
  const states: (LesionState | undefined)[] = visits.map(() => undefined);
  const densities: (number | undefined)[] = visits.map(() => undefined);
  const uptakes: (number | undefined)[] = visits.map(() => undefined);
  for (const row of rows) {
    if (row.kind !== first.kind || row.isNode !== first.isNode)
      return error(
        `${row.patient} ${row.lesion} is ${row.kind}${row.isNode ? ', a node' : ''} here and ${first.kind}${first.isNode ? ', a node' : ''} on line ${first.line}; make them one`,
        row.line,
      );
    const at = visitOf.get(row) ?? -1;
    if (states[at] !== undefined)
      return error(
        `${row.patient} ${row.lesion} stands twice at ${row.date.printed}; keep one row`,
        row.line,
      );
    states[at] = row.state;
    densities[at] = row.density;
    uptakes[at] = row.uptake;
  }
  const organ = rows.find((row) => row.organ !== undefined)?.organ;
  let traits: LesionTraits = {};
  for (const row of rows.toReversed()) traits = { ...traits, ...row.traits };
  return {
    id: first.lesion,
    kind: first.kind,
    isNode: first.isNode,
    ...(organ === undefined ? {} : { organ }),
    ...(Object.keys(traits).length === 0 ? {} : { traits }),
    states,
    ...(densities.every((each) => each === undefined) ? {} : { densities }),
    ...(uptakes.every((each) => each === undefined) ? {} : { uptakes }),
  };
}

/** The last known state before treatment, then the later ones. */
function fromBaseline<T>(states: readonly T[], before: number, isKnown: (state: T) => boolean): readonly T[] {
  const first = states.slice(0, before);
  const last = first.findLast(isKnown) ?? first.at(-1);
  return last === undefined ? states.slice(before - 1) : [last, ...states.slice(before)];
}

/**
 * Several scans before treatment are one baseline: of each lesion the last that says something, because bones and liver are
 * often looked at on different days.
 */
function oneBaseline(
  { patient, timePoints, lesions }: LesionRecord,
  before: number,
): { readonly record: LesionRecord; readonly warning: Issue } {
  const labels = timePoints.slice(0, before).map(({ label }) => label);
  return {
    record: {
      patient,
      timePoints: timePoints.slice(before - 1),
      lesions: lesions.map(({ states, densities, uptakes, ...lesion }) => ({
        ...lesion,
        states: fromBaseline(states, before, (state) => state !== undefined && state.kind !== 'missing'),
        ...(densities === undefined
          ? {}
          : { densities: fromBaseline(densities, before, (value) => value !== undefined) }),
        ...(uptakes === undefined
          ? {}
          : { uptakes: fromBaseline(uptakes, before, (value) => value !== undefined) }),
      })),
    },
    warning: {
      code: 'date-order',
      severity: 'warning',
      message: `${patient} has ${before} time points up to the start of treatment (${labels.join(', ')}); the baseline of each lesion is its last one`,
    },
  };
}

/** A new lesion that stands at the baseline cannot be new. */
function newAtBaseline(
  { patient, lesions, timePoints }: LesionRecord,
  rows: readonly LesionRow[],
): Issue | undefined {
  const early = lesions.find(
    ({ kind, states }) =>
      kind === 'new' &&
      states[0] !== undefined &&
      states[0].kind !== 'absent' &&
      states[0].kind !== 'missing',
  );
  if (early === undefined) return undefined;
  const row = rows.find(({ lesion }) => lesion === early.id);
  return error(
    `${patient} ${early.id} is a new lesion and stands at the baseline ${timePoints[0]?.label ?? ''}; make it target or non-target, or give the baseline its own rows`,
    row?.line ?? 1,
  );
}

/** The start of treatment that the rows give; an issue where they give two. */
function startOf(patient: string, rows: readonly LesionRow[]): PatientDate | Issue | undefined {
  const first = rows.find((row) => row.start !== undefined);
  const other = rows.find((row) => row.start !== undefined && row.start.printed !== first?.start?.printed);
  if (other === undefined) return first?.start;
  return error(
    `${patient} has two starts of treatment, ${first?.start?.printed ?? ''} and ${other.start?.printed ?? ''}; keep one`,
    other.line,
    'date-order',
  );
}

function recordOf(
  patient: string,
  rows: readonly LesionRow[],
  start: PatientDate | undefined,
): { readonly record: LesionRecord; readonly isFromBaseline: boolean; readonly warning?: Issue } | Issue {
  const visits = visitsOf(rows);
  if ('code' in visits) return visits;
  const baseline = visits[0];
  if (baseline === undefined) throw new Error('a patient without a row');
  const own = startOf(patient, rows);
  if (own !== undefined && 'code' in own) return own;
  const given = own ?? start;
  const zero =
    given ??
    (baseline.first.date.axis === 'anchor'
      ? ({ axis: 'anchor', earliest: 0, latest: 0, printed: 'day 0' } as const)
      : baseline.first.date);
  const timePoints: TimePoint[] = [];
  for (const { first, rows: scanned } of visits) {
    const treatments = new Set(
      scanned.flatMap(({ treatment }) => (treatment === undefined ? [] : [treatment])),
    );
    const [treatment] = treatments;
    if (treatments.size > 1)
      return error(
        `${patient}: the rows of ${first.date.printed} name ${treatments.size} treatments; give one`,
        first.line,
      );
    const day = daysBetween(zero, first.date);
    if (day === 'incomparable')
      return error(
        `${patient}: ${first.date.printed} and the start of treatment (${zero.printed}) are not on one calendar; give both as dates or both as days`,
        first.line,
        'date-order',
      );
    timePoints.push({
      label: first.label ?? first.date.printed,
      day,
      ...(treatment === undefined ? {} : { treatment }),
    });
  }
  const visitOf = new Map(visits.flatMap((visit, at) => visit.rows.map((row) => [row, at] as const)));
  const lesions: FollowedLesion[] = [];
  for (const rowsOfLesion of Map.groupBy(rows, ({ lesion }) => lesion).values()) {
    const read = followed(rowsOfLesion, visits, visitOf);
    if ('code' in read) return read;
    lesions.push(read);
  }
  const isFromBaseline = given === undefined && baseline.first.date.axis === 'calendar';
  const record: LesionRecord = { patient, timePoints, lesions };
  const before = isFromBaseline
    ? 1
    : timePoints.filter(({ day }) => day.most !== null && day.most <= 0).length;
  const read = before > 1 ? oneBaseline(record, before) : { record };
  const early = newAtBaseline(read.record, rows);
  return early ?? { ...read, isFromBaseline };
}

/** The records of all patients, in the order of their first row. */
export function lesionRecords(
  rows: readonly LesionRow[],
  start?: PatientDate,
): { readonly value: LesionRecords | undefined; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const records: LesionRecord[] = [];
  const countedFromBaseline: string[] = [];
  for (const [patient, own] of Map.groupBy(rows, (row) => row.patient)) {
    const read = recordOf(patient, own, start);
    if ('code' in read) {
      issues.push(read);
      continue;
    }
    if (read.warning !== undefined) issues.push(read.warning);
    records.push(read.record);
    if (read.isFromBaseline) countedFromBaseline.push(patient);
  }
  const isRefused = issues.some(({ severity }) => severity === 'error');
  return { value: isRefused ? undefined : { records, countedFromBaseline }, issues };
}
