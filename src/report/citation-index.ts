/**
 * Numbers for what a report cites: every statement used (E1, E2 ...) in the order in which the options show it, and
 * every study behind one (S1, S2 ...). A study that the knowledge clock, the patient's own record or a request left
 * out is never cited.
 */
import {
  citationText,
  citationYearText,
  type Statement,
  type StatementMatch,
  type Study,
} from '../evidence/index.ts';
import type { BoardOptions, RuleSource, WeighedOption } from '../options/index.ts';
import { partOfStatement } from './cited-part.ts';
import type { EvidencePart, Span } from './document.ts';
import { joinedRuns } from './span.ts';

/** A statement with its number and the options that show it. */
export interface CitedStatement {
  readonly number: number;
  readonly anchor: string;
  readonly match: StatementMatch;
  readonly options: readonly string[];
}

/** A study with its number. */
export interface CitedStudy {
  readonly number: number;
  readonly anchor: string;
  readonly study: Study;
}

/** Everything cited, in order. */
export interface CitationIndex {
  readonly statements: readonly CitedStatement[];
  readonly studies: readonly CitedStudy[];
  /** The number of a statement, as a link to its entry. */
  statement(statement: Statement): Span;
  /** The statement that supersedes or narrows another: its number, or where it is not shown here its studies. */
  newer(id: string): readonly Span[];
  /**
   * A study by id, as a citation with its entry and its id; one that no option cites, with its public address.
   *
   * @param part what of the study is cited; the whole study where it is left out
   */
  study(id: string, part?: EvidencePart): readonly Span[];
  /** The studies of a statement that were not left out, each as a citation of what the statement speaks of. */
  studiesOf(statement: Statement): readonly (readonly Span[])[];
  /** The numbers of the studies of some sources, `S3`, each once; those without an entry are left out. */
  numbers(sources: readonly RuleSource[]): readonly Span[];
}

const matchesOf = (option: WeighedOption): readonly StatementMatch[] => [
  ...option.forIt,
  ...option.againstIt,
  ...option.open,
  ...option.nearMisses,
];

/** `Yao 2007`: authors where known, else the first words of the title. */
export function shortCitation({ citation, title }: Study): string {
  const { authors } = citation;
  const first = authors?.split(/[,;]/)[0]?.trim();
  const words = title.split(/\s+/);
  const name = first ?? (words.length > 6 ? `${words.slice(0, 6).join(' ')} ...` : title);
  return /\b(19|20)\d\d\b/.test(name) ? name : `${name} ${citationYearText(citation)}`;
}

/** The public address of a study: PubMed, else the first trial number. */
export function studyAddress({ citation }: Study): string | undefined {
  if (citation.pmid !== undefined) return `https://pubmed.ncbi.nlm.nih.gov/${citation.pmid}/`;
  const [trial] = citation.trial;
  return trial === undefined ? undefined : `https://clinicaltrials.gov/study/${trial}`;
}

/** The full citation, with its address. */
export function fullCitation(study: Study): Span {
  const url = studyAddress(study);
  return { kind: 'citation', text: citationText(study), ...(url === undefined ? {} : { url }) };
}

/** A study without an entry in the report: in short, with its address. */
function uncited(study: Study | undefined): Span {
  if (study === undefined) return { kind: 'text', text: 'a study that is not shown here' };
  const url = studyAddress(study);
  const evidence = { part: 'study', study: study.id } as const;
  return { kind: 'citation', text: shortCitation(study), ...(url === undefined ? {} : { url }), evidence };
}

/** Everything a curator wrote about an option that names sources, as far as the report shows it. */
function sourcesOf(option: WeighedOption): readonly RuleSource[] {
  const { definition, stance, cautions, toCheck, unknowns } = option;
  return [
    ...definition.sources,
    ...[...stance.grounds, ...stance.open].flatMap((ground) => ground.sources ?? []),
    ...[...cautions, ...toCheck].flatMap(({ caution }) => caution.sources),
    ...unknowns.flatMap(({ tests }) => tests.flatMap(({ test }) => test.sources)),
  ];
}

