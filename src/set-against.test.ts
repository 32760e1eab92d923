/**
 * Where papers 003 and 004 set findings against each other: every place stands in the table of the decision rules, and what the
 * table says of the conflict register is so.
 */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { conflictRegister } from './evidence/index.ts';
import { knowledgePlaces, loadKnowledge } from './knowledge/index.ts';

const home = join(dirname(fileURLToPath(import.meta.url)), '..');
const papers = process.env['CAJAL_SEEDS'] ?? join(home, '..', 'shared', 'seeds');
const register = conflictRegister(loadKnowledge(knowledgePlaces(home)).base.evidence.statements);
const text = readFileSync(join(home, 'docs', 'decision-rules.md'), 'utf8');
const section = text.split(/^## /m).find((each) => each.startsWith('Where papers 003 and 004')) ?? '';

const rows = section
  .split('\n')
  .filter((row) => /^\| 00[34],/.test(row))
  .map((row) => {
    const [where = '', , found = ''] = row.slice(2).split(' | ');
    const ids = [...found.matchAll(/`([a-z0-9-]+)`/g)].flatMap((match) => match[1] ?? []);
    const lines = [...where.slice(4).matchAll(/(\d+)(?:-(\d+))?/g)].map(
      ([, from, to = from]) => [Number(from), Number(to)] as const,
    );
    return { paper: where.slice(0, 3), lines, found, ids };
  });

/** Words that set one thing against another. */
const setting =
  /\b(?:however|in contrast|contrasts|controversial|conflict|whereas|on the other hand|unlike|conversely|contrary|contrarily)/gi;

/** The lines of a text on which such a word begins; a word that is divided at the end of a line is read whole. */
function settingLines(lines: readonly string[]): readonly number[] {
  return lines.flatMap((line, index) => {
    const own = line.endsWith('-') ? line.slice(0, -1) : `${line} `;
    const starts = [...`${own}${lines[index + 1] ?? ''}`.matchAll(setting)].map((match) => match.index);
    return starts.some((at) => at < own.length) ? [index + 1] : [];
  });
}

test('every place where a paper sets findings against each other is in the table', {
  skip: existsSync(papers) ? false : `the papers are not at ${papers}`,
}, () => {
  const missing = readdirSync(papers)
    .filter((name) => /^00[34]/.test(name))
    .flatMap((name) => {
      const own = rows.filter(({ paper }) => paper === name.slice(0, 3)).flatMap(({ lines }) => lines);
      return settingLines(readFileSync(join(papers, name), 'utf8').split('\n'))
        .filter((at) => !own.some(([from, to]) => from <= at && at <= to))
        .map((at) => `${name.slice(0, 3)}, ${at}`);
    });
  assert.deepEqual(missing, []);
  assert.ok(rows.length > 30, `${rows.length} rows`);
});

test('what the table says of the register is so', () => {
  for (const { found, ids, lines } of rows) {
    const [one, other] = ids;
    const name = `${String(lines)}: ${found}`;
    if (found.startsWith('none: ')) continue;
    assert.ok(one !== undefined && other !== undefined, name);
    if (found.startsWith('conflict: ')) {
      const sideOf = (id: string) =>
        register.conflicts.flatMap(({ sides }, conflict) =>
          sides.flatMap(({ statements }, side) =>
            statements.some(({ statement }) => statement.id === id) ? [{ conflict, side }] : [],
          ),
        )[0];
      const [a, b] = [sideOf(one), sideOf(other)];
      assert.ok(a !== undefined && a.conflict === b?.conflict && a.side !== b.side, name);
    } else {
      assert.ok(found.startsWith('different questions: '), name);
      const pair = ids.toSorted();
      const isThere = register.differentQuestions.some(
        ({ statements }) =>
          statements
            .map(({ id }) => id)
            .toSorted()
            .join() === pair.join(),
      );
      assert.ok(isThere, name);
    }
  }
});
