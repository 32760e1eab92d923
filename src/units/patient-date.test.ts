import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatPatientDate, type PatientDate, parsePatientDate } from './patient-date.ts';

const day = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;

const readings: readonly [text: string, axis: PatientDate['axis'], number | null, number | null][] = [
  ['2012', 'calendar', day('2012-01-01'), day('2012-12-31')],
  ['2012-06', 'calendar', day('2012-06-01'), day('2012-06-30')],
  ['2012-02', 'calendar', day('2012-02-01'), day('2012-02-29')],
  ['2012-06-15', 'calendar', day('2012-06-15'), day('2012-06-15')],
  ['2012-02-29', 'calendar', day('2012-02-29'), day('2012-02-29')],
  ['2012-06..2012-08', 'calendar', day('2012-06-01'), day('2012-08-31')],
  ['2012-06-15 .. 2012', 'calendar', day('2012-06-15'), day('2012-12-31')],
  ['..2012-06', 'calendar', null, day('2012-06-30')],
  ['2012-06..', 'calendar', day('2012-06-01'), null],
  [' 1988 ', 'calendar', day('1988-01-01'), day('1988-12-31')],
  ['day 28', 'anchor', 28, 28],
  ['Day 0', 'anchor', 0, 0],
  ['day -0', 'anchor', 0, 0],
  ['day -14', 'anchor', -14, -14],
  ['day \u221214', 'anchor', -14, -14],
  ['day +7', 'anchor', 7, 7],
  ['day 21..28', 'anchor', 21, 28],
  ['day 21..day 28', 'anchor', 21, 28],
  ['day -28..-14', 'anchor', -28, -14],
  ['..day -1', 'anchor', null, -1],
  ['.. day -1', 'anchor', null, -1],
  ['day 57..', 'anchor', 57, null],
  ['day 5..day 2012', 'anchor', 5, 2012],
];

for (const [text, axis, earliest, latest] of readings) {
  test(`'${text}' is read`, () => {
    const read = parsePatientDate(text);
    assert.deepEqual(read, { ok: true, value: { axis, earliest, latest, printed: text.trim() } });
  });
}

test('a year that YAML made a number is read', () => {
  assert.deepEqual(parsePatientDate(2012), parsePatientDate('2012'));
  assert.equal(parsePatientDate(2012.5).ok, false);
});

const refusals: readonly [text: string, code: string][] = [
  ['2011-02-29', 'impossible-date'],
  ['1900-02-29', 'impossible-date'],
  ['2012-13', 'impossible-date'],
  ['2012-00', 'impossible-date'],
  ['2012-06-31', 'impossible-date'],
  ['2012-06-00', 'impossible-date'],
  ['1899', 'impossible-date'],
  ['2101-01', 'impossible-date'],
  ['2012-08..2012-06', 'impossible-date'],
  ['day 28..21', 'impossible-date'],
  ['day 99999', 'impossible-date'],
  ['', 'unparsable-date'],
  ['..', 'unparsable-date'],
  ['2012..2013..2014', 'unparsable-date'],
  ['2012-6-5', 'unparsable-date'],
  ['15.06.2012', 'unparsable-date'],
  ['06/15/2012', 'unparsable-date'],
  ['June 2012', 'unparsable-date'],
  ['2012-06-15T10:00', 'unparsable-date'],
  ['20120615', 'unparsable-date'],
  ['day 1.5', 'unparsable-date'],
  ['day', 'unparsable-date'],
  ['day 5..2012', 'unparsable-date'],
  ['day 5..2012-06', 'unparsable-date'],
  ['2012..day 5', 'unparsable-date'],
  ['week 4', 'unparsable-date'],
  ['9'.repeat(1_000_000), 'unparsable-date'],
];

for (const [text, code] of refusals) {
  test(`'${text.slice(0, 30)}' is refused with ${code}`, () => {
    const read = parsePatientDate(text);
    assert.equal(read.ok, false);
    if (!read.ok) {
      assert.equal(read.code, code);
      assert.ok(read.message.length < 500);
    }
  });
}

const calendarBounds = [day('1900-01-01'), day('2100-12-31')] as const;
const anyInterval = fc
  .record({
    axis: fc.constantFrom('calendar' as const, 'anchor' as const),
    ends: fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
    open: fc.constantFrom('none', 'low', 'high'),
  })
  .map(({ axis, ends, open }): PatientDate => {
    const [least, most] = axis === 'calendar' ? calendarBounds : [-20_000, 20_000];
    const [low = least, high = most] = ends
      .map((part) => Math.round(least + part * (most - least)))
      .sort((a, b) => a - b);
    return {
      axis,
      earliest: open === 'low' ? null : low,
      latest: open === 'high' ? null : high,
      printed: '',
    };
  });

test('what is formatted is read back as the same days', () => {
  fc.assert(
    fc.property(anyInterval, (date) => {
      const read = parsePatientDate(formatPatientDate(date));
      assert.deepEqual(read.ok ? { ...read.value, printed: '' } : read, date);
    }),
  );
});

test('whole years, months and days have their short texts', () => {
  for (const text of [
    '2012',
    '2012-02',
    '2012-02-29',
    '2012-06-01..2012-08-31',
    'day -3',
    '..day 4',
    '2012-01-01..',
  ]) {
    const read = parsePatientDate(text);
    assert.equal(read.ok && formatPatientDate(read.value), text);
  }
});

test('no text makes the reader throw', () => {
  const near = fc
    .array(fc.constantFrom('day ', '2012', '-', '..', '06', '31', ' ', '0', '\u2212', 'x'), { maxLength: 8 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), near), (text) => {
      const read = parsePatientDate(text);
      if (!read.ok) return;
      const { earliest, latest } = read.value;
      assert.ok(earliest === null || latest === null || earliest <= latest);
      assert.ok(earliest !== null || latest !== null);
    }),
  );
});
