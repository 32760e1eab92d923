/** Tables of hotspots: the columns by header, the plain list, and what is no such table. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { readHotspotFile } from './hotspot-file.ts';

const head =
  'hugo_symbol\tresidue\ttype\tamino_acid_position\tvariant_amino_acid\ttumor_count\tq_value\ttranscript_id';
const rowOf = (...cells: readonly string[]): string => cells.join('\t');

test('a residue with its alleles, counts, q value and transcript', () => {
  const text = `${head}\n${rowOf('KIT', 'D816', 'single residue', '816', 'V:60|H:8', '70', '1.2e-30', 'ENST1')}`;
  assert.deepEqual(readHotspotFile(text), {
    hotspots: [
      {
        gene: 'KIT',
        kind: 'residue',
        start: 816,
        end: 816,
        residue: 'D',
        alleles: [
          { allele: 'V', tumours: 60 },
          { allele: 'H', tumours: 8 },
        ],
        tumours: 70,
        qValue: 1.2e-30,
        transcript: 'ENST1',
      },
    ],
    skipped: {},
    issues: [],
  });
});

suite('the kinds of hotspots', () => {
  const rows: readonly (readonly [
    type: string,
    residue: string,
    place: string,
    kind: string,
    from: number,
    to: number,
  ])[] = [
    ['in-frame indel', '550-559', '550-559', 'indel', 550, 559],
    ['splice site', 'X1010', '1010', 'splice', 1010, 1010],
    ['3D', 'K117', '', 'structure', 117, 117],
  ];
  for (const [type, residue, place, kind, from, to] of rows) {
    test(type, () => {
      const [hotspot] = readHotspotFile(
        `${head}\n${rowOf('KIT', residue, type, place, '', '', '', '')}`,
      ).hotspots;
      assert.deepEqual([hotspot?.kind, hotspot?.start, hotspot?.end], [kind, from, to]);
    });
  }
});

test('rows that are not read are counted', () => {
  const text = [
    head,
    rowOf('KIT', '', 'something else', '1', '', '', '', ''),
    rowOf('KIT', '?', '3d', '', '', '', '', ''),
    rowOf('KIT', `D${'9'.repeat(30)}`, 'single residue', '', '', '', '', ''),
    rowOf('KIT', 'D0', 'single residue', '0', '', '', '', ''),
    rowOf('KIT', '559-550', 'in-frame indel', '559-550', '', '', '', ''),
    rowOf('KIT', 'D816', 'toString', '816', '', '', '', ''),
  ];
  assert.deepEqual(readHotspotFile(text.join('\r\n')).skipped, {
    'rows of another type': 2,
    'rows without a position': 4,
  });
});

test('the plain list joins the alleles of a residue', () => {
  const text =
    '7\t140453136\tA\tT\tBRAF\tmissense\tV600E\n7\t140453137\tC\tT\tBRAF\tmissense\tV600M\n7\t1\tA\t-\tBRAF\tdel\tV600del\n';
  assert.deepEqual(readHotspotFile(text), {
    hotspots: [
      {
        gene: 'BRAF',
        kind: 'residue',
        start: 600,
        end: 600,
        residue: 'V',
        alleles: [{ allele: 'E' }, { allele: 'M' }],
      },
    ],
    skipped: { 'rows without a substitution': 1 },
    issues: [],
  });
});

for (const text of ['', 'gene\tposition\nKIT\t816\n', '{}']) {
  test(`no table of hotspots: ${JSON.stringify(text).slice(0, 30)}`, () => {
    const { hotspots, issues } = readHotspotFile(text);
    assert.deepEqual(hotspots, []);
    assert.deepEqual(
      issues.map(({ code }) => code),
      ['column-missing'],
    );
  });
}

test('columns in another order, Windows line ends, a byte order mark, and a row that ends early', () => {
  const { hotspots } = readHotspotFile(
    '\ufeffType\tResidue\tHugo_Symbol\r\nsingle residue\tD816\tKIT\r\n3D\tK117\r\n',
  );
  assert.deepEqual(hotspots, [
    { gene: 'KIT', kind: 'residue', start: 816, end: 816, residue: 'D', alleles: [] },
  ]);
});

test('an allele without a count, and counts that are none', () => {
  const [hotspot] = readHotspotFile(
    `${head}\n${rowOf('KIT', 'D816', 'single residue', '816', 'V:x|H|Y:3', 'many', 'none', '')}`,
  ).hotspots;
  assert.deepEqual(hotspot?.alleles, [{ allele: 'V:x' }, { allele: 'H' }, { allele: 'Y', tumours: 3 }]);
  assert.deepEqual([hotspot?.tumours, hotspot?.qValue], [undefined, undefined]);
});

const folder = join(
  process.env['CAJAL_DATA'] ?? join(import.meta.dirname, '../../../../shared/data'),
  'hotspots',
);
suite('the published tables', () => {
  for (const name of ['hotspots_v2_and_3d.txt', 'cancerhotspots_v2_GRCh37.tsv']) {
    const path = join(folder, name);
    test(name, { skip: existsSync(path) ? false : `no reference data at ${path}` }, (context) => {
      const { hotspots, skipped, issues } = readHotspotFile(readFileSync(path, 'utf8'));
      context.diagnostic(`${hotspots.length} hotspots, left out: ${JSON.stringify(skipped)}`);
      assert.deepEqual(issues, []);
      const braf = hotspots.find(
        ({ gene, start, kind }) => gene === 'BRAF' && start === 600 && kind === 'residue',
      );
      assert.equal(braf?.residue, 'V');
      assert.ok(braf.alleles.some(({ allele }) => allele === 'E'));
    });
  }
});
