/**
 * The response of target lesions over time (RECIST 1.1, sections 4.2 and 4.3.1): the sum of the longest diameters, of the
 * short axes of nodes, against baseline and against the nadir, which includes the baseline. Progression needs 20% and 5 mm
 * and is decided before response. All sizes are in millimetres.
 */
import type { TargetResponse } from './overall-response.ts';

/** What was measured of a lesion at a time point. */
export type Measurement =
  | { readonly kind: 'measured'; readonly millimetres: number }
  /** Fell apart: the longest diameters of the parts are added (section 4.2). */
  | { readonly kind: 'split'; readonly millimetres: readonly number[] }
  /** Grew together with another lesion, which carries the longest diameter of the merged mass (section 4.2). */
  | { readonly kind: 'merged'; readonly into: string }
  /** Present and too small to measure: 5 mm are taken (section 4.2). */
  | { readonly kind: 'tooSmall' }
  | { readonly kind: 'absent' }
  | { readonly kind: 'missing' };

/** A target lesion with its measurement at baseline and at each later time point, in their order. */
export interface TargetLesion {
  readonly id: string;
  readonly isNode: boolean;
  /** Null where it was not measured at baseline: it enters no sum, and no time point is evaluable but for progression. */
  readonly baseline: number | null;
  readonly later: readonly Measurement[];
}

/** The target response of one time point. */
export interface TargetCall {
  readonly response: TargetResponse;
  /** The sum of what was measured. */
  readonly sum: number;
  readonly isComplete: boolean;
  /** The sum at baseline. */
  readonly baseline: number;
  /** Null where the reference is 0 or the sum is not complete. */
  readonly percentFromBaseline: number | null;
  readonly nadir: number;
  readonly percentFromNadir: number | null;
  readonly because: string;
}

/** What is taken for a lesion that is too small to measure. */
const tooSmallMillimetres = 5;
/** Short axis below which a node is no disease. */
export const normalNodeMillimetres = 10;
const progressionShare = 0.2;
const progressionMillimetres = 5;
const responseShare = 0.3;
/** Decimals of a caliper must not decide: 20% of 50.0 is 10.0. */
const slack = 1e-9;

/** The millimetres that a state adds to a sum; undefined where it adds none that is known. */
export function sizeOf(state: Measurement | { readonly kind: string }): number | undefined {
  if (!isMeasurement(state)) return undefined;
  switch (state.kind) {
    case 'measured':
      return state.millimetres;
    case 'split':
      return state.millimetres.reduce((total, part) => total + part, 0);
    case 'tooSmall':
      return tooSmallMillimetres;
    case 'merged':
    case 'absent':
      return 0;
    case 'missing':
      return undefined;
  }
}

const kinds: readonly string[] = ['measured', 'split', 'merged', 'tooSmall', 'absent', 'missing'];

/** Whether a state is one that a target lesion can have. */
export function isMeasurement(state: { readonly kind: string }): state is Measurement {
  return kinds.includes(state.kind);
}

const percent = (now: number, before: number): number | null =>
  before === 0 ? null : ((now - before) / before) * 100;
const shown = (value: number): string => String(Number(value.toFixed(1)));

/** `+14.1%`, `-38.4%`: a change in words of one decimal. */
export function percentText(value: number | null): string {
  if (value === null) return 'no percentage, the reference is 0';
  const rounded = value.toFixed(1);
  return `${value > 0 ? '+' : ''}${rounded === '-0.0' ? '0.0' : rounded}%`;
}

interface SizedLesion {
  readonly lesion: TargetLesion;
  readonly size: number | undefined;
  readonly isGone: boolean;
}

/**
 * A merged lesion is as complete, and as gone, as the one that carries the mass. Lesions that are each said to have merged
 * into another leave none that carries it, and are missing.
 */
