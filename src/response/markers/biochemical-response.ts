/**
 * Biochemical response by a named, versioned definition. Studies define it differently and often not at all: paper 000
 * cites "a biochemical response" in 7 patients (lines 234-235) without saying what that is. So there is no response
 * without a definition, and every definition says where it was read.
 */
import { type Basis, basisText } from '../../tumour/index.ts';
import { compareRange } from '../../units/index.ts';
import { changeWithin } from './marker-change.ts';
import type { MarkerPoint } from './marker-series.ts';

/** What a value has to do to count as a response. */
export interface BiochemicalResponseDefinition {
  readonly id: string;
  readonly version: string;
  readonly words: string;
  /** A fall by at least so many percent of the baseline; absent where no fall counts. */
  readonly fallPercent?: number;
  /** Whether a value within the reference range counts. */
  readonly countsNormalisation: boolean;
  /** Whether the baseline has to lie above the upper limit of normal. */
  readonly needsElevatedBaseline: boolean;
  readonly source: Basis;
}

const unverified = (citation: string): Basis => ({ kind: 'literature', citation, verified: 'unverified' });

/** The definitions at hand; others can be written as objects of the same form. */
export const biochemicalResponseDefinitions = {
  fallByHalf: {
    id: 'fall-by-half',
    version: '1',
    words: 'a fall by at least 50% of an elevated baseline',
    fallPercent: 50,
    countsNormalisation: false,
    needsElevatedBaseline: true,
    source: unverified('In common use in trials of neuroendocrine tumours; no guideline defines it'),
  },
  normalisation: {
    id: 'normalisation',
    version: '1',
    words: 'a value within the reference range after an elevated baseline',
    countsNormalisation: true,
    needsElevatedBaseline: true,
    source: unverified('In common use in trials of neuroendocrine tumours; no guideline defines it'),
  },
  fallByHalfOrNormalisation: {
    id: 'fall-by-half-or-normalisation',
    version: '1',
    words: 'a fall by at least 50%, or a value within the reference range, after an elevated baseline',
    fallPercent: 50,
    countsNormalisation: true,
    needsElevatedBaseline: true,
    source: unverified(
      'Early response of chromogranin A in the RADIANT trials of everolimus (there: by week 4)',
    ),
  },
} as const satisfies Record<string, BiochemicalResponseDefinition>;

/** A call. `notApplicable`: the definition asks for an elevated baseline, and it is not. */
export interface BiochemicalResponse {
  readonly call: 'response' | 'noResponse' | 'notDetermined' | 'notApplicable';
  readonly because: string;
  readonly definition: string;
  readonly basis: string;
}

type Met = 'met' | 'unmet' | 'unknown';

const either = (all: readonly Met[]): Met => {
  if (all.includes('met')) return 'met';
  return all.includes('unknown') ? 'unknown' : 'unmet';
};

/** At or below the upper limit; '<15' with a limit of 15 is, though whether it is below the lower limit is open. */
function isNormal({ position, multiple }: MarkerPoint): Met {
  if (position !== 'unknown') return position === 'above' ? 'unmet' : 'met';
  return multiple === null ? 'unknown' : compareRange(multiple, '<=', 1);
}

function meets(baseline: MarkerPoint, later: MarkerPoint, definition: BiochemicalResponseDefinition): Met {
  const parts: Met[] = [];
  if (definition.fallPercent !== undefined) {
    const change = changeWithin(baseline, later);
    parts.push(change.ok ? compareRange(change.percent, '<=', -definition.fallPercent) : 'unknown');
  }
  if (definition.countsNormalisation) parts.push(isNormal(later));
  return either(parts);
}

/**
 * The response of the points after a baseline, all of one series. A value that a definition calls normal lies at or below
 * the upper limit; one below the lower limit counts as normal too, for these markers fall with the tumour.
 */
export function biochemicalResponse(
  baseline: MarkerPoint,
  later: readonly MarkerPoint[],
  definition: BiochemicalResponseDefinition,
): BiochemicalResponse {
  const answer = (call: BiochemicalResponse['call'], because: string): BiochemicalResponse => ({
    call,
    because,
    definition: `${definition.id} ${definition.version}: ${definition.words}`,
    basis: basisText(definition.source),
  });
  if (definition.needsElevatedBaseline) {
    const normal = isNormal(baseline);
    if (normal === 'unknown')
      return answer('notDetermined', `whether the baseline of ${baseline.printed} is elevated is not known`);
    if (normal === 'met')
      return answer('notApplicable', `the baseline of ${baseline.printed} is not above the upper limit`);
  }
  if (later.length === 0) return answer('notDetermined', 'no value after the baseline');
  const calls = later.map((point) => ({ point, met: meets(baseline, point, definition) }));
  const hit = calls.find(({ met }) => met === 'met');
  if (hit !== undefined) return answer('response', `${baseline.printed} to ${hit.point.printed}`);
  const open = calls.find(({ met }) => met === 'unknown');
  return open === undefined
    ? answer('noResponse', `no later value meets it, the lowest of ${later.length} included`)
    : answer('notDetermined', `${baseline.printed} to ${open.point.printed} leaves it open`);
}
