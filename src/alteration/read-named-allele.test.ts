/** Star alleles and polymorphisms by name; a star behind a residue is a stop and no allele. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readNamedAllele } from './read-named-allele.ts';

const rows: readonly (readonly [printed: string, gene: string | undefined, said: object])[] = [
  ['UGT1A1*28', undefined, { gene: 'UGT1A1', allele: '*28' }],
  ['UGT1A1 *28', undefined, { gene: 'UGT1A1', allele: '*28' }],
  ['*28', 'UGT1A1', { gene: 'UGT1A1', allele: '*28' }],
  ['DPYD*2A', undefined, { gene: 'DPYD', allele: '*2A' }],
  ['DPYD*2A homozygous', undefined, { gene: 'DPYD', allele: '*2A', zygosity: 'homozygous' }],
  ['DPYD*13 HOMOZYGOSITY', 'DPYD', { gene: 'DPYD', allele: '*13', zygosity: 'homozygous' }],
  ['CYP2D6*4', undefined, { gene: 'CYP2D6', allele: '*4' }],
  ['rs67376798', undefined, { allele: 'rs67376798' }],
  ['RS67376798', 'DPYD', { gene: 'DPYD', allele: 'rs67376798' }],
  [
    'DPYD rs67376798 heterozygous',
    undefined,
    { gene: 'DPYD', allele: 'rs67376798', zygosity: 'heterozygous' },
  ],
];

for (const [printed, gene, said] of rows)
  test(`${printed} is ${JSON.stringify(said)}`, () => {
    assert.deepEqual(readNamedAllele(printed, printed, gene), { kind: 'namedAllele', ...said, printed });
  });

for (const printed of [
  '*28',
  'R213*',
  'R213*12',
  'KITR213*12',
  'TP53 R213*',
  'rs',
  'rs12',
  'TP53 p.R196fs*13',
  '',
])
  test(`${JSON.stringify(printed)} is no named allele`, () => {
    assert.equal(readNamedAllele(printed, printed, undefined), undefined);
  });
