/**
 * Kleene's strong three-valued logic (S. C. Kleene, Introduction to Metamathematics, 1952, section 64), in the
 * words a tumour board uses: a criterion is met, unmet or unknown.
 */

/** Whether a criterion holds for a patient. `unknown` is a value of its own, never a weak `unmet`. */
export type Truth = 'met' | 'unmet' | 'unknown';

/** The negation: unknown stays unknown. */
export function negate(truth: Truth): Truth {
  switch (truth) {
    case 'met':
      return 'unmet';
    case 'unmet':
      return 'met';
    case 'unknown':
      return 'unknown';
  }
}

/** Conjunction: one unmet part decides; without one, any unknown part leaves the whole unknown. Empty is met. */
export function all(parts: readonly Truth[]): Truth {
  if (parts.includes('unmet')) return 'unmet';
  return parts.includes('unknown') ? 'unknown' : 'met';
}

/** Disjunction: one met part decides; without one, any unknown part leaves the whole unknown. Empty is unmet. */
export function any(parts: readonly Truth[]): Truth {
  if (parts.includes('met')) return 'met';
  return parts.includes('unknown') ? 'unknown' : 'unmet';
}

/**
 * At least `count` of the parts hold. Met when enough are met already; unmet when even all unknown parts turning
 * out met would not be enough; unknown between.
 */
export function atLeast(count: number, parts: readonly Truth[]): Truth {
  const met = parts.filter((part) => part === 'met').length;
  const open = parts.filter((part) => part === 'unknown').length;
  if (met >= count) return 'met';
  return met + open >= count ? 'unknown' : 'unmet';
}
