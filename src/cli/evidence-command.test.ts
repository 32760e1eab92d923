/** `cajal evidence list`, `show`, `check`, `audit`, `pool` and `borrow` on the library, and what they refuse. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));
function evidence(...asked: readonly string[]) {
  const given = ['--disable-warning=ExperimentalWarning', main, 'evidence', ...asked];
  const done = spawnSync(process.execPath, given, { encoding: 'utf8', maxBuffer: 1e8 });
  return { status: done.status, out: done.stdout, err: done.stderr };
}
const nec = '{ disease: { entity: nec } }';

test('the list is cut by document and by date', () => {
  const all = evidence('list', '--json');
  const listed = z.array(z.looseObject({ id: z.string(), citation: z.looseObject({ year: z.number() }) }));
  const ids = (text: string) => listed.parse(JSON.parse(text)).map(({ id }) => id);
  assert.ok(ids(all.out).length > 150);
  const early = listed.parse(JSON.parse(evidence('list', '--as-of', '2005', '--json').out));
  assert.ok(early.length > 5 && early.every(({ citation }) => citation.year <= 2005));
  assert.ok(ids(evidence('list', '--document', '003', '--json').out).includes('checkpoint-net-markey'));
  assert.equal(evidence('list', '--document', 'nothing').status, 2);
});

test('one study is shown with its printed values, the audit and what rests on it', () => {
  const { out, status } = evidence('show', 'hadoux-2015');
  assert.equal(status, 0);
  assert.match(out, /objectiveResponse: 5\/17 = 29\.4% \(exact 95% 10\.3–56\.0%\), printed "29%"/);
  assert.match(out, /denominator inferred: The rows 29, 35, 35 fit 17 patients/);
  assert.match(out, /the row fits n = 17/);
  const unknown = evidence('show', 'hadoux-2016');
  assert.equal(unknown.status, 2);
  assert.match(unknown.err, /did you mean "hadoux-2015"/);
});

test('the audit is written as text, CSV, JSON and Markdown, and refuses what is not there', () => {
  const study = ['audit', '--study', 'okita-2011'];
  assert.match(evidence(...study).out, /shortest PFS 4 is above shortest OS 1/);
  assert.match(evidence(...study, '--as', 'csv').out, /^id,study,check,/);
  assert.match(evidence(...study, '--as', 'markdown').out, /^# Audit of the evidence library/);
  const found = z.looseObject({ findings: z.array(z.looseObject({ id: z.string() })) });
  assert.ok(found.parse(JSON.parse(evidence(...study, '--as', 'json').out)).findings.length > 3);
  assert.equal(evidence('audit', '--study', 'nobody-1900').status, 2);
  assert.equal(evidence('audit', '--document', '999').status, 2);
});

test('pooling names what it mixes not, and refuses what it cannot answer', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cajal-evidence-'));
  const figure = join(folder, 'forest.svg');
  const pooled = evidence('pool', '--outcome', 'objectiveResponse', '--where', nec, '--figure', figure);
  assert.equal(pooled.status, 0);
  assert.match(pooled.out, /binomial-normal model \(GLMM\), maximum likelihood/);
  assert.match(pooled.out, /these studies differ, or do not say, in \d+ of 12 fields/);
  assert.match(pooled.out, /Yamaguchi et al\. 2014, cisplatin\/irinotecan; IP: 50%/);
  assert.match(readFileSync(figure, 'utf8'), /^<svg/);
  rmSync(folder, { recursive: true });
  const any = ['pool', '--outcome', 'objectiveResponse', '--where', '{ disease: { entity: nen } }'];
  assert.match(evidence(...any).out, /not pooled: NET and NEC/);
  assert.match(evidence(...any, '--mixed').out, /binomial-normal model/);
  const refused = [
    ['--where', '{ disease: { entity: nowhere } }'],
    ['--where', nec, '--document', '999'],
    ['--where', nec, '--regimen', 'nothing'],
    ['--where', nec, '--by', 'nothing'],
    ['--where', nec, '--as-of', '2019-13'],
    ['--where', nec, '--drug', 'nothingmab'],
    ['--where', nec, '--figure', 'forest.svg', '--confidence', '0.9'],
  ];
  for (const asked of refused) {
    const { status, err } = evidence('pool', '--outcome', 'objectiveResponse', ...asked);
    assert.ok(status === 2 || status === 4, `${asked.join(' ')}: ${status}`);
    assert.match(err, /error/);
  }
  const markers = evidence('pool', '--outcome', 'markerPresent', '--where', nec);
  assert.match(markers.err, /counts different markers/);
});

test('borrowing is refused across NET and NEC', () => {
  const asked = [
    '--outcome',
    'objectiveResponse',
    '--threshold',
    '0.1',
    '--where',
    '{ disease: { entity: nen } }',
  ];
  assert.match(
    evidence('borrow', ...asked).out,
    /refused: (?:NET and NEC never borrow|a population of several)/,
  );
});

test('the library is read and checked', () => {
  const { out, status } = evidence('check');
  assert.equal(status, 0);
  assert.match(out, /^\d+ studies, \d+ printed values, no errors/);
  assert.equal(evidence('check', 'no-such-folder').status, 4);
});
