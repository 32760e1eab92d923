import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ageAt, ageFromPrinted } from './age.ts';
import { type PatientDate, parsePatientDate } from './patient-date.ts';

function date(text: string): PatientDate {
  const read = parsePatientDate(text);
  assert.ok(read.ok, text);
  return read.value;
}
const oneDay = (day: number): PatientDate => ({ axis: 'calendar', earliest: day, latest: day, printed: '' });

/** Completed years by counting birthdays with ECMAScript dates (29 February rolls over to 1 March). */
function birthdays(birthDay: number, atDay: number): number {
  const birth = new Date(birthDay * 86_400_000);
  let years = 0;
  while (
    Date.UTC(birth.getUTCFullYear() + years + 1, birth.getUTCMonth(), birth.getUTCDate()) <=
    atDay * 86_400_000
  )
    years += 1;
  return years;
}

const births: readonly [birth: string, at: string, least: number | null, most: number | null][] = [
  ['1961-03-10', '2009-08-15', 48, 48],
  ['1961-08-15', '2009-08-15', 48, 48],
  ['1961-08-16', '2009-08-15', 47, 47],
  ['1961-08', '2009-08', 47, 48],
  ['1961', '2009-08', 47, 48],
  ['1961', '2009', 47, 48],
  ['2000-02-29', '2001-02-28', 0, 0],
  ['2000-02-29', '2001-03-01', 1, 1],
  ['..1961', '2009-08', 47, null],
  ['1961', '2009..', 47, null],
  ['1961..', '2009-08', 0, 48],
];
for (const [birth, at, least, most] of births)
  test(`born ${birth}, at ${at}: ${least} to ${most}`, () =>
    assert.deepEqual(ageAt(date(birth), date(at)), { least, most }));

test('no age before birth or across axes', () => {
  assert.equal(ageAt(date('2010'), date('2009')), 'before-birth');
  assert.equal(ageAt(date('1961'), date('day 4')), 'incomparable');
  assert.equal(ageFromPrinted(48, date('2009-08'), date('day 4')), 'incomparable');
  assert.equal(ageFromPrinted(1, date('2009-08-15'), date('2007-08-14')), 'before-birth');
  assert.equal(ageFromPrinted(1, date('day 0'), date('day -800')), 'before-birth');
});

const printed: readonly [age: number, printedAt: string, at: string, least: number, most: number | null][] = [
  [48, '2009-08-15', '2009-08-15', 48, 48],
  [48, '2009-08', '2009-08', 47, 49],
  [48, '2009-08', '2012-07', 50, 51],
  [48, '2009-08-15', '2010-08-14', 48, 49],
  [48, '2009-08-15', '2010-08-15', 49, 49],
  [28, 'day 0', 'day 0', 28, 28],
  [28, 'day 0', 'day 1', 28, 29],
  [28, 'day 0', 'day 365', 28, 29],
  [28, 'day 0', 'day 366', 29, 30],
  [28, 'day 0', 'day -1', 27, 28],
  [28, 'day 0', 'day -365', 27, 28],
  [28, 'day 0', 'day -366', 26, 27],
  [28, 'day 0', 'day 100..', 28, null],
];
for (const [age, printedAt, at, least, most] of printed)
  test(`${age} at ${printedAt}, so at ${at} ${least} to ${most}`, () =>
    assert.deepEqual(ageFromPrinted(age, date(printedAt), date(at)), { least, most }));

const birthDay = fc.integer({ min: -14_000, max: 5_000 });
const later = fc.integer({ min: 0, max: 32_000 });

test('the age of single days is the number of birthdays', () => {
  fc.assert(
    fc.property(birthDay, later, (birth, days) => {
      const years = birthdays(birth, birth + days);
      assert.deepEqual(ageAt(oneDay(birth), oneDay(birth + days)), { least: years, most: years });
    }),
    { numRuns: 500 },
  );
});

test('the age carried from a printed age holds the true one and is at most a year wide, on both axes', () => {
  fc.assert(
    fc.property(birthDay, later, later, (birth, first, second) => {
      const known = birthdays(birth, birth + first);
      const truth = birthdays(birth, birth + second);
      const onCalendar = ageFromPrinted(known, oneDay(birth + first), oneDay(birth + second));
      const anchored = (day: number): PatientDate => ({ ...oneDay(day), axis: 'anchor' });
      const fromAnchor = ageFromPrinted(known, anchored(0), anchored(second - first));
      for (const age of [onCalendar, fromAnchor]) {
        assert.ok(typeof age === 'object' && age.least !== null && age.most !== null);
        assert.ok(age.least <= truth && truth <= age.most, `${age.least} <= ${truth} <= ${age.most}`);
        assert.ok(age.most - age.least <= 1);
      }
    }),
    { numRuns: 500 },
  );
});

test('the bounds carried on the calendar are tight: some day of birth reaches each', () => {
  const years = 3;
  for (const [printedAt, at] of [
    ['2012-02-29', '2013-02-28'],
    ['2011-02-28', '2012-02-29'],
    ['2011-03-01', '2012-03-01'],
    ['2012-06-15', '2011-06-14'],
  ] as const) {
    const from = date(printedAt).earliest ?? 0;
    const to = date(at).earliest ?? 0;
    const reached = new Set<number>();
    for (let birth = from - 2000; birth <= from; birth += 1)
      if (birthdays(birth, from) === years) reached.add(birthdays(birth, to));
    assert.deepEqual(ageFromPrinted(years, date(printedAt), date(at)), {
      least: Math.min(...reached),
      most: Math.max(...reached),
    });
  }
});
