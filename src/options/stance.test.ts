import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Truth } from '../truth/index.ts';
import { type Ground, type Stance, stanceOf } from './stance.ts';

const ground = (effect: Stance, truth: Truth, id = `${effect}-${truth}`): Ground => ({
  id,
  effect,
  truth,
  reason: id,
});

const cases: readonly {
  readonly name: string;
  readonly grounds: readonly Ground[];
  readonly stance: Stance;
}[] = [
  { name: 'nothing speaks: a hypothesis', grounds: [], stance: 'hypothesisOnly' },
  {
    name: 'clinical benefit makes it considerable',
    grounds: [ground('considerable', 'met')],
    stance: 'considerable',
  },
  {
    name: 'a ground that does not hold says nothing',
    grounds: [ground('indicated', 'unmet')],
    stance: 'hypothesisOnly',
  },
  {
    name: 'an unknown ground does not lift the stance',
    grounds: [ground('indicated', 'unknown')],
    stance: 'hypothesisOnly',
  },
  {
    name: 'resistance outranks a rung of the ladder',
    grounds: [ground('indicated', 'met'), ground('advisedAgainst', 'met'), ground('considerable', 'met')],
    stance: 'advisedAgainst',
  },
  {
    name: 'a rung outranks evidence of benefit',
    grounds: [ground('considerable', 'met'), ground('indicated', 'met')],
    stance: 'indicated',
  },
];

for (const { name, grounds, stance } of cases) {
  test(name, () => assert.equal(stanceOf(grounds).stance, stance));
}

test('only grounds above the stance are kept as open', () => {
  const view = stanceOf([
    ground('considerable', 'met'),
    ground('indicated', 'unknown'),
    ground('hypothesisOnly', 'unknown'),
    ground('advisedAgainst', 'unknown'),
  ]);
  assert.deepEqual(
    view.open.map((each) => each.effect),
    ['indicated', 'advisedAgainst'],
  );
  assert.deepEqual(
    view.grounds.map((each) => each.id),
    ['considerable-met'],
  );
});
