/** Criteria as sentences: grouped so that they can be read in one way only, and alike only where they are equal. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Criterion, printCriterion } from './index.ts';

const a: Criterion = { sex: { is: 'female' } };
const b: Criterion = { progression: {} };
const c: Criterion = { stage: { is: ['IV'] } };

const mutated = (gene: string): Criterion => ({ alteration: { gene, anyMutation: true } });
const manyMutated: readonly Criterion[] = ['ATRX', 'DAXX', 'MEN1', 'TSC1', 'TSC2'].map(mutated);
const many = 'any mutation of ATRX, DAXX, MEN1, TSC1 or TSC2';

const rows: readonly (readonly [Criterion, string])[] = [
  [a, 'female patient'],
  [{ all: [a, b] }, 'female patient, and progressive disease'],
  [{ any: [a, b] }, 'female patient or progressive disease'],
  [{ not: a }, 'not female patient'],
  [{ not: { not: a } }, 'not (not female patient)'],
  [{ not: { any: [a, b] } }, 'not (female patient or progressive disease)'],
  [{ all: [{ any: [a, b] }, c] }, '(female patient or progressive disease), and stage IV'],
  [{ any: [{ all: [a, b] }, c] }, '(female patient, and progressive disease) or stage IV'],
  [{ all: [{ not: a }, b] }, '(not female patient), and progressive disease'],
  [{ atLeast: { count: 2, of: [a, b, c] } }, 'at least 2 of: female patient; progressive disease; stage IV'],
  [
    { all: [{ atLeast: { count: 1, of: [a] } }, b] },
    '(at least 1 of: female patient), and progressive disease',
  ],
  // Many alternatives that differ in their last word share the others; few do not, nor do those of several kinds.
  [{ any: manyMutated }, many],
  [{ not: { any: manyMutated } }, `not (${many})`],
  [{ all: [{ any: manyMutated }, a] }, `(${many}), and female patient`],
  [{ any: [mutated('ATRX'), mutated('DAXX')] }, 'any mutation of ATRX or any mutation of DAXX'],
  [{ any: [a, ...manyMutated.slice(0, 1)] }, 'female patient or any mutation of ATRX'],
  // A combination of one part is that part, also within another.
  [{ all: [a] }, 'female patient'],
  [{ all: [{ any: [{ all: [a, b] }] }, c] }, '(female patient, and progressive disease), and stage IV'],
  [{ all: [{ all: [{ any: [a, b] }] }, c] }, '(female patient or progressive disease), and stage IV'],
  [{ not: { all: [a] } }, 'not female patient'],
  [{ not: { all: [{ any: [a, b] }] } }, 'not (female patient or progressive disease)'],
];
for (const [criterion, sentence] of rows) {
  test(sentence, () => {
    assert.equal(printCriterion(criterion), sentence);
  });
}

/** Questions that are near each other: each has its own sentence, for the sentence names the question. */
const near: readonly Criterion[] = [
  { priorTherapy: {} },
  { priorTherapy: { drugClass: 'prrt' } },
  { priorTherapy: { kind: 'prrt' } },
  { priorTherapy: { kind: 'prrt', drugClass: 'prrt' } },
  { priorTherapy: { drug: 'temozolomide' } },
  { priorTherapy: { regimen: 'temozolomide' } },
  { priorTherapy: { drug: 'temozolomide', regimen: 'captem' } },
  { priorTherapy: { drug: 'temozolomide', line: 1 } },
  { priorTherapy: { drug: 'temozolomide', ending: 'ended' } },
  { priorTherapy: { drug: 'temozolomide', ending: 'ongoing' } },
  { priorTherapy: { drug: 'temozolomide', monthsSinceEndAtLeast: 6 } },
  { progression: {} },
  { progression: { withinMonths: 6 } },
  { progression: { onOngoing: true } },
  { progression: { onOngoing: true, withinMonths: 6 } },
  { grade: { atLeast: 'G2' } },
  { grade: { atMost: 'G2' } },
  { grade: { atLeast: 'G2', atMost: 'G2' } },
  { ki67Percent: { above: 20 } },
  { ki67Percent: { atLeast: 20 } },
  { ki67Percent: { below: 20 } },
  { ki67Percent: { atMost: 20 } },
  { liverBurden: { atMost: 20 } },
  { extent: { is: ['localised'] } },
  { resectability: { is: ['resectable'] } },
  { sstrUptake: { is: 'positive' } },
  { sstrUptake: { is: 'positive', everyLesion: true } },
  { sstrUptake: { is: 'positive', krenningAtLeast: 3 } },
  { fdgUptake: { is: 'positive' } },
  { stain: { marker: 'KIT' } },
  { stain: { marker: 'KIT', intensityAtLeast: '2+' } },
  { stain: { marker: 'KIT', is: 'lost' } },
  { biomarker: { marker: 'SSTR2' } },
  { stain: { marker: 'SSTR2' } },
  { biomarker: { marker: 'PD-L1' } },
  { biomarker: { marker: 'PD-L1', atLeast: 1 } },
  { biomarker: { marker: 'PD-L1', atLeast: 1, scoring: 'CPS' } },
  { alteration: { gene: 'KIT', anyMutation: true } },
  { alteration: { gene: 'KIT', exon: 11 } },
  { alteration: { gene: 'KIT', exon: [11, 13] } },
  { alteration: { gene: 'KIT', codons: [550, 592] } },
  { alteration: { gene: 'KIT', exon: 11, type: 'activating' } },
  { alteration: { gene: 'KIT', exon: 11, excluding: ['V560A'] } },
  { alteration: { gene: 'KIT', amplification: true } },
  { alteration: { gene: 'KIT', amplification: true, alone: true } },
  { alteration: { gene: 'KIT', copyNumber: 'gain' } },
  { alteration: { fusionOf: 'NTRK3' } },
  { alteration: { fusionOf: 'NTRK3', partner: 'ETV6' } },
  { alteration: { fusionOf: 'NTRK3', inFrameWithKinase: true } },
  { germline: { genes: ['ATM'] } },
  { any: manyMutated },
  { any: [...manyMutated, { alteration: { fusionOf: 'NTRK3' } }] },
  { tested: { event: 'fusion' } },
  { tested: { event: 'fusion', gene: 'NTRK3' } },
  { specimen: {} },
  { specimen: { adequate: true } },
  { specimen: { kind: ['coreBiopsy'] } },
  { measurableDisease: { present: true } },
  { comorbidity: { term: 'diabetes' } },
  { coMedication: { name: 'diabetes' } },
  { priorMalignancy: { words: 'any' } },
  { priorMalignancy: { words: 'breast' } },
  { priorMalignancy: { words: 'breast cancer' } },
  { pharmacogene: { gene: 'DPYD' } },
  { pharmacogene: { gene: 'DPYD', metaboliser: 'poor' } },
  { pharmacogene: { gene: 'DPYD', metaboliser: 'intermediate' } },
  { laboratory: { analyte: 'bilirubin', unit: 'x ULN', atMost: 2 } },
  { laboratory: { analyte: 'bilirubin', unit: 'mg/dL', atMost: 2 } },
  { pathologyReview: { suggested: true } },
  { pathologyReview: { suggested: true, kind: 'reBiopsy' } },
];

