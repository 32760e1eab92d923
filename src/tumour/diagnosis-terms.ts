/**
 * The terms of a printed diagnosis: what is said, what is said not to be there, class words, words of differentiation,
 * grade and site. Each rule is a word of the field, in any order and spelling, not a whole diagnosis.
 */
import { type Grade, type GradeBounds, spanBounds } from './grade.ts';
import type { Site } from './site.ts';

/** What kind of word names the neoplasm. */
export const classWords = [
  'mixed',
  'gobletCell',
  'merkelCell',
  'smallCell',
  'largeCell',
  'typicalCarcinoid',
  'atypicalCarcinoid',
  'carcinoid',
  'isletCell',
  'hormoneTumour',
  'tumour',
  'carcinoma',
  'neoplasm',
  'neuroendocrineFeatures',
] as const;
export type ClassWord = (typeof classWords)[number];

/** The terms found in a text. */
export interface DiagnosisTerms {
  /** The text that asserts something, and what stands after a negation. */
  readonly asserted: string;
  readonly excluded: readonly string[];
  readonly hedged: boolean;
  readonly classWords: readonly ClassWord[];
  readonly otherLineages: readonly string[];
  readonly well: boolean;
  readonly poor: boolean;
  readonly moderate: boolean;
  readonly grade: GradeBounds | null;
  /** True when the grade is a number (G1, grade 2, G-II) and not a word (low, intermediate, high). */
  readonly gradeIsNumbered: boolean;
  readonly sites: readonly Site[];
  /** Short forms that are read one way and could be meant another. */
  readonly shortForms: readonly string[];
}

const shortForm = /\b(?:(WD|PD|HG|LG)[- ]?)?(?:(GEP|GI|SI|LC|SC|p|P|r|l|b|t)-?)?(NET|NEC|NEN)s?\b/g;
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s*\n\s*/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const negation =
  /\b(?:no evidence of|no|not(?! otherwise)|without|absence of|excluding|excludes?|ruled out|negative for|rather than|instead of)\b/i;
const doubtfulNegation =
  /\b(?:cannot|can not|not) (?:be )?(?:entirely )?(?:excluded?|ruled out|rule out)\b/gi;
const hedge =
  /\b(?:suspicious for|suspicion of|suspected|suggestive of|favou?r(?:s|ed|ing)?|rule out|r\/o|versus|vs\.?|differential|cannot exclude|possible|indeterminate)(?=\s|$)|\?|doubtful/i;

/** Splits a text into what it asserts and what it denies, clause by clause. */
function splitNegations(text: string): { asserted: string; excluded: string[] } {
  const excluded: string[] = [];
  const kept: string[] = [];
  for (const clause of text.replace(doubtfulNegation, 'doubtful').split(/(?<=[,;.)(])\s+|\bbut\b/i)) {
    const found = negation.exec(clause);
    if (found === null) kept.push(clause);
    else {
      kept.push(clause.slice(0, found.index));
      excluded.push(clause.slice(found.index + found[0].length).trim());
    }
  }
  return { asserted: kept.join(' '), excluded };
}

/** Short forms written out: `PDNEC` becomes `poorly differentiated neuroendocrine carcinoma`. */
function writtenOut(text: string): { text: string; shortForms: string[] } {
  const shortForms: string[] = [];
  const qualifiers: Readonly<Record<string, string>> = {
    WD: 'well differentiated',
    PD: 'poorly differentiated',
    HG: 'high grade',
    LG: 'low grade',
    LC: 'large cell',
    SC: 'small cell',
    GEP: 'gastroenteropancreatic',
    GI: 'gastrointestinal',
    SI: 'small intestinal',
    p: 'pancreatic',
    P: 'pancreatic',
    r: 'rectal',
    l: 'lung',
    b: 'bronchial',
    t: 'thymic',
  };
  const nouns: Readonly<Record<string, string>> = { NET: 'tumor', NEC: 'carcinoma', NEN: 'neoplasm' };
  const out = text.replace(
    shortForm,
    (form, quality: string | undefined, organ: string | undefined, noun: string) => {
      if (organ === 'P' && noun === 'NET' && quality === undefined) shortForms.push(form);
      const words = [quality, organ].map((part) => (part === undefined ? '' : (qualifiers[part] ?? '')));
      return [...words, 'neuroendocrine', nouns[noun] ?? ''].filter((word) => word !== '').join(' ');
    },
  );
  return { text: out, shortForms };
}

const classPatterns: readonly (readonly [ClassWord, RegExp])[] = [
  [
    'mixed',
    /\bMiNENs?\b|\bMANECs?\b|\bmixed (?:adeno-? ?neuroendocrine|neuroendocrine[ -]+non-?neuroendocrine)/i,
  ],
  ['gobletCell', /\bgoblet[- ]cell (?:carcinoid|adenocarcinoma|carcinoma|tumou?r)|\badenocarcinoid/i],
  ['merkelCell', /\bmerkel[- ]cell\b/i],
  [
    'smallCell',
    /(?<!\bnon-?\s?)\bsmall[- ]cell\b(?=.*\b(?:carcinoma|cancer|neuroendocrine)\b)|\bcarcinoma\b.*(?<!\bnon-?\s?)\bsmall[- ]cell\b|\bSCLC\b|\boat[- ]cell\b/i,
  ],
  ['largeCell', /\blarge[- ]cell\b.*\bneuroendocrine\b|\bneuroendocrine\b.*\blarge[- ]cell\b/i],
  ['atypicalCarcinoid', /\batypical carcinoid\b/i],
  ['typicalCarcinoid', /(?<!a)\btypical carcinoid\b/i],
  ['carcinoid', /(?<!goblet[- ]cell )\bcarcinoids?\b(?! (?:syndrome|heart|crisis|symptoms?))/i],
  ['isletCell', /\bislet[- ]cell (?:tumou?r|neoplasm|carcinoma|cancer)/i],
  ['hormoneTumour', /\b(?:insulin|gastrin|glucagon|vip|somatostatin)omas?\b/i],
  ['tumour', /\b(?:neuro)?endocrine tumou?rs?\b/i],
  ['carcinoma', /\b(?:neuro)?endocrine(?: (?:small|large)[- ]cell)? carcinomas?\b/i],
  ['neoplasm', /\bneuroendocrine (?:neoplas|cancer|malignan)/i],
  ['neuroendocrineFeatures', /\bneuroendocrine (?:differentiation|features|phenotype)\b/i],
];

