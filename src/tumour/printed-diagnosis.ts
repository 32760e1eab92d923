/**
 * What a printed diagnosis means today. The printed words are kept; this is the reading beside them. The word
 * "carcinoma" alone never makes a NEC: before WHO 2010 well-differentiated tumours with spread were called (neuro)endocrine
 * carcinoma, later reports kept the habit (paper 000 calls a tumour with 20% Ki-67 an intermediate-grade
 * neuroendocrine carcinoma), and a carcinoma of low or intermediate grade does not exist in any edition.
 */
import { type Statement, sources } from './basis.ts';
import { type ClassWord, type DiagnosisTerms, findTerms } from './diagnosis-terms.ts';
import type { GradeBounds } from './grade.ts';
import {
  className,
  classOf,
  type DerivedClass,
  type Differentiation,
  type Morphology,
  type NenClass,
} from './nen-class.ts';
import { type Site, siteGroups } from './site.ts';

/** A diagnosis in the words of its source. */
export interface PrintedDiagnosis {
  readonly printed: string;
  /** The classification the words come from, where stated. */
  readonly scheme?: string;
  /** The year the words were written. */
  readonly year?: number;
}

/** `certain`: the words leave one class. `probable`: the usual reading. `ambiguous`: more than one. `unread`: none found. */
export type ReadingConfidence = 'certain' | 'probable' | 'ambiguous' | 'unread';

/** The reading of a printed diagnosis. */
export interface PrintedReading {
  readonly printed: string;
  readonly year: number | null;
  readonly lineage: 'neuroendocrine' | 'other' | 'unknown';
  /** Names of other lineages that the words mention. */
  readonly otherLineages: readonly string[];
  readonly class: DerivedClass | null;
  /** Every class the words leave possible; empty when the lineage is not neuroendocrine. */
  readonly candidates: readonly NenClass[];
  readonly differentiation: Differentiation;
  readonly morphology: Morphology;
  /** Carcinoid words of the lung, as printed. */
  readonly carcinoid: 'typicalCarcinoid' | 'atypicalCarcinoid' | null;
  readonly grade: GradeBounds | null;
  readonly siteHints: readonly Site[];
  readonly confidence: ReadingConfidence;
  readonly hedged: boolean;
  readonly statements: readonly Statement[];
}

interface ClassChoice {
  readonly candidates: readonly NenClass[];
  readonly confidence: ReadingConfidence;
  readonly statements: readonly Statement[];
}

/** Lineages whose cells mix with neuroendocrine ones in one tumour. */
const mixingLineages: readonly string[] = ['adenocarcinoma', 'squamous cell carcinoma'];

const firstYearOfGrades = 2010;
const firstYearOfNetG3 = 2017;
const firstYearOfStrictNec = 2019;

const choose = (
  candidates: readonly NenClass[],
  confidence: ReadingConfidence,
  ...statements: readonly Statement[]
): ClassChoice => ({ candidates, confidence, statements });

/** The year whose vocabulary counts: that of the scheme when it names one, else that of the words. */
function vocabularyYear({ scheme, year }: PrintedDiagnosis): number | undefined {
  const named = /\b(?:19|20)\d\d\b/.exec(scheme ?? '');
  return named === null ? year : Number(named[0]);
}

const says = (terms: DiagnosisTerms, ...words: readonly ClassWord[]): boolean =>
  words.some((word) => terms.classWords.includes(word));

const carcinomaWords: readonly ClassWord[] = ['smallCell', 'largeCell', 'merkelCell'];
const tumourWords: readonly ClassWord[] = [
  'tumour',
  'carcinoid',
  'typicalCarcinoid',
  'atypicalCarcinoid',
  'hormoneTumour',
  'isletCell',
];

/** The classes that the words leave, by differentiation first, then morphology, grade and the noun. */
function chooseClass(terms: DiagnosisTerms, year: number | undefined): ClassChoice {
  const carcinomaMorphology = says(terms, ...carcinomaWords);
  const poor = terms.poor || carcinomaMorphology;
  const well = terms.well || says(terms, 'carcinoid');
  if (says(terms, 'mixed')) return choose(['MiNEN'], 'certain');
  if (terms.otherLineages.some((name) => mixingLineages.includes(name)))
    return chooseBesideOther(terms, poor);
  if (well && poor) {
    return choose(['NET', 'NEC'], 'ambiguous', {
      code: 'wordsContradict',
      weight: 'conflict',
      sentence:
        'The words name both a well-differentiated tumour and a carcinoma: ask which component is meant.',
    });
  }
  if (poor)
    return choose(['NEC'], 'certain', byWords('NEC', carcinomaMorphology ? 'cell type' : 'differentiation'));
  if (well) {
    const older = says(terms, 'carcinoma') ? [olderCarcinoma()] : [];
    return choose(['NET'], 'certain', byWords('NET', 'differentiation'), ...older);
  }
  const highest = terms.grade?.highest ?? (terms.moderate ? 'G2' : null);
  if (highest !== null && highest !== 'G3') return chooseByLowGrade(terms);
  if (terms.grade?.lowest === 'G3') return chooseByHighGrade(terms, year);
  if (terms.grade !== null) return choose(['NET', 'NEC'], 'ambiguous', highGradeWords(year));
  return chooseByNoun(terms, year);
}

