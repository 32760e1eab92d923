/**
 * Regulatory status by country and date: on label, off label, label open, or no approval known to the library. An
 * approval elsewhere, or for others, is never carried over.
 */
import { type Explanation, evaluate, type Subject } from '../criteria/index.ts';
import type { Approval, EvidenceBase } from '../evidence/index.ts';

/** How an approval stands to this patient. */
export interface ApprovalView {
  readonly approval: Approval;
  readonly covers: Explanation;
}

/** The status of an option in one country. */
export interface RegulatoryView {
  readonly country: string;
  readonly status: 'onLabel' | 'offLabel' | 'labelOpen' | 'withdrawn';
  readonly approvals: readonly ApprovalView[];
}

/** The status of a set of drugs for this patient, country by country; empty when the library knows no approval. */
export function regulatoryStatus(
  drugs: readonly string[],
  base: EvidenceBase,
  subject: Subject,
): readonly RegulatoryView[] {
  const relevant = base.approvals.filter((approval) => approval.drugs.every((drug) => drugs.includes(drug)));
  const byCountry = Map.groupBy(relevant, (approval) => approval.country);
  return [...byCountry].map(([country, approvals]) => {
    const views = approvals.map((approval) => ({ approval, covers: evaluate(approval.when, subject) }));
    const standing = views.filter((each) => each.approval.status !== 'withdrawn');
    const truths = standing.map((each) => each.covers.truth);
    const status = truths.includes('met')
      ? 'onLabel'
      : truths.includes('unknown')
        ? 'labelOpen'
        : standing.length === 0
          ? 'withdrawn'
          : 'offLabel';
    return { country, status, approvals: views };
  });
}