const lineagePatterns: readonly (readonly [string, RegExp])[] = [
  ['adenocarcinoma', /\badenocarcinoma/i],
  ['squamous cell carcinoma', /\bsquamous/i],
  ['non-small cell lung cancer', /\bnon-?\s?small[- ]cell|\bNSCLC\b/i],
  ['melanoma', /\bmelanoma/i],
  ['gastrointestinal stromal tumour', /\bGISTs?\b|\bstromal tumou?r/i],
  ['germ cell tumour', /\bseminoma|\bgerm[- ]cell|\bdysgerminoma/i],
  ['glioma', /\bgliobla|\bglioma/i],
  ['sarcoma', /sarcoma\b/i],
  ['lymphoma', /\blymphoma/i],
  ['urothelial carcinoma', /\burothelial/i],
  ['hepatocellular carcinoma', /\bhepatocellular/i],
  ['paraganglioma or phaeochromocytoma', /\bparaganglioma|\bpha?eochromocytoma/i],
  ['medullary thyroid carcinoma', /\bmedullary thyroid/i],
];

const sitePatterns: readonly (readonly [Site, RegExp])[] = [
  ['unknown', /\bunknown (?:primary|origin)|\bprimary unknown\b/i],
  ['pancreas', /(?<!gastroentero)\bpancrea|\bislet[- ]cell\b/i],
  ['duodenum', /\bduoden/i],
  ['ampulla', /\bampulla/i],
  ['smallIntestine', /\bsmall (?:bowel|intestin)|\bile(?:al|um)\b|\bjejun/i],
  ['appendix', /\bappendi/i],
  ['colon', /\bcolon(?:ic)?\b/i],
  ['rectum', /\brect(?:al|um)\b/i],
  ['stomach', /\bgastric\b|\bstomach\b/i],
  ['oesophagus', /\bo?esophag/i],
  ['gallbladder', /\bgallbladder\b/i],
  ['bileDuct', /\bbiliary\b|\bbile duct\b/i],
  ['lung', /\blung\b|\bbronch|\bpulmonary\b|\bSCLC\b/i],
  ['thymus', /\bthym/i],
  ['ovary', /\bovar/i],
  ['breast', /\bbreast\b/i],
  ['skin', /\bmerkel/i],
];

const numbered = /\b(?:grade[ -]?|G-?)([123])\b|\b(?:grade[ -]?|G-)(III|II|I)\b|\bG(III|II)\b/gi;
const numberedRange = /\b(?:grade[ -]?|G-?)([123])\s*(?:-|\/|to|or)\s*(?:grade[ -]?|G-?)?([123])\b/gi;
const worded =
  /\b(low|intermediate|high)(?:-?\s*(?:to|and|or|\/|-)\s*(low|intermediate|high))?[- ]?grade\b/gi;
const gradeOf: Readonly<Record<string, Grade>> = {
  '1': 'G1',
  '2': 'G2',
  '3': 'G3',
  I: 'G1',
  II: 'G2',
  III: 'G3',
  LOW: 'G1',
  INTERMEDIATE: 'G2',
  HIGH: 'G3',
};

/** Bounds over every grade word that a pattern captures. */
function gradesIn(text: string, patterns: readonly RegExp[]): GradeBounds | null {
  return patterns
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .flatMap((match) => match.slice(1))
    .map((word: string | undefined) => (word === undefined ? undefined : gradeOf[word.toUpperCase()]))
    .filter((grade) => grade !== undefined)
    .map((grade): GradeBounds => ({ lowest: grade, highest: grade }))
    .reduce<GradeBounds | null>((held, each) => (held === null ? each : spanBounds(held, each)), null);
}

/** Finds the terms of a printed diagnosis. Never throws; a text without terms gives empty lists. */
export function findTerms(printed: string): DiagnosisTerms {
  const { asserted: said, excluded } = splitNegations(plain(printed));
  const { text: asserted, shortForms } = writtenOut(said);
  const found = classPatterns.filter(([, pattern]) => pattern.test(asserted)).map(([word]) => word);
  const byNumber = gradesIn(asserted, [numbered, numberedRange]);
  const byWord = gradesIn(asserted, [worded]);
  return {
    asserted,
    excluded: excluded.filter((part) => part !== ''),
    hedged: hedge.test(asserted),
    classWords: found,
    otherLineages: lineagePatterns.filter(([, pattern]) => pattern.test(asserted)).map(([name]) => name),
    well: /\bwell-?(?: (?:to|or|and) moderately)?[- ]differentiated\b/i.test(asserted),
    poor: /\bpoorly[- ]differentiated\b|\bundifferentiated\b/i.test(asserted),
    moderate: /\bmoderately[- ](?:well[- ])?differentiated\b/i.test(asserted),
    grade: byNumber === null || byWord === null ? (byNumber ?? byWord) : spanBounds(byNumber, byWord),
    gradeIsNumbered: byNumber !== null,
    sites: sitePatterns.filter(([, pattern]) => pattern.test(asserted)).map(([site]) => site),
    shortForms,
  };
}
