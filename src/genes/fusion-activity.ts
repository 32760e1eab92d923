/** Whether a junction makes an active kinase fusion, as far as frame and domains can say. */
import type { Truth } from '../truth/index.ts';
import { keepsKinaseOf } from './fusion-domains.ts';
import type { FusionJunction } from './fusion-junction.ts';

function isActive(junction: FusionJunction): Truth {
  switch (junction.frame) {
    case 'outOfFrame':
    case 'stopBeforeJunction':
    case 'codingToUtr':
    case 'noncoding':
      return 'unmet';
    case 'utrToCoding':
    case 'needsSequence':
      return junction.kinase === 'lost' || junction.kinase === 'none' ? 'unmet' : 'unknown';
    case 'inFrame':
      if (junction.kinase === 'unknown') return 'unknown';
      return junction.kinase === 'whole' ? 'met' : 'unmet';
  }
}

/**
 * In frame with the whole kinase kept: the one reading of a junction that counts as an active kinase fusion. Where the
 * promoter alone is exchanged there is no frame to ask for, and the answer is unknown; `kinaseKept` says what is left.
 *
 * @param gene the partner whose kinase is asked for; either one's when absent.
 */
export function inFrameWithKinase(junction: FusionJunction, gene?: string): Truth {
  const active = isActive(junction);
  if (active !== 'met' || gene === undefined) return active;
  return keepsKinaseOf(junction.domains, junction.five.gene === gene ? 'five' : 'three') ? 'met' : 'unmet';
}

/** The whole kinase domain is translated, as part of a fused protein or from a start of its own. */
export function kinaseKept(junction: FusionJunction): Truth {
  switch (junction.kinase) {
    case 'whole':
      return 'met';
    case 'unknown':
      return 'unknown';
    case 'partial':
    case 'lost':
    case 'none':
      return 'unmet';
  }
}
