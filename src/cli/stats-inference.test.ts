/** The further statistics commands: what they refuse, with what words and exit code, and what JSON holds. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, suite, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';

const folder = mkdtempSync(join(tmpdir(), 'cajal-inference-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const main = fileURLToPath(new URL('./main.ts', import.meta.url));

function fileOf(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}
function run(...given: readonly string[]) {
  const done = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', main, 'stats', ...given],
    {
      encoding: 'utf8',
    },
  );
  return { status: done.status, out: done.stdout, err: done.stderr };
}

const causes = fileOf(
  'causes.tsv',
  'months\tcause\tarm\n2\t1\ta\n4\t0\ta\n5\t2\ta\n1\t1\tb\n2\t2\tb\nx\t1\tb\n3\t1\tb\n',
);
const scans = fileOf('scans.csv', 'before,by\n0,2\n2,4\n4,\n,3\n5,4\n');
const arms = fileOf('arms.csv', 'months,event,arm\n2,1,a\n4,0,a\n1,1,b\n3,1,b\n5,0,c\n');

suite('what is refused, in words, with exit code 2', () => {
  const rows: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['one row', ['fisher', '1,2'], /two rows or more/],
    ['no counts', ['fisher', '0,0', '0,0'], /all counts are 0/],
    [
      'a table too large',
      ['fisher', ...Array.from({ length: 7 }, () => '20,21,22,23,24,25')],
      /too many tables/,
    ],
    ['rates turned', ['simon', '0.4', '0.2'], /null rate has to be above 0 and below/],
    ['no design', ['simon', '0.3', '0.35', '--largest', '40'], /no design up to the largest total/],
    [
      'more responses than subjects',
      [
        'two-stage',
        '--first-stage',
        '9',
        '--first-limit',
        '0',
        '--total',
        '17',
        '--responses',
        '18',
        '--null-rate',
        '0.1',
      ],
      /more responses than subjects/,
    ],
    [
      'no cause',
      [
        'cumulative-incidence',
        causes,
        '--time',
        'months',
        '--cause',
        'arm',
        '--censored',
        'z',
        '--group',
        'none',
      ],
      /no column "none"/,
    ],
    [
      'three groups at a landmark',
      ['landmark', arms, '--time', 'months', '--event', 'event', '--group', 'arm', '--at', '2'],
      /two groups are compared at a time, not 3/,
    ],
    [
      'scores that are too few',
      ['trend', arms, '--time', 'months', '--event', 'event', '--group', 'arm', '--scores', '1,2'],
      /the scores are not one number for each group/,
    ],
    [
      'three groups',
      ['compare', arms, '--value', 'months', '--group', 'arm'],
      /holds 3 groups; two are compared/,
    ],
    ['a share above 1', ['simon', '10', '30'], /is not between 0 and 1/],
  ];
  for (const [what, given, message] of rows)
    test(what, () => {
      const { status, out, err } = run(...given);
      assert.match(err, message);
      assert.equal(status, 2);
      assert.equal(out, '');
    });
});

test('cumulative incidence as JSON: causes by their names, rows left out counted', () => {
  const columns = ['--time', 'months', '--cause', 'cause', '--group', 'arm'];
  const { status, out, err } = run('cumulative-incidence', causes, ...columns, '--json');
  assert.equal(status, 0, err);
  const said = z
    .object({
      leftOut: z.number(),
      groups: z.array(
        z.object({ group: z.string(), causes: z.array(z.object({ cause: z.string(), events: z.number() })) }),
      ),
      gray: z.array(z.object({ cause: z.string(), chiSquare: z.number(), p: z.number() })),
    })
    .parse(JSON.parse(out));
  assert.equal(said.leftOut, 1);
  assert.deepEqual(
    said.groups.map(({ group, causes: own }) => [group, own.map(({ cause, events }) => [cause, events])]),
    [
      [
        'a',
        [
          ['1', 1],
          ['2', 1],
        ],
      ],
      [
        'b',
        [
          ['1', 2],
          ['2', 1],
        ],
      ],
    ],
  );
  assert.deepEqual(
    said.gray.map(({ cause }) => cause),
    ['1', '2'],
  );
  assert.match(err, /line 7.*"x" in "months" is no number; left out|"x" in "months" is no number; left out/);
});

test('intervals: a row with turned bounds is left out by its line, open ends are read', () => {
  const { status, out, err } = run('intervals', scans, '--lower', 'before', '--upper', 'by');
  assert.equal(status, 0, err);
  assert.match(err, /"before" lies behind "by"; left out/);
  assert.match(out, /^all +4 +/m);
  assert.match(out, /1 rows left out/);
});

test('a p by permutation is the same again from the same seed, and its way is said', () => {
  const wide = fileOf(
    'wide.csv',
    `months,event,arm\n${Array.from({ length: 60 }, (_, at) => `${(at * 7) % 31},${at % 3 === 0 ? 0 : 1},${at % 2 === 0 ? 'a' : 'b'}`).join('\n')}\n`.replaceAll(
      '\n0,',
      '\n0.5,',
    ),
  );
  const given = [
    'permutation',
    wide,
    '--time',
    'months',
    '--event',
    'event',
    '--group',
    'arm',
    '--samples',
    '500',
  ];
  const [one, again, other] = [run(...given), run(...given), run(...given, '--seed', '2')];
  assert.match(one.out, /500 sampled permutations, seed 1/);
  assert.equal(one.out, again.out);
  assert.notEqual(one.out, other.out);
});
