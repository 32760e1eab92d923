/**
 * Reads biomarkers with their result: `MSI-H`, `dMMR`, `TMB 12 mut/Mb`, `PD-L1 CPS 5`, `HER2 3+`, `MGMT methylated`. A
 * number is kept as printed with its comparison; no cut-off makes a result of it.
 */
import type { Marker, MarkerName, MarkerResult, MarkerValue } from './marker.ts';

const beginsLikeMarker =
  /^(?:ms[is]|micro|[dp]?mmr|mismatch|deficient|proficient|tmb|tumou?r m|high |low |b7|pd-?l|cd274|mgmt|her-?2|erbb2|hrd|homologous|ebv|hpv|sstr2|dll3|claudin|cldn|folr1|trop-?2|er|pr|ar)/i;

interface MarkerWords {
  readonly marker: MarkerName;
  readonly names: RegExp;
  /** Words after the name, small letters, hyphens as spaces. */
  readonly results: Readonly<Record<string, MarkerResult>>;
  readonly units?: RegExp;
}

const positive = { positive: 'positive', negative: 'negative', equivocal: 'equivocal' } as const;
const levels = { high: 'high', h: 'high', low: 'low', l: 'low', intermediate: 'intermediate' } as const;

const markers: readonly MarkerWords[] = [
  {
    marker: 'MSI',
    names: /^(?:msi|microsatellite(?: instability)?|microsatellites?(?: status)?)(?: status)?/,
    results: {
      ...levels,
      stable: 'stable',
      s: 'stable',
      instable: 'high',
      unstable: 'high',
      present: 'high',
      ...positive,
    },
  },
  {
    marker: 'MMR',
    names: /^(?:mmr|mismatch repair)(?: status)?/,
    results: {
      deficient: 'deficient',
      deficiency: 'deficient',
      d: 'deficient',
      proficient: 'proficient',
      proficiency: 'proficient',
      intact: 'proficient',
      retained: 'proficient',
      lost: 'deficient',
      loss: 'deficient',
    },
  },
  {
    marker: 'TMB',
    names: /^(?:tmb|tumou?r mutation(?:al)? burden|tumou?r mutation(?:al)? load)(?: \(tmb\))?(?: status)?/,
    results: levels,
    units: /^(?:mut(?:ation)?s?|muts)? ?(?:\/|per) ?(?:mb|megabase)$/,
  },
  {
    marker: 'PD-L1',
    names: /^(?:pd ?l1|cd274|b7 h1)(?: expression)?/,
    results: { ...positive, ...levels, expressed: 'positive', 'not expressed': 'negative' },
    units: /^%$/,
  },
  {
    marker: 'HER2',
    names: /^(?:her ?2|her2\/neu|erbb2)/,
    results: { ...positive, low: 'low' },
  },
  {
    marker: 'HRD',
    names: /^(?:hrd|homologous recombination(?: repair)?)/,
    results: {
      ...positive,
      ...levels,
      deficient: 'deficient',
      deficiency: 'deficient',
      proficient: 'proficient',
    },
  },
  { marker: 'EBV', names: /^ebv/, results: positive },
  { marker: 'HPV', names: /^hpv/, results: positive },
  { marker: 'SSTR2', names: /^(?:sstr2a?|sst2)/, results: { ...positive, ...levels } },
  { marker: 'DLL3', names: /^dll3/, results: { ...positive, ...levels } },
  { marker: 'CLDN18.2', names: /^(?:claudin|cldn) ?18\.2/, results: { ...positive, ...levels } },
  { marker: 'FOLR1', names: /^folr1/, results: { ...positive, ...levels } },
  { marker: 'TROP2', names: /^trop ?2/, results: { ...positive, ...levels } },
  { marker: 'ER', names: /^er\b/, results: positive },
  { marker: 'PR', names: /^pr\b/, results: positive },
  { marker: 'AR', names: /^ar\b/, results: positive },
];

/** Words that are the marker and its result at once, and the order result before name. */
const whole: readonly (readonly [RegExp, MarkerName, MarkerResult])[] = [
  [
    /^(?:msi ?h|msi high|microsatellite instability ?\(?high\)?|high microsatellite instability)$/,
    'MSI',
    'high',
  ],
  [/^(?:msi ?l|msi low)$/, 'MSI', 'low'],
  [/^(?:mss|microsatellite stable|microsatellite stability|msi stable)$/, 'MSI', 'stable'],
  [
    /^(?:dmmr|d mmr|mmr d|deficient mmr|deficient mismatch repair|mismatch repair deficient|mismatch repair deficiency)$/,
    'MMR',
    'deficient',
  ],
  [
    /^(?:pmmr|p mmr|mmr p|proficient mmr|proficient mismatch repair|mismatch repair proficient)$/,
    'MMR',
    'proficient',
  ],
  [/^(?:tmb ?h|high tmb|high tumou?r mutation(?:al)? burden)$/, 'TMB', 'high'],
  [/^(?:tmb ?l|low tmb|low tumou?r mutation(?:al)? burden)$/, 'TMB', 'low'],
];

