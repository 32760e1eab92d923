/** The library at a date: what was not published is left out and counted, links lead to known statements only. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePatientDate } from '../units/index.ts';
import type { AuditFinding } from './audit/index.ts';
import type { KnowledgeClock } from './knowledge-clock.ts';
import { auditOfKnown, knownLibrary, laterEvidenceCounts } from './known-library.ts';
import { paper } from './paper.ts';
import { type Statement, statement } from './statement.ts';
import { study } from './study.ts';

function asOf(text: string): KnowledgeClock {
  const parsed = parsePatientDate(text);
  assert.ok(parsed.ok);
  return { kind: 'asOf', date: parsed.value };
}

const made = (id: string, known: string, fields: object): Statement =>
  statement.parse({
    id,
    subject: { drugs: ['cisplatin'] },
    direction: 'benefit',
    kind: 'clinical',
    entity: 'nec',
    when: { disease: { entity: 'nec' } },
    claim: id,
    known,
    verification: 'read',
    review: { owner: 'NEN curator', due: '2027-01-01' },
    ...fields,
  });
const published = (id: string, on: string) =>
  study.parse({
    cajal: 'study/1',
    id,
    title: id,
    citation: { year: Number(on.slice(0, 4)) },
    published: on,
    verification: 'unverified',
    readIn: { document: 'invented for this test' },
    design: { type: 'retrospectiveSeries' },
    selection: 'consecutive',
    population: { words: 'NEC', entity: 'nec' },
  });
const reason = 'a trial of more patients';
const library = {
  studies: [published('early', '2010'), published('late', '2022-03')],
  statements: [
    made('old', '2010', {
      studies: ['early'],
      supersededBy: { statement: 'new', reason },
      limitedBy: [{ statement: 'new', reason }],
      contradicts: ['new'],
      differentQuestion: [{ statement: 'new', reason }],
    }),
    made('new', '2022-03', { studies: ['late'], supersedes: ['old'], contradicts: ['old'] }),
  ],
  papers: [
    paper.parse({ cajal: 'paper/1', id: '900', title: 'A', kind: 'review', year: 2019 }),
    paper.parse({ cajal: 'paper/1', id: '901', title: 'B', kind: 'review' }),
  ],
};

test('before and after', () => {
  const before = knownLibrary(library, asOf('2019-12-31'));
  assert.deepEqual(
    before.studies.map(({ id }) => id),
    ['early'],
  );
  assert.deepEqual(before.notYetKnown, { studies: 1, statements: 1, papers: 1 });
  const [old] = before.statements;
  assert.equal(old?.supersededBy, undefined);
  assert.deepEqual([old?.limitedBy, old?.contradicts, old?.differentQuestion], [[], [], []]);
  assert.deepEqual(laterEvidenceCounts(before.statements), { superseded: 0, limited: 0 });
  const today = knownLibrary(library, { kind: 'latest' });
  assert.deepEqual(today.statements, library.statements);
  assert.deepEqual(today.notYetKnown, { studies: 0, statements: 0, papers: 0 });
  assert.deepEqual(laterEvidenceCounts(today.statements), { superseded: 1, limited: 1 });
});

test('a date within the year of a publication is not certainly after it', () => {
  assert.deepEqual(knownLibrary(library, asOf('2010-07')).notYetKnown, {
    studies: 2,
    statements: 2,
    papers: 2,
  });
});

test('an audit of what was known', () => {
  const found = (study: string): AuditFinding => ({
    id: `${study}/sum/all`,
    study,
    check: 'sum',
    group: 'all',
    about: 'sum',
    outcome: 'impossible',
    certainty: 'certain',
    printed: [],
    recomputed: '',
    test: '',
    explanation: '',
  });
  const answer = { findings: ['early', 'late', 'paper-900', 'paper-901'].map(found), explained: [] };
  const of = (date: string) =>
    auditOfKnown(answer, knownLibrary(library, asOf(date))).findings.map(({ study }) => study);
  assert.deepEqual(of('2019-12-31'), ['early', 'paper-900']);
  assert.deepEqual(of('2022-03-31'), ['early', 'late', 'paper-900']);
});
