/** Changes of chromosomes as cytogenetics (ISCN) and reports write them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Chromosomal } from './alteration.ts';
import { readChromosomal } from './read-chromosomal.ts';

type Said = Omit<Chromosomal, 'kind' | 'printed'>;

const lossOf18: Said = { chromosome: '18', change: 'loss' };
const lossOf18q: Said = { chromosome: '18', arm: 'q', change: 'loss' };
const rows: readonly (readonly [printed: string, said: Said])[] = [
  ['loss of chr 18', lossOf18],
  ['loss of chromosome 18', lossOf18],
  ['chr18 loss', lossOf18],
  ['monosomy 18', lossOf18],
  ['-18', lossOf18],
  ['18q-', lossOf18q],
  ['-18q', lossOf18q],
  ['18q loss', lossOf18q],
  ['loss of 18q', lossOf18q],
  ['chromosome arm 18q loss', lossOf18q],
  ['del(18q)', lossOf18q],
  ['del(18)(q)', lossOf18q],
  ['18q LOH', { chromosome: '18', arm: 'q', change: 'lossOfHeterozygosity' }],
  ['loss of heterozygosity of 18q', { chromosome: '18', arm: 'q', change: 'lossOfHeterozygosity' }],
  ['18q21.2 deletion', { chromosome: '18', arm: 'q', band: '21.2', change: 'loss' }],
  ['del(1p36)', { chromosome: '1', arm: 'p', band: '36', change: 'loss' }],
  ['1q gain', { chromosome: '1', arm: 'q', change: 'gain' }],
  ['+7', { chromosome: '7', change: 'gain' }],
  ['trisomy 7', { chromosome: '7', change: 'gain' }],
  ['gain of chromosome X', { chromosome: 'X', change: 'gain' }],
  ['11q13 amplification', { chromosome: '11', arm: 'q', band: '13', change: 'amplification' }],
  ['1p/19q codeletion', { chromosome: '1', arm: 'p', change: 'loss', with: { chromosome: '19', arm: 'q' } }],
  ['loss of 1p and 19q', { chromosome: '1', arm: 'p', change: 'loss', with: { chromosome: '19', arm: 'q' } }],
  ['t(14;18)', { chromosome: '14', change: 'translocation', with: { chromosome: '18' } }],
  [
    't(12;15)(p13;q25)',
    {
      chromosome: '12',
      arm: 'p',
      band: '13',
      change: 'translocation',
      with: { chromosome: '15', arm: 'q', band: '25' },
    },
  ],
];

for (const [printed, said] of rows)
  test(`${printed} is ${JSON.stringify(said)}`, () => {
    assert.deepEqual(readChromosomal(printed, printed), { kind: 'chromosomal', ...said, printed });
  });

const unread = [
  '18',
  '18q',
  'chr 18',
  'chr 23 loss',
  '0q loss',
  '18z-',
  'loss of 18',
  't(12)',
  'i(17q)',
  'loss',
  '',
];

for (const printed of unread)
  test(`${JSON.stringify(printed)} is no change of a chromosome`, () => {
    assert.equal(readChromosomal(printed, printed), undefined);
  });
