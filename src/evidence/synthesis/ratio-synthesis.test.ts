/** Hazard ratios: which stand together, and the reason against each other one. Pooled numbers are those of metafor. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Study, study } from '../study.ts';
import { isCentred, readPrintedRatio, readPrintedRatioInterval } from './printed-ratio.ts';
import { type RatioSynthesis, synthesiseRatios } from './ratio-synthesis.ts';

const place = { document: 'invented for this test' };
const contrast = { treatment: 'drug', control: 'placebo', of: 'progressionFreeSurvival' };
const measure = {
  outcome: 'hazardRatio',
  printed: '0.50',
  intervalPrinted: '95% CI 0.30 to 0.83',
  contrast,
  place,
};

/** A randomised study of everolimus against placebo in NET; `fields` replaces what the test is about, undefined takes it out. */
function made(id: string, measured: object = {}, fields: object = {}): Study {
  const document: unknown = JSON.parse(
    JSON.stringify({
      cajal: 'study/1',
      id,
      title: id,
      citation: { authors: id, year: 2010 },
      published: '2010',
      verification: 'unverified',
      readIn: place,
      design: { type: 'randomisedTrial', randomised: true },
      selection: 'enrolled',
      population: { words: 'NET', entity: 'net' },
      arms: [
        { id: 'drug', label: 'everolimus 10 mg', drugs: ['everolimus'] },
        { id: 'placebo', label: 'Placebo' },
      ],
      measures: [{ ...measure, ...measured }],
      ...fields,
    }),
  );
  return study.parse(document);
}

const asked = { reading: 'curated' } as const;
const reasonsOf = ({ ratios }: RatioSynthesis): readonly string[] =>
  ratios.map(({ study: { id }, reasons }) => `${id}: ${reasons.join(', ')}`);
const close = (found: number | undefined, wanted: number): void => {
  assert.ok(found !== undefined && Math.abs(found / wanted - 1) < 1e-9, `${found}, not ${wanted}`);
};

test('two randomised studies of the same arms, endpoint and class are pooled', () => {
  const { pooled, ratios } = synthesiseRatios(
    [made('study-a'), made('study-b', { printed: '0·70', intervalPrinted: '95% CI, 0·45–1·09' })],
    asked,
  );
  assert.deepEqual(
    ratios.map(({ reasons }) => reasons),
    [[], []],
  );
  const [group] = pooled;
  assert.ok(group !== undefined && pooled.length === 1);
  assert.deepEqual(
    [group.treatment, group.control, group.of, group.diseaseClass],
    ['everolimus', 'placebo', 'progressionFreeSurvival', 'NET'],
  );
  // metafor 3.8-1: rma(log(c(.5, .7)), sei = c(log(.83/.3), log(1.09/.45)) / 2 / qnorm(.975), method = "REML", test = "adhoc")
  const { estimate, lower, upper, tau2 } = group.pooled.pooled;
  close(estimate, -0.5015086137431987);
  close(lower, -2.665689007566902);
  close(upper, 1.662671780080504);
  assert.equal(tau2, 0);
});

test('each reason keeps a ratio from being pooled, and names itself', () => {
  const other = made('study-b');
  const octreotide = {
    arms: [
      { id: 'drug', label: 'octreotide', drugs: ['octreotide'] },
      { id: 'placebo', label: 'placebo' },
    ],
  };
  const rows: readonly (readonly [reasons: string, other: string, Study])[] = [
    ['notRandomised', 'otherComparison', made('study-a', {}, { design: { type: 'retrospectiveSeries' } })],
    [
      'notRandomised',
      'otherComparison',
      made('study-a', {}, { design: { type: 'singleArmTrial', randomised: false } }),
    ],
    ['noInterval', 'othersNotUsable', made('study-a', { intervalPrinted: undefined })],
    ['intervalUnread', 'othersNotUsable', made('study-a', { intervalPrinted: '0.30 to 0.83' })],
    ['intervalContradicts', 'othersNotUsable', made('study-a', { printed: '0.9' })],
    ['notOneNumber', 'othersNotUsable', made('study-a', { printed: '0.22–0.23' })],
    ['armsNotNamed', 'othersWithoutRatio', made('study-a', { contrast: undefined })],
    ['otherComparison', 'otherComparison', made('study-a', {}, octreotide)],
    [
      'otherEndpoint',
      'otherEndpoint',
      made('study-a', { contrast: { ...contrast, of: 'timeToProgression' } }),
    ],
    ['otherDisease', 'otherDisease', made('study-a', {}, { population: { words: 'NEC', entity: 'nec' } })],
    ['mixedPopulation', 'otherDisease', made('study-a', {}, { population: { words: 'NEN', entity: 'nen' } })],
    [
      'samePatients',
      'samePatients',
      made('study-a', {}, { overlaps: [{ study: 'study-b', note: 'the same' }] }),
    ],
  ];
  for (const [reason, against, one] of rows) {
    const found = synthesiseRatios([one, other], asked);
    assert.deepEqual(found.pooled, [], reason);
    assert.deepEqual(reasonsOf(found), [`study-a: ${reason}`, `study-b: ${against}`]);
  }
});