/** A neuroendocrine and another carcinoma in one text: a mixture, or two tumours. */
function chooseBesideOther(terms: DiagnosisTerms, poor: boolean): ClassChoice {
  const alone: readonly NenClass[] = poor ? ['NEC'] : ['NET', 'NEC'];
  return choose([...alone, 'MiNEN'], 'ambiguous', {
    code: 'wordsBesideOther',
    weight: 'caution',
    sentence: `The words name a neuroendocrine neoplasm beside ${terms.otherLineages.join(', ')}: ask whether it is one mixed tumour, and the share of each component.`,
    basis: sources.who2019,
  });
}

/** Moderately differentiated was the older word for intermediate grade. */
function gradeOfModerate(terms: DiagnosisTerms): GradeBounds | null {
  if (!terms.moderate) return null;
  return { lowest: terms.well ? 'G1' : 'G2', highest: 'G2' };
}

function chooseByLowGrade(terms: DiagnosisTerms): ClassChoice {
  if (!says(terms, 'carcinoma')) return choose(['NET'], 'certain', byWords('NET', 'grade'));
  return choose(['NET'], 'probable', {
    code: 'wordsGradeOfCarcinoma',
    weight: 'note',
    sentence:
      'A neuroendocrine carcinoma of low or intermediate grade is today a neuroendocrine tumour: a NEC is high grade by definition.',
    basis: sources.gradeWordsPaper,
  });
}

function chooseByHighGrade(terms: DiagnosisTerms, year: number | undefined): ClassChoice {
  const thoracic = terms.sites.some((site) => siteGroups.thoracic.some((each) => each === site));
  if (says(terms, 'carcinoma') && thoracic) return choose(['NEC'], 'probable', byWords('NEC', 'grade'));
  const numberedToday = terms.gradeIsNumbered && year !== undefined && year >= firstYearOfNetG3;
  if (says(terms, 'tumour') && numberedToday) return choose(['NET'], 'certain', byWords('NET', 'grade'));
  const strict = says(terms, 'carcinoma') && year !== undefined && year >= firstYearOfStrictNec;
  return choose(['NEC', 'NET'], strict ? 'probable' : 'ambiguous', highGradeWords(year));
}

function highGradeWords(year: number | undefined): Statement {
  return {
    code: 'wordsHighGradeCarcinoma',
    weight: 'caution',
    sentence: `High grade without differentiation${year === undefined ? '' : ` (${year})`} may be a NEC or a NET G3: until 2017 one word covered both.`,
    basis: sources.who2017Paper,
  };
}

function chooseByNoun(terms: DiagnosisTerms, year: number | undefined): ClassChoice {
  if (says(terms, ...tumourWords)) return choose(['NET'], 'probable', byWords('NET', 'noun'));
  if (says(terms, 'carcinoma')) {
    const strict = year !== undefined && year >= firstYearOfStrictNec;
    const before = year !== undefined && year <= firstYearOfGrades;
    return choose(strict ? ['NEC', 'NET'] : ['NET', 'NEC'], strict ? 'probable' : 'ambiguous', {
      code: before ? 'wordsAmbiguousCarcinoma' : 'wordsCarcinomaUnqualified',
      weight: 'caution',
      sentence: before
        ? `"Neuroendocrine carcinoma" without differentiation or grade, of ${year}, may be a NET or a NEC: the older nomenclature used the word for both.`
        : '"Neuroendocrine carcinoma" without differentiation or grade: a NEC in the strict sense of WHO 2019, yet the word is also used for tumours; the differentiation must be stated.',
    });
  }
  return choose(['NET', 'NEC', 'MiNEN'], 'ambiguous', {
    code: 'classUndetermined',
    weight: 'caution',
    sentence: 'The words name a neuroendocrine neoplasm without differentiation or grade.',
  });
}

function byWords(nenClass: NenClass, feature: 'cell type' | 'differentiation' | 'grade' | 'noun'): Statement {
  return {
    code: 'classByWords',
    weight: 'note',
    sentence: `The printed ${feature} is that of a ${className(nenClass)}.`,
  };
}

