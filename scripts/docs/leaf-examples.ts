/** What each leaf of the criterion language asks, and one question in it, for the table of docs/criteria.md. */
import type { LeafName } from '../../src/index.ts';

interface LeafExample {
  /** What the leaf asks, in a phrase. */
  readonly asks: string;
  readonly question: object;
}

/** One entry a leaf: a leaf without one does not compile. */
export const leafExamples: Readonly<Record<LeafName, LeafExample>> = {
  disease: { asks: 'a disease of the entity tree', question: { entity: 'net-pancreas' } },
  stage: { asks: 'the stage as stated', question: { is: ['IV'] } },
  extent: { asks: 'how far the disease goes', question: { is: ['locallyAdvanced', 'metastatic'] } },
  resectability: { asks: 'whether it can be resected', question: { is: ['resectable'] } },
  grade: { asks: 'the derived grade, by bounds', question: { atLeast: 'G2' } },
  differentiation: { asks: 'well or poorly differentiated', question: { is: 'well' } },
  ki67Percent: { asks: 'Ki-67 in percent', question: { atLeast: 10, atMost: 55 } },
  mitosesPer2mm2: { asks: 'mitoses per 2 mm2', question: { above: 20 } },
  discordance: { asks: 'Ki-67 and mitoses in different grades', question: { is: 'proliferative' } },
  pathologyReview: { asks: 'whether the classification asks for a review', question: { suggested: true } },
  functionalStatus: { asks: 'hormonal syndrome', question: { is: 'functioning', syndrome: 'insulinoma' } },
  liverBurden: { asks: 'share of the liver that is tumour, in percent', question: { atLeast: 50 } },
  metastasis: { asks: 'a site of metastases', question: { site: 'bone' } },
  alteration: { asks: 'a molecular alteration (patterns below)', question: { gene: 'KIT', exon: 11 } },
  germline: {
    asks: 'a pathogenic germline finding in one of some genes',
    question: { genes: ['MEN1', 'VHL'] },
  },
  biomarker: {
    asks: 'MSI, PD-L1, TMB, MGMT and others',
    question: { marker: 'PD-L1', scoring: 'CPS', atLeast: 10 },
  },
  stain: { asks: 'an immunohistochemical stain', question: { marker: 'KIT', intensityAtLeast: '2+' } },
  tested: {
    asks: 'whether a finished assay can decide a kind of event',
    question: { event: 'fusion', gene: 'NTRK3' },
  },
  sstrUptake: {
    asks: 'somatostatin-receptor imaging',
    question: { is: 'positive', everyLesion: true, krenningAtLeast: 3 },
  },
  fdgUptake: { asks: 'FDG PET', question: { is: 'negative' } },
  uptakeMismatch: { asks: 'lesions with FDG uptake and no receptor uptake', question: { present: true } },
  laboratory: {
    asks: 'the latest laboratory value',
    question: { analyte: 'total bilirubin', unit: 'x ULN', atMost: 1.5 },
  },
  ecog: { asks: 'performance status as ECOG', question: { atMost: 1 } },
  karnofskyPercent: { asks: 'performance status as Karnofsky', question: { atLeast: 70 } },
  priorTherapy: {
    asks: 'earlier treatment, its line, its end and how long ago',
    question: { drugClass: 'somatostatin-analogue', ending: 'progression' },
  },
  linesOfTherapy: { asks: 'number of systemic lines', question: { atLeast: 1 } },
  platinumFreeIntervalMonths: {
    asks: 'end of the last platinum to progression after it',
    question: { below: 6 },
  },
  progression: { asks: 'progression, within a window', question: { withinMonths: 12 } },
  toxicity: { asks: 'an adverse event', question: { term: 'neuropathy', gradeAtLeast: 2 } },
  comorbidity: { asks: 'another disease', question: { term: 'heart failure' } },
  coMedication: { asks: 'another medicine', question: { name: 'warfarin' } },
  priorMalignancy: { asks: 'an earlier cancer', question: { words: 'testicular' } },
  pharmacogene: { asks: 'inherited drug metabolism', question: { gene: 'DPYD' } },
  age: { asks: 'age in completed years', question: { atLeast: 18 } },
  sex: { asks: 'sex', question: { is: 'female' } },
  pregnancy: { asks: 'pregnancy or lactation', question: { is: 'pregnant' } },
  specimen: {
    asks: 'an adequate specimen, of some kinds',
    question: { adequate: true, kind: ['coreBiopsy', 'resection'] },
  },
  measurableDisease: { asks: 'measurable disease', question: { present: true } },
};
