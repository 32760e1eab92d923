/** Lines of treatment: the rule, statement by statement, and the examples whose papers print a number of lines. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { readCase, readCaseDocument, type TherapyCourse } from '../../case/index.ts';
import { type TreatmentLines, treatmentLines } from './treatment-lines.ts';

type Given = Readonly<Record<string, unknown>>;
function coursesOf(given: readonly Given[]): readonly TherapyCourse[] {
  const { value, issues } = readCaseDocument({
    cajal: 'case/1',
    id: 'test',
    title: 'A test case',
    provenance: { kind: 'clinical' },
    patient: { sex: 'notStated' },
    anchor: { event: 'first dose' },
    therapies: given.map((each, at) => ({
      id: `c${at}`,
      kind: 'systemic',
      printed: `course ${at}`,
      ...each,
    })),
  });
  assert.ok(value, JSON.stringify(issues));
  return value.record.therapies;
}
const counts = ({ atLeast, atMost }: TreatmentLines): string =>
  atLeast === atMost ? `${atLeast}` : `${atLeast}-${atMost}`;
const numberOf = (...given: readonly Given[]): string => counts(treatmentLines(coursesOf(given)));

const cisplatin = { drugs: ['cisplatin', 'etoposide'], start: '2020-01-01', end: '2020-04-01' };
const everolimus = { drugs: ['everolimus'], start: '2020-05-01', end: '2020-12-01' };

suite('the rule, statement by statement', () => {
  const rows: readonly (readonly [string, readonly Given[], string])[] = [
    ['no course', [], '0'],
    ['one course', [cisplatin], '1'],
    ['another treatment after the end of the first', [cisplatin, everolimus], '2'],
    ['in any order of the record', [everolimus, cisplatin], '2'],
    ['PRRT is a line', [cisplatin, { kind: 'prrt', drugClasses: ['prrt'], start: '2020-06-01' }], '2'],
    [
      'local treatment is none',
      [
        cisplatin,
        { kind: 'liverDirected', start: '2020-06-01' },
        { kind: 'surgery' },
        { kind: 'radiotherapy' },
      ],
      '1',
    ],
    [
      'observation and supportive treatment are none',
      [cisplatin, { kind: 'observation' }, { kind: 'supportive' }],
      '1',
    ],
    [
      'a somatostatin analogue alone is none',
      [{ drugs: ['octreotide'], start: '2019-01-01' }, cisplatin],
      '1',
    ],
    ['nor by its class', [{ drugClasses: ['somatostatin-analogue'], start: '2019-01-01' }, cisplatin], '1'],
    [
      'adjuvant treatment is none',
      [{ drugs: ['capecitabine'], intent: 'adjuvant', start: '2018', end: '2018' }, cisplatin],
      '1',
    ],
    [
      'courses given together are one regimen',
      [
        { drugs: ['capecitabine'], start: '2020-01-01', end: '2020-06-01' },
        { drugs: ['temozolomide'], start: '2020-01-10', end: '2020-06-01' },
      ],
      '1',
    ],
    [
      'a drug added without progression',
      [
        { drugs: ['capecitabine'], start: '2020-01-01', end: '2020-06-01' },
        { drugs: ['temozolomide'], start: '2020-03-01', end: '2020-06-01' },
      ],
      '1',
    ],
    [
      'a drug added after progression under the first',
      [
        {
          drugs: ['everolimus'],
          start: '2020-01-01',
          end: '2020-09-01',
          outcomes: [{ response: 'PD', date: '2020-05-01' }],
        },
        { drugs: ['sunitinib'], start: '2020-05-10', end: '2020-12-01' },
      ],
      '2',
    ],
    [
      'a drug added when progression may have come before',
      [
        {
          drugs: ['everolimus'],
          start: '2020-01-01',
          end: '2020-09-01',
          outcomes: [{ response: 'PD', date: '2020-05' }],
        },
        { drugs: ['sunitinib'], start: '2020-05-10', end: '2020-12-01' },
      ],
      '1-2',
    ],
    [
      'the same treatment again without progression',
      [
        { ...everolimus, stopReason: 'patientChoice' },
        { drugs: ['everolimus'], start: '2021-03-01' },
      ],
      '1',
    ],
    [
      'the same treatment again after progression',
      [
        { ...everolimus, stopReason: 'progression' },
        { drugs: ['everolimus'], start: '2021-03-01' },
      ],
      '2',
    ],
    [
      'the same treatment again, progression not recorded',
      [everolimus, { drugs: ['everolimus'], start: '2021-03-01' }],
      '1-2',
    ],
    [
      'part of the regimen continued',
      [
        {
          drugs: ['capecitabine', 'temozolomide'],
          start: '2020-01-01',
          end: '2020-06-01',
          stopReason: 'completed',
        },
        { drugs: ['capecitabine'], start: '2020-06-10' },
      ],
      '1',
    ],
    [
      'what the record calls maintenance',
      [cisplatin, { printed: 'maintenance etoposide', drugs: ['etoposide'], start: '2020-05-01' }],
      '1',
    ],
    [
      'drugs of the same class after toxicity',
      [
        { drugs: ['cisplatin', 'etoposide'], start: '2020-01-01', end: '2020-02-01', stopReason: 'toxicity' },
        { drugs: ['carboplatin', 'etoposide'], start: '2020-02-10' },
      ],
      '1-2',
    ],
    [
      'drugs of another class after toxicity',
      [
        { drugs: ['cisplatin', 'etoposide'], start: '2020-01-01', end: '2020-02-01', stopReason: 'toxicity' },
        everolimus,
      ],
      '2',
    ],
    [
      'drugs of which one is of another class after toxicity',
      [
        { drugs: ['cisplatin', 'etoposide'], start: '2020-01-01', end: '2020-02-01', stopReason: 'toxicity' },
        { drugs: ['carboplatin', 'everolimus'], start: '2020-02-10' },
      ],
      '2',
    ],
    ['courses without dates', [{ drugs: ['everolimus'] }, { drugs: ['sunitinib'] }], '1-2'],
    [
      'years that overlap',
      [
        { drugs: ['everolimus'], start: '2020', end: '2020' },
        { drugs: ['sunitinib'], start: '2020' },
      ],
      '1-2',
    ],
    [
      'years that do not',
      [
        { drugs: ['everolimus'], start: '2019', end: '2019' },
        { drugs: ['sunitinib'], start: '2020' },
      ],
      '2',
    ],
    [
      'a class that may be the same drug',
      [
        { drugClasses: ['pd-1-inhibitor'], start: '2019', end: '2019' },
        { drugs: ['nivolumab'], start: '2020' },
      ],
      '1-2',
    ],
    [
      'a year and a day, without the date of day 0',
      [
        { drugs: ['everolimus'], start: '2019', end: '2019' },
        { drugs: ['sunitinib'], start: 'day 0' },
      ],
      '1-2',
    ],
    [
      'drugs that are not named',
      [
        { start: '2019', end: '2019' },
        { drugs: ['nivolumab'], start: '2020' },
      ],
      '2',
    ],
    [
      'two courses of one day',
      [
        { drugs: ['everolimus'], start: '2020-01-01' },
        { drugs: ['sunitinib'], start: '2020-01-01' },
      ],
      '1',
    ],
    [
      'two courses before day 0',
      [
        { drugs: ['everolimus'], start: '..day -1', end: '..day -1' },
        { drugs: ['sunitinib'], start: '..day -1', end: '..day -1' },
        { drugs: ['imatinib'], start: 'day 0' },
      ],
      '2-3',
    ],
  ];
  for (const [what, given, expected] of rows) test(what, () => assert.equal(numberOf(...given), expected));
});

test('a regimen has the drugs of its courses, its name and the reason', () => {
  const { lines } = treatmentLines(
    coursesOf([
      { drugs: ['capecitabine'], start: '2020-01-01', end: '2020-06-01' },
      { drugs: ['temozolomide'], start: '2020-01-10', end: '2020-06-01' },
    ]),
  );
  assert.deepEqual(lines[0]?.drugs, ['capecitabine', 'temozolomide']);
  assert.deepEqual(lines[0]?.because, ['given together']);
  assert.notEqual(lines[0]?.regimen, null);
});

test('a stated number is compared and never used', () => {
  const { lines, conflicts } = treatmentLines(coursesOf([cisplatin, { ...everolimus, line: 4 }]));
  assert.deepEqual([lines[1]?.least, lines[1]?.most, lines[1]?.stated], [2, 2, 4]);
  assert.equal(conflicts.length, 1);
  assert.match(conflicts[0] ?? '', /fewer courses/);
  const low = treatmentLines(coursesOf([cisplatin, { ...everolimus, line: 1 }]));
  assert.match(low.conflicts[0] ?? '', /at least line 2/);
  assert.deepEqual(treatmentLines(coursesOf([cisplatin, { ...everolimus, line: 2 }])).conflicts, []);
});

suite('the examples', () => {
  const folder = join(import.meta.dirname, '../../../examples');
  const linesOf = (name: string): TreatmentLines => {
    const { value } = readCase(readFileSync(join(folder, `${name}.yaml`), 'utf8'), { source: name });
    assert.ok(value);
    return treatmentLines(value.record.therapies, value.record.anchor?.calendar);
  };
  test('paper 000: four lines, and each may have begun in the month in which the one before ended', () => {
    const { atMost, lines, conflicts } = linesOf('net-kit-exon11');
    assert.equal(atMost, 4);
    assert.deepEqual(conflicts, []);
    assert.deepEqual(new Set(lines.map(({ stated }) => stated)), new Set([1, 2, 3, 4]));
  });
  test('paper 001: CAPTEM and entrectinib are two lines, radiotherapy is none', () => {
    const found = linesOf('net-etv6-ntrk3');
    assert.equal(counts(found), '2');
    assert.deepEqual(
      found.lines.map(({ least, most, stated }) => [least, most, stated]),
      [
        [1, 1, 1],
        [2, 2, 2],
      ],
    );
    assert.deepEqual(
      found.otherCourses.map(({ role }) => role),
      ['local'],
    );
  });
  test('paper 003: what came before day 0 came before pembrolizumab, whose start is known to three months', () => {
    assert.equal(counts(linesOf('checkpoint-1-pnet')), '2-5');
  });
  test('paper 002: the line of imatinib is the last that its courses allow, as the table prints it', () => {
    for (const file of readdirSync(folder).filter((name) => name.startsWith('kit-basket'))) {
      const { lines, atMost, conflicts } = linesOf(file.replace('.yaml', ''));
      const imatinib = lines.find(({ courses }) => courses.includes('imatinib'));
      assert.equal(imatinib?.most, atMost, file);
      assert.equal(imatinib?.stated, atMost, file);
      assert.deepEqual(conflicts, [], file);
    }
  });
});

test('the number of lines has its bounds in order, and shuffling the record does not change them', () => {
  const course = fc.record({
    drugs: fc.constantFrom(['everolimus'], ['sunitinib'], ['capecitabine', 'temozolomide'], ['octreotide']),
    start: fc.constantFrom('2019', '2020', '2020-03', '2021-06-01'),
    end: fc.constantFrom('2021-06', '2022', '2023-01-01'),
    stopReason: fc.constantFrom('progression', 'toxicity', 'completed', 'unstated'),
  });
  fc.assert(
    fc.property(fc.array(course, { maxLength: 6 }), (given) => {
      const lines = treatmentLines(coursesOf(given));
      assert.ok(lines.atLeast <= lines.atMost);
      for (const { least, most } of lines.lines) assert.ok(least <= most && most <= lines.atMost);
      assert.equal(counts(treatmentLines(coursesOf(given.toReversed()))), counts(lines));
    }),
    { numRuns: 60 },
  );
});
