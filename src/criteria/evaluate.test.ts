/** Kleene's logic over the parts of a criterion, with the reason of every answer. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { all, any, atLeast, negate, type Truth } from '../truth/index.ts';
import type { PatientDate } from '../units/index.ts';
import {
  type Criterion,
  criterion,
  evaluate,
  leavesOf,
  mostRecent,
  openLeaves,
  partsOf,
  printCriterion,
  truthWith,
} from './index.ts';
import { recordDates, subjectWith, verdict } from './subject.fixture.ts';

/** A patient for whom one question of each truth is known. */
const subject = subjectWith({
  patient: { sex: 'female', age: { years: '48' } },
  performance: [{ scale: 'ECOG', value: '1' }],
});
const yes: Criterion = { sex: { is: 'female' } };
const no: Criterion = { sex: { is: 'male' } };
const open: Criterion = { stage: { is: ['IV'] } };
const open2: Criterion = { resectability: { is: ['resectable'] } };

const rows: readonly (readonly [Criterion, Truth])[] = [
  [yes, 'met'],
  [no, 'unmet'],
  [open, 'unknown'],
  [{ not: yes }, 'unmet'],
  [{ not: no }, 'met'],
  [{ not: open }, 'unknown'],
  [{ all: [yes, yes] }, 'met'],
  [{ all: [yes, open] }, 'unknown'],
  [{ all: [open, no] }, 'unmet'],
  [{ any: [no, open] }, 'unknown'],
  [{ any: [open, yes] }, 'met'],
  [{ any: [no, no] }, 'unmet'],
  [{ atLeast: { count: 2, of: [yes, open, no] } }, 'unknown'],
  [{ atLeast: { count: 2, of: [yes, yes, open] } }, 'met'],
  [{ atLeast: { count: 2, of: [yes, no, no] } }, 'unmet'],
  [{ all: [{ any: [no, open] }, { not: no }] }, 'unknown'],
  [{ all: [{ any: [no, open] }, { not: yes }] }, 'unmet'],
];
for (const [asked, expected] of rows) {
  test(`${printCriterion(asked)}: ${expected}`, () => {
    assert.equal(evaluate(asked, subject).truth, expected);
  });
}

/** Random trees over the three leaves. */
const { tree } = fc.letrec<{ tree: Criterion }>((tie) => {
  const some = fc.array(tie('tree'), { minLength: 1, maxLength: 3 });
  return {
    tree: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom(yes, no, open, open2),
      some.map((parts): Criterion => ({ all: parts })),
      some.map((parts): Criterion => ({ any: parts })),
      tie('tree').map((part): Criterion => ({ not: part })),
      fc
        .tuple(fc.integer({ min: 1, max: 3 }), some)
        .map(([count, of]): Criterion => ({ atLeast: { count, of } })),
    ),
  };
});

function expectedTruth(of: Criterion, leaf: (key: string) => Truth): Truth {
  const truths = partsOf(of).map((part) => expectedTruth(part, leaf));
  if ('all' in of) return all(truths);
  if ('any' in of) return any(truths);
  if ('atLeast' in of) return atLeast(of.atLeast.count, truths);
  const [only] = truths;
  return only === undefined ? leaf(printCriterion(of)) : negate(only);
}
const known = new Map<string, Truth>(
  [yes, no, open, open2].map((each) => [printCriterion(each), verdictOf(each)]),
);
function verdictOf(of: Criterion): Truth {
  return evaluate(of, subject).truth;
}

test('any tree: the truth is that of its parts, every part is explained, and reading it again changes nothing', () => {
  fc.assert(
    fc.property(tree, (of) => {
      const explained = evaluate(of, subject);
      assert.equal(
        explained.truth,
        expectedTruth(of, (key) => known.get(key) ?? 'unknown'),
      );
      assert.equal(explained.text, printCriterion(of));
      assert.equal(explained.parts.length, partsOf(of).length);
      assert.deepEqual(criterion.parse(of), of);
      for (const leaf of leavesOf(explained)) assert.ok(leaf.leaf !== undefined && leaf.parts.length === 0);
    }),
  );
});

test('any tree: what is open is unknown, and settling it either way decides the whole or leaves it decidable', () => {
  fc.assert(
    fc.property(tree, (of) => {
      const explained = evaluate(of, subject);
      const openOnes = openLeaves(explained);
      assert.equal(openOnes.length > 0, explained.truth === 'unknown');
      for (const leaf of openOnes) assert.equal(leaf.truth, 'unknown');
      for (const then of ['met', 'unmet'] as const) {
        const settled = truthWith(explained, of, (key) => (known.get(key) === 'unknown' ? then : undefined));
        assert.notEqual(settled, 'unknown');
        if (explained.truth !== 'unknown') assert.equal(settled, explained.truth);
      }
    }),
  );
});

test('another answer for one leaf is carried through the tree; none leaves it as it was', () => {
  const of: Criterion = { all: [{ not: open }, { any: [no, open2] }, yes] };
  const explained = evaluate(of, subject);
  const given = (answers: Readonly<Record<string, Truth>>) => truthWith(explained, of, (key) => answers[key]);
  assert.equal(given({}), 'unknown');
  assert.equal(given({ [printCriterion(open)]: 'met' }), 'unmet');
  assert.equal(given({ [printCriterion(open)]: 'unmet' }), 'unknown');
  assert.equal(given({ [printCriterion(open)]: 'unmet', [printCriterion(open2)]: 'met' }), 'met');
  assert.equal(given({ [printCriterion(yes)]: 'unmet' }), 'unmet');
  const some: Criterion = { atLeast: { count: 2, of: [yes, open, no] } };
  assert.equal(
    truthWith(evaluate(some, subject), some, () => 'met'),
    'met',
  );
});

test('a leaf in a part that is decided is not open', () => {
  const explained = evaluate({ all: [{ any: [yes, open] }, open2] }, subject);
  assert.deepEqual(
    openLeaves(explained).map(({ text }) => text),
    [printCriterion(open2)],
  );
  assert.deepEqual(leavesOf(explained).length, 3);
});

test('every part is evaluated, also where the truth is decided already', () => {
  const explained = evaluate({ all: [no, open] }, subject);
  assert.equal(explained.truth, 'unmet');
  assert.deepEqual(explained.parts.map(verdict), ['unmet', 'notRecorded']);
});

test('an answer carries the datum, its date and its place', () => {
  const place = { document: '000', lines: '150-153' };
  const dated = subjectWith({ extent: [{ extent: 'metastatic', date: '2012-06', place }] });
  const { leaf } = evaluate(open, dated);
  assert.deepEqual(leaf?.answer.data, [{ text: 'metastatic disease', date: '2012-06', place }]);
});

test('the most recent fact: by the end of its date, then by its order; without a date it comes first', () => {
  const dates = recordDates('2011', '2012-06', '..2012-06', '2012-07..', '2010');
  const facts: readonly { readonly name: string; readonly date?: PatientDate }[] = [
    { name: 'none' },
    ...dates.map((date) => ({ name: date.printed, date })),
  ];
  assert.equal(mostRecent(facts)?.name, '2012-07..');
  assert.equal(mostRecent(facts.filter(({ name }) => name !== '2012-07..'))?.name, '..2012-06');
  assert.equal(mostRecent(facts.slice(0, 1))?.name, 'none');
  assert.equal(mostRecent([]), undefined);
});
