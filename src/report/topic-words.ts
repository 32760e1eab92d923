/** What a question of the criterion language is about, in the fewest words: the topics of open questions. */
import { type LeafName, leafNames } from '../criteria/index.ts';

const leafWords: Readonly<Record<LeafName, string>> = {
  age: 'age',
  sex: 'sex',
  pregnancy: 'pregnancy',
  alteration: 'molecular alteration',
  tested: 'molecular test',
  comorbidity: 'comorbidity',
  coMedication: 'co-medication',
  priorMalignancy: 'earlier cancer',
  pharmacogene: 'pharmacogene',
  toxicity: 'toxicity',
  biomarker: 'biomarker',
  disease: 'entity or primary',
  extent: 'extent of disease',
  resectability: 'resectability',
  functionalStatus: 'functional status',
  germline: 'germline status',
  grade: 'grade',
  differentiation: 'differentiation',
  discordance: 'discordance of Ki-67 and mitoses',
  laboratory: 'laboratory value',
  metastasis: 'site of metastases',
  liverBurden: 'liver burden',
  pathologyReview: 'pathology review',
  ecog: 'performance status',
  karnofskyPercent: 'Karnofsky performance status',
  platinumFreeIntervalMonths: 'platinum-free interval',
  priorTherapy: 'earlier treatment',
  linesOfTherapy: 'lines of treatment',
  progression: 'progression',
  ki67Percent: 'Ki-67',
  mitosesPer2mm2: 'mitotic count',
  sstrUptake: 'somatostatin-receptor imaging',
  fdgUptake: 'FDG PET',
  uptakeMismatch: 'mismatch of FDG and receptor imaging',
  specimen: 'specimen',
  measurableDisease: 'measurable disease',
  stage: 'stage',
  stain: 'immunohistochemistry',
};

/** Leaves of which one question differs from the next, so that the topic alone would say too little. */
const needsQuestion: ReadonlySet<string> = new Set([
  'tested',
  'comorbidity',
  'coMedication',
  'priorMalignancy',
  'pharmacogene',
  'toxicity',
  'laboratory',
  'metastasis',
]);

const suffixes: Readonly<Record<string, string>> = {
  variant: 'variant',
  fusion: 'fusion',
  copyNumber: 'copy number',
  germline: 'germline',
  stain: 'stain',
};

/** `fusion:NTRK3` to `NTRK3 fusion`; a topic that says too little gives the question itself. */
export function topicWords(topic: string, question: string): string {
  const [kind = '', of = ''] = topic.split(':', 2);
  if (kind === 'biomarker' && of !== '') return of;
  const suffix = suffixes[kind];
  if (suffix !== undefined && of !== '') return `${of} ${suffix}`;
  const leaf = leafNames.find((name) => name === topic);
  return leaf === undefined || needsQuestion.has(leaf) ? question : leafWords[leaf];
}
