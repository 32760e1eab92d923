/** What an assay can say of an event in a gene: what it covers, what it can miss, and what nobody has stated. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AssayReach } from '../truth/index.ts';
import { recordWith } from './example-cases.fixture.ts';
import { type Assay, type ReachQuestion, reachOf } from './index.ts';

function assayWith(fields: object): Assay {
  const [assay] = recordWith({
    assays: [{ id: 'a', name: 'assay', analyte: 'DNA', status: 'done', ...fields }],
  }).assays;
  assert.ok(assay !== undefined);
  return assay;
}

const panel = { genes: ['KIT', 'TP53'], detects: ['smallVariant', 'copyNumber'] };
const kitInPart = { genes: ['KIT'], regions: [{ gene: 'KIT', exons: [9, 11] }], detects: ['smallVariant'] };
const fusionsOnRna = { analyte: 'RNA', genes: ['NTRK1', 'NTRK2', 'NTRK3'], detects: ['fusion'] };
const kit: ReachQuestion = { event: 'smallVariant', gene: 'KIT' };
const ntrk3: ReachQuestion = { event: 'fusion', gene: 'NTRK3' };

const rows: readonly (readonly [string, object | undefined, ReachQuestion, AssayReach])[] = [
  ['no assay named', undefined, kit, 'unstated'],
  ['a panel with the gene', panel, kit, 'detects'],
  ['a panel with the gene, in other letters', panel, { ...kit, gene: 'kit' }, 'detects'],
  ['a panel without the gene', panel, { ...kit, gene: 'PDGFRA' }, 'doesNotCover'],
  ['a panel of which the genes are not stated', { detects: ['smallVariant'] }, kit, 'unstated'],
  ['a panel of all genes', { genes: 'all', detects: ['smallVariant'] }, kit, 'detects'],
  ['no word of what is detected', { genes: ['KIT'] }, kit, 'unstated'],
  ['another kind of event', panel, ntrk3, 'doesNotCover'],
  ['no gene asked, of a panel of some genes', panel, { event: 'smallVariant' }, 'canMiss'],
  [
    'no gene asked, of a panel of all genes',
    { ...panel, genes: 'all' },
    { event: 'smallVariant' },
    'detects',
  ],
  [
    'no gene asked, of a panel of which the genes are not stated',
    { detects: ['smallVariant'] },
    { event: 'smallVariant' },
    'detects',
  ],
  ['no gene asked, of an RNA panel of some genes', fusionsOnRna, { event: 'fusion' }, 'canMiss'],
  [
    'no gene asked of what no gene bounds: a panel of some genes reads microsatellites all the same',
    { genes: ['KIT'], detects: ['microsatelliteInstability'] },
    { event: 'microsatelliteInstability' },
    'detects',
  ],
  [
    'no gene asked of what no gene bounds: mutational burden',
    { genes: ['KIT'], detects: ['tumourMutationalBurden'] },
    { event: 'tumourMutationalBurden' },
    'detects',
  ],
  [
    'no gene asked of what no gene bounds: mismatch repair',
    { genes: ['MLH1', 'MSH2'], detects: ['mismatchRepair'] },
    { event: 'mismatchRepair' },
    'detects',
  ],
  ['an event that it can miss', { genes: ['KIT'], canMiss: ['smallVariant'] }, kit, 'canMiss'],
  [
    'an event that it can miss, in a gene not covered',
    { genes: ['TP53'], canMiss: ['smallVariant'] },
    kit,
    'doesNotCover',
  ],
  ['the exons that hold the question', kitInPart, { ...kit, exon: 11 }, 'detects'],
  ['other exons than the question', kitInPart, { ...kit, exon: 17 }, 'doesNotCover'],
  ['some exons, the question names none', kitInPart, kit, 'canMiss'],
  [
    'regions of another gene only',
    { ...panel, regions: [{ gene: 'TP53', exons: [5] }] },
    { ...kit, exon: 17 },
    'detects',
  ],
  // A DNA panel can miss a fusion, whatever its laboratory lists (paper 001, lines 289-297).
  ['a fusion on DNA', { analyte: 'DNA', genes: ['NTRK3'], detects: ['fusion'] }, ntrk3, 'canMiss'],
  ['a fusion by a stain', { analyte: 'protein', genes: ['NTRK3'], detects: ['fusion'] }, ntrk3, 'canMiss'],
  ['a fusion on RNA', fusionsOnRna, ntrk3, 'detects'],
  ['a fusion on RNA, another gene', fusionsOnRna, { event: 'fusion', gene: 'ALK' }, 'doesNotCover'],
  [
    'a fusion on RNA that it can miss',
    { ...fusionsOnRna, detects: [], canMiss: ['fusion'] },
    ntrk3,
    'canMiss',
  ],
  [
    'a fusion by FISH of chromosomes',
    { analyte: 'chromosomes', genes: ['NTRK3'], detects: ['fusion'] },
    ntrk3,
    'detects',
  ],
  [
    'microsatellites',
    { detects: ['microsatelliteInstability'] },
    { event: 'microsatelliteInstability' },
    'detects',
  ],
];
for (const [name, fields, question, expected] of rows) {
  test(`${name}: ${expected}`, () => {
    assert.equal(reachOf(fields === undefined ? undefined : assayWith(fields), question), expected);
  });
}
