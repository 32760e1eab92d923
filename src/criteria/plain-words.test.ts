/**
 * What a leaf prints and the data it shows are read by people: no code word of the record's format and no id of a
 * register stands in them. Every leaf is asked of every published case, with every value of its options.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { type CaseRecord, caseJsonSchema, clockAt, cutCase, readCase } from '../case/index.ts';
import { drugClasses, drugs, regimens } from '../therapy/index.ts';
import { entities } from '../tumour/index.ts';
import {
  type Criterion,
  criterion as criterionSchema,
  evaluate,
  type LeafName,
  leafNames,
  leavesOf,
  printCriterion,
  type Subject,
  subjectOf,
} from './index.ts';
import { subjectWith } from './subject.fixture.ts';

/** At least one question a leaf; those with options in all their spellings. */
const questions: Readonly<Record<LeafName, readonly object[]>> = {
  disease: entities.map(({ id }) => ({ entity: id })),
  stage: [{ is: ['IV'] }],
  extent: [{ is: ['localised', 'locallyAdvanced', 'metastatic'] }],
  resectability: [{ is: ['resectable', 'borderline', 'unresectable'] }],
  grade: [{ atLeast: 'G2' }],
  differentiation: [{ is: 'well' }, { is: 'poor' }],
  ki67Percent: [{ atLeast: 10, atMost: 55 }],
  mitosesPer2mm2: [{ above: 20 }],
  discordance: [{ is: 'proliferative' }],
  pathologyReview: ['pathologyReview', 'reBiopsy', 'ki67Recount', 'mitoticCount', 'markerTest'].map(
    (kind) => ({
      suggested: true,
      kind,
    }),
  ),
  functionalStatus: [{ is: 'functioning', syndrome: 'carcinoidSyndrome' }, { is: 'nonFunctioning' }],
  liverBurden: [{ atLeast: 50 }],
  metastasis: ['lymphNode', 'distantLymphNode', 'softTissue', 'bone', 'other'].map((site) => ({ site })),
  alteration: [
    { gene: 'KIT', exon: 11, type: 'inFrameDeletion' },
    { gene: 'CDKN2A', copyNumber: 'deepDeletion' },
    { fusionOf: 'NTRK3', inFrameWithKinase: true },
    { gene: 'KIT', amplification: true, alone: true },
  ],
  germline: [{ genes: ['MEN1', 'VHL', 'KIT'] }],
  biomarker: ['MSI', 'PD-L1', 'TMB', 'SSTR2'].map((marker) => ({ marker })),
  stain: [{ marker: 'KIT', intensityAtLeast: '2+' }, { marker: 'synaptophysin' }],
  tested: ['smallVariant', 'copyNumber', 'microsatelliteInstability', 'promoterMethylation'].map((event) => ({
    event,
    gene: 'KIT',
  })),
  sstrUptake: [{ is: 'positive', everyLesion: true, krenningAtLeast: 3 }],
  fdgUptake: [{ is: 'negative' }],
  uptakeMismatch: [{ present: true }],
  laboratory: [
    { analyte: 'bilirubin-total', unit: 'x ULN', atMost: 1.5 },
    { analyte: 'creatinine-clearance', unit: 'mL/min', atLeast: 60 },
  ],
  ecog: [{ atMost: 1 }],
  karnofskyPercent: [{ atLeast: 70 }],
  priorTherapy: [
    {},
    ...drugClasses.map(({ id }) => ({ drugClass: id })),
    ...drugs.map(({ id }) => ({ drug: id })),
    ...regimens.map(({ id }) => ({ regimen: id })),
    ...['progression', 'intolerance', 'response', 'ongoing', 'ended'].map((ending) => ({
      kind: 'liverDirected',
      ending,
    })),
  ],
  linesOfTherapy: [{ atLeast: 1 }],
  platinumFreeIntervalMonths: [{ below: 6 }],
  progression: [{ withinMonths: 12 }, { onOngoing: true }],
  toxicity: [{ term: 'neuropathy', gradeAtLeast: 2 }],
  comorbidity: [{ term: 'heart failure' }],
  coMedication: [{ name: 'warfarin' }],
  priorMalignancy: [{ words: 'any' }],
  pharmacogene: [{ gene: 'DPYD' }, { gene: 'UGT1A1', metaboliser: 'poor' }],
  age: [{ atLeast: 18 }],
  sex: [{ is: 'female' }],
  pregnancy: [{ is: 'pregnant' }],
  specimen: [{ adequate: true }, { kind: ['coreBiopsy', 'fineNeedleAspirate'] }],
  measurableDisease: [{ present: true }],
};