const scoringAt =
  /^(cps|tps|ic|tc|combined positive score|tumou?r proportion score|ihc|ish|fish|h score)\b[ :=]*/;
const scoringNames: Readonly<Record<string, string>> = {
  'combined positive score': 'CPS',
  'tumor proportion score': 'TPS',
  'tumour proportion score': 'TPS',
};
const numberAt = /^(<=|>=|≤|≥|<|>|~|=)? ?(\d{1,6}(?:\.\d{1,4})?)(?: ?- ?(\d{1,6}(?:\.\d{1,4})?))?/;
const scoreAt = /^(?:score )?\(?([0-3])(\+)?\)?$/;

const comparisons: Readonly<Record<string, MarkerValue['comparison']>> = {
  '<': '<',
  '>': '>',
  '<=': '<=',
  '>=': '>=',
  '≤': '<=',
  '≥': '>=',
  '~': '~',
};

interface Said {
  readonly result?: MarkerResult;
  readonly value?: MarkerValue;
  readonly scoring?: string;
  readonly score?: NonNullable<Marker['score']>;
}

function numberOf(text: string, words: MarkerWords): MarkerValue | undefined {
  const match = numberAt.exec(text);
  if (match === null) return undefined;
  const unit = text.slice(match[0].length).trim();
  if (unit !== '' && unit !== '%' && !(words.units?.test(unit) ?? false)) return undefined;
  const comparison = match[1] === undefined ? undefined : comparisons[match[1]];
  const low = Number(match[2]);
  return {
    ...(comparison === undefined ? {} : { comparison }),
    low,
    high: Number(match[3] ?? low),
    ...(unit === '' ? {} : { unit: unit === '%' ? '%' : 'mut/Mb' }),
  };
}

/** `high (12 mut/Mb)`; the closing parenthesis is taken off already. */
const resultWithNumber = /^([a-z]{1,20}) \((.{1,30})$/;

/** The words after a marker's name; undefined where any of them is not understood. */
function saidOf(rest: string, words: MarkerWords): Said | undefined {
  let text = rest.replace(/^[ :=(,]+/, '').replace(/\)$/, '');
  if (text === '') return {};
  const scoring = scoringAt.exec(text);
  let named: { readonly scoring?: string } = {};
  if (scoring !== null) {
    const name = scoring[1] ?? '';
    named = { scoring: scoringNames[name] ?? name.toUpperCase() };
    text = text.slice(scoring[0].length);
  }
  const result = words.results[text];
  if (result !== undefined) return { ...named, result };
  const [, word = '', number] = resultWithNumber.exec(text) ?? [];
  const both = words.results[word];
  const counted = both === undefined || number === undefined ? undefined : numberOf(number, words);
  if (both !== undefined && counted !== undefined) return { ...named, result: both, value: counted };
  const score = scoreAt.exec(text);
  const isIhc = named.scoring === 'IHC' || words.marker === 'HER2' || words.marker === 'SSTR2';
  if (score !== null && isIhc && (score[2] === '+' || score[1] === '0')) {
    const plus = score[1] === '0' ? '0' : score[1] === '1' ? '1+' : score[1] === '2' ? '2+' : '3+';
    return { ...named, score: plus };
  }
  const value = numberOf(text, words);
  return value === undefined ? undefined : { ...named, value };
}

/**
 * Reads a marker; undefined when the text is anything else.
 *
 * @param gene the gene beside the text; a marker of another name is not read in its place.
 */
export function readMarker(text: string, printed: string, gene: string | undefined): Marker | undefined {
  if (!beginsLikeMarker.test(text)) return undefined;
  // A hyphen between digits is a range (`1-49%`).
  const folded = text.toLowerCase().replaceAll(/(?<!\d)-|-(?!\d)/g, ' ');
  const known = whole.find(([pattern]) => pattern.test(folded));
  if (known !== undefined && gene === undefined)
    return { kind: 'marker', marker: known[1], result: known[2], printed };
  for (const words of markers) {
    const name = words.names.exec(folded)?.[0];
    if (name === undefined) continue;
    const rest = folded.slice(name.length);
    if (/^[a-z0-9]/.test(rest) && !/^h$|^l$|^s$/.test(rest)) continue;
    const said = saidOf(rest, words);
    // A gene's name alone, or with a change of the gene, is not a result of the marker.
    if (said === undefined || Object.keys(said).length === 0) return undefined;
    return { kind: 'marker', marker: words.marker, ...said, printed };
  }
  return undefined;
}