function sizedAt(lesions: readonly TargetLesion[], at: number): readonly SizedLesion[] {
  const stateOf = (lesion: TargetLesion | undefined, depth = 0): Measurement => {
    const state = lesion?.later[at] ?? { kind: 'missing' };
    if (state.kind !== 'merged') return state;
    if (depth > lesions.length) return { kind: 'missing' };
    const carrier = stateOf(
      lesions.find(({ id }) => id === state.into),
      depth + 1,
    );
    return carrier.kind === 'missing' || carrier.kind === 'absent' ? carrier : state;
  };
  return lesions.map((lesion) => {
    const state = stateOf(lesion);
    const size = sizeOf(state);
    const isGone =
      state.kind === 'merged' ||
      (size !== undefined && (lesion.isNode ? size < normalNodeMillimetres : size === 0));
    return { lesion, size: lesion.baseline === null ? undefined : size, isGone };
  });
}

function callAt(lesions: readonly TargetLesion[], at: number, baseline: number, nadir: number): TargetCall {
  const sizes = sizedAt(lesions, at);
  const missing = sizes.filter(({ size }) => size === undefined).map(({ lesion }) => lesion.id);
  // Added from small to large, so that the order of lesions cannot change the last digit.
  const sum = sizes
    .map(({ size }) => size ?? 0)
    .toSorted((a, b) => a - b)
    .reduce((total, size) => total + size, 0);
  const growth = sum - nadir;
  const isProgression =
    growth >= progressionMillimetres - slack && growth >= nadir * progressionShare - slack;
  const isComplete = missing.length === 0;
  const fromBaseline = isComplete ? percent(sum, baseline) : null;
  const fromNadir = isComplete ? percent(sum, nadir) : null;
  const call = (response: TargetResponse, because: string): TargetCall => ({
    response,
    sum,
    isComplete,
    baseline,
    percentFromBaseline: fromBaseline,
    nadir,
    percentFromNadir: fromNadir,
    because,
  });
  const against = `${shown(sum)} mm against a baseline of ${shown(baseline)} mm`;
  if (isProgression) {
    const rest = isComplete ? '' : `, without ${missing.join(', ')}`;
    const more = nadir === 0 ? '' : ` and ${percentText(percent(sum, nadir))}`;
    return call(
      'PD',
      `${shown(sum)} mm against a nadir of ${shown(nadir)} mm: +${shown(growth)} mm${more}${rest}`,
    );
  }
  if (!isComplete) return call('NE', `not measured: ${missing.join(', ')}`);
  if (sizes.every(({ isGone }) => isGone))
    return call('CR', 'every lesion is gone and every node below 10 mm');
  if (baseline - sum >= baseline * responseShare - slack)
    return call('PR', `${against}: ${percentText(fromBaseline)}`);
  return call(
    'SD',
    `${against} (${percentText(fromBaseline)}) and a nadir of ${shown(nadir)} mm (${percentText(fromNadir)}, ${shown(growth)} mm): neither -30% nor +20% and 5 mm`,
  );
}

/** The sum at baseline of what was measured there. */
const baselineSumOf = (lesions: readonly TargetLesion[]): number =>
  lesions
    .map(({ baseline }) => baseline ?? 0)
    .toSorted((a, b) => a - b)
    .reduce((total, size) => total + size, 0);

/** The sum at baseline; null without lesions and where one of them was not measured there. */
export const knownBaselineSum = (lesions: readonly TargetLesion[]): number | null =>
  lesions.length === 0 || lesions.some(({ baseline }) => baseline === null) ? null : baselineSumOf(lesions);

/** The responses at every time point after baseline; empty without lesions. */
export function targetResponses(lesions: readonly TargetLesion[]): readonly TargetCall[] {
  const count = Math.max(0, ...lesions.map(({ later }) => later.length));
  const baseline = baselineSumOf(lesions);
  const calls: TargetCall[] = [];
  let nadir = baseline;
  for (let at = 0; at < count; at += 1) {
    const call = callAt(lesions, at, baseline, nadir);
    calls.push(call);
    if (call.isComplete) nadir = Math.min(nadir, call.sum);
  }
  return calls;
}
