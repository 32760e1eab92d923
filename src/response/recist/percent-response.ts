/**
 * Target response from printed percentages, where a source prints the change of the sum and not the sizes. The 20% and 30%
 * can be checked, the 5 mm cannot, and neither can a complete response short of -100% (nodes below 10 mm keep a size); both
 * are said.
 */
import type { TargetResponse } from './overall-response.ts';
import { percentText } from './target-response.ts';

/** A change from baseline in percent as printed: both ends alike where it is exact; null is without bound. */
export interface PrintedChange {
  readonly low: number | null;
  readonly high: number | null;
}

/** What the percentages say. */
export interface PercentCall {
  /** Every response the printed change leaves possible; one where it is exact. */
  readonly possible: readonly TargetResponse[];
  /** Against the smallest sum so far, the baseline included; null where the change is not exact. */
  readonly percentFromNadir: number | null;
  readonly because: string;
}

const slack = 1e-9;

function callOf(
  change: number,
  nadir: number,
): { readonly response: TargetResponse; readonly fromNadir: number | null } {
  const fromNadir = nadir <= -100 ? null : ((100 + change) / (100 + nadir) - 1) * 100;
  if (fromNadir === null ? change > -100 : fromNadir >= 20 - slack) return { response: 'PD', fromNadir };
  if (change <= -100) return { response: 'CR', fromNadir };
  return { response: change <= -30 + slack ? 'PR' : 'SD', fromNadir };
}

/** The calls of successive changes from baseline; undefined where none is printed. */
export function percentResponses(
  changes: readonly (PrintedChange | undefined)[],
): readonly (PercentCall | undefined)[] {
  let nadirs: readonly [number, number] = [0, 0];
  let isGapBefore = false;
  return changes.map((change) => {
    if (change === undefined) {
      isGapBefore = true;
      return undefined;
    }
    const low = change.low ?? -100;
    const high = change.high ?? Number.POSITIVE_INFINITY;
    // Nothing lies between the two ends that the thresholds could tell apart but SD.
    const calls = [low, high].flatMap((end) => nadirs.map((nadir) => callOf(end, nadir)));
    const names = new Set(calls.map(({ response }) => response));
    if (names.has('PD') && (names.has('PR') || names.has('CR'))) names.add('SD');
    if (names.has('CR') && names.has('SD')) names.add('PR');
    const isExact = low === high && nadirs[0] === nadirs[1];
    const fromNadir = isExact ? (calls[0]?.fromNadir ?? null) : null;
    nadirs = [Math.min(nadirs[0], low), Math.min(nadirs[1], high)];
    const possible = [...names];
    const printed = low === high ? percentText(low) : `${percentText(low)} to ${percentText(high)}`;
    const because = [
      `${printed} from baseline${fromNadir === null ? '' : `, ${percentText(fromNadir)} from the nadir`}`,
      ...(isGapBefore ? ['an assessment before it prints no change, so the nadir may be lower'] : []),
      ...(names.has('PD') ? ['20% is reached; the 5 mm cannot be checked, no size is printed'] : []),
      ...(names.has('PR') ? ['30% is reached; a complete response of nodes cannot be told from it'] : []),
    ].join('; ');
    return { possible, percentFromNadir: fromNadir, because };
  });
}
