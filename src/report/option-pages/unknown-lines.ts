/** What is unknown about an option, why, which test settles it, and how often that test finds something. */
import type { UnknownView, WeighedOption, YieldView } from '../../options/index.ts';
import { unknownWords } from '../board-words.ts';
import type { FlowBlock, Line } from '../document.ts';
import { countWords } from '../interval-words.ts';
import type { ReportContext } from '../report-input.ts';
import { ruleBasis } from '../rule-basis.ts';
import { badge, basedOn, line, strong } from '../span.ts';

function yieldLine(each: YieldView, { citations }: ReportContext): Line {
  const share =
    each.share === undefined ? undefined : strong(countWords(each.share.count, each.share.of, each.share));
  return line(
    'yield: ',
    each.words,
    share === undefined ? undefined : ' ',
    share,
    ' ',
    ...citations.study(each.study),
  );
}

/** What settles a question; a test that an earlier question of the option described is only named. */
function testLines(
  { tests, settledBy }: UnknownView,
  described: ReadonlySet<string>,
  context: ReportContext,
): Line[] {
  const leftOut = new Set(context.board.leftOut.map((each) => each.id));
  const known = tests.flatMap(({ test, yields }) =>
    described.has(test.id)
      ? [line(strong(test.label), ', as above')]
      : [
          basedOn(
            line(strong(test.label), test.limits === undefined ? undefined : ` (limits: ${test.limits})`),
            ...ruleBasis(test.sources, context),
          ),
          ...yields.filter((each) => !leftOut.has(each.study)).map((each) => yieldLine(each, context)),
        ],
  );
  return [line(settledBy), ...known];
}

const testsBefore = ({ unknowns }: WeighedOption, index: number): ReadonlySet<string> =>
  new Set(unknowns.slice(0, index).flatMap(({ tests }) => tests.map(({ test }) => test.id)));

/** The open questions of an option, or nothing. */
export function unknownBlocks(option: WeighedOption, context: ReportContext): FlowBlock[] {
  if (option.unknowns.length === 0) return [];
  return [
    {
      kind: 'table',
      caption: 'Unknown, and what would settle it',
      columns: [
        { label: 'Question', share: 6 },
        { label: 'Why unknown', share: 3 },
        { label: 'Settled by', share: 9 },
      ],
      rows: option.unknowns.map((unknown, index) => ({
        cells: [
          [line(unknown.question)],
          [line(badge('unknown', unknownWords[unknown.reason]))],
          testLines(unknown, testsBefore(option, index), context),
        ],
      })),
    },
  ];
}
