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

test('a year that no paper prints is a bound, and a date says how many it leaves out for that', () => {
  const { out } = evidence('list', '--document', '004');
  assert.match(out, /^noda-jcog-9511 +2019 or earlier /m);
  assert.match(out, /^moertel-1991 +1991 /m);
  assert.doesNotMatch(out, /not listed/);
  const early = evidence('list', '--document', '004', '--as-of', '2018').out;
  assert.doesNotMatch(early, /^noda-jcog-9511/m);
  assert.match(
    early,
    /not certainly known by 2018: \d+ studies; of \d+ of them the year is not printed, so that some may have been known/,
  );
});

test('one study is shown with its printed values, the audit and what rests on it', () => {
  const { out, status } = evidence('show', 'hadoux-2015');
  assert.equal(status, 0);
  assert.match(out, /objective response: 5\/17 = 29\.4% \(exact 95% 10\.3–56\.0%\), printed "29%"/);
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
  assert.match(pooled.out, /these studies differ, or do not say, in \d+ of \d+ fields/);
  assert.match(pooled.out, /Kim et al\. 2016, PD-L1 positive tumours: 75%/);
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

test('options that would have no effect are refused, or said to bear on some models', () => {
  const asked = ['pool', '--outcome', 'objectiveResponse', '--where', nec];
  const rows: readonly (readonly [readonly string[], RegExp])[] = [
    [['--csv', '--json'], /CSV or JSON, not both/],
    [['--model', 'glmm', '--tau', 'DL'], /no effect on the glmm model/],
    [
      ['--model', 'glmm', '--prediction', 'k-2', '--test', 'wald'],
      /--prediction.*\n.*--test|--test.*\n.*--prediction/,
    ],
    [
      ['--model', 'beta-binomial', '--influence', '--prediction', 'k-1'],
      /no effect on the beta-binomial model/,
    ],
    [['--csv', '--model', 'logit'], /no effect on --csv/],
    [['--csv', '--mixed'], /no effect on --csv/],
  ];
  for (const [more, message] of rows) {
    const { status, err, out } = evidence(...asked, ...more);
    assert.equal(status, 2, more.join(' '));
    assert.equal(out, '');
    assert.match(err, message);
  }
  assert.match(evidence(...asked, '--tau', 'DL').out, /--tau: of the logit and arcsine models/);
  assert.equal(evidence(...asked, '--model', 'glmm', '--influence', '--tau', 'DL').status, 0);
});

test('a basket of solid tumours is counted by its rows for the melanomas, and for one variant', () => {
  const asked = ['pool', '--outcome', 'objectiveResponse', '--drug', 'imatinib', '--csv', '--where'];
  const melanoma = '{ disease: { entity: melanoma } }';
  const rowOf = (where: string, denominator: string): string =>
    evidence(...asked, where, '--denominator', denominator)
      .out.split('\n')
      .find((line) => line.includes(',imatinib-kit-basket,')) ?? '';
  // Paper 002, Table 1: 15 of 18 patients had melanoma, 14 were evaluable, 7 responded; L576P 4 of 6.
  assert.match(rowOf(melanoma, 'enrolled'), /,imatinib-kit-basket,7,15,enrolled,/);
  assert.match(rowOf(melanoma, 'evaluable'), /,imatinib-kit-basket,7,14,evaluable,.*Pt-01 PR; Pt-02 PD/);
  assert.match(
    rowOf('{ alteration: { gene: KIT, variant: L576P } }', 'analysed'),
    /,imatinib-kit-basket,4,6,evaluable,/,
  );
});

test('every line of a study that is named as printed says so', () => {
  const asked = ['pool', '--outcome', 'objectiveResponse', '--where', nec, '--denominator', 'analysed'];
  const { out } = evidence(...asked, '--as-printed', '--with-inferred', '--cumulative');
  const welin = out.split('\n').filter((line) => line.includes('Welin'));
  assert.ok(welin.length > 3 && welin.every((line) => line.includes('[named as printed]')), welin.join('\n'));
  assert.match(
    out,
    /Welin et al\. 2011 \[named as printed\]: .* in print, by the curator neuroendocrine neoplasm/,
  );
  const csv = evidence(...asked, '--as-printed', '--with-inferred', '--csv').out.split('\n');
  assert.match(
    csv.find((line) => line.includes(',welin-2011,')) ?? '',
    /named as printed.*neuroendocrine neoplasm/,
  );
  assert.ok(!evidence(...asked, '--with-inferred').out.includes('named as printed]'));
});

test('what is printed without a count follows the treatment, and NA is no share', () => {
  const asked = (outcome: string, ...more: readonly string[]): string =>
    evidence('pool', '--outcome', outcome, '--where', nec, ...more).out;
  assert.match(asked('objectiveResponse'), /CheckMate 032.*10%/);
  assert.doesNotMatch(asked('objectiveResponse', '--regimen', 'folfiri'), /CheckMate/);
  assert.doesNotMatch(asked('stableDisease'), /NA%/);
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

test('an audit at a date leaves out what came later, and says how much', () => {
  const { out } = evidence('audit', '--as-of', '2005');
  assert.match(out, /\n\d+ studies and 5 papers left out: not known by 2005\n$/);
  assert.ok(out.includes('(mitry-1999)') && !out.includes('(hadoux-2015)'));
  const late = evidence('audit', '--as-of', '2005', '--study', 'hadoux-2015');
  assert.equal(late.status, 2);
  assert.match(late.err, /no study "hadoux-2015" that was known by 2005/);
  assert.match(evidence('audit', '--as-of', 'day 4').err, /"day 4" is not a calendar date/);
});

test('subgroups, the share after each report and influence stand in JSON too, and not in silence outside CSV', () => {
  const asked = ['pool', '--outcome', 'objectiveResponse', '--where', nec, '--document', '004'];
  const more = ['--by', 'design', '--cumulative', '--influence'];
  const answer = z.looseObject({
    rates: z.array(z.unknown()),
    subgroups: z.looseObject({ field: z.string(), shares: z.array(z.looseObject({ value: z.string() })) }),
    cumulative: z.array(z.looseObject({ at: z.number() })),
    influence: z.looseObject({ ok: z.literal(true), rates: z.array(z.looseObject({ study: z.string() })) }),
  });
  const { rates, subgroups, cumulative, influence } = answer.parse(
    JSON.parse(evidence(...asked, ...more, '--json').out),
  );
  assert.ok(subgroups.shares.some(({ value }) => value === 'retrospective series'));
  assert.equal(cumulative.length, rates.length);
  assert.equal(influence.rates.length, rates.length);
  assert.match(evidence(...asked, '--csv').out, /^study,id,count,of,/);
  const refused = evidence(...asked, '--csv', '--cumulative');
  assert.equal(refused.status, 2);
  assert.match(refused.err, /leave out --by, --cumulative and --influence, or take --json/);
});

const printed: readonly (readonly string[])[] = [
  ['list'],
  ['statements'],
  ['conflicts'],
  ['audit', '--explained'],
  ['ratios'],
  ['table', '004', '1', '--long'],
  ['show', 'hadoux-2015'],
  ['show', 'yamaguchi-2014'],
  ['show', 'imatinib-kit-basket'],
  ['pool', '--outcome', 'objectiveResponse', '--where', nec, '--by', 'design', '--cumulative'],
  ['borrow', '--outcome', 'diseaseControl', '--where', nec, '--threshold', '0.1'],
];
for (const asked of printed)
  test(`no code of the format is printed: evidence ${asked.slice(0, 2).join(' ')}`, () => {
    const { out, status } = evidence(...asked);
    assert.equal(status, 0);
    assert.deepEqual(out.match(/\b[a-z]{2,}(?:[A-Z][a-z]+)+\b/g), null);
  });
