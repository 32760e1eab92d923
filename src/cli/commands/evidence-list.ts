/** `cajal evidence list`: the studies of the library, one a line. */
import { citationYearText, libraryWords, type Study } from '../../evidence/index.ts';
import { entity } from '../../tumour/index.ts';
import type { EvidenceListOptions } from '../evidence-options.ts';
import { reportIssues } from '../outcome.ts';
import { studiesKnownBy, wholeLibrary } from './evidence-library.ts';
import { print, table } from './stats.ts';

const documentsOf = (study: Study): ReadonlySet<string> =>
  new Set([
    study.readIn.document,
    ...(study.printed?.values ?? []).map(({ place }) => place.document),
    ...[...study.counts, ...study.measures].map(({ place }) => place.document),
  ]);

function sizeText({ population }: Study): string {
  const { enrolled, evaluable } = population;
  if (enrolled === undefined) return evaluable === undefined ? '' : `${evaluable} evaluable`;
  return evaluable === undefined || evaluable === enrolled
    ? String(enrolled)
    : `${enrolled} (${evaluable} evaluable)`;
}

/** What a date leaves out: studies of later years, and those of which no paper prints the year. */
function leftOutText(all: readonly Study[], known: readonly Study[], asOf: string): string {
  const leftOut = all.filter((study) => !known.includes(study));
  const undated = leftOut.filter(({ citation }) => citation.yearIs !== undefined).length;
  const left = `not listed, because not certainly known by ${asOf}: ${leftOut.length} studies`;
  return undated === 0
    ? left
    : `${left}; of ${undated} of them the year is not printed, so that some may have been known`;
}

/** Lists the studies. */
export function evidenceListCommand(options: EvidenceListOptions): void {
  const all = wholeLibrary().studies;
  const known = studiesKnownBy(all, options.asOf);
  if (known === undefined) return;
  const { document } = options;
  const isAsked = (study: Study): boolean => document === undefined || documentsOf(study).has(document);
  const studies = known
    .filter(isAsked)
    .toSorted((a, b) => a.citation.year - b.citation.year || (a.id < b.id ? -1 : 1));
  if (document !== undefined && studies.length === 0) {
    const message = `no study was read in, or printed in, "${document}"; leave --document out to see all`;
    reportIssues([{ code: 'unknown-reference', severity: 'error', message, source: '--document' }]);
    return;
  }
  if (options.json) {
    print(
      JSON.stringify(
        studies.map(({ id, title, citation, design, selection, population, printed }) => ({
          id,
          title,
          citation,
          design,
          selection,
          population: { words: population.words, entity: population.entity, enrolled: population.enrolled },
          printedValues: printed?.values.length ?? 0,
        })),
        null,
        2,
      ),
    );
    return;
  }
  print(
    table([
      ['study', 'year', 'design', 'patients', 'of', 'printed values'],
      ...studies.map((study) => [
        study.id,
        citationYearText(study.citation),
        libraryWords(study.design.type),
        sizeText(study),
        entity(study.population.entity).name,
        String(study.printed?.values.length ?? 0),
      ]),
    ]),
  );
  const values = studies.reduce((sum, { printed }) => sum + (printed?.values.length ?? 0), 0);
  print(`\n${studies.length} studies, ${values} printed values with their places`);
  if (options.asOf !== undefined) print(leftOutText(all.filter(isAsked), known, options.asOf));
}
