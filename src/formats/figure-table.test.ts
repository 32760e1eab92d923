/** Tables as the data of figures: what would be drawn wrongly is refused with its line, and nothing is dropped unsaid. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readFigureTable, type TableFigureKind, tableFigureKinds } from './figure-table.ts';

const refusals: readonly (readonly [string, TableFigureKind, string, number, RegExp])[] = [
  ['a patient in two rows of a waterfall', 'waterfall', 'patient,change\nA,5\nA,-50', 3, /counted twice/],
  ['a patient in two rows of a swimmer', 'swimmer', 'patient,end\nA,5\nA,9', 3, /counted twice/],
  [
    'a patient in two rows of a survival curve',
    'kaplan-meier',
    'patient,time,event\nA,5,1\nA,5,1',
    3,
    /counted twice/,
  ],
  [
    'a row without a patient, which is no patient called all',
    'spider',
    'patient,time,change\n,4,10',
    2,
    /"patient" is empty/,
  ],
  [
    'two best responses of one patient',
    'spider',
    'patient,time,change,response\nA,4,-40,PR\nA,8,9,PD',
    3,
    /best response/,
  ],
  [
    'a row in no group beside rows in one',
    'kaplan-meier',
    'time,event,group\n5,1,\n3,0,A',
    2,
    /group is missing/,
  ],
  ['a row without a time', 'kaplan-meier', 'time,event\n5,1\n,0', 3, /"time" is empty/],
  ['a row without an event', 'kaplan-meier', 'time,event\n5,1\n6,', 3, /"event" is empty/],
  ['a marker without a value', 'marker-series', 'analyte,time,value\nCgA,1,', 2, /"value" is empty/],
  ['events in other words', 'swimmer', 'patient,end,events\nA,5,sometime', 2, /is not a list/],
];
for (const [what, kind, text, line, message] of refusals)
  test(`refused: ${what}`, () => {
    const { value, issues } = readFigureTable(text, kind);
    assert.equal(value, undefined);
    const error = issues.find(({ severity }) => severity === 'error');
    assert.equal(error?.line, line);
    assert.match(error?.message ?? '', message);
  });

test('a row that begins with # is said to be a comment', () => {
  const { value, issues } = readFigureTable('# made by hand\npatient,change\n#12,25\n13,-3\n', 'waterfall');
  assert.ok(value !== undefined);
  assert.deepEqual(
    issues.map(({ line, severity }) => [line, severity]),
    [[3, 'warning']],
  );
});

test('a value below the limit of an assay is one, whatever the sign', () => {
  for (const [cell, bound] of [
    ['<5', 'below'],
    ['\u22645', 'below'],
    ['< 5', 'below'],
    ['>5', 'above'],
    ['>=5', 'above'],
  ] as const) {
    const { value } = readFigureTable(`analyte,time,value\nCgA,1,${cell}\n`, 'marker-series');
    assert.deepEqual(value?.data['series'], [
      { label: 'CgA', unit: 'unit not stated', points: [{ time: 1, value: 5, bound }] },
    ]);
  }
});

test('the events of a swimmer are read as they are written', () => {
  const cell =
    'imatinib 400-600 0-3; 2: PR; 4: toxicity: rash: grade 2; 5: response; 6.5: change of treatment';
  const { value } = readFigureTable(`patient,end,events\nA,8,${cell}\n`, 'swimmer');
  assert.deepEqual(value?.data['patients'], [
    {
      id: 'A',
      end: 8,
      events: [
        { at: 2, kind: 'response', response: 'PR' },
        { at: 4, kind: 'toxicity', label: 'rash: grade 2' },
        { at: 5, kind: 'response' },
        { at: 6.5, kind: 'treatmentChange' },
      ],
      segments: [{ label: 'imatinib 400-600', from: 0, to: 3 }],
    },
  ]);
});

test('the apostrophe before a formula is taken off again', () => {
  const { value } = readFigureTable("patient,end\n'=S1,8\n'quoted',9\n", 'swimmer');
  assert.match(JSON.stringify(value), /"=S1".*"'quoted'"/);
});

test('any text gives a reading', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.array(
          fc.oneof(
            fc.constantFrom('patient', 'time', 'event', 'end', 'change', '<5', '-1', '', '"'),
            fc.string(),
          ),
          {
            maxLength: 5,
          },
        ),
      ),
      fc.constantFrom(...tableFigureKinds),
      (rows, kind) => {
        const text = rows.map((row) => row.join(',')).join('\r\n');
        const { value, issues } = readFigureTable(text, kind);
        assert.ok(value !== undefined || issues.some(({ severity }) => severity === 'error'));
      },
    ),
  );
});
