/** `cajal stats contrast`: what it prints and refuses; its numbers are those of metafor (scripts/oracle/contrast.R). */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';

const folder = mkdtempSync(join(tmpdir(), 'cajal-contrast-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const main = fileURLToPath(new URL('./main.ts', import.meta.url));

const fileOf = (name: string, ...lines: readonly string[]): string => {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
};
function contrast(path: string, ...asked: readonly string[]) {
  const given = [
    '--disable-warning=ExperimentalWarning',
    main,
    'stats',
    'contrast',
    path,
    '--study',
    'study',
  ];
  const done = spawnSync(process.execPath, [...given, ...asked], { encoding: 'utf8' });
  return { status: done.status, out: done.stdout, err: done.stderr };
}
const counts = [
  '--treated-count',
  'a',
  '--treated-of',
  'n',
  '--control-count',
  'c',
  '--control-of',
  'm',
] as const;
const hazards = ['--hazard-ratio', 'hr', '--lower', 'low', '--upper', 'high', '--p', 'p'] as const;

/** The studies of the oracle: B has no event under treatment, D none at all, F nothing but events. */
const rare = fileOf(
  'rare.csv',
  'study,a,n,c,m',
  'A,1,40,4,42',
  'B,0,35,2,33',
  'C,3,60,8,58',
  'D,0,20,0,21',
  'E,5,70,9,71',
  'F,12,12,11,11',
);
const usual = fileOf(
  'usual.csv',
  'study,a,n,c,m',
  'A,12,40,20,41',
  'B,20,55,25,52',
  'C,9,30,14,33',
  'D,31,80,44,79',
  'E,7,25,5,27',
);
const ratios = fileOf(
  'ratios.csv',
  'study,hr,low,high,p',
  'A,0.72,0.5,1.04,',
  'B,0.85,0.6,1.2,',
  'C,0.61,0.4,0.93,',
  'D,1.1,0.7,1.73,',
  'E,0.9,,,0.6',
  'F,0.7,,,0.04',
);

const scaled = z.looseObject({ estimate: z.number(), lower: z.number(), upper: z.number() });
const answer = z.looseObject({
  studies: z.array(z.looseObject({ study: z.string(), ok: z.boolean() })),
  together: scaled.extend({ prediction: z.looseObject({ lower: z.number(), upper: z.number() }) }),
  beside: z.looseObject({ mantelHaenszel: scaled, peto: scaled }).optional(),
});
const close = (found: number, wanted: number): void => {
  assert.ok(Math.abs(found / wanted - 1) < 1e-6, `${found}, not ${wanted}`);
};

test('the odds ratio, its prediction interval, and those of Mantel-Haenszel and Peto are metafor 3.8-1', () => {
  const read = answer.parse(JSON.parse(contrast(rare, ...counts, '--measure', 'OR', '--json').out));
  const { together, beside } = read;
  close(together.estimate, 0.38178036005009952);
  close(together.lower, 0.10535666265471473);
  close(together.upper, 1.3834553947259172);
  close(together.prediction.lower, 0.066964283767638716);
  close(together.prediction.upper, 2.1766266301861354);
  const oracle = z
    .looseObject({
      cases: z.array(z.looseObject({ function: z.string(), expected: z.record(z.string(), z.unknown()) })),
    })
    .parse(JSON.parse(readFileSync(new URL('../statistics/oracle/contrast.json', import.meta.url), 'utf8')));
  const wanted = oracle.cases.find((each) => each.function === 'odds ratios beside')?.expected;
  for (const [name, own] of [
    ['mantelHaenszel', beside?.mantelHaenszel],
    ['peto', beside?.peto],
  ] as const) {
    const [estimate = 0, lower = 0, upper = 0] = z.array(z.number()).parse(wanted?.[name]);
    close(own?.estimate ?? 0, estimate);
    close(own?.lower ?? 0, lower);
    close(own?.upper ?? 0, upper);
  }
});

test('halves, double zeros and the number of studies are named', () => {
  const { out, status } = contrast(rare, ...counts, '--measure', 'OR');
  assert.equal(status, 0);
  assert.match(out, /^B .*a half added to each cell$/m);
  assert.match(out, /^D .*none +no event in either arm/m);
  assert.match(out, /^F .*none +every patient of both arms has the event/m);
  assert.match(out, /a half was added to each cell of B; Mantel-Haenszel and Peto take the counts/);
  assert.match(out, /not in: D, F/);
  assert.match(out, /4 studies are too few to say how much they differ/);
  assert.doesNotMatch(out, /I2/);
  const difference = contrast(rare, ...counts, '--measure', 'RD').out;
  assert.match(difference, /a half was added to each cell of B, D, F$/m);
  assert.doesNotMatch(difference, /not in|Peto/);
  assert.doesNotMatch(contrast(rare, ...counts, '--measure', 'AS').out, /half/);
});

test('five studies get an I2 with its interval and a word for it, and each is left out once', () => {
  const { out } = contrast(usual, ...counts, '--measure', 'RR');
  assert.match(out, /I2 \d+% \(\d+% to \d+%\): unimportant/);
  assert.match(out, /t on k - 2/);
  assert.equal(out.split('\n').findIndex((line) => /^without +risk ratio/.test(line)) > 0, true);
  for (const name of ['A', 'B', 'C', 'D', 'E']) assert.equal(out.split(`\n${name} `).length, 3, name);
});

test('hazard ratios from their interval or, where none is printed, their p', () => {
  const { out, status } = contrast(ratios, ...hazards);
  assert.equal(status, 0);
  assert.match(out, /^A +0\.72 \(0\.5 to 1\.04\) +0\.72 /m);
  assert.match(out, /^F +0\.7, p 0\.04 +0\.7 /m);
  const off = fileOf('off.csv', 'study,hr,low,high,p', 'A,0.6,0.5,1.04,', 'B,0.85,,,', 'C,0.9,1,1.2,');
  const read = contrast(off, ...hazards).out;
  assert.match(read, /^A .*\d+% off the middle of its interval$/m);
  assert.match(read, /^B .*neither interval nor p/m);
  assert.match(read, /^C .*lies outside its interval/m);
  assert.match(read, /one study has an effect, and its own interval stands/);
  const bound = fileOf('bound.csv', 'study,hr,low,high,p', 'A,0.6,,,<0.001', 'B,0.85,0.6,1.2,');
  assert.match(contrast(bound, ...hazards).err, /"<0\.001" in "p" is no number; left out/);
});

test('two studies have no prediction interval on k - 2, none no effect', () => {
  const two = fileOf('two.csv', 'study,a,n,c,m', 'A,12,40,20,41', 'B,20,55,25,52');
  const { out } = contrast(two, ...counts, '--measure', 'OR');
  assert.match(out, /no prediction interval: its rule leaves 2 studies no degree of freedom/);
  assert.doesNotMatch(out, /^without/m);
  assert.match(contrast(two, ...counts, '--measure', 'OR', '--prediction', 'k-1').out, /\(t on k - 1\)/);
  assert.match(contrast(two, ...counts, '--measure', 'RD').out, /bounds beyond 100% are printed as computed/);
  assert.doesNotMatch(contrast(usual, ...counts, '--measure', 'RD').out, /beyond 100%/);
  const none = fileOf('none.csv', 'study,a,n,c,m', 'A,0,40,0,41');
  assert.match(contrast(none, ...counts, '--measure', 'OR').out, /no study has an effect/);
});

test('a forest plot in each form; another level or ending is refused', () => {
  for (const [ending, sign] of [
    ['svg', /^<svg/],
    ['html', /<!doctype html>/i],
    ['csv', /A/],
  ] as const) {
    const path = join(folder, `forest.${ending}`);
    assert.equal(contrast(rare, ...counts, '--measure', 'OR', '--figure', path).status, 0);
    assert.match(readFileSync(path, 'utf8'), sign);
  }
  const refused = contrast(rare, ...counts, '--measure', 'OR', '--figure', join(folder, 'forest.png'));
  assert.equal(refused.status, 2);
  assert.match(refused.err, /use \.svg, \.html or \.csv/);
  const asked = ['--measure', 'OR', '--confidence', '0.9', '--figure', join(folder, 'level.svg')];
  assert.match(contrast(rare, ...counts, ...asked).err, /drawn with 95% intervals/);
});

test('columns that make no studies are refused with what to do', () => {
  const rows = [
    [[...counts], /say what the counts are compared by/],
    [[...counts, '--measure', 'HR'], /say what the counts are compared by/],
    [['--treated-count', 'a', '--measure', 'OR'], /two arms need --treated-count/],
    [['--hazard-ratio', 'a'], /name --lower and --upper, or --p/],
    [['--hazard-ratio', 'a', '--lower', 'c'], /two bounds/],
    [['--lower', 'c', '--upper', 'n'], /needs its hazard ratio/],
    [[...counts, '--hazard-ratio', 'a'], /not both/],
    [['--hazard-ratio', 'a', '--p', 'c', '--measure', 'OR'], /hazard ratios are no OR/],
    [[...counts, '--measure', 'OR', '--study', 'name'], /no column "name"/],
  ] as const;
  for (const [asked, wanted] of rows) {
    const { status, err } = contrast(rare, ...asked);
    assert.notEqual(status, 0, String(asked));
    assert.match(err, wanted);
  }
  const wrong = fileOf('wrong.csv', 'study,a,n,c,m', 'A,41,40,20,41');
  const { status, err } = contrast(wrong, ...counts, '--measure', 'OR');
  assert.notEqual(status, 0);
  assert.match(err, /41 of 40 is no share of patients/);
});
