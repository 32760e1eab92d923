/**
 * Cautions drawn from this patient's data. A caution that holds is shown as one; a caution whose fact is unknown is
 * shown as what to check first, because a value that nobody measured is not a normal value.
 */
import { type Explanation, evaluate, leavesOf, openLeaves, type Subject } from '../criteria/index.ts';
import { isRuleInForce, type KnowledgeClock } from '../evidence/index.ts';
import type { Caution, OptionDefinition } from './option-definition.ts';

/** A caution for this patient. */
export interface CautionView {
  readonly caution: Caution;
  readonly explanation: Explanation;
  /** The data it rests on, in words. */
  readonly because: readonly string[];
  /** What would settle it, where it is open. */
  readonly check: readonly string[];
}

/** The cautions of an option: those that hold, and those that are open. */
export interface Cautions {
  readonly holding: readonly CautionView[];
  readonly toCheck: readonly CautionView[];
}

/** Whether a caution speaks of an option, by its drugs, their classes or its id. */
function concerns(
  caution: Caution,
  option: OptionDefinition,
  drugs: readonly string[],
  classes: readonly string[],
): boolean {
  return (
    caution.options.includes(option.id) ||
    caution.drugs.some((drug) => drugs.includes(drug)) ||
    caution.drugClasses.some((drugClass) => classes.includes(drugClass))
  );
}

/** The cautions of one option for one patient. */
export function cautionsOf(
  cautions: readonly Caution[],
  option: OptionDefinition,
  drugs: readonly string[],
  classes: readonly string[],
  subject: Subject,
  clock: KnowledgeClock,
): Cautions {
  const views = cautions
    .filter((caution) => isRuleInForce(caution, clock) && concerns(caution, option, drugs, classes))
    .map((caution): CautionView => {
      const explanation = evaluate(caution.when, subject);
      const because = leavesOf(explanation)
        .filter((leaf) => leaf.truth === 'met')
        .flatMap((leaf) => leaf.leaf?.answer.data.map((datum) => datum.text) ?? []);
      const check = openLeaves(explanation).flatMap((leaf) =>
        leaf.leaf?.answer.truth === 'unknown' ? [leaf.leaf.answer.settledBy] : [],
      );
      return { caution, explanation, because: [...new Set(because)], check: [...new Set(check)] };
    });
  return {
    holding: views.filter((view) => view.explanation.truth === 'met'),
    toCheck: views.filter((view) => view.explanation.truth === 'unknown'),
  };
}
