/** Something that a report read in full leaves out, and how the checks look for it: facts by their names, responses, related groups. */
import { type PrintedValue, responseQuantities } from '../printed/index.ts';
import type { AuditedStudy } from './audited-study.ts';
import { type AuditFinding, finding, type PrintedEvidence } from './finding.ts';

/** A printed fact. */
export type Fact = Extract<PrintedValue, { readonly what: 'fact' }>;

/** A report read in full: the paper itself, and no study that it cites. */
export function isOwnReport({ study }: AuditedStudy): boolean {
  const { document } = study.readIn;
  return (
    study.verification === 'read' && /^\d{3}$/.test(document) && study.citation.other === `Paper ${document}`
  );
}

/** The facts whose name matches. */
export const factsNamed = ({ values }: AuditedStudy, name: RegExp): readonly Fact[] =>
  values.filter((value): value is Fact => value.what === 'fact' && name.test(value.name));

/** Whether a value is a category or rate of response. */
export const isResponse = ({ what }: PrintedValue): boolean =>
  responseQuantities.some((each) => each === what);

/** One thing left out, before it is a finding. */
export interface Lack {
  readonly about: string;
  readonly certainty: AuditFinding['certainty'];
  /** What is printed and would need it; "not stated" where nothing is. */
  readonly printed: readonly PrintedEvidence[];
  readonly recomputed: string;
  readonly test: string;
  readonly explanation: string;
}

/** The finding on something left out. */
export function lackOf(of: AuditedStudy, lack: Lack): AuditFinding {
  const printed =
    lack.printed.length > 0 ? lack.printed : [{ printed: 'not stated', place: of.study.readIn }];
  return finding({
    study: of.study.id,
    check: 'designBasis',
    group: 'all',
    outcome: 'undescribed',
    ...lack,
    printed,
  });
}
