/** Which studies a page is asked for: by words, paper, tumour and knowledge date; what is not understood is said at its field. */
import { isKnownBy, type KnowledgeClock, type Paper, type Study } from '../evidence/index.ts';
import type { Issue } from '../reading/index.ts';
import { type EntityId, entities, entity, relateEntities } from '../tumour/index.ts';
import { parsePatientDate } from '../units/index.ts';

/** The fields of the filter as they were typed. */
export interface StudyFilter {
  readonly words: string;
  readonly document: string;
  readonly entity: string;
  readonly asOf: string;
}

export interface FilteredStudies {
  readonly filter: StudyFilter;
  readonly studies: readonly Study[];
  readonly issues: Readonly<Partial<Record<keyof StudyFilter, Issue>>>;
}

/** Documents in which values of a study were read. */
export const documentsOf = (study: Study): ReadonlySet<string> =>
  new Set([
    study.readIn.document,
    ...(study.printed?.values ?? []).map(({ place }) => place.document),
    ...[...study.counts, ...study.measures].map(({ place }) => place.document),
  ]);

/** The tumours of a study: of all its patients, of its parts, and of those that it counts. */
const entitiesOfStudy = ({ population, counts, printed }: Study): readonly EntityId[] => [
  population.entity,
  ...population.composition.map((part) => part.entity),
  ...counts.flatMap((count) => (count.population === undefined ? [] : [count.population.entity])),
  ...(printed?.groups ?? []).flatMap((group) => (group.entity === undefined ? [] : [group.entity])),
];

const isOfKind = (study: Study, asked: EntityId): boolean =>
  entitiesOfStudy(study).some((each) =>
    ['same', 'broaderIncludes'].includes(relateEntities(entity(asked), entity(each)).relation),
  );

/** The knowledge date of a request as typed; empty where none was. */
export const asOfOf = (query: Readonly<Record<string, string>>): string =>
  (query['asOf'] ?? '').trim().slice(0, 200);

/** The clock of a date as typed, or why it is none; no date is the whole library. */
export function knowledgeClock(asOf: string): KnowledgeClock | Issue {
  if (asOf === '') return { kind: 'latest' };
  const parsed = parsePatientDate(asOf);
  if (parsed.ok && parsed.value.axis === 'calendar' && parsed.value.latest !== null)
    return { kind: 'asOf', date: parsed.value };
  return {
    code: 'unparsable-date',
    severity: 'error',
    message: `"${asOf.slice(0, 40)}" is not a calendar date; write it as 2019, 2019-12 or 2019-12-31`,
  };
}

/** Studies known by a date, or why the date is none. */
export function knownBy(studies: readonly Study[], asOf: string): readonly Study[] | Issue {
  const clock = knowledgeClock(asOf);
  return 'code' in clock ? clock : studies.filter(({ published }) => isKnownBy(published, clock));
}

const textOf = ({ id, title, citation, population, arms }: Study): string =>
  [
    id,
    title,
    citation.authors,
    citation.journal,
    citation.pmid,
    ...citation.trial,
    population.words,
    entity(population.entity).name,
    ...arms.flatMap(({ label, drugs, regimen }) => [label, regimen, ...drugs]),
  ]
    .join(' ')
    .toLowerCase();

const unknown = (value: string, what: string): Issue => ({
  code: 'unknown-reference',
  severity: 'error',
  message: `"${value.slice(0, 60)}" is no ${what} of the library; choose one from the list`,
});

/** The studies that fit every field. */
export function filterStudies(
  all: readonly Study[],
  papers: readonly Paper[],
  query: Readonly<Record<string, string>>,
): FilteredStudies {
  const field = (name: string): string => (query[name] ?? '').trim().slice(0, 200);
  const filter: StudyFilter = {
    words: field('q'),
    document: field('document'),
    entity: field('entity'),
    asOf: asOfOf(query),
  };
  const known = knownBy(all, filter.asOf);
  const asked = entities.find(({ id }) => id === filter.entity)?.id;
  const isPaper = filter.document === '' || papers.some(({ id }) => id === filter.document);
  const words = filter.words
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const issues = {
    ...('code' in known ? { asOf: known } : {}),
    ...(filter.entity !== '' && asked === undefined ? { entity: unknown(filter.entity, 'tumour') } : {}),
    ...(isPaper ? {} : { document: unknown(filter.document, 'paper') }),
  };
  if ('code' in known || Object.keys(issues).length > 0) return { filter, studies: [], issues };
  const studies = known.filter(
    (study) =>
      (filter.document === '' || documentsOf(study).has(filter.document)) &&
      (asked === undefined || isOfKind(study, asked)) &&
      words.every((word) => textOf(study).includes(word)),
  );
  return { filter, studies, issues };
}
