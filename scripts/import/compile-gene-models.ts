/**
 * Compiles `knowledge/gene-models/` into the two data modules of `src/genes`, after checking every file. Run by a
 * maintainer after each change of a file; a test compares the modules with the files:
 *
 *     node scripts/import/compile-gene-models.ts && node_modules/.bin/biome check --write src/genes
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import {
  checkGeneCatalogue,
  compileGeneModel,
  compileGeneNames,
  geneModelFile,
  geneNamesFile,
} from '../../src/genes/index.ts';

type GeneModelFile = ReturnType<typeof geneModelFile.parse>;

const home = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const folder = join(home, 'knowledge', 'gene-models');
const room = join(home, 'src', 'genes');
const written =
  'Written by scripts/import/compile-gene-models.ts from knowledge/gene-models/; not edited by hand.';

const read = (name: string): unknown => parse(readFileSync(join(folder, name), 'utf8'));
const names = readdirSync(folder).filter((name) => /^[A-Z].*\.yaml$/.test(name));
const files = names.toSorted().map((name) => geneModelFile.parse(read(name)));
const named = geneNamesFile.parse(read('names.yaml'));

const faults = checkGeneCatalogue(files, named);
for (const { message } of faults) process.stderr.write(`${message}\n`);
if (faults.some((fault) => fault.severity === 'error')) process.exit(1);

const rows = files.map((file) => JSON.stringify(compileGeneModel(file))).join(',\n');
writeFileSync(
  join(room, 'gene-model-data.ts'),
  `/** Every gene model. ${written} */\nimport type { GeneModelRow } from './gene-model-row.ts';\n\nexport const geneModelRows: readonly GeneModelRow[] = [${rows}];\n`,
);
const plain = compileGeneNames(named, files).map((row) => JSON.stringify(row));
writeFileSync(
  join(room, 'gene-name-data.ts'),
  `/** Genes of which names and numbers are held: \`symbol|HGNC|NCBI Gene|aliases|accessions|role\`. ${written} */\nexport const geneNameRows: readonly string[] = [${plain.join(',\n')}];\n`,
);
const rowOf = (file: GeneModelFile): string => {
  const row = compileGeneModel(file);
  const mane = row.transcripts.some((transcript) => transcript.mane) ? ', MANE Select' : '';
  const exons =
    row.transcripts.length > 0
      ? `${row.transcripts.length}${mane}`
      : row.parts === undefined
        ? 'none'
        : `in part (${row.parts.exons.split(';').length} exons)`;
  const count = row.residues === '' ? 0 : row.residues.split(' ').length;
  const sequence = row.coding === undefined ? (row.protein === undefined ? `${count}` : 'protein') : 'coding';
  const reference = row.transcripts[0]?.id ?? row.parts?.transcripts.split(';')[0] ?? '';
  return `| ${[row.symbol, row.hgnc ?? '', row.role, exons, reference, sequence].join(' | ')} |`;
};
const page = join(home, 'docs', 'gene-models.md');
const [before = '', rest = ''] = readFileSync(page, 'utf8').split('<!-- genes -->\n');
const after = rest.slice(rest.indexOf('<!-- /genes -->'));
const head = '| gene | HGNC | role | exons | reference | sequence |\n| --- | --- | --- | --- | --- | --- |';
writeFileSync(page, `${before}<!-- genes -->\n${head}\n${files.map(rowOf).join('\n')}\n${after}`);
process.stderr.write(`${files.length} models, ${plain.length} names\n`);
