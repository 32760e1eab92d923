/**
 * `cajal evidence check`: the studies read and checked; where the papers are at hand as text, every printed text has to stand
 * at the lines that are cited for it.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { checkPlaces, checkValues, placesOfStudy, withPrinted } from '../../evidence/index.ts';
import { compileKnowledge, knowledgeFiles, knowledgePlaces } from '../../knowledge/index.ts';
import type { Issue } from '../../reading/index.ts';
import { homeFolder } from '../home.ts';
import { reportIssues } from '../outcome.ts';
import { wholeLibrary } from './evidence-library.ts';
import { print } from './stats.ts';

const notAFolder = (source: string, what: string): Issue => ({
  code: 'file-not-found',
  severity: 'error',
  message: `is not a folder of ${what}`,
  source,
});

/** The papers of a folder, by the three digits with which their file begins. */
function papersOf(folder: string): ReadonlyMap<string, readonly string[]> {
  const names = readdirSync(folder).filter((name) => /^\d{3}[_.-].*\.txt$/.test(name));
  return new Map(
    names.map((name) => [name.slice(0, 3), readFileSync(join(folder, name), 'utf8').split('\n')]),
  );
}

/** Checks the library. */
export function evidenceCheckCommand(
  folder: string | undefined,
  options: { readonly papers?: string },
): void {
  const isFolder = (path: string) => existsSync(path) && statSync(path).isDirectory();
  if (folder !== undefined && !isFolder(folder)) {
    reportIssues([notAFolder(folder, 'knowledge files')]);
    return;
  }
  if (options.papers !== undefined && !isFolder(options.papers)) {
    reportIssues([notAFolder(options.papers, 'papers as text')]);
    return;
  }
  const home = knowledgePlaces(homeFolder).folder;
  const at = folder ?? (existsSync(home) ? home : undefined);
  let studies = at === undefined ? wholeLibrary().studies : undefined;
  if (at !== undefined) {
    const { value, issues } = compileKnowledge(knowledgeFiles(at));
    if (reportIssues(issues) || value === undefined) return;
    studies = withPrinted(value.content.studies, value.printed.printed);
  }
  const all = studies ?? [];
  const values = all.reduce((sum, { printed }) => sum + (printed?.values.length ?? 0), 0);
  const misquoted = all.flatMap((study) =>
    checkValues(study).map(
      (message): Issue => ({ code: 'wrong-value', severity: 'error', message, source: study.id }),
    ),
  );
  if (reportIssues(misquoted)) return;
  if (all.length === 0) {
    reportIssues([
      { code: 'input-empty', severity: 'error', message: 'holds no study', source: at ?? 'the library' },
    ]);
    return;
  }
  print(`${all.length} studies, ${values} printed values, no errors`);
  if (options.papers === undefined) return;
  const papers = papersOf(options.papers);
  const issues = all.flatMap((study) =>
    checkPlaces(placesOfStudy(study), papers).map(
      (fault): Issue => ({ code: 'wrong-value', severity: 'error', message: fault, source: study.id }),
    ),
  );
  if (reportIssues(issues)) return;
  const places = all.flatMap(placesOfStudy).filter(({ document }) => papers.has(document)).length;
  print(`${places} places in ${papers.size} papers: every printed text stands at its lines`);
}
