/** `cajal evidence ratios`: the library's own hazard ratios, none pooled without reason; and the words of a pooled pair. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { study, synthesiseRatios } from '../evidence/index.ts';
import { ratioSynthesisLines } from './commands/evidence-ratios-text.ts';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));
function ratios(...asked: readonly string[]) {
  const given = ['--disable-warning=ExperimentalWarning', main, 'evidence', 'ratios', ...asked];
  const done = spawnSync(process.execPath, given, { encoding: 'utf8' });
  return { status: done.status, out: done.stdout, err: done.stderr };
}

const listed = z.looseObject({
  study: z.string(),
  reasons: z.array(z.string()),
  effect: z.looseObject({ effect: z.number(), variance: z.number() }).optional(),
  result: z.looseObject({ printed: z.string(), intervalPrinted: z.string().optional() }),
});
const answer = z.looseObject({ ratios: z.array(listed), pooled: z.array(z.unknown()) });

test('an error stands where an interval is printed, and nowhere else', () => {
  const read = answer.parse(JSON.parse(ratios('--json').out));
  assert.ok(read.ratios.length > 0);
  assert.deepEqual(
    read.ratios.filter(
      ({ effect, result }) => (effect === undefined) !== (result.intervalPrinted === undefined),
    ),
    [],
  );
  const clarinet = read.ratios.find((each) => each.study === 'clarinet');
  // (log 0.73 - log 0.30) / (2 * 1.959964)
  assert.ok(Math.abs(Math.sqrt(clarinet?.effect?.variance ?? 0) - 0.226852) < 1e-5);
  for (const { study: id, reasons } of read.ratios)
    assert.ok(read.pooled.length > 0 || reasons.length > 0, id);
});

test('printed text and place stand beside each ratio; endpoint, population and date narrow the list', () => {
  const { out, status } = ratios('--of', 'timeToProgression');
  assert.equal(status, 0);
  assert.match(out, /"0\.34", "95% CI, 0\.20 to 0\.59"; log -1\.079, error 0\.276/);
  assert.match(out, /place: PMID 19704057, abstract/);
  assert.match(out, /not listed:[\s\S]*clarinet.*another endpoint/);
  const nec = ratios('--where', '{ disease: { entity: nec } }').out;
  assert.match(nec, /^Morizane et al\. 2022 \(topic-nec\)/m);
  assert.match(nec, /which arm stands over which is not printed/);
  assert.match(nec, /promid.*another population/);
  const early = ratios('--as-of', '2010').out;
  assert.match(early, /promid/);
  assert.doesNotMatch(early, /clarinet|radiant-4/);
  assert.equal(ratios('--of', 'hazardRatio').status, 2);
  assert.notEqual(ratios('--as-of', 'yesterday').status, 0);
});

test('a pooled pair names its studies, its method and what two studies cannot say', () => {
  const place = { document: 'invented for this test' };
  const made = (id: string, printed: string, intervalPrinted: string) =>
    study.parse({
      cajal: 'study/1',
      id,
      title: id,
      citation: { authors: id, year: 2010 },
      published: '2010',
      verification: 'unverified',
      readIn: place,
      design: { type: 'randomisedTrial', randomised: true },
      selection: 'enrolled',
      population: { words: `patients of ${id}`, entity: 'net' },
      arms: [
        { id: 'drug', label: 'everolimus 10 mg', drugs: ['everolimus'] },
        { id: 'placebo', label: 'placebo' },
      ],
      measures: [
        {
          outcome: 'hazardRatio',
          printed,
          intervalPrinted,
          contrast: { treatment: 'drug', control: 'placebo', of: 'overallSurvival' },
          place,
        },
      ],
    });
  const studies = [
    made('study-a', '0.50', '95% CI 0.30 to 0.83'),
    made('study-b', '0.70', '95% CI 0.45 to 1.09'),
  ];
  const text = ratioSynthesisLines(synthesiseRatios(studies, { reading: 'curated' })).join('\n');
  assert.match(
    text,
    /together: overall survival, everolimus v placebo, NET\n {2}study-a 2010 \(study-a\): patients of study-a/,
  );
  // metafor 3.8-1, as in ratio-synthesis.test.ts: exp(-0.50151), exp(-2.66569), exp(1.66267)
  assert.match(text, /hazard ratio 0\.61, 95% interval 0\.07 to 5\.27 \(random effects, REML, Hartung-Knapp/);
  assert.match(text, /no prediction interval/);
  assert.match(text, /too few studies to say how much they differ/);
  assert.doesNotMatch(text, /nothing is pooled|I2/);
});
