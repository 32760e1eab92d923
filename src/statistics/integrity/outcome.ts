/**
 * What a test of printed numbers says. A number that was cut off instead of rounded is no error of counting and has an
 * outcome of its own; where a test cannot tell, it says that instead of passing.
 */

/** `consistent` under rounding; `truncated`: only if a number was cut off instead of rounded; `impossible` under both. */
export type IntegrityOutcome = 'consistent' | 'truncated' | 'impossible';

/** Why printed numbers were not tested. */
export type UntestableReason =
  /** The text is no plain decimal number. */
  | 'notADecimal'
  /** More digits than are computed exactly. */
  | 'tooManyDigits'
  /** The text is a bound ("<5"), where a number is needed. */
  | 'bound'
  /** A number of patients that is not a whole number from 1 up. */
  | 'notACount'
  /** Nothing to test against. */
  | 'nothingToTest'
  /** More combinations than are counted. */
  | 'tooManyCombinations'
  /** A value that was not reached or not estimable. */
  | 'notReached'
  /** A number outside what its kind allows, as a correlation above 1 or a negative standard deviation. */
  | 'outOfDomain';

/** No test was made; `text` is what stood in its way. */
export interface Untestable {
  readonly outcome: 'untestable';
  readonly reason: UntestableReason;
  readonly text: string;
}

/** No test, for a reason. */
export function untestable(reason: UntestableReason, text: string): Untestable {
  return { outcome: 'untestable', reason, text };
}
