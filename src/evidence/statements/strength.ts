/**
 * How strong a statement is, deduced from what it rests on: design, number of patients, directness, consistency, integrity
 * of what was printed, overlap of patients, and how it was read. Every step gives its reason.
 *
 * The order of designs and the steps down follow the manner of GRADE (start by design, lower for small numbers, indirectness
 * and inconsistency); the words and limits are this library's own. It is no AMP/ASCO/CAP tier and no ESCAT tier, and is never
 * converted to one: tiers stay a curator's assignment, or not assigned.
 */
import type { Statement } from '../statement.ts';
import type { Study } from '../study.ts';
import { designReason } from './design-reason.ts';
import { directnessReason } from './directness-reason.ts';
import { countedOnce, sizeReason } from './size-reason.ts';
import {
  rankOf,
  type Strength,
  type StrengthContext,
  type StrengthReason,
  strengths,
} from './strength-reason.ts';

/** The strength of a statement with its reasons, in the order in which they were weighed. */
export interface StatementStrength {
  readonly strength: Strength;
  /** Patients that it rests on, counted once; undefined where the library does not have the number. */
  readonly patients: number | undefined;
  readonly reasons: readonly StrengthReason[];
}

const strengthAt = (rank: number): Strength =>
  strengths[Math.min(Math.max(rank, rankOf('veryWeak')), strengths.length - 1)] ?? 'veryWeak';

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
  const counted = countedOnce(statement, studies);
  const optional = [
    sizeReason(statement, counted),
    directnessReason(statement, studies),
    integrityReason(studies, context.findingsOf),
    readingReason(statement),
  ].filter((each) => each !== undefined);
  const reasons = [
    design,
    ...optional,
    ...counted.overlap,
    ...consistencyReasons(statement, context),
    ...laterReasons(statement, context),
  ];
  if (start === 'none') return { strength: 'none', patients: undefined, reasons };
  const capped = reasons
    .filter(({ effect }) => effect === 'caps')
    .reduce((rank, reason) => Math.min(rank, rankOf(capOf(reason))), rankOf(start));
  const steps = reasons.filter(({ effect }) => effect === 'lowers').length;
  return { strength: strengthAt(capped - steps), patients: counted.patients, reasons };
}

const words: Readonly<Record<Strength, string>> = {
  none: 'none yet',
  veryWeak: 'very weak',
  weak: 'weak',
  moderate: 'moderate',
  strong: 'strong',
};

/** `very weak`, for a reader. */
export const strengthText = (strength: Strength): string => words[strength];
