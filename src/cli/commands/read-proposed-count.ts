/** Percentages, mitotic counts and their areas in the short words of a mention, as a record writes them. */
import type { Polarity } from '../../alteration/index.ts';
import type { PathologyReport } from '../../case/index.ts';

/** Whether there is a count. */
export type CountStatus = PathologyReport['ki67'][number]['status'];

/** A count is there, or is not for a reason; what lies between has no place in a record. */
export function countStatusOf(polarity: Polarity): CountStatus | undefined {
  switch (polarity) {
    case 'present':
      return 'counted';
    case 'pending':
    case 'notTested':
    case 'failed':
      return polarity;
    case 'absent':
    case 'equivocal':
    case 'hypothetical':
      return undefined;
    default:
      return polarity satisfies never;
  }
}

const comparisons: readonly (readonly [words: RegExp, sign: string])[] = [
  [/\b(?:less than|below|under|lower than|fewer than)\s*/gi, '<'],
  [/\b(?:more than|greater than|above|over|higher than|exceeding)\s*/gi, '>'],
  [/\b(?:up to|at most|no more than|not exceeding)\s*/gi, '<='],
  [/\b(?:at least|no less than)\s*/gi, '>='],
  [/\u2264\s*/g, '<='],
  [/\u2265\s*/g, '>='],
];

/** `less than 2 to 5 per cent` in signs: `<2-5%`. */
function inSigns(words: string): string {
  const signed = comparisons.reduce((text, [pattern, sign]) => text.replaceAll(pattern, sign), words);
  return signed
    .replaceAll(/\s*(?:percent|per ?cent)\b/gi, '%')
    .replaceAll(/(\d)\s*%?\s*(?:-|\u2013|\bto\b|\band\b)\s*(\d)/g, '$1-$2')
    .replaceAll(/\s*%/g, '%')
    .replaceAll(/([<>]=?)\s+/g, '$1');
}

const percentForm = /(?<![\d.,])(?:[<>]=?)?\d{1,3}(?:\.\d+)?(?:-\d{1,3}(?:\.\d+)?)?%/;

/** The percentage that the words give; none where there is none, or where it is over 100. */
export function percentIn(words: string): string | undefined {
  const found = percentForm.exec(inSigns(words))?.[0];
  const numbers = found?.match(/\d+(?:\.\d+)?/g) ?? [];
  return numbers.every((number) => Number(number) <= 100) ? found : undefined;
}

const areaForm = /(?:\bper|\/|\bin|\bover|\bwithin)\s*(\d{0,3}(?:\.\d+)?)\s*(hpfs?\b|high|mm|square)/i;

/** The area over which mitoses were counted, where it is stated. */
export function areaIn(
  words: string,
): { readonly areaMm2: number } | { readonly highPowerFields: number } | undefined {
  const [, number, unit] = areaForm.exec(words) ?? [];
  if (number === undefined || unit === undefined) return undefined;
  const size = number === '' ? 1 : Number(number);
  if (!(size > 0) || size > 100) return undefined;
  if (!/^h/i.test(unit)) return { areaMm2: size };
  return Number.isInteger(size) ? { highPowerFields: size } : undefined;
}

const countForm =
  /(?<![\d.,A-Za-z])(?:[<>]=?)?\d{1,4}(?:\.\d+)?(?:-\d{1,4})?(?![\d,]*\s*%)|\b(?:rare|few|numerous|frequent|occasional|scattered|abundant|brisk)\b/i;

/** The count of mitoses in the words, without its area. */
export function countIn(words: string): string | undefined {
  return countForm.exec(inSigns(words.replace(areaForm, ' ')))?.[0].toLowerCase();
}
