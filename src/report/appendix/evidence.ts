/**
 * Appendix A: every statement the report uses, with its claim, place, direction, entity, tiers, and what supersedes or
 * contradicts it; and how many were left out, by reason.
 */
import { diseaseText, entity } from '../../tumour/index.ts';
import {
  directionWords,
  leftOutWords,
  matchText,
  relationText,
  tonedBadge,
  verificationWords,
} from '../board-words.ts';
import { type CitedStatement, fullCitation } from '../citation-index.ts';
import { printedDateWords } from '../date-words.ts';
import type { Block, Line, Section } from '../document.ts';
import { studyFindingLines } from '../integrity-lines.ts';
import { plural } from '../interval-words.ts';
import { speaksOfLater } from '../later-words.ts';
import { atSource } from '../place-basis.ts';
import type { ReportContext } from '../report-input.ts';
import { badge, joined, joinedRuns, line, strong, term, text } from '../span.ts';

const evidenceKindWords = {
  clinical: 'clinical study',
  caseReport: 'case report',
  preclinical: 'laboratory study',
  guideline: 'guideline',
  label: 'label',
  expertOpinion: 'expert opinion',
} as const;

const truthWords = {
  met: 'holds for this patient',
  unmet: 'does not hold for this patient (shown as a near miss)',
  unknown: 'open for this patient',
} as const;

function claimLines({ match }: CitedStatement, context: ReportContext): Line[] {
  const { statement } = match;
  const lines: Line[] = [atSource(line(statement.claim), statement.place, context)];
  if (statement.remark !== undefined && !speaksOfLater(statement.remark, context.knowledgeClock))
    lines.push(line(`Remark: ${statement.remark}`));
  lines.push(line(`Speaks of: ${match.explanation.text}; ${truthWords[match.explanation.truth]}`));
  return lines;
}

function tierLine({ match }: CitedStatement): Line {
  const { tiers } = match.statement;
  if (tiers.length === 0) return line('tier: not assigned');
  return line(
    tiers
      .map(
        (tier) =>
          `${tier.scheme} ${tier.tier} by ${tier.curator}, ${printedDateWords(tier.date)}: ${tier.reason}`,
      )
      .join('; '),
  );
}

function relatedLines(cited: CitedStatement, { citations }: ReportContext): Line[] {
  const { statement, supersededBy, limitedBy } = cited.match;
  const other = (id: string) => citations.statements.find((each) => each.match.statement.id === id);
  const contradicts = statement.contradicts.flatMap((id) => other(id) ?? []);
  const otherQuestions = statement.differentQuestion.flatMap((each) => other(each.statement) ?? []);
  return [
    ...(supersededBy === undefined
      ? []
      : [line(badge('caution', 'superseded'), ' by ', ...citations.newer(supersededBy))]),
    ...limitedBy.map((id) => line(badge('caution', 'limited'), ' by ', ...citations.newer(id))),
    ...(contradicts.length === 0
      ? []
      : [
          line(
            badge('caution', 'contradicts'),
            ' ',
            ...joined(contradicts.map((each) => citations.statement(each.match.statement))),
          ),
        ]),
    ...(otherQuestions.length === 0
      ? []
      : [
          line(
            'answers another question than ',
            ...joined(otherQuestions.map((each) => citations.statement(each.match.statement))),
          ),
        ]),
  ];
}

function statementRow(cited: CitedStatement, context: ReportContext): { anchor: string; cells: Line[][] } {
  const { statement, entity: relation } = cited.match;
  return {
    anchor: cited.anchor,
    cells: [
      [
        line(strong(`E${cited.number}`)),
        line(tonedBadge(directionWords[statement.direction])),
        line(evidenceKindWords[statement.kind]),
      ],
      claimLines(cited, context),
      [
        line(diseaseText(entity(statement.entity))),
        line(`${relationText(relation.relation)}; ${matchText(cited.match)}`),
        tierLine(cited),
      ],
      [
        line(...joinedRuns(context.citations.studiesOf(statement))),
        line(tonedBadge(verificationWords[statement.verification])),
        line(`known from ${printedDateWords(statement.known)}`),
        ...relatedLines(cited, context),
      ],
    ],
  };
}

