/**
 * How strong a statement is, deduced from what it rests on: design, number of patients, directness, consistency, integrity
 * of what was printed, overlap of patients, and how it was read. Every step gives its reason.
 *
 * The order of designs and the steps down follow the manner of GRADE (start by design, lower for small numbers, indirectness
 * and inconsistency); the words and limits are this library's own. It is no AMP/ASCO/CAP tier and no ESCAT tier, and is never
 * converted to one: tiers stay a curator's assignment, or not assigned.
 */
import { entity, relateEntities } from '../../tumour/index.ts';
import type { Statement } from '../statement.ts';
import type { Study } from '../study.ts';
import { markersAsked } from './part-asked.ts';
import { patientsBehind } from './patients-behind.ts';

/** From the weakest to the strongest. */
export const strengths = ['veryWeak', 'weak', 'moderate', 'strong'] as const;
export type Strength = (typeof strengths)[number];

/** What a reason speaks of. */
export type StrengthAspect =
  | 'design'
  | 'size'
  | 'directness'
  | 'consistency'
  | 'integrity'
  | 'overlap'
  | 'reading'
  | 'laterEvidence';

/** `start`: where the design puts it. `lowers`: one step down. `caps`: no stronger than said. `noted`: changes nothing. */
export interface StrengthReason {
  readonly aspect: StrengthAspect;
  readonly effect: 'start' | 'lowers' | 'caps' | 'noted';
  readonly text: string;
}

/** The strength of a statement with its reasons, in the order in which they were weighed. */
export interface StatementStrength {
  readonly strength: Strength;
  /** Patients that it rests on, counted once; undefined where the library does not have the number. */
  readonly patients: number | undefined;
  readonly reasons: readonly StrengthReason[];
}

/** What the audit found in a study: all findings, and those by which printed values cannot be so or exclude each other. */
export interface StudyFindings {
  readonly all: number;
  readonly breaking: number;
}

/** What a statement is weighed against; what was not yet known is answered with undefined. */
export interface StrengthContext {
  readonly studyOf: (id: string) => Study | undefined;
  readonly statementOf: (id: string) => Statement | undefined;
  readonly findingsOf: (study: string) => StudyFindings;
}

/** Below this many patients a statement is lowered: the exact 95% interval of a share of one half is then over 37 points wide. */
const fewPatients = 30;

const designStart: Readonly<Record<Study['design']['type'], Strength>> = {
  randomisedTrial: 'strong',
  metaAnalysis: 'strong',
  singleArmTrial: 'moderate',
  basketTrial: 'moderate',
  prospectiveSeries: 'moderate',
  diagnosticAccuracy: 'moderate',
  label: 'moderate',
  guideline: 'moderate',
  retrospectiveSeries: 'weak',
  molecularSurvey: 'weak',
  caseSeries: 'veryWeak',
  caseReport: 'veryWeak',
  preclinical: 'veryWeak',
  review: 'veryWeak',
};

const designName: Readonly<Record<Study['design']['type'], string>> = {
  randomisedTrial: 'randomised trial',
  metaAnalysis: 'meta-analysis',
  singleArmTrial: 'single-arm trial',
  basketTrial: 'basket trial',
  prospectiveSeries: 'prospective series',
  diagnosticAccuracy: 'study of diagnostic accuracy',
  label: 'label',
  guideline: 'guideline',
  retrospectiveSeries: 'retrospective series',
  molecularSurvey: 'molecular survey',
  caseSeries: 'case series',
  caseReport: 'case report',
  preclinical: 'laboratory study',
  review: 'review that cites it',
};

/** Kinds of statement that are very weak whatever they cite. */
const weakKinds: Readonly<Partial<Record<Statement['kind'], string>>> = {
  expertOpinion: 'an opinion of authors or curators, whatever it cites',
  caseReport: 'single cases: a median or a share of them is none of a population',
  preclinical: 'laboratory evidence, without patients',
};

const rankOf = (strength: Strength): number => strengths.indexOf(strength);
const strengthAt = (rank: number): Strength =>
  strengths[Math.min(Math.max(rank, 0), strengths.length - 1)] ?? 'veryWeak';

/** A randomised trial compares its arms; what goes with a marker among its patients was not randomised. */
function isRandomisedQuestion({ subject, when }: Statement, { population }: Study): boolean {
  if (subject.drugs.length === 0 && subject.drugClasses.length === 0 && subject.regimen === undefined)
    return false;
  const selected = markersAsked(population.criterion);
  return [...markersAsked(when)].every((text) => selected.has(text));
}