/** Numbers everything that the options of a board cite. */
export function citationIndex(
  board: BoardOptions,
  library: { readonly studies: readonly Study[]; readonly statements: readonly Statement[] },
): CitationIndex {
  const leftOut = new Set(board.leftOut.map((each) => each.id));
  const options = new Map<string, string[]>();
  const matches = new Map<string, StatementMatch>();
  for (const option of board.options) {
    for (const match of matchesOf(option)) {
      const { id } = match.statement;
      if (!matches.has(id)) matches.set(id, match);
      const labels = options.get(id) ?? [];
      if (!labels.includes(option.definition.label)) labels.push(option.definition.label);
      options.set(id, labels);
    }
  }
  const statements = [...matches.values()].map(
    (match, index): CitedStatement => ({
      number: index + 1,
      anchor: `evidence-${index + 1}`,
      match,
      options: options.get(match.statement.id) ?? [],
    }),
  );

  const known = new Map(library.studies.map((study) => [study.id, study]));
  for (const option of board.options) {
    for (const { study } of [...option.counts, ...option.printedCounts]) known.set(study.id, study);
  }
  const statementOf = new Map(library.statements.map((each) => [each.id, each]));
  const newer = [...matches.values()]
    .flatMap(({ supersededBy, limitedBy }) => [
      ...limitedBy,
      ...(supersededBy === undefined ? [] : [supersededBy]),
    ])
    .flatMap((id) => statementOf.get(id)?.studies ?? []);
  const wanted = new Set([
    ...statements.flatMap(({ match }) => match.statement.studies),
    ...board.options.flatMap((option) =>
      [...option.counts, ...option.printedCounts].map(({ study }) => study.id),
    ),
    ...board.options.flatMap((option) =>
      option.unknowns.flatMap(({ tests }) => tests.flatMap(({ yields }) => yields.map(({ study }) => study))),
    ),
    ...board.options.flatMap((option) => sourcesOf(option).flatMap(({ study }) => study ?? [])),
    ...newer,
    ...(board.ladder?.rungs ?? []).flatMap(({ rung }) => rung.sources.flatMap(({ study }) => study ?? [])),
  ]);
  const studies = [...wanted]
    .filter((id) => !leftOut.has(id))
    .flatMap((id) => known.get(id) ?? [])
    .map((study, index): CitedStudy => ({ number: index + 1, anchor: `study-${index + 1}`, study }));

  const numberOf = new Map(statements.map((each) => [each.match.statement.id, each]));
  const studyOf = new Map(studies.map((each) => [each.study.id, each]));
  const studySpans = (id: string, part: EvidencePart = { part: 'study', study: id }): readonly Span[] => {
    const cited = studyOf.get(id);
    if (cited === undefined) return [uncited(leftOut.has(id) ? undefined : known.get(id))];
    const { number, anchor, study } = cited;
    return [
      { kind: 'citation', text: `S${number} ${shortCitation(study)}`, anchor, evidence: part },
      { kind: 'text', text: ` (${id})` },
    ];
  };
  const studiesOf = (statement: Statement): readonly (readonly Span[])[] =>
    statement.studies
      .filter((id) => !leftOut.has(id))
      .map((id) => {
        const study = known.get(id);
        return studySpans(id, study === undefined ? undefined : partOfStatement(statement, study));
      });
  return {
    statements,
    studies,
    statement({ id }) {
      const cited = numberOf.get(id);
      return cited === undefined
        ? { kind: 'text', text: id }
        : { kind: 'citation', text: `E${cited.number}`, anchor: cited.anchor };
    },
    newer(id) {
      const cited = numberOf.get(id);
      if (cited !== undefined) return [{ kind: 'citation', text: `E${cited.number}`, anchor: cited.anchor }];
      const statement = statementOf.get(id);
      const behind = statement === undefined ? [] : studiesOf(statement);
      return behind.length === 0
        ? [{ kind: 'text', text: 'a newer statement that is not shown here' }]
        : [{ kind: 'text', text: 'a newer statement, ' }, ...joinedRuns(behind)];
    },
    study: studySpans,
    studiesOf,
    numbers(sources) {
      const cited = sources.flatMap(({ study }) => (study === undefined ? [] : (studyOf.get(study) ?? [])));
      return [...new Set(cited)].map(({ number, anchor, study }) => ({
        kind: 'citation',
        text: `S${number}`,
        anchor,
        evidence: { part: 'study', study: study.id },
      }));
    },
  };
}