function olderCarcinoma(): Statement {
  return {
    code: 'wordsOlderNomenclature',
    weight: 'note',
    sentence:
      'A well-differentiated (neuro)endocrine carcinoma of the older nomenclature is today a neuroendocrine tumour that has spread.',
  };
}

/**
 * Reads a printed diagnosis. Never throws: what cannot be read is `unread`, with the words kept.
 *
 * @example readPrintedDiagnosis({ printed: 'intermediate-grade neuroendocrine carcinoma', year: 2012 }).class // 'NET'
 */
export function readPrintedDiagnosis(diagnosis: PrintedDiagnosis): PrintedReading {
  const terms = findTerms(diagnosis.printed);
  const year = vocabularyYear(diagnosis);
  const common = {
    printed: diagnosis.printed,
    year: year ?? null,
    otherLineages: terms.otherLineages,
    grade: terms.grade ?? gradeOfModerate(terms),
    siteHints: terms.sites,
    hedged: terms.hedged,
  };
  const remarks = remarksOn(terms);
  const neuroendocrine = terms.classWords.some(
    (word) => word !== 'neuroendocrineFeatures' && word !== 'gobletCell',
  );
  const lineage = neuroendocrine ? 'neuroendocrine' : notNeuroendocrine(terms) ? 'other' : 'unknown';
  if (lineage !== 'neuroendocrine') {
    return {
      ...common,
      lineage,
      class: null,
      candidates: [],
      differentiation: 'unstated',
      morphology: 'unstated',
      carcinoid: null,
      confidence: lineage === 'other' ? 'probable' : 'unread',
      statements: [...remarks, outsideStatement(terms, lineage)],
    };
  }
  const choice = chooseClass(terms, year);
  const [only, ...others] = choice.candidates;
  return {
    ...common,
    lineage,
    class: classOf(choice.candidates),
    candidates: choice.candidates,
    differentiation: differentiationOf(terms),
    morphology: says(terms, 'smallCell') ? 'smallCell' : says(terms, 'largeCell') ? 'largeCell' : 'unstated',
    carcinoid: carcinoidOf(terms),
    confidence: terms.hedged && only !== undefined && others.length === 0 ? 'probable' : choice.confidence,
    statements: [...remarks, ...choice.statements],
  };
}

function notNeuroendocrine(terms: DiagnosisTerms): boolean {
  return terms.otherLineages.length > 0 || says(terms, 'gobletCell');
}

function outsideStatement(terms: DiagnosisTerms, lineage: 'other' | 'unknown'): Statement {
  if (lineage === 'unknown') {
    return {
      code: 'wordsNotRead',
      weight: 'caution',
      sentence: 'No term of a known diagnosis was found in the printed words; they are kept as printed.',
    };
  }
  const features = says(terms, 'neuroendocrineFeatures')
    ? ' Neuroendocrine features or differentiation do not make it a neuroendocrine neoplasm.'
    : '';
  const named = says(terms, 'gobletCell') ? 'goblet cell adenocarcinoma' : terms.otherLineages.join(', ');
  return {
    code: says(terms, 'gobletCell') ? 'wordsGobletCell' : 'wordsNotNeuroendocrine',
    weight: 'note',
    sentence: `The words name another lineage (${named}).${features}`,
  };
}

function differentiationOf(terms: DiagnosisTerms): Differentiation {
  const poor = terms.poor || says(terms, 'smallCell', 'largeCell', 'merkelCell');
  if (terms.well === poor) return 'unstated';
  return terms.well ? 'well' : 'poor';
}

function carcinoidOf(terms: DiagnosisTerms): PrintedReading['carcinoid'] {
  const typical = says(terms, 'typicalCarcinoid');
  const atypical = says(terms, 'atypicalCarcinoid');
  if (typical === atypical) return null;
  return typical ? 'typicalCarcinoid' : 'atypicalCarcinoid';
}

function remarksOn(terms: DiagnosisTerms): Statement[] {
  const remarks: Statement[] = terms.excluded.map((part) => ({
    code: 'wordsExcluded',
    weight: 'note',
    sentence: `Not counted, because the text denies it: "${part}".`,
  }));
  if (terms.hedged) {
    remarks.push({
      code: 'wordsHedged',
      weight: 'caution',
      sentence: 'The diagnosis is worded with doubt.',
    });
  }
  for (const form of terms.shortForms) {
    remarks.push({
      code: 'wordsShortForm',
      weight: 'caution',
      sentence: `"${form}" is read as pancreatic neuroendocrine tumour; the same letters also abbreviate primitive neuroectodermal tumour.`,
    });
  }
  return remarks;
}
