/**
 * Numbers for what a report cites: every statement used (E1, E2 ...) in the order in which the options show it, and
 * every study behind one (S1, S2 ...). A study that the knowledge clock, the patient's own record or a request left
 * out is never cited.
 */
import { citationText, type Statement, type StatementMatch, type Study } from '../evidence/index.ts';
import type { BoardOptions, WeighedOption } from '../options/index.ts';
import type { Span } from './document.ts';

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
  /** The statement that supersedes another: its number, or that it is not shown here. */
  newer(id: string): Span;
  /** A study by id, as a citation with its entry; one that no option cites, with its public address. */
  study(id: string): Span;
}

const matchesOf = (option: WeighedOption): readonly StatementMatch[] => [
  ...option.forIt,
  ...option.againstIt,
  ...option.open,
  ...option.nearMisses,
];

/** `Yao 2007`: authors where known, else the first words of the title. */
export function shortCitation({ citation, title }: Study): string {
  const { authors, year } = citation;
  const first = authors?.split(/[,;]/)[0]?.trim();
  const words = title.split(/\s+/);
  const name = first ?? (words.length > 6 ? `${words.slice(0, 6).join(' ')} ...` : title);
  return /\b(19|20)\d\d\b/.test(name) ? name : `${name} ${year}`;
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
  return { kind: 'citation', text: shortCitation(study), ...(url === undefined ? {} : { url }) };
}

/** Numbers everything that the options of a board cite. */
export function citationIndex(board: BoardOptions, library: readonly Study[]): CitationIndex {
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

  const known = new Map(library.map((study) => [study.id, study]));
  for (const option of board.options) {
    for (const { study } of [...option.counts, ...option.printedCounts]) known.set(study.id, study);
  }
  const wanted = new Set([
    ...statements.flatMap(({ match }) => match.statement.studies),
    ...board.options.flatMap((option) =>
      [...option.counts, ...option.printedCounts].map(({ study }) => study.id),
    ),
    ...board.options.flatMap((option) =>
      option.unknowns.flatMap(({ tests }) => tests.flatMap(({ yields }) => yields.map(({ study }) => study))),
    ),
  ]);
  const studies = [...wanted]
    .filter((id) => !leftOut.has(id))
    .flatMap((id) => known.get(id) ?? [])
    .map((study, index): CitedStudy => ({ number: index + 1, anchor: `study-${index + 1}`, study }));

  const numberOf = new Map(statements.map((each) => [each.match.statement.id, each]));
  const studyOf = new Map(studies.map((each) => [each.study.id, each]));
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
      return cited === undefined
        ? { kind: 'text', text: 'a newer statement that is not shown here' }
        : { kind: 'citation', text: `E${cited.number}`, anchor: cited.anchor };
    },
    study(id) {
      const cited = studyOf.get(id);
      return cited === undefined
        ? uncited(leftOut.has(id) ? undefined : known.get(id))
        : {
            kind: 'citation',
            text: `S${cited.number} ${shortCitation(cited.study)}`,
            anchor: cited.anchor,
          };
    },
  };
}
