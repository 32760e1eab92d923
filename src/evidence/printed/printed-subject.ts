/** What a printed value is about, in the words by which values of several places are compared. */
import type { PrintedValue } from './printed-value.ts';

/** What a value is about, without its group: the same words wherever the same thing is printed. */
export function printedSubject(value: PrintedValue): string {
  switch (value.what) {
    case 'part':
      return `${value.scheme}: ${value.term}`;
    case 'toxicity':
      return value.grades === undefined ? value.term : `${value.term}, grade ${value.grades}`;
    case 'marker':
      return value.term;
    case 'pValue':
      return `p of ${value.of}${value.between.length === 0 ? '' : ` (${value.between.join(' v ')})`}`;
    case 'hazardRatio':
    case 'riskReduction':
    case 'oddsRatio':
    case 'riskRatio':
      return `${value.what} of ${value.of}`;
    case 'fact':
      return value.name;
    case 'baseline':
    case 'laboratory':
    case 'measurement':
    case 'dose':
    case 'incidence':
    case 'threshold':
    case 'other':
      return value.term;
    default:
      return value.what;
  }
}
