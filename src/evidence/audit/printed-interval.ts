/**
 * Two numbers printed beside an estimate: `5–36+`, `8.9 months–NE`, `95% CI 17.80–64.60`, `8–NR`. A plus sign says that the
 * longest time was still running: a bound, not a value. Limits that were not reached are open. What is not two
 * numbers is not read.
 */
import { numberOfDecimal, readPrintedTime } from '../../statistics/index.ts';

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

/** The number of a printed time, and whether it is only a bound because the time was running; undefined where none is printed. */
export function printedTimeValue(
  text: string,
): { readonly value: number; readonly open: boolean } | undefined {
  const read = readPrintedTime(text);
  if (!read.ok || read.time.kind === 'notReached') return undefined;
  return { value: numberOfDecimal(read.time.decimal), open: read.time.kind === 'atLeast' };
}
