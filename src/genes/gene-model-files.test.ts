/** The files of `knowledge/gene-models/`: sound in themselves, sound together, and equal to the compiled data. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import {
  checkGeneCatalogue,
  checkGeneModel,
  compileGeneModel,
  compileGeneNames,
  type GeneModelFile,
  geneModelFile,
  geneModelRows,
  geneNameRows,
  geneNamesFile,
} from './index.ts';

const folder = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'knowledge', 'gene-models');
const names = readdirSync(folder)
  .filter((name) => /^[A-Z].*\.yaml$/.test(name))
  .toSorted();
const read = (name: string): unknown => parse(readFileSync(join(folder, name), 'utf8'));
const files = names.map((name) => geneModelFile.parse(read(name)));
const named = geneNamesFile.parse(read('names.yaml'));

test('every file is named for its gene and has no fault', () => {
  assert.deepEqual(
    files.map((file) => `${file.symbol}.yaml`),
    names,
  );
  assert.deepEqual(checkGeneCatalogue(files, named), []);
});

test('the compiled data are what the files say; after a change run scripts/import/compile-gene-models.ts', () => {
  assert.deepEqual(files.map(compileGeneModel), geneModelRows);
  assert.deepEqual(compileGeneNames(named, files), geneNameRows);
});

test('a gene without any exons says why', () => {
  for (const file of files) {
    const { transcripts, parts } = file.imported;
    const held = [...file.transcripts, ...transcripts].length > 0 || parts !== undefined;
    assert.equal(file.noExons === undefined, held, file.symbol);
  }
});

const sound: GeneModelFile = geneModelFile.parse({
  cajal: 'gene-model/1',
  symbol: 'ABC',
  transcripts: [
    {
      id: 'ENST00000000001.1',
      build: 'GRCh38',
      strand: '-',
      cdsLength: 9,
      proteinLength: 2,
      source: 'made for this test',
      exons: [
        [1, 200, 209, 1, 4, 0],
        [2, 100, 104, 5, 9, 1],
      ],
    },
  ],
});

const transcript = sound.transcripts[0];
assert.ok(transcript !== undefined);

const broken: readonly (readonly [part: object, message: RegExp])[] = [
  [{ cdsLength: 10 }, /not whole codons/],
  [{ proteinLength: 3 }, /do not fit 9 coding bases/],
  [{ strand: '+' }, /does not follow exon 1 on the \+ strand/],
  [
    {
      exons: [
        [1, 200, 209, 1, 4, 0],
        [2, 100, 104, 6, 9, 2],
      ],
    },
    /c\.5 comes next/,
  ],
  [
    {
      exons: [
        [1, 200, 209, 1, 4, 0],
        [2, 100, 104, 5, 9, 0],
      ],
    },
    /its phase is 1, not 0/,
  ],
  [
    {
      exons: [
        [1, 200, 202, 1, 4, 0],
        [2, 100, 104, 5, 9, 1],
      ],
    },
    /codes 4 bases and is 3 long/,
  ],
  [
    {
      exons: [
        [1, 200, 209, 1, 4, 0],
        [2, 100, 105, 5, 8, 1],
        [3, 90, 90, 9, 9, 2],
      ],
    },
    /an inner exon codes all/,
  ],
  [{ exons: [[1, 200, 209, 1, 4, 0]] }, /code 4 bases, not 9/],
];

test('the check of a gene sees each kind of fault, and a sound file has none', () => {
  assert.deepEqual(checkGeneModel(sound), []);
  for (const [part, message] of broken) {
    const file = geneModelFile.parse({ ...sound, transcripts: [{ ...transcript, ...part }] });
    const messages = checkGeneModel(file).map((fault) => fault.message);
    assert.ok(
      messages.some((text) => message.test(text)),
      `${message}: ${messages.join('; ')}`,
    );
  }
  const outside = {
    source: 'made for this test',
    proteins: [{ refseq: 'NM_1', length: 2, domains: [['D', 'cd1', 1, 3]] }],
  };
  const parts: readonly (readonly [part: object, message: RegExp])[] = [
    [{ domains: outside }, /lies outside its 2 residues/],
    [
      { reference: { transcript: 'ENST00000000009', source: 'made for this test' } },
      /not among its transcripts/,
    ],
    [{ coding: { source: 'made for this test', sequence: 'ATGAAAAAA' } }, /no stop codon at its end alone/],
    [
      { coding: { source: 'made for this test', sequence: 'ATGTAAAAATAA' } },
      /has 12 bases, ENST00000000001.1 has 9/,
    ],
    [{ protein: { source: 'made for this test', sequence: 'MKK' } }, /3 residues, and 2 are expected/],
    [
      { imported: { residues: [{ source: 'made for this test', on: 'x', list: 'M1 K9' }] } },
      /residue K9 lies beyond residue 2/,
    ],
    [
      { imported: { residues: [{ source: 'made for this test', on: 'x', list: 'M1 K1' }] } },
      /residue 1 is M and K/,
    ],
  ];
  for (const [part, message] of parts) {
    const file = geneModelFile.parse({ ...sound, ...part });
    assert.match(
      checkGeneModel(file)
        .map((fault) => fault.message)
        .join('; '),
      message,
    );
  }
});

test('names that belong to two genes and numbers given twice are refused', () => {
  const list = (symbol: string, aliases: readonly string[], id: string): GeneModelFile =>
    geneModelFile.parse({
      cajal: 'gene-model/1',
      symbol,
      hgnc: { id, source: 'made for this test' },
      aliases: { source: 'made for this test', list: aliases },
    });
  const none = geneNamesFile.parse({
    cajal: 'gene-names/1',
    hgnc: [],
    imported: {
      genes: { source: 'made for this test', numbers: {} },
      accessions: { source: 'made for this test', of: {} },
    },
  });
  const messages = (...models: readonly GeneModelFile[]): string =>
    checkGeneCatalogue(models, none)
      .map((fault) => fault.message)
      .join('; ');
  assert.equal(messages(list('AB', ['x1'], 'HGNC:1'), list('CD', ['x2'], 'HGNC:2')), '');
  assert.match(
    messages(list('AB', ['cd'], 'HGNC:1'), list('CD', [], 'HGNC:2')),
    /"cd" is a name of CD and of AB/,
  );
  assert.match(
    messages(list('AB', ['x'.repeat(2)], 'HGNC:1'), list('CD', ['XX'], 'HGNC:2')),
    /is a name of AB and of CD/,
  );
  assert.match(messages(list('AB', [], 'HGNC:1'), list('CD', [], 'HGNC:1')), /is given to AB and CD/);
});
