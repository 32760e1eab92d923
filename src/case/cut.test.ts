/** What a board sees of one fact of each kind, by the rule behind it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parsePatientDate } from '../units/index.ts';
import { recordWith } from './example-cases.fixture.ts';
import { type CaseRecord, type CutCase, cutCase, readCaseDocument } from './index.ts';
import { calendarDate, smallDocument } from './small-records.fixture.ts';

function cutAt(record: CaseRecord, text: string): CutCase {
  const parsed = parsePatientDate(text);
  assert.ok(parsed.ok, text);
  return cutCase(record, { kind: 'at', date: parsed.value, label: text });
}

const symptom = (dates: object) => recordWith({ symptoms: [{ term: 'pain', status: 'present', ...dates }] });
const counts = ({ later, undated }: CutCase['left']) => ({
  later,
  undated: undated.map((each) => `${each.list} ${each.count}`),
});

const rows: readonly (readonly [string, object, string, 'seen' | 'later' | 'undated'])[] = [
  ['a fact of the month of the clock', { date: '2012-07-31' }, '2012-07', 'seen'],
  ['a fact of the day after', { date: '2012-08-01' }, '2012-07', 'later'],
  ['a fact of a year that the clock is in', { date: '2012' }, '2012-07', 'later'],
  ['a fact of some time up to a month', { date: '..2012-07' }, '2012-07', 'seen'],
  ['a fact of an interval that reaches beyond the clock', { date: '2012-06..2012-08' }, '2012-07', 'later'],
  ['a fact of some time after a month', { date: '2012-06..' }, '2012-07', 'later'],
  ['a fact measured before and known afterwards', { date: '2012-06', known: '2012-08' }, '2012-07', 'later'],
  ['a fact measured before and known by then', { date: '2012-05', known: '2012-07' }, '2012-07', 'seen'],
  ['a fact without a date', {}, '2012-07', 'undated'],
];
for (const [name, dates, clock, expected] of rows) {
  test(`${name}: ${expected}`, () => {
    const { record, left } = cutAt(symptom(dates), clock);
    assert.equal(record.symptoms.length, expected === 'seen' ? 1 : 0);
    assert.deepEqual(counts(left), {
      later: expected === 'later' ? 1 : 0,
      undated: expected === 'undated' ? ['symptoms 1'] : [],
    });
  });
}

test('what belongs to the patient is kept without a date, and not with a later one', () => {
  const facts = (dates: object) =>
    recordWith({
      familyHistory: [{ status: 'none', ...dates }],
      priorMalignancies: [{ printed: 'testicular cancer', ...dates }],
      pharmacogenes: [{ gene: 'DPYD', status: 'negative', ...dates }],
      goals: [{ printed: 'at home', ...dates }],
    });
  const sizes = ({ record }: CutCase) =>
    [record.familyHistory, record.priorMalignancies, record.pharmacogenes, record.goals].map(
      (each) => each.length,
    );
  assert.deepEqual(sizes(cutAt(facts({}), '2012-07')), [1, 1, 1, 1]);
  assert.deepEqual(sizes(cutAt(facts({ date: '2013' }), '2012-07')), [0, 0, 0, 0]);
  const onOtherAxis = cutAt(facts({ date: '2013' }), 'day 28');
  assert.deepEqual(sizes(onOtherAxis), [0, 0, 0, 0]);
  assert.equal(onOtherAxis.left.undated.length, 4);
});

const pendingCase = recordWith({
  specimens: [
    {
      id: 's',
      kind: 'coreBiopsy',
      site: 'liver',
      adequacy: 'insufficient',
      adequacyNote: 'few cells',
      tumourContentPercent: '5%',
      date: '2012-06',
      known: '2012-08',
    },
  ],
  assays: [
    {
      id: 'a',
      name: 'panel',
      specimen: 's',
      analyte: 'DNA',
      status: 'failed',
      failure: 'no DNA',
      purityPercent: '40%',
      date: '2012-06',
      known: '2012-08',
      place: { document: 'report', text: 'the assay failed' },
    },
    { id: 'b', name: 'other', analyte: 'DNA', status: 'done', date: '2012-06' },
  ],
  findings: [
    { id: 'x', assay: 'a', gene: 'KIT', alteration: 'V560del', status: 'positive', date: '2012-06' },
    { id: 'y', assay: 'a', gene: 'TP53', alteration: 'R175H', status: 'positive' },
    { id: 'z', assay: 'b', gene: 'ATM', alteration: 'mutation', status: 'negative' },
    { id: 'u', gene: 'BAP1', alteration: 'mutation', status: 'negative' },
  ],
  biomarkers: [{ marker: 'MSI', status: 'negative', assay: 'a', date: '2012-06' }],
});

test('an assay taken and not yet reported is pending, and nothing of its result is there', () => {
  const { record, left } = cutAt(pendingCase, '2012-07');
  const [pending, done] = record.assays;
  assert.equal(pending?.status, 'pending');
  assert.deepEqual(
    [pending?.failure, pending?.purityPercent, pending?.known],
    [undefined, undefined, undefined],
  );
  assert.deepEqual(pending?.place, { document: 'report' });
  assert.equal(done?.status, 'done');
  assert.deepEqual(
    record.findings.map(({ id }) => id),
    ['z'],
  );
  assert.deepEqual(record.biomarkers, []);
  assert.deepEqual(counts(left), { later: 3, undated: ['findings 1'] });
});

test('a specimen taken and not yet looked at is there, and whether it is enough is not known', () => {
  const [specimen] = cutAt(pendingCase, '2012-07').record.specimens;
  assert.equal(specimen?.adequacy, 'unstated');
  assert.deepEqual([specimen?.adequacyNote, specimen?.tumourContentPercent], [undefined, undefined]);
});

test('an assay that was reported has its findings, and those without a date have its date', () => {
  const { record } = cutAt(pendingCase, '2012-08');
  assert.equal(record.assays[0]?.status, 'failed');
  assert.deepEqual(
    record.findings.map(({ id }) => id),
    ['x', 'y', 'z'],
  );
  assert.equal(record.specimens[0]?.adequacy, 'insufficient');
});

test('an assay that was not taken yet is not there at all', () => {
  const { record } = cutAt(pendingCase, '2012-05');
  assert.deepEqual([record.assays, record.findings, record.specimens], [[], [], []]);
});

test('a list is complete only from the time that says so, and a co-medication has no end before it', () => {
  const record = recordWith({
    complete: [{ list: 'therapies', date: '2012-08' }, { list: 'comorbidities' }],
    coMedication: [{ name: 'omeprazole', date: '2011', end: '2012-08' }],
  });
  const before = cutAt(record, '2012-07');
  assert.deepEqual(before.record.complete, []);
  assert.deepEqual(counts(before.left), { later: 1, undated: ['complete 1'] });
  assert.equal(before.record.coMedication[0]?.end, undefined);
  const after = cutAt(record, '2012-08').record;
  assert.deepEqual(
    after.complete.map(({ list }) => list),
    ['therapies'],
  );
  assert.equal(after.coMedication[0]?.end?.printed, '2012-08');
});

test('a lesion is known when something that is seen names it', () => {
  const record = recordWith({
    lesions: ['a', 'b', 'c'].map((id) => ({ id, site: 'liver', kind: 'organ' })),
    specimens: [{ id: 's', kind: 'coreBiopsy', site: 'liver', lesion: 'a', date: '2012-06' }],
    pathology: [{ id: 'p', ki67: [{ status: 'counted', percent: '5%', lesion: 'b' }], date: '2012-06' }],
    imaging: [{ id: 'i', modality: 'PET', suvMax: [{ lesion: 'c', value: '9' }], date: '2012-08' }],
  });
  assert.deepEqual(
    cutAt(record, '2012-07').record.lesions.map(({ id }) => id),
    ['a', 'b'],
  );
});

const mixed = (calendar?: string) =>
  recordWith({
    anchor: { event: 'start of imatinib', ...(calendar === undefined ? {} : { calendar }) },
    symptoms: [
      { term: 'before', status: 'present', date: '2012-06' },
      { term: 'day 20', status: 'present', date: 'day 20' },
      { term: 'day 60', status: 'present', date: 'day 60' },
    ],
  });
const terms = ({ record }: CutCase) => record.symptoms.map(({ term }) => term);

test('days and calendar dates are compared through the calendar date of the anchor', () => {
  assert.deepEqual(terms(cutAt(mixed('2012-07-01'), '2012-07')), ['before', 'day 20']);
  assert.deepEqual(terms(cutAt(mixed('2012-07-01'), 'day 60')), ['before', 'day 20', 'day 60']);
  assert.deepEqual(terms(cutAt(mixed('2012-07'), '2012-07')), ['before'], 'day 20 after some day of July');
});

test('without it, dates of the other kind are not seen, and are counted', () => {
  const byDay = cutAt(mixed(), 'day 28');
  assert.deepEqual(terms(byDay), ['day 20']);
  assert.deepEqual(counts(byDay.left), { later: 1, undated: ['symptoms 1'] });
  assert.deepEqual(counts(cutAt(mixed(), '2012-07').left), { later: 0, undated: ['symptoms 2'] });
});

test('any small record: a later clock shows every fact that an earlier one shows', () => {
  fc.assert(
    fc.property(smallDocument, calendarDate, calendarDate, (document, first, second) => {
      const record = readCaseDocument(document).value?.record;
      assert.ok(record !== undefined);
      const cuts = [first, second].map((text) => {
        const parsed = parsePatientDate(text);
        assert.ok(parsed.ok);
        return { latest: parsed.value.latest ?? Number.NEGATIVE_INFINITY, cut: cutAt(record, text) };
      });
      const [early, late] = cuts.toSorted((a, b) => a.latest - b.latest);
      assert.ok(early !== undefined && late !== undefined);
      for (const list of [
        'goals',
        'symptoms',
        'laboratory',
        'pathology',
        'comorbidities',
        'extent',
      ] as const) {
        const kept = new Set<object>(late.cut.record[list]);
        for (const fact of early.cut.record[list]) assert.ok(kept.has(fact), list);
      }
      const lateAssays = new Set(late.cut.record.assays.map(({ id }) => id));
      for (const { id } of early.cut.record.assays) assert.ok(lateAssays.has(id));
    }),
  );
});
