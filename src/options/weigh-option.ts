/**
 * Weighing one option for one patient: the statements that hold for and against it, the grounds of its stance, its
 * regulatory status, cautions, unknowns, counts and fragility. The engine combines what curators wrote; it adds no
 * judgement of its own beyond the order of grounds in `stance.ts`.
 */
import { type Explanation, evaluate, type ReadCourse, type Subject } from '../criteria/index.ts';
import {
  countsOwnPatient,
  type DrugsAsked,
  type EvidenceBase,
  isRuleInForce,
  type KnowledgeClock,
  matchStatement,
  populationCounts,
  printedCounts,
  type Statement,
  type StatementMatch,
  speaksFor,
  supersededIn,
} from '../evidence/index.ts';
import {
  classAndAncestors,
  classesOf,
  drugsOfClass,
  isDrugClassId,
  isDrugId,
  isRegimenId,
  regimenOf,
} from '../therapy/index.ts';
import { cautionsOf } from './caution-view.ts';
import { type CriterionGround, movingFacts, restsOn } from './fragility.ts';
import type { LadderView } from './ladder-state.ts';
import type { OptionDefinition, OptionKnowledge } from './option-definition.ts';
import { regulatoryStatus } from './regulatory-status.ts';
import { type Ground, type Stance, stanceOf } from './stance.ts';
import { unknownsOf } from './unknown-view.ts';
import type { Setting, WeighedOption } from './weighed-option.ts';

/** What weighing needs beside the patient. */
export interface WeighingContext {
  readonly knowledge: OptionKnowledge;
  readonly evidence: EvidenceBase;
  readonly clock: KnowledgeClock;
  readonly ladder: LadderView | undefined;
}

/** The drugs an option gives: its own, those of its regimen; for an option on a class, the drugs of the class. */
export function drugsOf(option: OptionDefinition): readonly string[] {
  const ofRegimen =
    option.regimen !== undefined && isRegimenId(option.regimen) ? regimenOf(option.regimen).drugs : [];
  return [...new Set<string>([...option.drugs, ...ofRegimen])];
}

function classesOfOption(option: OptionDefinition): readonly string[] {
  const ofDrugs = drugsOf(option).filter(isDrugId).flatMap(classesOf);
  const own =
    option.drugClass !== undefined && isDrugClassId(option.drugClass)
      ? classAndAncestors(option.drugClass)
      : [];
  return [...new Set<string>([...ofDrugs, ...own])];
}

/** The drugs that approvals and counts are looked up for: all of the option's own, or any of its class. */
function drugsAsked(option: OptionDefinition, drugs: readonly string[]): DrugsAsked {
  if (drugs.length > 0 || option.drugClass === undefined || !isDrugClassId(option.drugClass))
    return { drugs, match: 'all' };
  return { drugs: drugsOfClass(option.drugClass), match: 'any' };
}

/** Whether a statement speaks of an option: of its id, its regimen, all its drugs, or a class it belongs to. */
function concerns(
  statement: Statement,
  option: OptionDefinition,
  drugs: readonly string[],
  classes: readonly string[],
): boolean {
  const { subject } = statement;
  if (subject.option !== undefined) return subject.option === option.id;
  if (subject.regimen !== undefined) return subject.regimen === option.regimen;
  if (subject.drugs.length > 0) {
    const inClass =
      option.drugClass !== undefined && isDrugClassId(option.drugClass) ? drugsOfClass(option.drugClass) : [];
    const given = drugs.length > 0 ? drugs : inClass;
    return drugs.length > 0
      ? subject.drugs.every((drug) => given.includes(drug)) && subject.drugs.length === drugs.length
      : subject.drugs.some((drug) => given.some((each) => each === drug));
  }
  return subject.drugClasses.some((drugClass) => classes.includes(drugClass));
}

/** What a statement that holds would make of the option. */
function effectOf(match: StatementMatch): Stance | undefined {
  const { statement, entity } = match;
  if (match.supersededBy !== undefined) return undefined;
  switch (statement.direction) {
    case 'resistance':
    case 'harm':
      return statement.kind === 'preclinical' || statement.kind === 'caseReport'
        ? undefined
        : 'advisedAgainst';
    case 'benefit':
    case 'supportsUse':
      if (
        statement.kind === 'caseReport' ||
        statement.kind === 'preclinical' ||
        statement.kind === 'expertOpinion'
      ) {
        return 'hypothesisOnly';
      }
      return entity.relation === 'siblingDifferentiation' ? 'hypothesisOnly' : 'considerable';
    case 'noBenefit':
    case 'arguesAgainst':
    case 'uncertain':
      return undefined;
  }
}

/** A treatment of the record that was this option and failed. */
function failedCourse(
  option: OptionDefinition,
  drugs: readonly string[],
  courses: readonly ReadCourse[],
): ReadCourse | undefined {
  if (drugs.length === 0) return undefined;
  return courses.find(({ course, drugs: given }) => {
    const same = drugs.every((drug) => given.includes(drug));
    const responses = course.outcomes.map((each) => each.response);
    return (
      same && option.kind === 'systemic' && (course.stopReason === 'progression' || responses.includes('PD'))
    );
  });
}

