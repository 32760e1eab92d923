/**
 * The board's whole view of one patient: the ladder of standard care first, then every option in the order in which a
 * board reads them (indicated, considerable, hypothesis only, advised against), and what the library left out.
 */
import type { VariantEffect } from '../alteration/index.ts';
import { openLeaves, type Subject } from '../criteria/index.ts';
import {
  cutEvidence,
  type EvidenceLibrary,
  isKnownBy,
  type KnowledgeClock,
  type LeftOut,
} from '../evidence/index.ts';
import type { UnknownReason } from '../truth/index.ts';
import { type LadderView, ladderFor } from './ladder-state.ts';
import type { OptionKnowledge } from './option-definition.ts';
import { type Stance, stances } from './stance.ts';
import { weighOption } from './weigh-option.ts';
import type { WeighedOption } from './weighed-option.ts';

/** The library: evidence and options. */
export interface KnowledgeBase {
  readonly evidence: EvidenceLibrary;
  readonly options: OptionKnowledge;
  /** Curated effects of variants. */
  readonly effects?: readonly VariantEffect[];
}

/** What to leave out and when the board knew. */
export interface BoardSettings {
  readonly clock: KnowledgeClock;
  readonly without: readonly string[];
}

/** Options for one patient. */
export interface BoardOptions {
  readonly ladder: LadderView | undefined;
  readonly options: readonly WeighedOption[];
  /**
   * Options that nothing in the record speaks for yet: they wait for a fact that was not tested or not recorded. They
   * are listed with that fact and not weighed at length.
   */
  readonly awaiting: readonly WeighedOption[];
  readonly leftOut: readonly LeftOut[];
}

const order = (stance: Stance): number => stances.indexOf(stance);

/** Weighs everything for one patient. */
export function boardOptions(
  subject: Subject,
  knowledge: KnowledgeBase,
  { clock, without }: BoardSettings,
): BoardOptions {
  const evidence = cutEvidence(knowledge.evidence, { clock, without, own: subject.record.ownEvidence });
  const ladder = ladderFor(knowledge.options.ladders, subject, clock);
  const context = { knowledge: knowledge.options, evidence, clock, ladder };
  const weighed = knowledge.options.options
    .filter((option) => isKnownBy(option.known, clock))
    .flatMap((option) => weighOption(option, subject, context) ?? []);
  const rungOf = (option: WeighedOption) => {
    const index = ladder?.rungs.findIndex((each) => each.rung.options.includes(option.definition.id)) ?? -1;
    return index === -1 ? Number.MAX_SAFE_INTEGER : index;
  };
  const sorted = weighed.toSorted(
    (a, b) =>
      order(a.stance.stance) - order(b.stance.stance) ||
      certainty(a) - certainty(b) ||
      preferredElsewhere(a) - preferredElsewhere(b) ||
      rungOf(a) - rungOf(b) ||
      b.forIt.length - a.forIt.length,
  );
  const onLadder = new Set(ladder?.rungs.flatMap((each) => each.rung.options));
  const waits = (option: WeighedOption) => !onLadder.has(option.definition.id) && isAwaiting(option);
  return {
    ladder,
    options: sorted.filter((option) => !waits(option)),
    awaiting: sorted.filter(waits),
    leftOut: evidence.leftOut,
  };
}

const silentReasons: readonly UnknownReason[] = ['notTested', 'notRecorded', 'notCovered', 'assayUnstated'];

/** An option in question only because something was never looked at, and for which nothing else speaks. */
function isAwaiting({ question, stance }: WeighedOption): boolean {
  if (question.truth !== 'unknown' || stance.stance !== 'hypothesisOnly') return false;
  return openLeaves(question).every(
    (leaf) => leaf.leaf?.answer.truth === 'unknown' && silentReasons.includes(leaf.leaf.answer.reason),
  );
}

/** Options for which a caution that holds prefers another stand behind those without one. */
const preferredElsewhere = (option: WeighedOption): number =>
  option.cautions.some(({ caution }) => caution.weight === 'preferAnother') ? 1 : 0;

/** Options that certainly come into question stand before those that are open. */
const certainty = (option: WeighedOption): number => (option.question.truth === 'met' ? 0 : 1);
