/**
 * A printed ratio and its printed interval as numbers: `0·48`, `95% CI 0·35–0·67`, `95% CI, 0.20 to 0.59`. The interval has to
 * name its level. What is not exactly that (`0.22–0.23`, `79% reduction`, `p < 0.001`) is not read.
 */

/** A printed number with how many decimals it has. */
export interface PrintedRatio {
  readonly value: number;
  readonly decimals: number;
}

/** An interval with its level, such as 0.95. */
export interface PrintedRatioInterval {
  readonly lower: PrintedRatio;
  readonly upper: PrintedRatio;
  readonly confidence: number;
}

/** Decimal points are also printed as middle dots. */
const withPoints = (text: string): string => text.replaceAll(/[·∙⋅]/gu, '.').trim();

/** One number and nothing else; undefined where the text is another. */
export function readPrintedRatio(text: string): PrintedRatio | undefined {
  const [, digits, decimals = ''] = /^(\d*\.?(\d+))$/u.exec(withPoints(text)) ?? [];
  if (digits === undefined) return undefined;
  return { value: Number(digits), decimals: digits.includes('.') ? decimals.length : 0 };
}

const labelled =
  /^\(?\s*(\d{2}(?:\.\d+)?)\s*%\s*(?:CI|confidence interval)\s*[,:;]?\s*\(?(\d*\.?\d+)\s*(?:–|-|—|to|,)\s*(\d*\.?\d+)\s*\)*$/iu;

/** An interval with its level; undefined where the level or a bound is missing. */
export function readPrintedRatioInterval(text: string): PrintedRatioInterval | undefined {
  const [, level, low, high] = labelled.exec(withPoints(text)) ?? [];
  const lower = low === undefined ? undefined : readPrintedRatio(low);
  const upper = high === undefined ? undefined : readPrintedRatio(high);
  const confidence = Number(level) / 100;
  if (lower === undefined || upper === undefined || !(confidence > 0 && confidence < 1)) return undefined;
  return { lower, upper, confidence };
}

/** What a printed number may have been before it was rounded. */
function beforeRounding({ value, decimals }: PrintedRatio): readonly [low: number, high: number] {
  const half = 0.5 * 10 ** -decimals;
  return [Math.log(Math.max(Number.MIN_VALUE, value - half)), Math.log(value + half)];
}

/** Whether rounding alone explains that a ratio does not lie in the middle of its interval, on the logarithm. */
export function isCentred(ratio: PrintedRatio, { lower, upper }: PrintedRatioInterval): boolean {
  const [[low, high], [lowerLow, lowerHigh], [upperLow, upperHigh]] = [
    beforeRounding(ratio),
    beforeRounding(lower),
    beforeRounding(upper),
  ];
  return low <= (lowerHigh + upperHigh) / 2 && high >= (lowerLow + upperLow) / 2;
}
