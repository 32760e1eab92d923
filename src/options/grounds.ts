/**
 * The grounds of an option's stance: the rules that curators wrote, the statements that match, the rung of the ladder
 * that it fills, and a treatment of the record that was this option and failed.
 */
import type { Resolution } from '../alteration/index.ts';
import { evaluate, type ReadCourse, type Subject } from '../criteria/index.ts';
import { isRuleInForce, type KnowledgeClock, type StatementMatch } from '../evidence/index.ts';
import type { CautionView } from './caution-view.ts';
import { progressedOn } from './course-failure.ts';
import type { CriterionGround } from './fragility.ts';
import type { LadderView } from './ladder-state.ts';
import type { OptionDefinition, StanceRule } from './option-definition.ts';
import type { Ground, Stance } from './stance.ts';

/** Resolutions at which only the gene, and not the kind or place of the change, is shared. */
const geneOnly: readonly Resolution[] = ['gene', 'sameGene', 'overlapping', 'none'];

/** True where the exact variant of this patient was found not to respond, or to be resistant. */
function speaksAgainstTheVariant({
  statement,
  resolution,
  explanation,
  supersededBy,
}: StatementMatch): boolean {
  const against = statement.direction === 'noBenefit' || statement.direction === 'resistance';
  const isMet = explanation.truth === 'met' && supersededBy === undefined;
  return against && isMet && resolution === 'exact' && statement.kind !== 'preclinical';
}

/**
 * What a statement that holds would make of the option. The exact variant decides: where it is known not to respond,
 * evidence on its exon or gene is no more than a hypothesis; evidence that shares only the gene, from another
 * lineage, is none either. A total that counts this very patient, and cannot be taken apart, lifts nothing.
 */
function effectOf(match: StatementMatch, variantIsRefuted: boolean): Stance | undefined {
  const { statement, entity, resolution } = match;
  if (match.supersededBy !== undefined) return undefined;
  switch (statement.direction) {
    case 'resistance':
    case 'harm':
      return statement.kind === 'preclinical' || statement.kind === 'caseReport'
        ? undefined
        : 'advisedAgainst';
    case 'benefit':
    case 'supportsUse': {
      const isWeak =
        statement.kind === 'caseReport' ||
        statement.kind === 'preclinical' ||
        statement.kind === 'expertOpinion';
      const isCoarse = resolution !== undefined && resolution !== 'exact';
      const isFar =
        entity.relation === 'otherLineage' && resolution !== undefined && geneOnly.includes(resolution);
      const isOtherClass = entity.relation === 'siblingDifferentiation';
      const isOwnTotal = match.countsOwnPatient && statement.patients.length === 0;
      const isHypothesis = isWeak || isOtherClass || isFar || isOwnTotal || (variantIsRefuted && isCoarse);
      return isHypothesis ? 'hypothesisOnly' : 'considerable';
    }
    case 'noBenefit':
    case 'arguesAgainst':
    case 'uncertain':
      return undefined;
  }
}

/** The rules of stance for an option that are in force. */
function ruleGrounds(
  rules: readonly StanceRule[],
  option: OptionDefinition,
  subject: Subject,
  clock: KnowledgeClock,
): readonly CriterionGround[] {
  return rules
    .filter((rule) => rule.option === option.id && isRuleInForce(rule, clock))
    .map(({ id, stance, reason, when, sources }) => {
      const explanation = evaluate(when, subject);
      const ground = { id, effect: stance, truth: explanation.truth, reason, sources };
      return { criterion: when, explanation, ground };
    });
}

function statementGrounds(matches: readonly StatementMatch[]): readonly CriterionGround[] {
  const variantIsRefuted = matches.some(speaksAgainstTheVariant);
  return matches.flatMap((match) => {
    const effect = effectOf(match, variantIsRefuted);
    if (effect === undefined) return [];
    const { statement, explanation } = match;
    const ground = { id: statement.id, effect, truth: explanation.truth, reason: statement.claim };
    return [{ criterion: statement.when, explanation, ground }];
  });
}

/** The rung that the option fills, where the ladder is certainly this patient's and the rung is still open. */
function rungGrounds(option: OptionDefinition, ladder: LadderView | undefined): readonly CriterionGround[] {
  const rung = ladder?.rungs.find((each) => each.rung.options.includes(option.id));
  if (ladder?.forWhom.truth !== 'met' || rung === undefined) return [];
  if (rung.state !== 'notYetUsed' && rung.state !== 'inUse' && rung.state !== 'unknown') return [];
  const reason = `a rung of standard care (${ladder.ladder.label}): ${rung.rung.label}`;
  const ground: Ground = {
    id: `rung:${rung.rung.id}`,
    effect: 'indicated',
    truth: rung.applies.truth,
    reason,
    sources: rung.rung.sources,
  };
  return [{ criterion: rung.rung.appliesWhen, explanation: rung.applies, ground }];
}

/** The grounds that rest on a criterion, and can be turned one fact at a time. */
export function criterionGrounds(
  option: OptionDefinition,
  matches: readonly StatementMatch[],
  subject: Subject,
  context: {
    readonly rules: readonly StanceRule[];
    readonly clock: KnowledgeClock;
    readonly ladder: LadderView | undefined;
    /** Cautions that hold. */
    readonly cautions: readonly CautionView[];
  },
): readonly CriterionGround[] {
  return [
    ...ruleGrounds(context.rules, option, subject, context.clock),
    ...statementGrounds(matches),
    ...rungGrounds(option, context.ladder),
    ...avoidGrounds(context.cautions),
  ];
}

/** A caution of the weight `avoid` that holds for this patient. */
function avoidGrounds(cautions: readonly CautionView[]): readonly CriterionGround[] {
  return cautions
    .filter(({ caution }) => caution.weight === 'avoid')
    .map(({ caution, explanation }) => ({
      criterion: caution.when,
      explanation,
      ground: {
        id: `caution:${caution.id}`,
        effect: 'advisedAgainst',
        truth: explanation.truth,
        reason: caution.sentence,
        sources: caution.sources,
      },
    }));
}

/** A treatment of the record that was this option and failed: a ground that no other fact can turn. */
export function failureGround(
  option: OptionDefinition,
  drugs: readonly string[],
  courses: readonly ReadCourse[],
): Ground | undefined {
  if (drugs.length === 0 || (option.kind !== 'systemic' && option.kind !== 'prrt')) return undefined;
  const same = courses.filter(({ drugs: given }) => drugs.every((drug) => given.includes(drug)));
  const progressed = same.find(({ course }) => progressedOn(course));
  const useless = same.find(({ course }) => course.stopReason === 'noBenefit');
  const found = progressed ?? useless;
  if (found === undefined) return undefined;
  const reason =
    found === progressed
      ? `the disease progressed on ${found.course.printed}`
      : `${found.course.printed} brought no benefit`;
  return { id: 'failed-before', effect: 'advisedAgainst', truth: 'met', reason };
}
