/** Files of named criteria (`cajal: criteria/1`), for questions that a board or a trial asks of many patients. */
import * as z from 'zod';
import { type Reading, readStructured, readVersioned, type Upcaster, validate } from '../reading/index.ts';
import { criterion } from './criterion.ts';

/** The version of criteria files. */
export const criteriaVersion = 1;

const criteriaFile = z
  .strictObject({
    cajal: z.literal(`criteria/${criteriaVersion}`),
    criteria: z
      .array(
        z.strictObject({ id: z.string().min(1).max(80), criterion, note: z.string().min(1).exactOptional() }),
      )
      .min(1),
  })
  .meta({ id: 'criteriaFile', title: 'Cajal criteria file, version 1' });
export type CriteriaFile = z.output<typeof criteriaFile>;

/** Steps from older versions, by the version they begin with. */
const upcasters: Readonly<Record<number, Upcaster>> = {};

/** Reads a criteria file, YAML or JSON. */
export function readCriteria(
  input: string | Uint8Array,
  options: { readonly source?: string } = {},
): Reading<CriteriaFile> {
  const structured = readStructured(input, options);
  if (structured.value === undefined) return { value: undefined, issues: structured.issues };
  const current = readVersioned({
    document: structured.value,
    kind: 'cajal/criteria',
    current: criteriaVersion,
    upcasters,
  });
  if (current.value === undefined)
    return { value: undefined, issues: [...structured.issues, ...current.issues] };
  const read = validate(current.value, criteriaFile);
  return { value: read.value, issues: [...structured.issues, ...current.issues, ...read.issues] };
}
