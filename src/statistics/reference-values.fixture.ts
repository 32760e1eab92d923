/** The larger reference values (R 4.2.2 and SciPy), where the data folder is present; tests skip with `absent` where not. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

/** @public */
export const referenceFolder = join(
  process.env['CAJAL_DATA'] ?? join(import.meta.dirname, '../../../shared/data'),
  'statistics',
);
const file = join(referenceFolder, 'reference-values.json');

/**
 * False, or why tests on the reference values are skipped.
 *
 * @public
 */
export const absent: false | string = existsSync(file) ? false : `${file} is absent`;

const reference = z.looseObject({
  id: z.string(),
  topic: z.string(),
  call: z.string(),
  input: z.record(z.string(), z.unknown()).optional(),
  expected: z.record(z.string(), z.unknown()),
});
/** One call with its answer. */
export type Reference = z.infer<typeof reference>;

function allReferences(): readonly Reference[] {
  const { references } = z
    .looseObject({ references: z.array(z.unknown()) })
    .parse(JSON.parse(readFileSync(file, 'utf8')));
  return references.flatMap((each) => reference.safeParse(each).data ?? []);
}

/** The topics that begin so. */
export const topicsWith = (start: string): readonly string[] =>
  [...new Set(allReferences().map(({ topic }) => topic))]
    .filter((topic) => topic.startsWith(start))
    .toSorted();

/** The references of a topic; there is at least one. */
export function referencesOf(topic: string): readonly Reference[] {
  const found = allReferences();
  const own = found.filter((each) => each.topic === topic);
  assert.ok(own.length > 0, topic);
  return own;
}

/** A list of numbers, of which one alone stands unboxed. */
export function numbersOf(given: unknown): readonly (number | null)[] {
  return z.array(z.number().nullable()).parse(Array.isArray(given) ? given : [given]);
}

/** The rows of a table of the folder, by column. */
export function tableOf(name: string): readonly Readonly<Record<string, string>>[] {
  const [head = '', ...lines] = readFileSync(join(referenceFolder, 'data', name), 'utf8')
    .trim()
    .split(/\r?\n/);
  const cells = (line: string): readonly string[] => line.split(',').map((cell) => cell.replaceAll('"', ''));
  const names = cells(head);
  return lines.map((line) => {
    const row = cells(line);
    return Object.fromEntries(names.map((column, at) => [column, row[at] ?? '']));
  });
}

/** Fails unless each number is within the tolerance of the wanted one, relative above 1e-3. */
export function assertNear(actual: unknown, wanted: unknown, where: string, tolerance = 1e-10): void {
  const [own, others] = [numbersOf(actual), numbersOf(wanted)];
  assert.equal(own.length, others.length, where);
  for (const [at, other] of others.entries()) {
    const value = own[at] ?? null;
    if (other === null || value === null) assert.equal(value, other, where);
    else
      assert.ok(
        Math.abs(value - other) <= tolerance * Math.max(1e-3, Math.abs(other)),
        `${where} ${at}: ${value}, not ${other}`,
      );
  }
}
