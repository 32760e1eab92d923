/** Results of stains and biomarkers in words, and the statuses for which they stand. What is not listed is not read. */
import type { BiomarkerKind } from '../../case/index.ts';
import type { MarkerStatus } from '../../truth/index.ts';

/** A result in words as a status; `unreadable` where the word does not say it. */
export type ResultReading = MarkerStatus | 'unreadable';

const fold = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, ' ')
    .replaceAll(/[\u2010-\u2015\u2212]/g, '-');

const generalWords: Readonly<Record<string, MarkerStatus>> = {
  positive: 'positive',
  pos: 'positive',
  '+': 'positive',
  '++': 'positive',
  '+++': 'positive',
  '1+': 'positive',
  '2+': 'positive',
  '3+': 'positive',
  expressed: 'positive',
  present: 'positive',
  detected: 'positive',
  'focally positive': 'positive',
  'focal positive': 'positive',
  'weakly positive': 'positive',
  'strongly positive': 'positive',
  'diffusely positive': 'positive',
  negative: 'negative',
  neg: 'negative',
  '0': 'negative',
  absent: 'negative',
  'not expressed': 'negative',
  'not detected': 'negative',
  equivocal: 'equivocal',
  borderline: 'equivocal',
  indeterminate: 'equivocal',
  inconclusive: 'equivocal',
  pending: 'pending',
  'not tested': 'notTested',
  'not done': 'notTested',
  'not performed': 'notTested',
  failed: 'failed',
  insufficient: 'failed',
  'quantity not sufficient': 'failed',
  qns: 'failed',
  'not evaluable': 'failed',
};

/** Words that are neither result nor place of one: they hold for any marker. */
const withoutResult = new Set<MarkerStatus>(['equivocal', 'pending', 'notTested', 'failed']);

const stainWords: Readonly<Record<string, MarkerStatus>> = {
  retained: 'positive',
  preserved: 'positive',
  intact: 'positive',
  overexpressed: 'positive',
  lost: 'negative',
  loss: 'negative',
};

/** Patterns of a stain that its word states. */
const patterns: Readonly<Record<string, 'retained' | 'lost' | 'overexpressed'>> = {
  retained: 'retained',
  preserved: 'retained',
  intact: 'retained',
  lost: 'lost',
  loss: 'lost',
  overexpressed: 'overexpressed',
};

/** HER2 by the score of its stain, as ASCO and CAP read it: 2+ is equivocal and asks for in situ hybridisation. */
const her2Words: Readonly<Record<string, MarkerStatus>> = {
  '0': 'negative',
  '1+': 'negative',
  '2+': 'equivocal',
  '3+': 'positive',
  amplified: 'positive',
  'not amplified': 'negative',
};

/** Biomarkers whose "positive" is a word of its own; "positive" alone would not say which of two things was meant. */
const ownWords: Readonly<Partial<Record<BiomarkerKind, Readonly<Record<string, MarkerStatus>>>>> = {
  MSI: {
    'msi-h': 'positive',
    'msi-high': 'positive',
    'msi high': 'positive',
    high: 'positive',
    unstable: 'positive',
    instable: 'positive',
    mss: 'negative',
    stable: 'negative',
    'microsatellite stable': 'negative',
    'msi-l': 'negative',
    'msi-low': 'negative',
    'msi low': 'negative',
    low: 'negative',
  },
  MMR: {
    dmmr: 'positive',
    'mmr-d': 'positive',
    deficient: 'positive',
    lost: 'positive',
    loss: 'positive',
    pmmr: 'negative',
    'mmr-p': 'negative',
    proficient: 'negative',
    intact: 'negative',
    retained: 'negative',
  },
  TMB: {
    'tmb-h': 'positive',
    'tmb-high': 'positive',
    high: 'positive',
    'tmb-l': 'negative',
    low: 'negative',
  },
  MGMT: {
    methylated: 'positive',
    silenced: 'positive',
    unmethylated: 'negative',
    'not methylated': 'negative',
  },
};

