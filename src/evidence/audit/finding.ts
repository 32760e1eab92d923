/**
 * What the audit says of printed values: one finding a defect, with every place that takes part, what was printed,
 * what it was tested against, how certain that is, and what would explain it. A finding accuses no author: it says
 * that printed values do not fit each other, and print stays as it is.
 */
import type { SourcePlace } from '../source-place.ts';

/** The checks of the audit; a finding carries the one that made it. */
export const auditChecks = [
  'percentage',
  'denominator',
  'sum',
  'partition',
  'countAndPercent',
  'repeatedValue',
  'responseRate',
  'subgroupAgainstTotal',
  'pValue',
  'intervalMethod',
  'intervalAsRange',
  'timeOrder',
  'medianAndRange',
  'missingInterval',
  'fact',
  'threshold',
  'analysisSet',
  'endpoint',
  'designBasis',
  'comparison',
  'rowsAgainstTotal',
  'riskReduction',
  'notation',
  'crossReference',
  'abbreviation',
  'columnUnit',
  'countedShare',
  'unaccounted',
  'conclusion',
  'followUp',
  'toxicityGrades',
  'landmark',
  'ratio',
  'wholeNumbers',
  'citationYear',
] as const;
export type AuditCheck = (typeof auditChecks)[number];

/**
 * `impossible`: no data print it so. `truncated`: cut off instead of rounded. `conflicting`: two printed values or facts
 * exclude each other. `unsupported`: the design cannot carry what is concluded. `undescribed`: something needed is not printed.
 */
export const auditOutcomes = [
  'impossible',
  'truncated',
  'conflicting',
  'unsupported',
  'undescribed',
] as const;
export type AuditOutcome = (typeof auditOutcomes)[number];

/** `certain`: arithmetic or two places side by side. `likely`: one reading remains, others are far-fetched. `possible`: worth a look. */
export const auditCertainties = ['certain', 'likely', 'possible'] as const;
export type AuditCertainty = (typeof auditCertainties)[number];

/** A printed value that takes part in a finding. */
export interface PrintedEvidence {
  readonly printed: string;
  readonly place: SourcePlace;
}

/** One defect. */
export interface AuditFinding {
  /** Stable: study, check, group and subject, so that a verdict can name it. */
  readonly id: string;
  /** The study, or the paper (`paper-004`), whose values they are. */
  readonly study: string;
  readonly check: AuditCheck;
  readonly group: string;
  readonly about: string;
  readonly outcome: AuditOutcome;
  readonly certainty: AuditCertainty;
  readonly printed: readonly PrintedEvidence[];
  /** What was computed, or what stands against it, in words and numbers. */
  readonly recomputed: string;
  /** The test in words, with its method named. */
  readonly test: string;
  /** What would explain it, without accusing. */
  readonly explanation: string;
}

/** Values that look wrong and are right: they stay in the report, so that nobody raises them again. */
export interface AuditExplained {
  readonly study: string;
  readonly check: AuditCheck;
  readonly group: string;
  readonly about: string;
  readonly printed: readonly PrintedEvidence[];
  readonly because: string;
}

/** What one check gives. */
export interface AuditAnswer {
  readonly findings: readonly AuditFinding[];
  readonly explained: readonly AuditExplained[];
}

export const nothingFound: AuditAnswer = { findings: [], explained: [] };

/** Several answers as one. */
export function joinAnswers(answers: readonly AuditAnswer[]): AuditAnswer {
  return {
    findings: answers.flatMap(({ findings }) => findings),
    explained: answers.flatMap(({ explained }) => explained),
  };
}

/** The stable id of a finding. */
export function findingId(of: Pick<AuditFinding, 'study' | 'check' | 'group' | 'about'>): string {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-+|-+$/g, '');
  return [of.study, of.check, of.group, of.about].map(plain).join('/');
}

const rank = <Word>(words: readonly Word[], word: Word): number => words.indexOf(word);

/** Whether two evidences are the same words at the same lines. */
export const isSameEvidence = (one: PrintedEvidence, other: PrintedEvidence): boolean =>
  one.printed === other.printed &&
  one.place.document === other.place.document &&
  one.place.lines === other.place.lines;

/** One finding of two that are about the same thing: all places, the stronger outcome, both computations. */
function merged(one: AuditFinding, other: AuditFinding): AuditFinding {
  const isPrinted = (evidence: PrintedEvidence) => one.printed.some((each) => isSameEvidence(each, evidence));
  const parts = one.recomputed.split('; ');
  const stronger = rank(auditOutcomes, other.outcome) < rank(auditOutcomes, one.outcome) ? other : one;
  return {
    ...stronger,
    certainty:
      rank(auditCertainties, other.certainty) < rank(auditCertainties, one.certainty)
        ? other.certainty
        : one.certainty,
    printed: [...one.printed, ...other.printed.filter((evidence) => !isPrinted(evidence))],
    recomputed: [...parts, ...other.recomputed.split('; ').filter((part) => !parts.includes(part))].join(
      '; ',
    ),
  };
}

/** One finding of two that are about the same defect, under the id and words of the first. */
export function joinedFindings(whole: AuditFinding, part: AuditFinding): AuditFinding {
  const { printed, recomputed } = merged(whole, part);
  return { ...whole, printed, recomputed };
}

/** Findings with one id are one finding: the abstract and the table that print the same value share it. */
export function distinctFindings({ findings, explained }: AuditAnswer): AuditAnswer {
  const byId = new Map<string, AuditFinding>();
  for (const each of findings) {
    const seen = byId.get(each.id);
    byId.set(each.id, seen === undefined ? each : merged(seen, each));
  }
  return { findings: [...byId.values()], explained };
}

/** Builds a finding; its id follows from what it is about. */
export function finding(of: Omit<AuditFinding, 'id'>): AuditFinding {
  return { ...of, id: findingId(of) };
}
