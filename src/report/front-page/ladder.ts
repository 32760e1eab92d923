/** The ladder of standard care: every rung with its state and the reason, or plainly that there is none. */
import type { RungView } from '../../options/index.ts';
import { diseaseText } from '../../tumour/index.ts';
import { rungWords, tonedBadge } from '../board-words.ts';
import { printedDateWords } from '../date-words.ts';
import type { Block, Line, Section, Span } from '../document.ts';
import { atPlace } from '../place-basis.ts';
import type { ReportContext } from '../report-input.ts';
import { badge, joined, line, strong } from '../span.ts';

function reasonLines(rung: RungView): Line[] {
  if (rung.data.length === 0) return [line(rung.reason)];
  return rung.data.map((datum) =>
    atPlace(
      line(datum.text, datum.date === undefined ? undefined : `, begun ${printedDateWords(datum.date)}`),
      datum.place,
    ),
  );
}

const rungLine = ({ rung }: RungView, cited: readonly Span[]): Line =>
  line(strong(rung.label), ...(cited.length === 0 ? [] : [' ', ...joined(cited)]));

/** The ladder section. */
export function ladderSection({ board, subject, citations }: ReportContext): Section {
  const { ladder } = board;
  const base = { id: 'ladder', part: 'front', title: 'Ladder of standard care' } as const;
  if (ladder === undefined) {
    return {
      ...base,
      blocks: [
        {
          kind: 'callout',
          tone: 'unknown',
          title: 'No ladder',
          lines: [
            line(
              `Outside the library's ladders (${diseaseText(subject.disease)}): the library has no ladder of standard care for this entity.`,
            ),
            line(
              'That a treatment is not named here says nothing about it. Options below rest on single markers or statements, not on the standard of care of this tumour; take that from its own guideline.',
            ),
          ],
        },
      ],
    };
  }
  const open: Block[] =
    ladder.forWhom.truth === 'met'
      ? []
      : [
          {
            kind: 'callout',
            tone: 'unknown',
            title: 'Whether this ladder applies is open',
            lines: [line(`It is for: ${ladder.forWhom.text}.`)],
          },
        ];
  if (ladder.rungs.length === 0) {
    return {
      ...base,
      blocks: [
        ...open,
        {
          kind: 'paragraph',
          ...line(`${ladder.ladder.label}: no rung was known at the knowledge clock.`),
        },
      ],
    };
  }
  return {
    ...base,
    blocks: [
      ...open,
      {
        kind: 'table',
        caption: ladder.ladder.label,
        columns: [
          { label: 'Rung', share: 5 },
          { label: 'State', share: 3 },
          { label: 'Reason', share: 7 },
        ],
        rows: ladder.rungs.map((rung) => ({
          cells: [
            [rungLine(rung, citations.numbers(rung.rung.sources))],
            [
              line(
                tonedBadge(rungWords[rung.state]),
                rung.applies.truth === 'unknown' && rung.state !== 'unknown' ? ' ' : undefined,
                rung.applies.truth === 'unknown' && rung.state !== 'unknown'
                  ? badge('unknown', 'whether it applies is open')
                  : undefined,
              ),
            ],
            reasonLines(rung),
          ],
        })),
      },
    ],
  };
}
