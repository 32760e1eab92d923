/** The published patients, and the rules for class, grade and review. Places are lines of the papers. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type NumericRange, parseNumericRange } from '../units/index.ts';
import { type ClassificationInput, nothingKnown } from './classification-input.ts';
import { type Classification, classify, settledGrade } from './classify.ts';
import { entity } from './entities.ts';
import { relateEntities } from './entity-relation.ts';
import type { Review } from './pathology-review.ts';

const range = (text: string): NumericRange => {
  const parsed = parseNumericRange(text);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.value;
};
const dayOf = (year: number, month = 7): number => Date.UTC(year, month - 1, 1) / 86_400_000;
const ki67 = (percent: string) => ({ status: 'counted', percent: range(percent) }) as const;
const perTwo = (count: string) =>
  ({ status: 'counted', printed: count, count: range(count), per: { areaMm2: 2 } }) as const;
const from = (known: Partial<ClassificationInput>): Classification => classify({ ...nothingKnown, ...known });
const reasons = (result: Classification): readonly Review['reason'][] =>
  result.reviews.map(({ reason }) => reason);
const codes = (result: Classification): readonly string[] => result.statements.map(({ code }) => code);

const aspirate2009 = {
  printed: [{ printed: 'neuroendocrine carcinoma with rare mitoses', year: 2009 }],
  ki67: [{ status: 'failed', material: 'fineNeedleAspirate' }],
  mitoses: [{ status: 'counted', printed: 'rare', material: 'fineNeedleAspirate' }],
  day: dayOf(2009, 8),
} as const satisfies Partial<ClassificationInput>;

test('paper 000, first biopsy (lines 109, 21-22): no grade, no class, a new biopsy', () => {
  const result = from(aspirate2009);
  assert.equal(result.class, 'NEN');
  assert.deepEqual(result.candidates, ['NET', 'NEC']);
  assert.equal(result.grade, null);
  assert.equal(result.counts?.state, 'none');
  assert.ok(reasons(result).includes('noCountOnAspirate'));
  assert.ok(reasons(result).includes('classUndetermined'));
  assert.ok(codes(result).includes('wordsAmbiguousCarcinoma'));
  assert.equal(result.edition, 'who2000Digestive');
});

test('paper 000, second biopsy (lines 125-129): NET, at least G2, never NEC', () => {
  const result = from({
    printed: [
      ...aspirate2009.printed,
      { printed: 'an intermediate-grade neuroendocrine carcinoma', year: 2012 },
    ],
    ki67: [{ ...ki67('20%'), material: 'coreBiopsy' }],
    day: dayOf(2012),
  });
  assert.equal(result.class, 'NET');
  assert.deepEqual(result.grade, { lowest: 'G2', highest: 'G3', from: 'counts' });
  assert.equal(settledGrade(result), null);
  assert.deepEqual(result.printedGrade, { lowest: 'G2', highest: 'G2' });
  assert.equal(result.edition, 'who2010Digestive');
  assert.ok(reasons(result).includes('mitosesMissing'));
  assert.ok(result.disease !== null);
  assert.equal(relateEntities(entity('nec'), result.disease).relation, 'siblingDifferentiation');
  assert.equal(relateEntities(entity('net-small-intestine'), result.disease).relation, 'possiblySame');
});

test('paper 001 (lines 150-161): NET G1, 500 cells not flagged', () => {
  const result = from({
    printed: [{ printed: 'metastatic well-differentiated NET, grade 1', year: 2016 }],
    site: 'smallIntestine',
    siteCertainty: 'likely',
    differentiation: 'well',
    ki67: [{ ...ki67('1.2%'), cellsCounted: 500, material: 'coreBiopsy' }],
    mitoses: [{ status: 'counted', printed: 'no mitosis identified' }],
    day: dayOf(2016),
  });
  assert.equal(result.class, 'NET');
  assert.equal(settledGrade(result), 'G1');
  assert.equal(result.counts?.ki67[0]?.intervals[0]?.upperPercent.toFixed(1), '2.6');
  assert.ok(!codes(result).includes('ki67FewCells'));
  assert.ok(!codes(result).includes('ki67CrossesBoundary'));
  assert.deepEqual(result.reviews, []);
});

test('paper 003 (lines 79-82): a bronchial G-II is kept as printed, the lung class is unknown', () => {
  const result = from({
    printed: [{ printed: 'Stage IV, G-II, Nonfunctional, Bronchial NET', year: 2017 }],
    site: 'lung',
    siteCertainty: 'established',
    day: dayOf(2017),
  });
  assert.equal(result.class, 'NET');
  assert.equal(result.grade, null);
  assert.deepEqual(result.printedGrade, { lowest: 'G2', highest: 'G2' });
  assert.equal(result.thoracic?.class, null);
  assert.ok(codes(result).includes('gradeNotApplicable'));
  assert.ok(codes(result).includes('lungClassUnknown'));
  assert.deepEqual(reasons(result), ['thoracicClassUnknown']);
  assert.ok(result.disease !== null);
  assert.equal(relateEntities(entity('net-lung'), result.disease).relation, 'same');
});

test('paper 003 (lines 40-42): a pancreatic G-II without counts is a grade as printed', () => {
  const result = from({
    printed: [{ printed: 'Stage IV, G-II, nonfunctional pNET', year: 2017 }],
    site: 'pancreas',
    siteCertainty: 'established',
    day: dayOf(2017),
  });
  assert.deepEqual(result.grade, { lowest: 'G2', highest: 'G2', from: 'printed' });
  assert.ok(codes(result).includes('gradeAsPrinted'));
});

test('paper 004 (lines 1803-1808): G3 by Ki-67 with G2 mitoses, discordant', () => {
  const result = from({
    printed: [{ printed: 'pancreatic NET with liver metastasis', year: 2017 }],
    site: 'pancreas',
    siteCertainty: 'established',
    ki67: [ki67('45%–70%')],
    mitoses: [{ status: 'counted', printed: 'low', gradePrinted: 'G2' }],
    day: dayOf(2017, 12),
  });
  assert.equal(result.class, 'NET');
  assert.equal(settledGrade(result), 'G3');
  assert.deepEqual(result.counts?.byMitoses, { lowest: 'G2', highest: 'G2' });
  assert.equal(result.counts?.discordant, 'met');
  assert.equal(result.counts?.proliferativeDiscordance, 'met');
  assert.equal(result.edition, 'who2017Pancreas');
});

test('paper 004 (lines 1754-1760): PDNEC, Ki-67 10-50% over lesions, high receptor uptake: pathology review', () => {
  const result = from({
    printed: [{ printed: 'PDNEC of unknown primary', year: 2012 }],
    ki67: [{ ...ki67('10% to 50%'), rangeAcross: 'lesions' }],
    markers: [{ marker: 'somatostatinReceptorImaging', status: 'positive', strong: true }],
    day: dayOf(2012),
  });
  assert.equal(result.class, 'NEC');
  assert.equal(result.grade, null);
  assert.ok(reasons(result).includes('necWithReceptors'));
  assert.ok(result.reviews.some(({ kind }) => kind === 'pathologyReview'));
});

test('counts below G3 exclude a carcinoma where the words leave both', () => {
  const result = from({
    printed: [{ printed: 'neuroendocrine carcinoma', year: 2015 }],
    ki67: [ki67('8%')],
    mitoses: [perTwo('3')],
  });
  assert.deepEqual([result.class, result.classBasis, settledGrade(result)], ['NET', 'counts', 'G2']);
  const high = from({
    printed: [{ printed: 'neuroendocrine carcinoma', year: 2015 }],
    ki67: [ki67('60%')],
    mitoses: [perTwo('30')],
  });
  assert.equal(high.class, 'NEN');
  assert.ok(reasons(high).includes('highGradeWithoutDifferentiation'));
});

test('differentiation decides, and what contradicts it leads to review', () => {
  const well = from({
    printed: [{ printed: 'neuroendocrine carcinoma', year: 2015 }],
    differentiation: 'well',
    ki67: [ki67('60%')],
    mitoses: [perTwo('30')],
    markers: [
      { marker: 'RB1', status: 'positive' },
      { marker: 'TP53', status: 'positive' },
    ],
  });
  assert.deepEqual([well.class, settledGrade(well)], ['NET', 'G3']);
  assert.ok(reasons(well).includes('netWithCarcinomaMarkers'));
  assert.ok(reasons(well).includes('netWithVeryHighKi67'));
  const poor = from({
    printed: [{ printed: 'well-differentiated neuroendocrine tumour', year: 2015 }],
    differentiation: 'poor',
    ki67: [ki67('15%')],
    mitoses: [perTwo('5')],
    markers: [{ marker: 'DAXX', status: 'positive' }],
  });
  assert.equal(poor.class, 'NEC');
  assert.deepEqual(
    reasons(poor).filter((reason) => !reason.startsWith('ki67')),
    ['contradictoryDiagnoses', 'necWithLowIndices', 'necWithTumourMarkers'],
  );
});

test('TP53 alone or an unaltered gene leads to no review', () => {
  const base = {
    printed: [{ printed: 'WDNET G3', year: 2022 }],
    ki67: [ki67('30%')],
    mitoses: [perTwo('5')],
  };
  const tp53 = from({ ...base, markers: [{ marker: 'TP53', status: 'positive' }] });
  assert.ok(!reasons(tp53).includes('netWithCarcinomaMarkers'));
  assert.equal(tp53.markers.forNec.length, 1);
  const intact = from({ ...base, markers: [{ marker: 'RB1', status: 'negative', reach: 'detects' }] });
  assert.equal(intact.markers.silent.length, 1);
  assert.ok(reasons(intact).includes('netG3WithoutMarkers'));
});

test('a mixed neoplasm needs 30% on each side', () => {
  const mix = (nec: string, adeno: string) =>
    from({
      neuroendocrine: true,
      components: [
        { component: 'NEC', percent: range(nec) },
        { component: 'adenocarcinoma', percent: range(adeno) },
      ],
      differentiation: 'poor',
    });
  assert.equal(mix('30%', '70%').class, 'MiNEN');
  assert.equal(mix('30%', '70%').components.worst, 'NEC');
  assert.deepEqual([mix('30%', '70%').grade, mix('30%', '70%').highGrade], [null, 'met']);
  assert.equal(mix('80%', '20%').class, 'NEC');
  assert.equal(mix('60%', '20-40%').components.mixed, 'unknown');
});

test('a neuroendocrine component below 30% makes neither a MiNEN nor a carcinoma of the class', () => {
  const mix = (printed: string) =>
    from({
      printed: [{ printed, year: 2022 }],
      site: 'colon',
      siteCertainty: 'established',
      components: [
        { component: 'NEC', percent: range('20%') },
        { component: 'adenocarcinoma', percent: range('80%') },
      ],
      differentiation: 'poor',
      ki67: [ki67('70%')],
    });
  for (const words of ['mixed neuroendocrine-non-neuroendocrine neoplasm', 'neuroendocrine carcinoma']) {
    const result = mix(words);
    assert.deepEqual([result.lineage, result.class, result.classBasis], ['other', null, 'components']);
    assert.deepEqual(result.disease, { lineage: 'adenocarcinoma', sites: ['colon'] });
    assert.deepEqual([result.grade, result.highGrade], [null, 'unknown']);
    assert.ok(codes(result).includes('componentsOfOtherLineage'));
    assert.deepEqual(reasons(result), ['componentBelowShare']);
  }
});

test('a MiNEN with a NEC component stays a MiNEN, and evidence on NEC is open, never met nor ruled out', () => {
  const known = {
    printed: [{ printed: 'mixed neuroendocrine-non-neuroendocrine neoplasm', year: 2022 }],
    site: 'colon',
    siteCertainty: 'established',
  } as const;
  const related = (result: Classification, id: 'nec' | 'net') => {
    assert.ok(result.disease !== null);
    return relateEntities(entity(id), result.disease).relation;
  };
  const withNec = from({
    ...known,
    components: [
      { component: 'NEC', percent: range('40%') },
      { component: 'adenocarcinoma', percent: range('60%') },
    ],
  });
  assert.deepEqual([withNec.class, withNec.disease?.necComponent], ['MiNEN', 'present']);
  assert.deepEqual(
    [related(withNec, 'nec'), related(withNec, 'net')],
    ['overlapping', 'siblingDifferentiation'],
  );
  assert.ok(reasons(withNec).includes('mixedComponents'));
  const unstated = from(known);
  assert.deepEqual([unstated.disease?.necComponent, related(unstated, 'nec')], ['possible', 'overlapping']);
  const withNet = from({
    ...known,
    components: [
      { component: 'NET', percent: range('40%') },
      { component: 'adenocarcinoma', percent: range('60%') },
    ],
  });
  assert.deepEqual(
    [withNet.class, withNet.disease?.necComponent, related(withNet, 'nec')],
    ['MiNEN', undefined, 'siblingDifferentiation'],
  );
});

test('ten fields of 0.5 mm are 2 mm2, and a count at a line says so with its exact interval', () => {
  const counted = (count: string, fieldDiameterMm: number) =>
    from({
      printed: [{ printed: 'pancreatic NET', year: 2022 }],
      site: 'pancreas',
      siteCertainty: 'established',
      ki67: [ki67('5%')],
      mitoses: [
        {
          status: 'counted',
          printed: count,
          count: range(count),
          per: { highPowerFields: 10, fieldDiameterMm },
        },
      ],
    });
  assert.equal(settledGrade(counted('20', 0.5)), 'G2');
  assert.equal(settledGrade(counted('21', 0.5)), 'G3');
  const atLine = counted('20', 0.5);
  const [reading] = atLine.readings.mitoses;
  assert.deepEqual(reading?.crosses, [20]);
  // R: poisson.test(20)$conf.int is 12.21652 to 30.88838
  assert.deepEqual(
    [reading?.interval?.lowerPer2mm2.toFixed(4), reading?.interval?.upperPer2mm2.toFixed(4)],
    ['12.2165', '30.8884'],
  );
  assert.ok(codes(atLine).includes('mitosesCrossesBoundary'));
  assert.deepEqual(counted('10', 0.5).readings.mitoses[0]?.crosses, []);
  assert.deepEqual(counted('24', 0.55).readings.mitoses[0]?.crosses, [20]);
});

test('counts of a site without grades are kept as recorded, without limits of grades', () => {
  const result = from({
    printed: [{ printed: 'lung NET', year: 2022 }],
    site: 'lung',
    siteCertainty: 'established',
    differentiation: 'well',
    ki67: [{ ...ki67('20%'), cellsCounted: 500 }],
    mitoses: [perTwo('6')],
  });
  assert.equal(result.counts, null);
  const [index] = result.readings.ki67;
  assert.deepEqual([index?.observation.percent?.printed, index?.bounds, index?.crosses], ['20%', null, []]);
  assert.equal(index?.intervals.length, 1);
  assert.equal(result.readings.mitoses[0]?.per2mm2?.low, 6);
});

test('on a day whose edition had no grades the counts stand, and no later edition reads them', () => {
  const early = {
    printed: [{ printed: 'neuroendocrine carcinoma', year: 2008 }],
    site: 'pancreas',
    siteCertainty: 'established',
    ki67: [ki67('8%')],
    mitoses: [perTwo('3')],
    day: dayOf(2008),
  } as const satisfies Partial<ClassificationInput>;
  const result = from(early);
  assert.deepEqual([result.edition, result.counts, result.countsToday], ['who2000Digestive', null, null]);
  assert.deepEqual([result.grade, result.class], [null, 'NEN']);
  assert.equal(result.readings.ki67[0]?.observation.percent?.printed, '8%');
  assert.ok(codes(result).includes('editionWithoutGrade'));
  assert.ok(!codes(result).some((code) => code.startsWith('gradeBy')));
  const printedThen = from({ ...early, gradesPrinted: ['grade 2'] });
  assert.deepEqual(printedThen.grade, { lowest: 'G2', highest: 'G2', from: 'printed' });
  assert.equal(settledGrade(from({ ...early, day: dayOf(2012) })), 'G2');
});

test('lung classes from mitoses and necrosis', () => {
  const lung = (count: string | null, necrosis: 'present' | 'absent' | 'unstated', more = {}) =>
    from({
      printed: [{ printed: 'lung NET', year: 2022 }],
      site: 'lung',
      siteCertainty: 'established',
      necrosis,
      mitoses: count === null ? [] : [perTwo(count)],
      ...more,
    });
  const found = (result: Classification) => result.thoracic?.class ?? null;
  assert.equal(found(lung('1', 'absent')), 'typicalCarcinoid');
  assert.equal(found(lung('1', 'present')), 'atypicalCarcinoid');
  assert.equal(found(lung('1', 'unstated')), null);
  assert.equal(found(lung('2', 'absent')), 'atypicalCarcinoid');
  assert.equal(found(lung('10', 'unstated')), 'atypicalCarcinoid');
  assert.equal(found(lung('11', 'absent')), 'carcinomaByCount');
  assert.equal(found(lung(null, 'present')), null);
  assert.ok(codes(lung('11', 'absent')).includes('lungCountBeyondCarcinoid'));
  const withKi67 = lung('1', 'absent', { ki67: [ki67('25%')] });
  assert.deepEqual([withKi67.grade, found(withKi67)], [null, 'typicalCarcinoid']);
  assert.ok(codes(withKi67).includes('lungKi67DoesNotClassify'));
  assert.equal(withKi67.disease?.subtypes?.[0], 'typicalCarcinoid');
});

test('a grade printed apart from the diagnosis comes first, and one that the counts contradict is said', () => {
  const result = from({
    printed: [{ printed: 'pancreatic NET, G1', year: 2020 }],
    gradesPrinted: ['grade 2'],
    site: 'pancreas',
    siteCertainty: 'established',
    ki67: [ki67('30%')],
    mitoses: [perTwo('5')],
  });
  assert.deepEqual(result.printedGrade, { lowest: 'G2', highest: 'G2' });
  assert.equal(settledGrade(result), 'G3');
  assert.ok(codes(result).includes('gradePrintedDiffers'));
  assert.ok(reasons(result).includes('highGradeWithoutDifferentiation'));
});

test('another lineage and nothing known give no class', () => {
  const melanoma = from({ printed: [{ printed: 'acral melanoma' }] });
  assert.deepEqual([melanoma.lineage, melanoma.class, melanoma.disease], ['other', null, null]);
  const adenocarcinoma = from({ printed: [{ printed: 'adenocarcinoma' }], differentiation: 'well' });
  assert.equal(adenocarcinoma.class, null);
  const nothing = classify(nothingKnown);
  assert.deepEqual([nothing.lineage, nothing.class, nothing.grade], ['unknown', null, null]);
});

test('a well-differentiated tumour above 20% in 2012: carcinoma by definition then, NET G3 today', () => {
  const result = from({
    printed: [{ printed: 'well-differentiated pancreatic neuroendocrine tumour', year: 2012 }],
    site: 'pancreas',
    siteCertainty: 'established',
    differentiation: 'well',
    ki67: [ki67('30%')],
    mitoses: [perTwo('8')],
    day: dayOf(2012),
  });
  assert.equal(result.class, 'NET');
  assert.ok(codes(result).includes('editionG3WasNec'));
  assert.equal(result.countsToday?.grade, 'G3');
});
