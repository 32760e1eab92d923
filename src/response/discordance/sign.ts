/**
 * Signs beside the sizes of lesions: density, glucose uptake, symptoms, weight, and what a reader wrote of single lesions.
 * Each is only a direction with its reason; none of them is a response.
 */
import { percentText } from '../recist/index.ts';

/** What a sign is of. */
export type SignKind = 'density' | 'uptake' | 'symptom' | 'weight' | 'lesion';

/** One sign. `unclear`: it points nowhere by itself. */
export interface Sign {
  readonly kind: SignKind;
  readonly direction: 'better' | 'worse' | 'same' | 'unclear';
  readonly sentence: string;
}

/** Metabolic response and progression of the EORTC, 25% (Young et al., Eur J Cancer 1999;35:1773). */
const uptakePercent = 25;
/** A response in density (Choi et al. 2007). */
const densityPercent = 15;
const slack = 1e-9;

const change = (before: number, now: number): number => ((now - before) / before) * 100;
const words = {
  better: 'better',
  worse: 'worse',
  same: 'no change that counts',
  unclear: 'unclear',
} as const;

/** A change in SUV of one lesion; both values are shown as they were given. Null where the first is 0. */
export function uptakeSign(lesion: string, before: number, now: number): Sign | null {
  if (before <= 0) return null;
  const percent = change(before, now);
  const direction =
    percent <= -uptakePercent + slack ? 'better' : percent >= uptakePercent - slack ? 'worse' : 'same';
  return {
    kind: 'uptake',
    direction,
    sentence: `SUVmax of ${lesion} from ${before} to ${now}, ${percentText(percent)}: ${words[direction]} (25% by EORTC 1999)`,
  };
}

/** A change in density of one lesion, in Hounsfield units. Less is a sign of necrosis; more points nowhere. */
export function densitySign(lesion: string, before: number, now: number): Sign | null {
  if (before <= 0) return null;
  const percent = change(before, now);
  const direction =
    percent <= -densityPercent + slack ? 'better' : percent >= densityPercent - slack ? 'unclear' : 'same';
  return {
    kind: 'density',
    direction,
    sentence: `density of ${lesion} from ${before} to ${now} HU, ${percentText(percent)}: ${words[direction]} (15% by Choi 2007)`,
  };
}

/** A symptom as it was recorded. */
export function symptomSign(
  term: string,
  status: 'present' | 'absent' | 'improved' | 'resolved' | 'worse',
): Sign {
  const direction =
    status === 'improved' || status === 'resolved' ? 'better' : status === 'worse' ? 'worse' : 'unclear';
  return { kind: 'symptom', direction, sentence: `${term}: ${status}` };
}

/** A change in weight. A gain is a sign only where a loss went before it: it may be fluid. */
export function weightSign(printed: string, isGain: boolean, isAfterLoss: boolean): Sign {
  if (!isGain) return { kind: 'weight', direction: 'worse', sentence: `weight ${printed}` };
  return isAfterLoss
    ? { kind: 'weight', direction: 'better', sentence: `weight ${printed}, after a loss` }
    : { kind: 'weight', direction: 'unclear', sentence: `weight ${printed}; no loss before it is recorded` };
}
