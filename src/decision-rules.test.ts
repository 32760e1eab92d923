/**
 * The table of decision rules holds: every statement that it names is in the library and rests on the cited lines or on a
 * study of that paper, the lines are there, and every link between statements that limits or supersedes is in the last table.
 */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Statement } from './evidence/index.ts';
import { knowledgePlaces, loadKnowledge } from './knowledge/index.ts';

const home = join(dirname(fileURLToPath(import.meta.url)), '..');
const papers = process.env['CAJAL_SEEDS'] ?? join(home, '..', 'shared', 'seeds');
const { studies, statements } = loadKnowledge(knowledgePlaces(home)).base.evidence;
const statementOf = new Map(statements.map((each) => [each.id, each]));
const studyOf = new Map(studies.map((each) => [each.id, each]));

const text = readFileSync(join(home, 'docs', 'decision-rules.md'), 'utf8');
const sections = text.split(/^## /m).slice(1);
const rowsOf = (section: string): readonly (readonly string[])[] =>
  section
    .split('\n')
    .filter((row) => row.startsWith('| ') && !row.startsWith('| ---'))
    .slice(1)
    .map((row) =>
      row
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
const idsIn = (cell: string | undefined): readonly string[] =>
  [...(cell ?? '').matchAll(/`([a-z0-9-]+)`/g)].flatMap((match) => match[1] ?? []);

interface Rule {
  readonly paper: string;
  readonly lines: readonly (readonly [from: number, to: number])[];
  readonly ids: readonly string[];
}

const rules: readonly Rule[] = sections
  .filter((section) => section.startsWith('Paper'))
  .flatMap((section) =>
    rowsOf(section).map(([where = '', , ids]) => {
      const paper = /^Paper (\d{3})/.exec(section)?.[1] ?? where.slice(0, 3);
      const lines = [...where.replace(/^\d{3}, /, '').matchAll(/(\d+)(?:-(\d+))?/g)].map(
        ([, from, to = from]) => [Number(from), Number(to)] as const,
      );
      return { paper, lines, ids: idsIn(ids) };
    }),
  );

const restsOn = (statement: Statement, paper: string): boolean =>
  statement.place?.document === paper ||
  statement.studies.some((id) => {
    const study = studyOf.get(id);
    if (study === undefined) return false;
    const places = [study.readIn, ...study.counts.map(({ place }) => place)];
    return places.some(({ document }) => document === paper);
  });

test('every rule names statements that are there and rest on its paper', () => {
  const faults = rules.flatMap(({ paper, ids }) =>
    ids.flatMap((id) => {
      const found = statementOf.get(id);
      if (found === undefined) return [`${id} is not in the library`];
      return restsOn(found, paper) ? [] : [`${id} does not rest on paper ${paper}`];
    }),
  );
  assert.deepEqual(faults, []);
  assert.ok(rules.length > 90 && rules.every(({ ids }) => ids.length > 0));
});

test('the lines of every rule are in its paper', {
  skip: existsSync(papers) ? false : `the papers are not at ${papers}`,
}, () => {
  const lengthOf = new Map(
    readdirSync(papers).map((name) => [
      name.slice(0, 3),
      readFileSync(join(papers, name), 'utf8').split('\n').length,
    ]),
  );
  for (const { paper, lines, ids } of rules) {
    assert.ok(lines.length > 0, ids.join());
    for (const [from, to] of lines)
      assert.ok(from <= to && to <= (lengthOf.get(paper) ?? 0), `${paper}, ${from}-${to}`);
  }
});

test('a statement that cites one of the five papers stands in the table', () => {
  const named = new Set(rules.flatMap(({ ids }) => ids));
  const missing = statements
    .filter(({ place }) => place !== undefined && /^\d{3}$/.test(place.document))
    .map(({ id }) => id)
    .filter((id) => !named.has(id));
  assert.deepEqual(missing, []);
});

test('the last table has every statement that later evidence superseded or limited, and no other', () => {
  const wanted = statements.flatMap((each) => [
    ...(each.supersededBy === undefined ? [] : [`${each.id} supersedes ${each.supersededBy.statement}`]),
    ...each.limitedBy.map((link) => `${each.id} limits ${link.statement}`),
  ]);
  const listed = rowsOf(sections.at(-1) ?? '').flatMap(([early, late, does = '']) =>
    does === 'answers another question'
      ? []
      : idsIn(early).flatMap((id) => idsIn(late).map((by) => `${id} ${does} ${by}`)),
  );
  const ofOnePaper = wanted.filter((each) => !each.startsWith('ntrk-fusion-entrectinib-phase1'));
  assert.deepEqual(listed.toSorted(), ofOnePaper.toSorted());
});
