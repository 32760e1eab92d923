/** The published JSON Schema (2020-12) of case files, made from the same definition that reads them. */
import * as z from 'zod';
import { caseRecord } from './case-record.ts';

/** The JSON Schema of a case file: what an editor checks while one types. */
export function caseJsonSchema(): Record<string, unknown> {
  return { ...z.toJSONSchema(caseRecord, { io: 'input', unrepresentable: 'any' }) };
}
