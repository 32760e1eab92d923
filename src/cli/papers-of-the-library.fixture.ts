/** The library with what the papers printed, and the text of the papers where it is at hand. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Study, withPrinted } from '../evidence/index.ts';
import { compileKnowledge, knowledgeFiles } from '../knowledge/index.ts';

const home = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const folder = process.env['CAJAL_SEEDS'] ?? join(home, '..', 'shared', 'seeds');

/** Why tests that need the papers are skipped; false where they are there. */
export const skip = existsSync(folder) ? false : `the papers are not at ${folder}`;

const compiled = compileKnowledge(knowledgeFiles(join(home, 'knowledge'))).value;
assert.ok(compiled, 'the library is read without an error');

export const { papers } = compiled.printed;
/** Every study with its printed values. */
export const studies: readonly Study[] = withPrinted(compiled.content.studies, compiled.printed.printed);

/** The lines of a paper's text. */
export function linesOfPaper(id: string): readonly string[] {
  const name = readdirSync(folder).find((each) => each.startsWith(`${id}_`));
  assert.ok(name !== undefined, `paper ${id} is not in ${folder}`);
  return readFileSync(join(folder, name), 'utf8').split('\n');
}
