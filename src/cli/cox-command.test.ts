/** `cajal stats cox`: what it prints with its basis, what it says where there is no estimate, and what it refuses. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { CoxCommandOptions } from './cox-options.ts';

const folder = mkdtempSync(join(tmpdir(), 'cajal-cox-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const command = new URL('./commands/cox.ts', import.meta.url).href;

/** Each run is a process of its own, as from the command line. */
function run(rows: readonly string[], options: Partial<CoxCommandOptions> = {}) {
  const path = join(folder, 'table.csv');
  writeFileSync(path, `${rows.join('\n')}\n`);
  const all = JSON.stringify({
    time: 't',
    event: 'd',
    covariates: ['arm', 'age'],
    factors: [],
    reference: {},
    ties: 'efron',
    confidence: 0.95,
    phTest: false,
    firth: false,
    dropAliased: false,
    json: false,
    ...options,
  });
  const script = `import { coxCommand } from '${command}'; coxCommand(${JSON.stringify(path)}, ${all});`;
  const child = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  return { out: child.stdout, err: child.stderr, code: child.status };
}

const rows = [
  't,d,arm,age,centre,e',
  '2.1,1,control,61,1,0',
  '4.0,0,treated,55,1,1',
  '5.5,1,control,70,2,0',
  '9.0,0,treated,48,2,2',
  '1.0,1,treated,66,3,0',
  '1.8,1,control,59,3,0',
  '3.2,1,control,63,4,1',
  '6.0,0,treated,52,4,0',
  '7.5,1,treated,64,5,3',
  '8.1,0,control,NA,5,0',
];

test('a model with its tests and its basis; a row that lacks a value is counted', () => {
  const { out, err, code } = run(rows, { entry: 'e', cluster: 'centre', phTest: 'rank' });
  assert.equal(code, 0, err);
  assert.match(out, /^covariate +coefficient +error +hazard ratio +95% interval +p\narm=treated +-?\d/);
  assert.match(out, /\nlikelihood ratio +chi-square [\d.]+ on 2, p 0\.\d{4}\n/);
  assert.match(
    out,
    /Proportional hazards \(Cox\), efron ties, at risk after e, arm against control\. 9 rows, 6 events, 1 rows left out\. Robust errors by 5 clusters\./,
  );
  assert.match(
    out,
    /proportional hazards, over rank time\ncovariate +chi-square +df +p\narm +[\d.]+ +1 +0\./,
  );
  assert.match(err, /:11 warning row-malformed: age is missing; left out/);
});

test('the same as JSON', () => {
  const { out } = run(rows, { json: true, phTest: 'km' });
  const read: unknown = JSON.parse(out);
  assert.ok(typeof read === 'object' && read !== null);
  assert.deepEqual(Object.keys(read).slice(0, 4), ['method', 'leftOut', 'terms', 'ties']);
  assert.ok('proportionalHazards' in read && 'covariance' in read);
});

test('no estimate: the covariate, the tests that hold, and an answer with a penalty', () => {
  const monotone = rows.map((row) => row.replace(/,1,treated/, ',0,treated'));
  const { out, code } = run(monotone, { covariates: ['arm'] });
  assert.equal(code, 0);
  assert.match(out, /^No estimate: the hazard ratio of arm=treated goes to 0 without end/);
  assert.match(out, /Firth's penalty; interval and p by its profile/);
  const json: unknown = JSON.parse(run(monotone, { covariates: ['arm'], json: true }).out);
  assert.ok(typeof json === 'object' && json !== null && 'reason' in json && 'firth' in json);
  assert.equal(json.reason, 'monotoneLikelihood');
});

test('a refusal names the covariates and says what to do', () => {
  const twice = rows.map((row, at) => `${row},${at === 0 ? 'again' : row.includes('treated') ? 1 : 0}`);
  const { err, code } = run(twice, { covariates: ['arm', 'again'] });
  assert.notEqual(code, 0);
  assert.match(err, /there is no model: covariates are sums of those before them; .*--drop-aliased: again/);
  const { out } = run(twice, { covariates: ['arm', 'again'], dropAliased: true });
  assert.match(out, /Dropped, because others already say it: again\./);
  assert.match(run(rows, { ties: 'exact', cluster: 'centre' }).err, /no robust error; use --ties efron/);
  assert.match(run(rows, { covariates: ['stage'] }).err, /column-missing/);
});
