/** `cajal evidence list`: the studies of the library, one a line. */
import type { Study } from '../../evidence/index.ts';
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
  if (enrolled === undefined) return '';
  return evaluable === undefined || evaluable === enrolled
    ? String(enrolled)
    : `${enrolled} (${evaluable} evaluable)`;
}

/** Lists the studies. */
export function evidenceListCommand(options: EvidenceListOptions): void {
  const known = studiesKnownBy(wholeLibrary().studies, options.asOf);
  if (known === undefined) return;
  const { document } = options;
  const studies = known
    .filter((study) => document === undefined || documentsOf(study).has(document))
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
        String(study.citation.year),
        study.design.type,
        sizeText(study),
        entity(study.population.entity).name,
        String(study.printed?.values.length ?? 0),
      ]),
    ]),
  );
  const values = studies.reduce((sum, { printed }) => sum + (printed?.values.length ?? 0), 0);
  print(`\n${studies.length} studies, ${values} printed values with their places`);
}
