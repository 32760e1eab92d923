/**
 * RECIST 1.1 of one patient's record: at every time point the target, non-target and new lesions, the overall response, and
 * the reason in words. A lesion that is seen again after a complete response is progression (section 4.4, note to table 3);
 * a node needs 10 mm for that and has to progress by size.
 */
import type { DataQuery } from './data-query.ts';
import type { FollowedLesion, LesionRecord, LesionState, TimePoint } from './lesion-record.ts';
import { equivocalQueries, type NewLesionCall, newLesionCalls } from './new-lesions.ts';
import { type NonTargetCall, nonTargetCall } from './non-target-response.ts';
import { type OverallCall, overallResponse } from './overall-response.ts';
import { sequenceQueries } from './response-sequence.ts';
import { targetChoiceQueries } from './target-choice.ts';
import {
  isMeasurement,
  knownBaselineSum,
  type Measurement,
  normalNodeMillimetres,
  sizeOf,
  type TargetCall,
  type TargetLesion,
  targetResponses,
} from './target-response.ts';

/** One time point after baseline with its calls. */
export interface TimePointCall {
  readonly timePoint: TimePoint;
  readonly target?: TargetCall;
  readonly nonTarget?: NonTargetCall;
  readonly newLesions: NewLesionCall;
  /** The overall response; undefined where the patient had no lesion at baseline and has none now. */
  readonly overall?: OverallCall;
  /** The overall response as it could be called then, where an equivocal new lesion was settled later. */
  readonly atTheTime?: OverallCall;
}

/** The calls of a record and what has to be asked of it. */
export interface RecistCalls {
  /** Null without target lesions and where one of them was not measured. */
  readonly baselineSum: number | null;
  readonly timePoints: readonly TimePointCall[];
  readonly queries: readonly DataQuery[];
}

/** A target that was seen and not measured has no size: it is missing from the sum. */
const measurementOf = (state: LesionState | undefined): Measurement =>
  state !== undefined && isMeasurement(state) ? state : { kind: 'missing' };

/** The target lesions of a record, as their sum is made. */
export function targetLesionsOf({ lesions, timePoints }: LesionRecord): readonly TargetLesion[] {
  return lesions
    .filter(({ kind }) => kind === 'target')
    .map(({ id, isNode, states }) => ({
      id,
      isNode,
      baseline: sizeOf(measurementOf(states[0])) ?? null,
      later: timePoints.slice(1).map((_, index) => measurementOf(states[index + 1])),
    }));
}

/**
 * The state of a lesion, of a merged one that of the lesion that carries the mass: gone with it, not evaluated with it, else
 * there. Where no lesion carries it, it was not evaluated.
 */
function carriedState(
  lesions: readonly FollowedLesion[],
  { states }: FollowedLesion,
  at: number,
  depth = 0,
): LesionState | undefined {
  const state = states[at];
  if (state?.kind !== 'merged') return state;
  const carrier = lesions.find(({ id }) => id === state.into);
  if (carrier === undefined || depth > lesions.length) return { kind: 'missing' };
  const carried = carriedState(lesions, carrier, at, depth + 1);
  if (carried === undefined || carried.kind === 'missing' || carried.kind === 'absent')
    return carried ?? { kind: 'missing' };
  const size = sizeOf(carried);
  const isGone = size !== undefined && (carrier.isNode ? size < normalNodeMillimetres : size === 0);
  return { kind: isGone ? 'absent' : 'present' };
}

/** Lesions of the baseline, other than nodes, that are there at a time point. */
function presentAt(lesions: readonly FollowedLesion[], at: number): readonly string[] {
  return lesions
    .filter(({ kind, isNode, states }) => {
      const state = states[at];
      if (kind === 'new' || isNode || state === undefined || state.kind === 'missing') return false;
      return state.kind !== 'merged' && state.kind !== 'equivocal' && sizeOf(state) !== 0;
    })
    .map(({ id }) => id);
}

function newLesionText({ unequivocal, equivocal, atTheTime }: NewLesionCall): string {
  switch (atTheTime) {
    case 'yes':
      return `new lesions: ${unequivocal.join(', ')}`;
    case 'equivocal':
      return `equivocal, no call yet: ${equivocal.join(', ')}`;
    case 'unknown':
      return 'new lesions were not looked for everywhere';
    case 'no':
      return 'no new lesion recorded';
  }
}

