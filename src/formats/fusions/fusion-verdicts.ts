/** The answer for each fusion that was asked for: found by k of n callers, or not found, with what each of them can miss. */
import { geneOf } from '../../genes/index.ts';
import { type DetectionLimit, detectionLimits, type FusionAssay } from './detection-limits.ts';
import {
  type CallerResult,
  type MergedFusion,
  type MergeTolerance,
  mergeCalls,
  usualTolerance,
} from './merge-calls.ts';

/** A fusion that is asked for. With breakpoints a partner with another name at the same base counts too. */
export interface AskedFusion {
  readonly five: string;
  readonly three: string;
  readonly breakpoints?: {
    readonly five: { readonly chromosome: string; readonly position: number };
    readonly three: { readonly chromosome: string; readonly position: number };
  };
}

/** A caller and the assay whose reads it had. */
export interface AssayedResult extends CallerResult {
  readonly assay: FusionAssay;
  /** Depth and quality of the reads as the laboratory states them. */
  readonly reads?: string;
}

/** What one caller says of an asked fusion. */
export interface CallerAnswer {
  readonly caller: string;
  readonly assay: FusionAssay;
  /** As the laboratory states them; how far "not found" reaches depends on them. */
  readonly reads?: string;
  /** All fusions that this caller shows in the sample: with none at all the run itself is in doubt. */
  readonly fusionsShown: number;
  readonly found: boolean;
  /** Reads of the best call; absent where none was found or the file does not count them. */
  readonly splitReads?: number;
  readonly spanningPairs?: number;
  readonly longReads?: number;
}

/** The answer on one asked fusion. */
export interface FusionVerdict {
  readonly asked: AskedFusion;
  readonly status: 'detected' | 'notDetected';
  readonly foundBy: number;
  readonly callers: number;
  readonly answers: readonly CallerAnswer[];
  /** Junctions found, best supported first. */
  readonly events: readonly MergedFusion[];
  /** Of a fusion that was not found by all: what the assays can miss. */
  readonly limits: readonly DetectionLimit[];
  readonly sentence: string;
}

const symbol = (name: string): string => geneOf(name)?.symbol ?? name;
const bare = (chromosome: string): string => chromosome.replace(/^chr/i, '').toUpperCase();

function isAsked(event: MergedFusion, asked: AskedFusion): boolean {
  const five = event.five === symbol(asked.five);
  const three = event.three === symbol(asked.three);
  if (five && three) return true;
  const { breakpoints } = asked;
  if (breakpoints === undefined || (!five && !three)) return false;
  return event.votes.some(({ judged: { call } }) =>
    (['five', 'three'] as const).every((side) => {
      const place = call[side].breakpoint;
      const wanted = breakpoints[side];
      return (
        place !== undefined &&
        bare(place.chromosome) === bare(wanted.chromosome) &&
        place.position === wanted.position
      );
    }),
  );
}

function answerOf(result: AssayedResult, events: readonly MergedFusion[]): CallerAnswer {
  const { caller, assay, reads, calls } = result;
  const fusionsShown = calls.filter(({ call }) => call.alteration !== undefined).length;
  const common = { caller, assay, fusionsShown, ...(reads === undefined ? {} : { reads }) };
  const votes = events.flatMap((event) => event.votes.filter((vote) => vote.caller === caller));
  const [best] = votes;
  if (best === undefined) return { ...common, found: false };
  const { splitReads, spanningPairs, longReads } = best.judged.call.support;
  return {
    ...common,
    found: true,
    ...(splitReads === undefined ? {} : { splitReads }),
    ...(spanningPairs === undefined ? {} : { spanningPairs }),
    ...(longReads === undefined ? {} : { longReads }),
  };
}

function sentenceOf(asked: AskedFusion, answers: readonly CallerAnswer[]): string {
  const name = `${symbol(asked.five)}::${symbol(asked.three)}`;
  const found = answers.filter((answer) => answer.found);
  if (answers.length === 0) return `${name}: no caller was given.`;
  if (found.length === 0) {
    const by = answers.map(({ caller }) => caller).join(', ');
    return `${name}: not detected by ${by}. This does not exclude it; the limits of the assay are named.`;
  }
  const by = found.map(({ caller }) => caller).join(', ');
  return `${name}: detected by ${found.length} of ${answers.length} callers (${by}).`;
}

/**
 * Merges the callers of one sample and answers each asked fusion.
 *
 * @example fusionVerdicts([{ caller: 'Arriba', assay: 'rnaWhole', calls }], [{ five: 'ETV6', three: 'NTRK3' }])
 */
export function fusionVerdicts(
  results: readonly AssayedResult[],
  asked: readonly AskedFusion[],
  tolerance: MergeTolerance = usualTolerance,
): readonly FusionVerdict[] {
  const merged = mergeCalls(results, tolerance);
  return asked.map((each) => {
    const events = merged.filter((event) => isAsked(event, each));
    const answers = results.map((result) => answerOf(result, events));
    const foundBy = answers.filter(({ found }) => found).length;
    const missing = new Set(answers.filter(({ found }) => !found).map(({ assay }) => assay));
    return {
      asked: each,
      status: foundBy > 0 ? 'detected' : 'notDetected',
      foundBy,
      callers: answers.length,
      answers,
      events,
      limits: [...missing].flatMap((assay) => detectionLimits[assay]),
      sentence: sentenceOf(each, answers),
    };
  });
}