test('small cell carcinoma of the lung is another class than a digestive NEC', () => {
  const of = (entity: string) => ({ population: { words: entity, entity } });
  const found = synthesiseRatios(
    [made('study-a', {}, of('nec-lung-small-cell')), made('study-b', {}, of('nec-gastroenteropancreatic'))],
    asked,
  );
  assert.deepEqual(reasonsOf(found), ['study-a: otherDisease', 'study-b: otherDisease']);
});

test('a ratio printed the other way round is turned over', () => {
  const turned = made('study-b', {
    printed: '2.00',
    intervalPrinted: '95% CI 1.20 to 3.33',
    contrast: { ...contrast, treatment: 'placebo', control: 'drug' },
  });
  const [group] = synthesiseRatios([made('study-a'), turned], asked).pooled;
  assert.deepEqual(
    group?.ratios.map(({ isTurnedOver }) => isTurnedOver),
    [false, true],
  );
  close(group?.pooled.pooled.estimate, Math.log(0.5));
});

test('one study is no two: parts of its patients, and the same ratio printed twice', () => {
  const part = { ...measure, population: { words: 'lung', entity: 'net-lung' } };
  const parts = made(
    'study-a',
    {},
    { measures: [part, { ...part, population: { words: 'gut', entity: 'net-gastroenteropancreatic' } }] },
  );
  assert.deepEqual(reasonsOf(synthesiseRatios([parts], asked)), [
    'study-a: otherComparison',
    'study-a: otherComparison',
  ]);
  const whole = made(
    'study-a',
    {},
    {
      measures: [measure, part, { ...measure, intervalPrinted: undefined }],
    },
  );
  assert.deepEqual(reasonsOf(synthesiseRatios([whole, made('study-b')], asked)), [
    'study-a: ',
    'study-a: partOfAnother',
    'study-a: noInterval, printedTwice',
    'study-b: ',
  ]);
});

test('a study of the same arms without a hazard ratio is no other comparison', () => {
  const medians = made('study-b', {}, { measures: [] });
  assert.deepEqual(reasonsOf(synthesiseRatios([made('study-a'), medians], asked)), [
    'study-a: othersWithoutRatio',
  ]);
});

test('what is not asked for is not listed, and says why', () => {
  const nec = made('study-a', {}, { population: { words: 'NEC', entity: 'nec' } });
  const net = made('study-b');
  const whereNec = { ...asked, where: { disease: { entity: 'nec' } } } as const;
  const found = synthesiseRatios(
    [nec, net, made('study-c', {}, { population: { words: 'NEN', entity: 'nen' } })],
    whereNec,
  );
  assert.deepEqual(
    found.unlisted.map(({ study: { id }, reason }) => `${id}: ${reason}`),
    ['study-b: otherPopulation', 'study-c: populationUnknown'],
  );
  const survival = synthesiseRatios([net], { ...asked, of: 'overallSurvival' });
  assert.deepEqual(
    survival.unlisted.map(({ reason }) => reason),
    ['otherEndpoint'],
  );
  const whereLung = { ...asked, where: { disease: { entity: 'net-lung' } } } as const;
  const lung = made('study-a', {}, { population: { words: 'lung', entity: 'net-lung' } });
  assert.deepEqual(reasonsOf(synthesiseRatios([lung, net], whereLung)), ['study-a: othersNotAsked']);
});

test('printed ratios and intervals', () => {
  assert.deepEqual(readPrintedRatio('0·48'), { value: 0.48, decimals: 2 });
  for (const text of ['0.22–0.23', '79% reduction', '', '< 0.5', '0.5.1'])
    assert.equal(readPrintedRatio(text), undefined, text);
  for (const text of [
    '95% CI 0·35–0·67',
    '95% CI, 0.35 to 0.67',
    '(95% CI: 0.35-0.67)',
    '95% confidence interval, 0.35, 0.67',
  ]) {
    const read = readPrintedRatioInterval(text);
    assert.deepEqual([read?.lower.value, read?.upper.value, read?.confidence], [0.35, 0.67, 0.95], text);
  }
  assert.equal(readPrintedRatioInterval('90% CI 0.79–1.37')?.confidence, 0.9);
  for (const text of ['0.35–0.67', '95% CI 0.35–NR', 'P = .42', '95% CI 0.35'])
    assert.equal(readPrintedRatioInterval(text), undefined, text);
  const ratio = readPrintedRatio('0.48');
  const [near, far] = ['95% CI 0.35–0.67', '95% CI 0.45–0.67'].map(readPrintedRatioInterval);
  assert.ok(ratio !== undefined && near !== undefined && far !== undefined);
  assert.deepEqual([isCentred(ratio, near), isCentred(ratio, far)], [true, false]);
});