test('different questions never print alike', () => {
  const sentences = near.map(printCriterion);
  const repeated = sentences.filter((sentence, index) => sentences.indexOf(sentence) !== index);
  assert.deepEqual(repeated, []);
});

test('equal questions print alike, however they are written', () => {
  const pairs: readonly (readonly [Criterion, Criterion])[] = [
    [
      { alteration: { gene: 'KIT', variant: 'V560del' } },
      { alteration: { variant: 'p.V560del', gene: 'c-KIT' } },
    ],
    [{ alteration: { fusionOf: 'NTRK3' } }, { alteration: { fusionOf: ['NTRK3'] } }],
    [{ alteration: { gene: 'KIT', exon: 11 } }, { alteration: { gene: 'KIT', exon: [11] } }],
    [{ stain: { marker: 'KIT' } }, { stain: { is: 'positive', marker: 'KIT' } }],
    [{ toxicity: { term: 'rash' } }, { toxicity: { term: 'rash', gradeAtLeast: 1 } }],
  ];
  for (const [one, other] of pairs) assert.equal(printCriterion(one), printCriterion(other));
});

test('a question that is not of the language is a fault of the program, and says so', () => {
  const empty: object = {};
  const isCriterion = (value: object): value is Criterion => value === empty;
  assert.ok(isCriterion(empty));
  assert.throws(() => printCriterion(empty), /not a leaf/);
});
