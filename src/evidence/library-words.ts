/**
 * Code words of the library's format in the words of a reader: `singleArmTrial` as "single-arm trial", `noBenefit` as "no
 * benefit". Pages and the terminal take them from here. The list is held to the format by its type: a code that is added
 * there and not here does not compile. Codes that are plain words already (`benefit`, `label`) need no entry.
 */
import type { TwoGroupTest } from '../statistics/index.ts';
import type {
  comparisonBases,
  divisionSchemes,
  intervalLabels,
  PrintedComparison,
  PrintedValue,
} from './printed/index.ts';
import type { Direction, Statement } from './statement.ts';
import type { CountedResult, MeasuredResult, Study, StudyDesign } from './study.ts';

/** Of some codes those that are written with a capital within. */
type Joined<T extends string> = T extends Lowercase<T> | `${number}${string}` ? never : T;

/** Every code of the format that a reader could meet. */
type LibraryCode = Joined<
  | StudyDesign
  | Study['selection']
  | CountedResult['outcome']
  | MeasuredResult['outcome']
  | Direction
  | Statement['kind']
  | PrintedValue['what']
  | PrintedValue['as']
  | (typeof divisionSchemes)[number]
  | (typeof intervalLabels)[number]
  | (typeof comparisonBases)[number]
  | PrintedComparison['concludes']
  | TwoGroupTest
  | 'laterEvidence'
  | 'responseRate'
>;

const wordsOf: Readonly<Record<LibraryCode, string>> = {
  randomisedTrial: 'randomised trial',
  singleArmTrial: 'single-arm trial',
  basketTrial: 'basket trial',
  retrospectiveSeries: 'retrospective series',
  prospectiveSeries: 'prospective series',
  caseSeries: 'case series',
  caseReport: 'case report',
  molecularSurvey: 'molecular survey',
  diagnosticAccuracy: 'study of diagnostic accuracy',
  metaAnalysis: 'meta-analysis',
  chosenByOutcome: 'chosen by outcome',
  singleCase: 'single case',
  notApplicable: 'not applicable',
  completeResponse: 'complete response',
  partialResponse: 'partial response',
  stableDisease: 'stable disease',
  progressiveDisease: 'progressive disease',
  notEvaluable: 'not evaluable',
  objectiveResponse: 'objective response',
  responseRate: 'response rate',
  diseaseControl: 'disease control',
  biochemicalResponse: 'biochemical response',
  markerPresent: 'marker present',
  markerDetected: 'marker detected',
  overallSurvival: 'overall survival',
  progressionFreeSurvival: 'progression-free survival',
  timeToProgression: 'time to progression',
  durationOfResponse: 'duration of response',
  treatmentDuration: 'duration of treatment',
  followUp: 'follow-up',
  hazardRatio: 'hazard ratio',
  riskReduction: 'reduction of risk',
  oddsRatio: 'odds ratio',
  riskRatio: 'risk ratio',
  pValue: 'p value',
  curvePercent: 'percent of a survival curve',
  standardDeviation: 'standard deviation',
  interquartileRange: 'interquartile range',
  priorTherapy: 'prior therapy',
  treatmentChosen: 'treatment chosen',
  otherStudies: 'different studies',
  noComparator: 'no comparator',
  noDifference: 'no difference',
  notConcluded: 'not concluded',
  noBenefit: 'no benefit',
  supportsUse: 'supports use',
  arguesAgainst: 'argues against',
  expertOpinion: 'expert opinion',
  laterEvidence: 'later evidence',
  chiSquare: 'chi-square',
  chiSquareYates: "chi-square with Yates' correction",
  fisherMidP: "Fisher's mid-P",
  likelihoodRatio: 'likelihood ratio',
  unpooledZ: 'z with unpooled errors',
  fisherOneSided: "Fisher's one-sided",
};

const words: ReadonlyMap<string, string> = new Map(Object.entries(wordsOf));
const pattern = new RegExp(`\\b(?:${[...words.keys()].join('|')})\\b`, 'g');

/**
 * A code, or a text with codes in it, in words; every other word stays as it is, so that names such as mTOR do.
 *
 * @example libraryWords('hazardRatio of overallSurvival') // 'hazard ratio of overall survival'
 */
export const libraryWords = (text: string): string =>
  text.replaceAll(pattern, (code) => words.get(code) ?? code);