function startOf(statement: Statement, study: Study): Strength {
  const { design, selection } = study;
  if (selection === 'chosenByOutcome' || selection === 'singleCase') return 'veryWeak';
  return design.type === 'randomisedTrial' && !isRandomisedQuestion(statement, study)
    ? 'moderate'
    : designStart[design.type];
}

function designReason(statement: Statement, studies: readonly Study[]): readonly [Strength, StrengthReason] {
  const reason = (text: string): StrengthReason => ({ aspect: 'design', effect: 'start', text });
  const kind = weakKinds[statement.kind];
  if (kind !== undefined) return ['veryWeak', reason(kind)];
  const start = (study: Study) => startOf(statement, study);
  const [best] = studies.toSorted((a, b) => rankOf(start(b)) - rankOf(start(a)));
  if (best === undefined) return ['veryWeak', reason('none of its studies is in the library by then')];
  const others = studies.length === 1 ? '' : `, the best of ${studies.length} studies`;
  const how =
    best.design.type === 'randomisedTrial' && !isRandomisedQuestion(statement, best)
      ? 'a marker within a randomised trial, which the arms do not compare'
      : designName[best.design.type];
  return [start(best), reason(`${how}${others} (${best.id})`)];
}

function directnessReason(statement: Statement, studies: readonly Study[]): StrengthReason | undefined {
  const stated = entity(statement.entity);
  const relations = studies.map((study) => ({
    study,
    relation: relateEntities(entity(study.population.entity), stated).relation,
  }));
  const isDirect = (each: (typeof relations)[number]) =>
    each.relation === 'same' ||
    each.relation === 'narrower' ||
    patientsBehind(statement, each.study).isOfThisEntity;
  if (relations.length === 0 || relations.some(isDirect)) return undefined;
  const studied = [...new Set(relations.map(({ study }) => entity(study.population.entity).name))];
  return {
    aspect: 'directness',
    effect: 'lowers',
    text: `stated of ${stated.name}, studied in ${studied.join('; ')}, without numbers of its own`,
  };
}

const weighty: readonly Statement['kind'][] = ['clinical', 'guideline', 'label'];

function consistencyReasons(statement: Statement, context: StrengthContext): readonly StrengthReason[] {
  // What it limits or supersedes was weighed against it when that link was made; what limits it is counted there.
  const linked = new Set([
    ...statement.limitedBy.map((each) => each.statement),
    ...statement.limits,
    ...statement.supersedes,
  ]);
  const against = statement.contradicts
    .filter((id) => !linked.has(id))
    .flatMap((id) => context.statementOf(id) ?? [])
    .filter(({ supersededBy }) =>
      supersededBy === undefined ? true : context.statementOf(supersededBy.statement) === undefined,
    );
  if (against.length === 0) return [];
  const strong = against.filter(({ kind }) => weighty.includes(kind));
  const names = (of: readonly Statement[]) => of.map(({ id }) => id).join(', ');
  return strong.length > 0
    ? [{ aspect: 'consistency', effect: 'lowers', text: `contradicted by ${names(strong)}` }]
    : [
        {
          aspect: 'consistency',
          effect: 'noted',
          text: `contradicted by ${names(against)}, opinion, laboratory or single cases`,
        },
      ];
}

function laterReasons(statement: Statement, context: StrengthContext): readonly StrengthReason[] {
  const { supersededBy } = statement;
  const known = (id: string) => context.statementOf(id) !== undefined;
  const limiting = statement.limitedBy.filter((each) => known(each.statement));
  return [
    ...(supersededBy !== undefined && known(supersededBy.statement)
      ? [
          {
            aspect: 'laterEvidence' as const,
            effect: 'caps' as const,
            text: `very weak: superseded by ${supersededBy.statement}: ${supersededBy.reason}`,
          },
        ]
      : []),
    ...limiting.map((each, index) => ({
      aspect: 'laterEvidence' as const,
      effect: index === 0 ? ('lowers' as const) : ('noted' as const),
      text: `limited by ${each.statement}: ${each.reason}`,
    })),
    ...statement.differentQuestion
      .filter((each) => known(each.statement))
      .map((each) => ({
        aspect: 'consistency' as const,
        effect: 'noted' as const,
        text: `answers another question than ${each.statement}: ${each.reason}`,
      })),
  ];
}

