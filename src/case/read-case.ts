/** Reading a case file: text or bytes in, a record and every issue with its line and column out. */
import {
  hasErrors,
  type Issue,
  type PositionedDocument,
  type Reading,
  readStructured,
  readVersioned,
  type Upcaster,
  unpositionedDocument,
  validate,
} from '../reading/index.ts';
import { type CaseRecord, caseRecord, caseVersion } from './case-record.ts';
import { checkRecord } from './check-record.ts';
import { checkText } from './check-text.ts';

/** Steps from older versions of the case file, by the version they begin with. */
const upcasters: Readonly<Record<number, Upcaster>> = {};

/** A case read: the record to compute with, and the document to store. */
export interface CaseReading {
  readonly record: CaseRecord;
  readonly document: unknown;
}

/**
 * Reads a case file, YAML or JSON.
 *
 * @example readCase('cajal: case/1\nid: x\n...', { source: 'x.yaml' }).issues
 */
export function readCase(
  input: string | Uint8Array,
  options: { readonly source?: string } = {},
): Reading<CaseReading> {
  const structured = readStructured(input, options);
  return structured.value === undefined
    ? { value: undefined, issues: structured.issues }
    : readPositioned(structured.value, structured.issues);
}

/** Reads a case that is data already (from the store or from a request). */
export function readCaseDocument(document: unknown, source?: string): Reading<CaseReading> {
  return readPositioned(unpositionedDocument(document, source), []);
}

function readPositioned(document: PositionedDocument, before: readonly Issue[]): Reading<CaseReading> {
  const current = readVersioned({ document, kind: 'cajal/case', current: caseVersion, upcasters });
  if (current.value === undefined) return { value: undefined, issues: [...before, ...current.issues] };
  const unreadable = checkText(current.value);
  if (unreadable.length > 0)
    return { value: undefined, issues: [...before, ...current.issues, ...unreadable] };
  const validated = validate(current.value, caseRecord);
  const issues = [...before, ...current.issues, ...validated.issues];
  if (validated.value === undefined) return { value: undefined, issues };
  const checked = [...issues, ...checkRecord(validated.value, current.value)];
  const value = { record: validated.value, document: current.value.value };
  return { value: hasErrors(checked) ? undefined : value, issues: checked };
}
