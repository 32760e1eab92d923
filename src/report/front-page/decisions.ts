/** Earlier decisions as far as the clock shows them, and the lines on which this board dissents and signs. */
import type { Decision } from '../../case/index.ts';
import { dateWords } from '../date-words.ts';
import type { Block, Line, Section } from '../document.ts';
import { atPlace } from '../place-basis.ts';
import type { ReportContext } from '../report-input.ts';
import { badge, line, printed, strong } from '../span.ts';

const implementedWords = {
  yes: 'carried out',
  partly: 'carried out in part',
  no: 'not carried out',
  unknown: 'not known whether carried out',
} as const;

function implementedLine({ implemented }: Decision): Line {
  if (implemented === undefined) {
    return line(badge('unknown', 'nothing recorded'), ' at or before the clock');
  }
  return atPlace(
    line(
      implementedWords[implemented.status],
      implemented.date === undefined ? undefined : `, ${dateWords(implemented.date)}`,
      implemented.reason === undefined ? undefined : `: ${implemented.reason}`,
    ),
    implemented.place,
  );
}

function outcomeLine({ outcome }: Decision): Line {
  return outcome === undefined
    ? line(badge('unknown', 'nothing recorded'), ' at or before the clock')
    : atPlace(line(printed(outcome.printed)), outcome.place);
}

function decisionRow(decision: Decision): { cells: Line[][] } {
  const dissent = decision.dissent.map((each) =>
    line(strong('Dissent'), ` ${each.by}: `, printed(each.statement)),
  );
  return {
    cells: [
      [line(decision.date === undefined ? 'date not stated' : dateWords(decision.date))],
      [atPlace(line(printed(decision.recommendation)), decision.place), ...dissent],
      [implementedLine(decision)],
      [outcomeLine(decision)],
    ],
  };
}

/** Earlier decisions. */
export function decisionsSection({ subject }: ReportContext): Section {
  const { decisions } = subject.record;
  const block: Block =
    decisions.length === 0
      ? { kind: 'paragraph', ...line('No earlier decision is recorded at or before the clock.') }
      : {
          kind: 'table',
          caption: 'Earlier decisions, as far as the clock shows them',
          columns: [
            { label: 'Date', share: 2 },
            { label: 'Decision', share: 7 },
            { label: 'Carried out', share: 4 },
            { label: 'What came of it', share: 5 },
          ],
          rows: decisions.map(decisionRow),
        };
  return { id: 'decisions', part: 'front', title: 'Earlier decisions', blocks: [block] };
}

/** The lines that the board fills in by hand. */
export function signOffSection(): Section {
  return {
    id: 'sign-off',
    part: 'front',
    title: 'Decision of this board',
    blocks: [
      {
        kind: 'form',
        caption: 'Decision and dissent',
        labels: ['Decision', 'Dissent, by whom and why'],
        rows: 1,
      },
      { kind: 'form', caption: 'Signatures', labels: ['Name', 'Role', 'Date', 'Signature'], rows: 3 },
    ],
  };
}
