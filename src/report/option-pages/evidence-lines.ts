/** Statements for and against, one row each: direction, claim, match, directness, source, verification. */
import type { StatementMatch } from '../../evidence/index.ts';
import { directionWords, matchText, relationText, tonedBadge, verificationWords } from '../board-words.ts';
import type { FlowBlock, Line, TableBlock } from '../document.ts';
import { auditLines } from '../integrity-lines.ts';
import { atSource } from '../place-basis.ts';
import type { ReportContext } from '../report-input.ts';
import { badge, joined, joinedRuns, line } from '../span.ts';

/**
 * The claim, and under it whatever came later and took its place or narrowed it, with the reason, and what contradicts it
 * in this report: with the claim, on whichever side it stands, so that neither side is read alone.
 */
function claimLines(match: StatementMatch, { citations }: ReportContext): Line[] {
  const { statement, supersededBy } = match;
  const later = (badgeText: string, id: string, reason: string | undefined): Line =>
    line(
      badge('caution', badgeText),
      ' by ',
      ...citations.newer(id),
      reason === undefined ? undefined : `: ${reason}`,
    );
  const contradicting = citations.statements.filter((each) =>
    statement.contradicts.includes(each.match.statement.id),
  );
  return [
    line(statement.claim),
    ...(supersededBy === undefined
      ? []
      : [later('superseded', supersededBy, statement.supersededBy?.reason)]),
    ...statement.limitedBy
      .filter((each) => match.limitedBy.includes(each.statement))
      .map((each) => later('limited', each.statement, each.reason)),
    ...(contradicting.length === 0
      ? []
      : [
          line(
            badge('caution', 'contradicted'),
            ' by ',
            ...joined(contradicting.map((each) => citations.statement(each.match.statement))),
          ),
        ]),
  ];
}

function sourceLines({ statement }: StatementMatch, context: ReportContext): Line[] {
  const { citations, board } = context;
  const cited = line(citations.statement(statement), ': ', ...joinedRuns(citations.studiesOf(statement)));
  const leftOut = new Set(board.leftOut.map((each) => each.id));
  const studies = statement.studies.filter((id) => !leftOut.has(id));
  const [only] = studies.length === 1 ? citations.studies.filter(({ study }) => study.id === studies[0]) : [];
  return [
    atSource(cited, statement.place ?? only?.study.readIn, context),
    line(tonedBadge(verificationWords[statement.verification])),
    ...studies.flatMap((id) => auditLines(id, context)),
  ];
}

/** A table of statements under a caption; the same table serves both sides. */
function evidenceTable(
  caption: string,
  matches: readonly StatementMatch[],
  context: ReportContext,
): TableBlock {
  return {
    kind: 'table',
    caption,
    columns: [
      { label: 'Direction', share: 3 },
      { label: 'Claim', share: 9 },
      { label: 'Match and directness', share: 5 },
      { label: 'Source', share: 6 },
    ],
    rows: matches.map((match) => ({
      cells: [
        [line(tonedBadge(directionWords[match.statement.direction]))],
        claimLines(match, context),
        [line(matchText(match)), line(relationText(match.entity.relation))],
        sourceLines(match, context),
      ],
    })),
  };
}

/** One side of an option, also when there is nothing on it. */
export function evidenceBlock(
  caption: string,
  matches: readonly StatementMatch[],
  context: ReportContext,
): FlowBlock {
  return matches.length === 0
    ? { kind: 'paragraph', ...line(`${caption}: the library holds no statement that applies.`) }
    : evidenceTable(caption, matches, context);
}
