/** Every published case at each of its decision points: nothing that came later is in the record the board sees. */
import assert from 'node:assert/strict';
import * as files from 'node:fs';
import { test } from 'node:test';
import { certainlyAtOrBefore, type PatientDate, shiftToCalendar } from '../units/index.ts';
import { exampleFiles, readGood } from './example-cases.fixture.ts';
import { type CaseRecord, type CutCase, clockAt, cutCase } from './index.ts';
import { recordDates } from './record-dates.ts';

/** The day of birth, the age when it was printed, and the day of the anchor belong to the patient, not to a time. */
const timeless = new Set(['patient.birth', 'patient.age.date', 'anchor.calendar']);

/** Dates of a cut record that are not certainly at or before the clock. */
function laterDates({ record, clock }: CutCase): readonly string[] {
  if (clock.kind === 'now') return [];
  const anchor = record.anchor?.calendar;
  const placed = (date: PatientDate) => (anchor === undefined ? date : shiftToCalendar(date, anchor));
  return recordDates(record)
    .filter(({ path }) => !timeless.has(path.join('.')))
    .filter(({ date }) => certainlyAtOrBefore(placed(date), placed(clock.date)) !== true)
    .map(({ date, path }) => `${path.join('.')}: ${date.printed}`);
}

/** What a record shows, one text for each fact, so that two records can be compared. */
function shown(record: CaseRecord): ReadonlySet<string> {
  const facts = Object.entries(record).flatMap(([list, entries]) => {
    if (!Array.isArray(entries)) return [];
    return entries.map((entry: unknown) => {
      if (typeof entry !== 'object' || entry === null) return list;
      const name = 'id' in entry ? entry.id : 'name' in entry ? entry.name : undefined;
      return `${list} ${typeof name === 'string' ? name : JSON.stringify(entry)}`;
    });
  });
  const ofCourses = record.therapies.flatMap((course) => [
    ...course.outcomes.map((outcome) => `${course.id} ${JSON.stringify(outcome)}`),
    ...course.doseEvents.map((event) => `${course.id} ${JSON.stringify(event)}`),
    ...(course.stopReason === 'unstated' ? [] : [`${course.id} ${course.stopReason}`]),
    ...(course.end === undefined ? [] : [`${course.id} ended`]),
  ]);
  return new Set([...facts, ...ofCourses]);
}

const lists = (record: CaseRecord) => Object.values(record).filter(Array.isArray);

for (const { name, text } of exampleFiles(files)) {
  const { record } = readGood(text, name);
  const cuts = record.decisionPoints.map(({ id }) => {
    const { value } = clockAt(record, id);
    assert.ok(value !== undefined);
    return { id, cut: cutCase(record, value) };
  });

  test(`${name} has decision points, and they are in order`, () => {
    assert.ok(record.decisionPoints.length > 0);
    const ends = record.decisionPoints.map(({ date }) => date.latest ?? Number.POSITIVE_INFINITY);
    assert.deepEqual(
      ends.toSorted((a, b) => a - b),
      ends,
    );
  });

  for (const { id, cut } of cuts) {
    test(`${name} at ${id}: no date lies after the clock`, () => {
      assert.deepEqual(laterDates(cut), []);
    });
  }

  test(`${name}: a later cut never shows less`, () => {
    for (const [index, { id, cut }] of cuts.entries()) {
      const after = cuts[index + 1]?.cut.record ?? record;
      const seenLater = shown(after);
      const lost = [...shown(cut.record)].filter((fact) => !seenLater.has(fact));
      assert.deepEqual(lost, [], `seen at ${id} and not afterwards`);
    }
  });

  test(`${name}: what is seen and what is left out make up the record`, () => {
    for (const { cut } of cuts) {
      const kept = lists(cut.record).reduce((sum, list) => sum + list.length, 0);
      const all = lists(record).reduce((sum, list) => sum + list.length, 0);
      const counted = cut.left.later + cut.left.undated.reduce((sum, { count }) => sum + count, 0);
      const lesions = record.lesions.length - cut.record.lesions.length;
      assert.ok(kept + counted + lesions >= all, `${kept} kept, ${counted} left out, of ${all}`);
    }
  });
}

const imatinibOf = ({ record }: CutCase) =>
  record.therapies.find((course) => course.drugs.includes('imatinib'));

for (const { name, text } of exampleFiles(files).filter((each) => each.name.startsWith('kit-basket'))) {
  test(`${name}: before imatinib, the patient has not had imatinib, and no response is known`, () => {
    const { record } = readGood(text, name);
    const { value } = clockAt(record, 'before-imatinib');
    assert.ok(value !== undefined);
    const cut = cutCase(record, value);
    assert.equal(imatinibOf(cut), undefined);
    assert.deepEqual(cut.record.assessments, []);
    assert.ok(cut.left.later > 0);
    assert.ok(imatinibOf(cutCase(record, { kind: 'now' })) !== undefined);
  });
}

test('now is the whole record, and nothing is left out', () => {
  for (const { name, text } of exampleFiles(files)) {
    const { record } = readGood(text, name);
    const cut = cutCase(record, { kind: 'now' });
    assert.deepEqual(cut, { record, clock: { kind: 'now' }, left: { later: 0, undated: [] } });
  }
});