function wordIn(list: Readonly<Record<string, MarkerStatus>>, word: string): MarkerStatus | undefined {
  return Object.hasOwn(list, word) ? list[word] : undefined;
}

/** The status of a stain from its printed result. */
export function stainStatus(marker: string, printed: string): ResultReading {
  const word = fold(printed);
  const isHer2 = /^(?:her-?2(?:\/neu)?|erbb2)$/i.test(marker.trim());
  return (
    (isHer2 ? wordIn(her2Words, word) : undefined) ??
    wordIn(generalWords, word) ??
    wordIn(stainWords, word) ??
    'unreadable'
  );
}

/** What the word of a stain says of its pattern. */
export function stainPattern(printed: string): 'retained' | 'lost' | 'overexpressed' | undefined {
  const word = fold(printed);
  return Object.hasOwn(patterns, word) ? patterns[word] : undefined;
}

/** The intensity that a printed result is or holds: `2+`, `++`. */
export function intensityOf(printed: string | undefined): '0' | '1+' | '2+' | '3+' | undefined {
  switch (fold(printed ?? '')) {
    case '0':
      return '0';
    case '1':
    case '1+':
    case '+':
    case 'weak':
      return '1+';
    case '2':
    case '2+':
    case '++':
    case 'moderate':
      return '2+';
    case '3':
    case '3+':
    case '+++':
    case 'strong':
      return '3+';
    default:
      return undefined;
  }
}

/** The status of a biomarker from its printed result, in the sense of the case record (positive: MSI-high, dMMR, ...). */
export function biomarkerStatus(marker: BiomarkerKind, printed: string): ResultReading {
  const word = fold(printed);
  const own = ownWords[marker];
  const general = wordIn(generalWords, word);
  if (own !== undefined)
    return (
      wordIn(own, word) ?? (general !== undefined && withoutResult.has(general) ? general : 'unreadable')
    );
  if (marker === 'HER2') return wordIn(her2Words, word) ?? general ?? 'unreadable';
  return general ?? 'unreadable';
}

/** Words that are read as results of a biomarker, for a message. */
export function resultWords(marker: BiomarkerKind): string {
  const own = ownWords[marker];
  return own === undefined ? 'positive, negative or equivocal' : Object.keys(own).slice(0, 6).join(', ');
}

const biomarkerNames: Readonly<Record<string, BiomarkerKind>> = {
  msi: 'MSI',
  'msi status': 'MSI',
  'microsatellite instability': 'MSI',
  'microsatellite status': 'MSI',
  mmr: 'MMR',
  'mmr status': 'MMR',
  'mismatch repair': 'MMR',
  tmb: 'TMB',
  'tumor mutational burden': 'TMB',
  'tumour mutational burden': 'TMB',
  'tumor mutation burden': 'TMB',
  'tumour mutation burden': 'TMB',
  'pd-l1': 'PD-L1',
  pdl1: 'PD-L1',
  cd274: 'PD-L1',
  mgmt: 'MGMT',
  'mgmt promoter methylation': 'MGMT',
  her2: 'HER2',
  'her2/neu': 'HER2',
  erbb2: 'HER2',
  dll3: 'DLL3',
  sstr2: 'SSTR2',
  sstr2a: 'SSTR2',
  rb1: 'RB1',
  tp53: 'TP53',
  daxx: 'DAXX',
  atrx: 'ATRX',
  men1: 'MEN1',
};

/** Markers that are no stain by themselves: in a mixed table their rows are biomarkers. */
const alwaysBiomarkers = new Set<BiomarkerKind>(['MSI', 'MMR', 'TMB', 'PD-L1', 'MGMT']);

/** The biomarker of a name, or undefined. */
export function biomarkerKindOf(name: string): BiomarkerKind | undefined {
  const key = fold(name);
  return Object.hasOwn(biomarkerNames, key) ? biomarkerNames[key] : undefined;
}

/** True for a marker whose row in a mixed table is a biomarker and not a stain. */
export function isAlwaysBiomarker(kind: BiomarkerKind): boolean {
  return alwaysBiomarkers.has(kind);
}
