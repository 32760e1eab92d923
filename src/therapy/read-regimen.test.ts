/** Treatments: combinations, doses, brackets, choices and lists; the five papers' own words are tried elsewhere. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { drugs } from './drugs.ts';
import { readRegimen } from './read-regimen.ts';
import { regimens } from './regimens.ts';

const readings = [
  ['imatinib', undefined, []],
  ['imatinib 400 mg', undefined, []],
  ['imatinib 600 mg daily', undefined, []],
  ['imatinib 800 mg daily', undefined, []],
  ['imatinib 400 mg twice daily', 'imatinib-400-twice-daily', []],
  ['imatinib 400 mg once daily', 'imatinib-400-daily', []],
  ['octreotide LAR 30 mg', undefined, []],
  ['octreotide LAR 30 mg every 4 weeks', 'octreotide-lar-30', []],
  ['octreotide LAR 30 mg every 2 weeks', undefined, []],
  ['177Lu-dotatate + octreotide LAR', 'lutetium-177-dotatate-octreotide', []],
  ['177Lu-dotatate + octreotide LAR 60 mg', undefined, ['warning regimen-unknown']],
  ['irinotecan-cisplatin', 'irinotecan-cisplatin', []],
  ['cis-\nplatin and etoposide', 'cisplatin-etoposide', []],
  ['etoposide 100 mg/m2/day plus cisplatin 80 mg/m2', 'cisplatin-etoposide', []],
  ['CAPTEM and bevacizumab', 'captem-bevacizumab', []],
  ['capecitabine & temozolomide', 'captem', []],
  ['5-FU and oxaliplatin', undefined, ['warning regimen-unknown']],
  ['5-FU and oxaliplatin (FOLFOX)', 'folfox', []],
  ['everolimus and fosbretabulin', undefined, ['warning regimen-unknown']],
  ['selpercatinib (RET inhibitor)', 'selpercatinib', []],
  ['somatostatin analogs (SSAs)', undefined, []],
  ['5-FU/LV/irinotecan', 'folfiri', []],
  ['Sandostatin LAR 30 mg q4w', 'octreotide-lar-30', []],
  ['imatinib 400 mg bid', 'imatinib-400-twice-daily', []],
  ['etoposide 100 mg/m² + cisplatin', 'cisplatin-etoposide', []],
  ['imatinib (Boryung, Korea)', undefined, ['warning drug-unknown']],
  ['60 mg of octreotide LAR alone every 4 weeks', 'octreotide-lar-60', []],
  ['Oral imatinib mesylate (400 mg daily)', 'imatinib-400-daily', []],
  ['imatinib at a standard dose of 400 mg/d', 'imatinib-400-daily', []],
  ['single-agent temozolomide', 'temozolomide', []],
  ['IP tx', 'irinotecan-cisplatin', []],
  ['cisplatin-based therapies', undefined, []],
  ['carboplatin-containing regimen', undefined, []],
  ['platinum-based tx/etoposide', undefined, []],
  ['streptozocin and 5-fluorouracil (5-FU)', 'fluorouracil-streptozocin', []],
  ['temozolomide with CAPTEM', 'captem', []],
  ['checkpoint inhibitors with chemotherapy', undefined, ['warning regimen-unknown']],
  ['PD-1 and CTLA-4 inhibitor', undefined, ['warning regimen-unknown']],
  ['BRAF and MEK inhibitors', undefined, ['warning regimen-unknown']],
  [
    'etoposide (100 mg/m2/day IV for 3 days) and cisplatin (100 mg/m2 IV on day 1) every 3 weeks',
    'cisplatin-etoposide',
    [],
  ],
  ['CAPTEM 750 mg/m2', 'captem', ['warning unparsable-quantity']],
] as const;

for (const [text, regimen, issues] of readings) {
  test(`"${text}" is ${regimen ?? 'drugs without a regimen'}`, () => {
    const reading = readRegimen(text);
    assert.notEqual(reading.value, undefined);
    assert.equal(reading.value?.regimen, regimen);
    assert.deepEqual(
      reading.issues.map((issue) => `${issue.severity} ${issue.code}`),
      issues,
    );
  });
}

const unread = [
  ['cisplatin or carboplatin', 'drug-ambiguous'],
  ['cisplatin/carboplatin', 'drug-ambiguous'],
  ['cisplatin/carboplatin + etoposide', 'drug-ambiguous'],
  ['nivolumab and PD-1 inhibitor', 'drug-ambiguous'],
  ['sunitinib, everolimus', 'drug-ambiguous'],
  ['sunitinib; everolimus and lanreotide', 'drug-ambiguous'],
  ['imatinib (sunitinib)', 'drug-ambiguous'],
  ['CAPTEM (capecitabine and oxaliplatin)', 'drug-ambiguous'],
  ['PD-1 inhibitor (ipilimumab)', 'drug-ambiguous'],
  ['cisplatin/irinotecan and cisplatin/etoposide', 'drug-ambiguous'],
  ['carboplatin/etoposide and carboplatin/paclitaxel', 'drug-ambiguous'],
  ['FOLFIRI and FOLFOX', 'drug-ambiguous'],
  ['etoposide and platinum (cisplatin)', 'drug-ambiguous'],
  ['everolimus and CTLA-9 inhibitor', 'drug-unknown'],
  ['etoposide 100 mg/m2 on days 3-1', 'drug-unknown'],
  ['imatinib followed by sunitinib', 'drug-unknown'],
  ['imatinb and etoposide', 'drug-unknown'],
  ['no chemotherapy', 'drug-unknown'],
  ['cisplatin and', 'drug-unknown'],
  ['ep', 'drug-unknown'],
  ['', 'drug-unknown'],
  ['a, '.repeat(200), 'drug-ambiguous'],
] as const;

for (const [text, code] of unread) {
  test(`"${text.slice(0, 40)}" is not read`, () => {
    const { value, issues } = readRegimen(text);
    assert.equal(value, undefined);
    assert.ok(issues.some((issue) => issue.code === code && issue.severity === 'error'));
  });
}

test('"-based" leaves the regimen open', () => {
  const { value } = readRegimen('5-fluorouracil and streptozocin-based chemotherapy');
  assert.deepEqual(value, {
    drugs: ['fluorouracil', 'streptozocin'],
    drugClasses: [],
    doses: [],
    open: true,
  });
});

test('a dose stays with its drug, as printed', () => {
  const { value } = readRegimen('177Lu plus octreotide LAR 30 mg every 4 weeks');
  assert.deepEqual(value?.doses, [
    { drug: 'octreotide', dose: { printed: '30 mg every 4 weeks', amount: 30, unit: 'mg', everyDays: 28 } },
  ]);
});

test('days, route and cycle of a printed schedule are read with their drugs', () => {
  const { value } = readRegimen(
    'etoposide 100 mg/m2/day IV on days 1–3 and cisplatin 80 mg/m2 IV on the first day every 3–4 weeks',
  );
  assert.deepEqual(
    value?.doses.map(({ drug, dose }) => [drug, dose.amount, dose.days, dose.route]),
    [
      ['etoposide', 100, [1, 2, 3], 'intravenous'],
      ['cisplatin', 80, [1], 'intravenous'],
    ],
  );
  assert.deepEqual(value?.cycleDays, [21, 28]);
});

const nearNames = [
  ['CAPTAM', 'CAPTEM'],
  ['FOLFIRY', 'FOLFIRI'],
  ['Xelo', 'XELOX'],
  ['kapecitabine', 'capecitabine'],
] as const;
for (const [text, suggested] of nearNames) {
  test(`"${text}" is unread and ${suggested} is suggested`, () => {
    const { value, issues } = readRegimen(text);
    assert.equal(value, undefined);
    assert.match(issues[0]?.message ?? '', new RegExp(`Did you mean .*${suggested}`));
  });
}

test('the order of the drugs and the sign between them do not matter', () => {
  const combined = regimens.filter((each) => each.drugs.length > 1);
  fc.assert(
    fc.property(
      fc
        .constantFrom(...combined)
        .chain((each) =>
          fc.tuple(fc.constant(each), fc.shuffledSubarray([...each.drugs], { minLength: each.drugs.length })),
        ),
      fc.constantFrom(' and ', ' + ', '/', ' plus ', ', ', ' with '),
      ([each, order], sign) => {
        const names = order.map((id) => drugs.find((drug) => drug.id === id)?.name ?? '');
        assert.equal(readRegimen(names.join(sign)).value?.regimen, each.id);
      },
    ),
  );
});

test('no text makes the reader throw, and a value comes without an error', () => {
  const word = fc.oneof(
    fc.constantFrom(
      'imatinib',
      'etoposide',
      'CAPTEM',
      ' and ',
      '/',
      ' (',
      ')',
      '-based',
      ' 400 mg',
      ' daily',
      ',',
      ' or ',
      '\n',
      '-',
    ),
    fc.string({ maxLength: 4 }),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 12 }), (words) => {
      const { value, issues } = readRegimen(words.join(''));
      assert.equal(
        value === undefined,
        issues.some((issue) => issue.severity === 'error'),
      );
    }),
    { numRuns: 500 },
  );
});
