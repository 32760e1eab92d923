/** Numbers that cannot be: percentages, scores, ages and amounts outside what they measure. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { issueText } from '../reading/index.ts';
import { leastDocument } from './example-cases.fixture.ts';
import { readCaseDocument } from './index.ts';

const ki67 = (percent: string) => ({ pathology: [{ id: 'a', ki67: [{ status: 'counted', percent }] }] });
const mitoses = (count: string) => ({ pathology: [{ id: 'a', mitoses: [{ status: 'counted', count }] }] });
const stain = (cellsPercent: string) => ({
  pathology: [{ id: 'a', stains: [{ marker: 'KIT', status: 'positive', cellsPercent }] }],
});
const component = (percent: string) => ({
  pathology: [{ id: 'a', components: [{ component: 'NEC', percent }] }],
});
const cells = (cellsCounted: number) => ({
  pathology: [{ id: 'a', ki67: [{ status: 'counted', percent: '20%', cellsCounted }] }],
});
const finding = (more: Record<string, string>) => ({
  findings: [{ id: 'a', gene: 'KIT', alteration: 'V560del', status: 'positive', ...more }],
});
const specimen = (tumourContentPercent: string) => ({
  specimens: [{ id: 'a', kind: 'coreBiopsy', site: 'liver', tumourContentPercent }],
});
const assay = (purityPercent: string) => ({
  assays: [{ id: 'a', name: 'panel', analyte: 'DNA', status: 'done', purityPercent }],
});
const performance = (scale: 'ECOG' | 'KPS', value: string) => ({ performance: [{ scale, value }] });
const imaging = (more: object) => ({
  imaging: [{ id: 'a', modality: 'PET', tracer: '68Ga-DOTATATE', ...more }],
});
const extent = (liverBurdenPercent: string) => ({ extent: [{ extent: 'metastatic', liverBurdenPercent }] });
const toxicity = (grade: string) => ({ adverseEvents: [{ term: 'diarrhoea', grade }] });
const course = (more: object) => ({ therapies: [{ id: 'a', kind: 'systemic', printed: 'x', ...more }] });
const age = (years: string) => ({ patient: { sex: 'female', age: { years } } });
const biomarker = (value: string) => ({ biomarkers: [{ marker: 'PD-L1', status: 'positive', value }] });
const assessment = (sumChangePercent: string) => ({
  assessments: [{ id: 'a', criteria: 'RECIST 1.1', sumChangePercent }],
});
const laboratory = (value: string) => ({ laboratory: [{ analyte: 'NSE', value }] });

type Row = readonly [
  name: string,
  field: (text: string) => object,
  good: readonly string[],
  bad: readonly string[],
];
const number = (of: (value: number) => object) => (text: string) => of(Number(text));

const rows: readonly Row[] = [
  [
    'Ki-67',
    ki67,
    ['0%', '100%', '45-70%', '<3%', '>20%', '20'],
    ['-5%', '101%', '>120%', '-5 to 5%', '90-110%'],
  ],
  ['mitoses', mitoses, ['0', '4', '2/10 HPF', '<2', 'rare'], ['-1', '-2/10 HPF']],
  ['stained cells', stain, ['0%', '100%'], ['-1%', '100.1%']],
  ['a component', component, ['30%', '>=30%'], ['-30%', '130%']],
  ['cells counted', number(cells), ['1', '500', '2000'], ['0', '-500', '500.5']],
  ['VAF', (text) => finding({ vafPercent: text }), ['0.1%', '100'], ['-1', '101%']],
  ['copies', (text) => finding({ copies: text }), ['0', '2.5', '>8'], ['-2']],
  ['tumour content', specimen, ['0%', '70%', '<20%'], ['-1%', '170%']],
  ['purity', assay, ['60%'], ['-60%', '160']],
  ['ECOG', (text) => performance('ECOG', text), ['0', '5', '0-1', '<=2'], ['-1', '6', '70', '1-6']],
  ['KPS', (text) => performance('KPS', text), ['0', '100', '70-80', '>=70'], ['-10', '110', '90-110']],
  ['Krenning', number((krenning) => imaging({ krenning })), ['0', '4'], ['-1', '5', '2.5']],
  [
    'SUVmax',
    (value) => ({
      lesions: [{ id: 'l', site: 'x', kind: 'organ' }],
      ...imaging({ suvMax: [{ lesion: 'l', value }] }),
    }),
    ['9.9'],
    ['-9.9'],
  ],
  ['liver burden', extent, ['50%', '<25%'], ['-1%', '101%']],
  ['toxicity grade', toxicity, ['0', '3', '3-4', '5'], ['-1', '6']],
  ['cycles', (cycles) => course({ cycles }), ['0', '6', '4-6'], ['-1']],
  ['duration', (durationMonths) => course({ durationMonths }), ['0.5', '12'], ['-3']],
  ['line', number((line) => course({ line })), ['1', '4'], ['0', '-1', '1.5']],
  ['age', age, ['0', '130', '40-49', '<18'], ['-1', '131', '120-140']],
  ['PD-L1 in percent', biomarker, ['0%', '50%', '<1%', '12', 'high'], ['-1%', '101%', '-1']],
  ['change of the sum of diameters', assessment, ['-100%', '-30%', '22.8%', '250%'], ['-101%']],
  ['a laboratory value', laboratory, ['0 ng/mL', '12 ng/mL', '<5 ng/mL'], ['-12 ng/mL']],
];

const read = (fields: object) => readCaseDocument({ ...leastDocument, ...fields });

for (const [name, field, good, bad] of rows) {
  for (const text of good) {
    test(`${name}: ${text} is read`, () => {
      const { value, issues } = read(field(text));
      assert.ok(value !== undefined, issues.map(issueText).join('\n'));
    });
  }
  for (const text of bad) {
    test(`${name}: ${text} is refused`, () => {
      const { value, issues } = read(field(text));
      assert.equal(value, undefined);
      assert.deepEqual(
        issues.map((each) => each.code),
        ['wrong-value'],
        issues.map(issueText).join('\n'),
      );
    });
  }
}

test('the message names the limits and the text, and says what to do', () => {
  assert.equal(read(ki67('-5%')).issues[0]?.message, "a percentage is from 0 to 100, not '-5%'; correct it");
  assert.equal(
    read(performance('ECOG', '70')).issues[0]?.message,
    "ECOG runs from 0 to 5, not '70'; correct the value or the scale",
  );
});

test('a value without a unit is kept, with a warning: no limit can be compared with it', () => {
  const { value, issues } = read(laboratory('12'));
  assert.ok(value !== undefined);
  assert.deepEqual(
    issues.map((each) => `${each.severity} ${each.code}`),
    ['warning unit-unknown'],
  );
});

test('a reference range without an upper limit is kept, with a warning', () => {
  const { value, issues } = read({
    laboratory: [{ analyte: 'NSE', value: '12 ng/mL', referenceRange: '>5 ng/mL' }],
  });
  assert.ok(value !== undefined);
  assert.deepEqual(
    issues.map((each) => `${each.severity} ${each.code}`),
    ['warning reference-range-unusable'],
  );
});

test('an analyte that is not in the register is kept, with a warning and the nearest name', () => {
  const { value, issues } = read({ laboratory: [{ analyte: 'chromogranine A', value: '12 ng/mL' }] });
  assert.ok(value !== undefined);
  assert.match(issues[0]?.message ?? '', /did you mean "chromogranin A"\?/);
});
