/**
 * The ladder of standard care as this patient climbed it: for each rung, whether it applies and what became of it.
 * A rung of which the record says nothing is `unknown` unless the list of treatments is declared complete.
 */
import {
  type Datum,
  type Explanation,
  evaluate,
  openLeaves,
  type ReadCourse,
  type Subject,
} from '../criteria/index.ts';
import { isRuleInForce, type KnowledgeClock } from '../evidence/index.ts';
import { progressedOn } from './course-failure.ts';
import type { Ladder, LadderRung } from './option-definition.ts';

export const rungStates = [
  'inUse',
  'used',
  'failed',
  'stoppedForToxicity',
  'notYetUsed',
  'notApplicable',
  'unknown',
] as const;
export type RungState = (typeof rungStates)[number];

/** One rung for one patient. */
export interface RungView {
  readonly rung: LadderRung;
  readonly state: RungState;
  readonly reason: string;
  readonly applies: Explanation;
  readonly data: readonly Datum[];
  /** What is open: leaves that would settle whether the rung applies. */
  readonly open: readonly Explanation[];
}

/** A ladder for one patient. */
export interface LadderView {
  readonly ladder: Ladder;
  readonly forWhom: Explanation;
  readonly rungs: readonly RungView[];
}

/** Whether a course of the record fills a rung. */
export function fillsRung({ course, drugs, classes }: ReadCourse, rung: LadderRung): boolean {
  const { drugs: byDrug, drugClasses, kinds } = rung.usedBy;
  return (
    byDrug.some((drug) => drugs.includes(drug)) ||
    drugClasses.some((drugClass) => classes.includes(drugClass)) ||
    kinds.includes(course.kind)
  );
}

/** What became of a course, in the words of a rung. */
export function courseState({ course }: ReadCourse): RungState {
  if (course.stopReason === 'toxicity') return 'stoppedForToxicity';
  if (course.stopReason === 'noBenefit' || progressedOn(course)) return 'failed';
  return course.end === undefined && course.ongoing !== undefined ? 'inUse' : 'used';
}

/** Courses that fill a rung, worst news first: a rung that failed once has failed. */
const weight: Readonly<Record<RungState, number>> = {
  inUse: 0,
  failed: 1,
  stoppedForToxicity: 2,
  used: 3,
  notYetUsed: 4,
  unknown: 5,
  notApplicable: 6,
};

/** Tests and reviews fill a rung too; the list of treatments says nothing of them. */
function isTreatment({ usedBy }: LadderRung): boolean {
  return usedBy.drugs.length + usedBy.drugClasses.length + usedBy.kinds.length > 0;
}

function viewRung(rung: LadderRung, subject: Subject): RungView {
  const applies = evaluate(rung.appliesWhen, subject);
  const open = openLeaves(applies);
  const filled = subject.courses.filter((course) => fillsRung(course, rung));
  const data = filled.map(
    ({ course }): Datum => ({
      text: course.printed,
      ...(course.start === undefined ? {} : { date: course.start.printed }),
      ...(course.place === undefined ? {} : { place: course.place }),
    }),
  );
  const base = { rung, applies, data, open };
  const [first] = filled.map(courseState).sort((a, b) => weight[a] - weight[b]);
  if (first !== undefined)
    return { ...base, state: first, reason: filled.map(({ course }) => course.printed).join('; ') };
  const done = rung.doneWhen === undefined ? undefined : evaluate(rung.doneWhen, subject);
  if (done?.truth === 'met') return { ...base, state: 'used', reason: explainedBy(done, 'met') };
  if (applies.truth === 'unmet') {
    const against = explainedBy(applies, 'unmet');
    return { ...base, state: 'notApplicable', reason: against };
  }
  if (applies.truth === 'unknown') {
    return { ...base, state: 'unknown', reason: `open: ${open.map((leaf) => leaf.text).join('; ')}` };
  }
  if (!isTreatment(rung)) return { ...base, state: 'unknown', reason: 'not recorded as done' };
  const isComplete = subject.record.complete.some((each) => each.list === 'therapies');
  return isComplete
    ? { ...base, state: 'notYetUsed', reason: 'the list of treatments is complete and does not name it' }
    : {
        ...base,
        state: 'unknown',
        reason: 'not recorded as used; the list of treatments is not declared complete',
      };
}

/** The leaves that decide a truth, in words. */
export function explainedBy(explanation: Explanation, truth: 'met' | 'unmet'): string {
  const deciding = decidingLeaves(explanation, truth);
  return deciding
    .map((leaf) => {
      const data = leaf.leaf?.answer.data.map((datum) => datum.text) ?? [];
      const verdict = leaf.truth === 'met' ? 'yes' : 'no';
      return data.length === 0
        ? `${leaf.text}: ${verdict}`
        : `${leaf.text}: ${verdict} (found: ${data.join('; ')})`;
    })
    .join('; ');
}

function decidingLeaves(explanation: Explanation, truth: 'met' | 'unmet'): readonly Explanation[] {
  if (explanation.leaf !== undefined) return explanation.truth === truth ? [explanation] : [];
  const same = explanation.parts.filter((part) => part.truth === explanation.truth);
  const relevant = same.length > 0 ? same : explanation.parts;
  return relevant.flatMap((part) => decidingLeaves(part, part.truth === 'unmet' ? 'unmet' : 'met'));
}

/**
 * The ladder that fits a patient: the first that certainly does, else the only one that may. Rungs not yet known, or
 * no longer in force, at the clock are left out.
 */
export function ladderFor(
  ladders: readonly Ladder[],
  subject: Subject,
  clock: KnowledgeClock,
): LadderView | undefined {
  const judged = ladders.map((ladder) => ({ ladder, forWhom: evaluate(ladder.forWhom, subject) }));
  const open = judged.filter((each) => each.forWhom.truth === 'unknown');
  const chosen =
    judged.find((each) => each.forWhom.truth === 'met') ?? (open.length === 1 ? open[0] : undefined);
  if (chosen === undefined) return undefined;
  const rungs = chosen.ladder.rungs
    .filter((rung) => isRuleInForce(rung, clock))
    .map((rung) => viewRung(rung, subject));
  return { ...chosen, rungs };
}
