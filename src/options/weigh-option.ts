/**
 * Weighing one option for one patient: the statements that hold for and against it, the grounds of its stance, its
 * regulatory status, cautions, unknowns, counts and fragility. The engine combines what curators wrote; it adds no
 * judgement of its own beyond the order of grounds in `stance.ts`.
 */
import { type Explanation, evaluate, type ReadCourse, type Subject } from '../criteria/index.ts';
import {
  countsOwnPatient,
  type EvidenceBase,
  type KnowledgeClock,
  limitedIn,
  matchStatement,
  populationCounts,
  printedCounts,
  speaksFor,
  supersededIn,
} from '../evidence/index.ts';
import { cautionsOf } from './caution-view.ts';
import { movingFacts, restsOn } from './fragility.ts';
import { criterionGrounds, failureGround } from './grounds.ts';
import { courseState, type LadderView } from './ladder-state.ts';
import type { OptionDefinition, OptionKnowledge } from './option-definition.ts';
import { classesOfOption, drugsAsked, drugsOf } from './option-drugs.ts';
import { regulatoryStatus } from './regulatory-status.ts';
import { stanceOf } from './stance.ts';
import { concerns } from './statement-concern.ts';
import { unknownsOf } from './unknown-view.ts';
import type { GivenCourse, Setting, WeighedOption } from './weighed-option.ts';

/** What weighing needs beside the patient. */
export interface WeighingContext {
  readonly knowledge: OptionKnowledge;
  readonly evidence: EvidenceBase;
  readonly clock: KnowledgeClock;
  readonly ladder: LadderView | undefined;
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
      limitedBy: limitedIn(statement, evidence).map(({ id }) => id),
      countsOwnPatient: countsOwnPatient(statement, evidence, subject.record.ownEvidence),
    }));
  const holding = matches.filter((match) => match.explanation.truth === 'met');
  const forIt = holding.filter((match) => speaksFor(match.statement.direction));
  const againstIt = holding.filter((match) => !speaksFor(match.statement.direction));

  const failure = failureGround(option, drugs, subject.courses);
  const fixed = failure === undefined ? [] : [failure];
  const cautions = cautionsOf(knowledge.cautions, option, drugs, classes, subject, clock);
  const grounds = criterionGrounds(option, matches, subject, {
    rules: knowledge.stanceRules,
    clock,
    ladder,
    cautions: question.truth === 'met' ? cautions.holding : [],
  });
  const stance = stanceOf([...fixed, ...grounds.map((each) => each.ground)]);
  const asked = drugsAsked(option, drugs);
  const regulatory = regulatoryStatus(asked.drugs, evidence, subject);
  const cited = new Set(matches.flatMap((match) => match.statement.studies));
  const studies = evidence.studies.filter(({ study }) => cited.has(study.id));
  const open = matches.filter((match) => match.explanation.truth === 'unknown');
  const explanations: Explanation[] = [question, ...open.map((match) => match.explanation)];
  return {
    definition: option,
    question,
    stance: failure === undefined ? stance : { ...stance, open: [] },
    setting: settingOf(
      option,
      drugs,
      regulatory.map((each) => each.status),
    ),
    regulatory,
    given: givenCourses(drugs, subject.courses),
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
    moves: movingFacts(grounds, fixed).slice(0, 3),
  };
}

/** Courses in which all drugs of the option were given. */
function givenCourses(drugs: readonly string[], courses: readonly ReadCourse[]): readonly GivenCourse[] {
  if (drugs.length === 0) return [];
  return courses
    .filter((each) => drugs.every((drug) => each.drugs.includes(drug)))
    .map((each) => ({ printed: each.course.printed, state: courseState(each), place: each.course.place }));
}

function settingOf(option: OptionDefinition, drugs: readonly string[], statuses: readonly string[]): Setting {
  if (drugs.length === 0 && option.drugClass === undefined) return 'notADrug';
  if (statuses.includes('onLabel')) return 'onLabel';
  if (statuses.includes('labelOpen')) return 'labelOpen';
  return statuses.includes('offLabel') ? 'offLabel' : 'noApprovalKnown';
}
