/**
 * Under which column of a printed table a value stands, by the words of the header: a response under "RR, %", a part of
 * the patients by site under "Primary site (n)". What no rule places stands under the header that shares most words
 * with its name, or in the last column, which holds the summary.
 */
import { type PrintedValue, responseQuantities } from '../printed/index.ts';

const responses: readonly PrintedValue['what'][] = responseQuantities;

const factHeaders: readonly (readonly [RegExp, readonly RegExp[]])[] = [
  [/^(year|reference number)$/, [/author/i]],
  [
    /^(population|primary site|site|site scope|other sites|what HBP covers)$/,
    [/primary site/i, /diagnosis/i],
  ],
  [/^(stage|grade|function)$/, [/diagnosis/i]],
  [/^line of treatment$|later line/, [/^line/i, /regimen/i]],
  [/^regimens?$/, [/regimen/i]],
  [/^(design|phase|centres)$/, [/type of study/i]],
  [/^drug$/, [/duration/i]],
  [/^category beside PD$/, [/^RR/]],
  [/neuropathy in the table/, [/toxicit/i]],
];

/** Headers under which a value belongs, the first that the table has counts. */
function headersFor(value: PrintedValue): readonly RegExp[] {
  switch (value.what) {
    case 'patients':
    case 'evaluable':
      return [/^patients/i];
    case 'part':
      if (value.scheme === 'line' || value.scheme === 'priorTherapy') return [/^line/i, /regimen/i];
      return value.scheme === 'arm' || value.scheme === 'entity' ? [/^patients/i] : [/primary site/i];
    case 'threshold':
      return [/primary site/i];
    case 'overallSurvival':
      return [/median OS/i];
    case 'progressionFreeSurvival':
    case 'timeToProgression':
      return [/median PFS/i];
    case 'pValue':
      if (value.of === 'overallSurvival') return [/median OS/i];
      return value.of === 'progressionFreeSurvival' ? [/median PFS/i] : [/^RR/];
    case 'toxicity':
      return [/toxicit/i];
    case 'treatmentDuration':
      return [/duration/i];
    case 'fact':
      if (value.name === 'toxicity' && value.means === 'not available') return [/toxicit/i];
      return factHeaders.find(([name]) => name.test(value.name))?.[1] ?? [];
    default:
      return responses.includes(value.what) ? [/^RR/] : [];
  }
}

const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .replaceAll('our', 'or')
    .match(/[a-z]{2,}/gu)
    ?.filter((word) => !/^(of|in|on|or|and|the)$/.test(word)) ?? [];

/** How many words of a header begin a word of a name, or are its initials: "KIT Amp." and "KIT amplification". */
function sharedWords(header: string, name: string): number {
  const named = wordsOf(name);
  const initials = named.map((word) => word.slice(0, 1)).join('');
  return wordsOf(header).filter((word) => word === initials || named.some((each) => each.startsWith(word)))
    .length;
}

/** The column of a value, and whether a rule of the headers places it there: what none places is part of the summary. */
export interface ExhibitColumn {
  readonly at: number;
  readonly isRuled: boolean;
}

/** The column of a value. Where a table has a summary, all that no rule places is part of it. */
export function exhibitColumn(value: PrintedValue, headers: readonly string[]): ExhibitColumn {
  for (const wanted of headersFor(value)) {
    const at = headers.findIndex((header) => wanted.test(header));
    if (at >= 0) return { at, isRuled: true };
  }
  const summary = headers.findIndex((header) => /^summary/i.test(header));
  if (summary >= 0) return { at: summary, isRuled: false };
  const name = 'name' in value ? value.name : 'term' in value ? value.term : value.what;
  const shared = headers.map((header) => sharedWords(header, name));
  const most = Math.max(...shared);
  if (most > 0) return { at: shared.indexOf(most), isRuled: true };
  const diagnosis = headers.findIndex((header) => value.what === 'baseline' && /diagnosis/i.test(header));
  return diagnosis >= 0 ? { at: diagnosis, isRuled: true } : { at: headers.length - 1, isRuled: false };
}
