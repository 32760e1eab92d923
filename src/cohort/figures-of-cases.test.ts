/** Records as the data of figures: unknown is not no, and each patient is one patient. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CaseRecord, readCase } from '../case/index.ts';
import { geneOf } from '../genes/index.ts';
import { canBeZero, lollipopOfCases, oncoprintOfCases, prevalenceOfCases, swimmerOfCases } from './index.ts';

const place = { document: 'x' };
const kitAssay = {
  id: 'kit',
  name: 'panel',
  analyte: 'DNA',
  status: 'done',
  genes: ['KIT'],
  detects: ['smallVariant', 'copyNumber'],
  place,
};

function recordWith(id: string, fields: object): CaseRecord {
  const { value, issues } = readCase(
    JSON.stringify({
      cajal: 'case/1',
      id,
      title: id,
      provenance: { kind: 'synthetic', statement: 'made for this test' },
      anchor: { event: 'first dose' },
      patient: { sex: 'notStated', label: id, place },
      diagnoses: [{ id: 'd', printed: 'NET', place }],
      ...fields,
    }),
  );
  assert.ok(value !== undefined, JSON.stringify(issues));
  return value.record;
}

const finding = (gene: string, alteration: string, status: string, more: object = {}) => ({
  id: `${alteration}-${status}`.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'),
  gene,
  alteration,
  status,
  assay: 'kit',
  place,
  ...more,
});
const found = (id: string, ...findings: object[]): CaseRecord =>
  recordWith(id, { assays: [kitAssay], findings });

const mutated = found('mutated', finding('KIT', 'L576P', 'positive'));
const amplifiedOnly = recordWith('amplified', {
  assays: [{ ...kitAssay, detects: ['copyNumber'] }],
  findings: [finding('KIT', 'amplification', 'positive')],
});
const open = ['equivocal', 'pending', 'failed'].map((status) =>
  found(status, finding('KIT', 'L576P', status), finding('KIT', 'amplification', 'negative')),
);
const alias = found('alias', finding('c-KIT', 'V560del', 'positive'));
const denied = found('denied', finding('KIT', 'mutation', 'negative'));

const rowsOf = (records: readonly CaseRecord[]) => {
  const data = prevalenceOfCases(records, 'KIT');
  assert.ok(typeof data !== 'string');
  return { notes: data.notes, row: data.panels.at(-1)?.rows[0] };
};

test('who has no result for mutations is in no denominator, and named', () => {
  const { row, notes } = rowsOf([mutated, amplifiedOnly, ...open]);
  assert.deepEqual([row?.count, row?.tested], [1, 1]);
  assert.match(notes.join(' '), /Not counted.*amplified; equivocal; pending; failed/);
});

test('a denied mutation counts as none, and a gene by its alias as the gene', () => {
  const { row } = rowsOf([mutated, alias, denied]);
  assert.deepEqual([row?.count, row?.tested], [2, 3]);
});

test('an open result is no negative one in an oncoprint', () => {
  const data = oncoprintOfCases([mutated, denied, ...open]);
  assert.ok(typeof data !== 'string');
  assert.deepEqual(
    data.patients.filter(({ tested }) => tested.includes('KIT')).map(({ id }) => id),
    ['mutated', 'denied'],
  );
  assert.match(data.notes.join(' '), /pending: KIT L576P \(pending\)/);
});

test('a lollipop examines no fewer than it shows, and tells germline variants apart', () => {
  const gene = geneOf('KIT');
  assert.ok(gene !== undefined);
  const germline = found('germline', finding('KIT', 'L576P', 'positive', { origin: 'germline' }));
  const data = lollipopOfCases([mutated, alias, germline, ...open], gene);
  assert.ok(typeof data !== 'string');
  assert.equal(data.patientsExamined, 3);
  assert.deepEqual(
    data.mutations.map(({ label }) => label),
    ['L576P', 'V560del', 'L576P (germline)'],
  );
});

test('two records with one label are two patients', () => {
  const twin = { ...mutated, id: 'other' };
  const data = oncoprintOfCases([mutated, twin]);
  assert.ok(typeof data !== 'string');
  assert.deepEqual(
    data.patients.map(({ id }) => id),
    ['mutated (mutated)', 'mutated (other)'],
  );
});

const course = (id: string, fields: object) => ({
  id,
  kind: 'systemic',
  printed: 'imatinib',
  drugs: ['imatinib'],
  place,
  ...fields,
});

test('a course of which neither end nor going on is told is not drawn as ended; several courses are named', () => {
  const records = [
    recordWith('told', { therapies: [course('a', { start: 'day 0', end: 'day 90' })] }),
    recordWith('untold', { therapies: [course('a', { start: 'day 0', durationMonths: '12' })] }),
    recordWith('going', { therapies: [course('a', { start: 'day 0', ongoing: 'day 300' })] }),
    recordWith('twice', {
      therapies: [
        course('a', { start: 'day 0', end: 'day 30' }),
        course('b', { start: 'day 60', end: 'day 90' }),
      ],
    }),
  ];
  const { data } = swimmerOfCases(records, 'imatinib');
  assert.deepEqual(
    data?.patients.map(({ isOngoing }) => isOngoing),
    [false, undefined, true, false],
  );
  assert.match(data?.notes.join(' ') ?? '', /several courses of imatinib is shown of: twice \(2 courses\)/);
});

test('day 0 can be a course with a first day only', () => {
  const record = recordWith('zero', {
    therapies: [course('anchored', { start: 'day 0' }), course('before', { end: '..day -1' })],
  });
  assert.deepEqual(
    ['anchored', 'before', 'none'].map((id) => canBeZero(record, id)),
    [true, false, false],
  );
});

test('a cohort of any size has notes that fit a caption, and counts whom it does not name', () => {
  const many = Array.from({ length: 200 }, (_, at) => recordWith(`record-${at}`, {}));
  const drawn = recordWith('drawn', { therapies: [course('a', { start: 'day 0', end: 'day 90' })] });
  const { data } = swimmerOfCases([drawn, ...many], 'imatinib');
  const note = data?.notes.at(-1) ?? '';
  assert.ok(note.length <= 1000);
  const named = note.split(';').length;
  assert.match(note, new RegExp(`and ${200 - named} more$`));
});