/** Every value that the format of a case allows. */
function valuesOf(schema: unknown): readonly string[] {
  if (Array.isArray(schema)) return schema.flatMap(valuesOf);
  if (typeof schema !== 'object' || schema === null) return [];
  const own: unknown = Reflect.get(schema, 'enum');
  const values = Array.isArray(own) ? own.filter((each) => typeof each === 'string') : [];
  return [...values, ...Object.values(schema).flatMap(valuesOf)];
}

const registered: readonly { readonly id: string; readonly name: string }[] = [
  ...drugClasses,
  ...drugs,
  ...regimens,
  ...entities,
];
const names = registered.map(({ name }) => name);
const isCode = (value: string) => /^[a-z]+[A-Z]/.test(value) || value.endsWith('-unstated');
const codes = new Set([
  ...valuesOf(caseJsonSchema()).filter(isCode),
  // An id that is also a part of a name is no code word: tubulin-binding agent.
  ...registered
    .map(({ id }) => id)
    .filter((id) => id.includes('-') && !names.some((name) => name.includes(id))),
]);

/** The code words in a text; a hyphenated id counts where it stands as a whole word. */
const codesIn = (words: string): readonly string[] =>
  words.split(/[\s,;:()"]+/u).filter((word) => codes.has(word.replace(/\.$/u, '')));

const folder = `${import.meta.dirname}/../../examples`;
const records: readonly CaseRecord[] = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .flatMap(
    (name) => readCase(readFileSync(`${folder}/${name}`, 'utf8'), { source: name }).value?.record ?? [],
  );

function subjectAtEnd(record: CaseRecord): Subject {
  const clock = clockAt(record, undefined).value;
  assert.ok(clock);
  return subjectOf(cutCase(record, clock));
}

/** A patient with every code word that a leaf shows. */
const coded = subjectWith({
  specimens: [{ id: 's', kind: 'fineNeedleAspirate', site: 'liver' }],
  assays: [{ id: 'a', name: 'a panel', analyte: 'unstated', status: 'done', detects: ['smallVariant'] }],
  findings: [{ id: 'f', gene: 'KIT', alteration: 'V560del', status: 'assayCanMiss' }],
  biomarkers: [{ marker: 'MSI', status: 'notTested' }],
  pharmacogenes: [{ gene: 'DPYD', status: 'notCovered' }],
  functionality: [{ status: 'functioning', syndrome: 'carcinoidSyndrome' }],
  extent: [{ extent: 'locallyAdvanced', metastases: [{ site: 'lymphNode' }, { site: 'softTissue' }] }],
  imaging: [{ id: 'i', modality: 'PET', tracer: 'SSTR-unstated', uptake: 'positive' }],
  laboratory: [{ analyte: 'bilirubin-total', value: '1 mg/dL' }],
  therapies: [
    {
      id: 't',
      kind: 'liverDirected',
      printed: 'x',
      stopReason: 'patientChoice',
      outcomes: [{ response: 'minorResponse' }],
    },
  ],
  complete: [{ list: 'coMedication' }],
});

const asked: readonly (readonly [LeafName, readonly Criterion[]])[] = leafNames.map((name) => [
  name,
  questions[name].map((question) => criterionSchema.parse({ [name]: question })),
]);
const subjects = [coded, ...records.map(subjectAtEnd)];

for (const [name, criteria] of asked) {
  test(`${name}: no code words`, () => {
    assert.ok(criteria.length > 0 && records.length > 20);
    for (const criterion of criteria) {
      assert.deepEqual(codesIn(printCriterion(criterion)), [], printCriterion(criterion));
      for (const subject of subjects) {
        const answers = leavesOf(evaluate(criterion, subject)).flatMap(({ leaf }) => leaf?.answer ?? []);
        const words = answers.flatMap((answer) => [
          ...answer.data.map(({ text }) => text),
          ...(answer.truth === 'unknown' ? [answer.settledBy] : []),
        ]);
        for (const each of words) assert.deepEqual(codesIn(each), [], each);
      }
    }
  });
}

test('the code words are found where they stand', () => {
  assert.deepEqual(codesIn('earlier kit-inhibitor, of a (coreBiopsy); SSTR-unstated'), [
    'kit-inhibitor',
    'coreBiopsy',
    'SSTR-unstated',
  ]);
});
