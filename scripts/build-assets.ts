/**
 * The data of an installed package, written after the compiler: the curated library compiled and hashed, and the JSON
 * Schemas of case files and reports. Run by `npm run build`; a library with errors ends the build.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  caseJsonSchema,
  compileKnowledge,
  issueText,
  knowledgeFiles,
  knowledgePlaces,
  reportJsonSchema,
  writeCompiled,
  writePrinted,
} from '../src/index.ts';

const home = fileURLToPath(new URL('..', import.meta.url));
const { folder, packaged, packagedPrinted } = knowledgePlaces(home);
/** A package has no YAML files whose change its library would have to follow. */
const noSources = '0'.repeat(64);

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

const { value: library, issues } = compileKnowledge(knowledgeFiles(folder));
for (const issue of issues) process.stderr.write(`${issueText(issue)}\n`);
if (library === undefined) {
  process.stderr.write('the library has errors; nothing is packed\n');
  process.exit(1);
}
write(packaged, writeCompiled(library.content, noSources));
write(packagedPrinted, writePrinted(library.printed, noSources));
const schemas = { case: caseJsonSchema(), report: reportJsonSchema() };
for (const [name, schema] of Object.entries(schemas))
  write(join(home, 'dist', 'schema', `${name}.schema.json`), `${JSON.stringify(schema, null, 2)}\n`);
