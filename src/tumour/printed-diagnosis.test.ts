/** Printed diagnoses of the papers, and the rules of the grammar on words that no paper prints. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type PrintedDiagnosis, type PrintedReading, readPrintedDiagnosis } from './printed-diagnosis.ts';

const read = (printed: string, year?: number): PrintedReading =>
  readPrintedDiagnosis(year === undefined ? { printed } : { printed, year });
const codes = (reading: PrintedReading): readonly string[] => reading.statements.map(({ code }) => code);

test('classes of printed words', () => {
  const cases: readonly (readonly [string, number | undefined, string | null])[] = [
    ['neuroendocrine carcinoma with rare mitoses', 2009, 'NEN'],
    ['neuroendocrine carcinoma', 2013, 'NEN'],
    ['neuroendocrine carcinoma', 2021, 'NEN'],
    ['Neuroendocrine carcinoma', undefined, 'NEN'],
    ['an intermediate-grade neuroendocrine carcinoma', 2012, 'NET'],
    ['low-grade neuroendocrine carcinoma', undefined, 'NET'],
    ['moderately differentiated neuroendocrine carcinoma', 2005, 'NET'],
    ['well-differentiated endocrine carcinoma', 2004, 'NET'],
    ['well-differentiated neuroendocrine carcinoma, grade 2', 2011, 'NET'],
    ['high-grade neuroendocrine carcinoma', 2012, 'NEN'],
    ['high-grade neuroendocrine carcinoma of the lung', 2012, 'NEC'],
    ['high grade neuroendocrine tumour', 2010, 'NEN'],
    ['neuroendocrine tumor, grade 3', 2020, 'NET'],
    ['NET G3', 2014, 'NEN'],
    ['metastatic well-differentiated NET, grade 1', 2015, 'NET'],
    ['PDNEC', 2012, 'NEC'],
    ['PDNET', 1999, 'NEC'],
    ['WDNETs', 1999, 'NET'],
    ['poorly differentiated neuroendocrine carcinoma of unknown primary', 2012, 'NEC'],
    ['small cell carcinoma', undefined, 'NEC'],
    ['small-cell lung cancer', undefined, 'NEC'],
    ['neuroendocrine carcinoma, small cell type', undefined, 'NEC'],
    ['large cell neuroendocrine carcinoma', undefined, 'NEC'],
    ['LCNEC', undefined, 'NEC'],
    ['atypical carcinoid', undefined, 'NET'],
    ['carcinoid tumour of the ileum', 1998, 'NET'],
    ['islet cell carcinoma', 1995, 'NET'],
    ['Stage IV, G-II, nonfunctional pNET', 2017, 'NET'],
    ['MiNEN', 2020, 'MiNEN'],
    ['MANEC', 2012, 'MiNEN'],
    ['mixed neuroendocrine-non-neuroendocrine neoplasm', 2020, 'MiNEN'],
    ['neuroendocrine neoplasm', 2020, 'NEN'],
    ['PD NEC', 2016, 'NEC'],
    ['adenocarcinoma and poorly differentiated neuroendocrine carcinoma', 2016, 'NEN'],
    ['Merkel cell carcinoma', undefined, 'NEC'],
    ['goblet cell carcinoid', 2010, null],
    ['non-small cell lung cancer', undefined, null],
    ['large cell carcinoma of the lung', undefined, null],
    ['adenocarcinoma with neuroendocrine differentiation', undefined, null],
    ['acral melanoma', undefined, null],
    ['carcinoid syndrome', undefined, null],
    ['lesion', undefined, null],
  ];
  for (const [printed, year, expected] of cases) {
    assert.equal(read(printed, year).class, expected, `${printed} (${year})`);
  }
});

test('a carcinoma of low or intermediate grade is never a NEC, whatever the year or spelling', () => {
  const grade = fc.constantFrom(
    'low-grade',
    'intermediate grade',
    'low- to intermediate-grade',
    'grade 1',
    'G2',
    'G-II',
  );
  const noun = fc.constantFrom(
    'neuroendocrine carcinoma',
    'NEC',
    'Neuroendocrine Carcinoma',
    'endocrine carcinoma',
  );
  fc.assert(
    fc.property(grade, noun, fc.integer({ min: 1990, max: 2026 }), (word, name, year) => {
      assert.deepEqual(read(`metastatic ${word} ${name}`, year).candidates, ['NET']);
    }),
  );
});

test('an unqualified carcinoma of 2010 or before says why it is ambiguous', () => {
  assert.ok(codes(read('neuroendocrine carcinoma', 2009)).includes('wordsAmbiguousCarcinoma'));
  assert.equal(read('neuroendocrine carcinoma', 2009).confidence, 'ambiguous');
  assert.equal(read('neuroendocrine carcinoma', 2021).confidence, 'probable');
  const scheme: PrintedDiagnosis = { printed: 'NEC', scheme: 'WHO 2019', year: 2018 };
  assert.equal(readPrintedDiagnosis(scheme).confidence, 'probable');
});

test('grades as printed', () => {
  const bounds = (printed: string) => {
    const { grade } = read(printed);
    return grade === null ? null : `${grade.lowest}-${grade.highest}`;
  };
  assert.equal(bounds('G-I, gastrin producing, pNET'), 'G1-G1');
  assert.equal(bounds('Stage IV, G-II, Bronchial NET'), 'G2-G2');
  assert.equal(bounds('NET grade 1-2'), 'G1-G2');
  assert.equal(bounds('NET G1/G2'), 'G1-G2');
  assert.equal(bounds('NET grade III'), 'G3-G3');
  assert.equal(bounds('low/intermediate-grade NET'), 'G1-G2');
  assert.equal(bounds('well- to moderately-differentiated NET'), 'G1-G2');
  assert.equal(bounds('HG NEC'), 'G3-G3');
  assert.equal(bounds('GI NET'), null);
  assert.equal(bounds('Stage IV NET'), null);
});

test('what the text denies does not count', () => {
  const reading = read('well-differentiated NET, grade 1, no high-grade component');
  assert.deepEqual([reading.class, reading.grade], ['NET', { lowest: 'G1', highest: 'G1' }]);
  assert.ok(codes(reading).includes('wordsExcluded'));
  const negated = read('adenocarcinoma, not neuroendocrine carcinoma');
  assert.equal(negated.lineage, 'other');
  const doubt = read('NET; neuroendocrine carcinoma cannot be excluded');
  assert.ok(doubt.hedged);
});

test('short forms, sites and functional names', () => {
  assert.ok(codes(read('PNET')).includes('wordsShortForm'));
  assert.deepEqual(read('pNET').siteHints, ['pancreas']);
  assert.deepEqual(read('Bronchial NET').siteHints, ['lung']);
  assert.deepEqual(read('GEPNEC').siteHints, []);
  assert.deepEqual(read('NET of unknown primary').siteHints, ['unknown']);
  assert.equal(read('gastrinoma').class, 'NET');
});

test('contradictory words are said to contradict', () => {
  const reading = read('well-differentiated neuroendocrine tumour with small cell carcinoma');
  assert.deepEqual([reading.class, reading.confidence], ['NEN', 'ambiguous']);
  assert.ok(codes(reading).includes('wordsContradict'));
});

test('any text is read without throwing and its words are kept', () => {
  fc.assert(
    fc.property(fc.string(), (printed) => {
      assert.equal(read(printed).printed, printed);
    }),
  );
});
