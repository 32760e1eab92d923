/** The board's question, in the words of the record, and the options at a glance. */
import { decisionPointOf } from '../decision-point.ts';
import type { Line, Section } from '../document.ts';
import { atPlace } from '../place-basis.ts';
import type { ReportContext } from '../report-input.ts';
import { line, strong } from '../span.ts';
import { optionsAtAGlance } from './options-at-a-glance.ts';

/** The question of the decision point asked for, else of the latest one visible. */
export function questionSection(context: ReportContext): Section {
  const { subject } = context;
  const { point, asked } = decisionPointOf(subject);
  const question: Line =
    point === undefined
      ? line('No question is recorded at or before the clock.')
      : atPlace(
          line(
            strong(point.question),
            asked ? undefined : ` (asked at the latest decision point visible: ${point.label})`,
          ),
          point.place,
        );
  const goals = subject.record.goals.map((goal) =>
    atPlace(line('Goal of the patient: ', strong(goal.printed)), goal.place),
  );
  return {
    id: 'question',
    part: 'front',
    title: "The board's question",
    blocks: [
      { kind: 'paragraph', ...question },
      ...(goals.length === 0 ? [] : [{ kind: 'list' as const, ordered: false, items: goals }]),
      optionsAtAGlance(context),
    ],
  };
}
