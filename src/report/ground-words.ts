/** The ground of a stance in words; a rung is named without repeating its ladder. */
import type { BoardOptions, Ground } from '../options/index.ts';

/** `Rung of standard care: FOLFOX`, or the reason that the rule or statement gives. */
export function groundWords({ id, reason }: Ground, { ladder }: BoardOptions): string {
  const rung = ladder?.rungs.find((each) => `rung:${each.rung.id}` === id);
  return rung === undefined ? reason : `Rung of standard care: ${rung.rung.label}`;
}
