/**
 * A statement matched to a patient: whether what it speaks of holds, how exactly the molecular finding fits, and how
 * near the entity is. Statements that say "no benefit" or "resistant" are matched with the same care as the others.
 */
import { resolutions as nearness, type Resolution } from '../alteration/index.ts';
import { type Explanation, evaluate, leavesOf, type Subject } from '../criteria/index.ts';
import { type EntityRelation, entity, relateEntities } from '../tumour/index.ts';
import type { Direction, Statement } from './statement.ts';

/** How a statement stands to a patient. */
export interface StatementMatch {
  readonly statement: Statement;
  readonly explanation: Explanation;
  readonly entity: EntityRelation;
  /** The least exact molecular fit among the parts that hold; undefined for statements without a marker. */
  readonly resolution: Resolution | undefined;
  /** True where only another allele of the same codon was found: shown as such, never counted. */
  readonly isNearMiss: boolean;
  readonly supersededBy: string | undefined;
  /** Later statements, known by then, that narrow this one. */
  readonly limitedBy: readonly string[];
  /** True where the claim counts this very patient among others: shown with that remark. */
  readonly countsOwnPatient: boolean;
}

/** Matches one statement to a patient. */
export function matchStatement(statement: Statement, subject: Subject): StatementMatch {
  const explanation = evaluate(statement.when, subject);
  const molecular = leavesOf(explanation).flatMap((leaf) => {
    const resolution = leaf.leaf?.answer.resolution;
    return resolution === undefined ? [] : [{ resolution, truth: leaf.truth }];
  });
  const fitting = molecular.filter((each) => each.truth === 'met').map((each) => each.resolution);
  const farthest = fitting.reduce<Resolution | undefined>(
    (far, each) => (far === undefined || nearness.indexOf(each) > nearness.indexOf(far) ? each : far),
    undefined,
  );
  return {
    statement,
    explanation,
    entity: relateEntities(entity(statement.entity), subject.disease),
    resolution: farthest,
    isNearMiss:
      explanation.truth === 'unmet' && molecular.some((each) => each.resolution === 'sameCodonOtherAllele'),
    supersededBy: undefined,
    limitedBy: [],
    countsOwnPatient: false,
  };
}

const favourable: readonly Direction[] = ['benefit', 'supportsUse'];

/** Whether a statement speaks for its subject. */
export const speaksFor = (direction: Direction): boolean => favourable.includes(direction);

/** True when the evidence is from the patient's own entity or a group that holds it. */
export function isSameEntity(match: StatementMatch): boolean {
  const { relation } = match.entity;
  return relation === 'same' || relation === 'broaderIncludes' || relation === 'narrower';
}
