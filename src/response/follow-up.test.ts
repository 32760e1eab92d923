/** The follow-up of a record: every example, what the papers print, and what is said where nothing is known. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { type CaseRecord, cutCase, readCase, readCaseDocument } from '../case/index.ts';
import { type FollowUpSection, followUpSections } from './follow-up/index.ts';
import { followUp } from './follow-up.ts';
import { censoringRules } from './time-to-event/index.ts';

const folder = join(import.meta.dirname, '../../examples');
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
function recordOf(name: string): CaseRecord {
  const { value } = readCase(readFileSync(join(folder, name), 'utf8'), { source: name });
  assert.ok(value, name);
  return value.record;
}
function made(fields: Readonly<Record<string, unknown>>): CaseRecord {
  const { value, issues } = readCaseDocument({
    cajal: 'case/1',
    id: 'test',
    title: 'A test case',
    provenance: { kind: 'clinical' },
    patient: { sex: 'notStated' },
    ...fields,
  });
  assert.ok(value, JSON.stringify(issues));
  return value.record;
}
function section(sections: readonly FollowUpSection[], id: FollowUpSection['id']): FollowUpSection {
  const found = sections.find((each) => each.id === id);
  assert.ok(found);
  return found;
}
/** Rows whose first cells are these, without them. */
const rowsFrom = ({ rows }: FollowUpSection, ...first: readonly string[]): readonly (readonly string[])[] =>
  rows
    .filter(({ cells }) => first.every((text, at) => cells[at]?.includes(text) === true))
    .map(({ cells }) => cells.slice(first.length));

