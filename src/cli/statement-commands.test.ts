/** `cajal evidence statements`, `conflicts` and `overdue`: what they print at a date, and what they refuse. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';

const home = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

function run(...given: readonly string[]): { code: number | null; out: string; err: string } {
  const done = spawnSync(process.execPath, [join(home, 'bin', 'cajal.js'), 'evidence', ...given], {
    encoding: 'utf8',
  });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

const rows = z.array(
  z.looseObject({
    id: z.string(),
    supersededBy: z.looseObject({ statement: z.string() }).optional(),
    limitedBy: z.array(z.looseObject({ statement: z.string() })),
    weighed: z.looseObject({ strength: z.string(), reasons: z.array(z.looseObject({ text: z.string() })) }),
  }),
);
const statementsAt = (study: string, ...more: readonly string[]) =>
  rows.parse(JSON.parse(run('statements', '--study', study, '--json', ...more).out));

test('a statement is weighed by what was known at the date', () => {
  const of = (list: z.infer<typeof rows>) => list.find(({ id }) => id === 'nec-ip-hbp-yamaguchi');
  const [before, today] = [
    of(statementsAt('yamaguchi-2014', '--as-of', '2019')),
    of(statementsAt('yamaguchi-2014')),
  ];
  assert.equal(before?.supersededBy, undefined);
  assert.equal(today?.supersededBy?.statement, 'nec-topic-ip');
  assert.equal(today?.weighed.strength, 'veryWeak');
  assert.ok(!before?.weighed.reasons.some(({ text }) => text.includes('TOPIC-NEC')));
});

test('the text names strength, tier, reasons and review', () => {
  const { code, out } = run('statements', '--study', 'e2211');
  assert.equal(code, 0);
  assert.match(
    out,
    /^captem-e2211: benefit of capecitabine \+ temozolomide; pancreatic neuroendocrine tumour$/m,
  );
  assert.match(out, /^ {2}strength: strong; tier: not assigned$/m);
  assert.match(
    out,
    /^ {4}start \(design\): a marker within a randomised trial, which the arms do not compare/m,
  );
  assert.match(out, /^ {2}review: \w+ curator, due \d{4}-\d\d-\d\d$/m);
});

test('conflicts say what is open and what later evidence did, and keep different questions apart', () => {
  const { out } = run('conflicts');
  assert.match(out, /superseded by nec-topic-ip: TOPIC-NEC/);
  const [conflicts = '', questions = ''] = out.split('different questions, no conflict');
  assert.match(questions, /nec-temozolomide-olsen-ki67-50/);
  assert.doesNotMatch(conflicts, /nec-temozolomide-olsen-ki67-50/);
  assert.doesNotMatch(run('conflicts', '--as-of', '2019').out, /TOPIC-NEC|NETTER-2|SENECA/);
});

test('overdue counts days from the day after the review was due', () => {
  assert.match(run('overdue', '--on', '2026-11-21').out, /^0 of \d+ statements overdue on 2026-11-21$/m);
  assert.match(run('overdue', '--on', '2027-02-21').out, /: due 2027-02-20, 1 days ago, /);
});

const refused: readonly (readonly [given: readonly string[], says: RegExp])[] = [
  [['statements', '--study', 'topic-ned'], /did you mean "topic-nec"/],
  [['statements', '--as-of', 'soon'], /"soon" is not a calendar date/],
  [['conflicts', '--as-of', 'day 4'], /is not a calendar date/],
  [['overdue', '--on', '2027-13'], /is not a calendar date/],
];
for (const [given, says] of refused) {
  test(`refused: evidence ${given.join(' ')}`, () => {
    const { code, out, err } = run(...given);
    assert.equal(code, 2);
    assert.equal(out, '');
    assert.match(err, says);
  });
}
