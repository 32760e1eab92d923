/** What pulls apart, by sides; what only seems to; and how later evidence leaves it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePatientDate } from '../../units/index.ts';
import { type Statement, statement } from '../statement.ts';
import { conflictRegister } from './conflict-register.ts';
import { overdueStatements } from './review.ts';

const statementOf = (id: string, extra: object = {}): Statement =>
  statement.parse({
    id,
    subject: { drugs: ['temozolomide'] },
    direction: 'benefit',
    kind: 'clinical',
    entity: 'nec',
    when: { disease: { entity: 'nec' } },
    claim: 'a claim',
    studies: [`study-of-${id}`],
    known: '2015',
    verification: 'read',
    review: { owner: 'NEN curator', due: '2027-05-20' },
    ...extra,
  });

const sidesOf = (statements: readonly Statement[]) =>
  conflictRegister(statements).conflicts.map(({ sides }) =>
    sides.map((side) => side.statements.map((each) => each.statement.id)),
  );

test('statements linked through others are one conflict, with those on a side that do not contradict each other', () => {
  const all = [
    statementOf('aa', { contradicts: ['bb'] }),
    statementOf('bb', { contradicts: ['aa', 'cc'] }),
    statementOf('cc', { contradicts: ['bb'] }),
    statementOf('alone'),
    statementOf('dd', { contradicts: ['ee'] }),
    statementOf('ee', { contradicts: ['dd'] }),
  ];
  assert.deepEqual(sidesOf(all), [
    [['aa', 'cc'], ['bb']],
    [['dd'], ['ee']],
  ]);
  assert.deepEqual(conflictRegister(all).conflicts[0]?.sides[0]?.studies, ['study-of-aa', 'study-of-cc']);
});

test('three that contradict each other have a side each', () => {
  const ring = [
    statementOf('aa', { contradicts: ['bb', 'cc'] }),
    statementOf('bb', { contradicts: ['aa', 'cc'] }),
    statementOf('cc', { contradicts: ['aa', 'bb'] }),
  ];
  assert.deepEqual(sidesOf(ring), [[['aa'], ['bb'], ['cc']]]);
});

test('what is not yet known contradicts nothing', () => {
  assert.deepEqual(sidesOf([statementOf('aa', { contradicts: ['later'] })]), []);
});

const later = { statement: 'later', reason: 'a trial' };
const standings: readonly (readonly [string, object, readonly string[], string])[] = [
  ['open', {}, ['later'], 'open'],
  ['limited', { limitedBy: [later] }, ['later'], 'limited'],
  ['superseded', { supersededBy: later }, ['later'], 'superseded'],
  ['superseded by what is not yet known', { supersededBy: later }, [], 'open'],
  ['limited by what is not yet known', { limitedBy: [later] }, [], 'open'],
];
for (const [name, extra, known, standing] of standings) {
  test(`a conflict one side of which is ${name}: ${standing}`, () => {
    const register = conflictRegister([
      statementOf('aa', { contradicts: ['bb'], ...extra }),
      statementOf('bb', { contradicts: ['aa'] }),
      ...known.map((id) => statementOf(id)),
    ]);
    assert.deepEqual(
      register.conflicts.map((each) => each.standing),
      [standing],
    );
  });
}

test('a conflict of which one of three is superseded and two still pull is limited', () => {
  const [conflict] = conflictRegister([
    statementOf('aa', { contradicts: ['bb'], supersededBy: later }),
    statementOf('bb', { contradicts: ['aa', 'cc'] }),
    statementOf('cc', { contradicts: ['bb'] }),
    statementOf('later'),
  ]).conflicts;
  assert.equal(conflict?.standing, 'limited');
});

test('different questions are listed once and are no conflict', () => {
  const register = conflictRegister([
    statementOf('response-60', {
      differentQuestion: [{ statement: 'survival-50', reason: 'another endpoint' }],
    }),
    statementOf('survival-50', {
      differentQuestion: [{ statement: 'response-60', reason: 'another endpoint' }],
    }),
  ]);
  assert.deepEqual(register.conflicts, []);
  assert.deepEqual(
    register.differentQuestions.map(({ statements, reason }) => [...statements.map(({ id }) => id), reason]),
    [['response-60', 'survival-50', 'another endpoint']],
  );
});

const dueTable: readonly (readonly [now: string, overdue: number | undefined])[] = [
  ['2027-05-20', undefined],
  ['2027-05-21', 1],
  ['2027-06-20', 31],
  ['2027', undefined],
  ['2027-06', 12],
  ['2026-11-21', undefined],
  ['day 400', undefined],
];
for (const [now, days] of dueTable) {
  test(`a review due 2027-05-20 is ${days === undefined ? 'not overdue' : `${days} days overdue`} at ${now}`, () => {
    const parsed = parsePatientDate(now);
    assert.ok(parsed.ok);
    assert.deepEqual(
      overdueStatements([statementOf('aa')], parsed.value).map((each) => [each.owner, each.days]),
      days === undefined ? [] : [['NEN curator', days]],
    );
  });
}

test('the longest overdue comes first; a day that is none is always listed', () => {
  const parsed = parsePatientDate('2028-01-01');
  assert.ok(parsed.ok);
  const review = (due: string) => ({ review: { owner: 'NEN curator', due } });
  const statements = [
    statementOf('bb', review('2027-06-01')),
    statementOf('aa', review('2027-06-01')),
    statementOf('cc', review('2027-01-01')),
    statementOf('dd', review('2027-02-30')),
  ];
  assert.deepEqual(
    overdueStatements(statements, parsed.value).map(({ statement: { id } }) => id),
    ['dd', 'cc', 'aa', 'bb'],
  );
});

test('a statement without a review is refused', () => {
  const { review: _review, ...without } = statementOf('aa');
  assert.equal(statement.safeParse(without).success, false);
  assert.equal(statement.safeParse({ ...without, review: { owner: '', due: '2027-05-20' } }).success, false);
  assert.equal(statement.safeParse({ ...without, review: { owner: 'x', due: '2027' } }).success, false);
});
