/**
 * The response of target lesions over time (RECIST 1.1, sections 4.2 and 4.3.1): the sum of the longest diameters, of the
 * short axes of nodes, against baseline and against the nadir, which includes the baseline. Progression needs 20% and 5 mm
 * and is decided before response. All sizes are in millimetres.
 */
import type { TargetResponse } from './overall-response.ts';

/** What was measured of a lesion at a time point. */
export type Measurement =
  | { readonly kind: 'measured'; readonly millimetres: number }
  /** Present and too small to measure: 5 mm are taken (section 4.2). */
  | { readonly kind: 'tooSmall' }
  | { readonly kind: 'absent' }
  | { readonly kind: 'missing' };

/** A target lesion with its measurement at baseline and at each later time point, in their order. */
export interface TargetLesion {
  readonly id: string;
  readonly isNode: boolean;
  readonly baseline: number;
  readonly later: readonly Measurement[];
}

/** The target response of one time point. */
export interface TargetCall {
  readonly response: TargetResponse;
  /** The sum of what was measured. */
  readonly sum: number;
  readonly isComplete: boolean;
  /** Null where the reference is 0. */
  readonly percentFromBaseline: number | null;
  readonly nadir: number;
  readonly percentFromNadir: number | null;
  readonly because: string;
}

/** What is taken for a lesion that is too small to measure. */
const tooSmallMillimetres = 5;
/** Short axis below which a node is no disease. */
const normalNodeMillimetres = 10;
const progressionShare = 0.2;
const progressionMillimetres = 5;
const responseShare = 0.3;
/** Decimals of a caliper must not decide: 20% of 50.0 is 10.0. */
const slack = 1e-9;

const sizeOf = (measurement: Measurement): number | undefined => {
  switch (measurement.kind) {
    case 'measured':
      return measurement.millimetres;
    case 'tooSmall':
      return tooSmallMillimetres;
    case 'absent':
      return 0;
    case 'missing':
      return undefined;
  }
};

const percent = (now: number, before: number): number | null =>
  before === 0 ? null : ((now - before) / before) * 100;
const shown = (value: number): string => String(Number(value.toFixed(1)));

function callAt(lesions: readonly TargetLesion[], at: number, baseline: number, nadir: number): TargetCall {
  const sizes = lesions.map((lesion) => ({
    lesion,
    size: sizeOf(lesion.later[at] ?? { kind: 'missing' }),
  }));
  const missing = sizes.filter(({ size }) => size === undefined).map(({ lesion }) => lesion.id);
  const sum = sizes.reduce((total, { size }) => total + (size ?? 0), 0);
  const growth = sum - nadir;
  const isProgression =
    growth >= progressionMillimetres - slack && growth >= nadir * progressionShare - slack;
  const call = (response: TargetResponse, because: string): TargetCall => ({
    response,
    sum,
    isComplete: missing.length === 0,
    percentFromBaseline: missing.length === 0 ? percent(sum, baseline) : null,
    nadir,
    percentFromNadir: missing.length === 0 ? percent(sum, nadir) : null,
    because,
  });
  if (isProgression) {
    const rest = missing.length === 0 ? '' : `, without ${missing.join(', ')}`;
    return call(
      'PD',
      `${shown(sum)} mm against a nadir of ${shown(nadir)} mm, ${shown(growth)} mm more${rest}`,
    );
  }
  if (missing.length > 0) return call('NE', `not measured: ${missing.join(', ')}`);
  const isGone = sizes.every(({ lesion, size }) =>
    lesion.isNode ? (size ?? 0) < normalNodeMillimetres : size === 0,
  );
  if (isGone) return call('CR', 'every lesion is gone and every node below 10 mm');
  if (baseline - sum >= baseline * responseShare - slack)
    return call('PR', `${shown(sum)} mm against a baseline of ${shown(baseline)} mm`);
  return call('SD', `${shown(sum)} mm: neither 30% below baseline nor 20% and 5 mm above the nadir`);
}

/** The responses at every time point after baseline; empty without lesions. */
export function targetResponses(lesions: readonly TargetLesion[]): readonly TargetCall[] {
  const count = Math.max(0, ...lesions.map(({ later }) => later.length));
  const baseline = lesions.reduce((total, lesion) => total + lesion.baseline, 0);
  const calls: TargetCall[] = [];
  let nadir = baseline;
  for (let at = 0; at < count; at += 1) {
    const call = callAt(lesions, at, baseline, nadir);
    calls.push(call);
    if (call.isComplete) nadir = Math.min(nadir, call.sum);
  }
  return calls;
}
