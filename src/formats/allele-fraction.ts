/** The share of reads with a variant, from counts or from a printed fraction; what does not fit is said and left out. */
import type { AlleleFraction } from './file-finding.ts';
import { numberOf, printedValue, wholeNumberOf } from './printed-cell.ts';

/** A fraction, or why the printed numbers give none. */
export type FractionReading =
  | { readonly fraction: AlleleFraction; readonly depth?: number }
  | { readonly problem: string }
  | { readonly absent: true };

const none: FractionReading = { absent: true };

/** From counts of reads as printed. */
export function fractionOfCounts(
  alternative: string | undefined,
  reference: string | undefined,
  depth: string | undefined,
  names: { readonly alternative: string; readonly reference: string; readonly depth: string },
): FractionReading {
  const altText = printedValue(alternative);
  const refText = printedValue(reference);
  const depthText = printedValue(depth);
  if (altText === undefined || (refText === undefined && depthText === undefined)) return none;
  const alt = wholeNumberOf(altText);
  const ref = wholeNumberOf(refText);
  const printedDepth = wholeNumberOf(depthText);
  const basis = [
    `${names.alternative} ${altText}`,
    refText === undefined ? `${names.depth} ${depthText}` : `${names.reference} ${refText}`,
  ].join(', ');
  const of = ref === undefined ? printedDepth : ref + (alt ?? 0);
  if (alt === undefined || of === undefined) return { problem: `"${basis}" are not counts of reads` };
  if (alt > of) return { problem: `"${basis}": more reads have the variant than were counted` };
  if (of === 0) return { problem: `"${basis}": no read was counted` };
  return { fraction: { percent: (100 * alt) / of, basis }, depth: printedDepth ?? of };
}

/**
 * From a printed fraction or percentage. A sign `%` decides; else the unit that the field is known to have.
 */
export function fractionOfText(
  printed: string | undefined,
  name: string,
  unit: 'fraction' | 'percent',
): FractionReading {
  const text = printedValue(printed);
  if (text === undefined) return none;
  const isPercent = unit === 'percent' || text.endsWith('%');
  const value = numberOf(text.endsWith('%') ? text.slice(0, -1).trim() : text);
  const most = isPercent ? 100 : 1;
  const basis = `${name} ${text}`;
  if (value === undefined || value < 0 || value > most)
    return { problem: `"${basis}" is not a ${isPercent ? 'percentage' : 'fraction from 0 to 1'}` };
  return { fraction: { percent: isPercent ? value : 100 * value, basis } };
}

/** A percentage with two decimals at most, as a case file holds it: `27.59%`. */
export function percentText(percent: number): string {
  return `${Number(percent.toFixed(2))}%`;
}
