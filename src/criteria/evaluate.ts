/**
 * Evaluation of a criterion on one patient in Kleene's logic, with the explanation of every part. Every part is
 * evaluated, also where the truth is decided already: a board wants to see all that is unknown.
 */
import { all, any, atLeast, negate } from '../truth/index.ts';
import type { Explanation } from './answer.ts';
import { type Criterion, partsOf } from './criterion.ts';
import { askLeaf } from './leaf-catalogue.ts';
import { printCriterion } from './print.ts';
import type { Subject } from './subject.ts';

/**
 * Whether a criterion holds for a patient, and why.
 *
 * @example evaluate({ grade: { atMost: 'G2' } }, subject).truth // 'met', 'unmet' or 'unknown'
 */
export function evaluate(criterion: Criterion, subject: Subject): Explanation {
  const text = printCriterion(criterion);
  if ('all' in criterion) return combined(text, criterion.all, subject, all);
  if ('any' in criterion) return combined(text, criterion.any, subject, any);
  if ('atLeast' in criterion) {
    const { count, of } = criterion.atLeast;
    return combined(text, of, subject, (truths) => atLeast(count, truths));
  }
  if ('not' in criterion) {
    const part = evaluate(criterion.not, subject);
    return { truth: negate(part.truth), text, parts: [part], negates: true };
  }
  const { answer, topic } = askLeaf(criterion, subject);
  return { truth: answer.truth, text, parts: [], leaf: { key: text, topic, answer } };
}

function combined(
  text: string,
  parts: readonly Criterion[],
  subject: Subject,
  combine: (truths: readonly Explanation['truth'][]) => Explanation['truth'],
): Explanation {
  const explained = parts.map((part) => evaluate(part, subject));
  return { truth: combine(explained.map((part) => part.truth)), text, parts: explained };
}

/**
 * The truth of an explained criterion when some leaves are given other answers: which single fact would move it?
 * `override` answers by the leaf's key, or undefined to keep what was found.
 */
export function truthWith(
  explanation: Explanation,
  criterion: Criterion,
  override: (leafKey: string) => Explanation['truth'] | undefined,
): Explanation['truth'] {
  if (explanation.leaf !== undefined) return override(explanation.leaf.key) ?? explanation.truth;
  const children = partsOf(criterion);
  const truths = explanation.parts.map((part, index) => {
    const child = children[index];
    return child === undefined ? part.truth : truthWith(part, child, override);
  });
  if ('all' in criterion) return all(truths);
  if ('any' in criterion) return any(truths);
  if ('atLeast' in criterion) return atLeast(criterion.atLeast.count, truths);
  const only = truths[0];
  return only === undefined ? explanation.truth : negate(only);
}