function leftOutBlock({ board, settings }: ReportContext): Block {
  const byReason = Map.groupBy(board.leftOut, (each) => each.reason);
  const items = [...byReason].map(([reason, entries]) =>
    line(strong(plural(entries.length, 'entry', 'entries')), ` ${leftOutWords[reason]}`),
  );
  if (settings.without.length > 0) items.push(line(`Left out on request: ${settings.without.join(', ')}`));
  return items.length === 0
    ? { kind: 'paragraph', ...line('Nothing of the library was left out.') }
    : { kind: 'list', ordered: false, items };
}

/** The statements. */
export function evidenceSection(context: ReportContext): Section {
  const { statements } = context.citations;
  const table: Block =
    statements.length === 0
      ? { kind: 'paragraph', ...line('No statement of the library is used in this report.') }
      : {
          kind: 'table',
          caption: 'Statements used, for and against alike',
          columns: [
            { label: 'Number', share: 4 },
            { label: 'Claim', share: 9 },
            { label: 'Entity, match, tier', share: 6 },
            { label: 'Source', share: 6 },
          ],
          rows: statements.map((cited) => statementRow(cited, context)),
        };
  return {
    id: 'appendix-evidence',
    part: 'appendix',
    title: 'Appendix A: evidence used',
    blocks: [table, { kind: 'heading', spans: [text('Left out of the library')] }, leftOutBlock(context)],
  };
}

const designWords = {
  randomisedTrial: 'randomised trial',
  singleArmTrial: 'single-arm trial',
  basketTrial: 'basket trial',
  retrospectiveSeries: 'retrospective series',
  prospectiveSeries: 'prospective series',
  caseSeries: 'case series',
  caseReport: 'case report',
  preclinical: 'laboratory study',
  molecularSurvey: 'molecular survey',
  diagnosticAccuracy: 'study of diagnostic accuracy',
  label: 'label',
  guideline: 'guideline',
  review: 'review',
  metaAnalysis: 'meta-analysis',
} as const;

/** The studies behind the statements and counts. */
export function studiesSection(context: ReportContext): Section {
  const { citations } = context;
  const blocks: Block[] =
    citations.studies.length === 0
      ? [{ kind: 'paragraph', ...line('No study is cited in this report.') }]
      : [
          {
            kind: 'paragraph',
            ...line(
              'Each study stands under its id in the library: ',
              term('cajal evidence show'),
              ' with the id prints every value of it with its place and what the audit found.',
            ),
          },
          {
            kind: 'table',
            caption: 'Studies cited',
            columns: [
              { label: 'Number', share: 2 },
              { label: 'Citation', share: 9 },
              { label: 'Population and design', share: 9 },
            ],
            rows: citations.studies.map(({ number, anchor, study }) => ({
              anchor,
              cells: [
                [line(strong(`S${number}`))],
                [
                  line({ kind: 'citation', text: study.id, evidence: { part: 'study', study: study.id } }),
                  atSource(line(fullCitation(study)), study.readIn, context),
                  line(tonedBadge(verificationWords[study.verification])),
                  ...studyFindingLines(study.id, context),
                ],
                [
                  line(
                    `${designWords[study.design.type]}; ${study.population.words}`,
                    study.population.enrolled === undefined
                      ? undefined
                      : `; ${study.population.enrolled} enrolled`,
                    study.population.evaluable === undefined
                      ? undefined
                      : `, ${study.population.evaluable} evaluable`,
                  ),
                  ...study.population.composition.map((each) =>
                    line(`of these ${each.count}: ${each.words}`),
                  ),
                  ...study.overlaps
                    .flatMap((each) => {
                      const other = citations.studies.find((cited) => cited.study.id === each.study);
                      return other === undefined ? [] : [{ note: each.note, number: other.number }];
                    })
                    .map((each) => line(badge('caution', 'overlap'), ` with S${each.number}: ${each.note}`)),
                ],
              ],
            })),
          },
        ];
  return { id: 'appendix-studies', part: 'appendix', title: 'Appendix A: studies cited', blocks };
}
