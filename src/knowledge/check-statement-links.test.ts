/** Links between statements are said on both sides, in the order of time, and name what is there. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { statement } from '../evidence/index.ts';
import { checkStatementLinks } from './check-statement-links.ts';

const statementOf = (id: string, known: string, extra: object = {}) =>
  statement.parse({
    id,
    subject: { drugs: ['imatinib'] },
    direction: 'benefit',
    kind: 'clinical',
    entity: 'net',
    when: { disease: { entity: 'net' } },
    claim: 'a claim',
    studies: ['a-study'],
    known,
    verification: 'read',
    review: { owner: 'a curator', due: '2100-01-01' },
    ...extra,
  });

const link = (id: string) => ({ statement: id, reason: 'a reason' });

const table: readonly (readonly [
  name: string,
  first: readonly [known: string, links: object],
  second: readonly [known: string, links: object],
  faults: readonly RegExp[],
])[] = [
  ['superseded', ['2014', { supersededBy: link('second') }], ['2022', { supersedes: ['first'] }], []],
  ['limited', ['2014', { limitedBy: [link('second')] }], ['2022', { limits: ['first'] }], []],
  ['contradicts', ['2014', { contradicts: ['second'] }], ['2022', { contradicts: ['first'] }], []],
  [
    'another question',
    ['2014', { differentQuestion: [link('second')] }],
    ['2022', { differentQuestion: [link('first')] }],
    [],
  ],
  [
    'superseded on one side',
    ['2014', { supersededBy: link('second') }],
    ['2022', {}],
    [/first is superseded by "second", which does not name it under `supersedes`/],
  ],
  [
    'supersedes on one side',
    ['2014', {}],
    ['2022', { supersedes: ['first'] }],
    [/second supersedes "first", which does not name it under `supersededBy`/],
  ],
  ['limited on one side', ['2014', { limitedBy: [link('second')] }], ['2022', {}], [/under `limits`/]],
  ['limits on one side', ['2014', {}], ['2022', { limits: ['first'] }], [/under `limitedBy`/]],
  ['contradicts on one side', ['2014', { contradicts: ['second'] }], ['2022', {}], [/under `contradicts`/]],
  [
    'another question on one side',
    ['2014', { differentQuestion: [link('second')] }],
    ['2022', {}],
    [/under `differentQuestion`/],
  ],
  [
    'limited by what was known before',
    ['2022', { limitedBy: [link('second')] }],
    ['2014', { limits: ['first'] }],
    [/second limits "first", which is known from 2022, later than 2014/],
  ],
  [
    'a conflict that is another question',
    ['2014', { contradicts: ['second'], differentQuestion: [link('second')] }],
    ['2022', { contradicts: ['first'], differentQuestion: [link('first')] }],
    [/first contradicts.*keep one of the two/, /second contradicts.*keep one of the two/],
  ],
  [
    'an unknown statement',
    ['2014', { limits: ['third'] }],
    ['2022', {}],
    [/which the library does not have/],
  ],
  ['itself', ['2014', { contradicts: ['first'] }], ['2022', {}], [/which is itself/]],
];

for (const [name, [early, links], [late, answers], faults] of table) {
  test(`${name}: ${faults.length === 0 ? 'in order' : 'refused'}`, () => {
    const found = checkStatementLinks([
      statementOf('first', early, links),
      statementOf('second', late, answers),
    ]);
    assert.equal(found.length, faults.length, found.join('\n'));
    for (const [at, fault] of faults.entries()) assert.match(found[at] ?? '', fault);
  });
}
