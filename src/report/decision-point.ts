/** The moment of the board: its decision point, its question, and the clock in words. */
import type { DecisionPoint } from '../case/index.ts';
import { mostRecent, type Subject } from '../criteria/index.ts';
import { dateWords } from './date-words.ts';

/** The decision point that was asked for, or the latest that is visible. */
export function decisionPointOf({ record, clock }: Subject): {
  readonly point: DecisionPoint | undefined;
  readonly asked: boolean;
} {
  const asked =
    clock.kind === 'now'
      ? undefined
      : record.decisionPoints.find(
          (each) => each.label === clock.label && each.date.printed === clock.date.printed,
        );
  return { point: asked ?? mostRecent(record.decisionPoints), asked: asked !== undefined };
}

/** `Jul-2012: After the second biopsy`, or that the whole record is seen. */
export function clockWords({ clock }: Subject): string {
  if (clock.kind === 'now') return 'the whole record, as it stands now';
  const date = dateWords(clock.date);
  return clock.label === clock.date.printed ? date : `${date}: ${clock.label}`;
}
