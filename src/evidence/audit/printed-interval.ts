/**
 * Two numbers printed beside an estimate: `5–36+`, `8.9 months–NE`, `95% CI 17.80–64.60`, `8–NR`. A plus sign says that the
 * longest time was still running: a bound, not a value. Limits that were not reached are open. What is not two
 * numbers is not read.
 */

/** One end, as printed; `open` where the value is only a bound or was not reached. */
export interface PrintedLimit {
  readonly printed: string;
  /** Undefined where no number is printed (NE, NR). */
  readonly value: number | undefined;
  readonly open: boolean;
}

export interface PrintedLimits {
  readonly lower: PrintedLimit;
  readonly upper: PrintedLimit;
}

const number = String.raw`\d+(?:\.\d+)?|\.\d+`;
const unit = String.raw`(?:\s*(?:months?|mo|weeks?|wk|years?|y|days?|%))?`;
const pattern = new RegExp(
  String.raw`(?:^|[\s(:,])(${number})${unit}\s*(?:–|-|—|to)\s*(${number}|NE|NR)${unit}(\+)?\s*\)?$`,
  'u',
);

/** Reads two printed limits; undefined where the text is not two limits. */
export function readPrintedLimits(text: string): PrintedLimits | undefined {
  const withoutLevel = text.replace(/^\s*\(?\s*(?:\d+%\s*CI|range)\s*[,:]?\s*/iu, '');
  const [, lower, upper, plus] = pattern.exec(withoutLevel.trim()) ?? [];
  if (lower === undefined || upper === undefined) return undefined;
  const reached = upper !== 'NE' && upper !== 'NR';
  return {
    lower: { printed: lower, value: Number(lower), open: false },
    upper: {
      printed: upper,
      value: reached ? Number(upper) : undefined,
      open: !reached || plus === '+',
    },
  };
}

/** A printed number that may carry the plus sign of a running time; undefined where it is none. */
export function readPrintedTime(
  text: string,
): { readonly value: number; readonly open: boolean } | undefined {
  const [, digits, plus] = /^(\d+(?:\.\d+)?|\.\d+)(\+)?$/u.exec(text.trim()) ?? [];
  return digits === undefined ? undefined : { value: Number(digits), open: plus === '+' };
}
