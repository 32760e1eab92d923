/**
 * Hotspots against the published table (cancer hotspots v2 and 3D), read here by its columns: what is looked up is what
 * the table holds. The file is not part of the project; without it only the small table is asked.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import {
  type Hotspot,
  type HotspotTable,
  indelHotspot,
  isAlteration,
  oncogenicityOf,
  readNotation,
  residueHotspot,
  spliceHotspot,
} from './index.ts';

const small: HotspotTable = {
  source: 'a table',
  hotspots: [
    { gene: 'BRAF', kind: 'structure', start: 600, end: 600, residue: 'V', alleles: [] },
    {
      gene: 'BRAF',
      kind: 'residue',
      start: 600,
      end: 600,
      residue: 'V',
      alleles: [{ allele: 'E', tumours: 900 }],
      tumours: 1000,
    },
    { gene: 'EGFR', kind: 'indel', start: 745, end: 753, alleles: [{ allele: 'E746_A750del' }] },
    { gene: 'TP53', kind: 'splice', start: 187, end: 187, alleles: [], tumours: 100 },
  ],
};

test('a codon that recurs stands before one that is only near in the structure; the residue has to be the same', () => {
  const at = { residue: 'V', position: 600 };
  const hit = residueHotspot(small, 'BRAF', at, 'E');
  assert.deepEqual([hit?.hotspot.kind, hit?.isAlleleNamed, hit?.tumours], ['residue', true, 900]);
  assert.equal(residueHotspot(small, 'BRAF', at, 'M')?.isAlleleNamed, false);
  assert.equal(residueHotspot(small, 'BRAF', { residue: 'L', position: 600 }, 'E'), undefined);
  assert.equal(residueHotspot(small, 'KRAS', at, 'E'), undefined);
});

test('an indel lies within the range, or is named; reaching beyond it is not enough', () => {
  assert.equal(indelHotspot(small, 'EGFR', { start: 746, end: 750 }, 'E746_A750del')?.isAlleleNamed, true);
  assert.equal(indelHotspot(small, 'EGFR', { start: 747, end: 751 }, 'L747_T751del')?.isAlleleNamed, false);
  assert.equal(indelHotspot(small, 'EGFR', { start: 740, end: 750 }, 'other'), undefined);
});

test('a splice site by the codon at the border', () => {
  assert.equal(spliceHotspot(small, 'TP53', 187)?.tumours, 100);
  assert.equal(spliceHotspot(small, 'TP53', 188), undefined);
});

const data = process.env['CAJAL_DATA'] ?? fileURLToPath(new URL('../../../shared/data', import.meta.url));
const path = join(data, 'hotspots', 'hotspots_v2_and_3d.txt');
const kinds: Readonly<Record<string, Hotspot['kind']>> = {
  'single residue': 'residue',
  'in-frame indel': 'indel',
  'splice site': 'splice',
  '3d': 'structure',
};

function published(): HotspotTable {
  const [head = '', ...lines] = readFileSync(path, 'utf8').split('\n');
  const columns = head.split('\t');
  const hotspots = lines.flatMap((line): readonly Hotspot[] => {
    const cells = line.split('\t');
    const cell = (name: string): string => cells[columns.indexOf(name)] ?? '';
    const kind = kinds[cell('type')];
    const [start, end = start] = cell('amino_acid_position').split('-').map(Number);
    if (kind === undefined || start === undefined || end === undefined) return [];
    const residue = /^([A-Z])\d+$/.exec(cell('residue'))?.[1];
    const alleles = cell('variant_amino_acid')
      .split('|')
      .map((each) => each.split(':'))
      .flatMap(([allele, tumours]) => (allele === undefined ? [] : [{ allele, tumours: Number(tumours) }]));
    const named = kind === 'splice' || residue === undefined ? {} : { residue };
    return [
      {
        gene: cell('hugo_symbol'),
        kind,
        start,
        end,
        ...named,
        alleles,
        tumours: Number(cell('tumor_count')),
      },
    ];
  });
  return { source: 'cancer hotspots v2', hotspots };
}

test('the published table: BRAF V600E, KIT exon 11 deletions, TP53 splice sites', {
  skip: existsSync(path) ? false : 'the table of hotspots is not here',
}, () => {
  const hotspots = published();
  const basis = (text: string) => {
    const { value } = readNotation(text);
    assert.ok(value !== undefined && isAlteration(value), text);
    return oncogenicityOf(value, { hotspots });
  };
  for (const text of [
    'BRAF V600E',
    'KRAS G12D',
    'KIT L576P',
    'KIT V560del',
    'KIT W557_K558del',
    'IDH1 R132H',
  ])
    assert.deepEqual([basis(text).call, basis(text).basis], ['likelyOncogenic', 'hotspot'], text);
  for (const text of ['KIT T304A', 'KIT M541L', 'KIT I571V', 'KIT N882Y', 'KIT amplification'])
    assert.equal(basis(text).call, 'unknownSignificance', text);
  // Where a truncation of a suppressor is at hand it is the basis, before the hotspot.
  assert.equal(basis('TP53 R213*').basis, 'truncationInSuppressor');
});
