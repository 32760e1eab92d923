/** Writes the generated tables and the pictures of figures into docs/; with `--check` says which are not current and ends with 1. `npm run docs` */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { auditOfPapers } from './audit-of-papers.ts';
import { galleryPictures } from './gallery.ts';
import { generatedBlocks, withBlock } from './generated-blocks.ts';

const checkOnly = process.argv.includes('--check');

for (const block of generatedBlocks()) {
  const path = fileURLToPath(new URL(`../../${block.file}`, import.meta.url));
  const present = readFileSync(path, 'utf8');
  const written = withBlock(present, block);
  if (written === undefined) throw new Error(`${block.file} has no place for the generated ${block.name}`);
  if (written === present) continue;
  if (checkOnly) {
    process.stderr.write(`${block.name} in ${block.file} is not current: npm run docs\n`);
    process.exitCode = 1;
  } else writeFileSync(path, written);
}

const wholeFiles = [...galleryPictures(), { file: 'docs/audit-of-the-papers.md', drawn: auditOfPapers() }];
for (const { file, drawn } of wholeFiles) {
  const path = fileURLToPath(new URL(`../../${file}`, import.meta.url));
  if (existsSync(path) && readFileSync(path, 'utf8') === drawn) continue;
  if (checkOnly) {
    process.stderr.write(`${file} is not what its command makes: npm run docs\n`);
    process.exitCode = 1;
  } else writeFileSync(path, drawn);
}
