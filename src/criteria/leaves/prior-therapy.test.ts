/**
 * Earlier treatment. A class recorded without a drug counts as the class and leaves each of its drugs unknown; absence
 * is a no only in a list that is declared complete.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Criterion, criterion as criterionSchema, printCriterion } from '../index.ts';
import { type AnswerRow, askRow } from '../subject.fixture.ts';

const courses = (...list: readonly object[]) => ({
  therapies: list.map((each, index) => ({ id: `t${index}`, kind: 'systemic', printed: 'x', ...each })),
});
const complete = { complete: [{ list: 'therapies' }] };
const imatinib = (more: object = {}) => ({ printed: 'imatinib', drugs: ['imatinib'], ...more });
const ssa = { printed: 'somatostatin analog', drugClasses: ['somatostatin-analogue'] };
const prior = (question: object): Criterion => ({ priorTherapy: question });
const drug = (name: string, more: object = {}) => prior({ drug: name, ...more });
const ofClass = (name: string, more: object = {}) => prior({ drugClass: name, ...more });
const ending = (of: string) => drug('imatinib', { ending: of });
const longAgo = drug('imatinib', { monthsSinceEndAtLeast: 6 });

const rows: readonly AnswerRow[] = [
  ['nothing recorded', {}, drug('imatinib'), 'notRecorded'],
  ['an empty list that is complete', complete, drug('imatinib'), 'unmet'],
  ['any treatment, nothing recorded', {}, prior({}), 'notRecorded'],
  ['any treatment, none in a complete list', complete, prior({}), 'unmet'],
  ['any treatment', courses(imatinib()), prior({}), 'met'],
  ['the drug', courses(imatinib()), drug('imatinib'), 'met'],
  ['the drug by its brand', courses({ drugs: ['Glivec'] }), drug('imatinib'), 'met'],
  ['another drug', courses(imatinib()), drug('sunitinib'), 'notRecorded'],
  ['another drug in a complete list', { ...courses(imatinib()), ...complete }, drug('sunitinib'), 'unmet'],

  ['a class of the drug', courses(imatinib()), ofClass('kit-inhibitor'), 'met'],
  [
    'a class above the class of the drug',
    courses({ drugs: ['entrectinib'] }),
    ofClass('trk-inhibitor'),
    'met',
  ],
  [
    'a class that the drug is not in',
    { ...courses(imatinib()), ...complete },
    ofClass('trk-inhibitor'),
    'unmet',
  ],
  ['only the class recorded, the class asked', courses(ssa), ofClass('somatostatin-analogue'), 'met'],
  [
    'only the class recorded, a drug of it asked',
    { ...courses(ssa), ...complete },
    drug('octreotide'),
    'notRecorded',
  ],
  [
    'only the class recorded, another drug asked',
    { ...courses(ssa), ...complete },
    drug('imatinib'),
    'unmet',
  ],
  [
    'only the class named where a drug stands',
    { ...courses({ drugs: ['somatostatin analogs'] }), ...complete },
    drug('octreotide'),
    'notRecorded',
  ],
  [
    'a class recorded beside the drug that it was',
    { ...courses({ drugs: ['octreotide'], drugClasses: ['somatostatin-analogue'] }), ...complete },
    drug('lanreotide'),
    'unmet',
  ],
  [
    'a wide class recorded, a part of it asked',
    { ...courses({ drugClasses: ['trk-inhibitor'] }), ...complete },
    ofClass('trk-inhibitor-first-generation'),
    'notRecorded',
  ],
  [
    'a treatment of which nothing is named may be any',
    { ...courses({}), ...complete },
    drug('imatinib'),
    'notRecorded',
  ],
  [
    'surgery of which nothing is named is no drug',
    { ...courses({ kind: 'surgery' }), ...complete },
    drug('imatinib'),
    'unmet',
  ],

  ['the regimen by its name', courses({ regimen: 'CAPTEM' }), prior({ regimen: 'captem' }), 'met'],
  [
    'the regimen by its drugs',
    courses({ drugs: ['capecitabine', 'temozolomide'] }),
    prior({ regimen: 'captem' }),
    'met',
  ],
  ['the drugs of a regimen by its name', courses({ regimen: 'CAPTEM' }), drug('temozolomide'), 'met'],
  [
    'one drug of a regimen is not the regimen',
    { ...courses({ drugs: ['temozolomide'] }), ...complete },
    prior({ regimen: 'captem' }),
    'unmet',
  ],

  ['the kind', courses({ kind: 'surgery' }), prior({ kind: 'surgery' }), 'met'],
  ['another kind', { ...courses({ kind: 'surgery' }), ...complete }, prior({ kind: 'prrt' }), 'unmet'],
  ['the line', courses(imatinib({ line: 2 })), drug('imatinib', { line: 2 }), 'met'],
  [
    'another line',
    { ...courses(imatinib({ line: 2 })), ...complete },
    drug('imatinib', { line: 1 }),
    'unmet',
  ],
  [
    'a line not stated',
    { ...courses(imatinib()), ...complete },
    drug('imatinib', { line: 1 }),
    'notRecorded',
  ],

  ['stopped for progression', courses(imatinib({ stopReason: 'progression' })), ending('progression'), 'met'],
  [
    'progression as its response',
    courses(imatinib({ outcomes: [{ response: 'PD' }] })),
    ending('progression'),
    'met',
  ],
  [
    'stopped for toxicity is no progression',
    { ...courses(imatinib({ stopReason: 'toxicity' })), ...complete },
    ending('progression'),
    'unmet',
  ],
  [
    'no benefit is not yet progression',
    { ...courses(imatinib({ stopReason: 'noBenefit' })), ...complete },
    ending('progression'),
    'notRecorded',
  ],
  ['a reason not stated', { ...courses(imatinib()), ...complete }, ending('progression'), 'notRecorded'],
  ['stopped for toxicity', courses(imatinib({ stopReason: 'toxicity' })), ending('intolerance'), 'met'],
  [
    'going on is not stopped for toxicity',
    { ...courses(imatinib({ ongoing: '2012' })), ...complete },
    ending('intolerance'),
    'unmet',
  ],
  ['a partial response', courses(imatinib({ outcomes: [{ response: 'PR' }] })), ending('response'), 'met'],
  [
    'stable disease is no response',
    { ...courses(imatinib({ outcomes: [{ response: 'SD' }] })), ...complete },
    ending('response'),
    'unmet',
  ],
  ['no response stated', { ...courses(imatinib()), ...complete }, ending('response'), 'notRecorded'],
  ['going on', courses(imatinib({ start: '2011', ongoing: '2012' })), ending('ongoing'), 'met'],
  ['ended', courses(imatinib({ end: '2012' })), ending('ended'), 'met'],
  [
    'ended is not going on',
    { ...courses(imatinib({ end: '2012' })), ...complete },
    ending('ongoing'),
    'unmet',
  ],
  ['neither stated', { ...courses(imatinib()), ...complete }, ending('ongoing'), 'notRecorded'],

  [
    'ended more than six months ago',
    courses(imatinib({ start: '2010', end: '2011' })),
    longAgo,
    'met',
    '2012-07',
  ],
  [
    'ended less than six months ago',
    {
      ...courses(imatinib({ start: '2010', end: '2012-06' })),
      complete: [{ list: 'therapies', date: '2012' }],
    },
    longAgo,
    'notRecorded',
    '2012-07',
  ],
  [
    'ended a month ago, the list complete by then',
    {
      ...courses(imatinib({ start: '2010', end: '2012-06' })),
      complete: [{ list: 'therapies', date: '2012-06' }],
    },
    longAgo,
    'unmet',
    '2012-07',
  ],
  [
    'ended some time of the year, at the edge',
    courses(imatinib({ start: '2010', end: '2011-06..2012-06' })),
    longAgo,
    'notRecorded',
    '2012-07',
  ],
  ['begun after the clock', courses(imatinib({ start: '2013' })), drug('imatinib'), 'notRecorded', '2012-07'],
];

for (const row of rows) {
  const [name, , , expected] = row;
  test(`${name}: ${expected}`, () => {
    assert.equal(askRow(row).verdict, expected);
  });
}

test('the answer shows the course, how it went, and what to complete', () => {
  const given = courses(imatinib({ stopReason: 'toxicity', outcomes: [{ response: 'SD' }] }));
  assert.deepEqual(askRow(['', given, drug('imatinib'), '']).data, ['imatinib, SD, stopped for toxicity']);
  const asked = askRow(['', given, ending('progression'), '']);
  assert.deepEqual(asked.data, ['imatinib, SD, stopped for toxicity']);
  assert.equal(
    asked.settledBy,
    'complete the list of earlier treatments (earlier imatinib with progression)',
  );
});

test('why a course stopped is in words, and stands where it is stated', () => {
  const stopped = (stopReason: string) =>
    askRow(['', courses(imatinib({ stopReason })), drug('imatinib'), '']).data[0];
  assert.equal(stopped('noBenefit'), 'imatinib, stopped without benefit');
  assert.equal(stopped('patientChoice'), "imatinib, stopped by the patient's choice");
  assert.equal(stopped('completed'), 'imatinib, completed');
  assert.equal(stopped('unstated'), 'imatinib');
});

const refused: readonly (readonly [object, RegExp])[] = [
  [{ drug: 'imatinb' }, /"imatinb" is not in the register; did you mean "imatinib"\?/],
  [{ drugClass: 'trk-inhibitors' }, /did you mean "trk-inhibitor"\?/],
  [{ regimen: 'captm' }, /did you mean "captem"\?/],
  [{ drug: 'Glivec' }, /is not in the register/],
];
for (const [question, says] of refused) {
  test(`refused: ${JSON.stringify(question)}`, () => {
    const read = criterionSchema.safeParse(prior(question));
    assert.match(read.error?.issues[0]?.message ?? '', says);
  });
}

const printed: readonly (readonly [Criterion, string])[] = [
  [prior({}), 'earlier treatment'],
  [drug('imatinib'), 'earlier imatinib'],
  [ofClass('kit-inhibitor'), 'earlier KIT inhibitor'],
  [prior({ regimen: 'captem' }), 'earlier regimen CAPTEM'],
  [prior({ kind: 'prrt' }), 'earlier radioligand treatment'],
  [prior({ drugClass: 'prrt' }), 'earlier peptide receptor radionuclide therapy'],
  [prior({ drugClass: 'platinum', kind: 'systemic' }), 'earlier systemic treatment with platinum'],
  [drug('imatinib', { line: 2, ending: 'intolerance' }), 'earlier imatinib in line 2 stopped for toxicity'],
  [ending('ongoing'), 'ongoing imatinib'],
  [ofClass('trk-inhibitor-first-generation'), 'earlier first-generation TRK inhibitor'],
  [drug('lutetium-177-dotatate'), 'earlier lutetium-177 dotatate'],
  [longAgo, 'earlier imatinib ended at least 6 months ago'],
];
for (const [criterion, sentence] of printed) {
  test(`printed: ${sentence}`, () => {
    assert.equal(printCriterion(criterion), sentence);
  });
}
