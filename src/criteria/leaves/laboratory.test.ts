/** Laboratory values: absolute with conversion of units, and as multiples of the upper limit of their own range. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Criterion, criterion as criterionSchema, printCriterion } from '../index.ts';
import { type AnswerRow, askRow } from '../subject.fixture.ts';

const of = (...laboratory: readonly object[]) => ({ laboratory });
const bilirubin = (value: string, referenceRange?: string, date?: string) => ({
  analyte: 'bilirubin',
  value,
  ...(referenceRange === undefined ? {} : { referenceRange }),
  ...(date === undefined ? {} : { date }),
});
const uln = (limit: number): Criterion => ({
  laboratory: { analyte: 'bilirubin', unit: 'x ULN', atMost: limit },
});
const absolute = (limit: number, unit: string): Criterion => ({
  laboratory: { analyte: 'total bilirubin', unit, below: limit },
});
const clearance = (value: string) => ({ analyte: 'creatinine clearance', value });

const rows: readonly AnswerRow[] = [
  ['not measured', {}, uln(1.5), 'notRecorded'],
  [
    'another analyte',
    of({ analyte: 'AST', value: '30 U/L', referenceRange: '0-40' }),
    uln(1.5),
    'notRecorded',
  ],
  ['exactly 1.5 times the limit: 2.1 of 1.4', of(bilirubin('2.1 mg/dL', '0.3-1.4 mg/dL')), uln(1.5), 'met'],
  ['a little more', of(bilirubin('2.2 mg/dL', '0.3-1.4 mg/dL')), uln(1.5), 'unmet'],
  ['the unit printed once for value and range', of(bilirubin('2.1 mg/dL', '0.3-1.4')), uln(1.5), 'met'],
  ['a range without a lower limit', of(bilirubin('1.0 mg/dL', '<1.2 mg/dL')), uln(1.5), 'met'],
  // 17.1 umol/L are 1 mg/dL of bilirubin (584.66 g/mol).
  ['value and range in two units', of(bilirubin('1.0 mg/dL', '<20 umol/L')), uln(1.5), 'met'],
  ['value and range in two units, too high', of(bilirubin('3.0 mg/dL', '<20 umol/L')), uln(1.5), 'unmet'],
  ['no reference range', of(bilirubin('1.0 mg/dL')), uln(1.5), 'unitUnknown'],
  ['a range without an upper limit', of(bilirubin('1.0 mg/dL', '>0.3 mg/dL')), uln(1.5), 'unitUnknown'],
  ['printed as a multiple already', of(bilirubin('1.2 x ULN')), uln(1.5), 'met'],
  ['printed as a multiple above', of(bilirubin('3 x ULN')), uln(1.5), 'unmet'],
  ['a word', of(bilirubin('elevated')), uln(1.5), 'unitUnknown'],
  ['a value that is censored below the limit', of(bilirubin('<1 mg/dL', '0-1 mg/dL')), uln(1.5), 'met'],
  ['a range across the limit', of(bilirubin('1-2 mg/dL', '0-1 mg/dL')), uln(1.5), 'rangeSpansLimit'],

  ['absolute, in the same unit', of(bilirubin('1.9 mg/dL')), absolute(2, 'mg/dL'), 'met'],
  ['absolute, at the limit: below is below', of(bilirubin('2.0 mg/dL')), absolute(2, 'mg/dL'), 'unmet'],
  ['absolute, converted', of(bilirubin('30 umol/L')), absolute(2, 'mg/dL'), 'met'],
  ['absolute, converted, too high', of(bilirubin('40 umol/L')), absolute(2, 'mg/dL'), 'unmet'],
  ['a value without a unit', of(bilirubin('1.9')), absolute(2, 'mg/dL'), 'unitUnknown'],
  [
    'an analyte whose units cannot be converted',
    of({ analyte: 'CgA', value: '5 nmol/L' }),
    { laboratory: { analyte: 'chromogranin A', unit: 'ng/mL', below: 100 } },
    'unitUnknown',
  ],
  [
    'cells, in another unit',
    of({ analyte: 'platelets', value: '150 10^3/uL' }),
    { laboratory: { analyte: 'platelets', unit: '10^9/L', atLeast: 100 } },
    'met',
  ],
  [
    'a synonym of the analyte',
    of(clearance('45 mL/min')),
    { laboratory: { analyte: 'CrCl', unit: 'mL/min', atLeast: 30, below: 60 } },
    'met',
  ],
  [
    'the most recent value counts, wherever it stands',
    of(bilirubin('1 mg/dL', '0-1 mg/dL', '2012-07'), bilirubin('5 mg/dL', '0-1 mg/dL', '2011')),
    uln(1.5),
    'met',
  ],
  [
    'what is later than the clock does not count',
    of(bilirubin('1 mg/dL', '0-1 mg/dL', '2012-07'), bilirubin('5 mg/dL', '0-1 mg/dL', '2013')),
    uln(1.5),
    'met',
    '2012-07',
  ],
];

for (const row of rows) {
  const [name, , , expected] = row;
  test(`${name}: ${expected}`, () => {
    assert.equal(askRow(row).verdict, expected);
  });
}

test('the answer shows the value as printed, and says what is missing', () => {
  const asked = askRow(['', of(bilirubin('1.0 mg/dL')), uln(1.5), '']);
  assert.deepEqual(asked.data, ['bilirubin 1.0 mg/dL']);
  assert.equal(asked.settledBy, 'give the reference range of bilirubin (total)');
  assert.equal(askRow(['', {}, uln(1.5), '']).settledBy, 'measure bilirubin');
});

const lowClearance: Criterion = {
  laboratory: { analyte: 'creatinine clearance', unit: 'mL/min', below: 60 },
};
const egfr = { analyte: 'eGFR', value: '40 mL/min/1.73 m2', date: '2012' };
const instead: readonly (readonly [string, readonly object[], Criterion, readonly string[]])[] = [
  [
    'eGFR is not clearance',
    [egfr],
    lowClearance,
    ['creatinine clearance not recorded; recorded instead: eGFR 40 mL/min/1.73 m2'],
  ],
  [
    'the most recent of each, in the order of the question',
    [
      { analyte: 'creatinine', value: '200 umol/L', date: '2012' },
      egfr,
      { analyte: 'GFR', value: '55 mL/min', date: '2010' },
    ],
    lowClearance,
    [
      'creatinine clearance not recorded; recorded instead: eGFR 40 mL/min/1.73 m2',
      'creatinine clearance not recorded; recorded instead: creatinine 200 umol/L',
    ],
  ],
  [
    'clearance is not eGFR',
    [clearance('45 mL/min')],
    { laboratory: { analyte: 'eGFR', unit: 'mL/min', below: 60 } },
    ['eGFR not recorded; recorded instead: creatinine clearance 45 mL/min'],
  ],
  [
    'direct bilirubin is not total bilirubin',
    [{ analyte: 'direct bilirubin', value: '3 mg/dL' }],
    absolute(2, 'mg/dL'),
    ['bilirubin (total) not recorded; recorded instead: direct bilirubin 3 mg/dL'],
  ],
  ['urea does not stand for clearance', [{ analyte: 'urea', value: '9 mmol/L' }], lowClearance, []],
];
for (const [name, values, asked, data] of instead) {
  test(`a near relative is named and does not answer: ${name}`, () => {
    const given = askRow(['', of(...values), asked, '']);
    assert.equal(given.verdict, 'notRecorded');
    assert.deepEqual(given.data, data);
  });
}

test('a limit that depends on liver metastases is written with any', () => {
  const limit: Criterion = {
    any: [{ all: [{ metastasis: { site: 'liver' } }, uln(5)] }, uln(2.5)],
  };
  assert.equal(
    printCriterion(limit),
    '(liver metastases, and bilirubin at most 5 x ULN) or bilirubin at most 2.5 x ULN',
  );
});

const refused: readonly (readonly [string, object, RegExp])[] = [
  ['an analyte not in the register', { analyte: 'bilirubine', unit: 'mg/dL', below: 2 }, /did you mean/],
  [
    'a unit not of the analyte',
    { analyte: 'bilirubin', unit: '10^9/L', below: 2 },
    /is reported in umol\/L, mg\/dL/,
  ],
  ['no limit', { analyte: 'bilirubin', unit: 'mg/dL' }, /give a limit/],
  [
    'limits that exclude each other',
    { analyte: 'bilirubin', unit: 'mg/dL', below: 2, above: 2 },
    /no number lies/,
  ],
];
for (const [name, question, says] of refused) {
  test(`refused: ${name}`, () => {
    const read = criterionSchema.safeParse({ laboratory: question });
    assert.equal(read.success, false);
    assert.match(read.error?.issues[0]?.message ?? '', says);
  });
}