function integrityReason(
  studies: readonly Study[],
  findingsOf: StrengthContext['findingsOf'],
): StrengthReason | undefined {
  const found = studies.map(({ id }) => findingsOf(id));
  const all = found.reduce((sum, each) => sum + each.all, 0);
  const breaking = found.reduce((sum, each) => sum + each.breaking, 0);
  if (all === 0) return undefined;
  const findings = `${all} audit ${all === 1 ? 'finding' : 'findings'}`;
  return breaking === 0
    ? { aspect: 'integrity', effect: 'noted', text: `${findings} in what was printed of its studies` }
    : {
        aspect: 'integrity',
        effect: 'lowers',
        text: `${findings} in what was printed of its studies, ${breaking} of them values that cannot be so or exclude each other`,
      };
}

function readingReason({ verification }: Statement): StrengthReason | undefined {
  switch (verification) {
    case 'read':
      return undefined;
    case 'secondary':
      return {
        aspect: 'reading',
        effect: 'caps',
        text: 'no more than moderate: read in a source that cites it',
      };
    case 'unverified':
      return { aspect: 'reading', effect: 'lowers', text: 'general knowledge, not verified' };
  }
}

/** The patients of studies that share none, and what is to be said of those that share some. */
function countedOnce(
  statement: Statement,
  studies: readonly Study[],
): { readonly patients: number | undefined; readonly overlap: readonly StrengthReason[] } {
  const sharing = studies.filter((study) =>
    studies.some(
      (other) =>
        other.id !== study.id &&
        (other.overlaps.some((each) => each.study === study.id) ||
          study.overlaps.some((each) => each.study === other.id)),
    ),
  );
  const alone = studies.filter((study) => !sharing.includes(study));
  const counts = (of: readonly Study[]) =>
    of.flatMap((study) => patientsBehind(statement, study).patients ?? []);
  const largest = counts(sharing).reduce((most, each) => Math.max(most, each), 0);
  const known = [...counts(alone), ...(largest > 0 ? [largest] : [])];
  return {
    patients:
      statement.patients.length > 0
        ? statement.patients.length
        : known.length === 0
          ? undefined
          : known.reduce((sum, each) => sum + each, 0),
    overlap:
      sharing.length === 0
        ? []
        : [
            {
              aspect: 'overlap',
              effect: 'noted',
              text: `${sharing.map(({ id }) => id).join(' and ')} share patients: counted once`,
            },
          ],
  };
}

function sizeReason(
  statement: Statement,
  patients: number | undefined,
  isOfWhole: boolean,
): StrengthReason | undefined {
  if (weakKinds[statement.kind] !== undefined) return undefined;
  if (patients === undefined)
    return {
      aspect: 'size',
      effect: 'caps',
      text: 'no more than moderate: the number of patients is not in the library',
    };
  const counted = `${patients} ${patients === 1 ? 'patient' : 'patients'}${isOfWhole ? ' of the whole study; how many of them it speaks of is not in the library' : ''}`;
  return patients < fewPatients
    ? { aspect: 'size', effect: 'lowers', text: `fewer than ${fewPatients}: ${counted}` }
    : { aspect: 'size', effect: 'noted', text: counted };
}

/** How high a cap lets a statement stand. */
const capOf = ({ aspect }: StrengthReason): Strength =>
  aspect === 'laterEvidence' ? 'veryWeak' : 'moderate';

/**
 * Weighs one statement.
 *
 * @example a claim on 18 patients of a single-arm trial, read in a review: moderate by design, one step down for 18
 * patients: weak
 */
export function weighStatement(statement: Statement, context: StrengthContext): StatementStrength {
  const studies = statement.studies.flatMap((id) => context.studyOf(id) ?? []);
  const [start, design] = designReason(statement, studies);
  const { patients, overlap } = countedOnce(statement, studies);
  const isOfWhole =
    statement.patients.length === 0 && studies.some((study) => patientsBehind(statement, study).isOfWhole);
  const optional = [
    sizeReason(statement, patients, isOfWhole),
    directnessReason(statement, studies),
    integrityReason(studies, context.findingsOf),
    readingReason(statement),
  ].filter((each) => each !== undefined);
  const reasons = [
    design,
    ...optional,
    ...overlap,
    ...consistencyReasons(statement, context),
    ...laterReasons(statement, context),
  ];
  const capped = reasons
    .filter(({ effect }) => effect === 'caps')
    .reduce((rank, reason) => Math.min(rank, rankOf(capOf(reason))), rankOf(start));
  const steps = reasons.filter(({ effect }) => effect === 'lowers').length;
  return { strength: strengthAt(capped - steps), patients, reasons };
}

const words: Readonly<Record<Strength, string>> = {
  veryWeak: 'very weak',
  weak: 'weak',
  moderate: 'moderate',
  strong: 'strong',
};

/** `very weak`, for a reader. */
export const strengthText = (strength: Strength): string => words[strength];
