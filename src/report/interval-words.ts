/** Counts with their exact intervals, as one phrase: "5 of 9 (21-86%)". */

/** A share as a whole percentage; below 1 and above 99 a whole number would say too little, so a decimal stays. */
export function percentWords(share: number): string {
  const percent = share * 100;
  if (percent > 0 && percent < 1) return percent < 0.05 ? percent.toPrecision(1) : percent.toFixed(1);
  return percent > 99 && percent < 100 ? percent.toFixed(1) : String(Math.round(percent));
}

/** `21-86%`. */
export function intervalWords({ lower, upper }: { readonly lower: number; readonly upper: number }): string {
  return `${percentWords(lower)}-${percentWords(upper)}%`;
}

/** `5 of 9 (21-86%)`; without an interval the count alone. */
export function countWords(
  count: number,
  of: number,
  interval: { readonly lower: number; readonly upper: number } | undefined,
): string {
  return interval === undefined ? `${count} of ${of}` : `${count} of ${of} (${intervalWords(interval)})`;
}

/** `1 fact`, `2 facts`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
