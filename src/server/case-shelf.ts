/**
 * The cases of the store as a list shows them: what stands in the head of each record, and its class and grade. Both
 * are worked out from the document once and kept under the document's hash, so that a change is never missed.
 */
import { type CaseReading, type CaseRecord, readCaseDocument } from '../case/index.ts';
import { type Issue, issueText } from '../reading/index.ts';
import type { Store, StoredCase, VersionSummary } from '../store/index.ts';
import { classifyCase } from './case-classification.ts';

/** The head of a record. */
export interface CaseHead {
  readonly title: string;
  readonly provenance: CaseRecord['provenance']['kind'];
  readonly patient: string;
  readonly decisionPoints: number;
  /** Genes in which something was found, each once, in the order of the record. */
  readonly genes: readonly string[];
}

/** What a list says of one case. A record that this version cannot read has no head and says why. */
export interface CaseEntry {
  readonly stored: VersionSummary;
  readonly head: CaseHead | undefined;
  readonly unreadable: string | undefined;
}

/** Class and grade in words. */
export interface CaseClass {
  readonly disease: string;
  readonly className: string;
  readonly grade: string | null;
}

/** A stored case read. */
export interface ShelfCase {
  readonly stored: StoredCase;
  readonly reading: CaseReading | undefined;
  readonly issues: readonly Issue[];
}

/** The cases of a store. */
export interface CaseShelf {
  /** Every case, by id. */
  readonly list: () => readonly CaseEntry[];
  /** One case, the newest version without a number; undefined where there is none. */
  readonly take: (id: string, version?: number) => ShelfCase | undefined;
  /** Class and grade of the whole record; undefined where it cannot be read. */
  readonly classOf: (entry: CaseEntry) => CaseClass | undefined;
}

function patientText({ patient }: CaseRecord): string {
  if (patient.label !== undefined) return patient.label;
  return patient.sex === 'notStated' ? 'Not Known' : patient.sex;
}

function headOf(record: CaseRecord): CaseHead {
  return {
    title: record.title,
    provenance: record.provenance.kind,
    patient: patientText(record),
    decisionPoints: record.decisionPoints.length,
    genes: [
      ...new Set(record.findings.filter((each) => each.status === 'positive').map((each) => each.gene)),
    ],
  };
}

interface Kept {
  readonly head: CaseHead | undefined;
  readonly unreadable: string | undefined;
  class?: CaseClass | undefined;
}

/** The shelf over a store. */
export function caseShelf(store: Store): CaseShelf {
  let kept = new Map<string, Kept>();

  const read = (stored: StoredCase): ShelfCase => {
    const { value, issues } = readCaseDocument(stored.document);
    return { stored, reading: value, issues };
  };
  const take = (id: string, version?: number): ShelfCase | undefined => {
    const stored = store.get(id, version);
    return stored === undefined ? undefined : read(stored);
  };
  const keep = (summary: VersionSummary): Kept => {
    const found = kept.get(summary.hash ?? '');
    if (found !== undefined) return found;
    const taken = take(summary.id, summary.version);
    const error = taken?.issues.find((issue) => issue.severity === 'error');
    return {
      head: taken?.reading === undefined ? undefined : headOf(taken.reading.record),
      unreadable:
        taken?.reading === undefined ? (error === undefined ? 'no document' : issueText(error)) : undefined,
    };
  };
  return {
    take,
    list: () => {
      const next = new Map<string, Kept>();
      const entries = store.list().map((stored): CaseEntry => {
        const one = keep(stored);
        next.set(stored.hash ?? '', one);
        return { stored, head: one.head, unreadable: one.unreadable };
      });
      kept = next;
      return entries;
    },
    classOf: ({ stored }) => {
      const one = kept.get(stored.hash ?? '');
      if (one === undefined || one.head === undefined) return undefined;
      if (one.class !== undefined) return one.class;
      const taken = take(stored.id, stored.version);
      const found = taken?.reading === undefined ? undefined : classifyCase(taken.reading).value;
      if (found !== undefined)
        one.class = { disease: found.disease, className: found.className, grade: found.grade };
      return one.class;
    },
  };
}
