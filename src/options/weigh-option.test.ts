/** One option against small libraries: what makes it considerable, what advises against it, what leaves it open. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cutCase, readCaseDocument } from '../case/index.ts';
import { type Subject, subjectOf } from '../criteria/index.ts';
import {
  approval,
  cutEvidence,
  type EvidenceLibrary,
  type Statement,
  statement,
  study,
} from '../evidence/index.ts';
import { ladderFor } from './ladder-state.ts';
import { type OptionKnowledge, optionFile } from './option-definition.ts';
import { weighOption } from './weigh-option.ts';

function subject(extra: Record<string, unknown>): Subject {
  const read = readCaseDocument({
    cajal: 'case/1',
    id: 'someone',
    title: 'someone',
    provenance: { kind: 'synthetic', statement: 'for a test' },
    patient: { sex: 'male' },
    primary: [{ site: 'pancreas', certainty: 'established' }],
    diagnoses: [{ id: 'd', printed: 'well-differentiated neuroendocrine tumour, grade 2', year: 2020 }],
    pathology: [{ id: 'p', differentiation: 'well' }],
    ...extra,
  });
  assert.ok(read.value, JSON.stringify(read.issues));
  return subjectOf(cutCase(read.value.record, { kind: 'now' }));
}

const kit = (alteration: string) => ({
  findings: [{ id: 'f', gene: 'KIT', alteration, status: 'positive' }],
});

const imatinibStudy = study.parse({
  cajal: 'study/1',
  id: 'gist',
  title: 'Imatinib in GIST',
  citation: { year: 2002 },
  published: '2002',
  verification: 'read',
  readIn: { document: 'label' },
  design: { type: 'singleArmTrial' },
  selection: 'enrolled',
  population: { words: 'GIST', entity: 'gist' },
});

const statementOf = (extra: object): Statement =>
  statement.parse({
    id: 'exon-11',
    subject: { drugs: ['imatinib'] },
    direction: 'benefit',
    kind: 'clinical',
    entity: 'gist',
    when: { alteration: { gene: 'KIT', exon: 11 } },
    claim: 'responds in GIST',
    studies: ['gist'],
    known: '2002',
    verification: 'read',
    review: { owner: 'a curator', due: '2100-01-01' },
    ...extra,
  });

const source = [{ words: 'a source', verification: 'read' }];
const rules = (extra: object = {}): OptionKnowledge =>
  optionFile.parse({
    cajal: 'options/1',
    options: [
      {
        id: 'imatinib',
        kind: 'systemic',
        label: 'Imatinib',
        drugs: ['imatinib'],
        comesIntoQuestion: { alteration: { gene: 'KIT', anyMutation: true } },
        rationale: 'inhibits KIT',
        known: '2002',
        sources: source,
      },
    ],
    ...extra,
  });

function weigh(
  of: Subject,
  statements: readonly Statement[],
  knowledge = rules(),
  approvals: EvidenceLibrary['approvals'] = [],
) {
  const clock = { kind: 'latest' } as const;
  const evidence = cutEvidence(
    { studies: [imatinibStudy], statements, approvals },
    { clock, without: [], own: [] },
  );
  const ladder = ladderFor(knowledge.ladders, of, clock);
  const [option] = knowledge.options;
  assert.ok(option);
  return weighOption(option, of, { knowledge, evidence, clock, ladder });
}

test('clinical evidence from another entity makes it considerable, and the entity is named', () => {
  const weighed = weigh(subject(kit('V560del')), [statementOf({})]);
  assert.equal(weighed?.stance.stance, 'considerable');
  assert.equal(weighed?.forIt[0]?.entity.relation, 'otherLineage');
  assert.equal(weighed?.forIt[0]?.resolution, 'exon');
  assert.match(weighed?.restsOn ?? '', /one clinical study, none certainly in this entity/);
});

test('a case report, or a laboratory finding, is a hypothesis only', () => {
  for (const kind of ['caseReport', 'preclinical']) {
    assert.equal(weigh(subject(kit('V560del')), [statementOf({ kind })])?.stance.stance, 'hypothesisOnly');
  }
});

test('evidence from carcinomas is a hypothesis for a tumour', () => {
  const weighed = weigh(subject(kit('V560del')), [statementOf({ entity: 'nec-pancreas' })]);
  assert.equal(weighed?.stance.stance, 'hypothesisOnly');
  assert.equal(weighed?.forIt[0]?.entity.relation, 'siblingDifferentiation');
});

test('resistance of the exact variant advises against; both sides are kept', () => {
  const resistant = statementOf({
    id: 'd816v',
    direction: 'resistance',
    when: { alteration: { gene: 'KIT', variant: 'D816V' } },
  });
  const anyKit = statementOf({ id: 'any', when: { alteration: { gene: 'KIT', anyMutation: true } } });
  const weighed = weigh(subject(kit('D816V')), [resistant, anyKit]);
  assert.equal(weighed?.stance.stance, 'advisedAgainst');
  assert.deepEqual([weighed?.forIt.length, weighed?.againstIt.length], [1, 1]);
});

test('the exact variant decides: where it did not respond, its exon lifts nothing above a hypothesis', () => {
  const refuted = statementOf({
    id: 'v560a',
    direction: 'noBenefit',
    kind: 'caseReport',
    when: { alteration: { gene: 'KIT', variant: 'V560A' } },
  });
  assert.equal(weigh(subject(kit('V560A')), [statementOf({}), refuted])?.stance.stance, 'hypothesisOnly');
  assert.equal(weigh(subject(kit('V560del')), [statementOf({}), refuted])?.stance.stance, 'considerable');
});

test('evidence that shares only the gene, from another lineage, is a hypothesis', () => {
  const anyKit = { when: { alteration: { gene: 'KIT', anyMutation: true } } };
  assert.equal(weigh(subject(kit('V560del')), [statementOf(anyKit)])?.stance.stance, 'hypothesisOnly');
  const own = statementOf({ ...anyKit, entity: 'net-pancreas' });
  assert.equal(weigh(subject(kit('V560del')), [own])?.stance.stance, 'considerable');
});

test('progression after the end of a course is a relapse, not a failure of the drug', () => {
  const course = (end: string) => ({
    therapies: [
      {
        id: 't',
        kind: 'systemic',
        printed: 'imatinib',
        drugs: ['imatinib'],
        start: '2020-01',
        end,
        stopReason: 'completed',
        outcomes: [{ response: 'PD', date: '2022-01' }],
      },
    ],
  });
  const relapse = weigh(subject({ ...kit('V560del'), ...course('2020-06') }), [statementOf({})]);
  assert.equal(relapse?.stance.stance, 'considerable');
  const failure = weigh(subject({ ...kit('V560del'), ...course('2022-01') }), [statementOf({})]);
  assert.equal(failure?.stance.stance, 'advisedAgainst');
});

test('a caution of the weight "avoid" that holds advises against', () => {
  const caution = (weight: string) => ({
    cautions: [
      {
        id: 'kidney',
        drugs: ['imatinib'],
        when: { comorbidity: { term: 'kidney failure' } },
        weight,
        sentence: 'a sentence',
        known: '2000',
        sources: source,
      },
    ],
  });
  const patient = subject({
    ...kit('V560del'),
    comorbidities: [{ term: 'kidney failure', status: 'present' }],
  });
  assert.equal(weigh(patient, [statementOf({})], rules(caution('avoid')))?.stance.stance, 'advisedAgainst');
  assert.equal(weigh(patient, [statementOf({})], rules(caution('monitor')))?.stance.stance, 'considerable');
});

test('another allele of the codon transfers nothing and is shown as a near miss', () => {
  const weighed = weigh(subject(kit('K642I')), [
    statementOf({ when: { alteration: { gene: 'KIT', variant: 'K642E' } } }),
  ]);
  assert.equal(weighed?.stance.stance, 'hypothesisOnly');
  assert.equal(weighed?.forIt.length, 0);
  assert.equal(weighed?.nearMisses.length, 1);
});

test('untested is open, with the test that settles it; negative hides the option', () => {
  const tests = [
    {
      id: 'kit-sequencing',
      label: 'KIT sequencing',
      settles: ['variant:KIT'],
      changes: ['imatinib'],
      yields: [{ words: 'rare', count: 1, of: 100, study: 'gist', verification: 'read' }],
      known: '2000',
      sources: source,
    },
  ];
  const open = weigh(subject({}), [statementOf({})], rules({ tests }));
  assert.equal(open?.question.truth, 'unknown');
  assert.equal(open?.unknowns[0]?.reason, 'notRecorded');
  assert.equal(open?.unknowns[0]?.tests[0]?.test.id, 'kit-sequencing');
  assert.equal(open?.unknowns[0]?.tests[0]?.yields[0]?.share?.upper.toFixed(3), '0.054');
  const assays = [
    { id: 'a', name: 'panel', analyte: 'DNA', status: 'done', genes: ['KIT'], detects: ['smallVariant'] },
  ];
  assert.equal(weigh(subject({ assays }), [statementOf({})]), undefined);
});

test('a drug on which the disease progressed is advised against', () => {
  const therapies = [
    { id: 't', kind: 'systemic', printed: 'imatinib', drugs: ['imatinib'], stopReason: 'progression' },
  ];
  const weighed = weigh(subject({ ...kit('V560del'), therapies }), [statementOf({})]);
  assert.equal(weighed?.stance.stance, 'advisedAgainst');
  assert.match(weighed?.stance.grounds[0]?.reason ?? '', /progressed on imatinib/);
});

test('an approval for another tumour is off label, in its country', () => {
  const gist = approval.parse({
    id: 'gist-label',
    drugs: ['imatinib'],
    country: 'US',
    authority: 'FDA',
    status: 'regular',
    date: '2008',
    indication: 'GIST',
    when: { disease: { entity: 'gist' } },
    source: 'label',
    verification: 'read',
  });
  const weighed = weigh(subject(kit('V560del')), [statementOf({})], rules(), [gist]);
  assert.equal(weighed?.setting, 'offLabel');
  assert.deepEqual(
    weighed?.regulatory.map((each) => [each.country, each.status]),
    [['US', 'offLabel']],
  );
});

test('the smallest fact that moves the stance is the finding itself', () => {
  const weighed = weigh(subject(kit('V560del')), [statementOf({})]);
  assert.deepEqual(
    weighed?.moves.map((move) => [move.now, move.turned, move.stance]),
    [['met', 'unmet', 'hypothesisOnly']],
  );
});

const ladder = {
  ladders: [
    {
      id: 'net',
      label: 'NET',
      forWhom: { disease: { entity: 'net' } },
      rungs: [
        {
          id: 'ssa',
          label: 'Somatostatin analogue',
          options: ['imatinib'],
          usedBy: { drugClasses: ['somatostatin-analogue'] },
          appliesWhen: { sstrUptake: { is: 'positive' } },
          known: '2009',
          sources: source,
        },
      ],
    },
  ],
};

const rungTable: readonly (readonly [string, Record<string, unknown>, string])[] = [
  ['nothing recorded of imaging', {}, 'unknown'],
  [
    'receptor negative',
    { imaging: [{ id: 'i', modality: 'PET', tracer: '68Ga-DOTATATE', uptake: 'none' }] },
    'notApplicable',
  ],
  [
    'positive, list not complete',
    { imaging: [{ id: 'i', modality: 'PET', tracer: '68Ga-DOTATATE', uptake: 'intense' }] },
    'unknown',
  ],
  [
    'positive, list complete',
    {
      imaging: [{ id: 'i', modality: 'PET', tracer: '68Ga-DOTATATE', uptake: 'intense' }],
      complete: [{ list: 'therapies' }],
    },
    'notYetUsed',
  ],
  [
    'stopped for toxicity',
    {
      therapies: [
        { id: 't', kind: 'systemic', printed: 'octreotide', drugs: ['octreotide'], stopReason: 'toxicity' },
      ],
    },
    'stoppedForToxicity',
  ],
  [
    'a class without a drug that failed',
    {
      therapies: [
        {
          id: 't',
          kind: 'systemic',
          printed: 'somatostatin analog',
          drugClasses: ['somatostatin-analogue'],
          stopReason: 'progression',
        },
      ],
    },
    'failed',
  ],
];

for (const [name, extra, state] of rungTable) {
  test(`a rung: ${name} is ${state}`, () => {
    const view = ladderFor(rules(ladder).ladders, subject(extra), { kind: 'latest' });
    assert.equal(view?.rungs[0]?.state, state);
  });
}