/** The overall response with the reasons of all its parts. */
function overallOf(
  target: TargetCall | undefined,
  nonTarget: NonTargetCall | undefined,
  newLesions: NewLesionCall,
  answer: NewLesionCall['atTheTime'],
): OverallCall | undefined {
  const call = overallResponse({
    ...(target === undefined ? {} : { target: target.response }),
    ...(nonTarget === undefined ? {} : { nonTarget: nonTarget.response }),
    newLesions: answer,
  });
  if (call === undefined) return undefined;
  const parts = [
    ...(target === undefined ? [] : [`target lesions ${target.response}: ${target.because}`]),
    ...(nonTarget === undefined ? [] : [`non-target lesions ${nonTarget.response}: ${nonTarget.because}`]),
    newLesionText(newLesions),
  ];
  return { response: call.response, because: parts.join('; ') };
}

/** What only the course so far can change: markers that stay high, and lesions that come back. */
function adjusted(
  call: OverallCall | undefined,
  timePoint: TimePoint,
  back: readonly string[],
): OverallCall | undefined {
  if (call === undefined) return undefined;
  if (call.response === 'CR' && timePoint.isMarkerAboveNormal === true)
    return { response: 'PR', because: `tumour markers are still above normal, so no CR; ${call.because}` };
  if (back.length > 0 && call.response !== 'PD')
    return {
      response: 'PD',
      because: `seen again after a complete response: ${back.join(', ')}; ${call.because}`,
    };
  return call;
}

/** The calls of every time point after baseline. Lesions may stand in any order. */
export function recistTimePoints(record: LesionRecord): RecistCalls {
  const { lesions, timePoints } = record;
  const found = lesions.filter(({ kind }) => kind === 'new');
  const nonTargets = lesions.filter(({ kind }) => kind === 'nonTarget');
  const targets = targetLesionsOf(record);
  const targetCalls = targetResponses(targets);
  const newCalls = newLesionCalls(
    found,
    timePoints.length,
    (at) => timePoints[at]?.isSearchedForNew !== false,
  );
  const queries: DataQuery[] = [
    ...targetChoiceQueries(record),
    ...mergedQueries(record),
    ...equivocalQueries(
      found,
      timePoints.map(({ label }) => label),
    ),
  ];
  let complete: string | undefined;
  const calls = newCalls.map((newLesions, index): TimePointCall => {
    const at = index + 1;
    const timePoint = timePoints[at] ?? { label: '', day: { least: null, most: null } };
    const target = targetCalls[index];
    const nonTarget = nonTargetCall(
      nonTargets.map((lesion) => ({
        id: lesion.id,
        isNode: lesion.isNode,
        state: carriedState(lesions, lesion, at),
        before: lesion.states[at - 1],
      })),
    );
    const back = complete === undefined ? [] : presentAt(lesions, at);
    const then = adjusted(overallOf(target, nonTarget, newLesions, newLesions.atTheTime), timePoint, back);
    if (back.length > 0)
      queries.push({
        code: 'reappearedAfterComplete',
        sentence: `${back.join(', ')} at ${timePoint.label} after CR at ${complete}: if it was there all along, that CR was a PR`,
        timePoint: timePoint.label,
      });
    if (then?.response === 'CR') complete ??= timePoint.label;
    const later = newLesions.confirmedLater;
    const isSettled = later.length > 0 && then !== undefined && then.response !== 'PD';
    const overall = isSettled
      ? {
          response: 'PD' as const,
          because: `equivocal new lesion that later was unequivocal (${later.join(', ')}): progression from the first date; ${then.because}`,
        }
      : then;
    return {
      timePoint,
      ...(target === undefined ? {} : { target }),
      ...(nonTarget === undefined ? {} : { nonTarget }),
      newLesions,
      ...(overall === undefined ? {} : { overall }),
      ...(isSettled ? { atTheTime: then } : {}),
    };
  });
  const called = calls.flatMap(({ timePoint, overall }) =>
    overall === undefined ? [] : [{ label: timePoint.label, response: overall.response }],
  );
  queries.push(...sequenceQueries(called));
  return { baselineSum: knownBaselineSum(targets), timePoints: calls, queries };
}

function mergedQueries({ lesions, timePoints }: LesionRecord): readonly DataQuery[] {
  return lesions.flatMap(({ id, states }) =>
    states.flatMap((state, at): readonly DataQuery[] => {
      if (state?.kind !== 'merged') return [];
      const carrier = lesions.find((each) => each.id === state.into && each.id !== id);
      const carried = carrier?.states[at];
      if (carried !== undefined && carried.kind !== 'merged' && sizeOf(carried) !== undefined) return [];
      const label = timePoints[at]?.label ?? '';
      const sentence = `${id} is said to have merged into ${state.into} at ${label}, which has no size there`;
      return [{ code: 'mergedIntoUnknown', sentence, lesion: id, timePoint: label }];
    }),
  );
}
