/**
 * The stance on an option: indicated, considerable, hypothesis only, or advised against. It is worked out from named
 * grounds, each with a truth, so that every stance can be explained and the smallest fact that would move it found.
 *
 * Order: a treatment that failed, a finding that predicts resistance, or a caution of the weight "avoid" advises
 * against; then a curator's rule or an
 * applicable rung of the ladder indicates; then clinical evidence of benefit makes it considerable; a case report,
 * laboratory evidence or an open question leaves a hypothesis.
 */
import type { Truth } from '../truth/index.ts';
import type { RuleSource } from './option-definition.ts';

export const stances = ['indicated', 'considerable', 'hypothesisOnly', 'advisedAgainst'] as const;
export type Stance = (typeof stances)[number];

/** What a ground would make of the option where it holds. */
export type GroundEffect = Stance;

/** One reason for a stance. */
export interface Ground {
  /** Stable name, for finding what moves the stance. */
  readonly id: string;
  readonly effect: GroundEffect;
  readonly truth: Truth;
  readonly reason: string;
  /** What it rests on, where it is a curator's rule, rung or caution; a statement names its studies itself. */
  readonly sources?: readonly RuleSource[];
}

/** A stance with the grounds it rests on and those that would change it once they are settled. */
export interface StanceView {
  readonly stance: Stance;
  readonly grounds: readonly Ground[];
  /** Grounds that are unknown and of a higher rank than the stance. */
  readonly open: readonly Ground[];
}

const rank: Readonly<Record<Stance, number>> = {
  advisedAgainst: 3,
  indicated: 2,
  considerable: 1,
  hypothesisOnly: 0,
};

/** The stance that the grounds add up to; without any that holds it is a hypothesis. */
export function stanceOf(grounds: readonly Ground[]): StanceView {
  const holding = grounds.filter((ground) => ground.truth === 'met');
  const best = holding.reduce<Ground | undefined>(
    (top, ground) => (top === undefined || rank[ground.effect] > rank[top.effect] ? ground : top),
    undefined,
  );
  const stance = best?.effect ?? 'hypothesisOnly';
  return {
    stance,
    grounds: holding.filter((ground) => ground.effect === stance),
    open: grounds.filter((ground) => ground.truth === 'unknown' && rank[ground.effect] > rank[stance]),
  };
}