suite('every example, whole and as each of its boards saw it', () => {
  for (const name of files)
    test(name, () => {
      const record = recordOf(name);
      const cuts = record.decisionPoints.map(
        ({ date, label }) => cutCase(record, { kind: 'at', date, label }).record,
      );
      for (const each of [record, ...cuts]) check(followUp(each));
    });

  function check(sections: readonly FollowUpSection[]): void {
    assert.deepEqual(
      sections.map(({ id }) => id),
      followUpSections,
    );
    for (const { id, columns, rows, notes } of sections) {
      assert.ok(rows.length > 0 || notes.length > 0, `${id} says nothing`);
      for (const { cells } of rows) assert.equal(cells.length, columns.length, id);
      const text = JSON.stringify([rows, notes]);
      assert.doesNotMatch(text, /undefined|NaN|Infinity|\[object/u, id);
    }
  }
});

suite('paper 000', () => {
  const sections = followUp(recordOf('net-kit-exon11.yaml'));
  test('chromogranin A falls by 90.9%, from 2.93 to 0.27 x ULN', () => {
    const rows = rowsFrom(section(sections, 'markers'), 'chromogranin A');
    assert.deepEqual(
      rows.map(([, , printed, , multiple, change]) => [printed, multiple, change]),
      [
        ['40.0 ng/mL', '2.67 x ULN', ''],
        ['44 ng/mL', '2.93 x ULN', '10%'],
        ['4 ng/mL', '0.27 x ULN', '-90.9%'],
        ['4 ng/mL', '0.27 x ULN', '0%'],
      ],
    );
  });
  test('a value that may belong to the next treatment is no response to the one before', () => {
    const rows = rowsFrom(section(sections, 'biochemicalResponse'), 'chromogranin A', 'KIF11');
    assert.equal(rows.length, 3);
    for (const [, call] of rows) assert.equal(call, 'not determined');
  });
  test('the printed 20 months stand beside the bounds of the dates', () => {
    const rows = rowsFrom(section(sections, 'timeToEvent'), 'KIF11', 'treatment duration');
    assert.deepEqual(
      rows.map((cells) => cells[2]),
      ['488 to 730 days (16 to 24 months)', '20 months'],
    );
  });
  test('46 months after the diagnosis (line 152) he was alive', () => {
    const [row] = rowsFrom(section(sections, 'timeToEvent'), 'from the first diagnosis', 'OS');
    assert.deepEqual(row?.slice(1, 3), ['censored', '1370 to 1460 days (45 to 48 months)']);
  });
  test('no ratio is taken of lines whose numbers are open', () => {
    assert.deepEqual(section(sections, 'pfsRatio').rows, []);
  });
  test('whether imatinib began before the progression is open: FDA-style leaves two outcomes, EMA-style one', () => {
    const rows = rowsFrom(section(sections, 'timeToEvent'), 'KIF11', 'PFS');
    assert.deepEqual(
      rows.map(([rule, status]) => [rule, status]),
      [
        ['FDA-style', 'possibly event'],
        ['FDA-style', 'possibly censored'],
        ['EMA-style', 'event'],
      ],
    );
  });
});

suite('paper 001', () => {
  const sections = followUp(recordOf('net-etv6-ntrk3.yaml'));
  test('56 days to progression under both rules beside 12 months of treatment', () => {
    const times = section(sections, 'timeToEvent');
    assert.deepEqual(
      rowsFrom(times, 'entrectinib', 'PFS').map((cells) => cells.slice(0, 3)),
      [['FDA-style and EMA-style', 'event', '56 days (1.8 months)']],
    );
    assert.deepEqual(
      rowsFrom(times, 'entrectinib', 'treatment duration').map((cells) => cells[2]),
      ['365 to 395 days (12 to 13 months)', '12 months'],
    );
  });
  test('chromogranin A is 0.31 x ULN', () => {
    const [row] = rowsFrom(section(sections, 'markers'), 'chromogranin A');
    assert.equal(row?.[4], '0.31 x ULN');
  });
  test('the list of adverse events is declared complete', () => {
    assert.match(section(sections, 'toxicity').notes.join(' '), /declared complete/u);
  });
  test('the ratio to CAPTEM is open, because its start is', () => {
    assert.deepEqual(rowsFrom(section(sections, 'pfsRatio'), 'entrectinib'), [
      ['combination temozolomide and capecitabine', 'at least 0', 'undetermined against 1.3'],
    ]);
  });
});

test('paper 002, Pt-11: withdrawn; the rule of the paper makes an event of it', () => {
  const record = recordOf('kit-basket-pt-11.yaml');
  const rows = rowsFrom(section(followUp(record), 'timeToEvent'), 'imatinib', 'PFS');
  assert.deepEqual(
    rows.map(([rule, status]) => [rule, status]),
    [
      ['FDA-style', 'censored'],
      ['EMA-style', 'censored'],
    ],
  );
  const own = followUp(record, { rules: [censoringRules.paper002] });
  assert.deepEqual(
    rowsFrom(section(own, 'timeToEvent'), 'imatinib', 'PFS').map(([, status]) => status),
    ['event'],
  );
  const deviations = section(own, 'timeToEvent').notes.filter((note) => note.startsWith('Deviation'));
  for (const reference of ['FDA-style', 'EMA-style'])
    assert.ok(
      deviations.some((note) => note.includes(reference) && note.includes("patient's request: an event")),
      reference,
    );
});

test('paper 003: a stop for progression without an assessment is named', () => {
  const { notes } = section(followUp(recordOf('checkpoint-1-pnet.yaml')), 'timeToEvent');
  assert.match(notes.join(' '), /sunitinib: stopped for progression, without an assessment/u);
});

suite('which treatment came next', () => {
  const open = /whether another treatment came next is open/u;
  const course = (id: string, dates: Readonly<Record<string, string>>) => ({
    id,
    kind: 'systemic',
    printed: id,
    drugs: ['everolimus'],
    ...dates,
  });
  const notesOf = (...therapies: readonly unknown[]): string =>
    section(followUp(made({ therapies })), 'timeToEvent').notes.join(' ');
  test('two of the same year: open', () =>
    assert.match(notesOf(course('a', { start: '2020' }), course('b', { start: '2020' })), open));
  test('one without a date: open', () =>
    assert.match(notesOf(course('a', { start: '2020' }), course('b', {})), open));
  test('one certainly later: not open for the first', () => {
    const notes = notesOf(course('a', { start: '2020' }), course('b', { start: '2021' }));
    assert.doesNotMatch(notes, open);
  });
});

test('the ratio of two lines with exact dates, and the new therapy that ends the first one', () => {
  const line = (id: string, drug: string, start: string, end: string, progression: string) => ({
    id,
    kind: 'systemic',
    printed: id,
    drugs: [drug],
    start,
    end,
    stopReason: 'progression',
    outcomes: [{ response: 'PD', basis: 'RECIST', date: progression }],
  });
  const ratioOf = (first: string, second: string): readonly string[] | undefined =>
    section(
      followUp(
        made({
          therapies: [
            line('first', 'everolimus', '2020-01-01', '2020-06-01', first),
            line('second', 'sunitinib', '2020-06-10', '2022-01-01', second),
          ],
        }),
      ),
      'pfsRatio',
    ).rows[0]?.cells.slice(2);
  assert.deepEqual(ratioOf('2020-04-10', '2020-11-07'), ['1.5', 'above 1.3']);
  assert.deepEqual(ratioOf('2020-04-10', '2020-09-18'), ['1', 'not above 1.3']);
  assert.deepEqual(ratioOf('2020-04', '2020-11-07'), ['1.25 to 1.65', 'undetermined against 1.3']);
});

test('an empty record says what is not known', () => {
  const sections = followUp(made({}));
  for (const { rows, notes } of sections) {
    assert.equal(rows.length, 0);
    assert.ok(notes.length > 0);
  }
  assert.match(section(sections, 'lines').notes.join(' '), /that there was none is not known/u);
  assert.match(section(sections, 'toxicity').notes.join(' '), /that there were none is not known/u);
});

test('adverse events, dose changes and a biochemical response of a whole record', () => {
  const sections = followUp(
    made({
      therapies: [
        {
          id: 'everolimus',
          kind: 'systemic',
          printed: 'everolimus',
          drugs: ['everolimus'],
          start: '2024-01-10',
          end: '2024-09-01',
          stopReason: 'toxicity',
          doseEvents: [{ event: 'reduction', reason: 'stomatitis', date: '2024-03' }],
          outcomes: [{ response: 'PR', basis: 'RECIST', date: '2024-04-10' }],
        },
      ],
      laboratory: [
        { analyte: 'CgA', value: '300 ng/mL', referenceRange: '<100', assay: 'A', date: '2024-01-05' },
        { analyte: 'CgA', value: '120 ng/mL', referenceRange: '<100', assay: 'A', date: '2024-03-01' },
        { analyte: 'CgA', value: '<20 ng/mL', referenceRange: '<100', assay: 'A', date: '2024-06-01' },
        { analyte: 'bilirubin', value: '30 umol/L', referenceRange: '<21', date: '2024-01-05' },
        { analyte: 'bilirubin', value: '10 umol/L', referenceRange: '<21', date: '2024-06-05' },
      ],
      adverseEvents: [
        {
          term: 'stomatitis',
          grade: '2',
          therapy: 'everolimus',
          attribution: 'definite',
          ctcae: '5.0',
          date: '2024-02',
        },
        {
          term: 'stomatitis',
          grade: '3',
          therapy: 'everolimus',
          consequence: 'doseReduced',
          ctcae: 'v5',
          date: '2024-03',
        },
        { term: 'rash', status: 'absent', date: '2024-03' },
        { term: 'fatigue', grade: '0', date: '2024-03' },
      ],
    }),
  );
  assert.deepEqual(section(sections, 'toxicity').rows[0]?.cells, [
    'stomatitis',
    '3',
    'related',
    '5.0',
    'unverified',
  ]);
  assert.match(section(sections, 'toxicity').notes.join(' '), /absent: rash/u);
  assert.match(section(sections, 'toxicity').notes.join(' '), /not declared complete/u);
  assert.match(section(sections, 'toxicity').notes.join(' '), /fatigue: recorded with grade 0/u);
  assert.deepEqual(
    section(sections, 'doseChanges').rows.map(({ cells }) => cells[0]),
    ['reduction', 'stop for toxicity', 'reduction'],
  );
  const calls = section(sections, 'biochemicalResponse').rows;
  assert.ok(
    calls.every(({ cells }) => cells[0] === 'chromogranin A'),
    'bilirubin is no tumour marker',
  );
  assert.deepEqual(
    calls.map(({ cells }) => cells[3]),
    ['response', 'response', 'response'],
  );
  assert.equal(calls[0]?.cells[4], '300 ng/mL to 120 ng/mL');
  assert.deepEqual(
    rowsFrom(section(sections, 'timeToEvent'), 'everolimus', 'TTR').map((cells) => cells[2]),
    ['91 days (3 months)'],
  );
});
