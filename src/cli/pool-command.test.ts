/** `cajal stats pool`: what it adds when asked, what it refuses and with what words, and what JSON holds. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';

const folder = mkdtempSync(join(tmpdir(), 'cajal-pool-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const main = fileURLToPath(new URL('./main.ts', import.meta.url));

/** A table of studies: count, patients, year, line. */
function tableOf(name: string, rows: readonly (readonly [number, number, number, string])[]): string {
  const path = join(folder, name);
  const lines = rows.map(([count, of, year, line], at) => [`study ${at}`, count, of, year, line].join('\t'));
  writeFileSync(path, `study\tcount\tof\tyear\tline\n${lines.join('\n')}\n`);
  return path;
}
function pool(path: string, ...asked: readonly string[]) {
  const columns = ['--study', 'study', '--count', 'count', '--of', 'of'];
  const given = ['--disable-warning=ExperimentalWarning', main, 'stats', 'pool', path, ...columns, ...asked];
  const done = spawnSync(process.execPath, given, { encoding: 'utf8' });
  return { status: done.status, out: done.stdout, err: done.stderr };
}

const five = tableOf('five.tsv', [
  [5, 18, 2001, 'first'],
  [14, 42, 2005, 'first'],
  [2, 12, 2011, 'second'],
  [9, 20, 2014, 'first'],
  [7, 31, 2019, 'second'],
]);
const twelve = tableOf(
  'twelve.tsv',
  Array.from({ length: 12 }, (_, at) => [
    3 + ((at * 5) % 7),
    15 + 4 * at,
    2000 + at,
    at % 2 === 0 ? 'first' : 'second',
  ]),
);
const none = tableOf('none.tsv', [
  [0, 10, 2001, 'first'],
  [0, 12, 2002, 'first'],
]);
const one = tableOf('one.tsv', [[7, 17, 2001, 'first']]);

test('the model of the counts is the one that was asked for', () => {
  assert.match(pool(five).out, /binomial-normal \(GLMM\)/);
  const { out, status } = pool(five, '--model', 'beta-binomial');
  assert.equal(status, 0);
  assert.match(out, /beta-binomial, maximum likelihood/);
  assert.doesNotMatch(out, /GLMM/);
  assert.equal(pool(five, '--model', 'arcsine').status, 2);
});

test('without a maximum the exact interval of the sum stands, and is named so', () => {
  for (const model of ['binomial-normal', 'beta-binomial']) {
    const { out, status } = pool(none, '--model', model);
    assert.equal(status, 0);
    assert.match(out, new RegExp(`no ${model} model: no study has an event`));
    assert.match(out, /the sum, taken for one study: 0\/22, 95% interval 0\.0% to 15\.4% \(exact\)/);
    assert.match(pool(one, '--model', model).out, /one study says nothing of how studies differ/);
  }
});

test('a funnel of few studies is refused, unless to check what was printed', () => {
  for (const asked of [
    ['--funnel-test', 'egger'],
    ['--funnel-test', 'egger-mixed'],
    ['--funnel-test', 'begg'],
    ['--trim-fill', 'L0'],
  ]) {
    assert.match(pool(five, ...asked).out, /no (test of the funnel|trim and fill): under ten studies/);
    const printed = pool(five, ...asked, '--as-reproduction').out;
    assert.match(printed, /log odds/);
    assert.match(printed, /made from the share itself/);
    assert.match(printed, /under ten studies say nothing of it/);
    const enough = pool(twelve, ...asked).out;
    assert.match(enough, /\(arcsine/);
    assert.doesNotMatch(enough, /under ten studies/);
  }
});

test('influence names every study, and a regression its columns and levels', () => {
  const { out } = pool(five, '--influence', '--moderator', 'year', '--moderator', 'line');
  for (let at = 0; at < 5; at += 1) assert.equal(out.split(`study ${at} `).length, 3);
  assert.match(out, /^year +odds ratio/m);
  assert.match(out, /^line: second +odds ratio/m);
  assert.match(out, /nobody randomised/);
  assert.match(pool(five, '--moderator', 'study').out, /no regression: .*too few studies/);
  assert.match(pool(one, '--influence').out, /no influence: there is one study only/);
});

test('an unknown column is an error', () => {
  const { status, err } = pool(five, '--moderator', 'grade');
  assert.notEqual(status, 0);
  assert.match(err, /no column "grade"/);
});

test('JSON holds each answer that was asked for, and no other', () => {
  const schema = z.looseObject({ betaBinomial: z.looseObject({ ok: z.literal(true) }) });
  const asked = ['--model', 'beta-binomial', '--influence', '--moderator', 'year', '--trim-fill', 'R0'];
  const read = schema.parse(JSON.parse(pool(twelve, ...asked, '--json').out));
  assert.deepEqual(Object.keys(read).toSorted(), [
    'betaBinomial',
    'influence',
    'logitReml',
    'regression',
    'studies',
    'trimAndFill',
  ]);
  const answer: unknown = JSON.parse(pool(five, '--json').out);
  assert.ok(typeof answer === 'object' && answer !== null);
  assert.deepEqual(Object.keys(answer).toSorted(), ['binomialNormal', 'logitReml', 'studies']);
});

test('a table that is not UTF-8 is refused by every command that reads one', () => {
  const path = join(folder, 'latin-1.csv');
  const columns = 'study,count,of,time,event,group,lower,upper,controls,controlsOf';
  writeFileSync(path, Buffer.from(`${columns}\nA\u00e9,3,9,5,1,x,1,2,2,9\nB,4,12,6,0,y,2,4,3,9\n`, 'latin1'));
  const commands = [
    'pool --study study --count count --of of',
    'borrow --basket study --responses count --patients of --threshold 0.2',
    'cox --time time --event event --covariates count',
    'contrast --study study --treated-count count --treated-of of --control-count controls --control-of controlsOf --measure OR',
    'km --time time --event event',
    'compare --value count --group group',
    'intervals --lower lower --upper upper',
    'cumulative-incidence --time time --cause event',
  ];
  for (const command of commands) {
    const [name = '', ...asked] = command.split(' ');
    const given = ['--disable-warning=ExperimentalWarning', main, 'stats', name, path, ...asked];
    const { status, stdout, stderr } = spawnSync(process.execPath, given, { encoding: 'utf8' });
    assert.equal(status, 2, `${name}: ${stderr}`);
    assert.equal(stdout, '', name);
    assert.match(stderr, /input-not-text.*not UTF-8 text; save it as UTF-8/s, name);
  }
});
