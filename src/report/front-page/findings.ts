/**
 * The molecular findings: canonical and printed text side by side, status, allele fraction and origin, the checks
 * against the gene model, and which evidence shown bears on each. A suggestion stays a suggestion.
 */
import { describeAlteration, exonsOf } from '../../alteration/index.ts';
import { leavesOf, type ReadFinding } from '../../criteria/index.ts';
import type { Issue } from '../../reading/index.ts';
import { statusWords, tonedBadge } from '../board-words.ts';
import type { Block, Line, Section, Span } from '../document.ts';
import { atPlace } from '../place-basis.ts';
import type { ReportContext } from '../report-input.ts';
import { badge, joined, line, printed, strong, term, text } from '../span.ts';

/** Found first, then what is open, then what was not found. */
const order = (read: ReadFinding): number => {
  const { status } = read.finding;
  if (status === 'positive') return 0;
  return status === 'negative' ? 2 : 1;
};

function nameLine({ finding, alteration }: ReadFinding): Line {
  if (alteration === undefined) {
    return line(term(`${finding.gene} ${finding.alteration}`), ' ', badge('unknown', 'not read'));
  }
  return line(term(describeAlteration(alteration)));
}

function printedLine({ finding }: ReadFinding): Line {
  const coding = finding.coding === undefined ? '' : `, ${finding.coding}`;
  const named = finding.alteration.includes(finding.gene)
    ? finding.alteration
    : `${finding.gene} ${finding.alteration}`;
  const words = finding.printedAs ?? `${named}${coding}`;
  return atPlace(line('as printed ', printed(words)), finding.place);
}

const originWords = {
  somatic: 'somatic',
  germline: 'germline',
  unknown: 'origin unknown',
} as const;

function originLine({ finding, assay }: ReadFinding): Line {
  const tumourOnly = assay?.pairing === 'tumourOnly' && finding.origin === 'unknown';
  const spans: Span[] = [
    finding.origin === 'unknown'
      ? badge('unknown', tumourOnly ? 'origin unknown: tumour only' : originWords.unknown)
      : text(originWords[finding.origin]),
  ];
  if (finding.vafPercent !== undefined) {
    const { printed: words } = finding.vafPercent;
    spans.unshift(text(`VAF ${words.includes('%') ? words : `${words}%`}; `));
  }
  if (finding.copies !== undefined) spans.unshift(text(`copies ${finding.copies.printed}; `));
  return line(...spans);
}

/** What was compared and what came of it. Suggestions are named as such. */
function checkLines({ alteration, issues }: ReadFinding): readonly Line[] {
  const lines: Line[] = [];
  if (alteration?.kind === 'sequenceVariant') {
    const { reference, agreement } = alteration;
    if (reference.status === 'agrees') lines.push(line('reference agrees'));
    if (reference.status === 'unchecked') lines.push(line(badge('unknown', 'reference not checked')));
    if (reference.status === 'mismatch') {
      const names = reference.suggestions.map((each) => each.text).join(' or ');
      if (names !== '') lines.push(line('suggested, never matched: ', term(names)));
    }
    if (agreement === 'agrees') lines.push(line('c. and p. agree'));
    if (agreement === 'consistent') lines.push(line('c. and p. are consistent'));
    if (agreement === 'disagrees' && issues.length === 0)
      lines.push(line(badge('caution', 'c. and p. disagree')));
    const exons = exonsOf(alteration) ?? [];
    if (exons.length > 1) lines.push(line(`exons ${exons.join(', ')}`));
  }
  const said = issues.map((issue) => {
    const tone = issue.severity === 'info' ? 'neutral' : 'caution';
    return line(badge(tone, issueWords(issue)), ` ${firstSentence(issue.message)}`);
  });
  const all = [...said, ...lines];
  return all.length === 0 ? [line('nothing to compare')] : all;
}

/** `reference-mismatch` to `reference mismatch`. */
const issueWords = ({ code }: Issue): string => code.replaceAll('-', ' ');

/** What is wrong; what to do stands in the appendix, with the whole message. */
const firstSentence = (message: string): string => /^.*?[^.]{3}\.(?= [A-Z])/su.exec(message)?.[0] ?? message;

/** The statements shown whose answer rests on this finding: its words begin the datum of a molecular question. */
function bearing({ finding }: ReadFinding, { citations }: ReportContext): Line {
  const named = `${finding.gene} ${finding.alteration}`;
  const cited = citations.statements.filter(({ match }) =>
    leavesOf(match.explanation).some(
      ({ truth, leaf }) =>
        truth === 'met' &&
        leaf?.answer.resolution !== undefined &&
        leaf.answer.data.some((datum) => datum.text.startsWith(named)),
    ),
  );
  if (cited.length === 0) return line('none');
  return line(...joined(cited.map(({ match }) => citations.statement(match.statement))));
}

/** The findings section. */
export function findingsSection(context: ReportContext): Section {
  const { findings } = context.subject;
  const sorted = findings.toSorted((a, b) => order(a) - order(b));
  const block: Block =
    sorted.length === 0
      ? {
          kind: 'callout',
          tone: 'unknown',
          title: 'Nothing recorded',
          lines: [
            line('No molecular finding is recorded at or before the clock. This is not a negative result.'),
          ],
        }
      : {
          kind: 'table',
          caption: 'Molecular findings, as read and as printed',
          columns: [
            { label: 'Finding', share: 9 },
            { label: 'Status', share: 3 },
            { label: 'Fraction, origin', share: 4 },
            { label: 'Checks', share: 9 },
            { label: 'Evidence shown', share: 3 },
          ],
          rows: sorted.map((read) => ({
            cells: [
              [nameLine(read), printedLine(read)],
              [line(tonedBadge(statusWords[read.finding.status]))],
              read.finding.status === 'positive' ? [originLine(read)] : [line('does not apply')],
              [...checkLines(read)],
              [bearing(read, context)],
            ],
          })),
        };
  const { record } = context.subject;
  const biomarkers = record.biomarkers.filter(
    ({ status }) => status === 'positive' || status === 'negative' || status === 'equivocal',
  );
  const results: Block[] =
    biomarkers.length === 0
      ? []
      : [
          {
            kind: 'list',
            ordered: false,
            items: biomarkers.map((each) =>
              atPlace(
                line(
                  strong(each.marker),
                  ' ',
                  tonedBadge(statusWords[each.status]),
                  each.value === undefined ? undefined : ` ${each.value.printed}`,
                  each.scoring === undefined ? undefined : ` (${each.scoring})`,
                ),
                each.place,
              ),
            ),
          },
        ];
  return { id: 'findings', part: 'front', title: 'Molecular findings', blocks: [block, ...results] };
}
