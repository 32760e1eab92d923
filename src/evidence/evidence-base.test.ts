import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePatientDate } from '../units/index.ts';
import { cutEvidence, type EvidenceCut } from './evidence-base.ts';
import { isInForce, isKnownBy, type KnowledgeClock } from './knowledge-clock.ts';
import { type Statement, statement } from './statement.ts';
import { basketStudy } from './study.fixture.ts';

function asOf(text: string): KnowledgeClock {
  const parsed = parsePatientDate(text);
  assert.ok(parsed.ok);
  return { kind: 'asOf', date: parsed.value };
}

const clockTable: readonly (readonly [string, string, boolean])[] = [
  ['2012', '2012-07', false],
  ['2012-03', '2012-07', true],
  ['2012-07-31', '2012-07', true],
  ['2012-08-01', '2012-07', false],
  ['2011', '2012-07', true],
  ['2012', '2012', true],
];

for (const [published, clock, known] of clockTable) {
  test(`published ${published} is ${known ? '' : 'not '}certainly known by ${clock}`, () => {
    assert.equal(isKnownBy(published, asOf(clock)), known);
    assert.equal(isKnownBy(published, { kind: 'latest' }), true);
  });
}

test('a rule is in force until its end is certain', () => {
  assert.equal(isInForce('2017', asOf('2017-06')), true);
  assert.equal(isInForce('2017', asOf('2018')), false);
  assert.equal(isInForce(undefined, asOf('2030')), true);
});

const base = {
  subject: { drugs: ['imatinib'] },
  direction: 'benefit',
  kind: 'clinical',
  entity: 'melanoma',
  claim: 'a claim',
  when: { alteration: { gene: 'KIT', anyMutation: true } },
  studies: ['basket'],
  known: '2023',
  verification: 'read',
  review: { owner: 'a curator', due: '2100-01-01' },
} as const;
const statementOf = (extra: object): Statement => statement.parse({ id: 'one', ...base, ...extra });

const alone = { ...basketStudy, id: 'case', selection: 'singleCase' as const, patients: [] };
const latest: EvidenceCut = { clock: { kind: 'latest' }, without: [], own: [] };

const cuts: readonly {
  readonly name: string;
  readonly statement: Statement;
  readonly cut: Partial<EvidenceCut>;
  readonly kept: boolean;
  readonly reason?: string;
}[] = [
  { name: 'kept', statement: statementOf({}), cut: {}, kept: true },
  {
    name: 'left out on request by the study',
    statement: statementOf({}),
    cut: { without: ['basket'] },
    kept: false,
    reason: 'leftOutOnRequest',
  },
  {
    name: 'left out on request by the paper',
    statement: statementOf({}),
    cut: { without: ['002'] },
    kept: false,
    reason: 'leftOutOnRequest',
  },
  {
    name: 'a statement read in a paper that is left out goes with it',
    statement: statementOf({ studies: ['case'], place: { document: '002' } }),
    cut: { without: ['002'] },
    kept: false,
    reason: 'leftOutOnRequest',
  },
  {
    name: 'not yet known',
    statement: statementOf({}),
    cut: { clock: asOf('2012-07') },
    kept: false,
    reason: 'notYetKnown',
  },
  {
    name: 'the report of this patient alone',
    statement: statementOf({ studies: ['case'] }),
    cut: { own: [{ study: 'case' }] },
    kept: false,
    reason: 'ownPatient',
  },
  {
    name: 'a statement that rests on this row alone',
    statement: statementOf({ patients: ['Pt-14'] }),
    cut: { own: [{ study: 'basket', patient: 'Pt-14' }] },
    kept: false,
    reason: 'ownPatient',
  },
  {
    name: 'a statement that rests on other rows too',
    statement: statementOf({ patients: ['Pt-01', 'Pt-02'] }),
    cut: { own: [{ study: 'basket', patient: 'Pt-01' }] },
    kept: true,
  },
];

for (const { name, statement: each, cut, kept, reason } of cuts) {
  test(`statements: ${name}`, () => {
    const found = cutEvidence(
      { studies: [basketStudy, alone], statements: [each], approvals: [] },
      { ...latest, ...cut },
    );
    assert.equal(found.statements.length, kept ? 1 : 0);
    assert.equal(found.leftOut.find((left) => left.id === 'one')?.reason, reason);
  });
}

test("the patient's own row is taken out, and the totals are marked", () => {
  const found = cutEvidence(
    { studies: [basketStudy], statements: [], approvals: [] },
    { ...latest, own: [{ study: 'basket', patient: 'Pt-01' }] },
  );
  const [usable] = found.studies;
  assert.equal(usable?.study.patients.length, 17);
  assert.ok(!usable?.study.patients.some((row) => row.id === 'Pt-01'));
  assert.equal(usable?.totalsIncludeOwnPatient, true);
});
