/** Biomarkers by rule: the marker, its result, number, unit and scoring as printed; anything else is not read. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Marker } from './marker.ts';
import { readMarker } from './read-marker.ts';

type Said = Omit<Marker, 'kind' | 'printed'>;

const rows: readonly (readonly [printed: string, said: Said])[] = [
  ['MSI-H', { marker: 'MSI', result: 'high' }],
  ['MSI-high', { marker: 'MSI', result: 'high' }],
  ['microsatellite instability high', { marker: 'MSI', result: 'high' }],
  ['MSI-L', { marker: 'MSI', result: 'low' }],
  ['MSS', { marker: 'MSI', result: 'stable' }],
  ['microsatellite stable', { marker: 'MSI', result: 'stable' }],
  ['Microsatellite status: stable', { marker: 'MSI', result: 'stable' }],
  ['dMMR', { marker: 'MMR', result: 'deficient' }],
  ['MMR-D', { marker: 'MMR', result: 'deficient' }],
  ['mismatch repair deficient', { marker: 'MMR', result: 'deficient' }],
  ['pMMR', { marker: 'MMR', result: 'proficient' }],
  ['MMR intact', { marker: 'MMR', result: 'proficient' }],
  ['TMB 12 mut/Mb', { marker: 'TMB', value: { low: 12, high: 12, unit: 'mut/Mb' } }],
  ['TMB: 12.5 mutations per megabase', { marker: 'TMB', value: { low: 12.5, high: 12.5, unit: 'mut/Mb' } }],
  ['TMB >=10 mut/Mb', { marker: 'TMB', value: { comparison: '>=', low: 10, high: 10, unit: 'mut/Mb' } }],
  ['TMB ≥10 mut/Mb', { marker: 'TMB', value: { comparison: '>=', low: 10, high: 10, unit: 'mut/Mb' } }],
  ['TMB 10', { marker: 'TMB', value: { low: 10, high: 10 } }],
  ['TMB-high', { marker: 'TMB', result: 'high' }],
  ['TMB-H', { marker: 'TMB', result: 'high' }],
  ['high tumour mutational burden', { marker: 'TMB', result: 'high' }],
  ['PD-L1 CPS 5', { marker: 'PD-L1', scoring: 'CPS', value: { low: 5, high: 5 } }],
  ['PD-L1 (CPS 5)', { marker: 'PD-L1', scoring: 'CPS', value: { low: 5, high: 5 } }],
  ['CD274 CPS <1', { marker: 'PD-L1', scoring: 'CPS', value: { comparison: '<', low: 1, high: 1 } }],
  [
    'PD-L1 TPS >=50%',
    { marker: 'PD-L1', scoring: 'TPS', value: { comparison: '>=', low: 50, high: 50, unit: '%' } },
  ],
  ['PD-L1 TPS 1-49%', { marker: 'PD-L1', scoring: 'TPS', value: { low: 1, high: 49, unit: '%' } }],
  [
    'PD-L1 tumor proportion score 80%',
    { marker: 'PD-L1', scoring: 'TPS', value: { low: 80, high: 80, unit: '%' } },
  ],
  ['PD-L1 negative', { marker: 'PD-L1', result: 'negative' }],
  ['HER2 3+', { marker: 'HER2', score: '3+' }],
  ['HER2 IHC 2+', { marker: 'HER2', scoring: 'IHC', score: '2+' }],
  ['HER2 0', { marker: 'HER2', score: '0' }],
  ['HER2-positive', { marker: 'HER2', result: 'positive' }],
  ['HER2 low', { marker: 'HER2', result: 'low' }],
  ['HRD positive', { marker: 'HRD', result: 'positive' }],
  ['EBV negative', { marker: 'EBV', result: 'negative' }],
];

for (const [printed, said] of rows)
  test(`${printed} is ${JSON.stringify(said)}`, () => {
    assert.deepEqual(readMarker(printed, printed, undefined), { kind: 'marker', ...said, printed });
  });

const unread = [
  'MSI',
  'PD-L1',
  'HER2',
  'HER2 amplification',
  'HER2 S310F',
  'TMB 12 cm',
  'TMB twelve',
  'PD-L1 CPS five',
  'MSIX high',
  'ERBB2 3+ and amplification',
  'MLH1 loss',
  'ERCC2 positive',
  'ARID1A low',
  '',
];

for (const printed of unread)
  test(`${JSON.stringify(printed)} is no result of a marker`, () => {
    assert.equal(readMarker(printed, printed, undefined), undefined);
  });
