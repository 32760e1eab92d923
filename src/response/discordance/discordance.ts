/**
 * Whether the signs beside the sizes agree with the RECIST call, while it happens. The word is "discordant response"; what it
 * was is known only later (`pseudoprogression`). The call itself is never changed.
 */
import type { OverallResponse } from '../recist/index.ts';
import type { Sign } from './sign.ts';

/** What the sizes say at one time point. */
export interface SizeEvidence {
  readonly response?: OverallResponse;
  /** Change of the sum from baseline in percent; null where it is not known. */
  readonly sumPercent: number | null;
}

/** How sizes and signs stand to each other. */
export interface Discordance {
  /** `noOtherSign`: nothing else points anywhere. `noSize`: the sizes say nothing. */
  readonly state: 'discordant' | 'concordant' | 'noOtherSign' | 'noSize';
  readonly sizes: 'larger' | 'smaller' | 'same' | 'unknown';
  /** The signs that point the other way. */
  readonly against: readonly Sign[];
  readonly sentence: string;
}

/** A growth that the eye sees: the share at which Choi's criteria speak of progression. */
const visibleGrowth = 10;

function sizesOf({ response, sumPercent }: SizeEvidence): Discordance['sizes'] {
  if (response === 'PD') return 'larger';
  if (response === 'CR' || response === 'PR') return 'smaller';
  if (sumPercent !== null && sumPercent >= visibleGrowth) return 'larger';
  if (sumPercent !== null && sumPercent <= -visibleGrowth) return 'smaller';
  if (response === undefined || response === 'NE') return sumPercent === null ? 'unknown' : 'same';
  return 'same';
}

/** Sizes and signs of one time point. */
export function discordance(sizes: SizeEvidence, signs: readonly Sign[]): Discordance {
  const direction = sizesOf(sizes);
  const call = sizes.response === undefined ? '' : ` (RECIST stays ${sizes.response})`;
  const other = signs.filter((sign) => sign.direction === 'better' || sign.direction === 'worse');
  if (direction === 'unknown')
    return { state: 'noSize', sizes: direction, against: [], sentence: 'no size to compare with' };
  if (other.length === 0)
    return { state: 'noOtherSign', sizes: direction, against: [], sentence: 'no other sign is recorded' };
  const opposite = direction === 'larger' ? 'better' : direction === 'smaller' ? 'worse' : undefined;
  const against = other.filter((sign) => sign.direction === opposite);
  if (against.length > 0) {
    const words = direction === 'larger' ? 'lesions grow' : 'lesions shrink';
    const reasons = against.map(({ sentence }) => sentence).join('; ');
    return {
      state: 'discordant',
      sizes: direction,
      against,
      sentence: `discordant response: ${words}, yet ${reasons}${call}`,
    };
  }
  return { state: 'concordant', sizes: direction, against: [], sentence: 'no sign points the other way' };
}