/** Weighs one option; undefined when it does not come into question. */
export function weighOption(
  option: OptionDefinition,
  subject: Subject,
  context: WeighingContext,
): WeighedOption | undefined {
  const { knowledge, evidence, clock, ladder } = context;
  const question = evaluate(option.comesIntoQuestion, subject);
  if (question.truth === 'unmet') return undefined;
  const drugs = drugsOf(option);
  const classes = classesOfOption(option);

  const matches = evidence.statements
    .filter((statement) => concerns(statement, option, drugs, classes))
    .map((statement) => ({
      ...matchStatement(statement, subject),
      supersededBy: supersededIn(statement, evidence)?.id,
      countsOwnPatient: countsOwnPatient(statement, evidence, subject.record.ownEvidence),
    }));
  const holding = matches.filter((match) => match.explanation.truth === 'met');
  const forIt = holding.filter((match) => speaksFor(match.statement.direction));
  const againstIt = holding.filter((match) => !speaksFor(match.statement.direction));

  const criterionGrounds: CriterionGround[] = [
    ...knowledge.stanceRules
      .filter((rule) => rule.option === option.id && isRuleInForce(rule, clock))
      .map((rule) => ({
        criterion: rule.when,
        explanation: evaluate(rule.when, subject),
        ground: (truth: Ground['truth']): Ground => ({
          id: rule.id,
          effect: rule.stance,
          truth,
          reason: rule.reason,
        }),
      })),
    ...matches.flatMap((match) => {
      const effect = effectOf(match);
      return effect === undefined
        ? []
        : [
            {
              criterion: match.statement.when,
              explanation: match.explanation,
              ground: (truth: Ground['truth']): Ground => ({
                id: match.statement.id,
                effect,
                truth,
                reason: match.statement.claim,
              }),
            },
          ];
    }),
  ].map(({ criterion, explanation, ground }) => ({
    criterion,
    explanation,
    ground: ground(explanation.truth),
  }));

  const failed = failedCourse(option, drugs, subject.courses);
  const rung = ladder?.rungs.find((each) => each.rung.options.includes(option.id));
  const fixed: Ground[] =
    failed === undefined
      ? []
      : [
          {
            id: 'failed-before',
            effect: 'advisedAgainst',
            truth: 'met',
            reason:
              failed.course.stopReason === 'noBenefit'
                ? `${failed.course.printed} brought no benefit`
                : `the disease progressed on ${failed.course.printed}`,
          },
        ];
  if (rung !== undefined && ladder?.forWhom.truth === 'met') {
    const open = rung.state === 'notYetUsed' || rung.state === 'inUse' || rung.state === 'unknown';
    if (open) {
      criterionGrounds.push({
        criterion: rung.rung.appliesWhen,
        explanation: rung.applies,
        ground: {
          id: `rung:${rung.rung.id}`,
          effect: 'indicated',
          truth: rung.applies.truth,
          reason: `a rung of standard care (${ladder.ladder.label}): ${rung.rung.label}`,
        },
      });
    }
  }
  const stance = stanceOf([...fixed, ...criterionGrounds.map((each) => each.ground)]);
  const cautions = cautionsOf(knowledge.cautions, option, drugs, classes, subject, clock);
  const asked = drugsAsked(option, drugs);
  const regulatory = regulatoryStatus(asked.drugs, evidence, subject);
  const cited = new Set(matches.flatMap((match) => match.statement.studies));
  const studies = evidence.studies.filter(({ study }) => cited.has(study.id));
  const open = matches.filter((match) => match.explanation.truth === 'unknown');
  const explanations: Explanation[] = [question, ...open.map((match) => match.explanation)];
  return {
    definition: option,
    question,
    stance: failed === undefined ? stance : { ...stance, open: [] },
    setting: settingOf(
      option,
      drugs,
      regulatory.map((each) => each.status),
    ),
    regulatory,
    forIt,
    againstIt,
    open,
    nearMisses: matches.filter((match) => match.isNearMiss),
    cautions: cautions.holding,
    toCheck: cautions.toCheck,
    unknowns: unknownsOf(explanations, knowledge.tests),
    counts: populationCounts(studies, asked, subject),
    printedCounts: printedCounts(studies, asked, subject),
    restsOn: restsOn(forIt),
    moves: movingFacts(criterionGrounds, fixed).slice(0, 3),
  };
}

function settingOf(option: OptionDefinition, drugs: readonly string[], statuses: readonly string[]): Setting {
  if (drugs.length === 0 && option.drugClass === undefined) return 'notADrug';
  if (statuses.includes('onLabel')) return 'onLabel';
  if (statuses.includes('labelOpen')) return 'labelOpen';
  return statuses.includes('offLabel') ? 'offLabel' : 'noApprovalKnown';
}
