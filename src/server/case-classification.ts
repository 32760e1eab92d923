/** Class and grade of a case at a clock, in one small view for the list and for the interface. */
import { type CaseReading, clockAt, cutCase } from '../case/index.ts';
import { subjectOf } from '../criteria/index.ts';
import type { Reading } from '../reading/index.ts';
import { boundsText, type Classification, className, diseaseText } from '../tumour/index.ts';

/** A case classified. */
export interface CaseClassification {
  readonly id: string;
  /** The decision point or date, or `the whole record`. */
  readonly at: string;
  readonly disease: string;
  readonly className: string;
  /** Bounds where the inputs leave it open; null when there is no grade. */
  readonly grade: string | null;
  readonly classification: Classification;
}

/** Other cancers are told from tumours of which it is not known. */
function classWords({ class: derived, lineage }: Classification): string {
  if (derived !== null) return className(derived);
  return lineage === 'other' ? 'not a neuroendocrine neoplasm' : 'not known to be neuroendocrine';
}

/** Class and grade at a decision point or date; the whole record without one. */
export function classifyCase({ record }: CaseReading, at?: string): Reading<CaseClassification> {
  const clock = clockAt(record, at);
  if (clock.value === undefined) return { value: undefined, issues: clock.issues };
  const { classification, disease } = subjectOf(cutCase(record, clock.value));
  return {
    value: {
      id: record.id,
      at: clock.value.kind === 'now' ? 'the whole record' : clock.value.label,
      disease: diseaseText(disease),
      className: classWords(classification),
      grade: classification.grade === null ? null : boundsText(classification.grade),
      classification,
    },
    issues: [],
  };
}
