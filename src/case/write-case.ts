/** Writing a case: the record back to YAML, so that reading it again gives the same record. */
import * as z from 'zod';
import { writeYaml } from '../reading/index.ts';
import { type CaseRecord, caseRecord } from './case-record.ts';

/** A case file in YAML. */
export function writeCase(record: CaseRecord): string {
  const encoded = z.encode(caseRecord, record);
  return writeYaml(withoutEmptyLists(encoded));
}

function withoutEmptyLists(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmptyLists);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== undefined && !(Array.isArray(member) && member.length === 0))
      .map(([key, member]) => [key, withoutEmptyLists(member)]),
  );
}
