/**
 * The one criterion language: `all`, `any`, `not`, `atLeast` over typed leaves. Populations of studies, rules of
 * guidelines, cautions, eligibility and cohort filters are all written in it.
 *
 *     all:
 *       - disease: { entity: net }
 *       - alteration: { gene: KIT, exon: 11 }
 *       - not: { priorTherapy: { drugClass: kit-inhibitor } }
 */
import * as z from 'zod';
import { isLeafName, type LeafCriterion, leafShape } from './leaf-catalogue.ts';
import { oneKeyObject } from './one-key-object.ts';

/** A criterion: a tree over leaves. */
export type Criterion =
  | { readonly all: readonly Criterion[] }
  | { readonly any: readonly Criterion[] }
  | { readonly not: Criterion }
  | { readonly atLeast: { readonly count: number; readonly of: readonly Criterion[] } }
  | LeafCriterion;

const oneKey = 'a criterion has one key: all, any, not, atLeast or the name of a leaf';
const nested = z.lazy(() => criterion);
const parts = z.array(nested).min(1).max(50);

const form = oneKeyObject(
  {
    all: parts,
    any: parts,
    not: nested,
    atLeast: z.strictObject({ count: z.int().min(1), of: parts }),
    ...leafShape,
  },
  oneKey,
);

const combinators: readonly string[] = ['all', 'any', 'not', 'atLeast'];

/** The shape that `form` has checked: one key, a combinator or a leaf. */
function isCriterion(value: object): value is Criterion {
  const [key, ...more] = Object.keys(value);
  return key !== undefined && more.length === 0 && (combinators.includes(key) || isLeafName(key));
}

/** The schema of a criterion, for files. */
export const criterion: z.ZodType<Criterion> = form
  .transform((value, context): Criterion => {
    if (isCriterion(value)) return value;
    // After an unknown key, that key has been named already.
    if (context.issues.length === 0) context.issues.push({ code: 'custom', message: oneKey, input: value });
    return z.NEVER;
  })
  .meta({ id: 'criterion' });

/** The children of a criterion; a leaf has none. */
export function partsOf(of: Criterion): readonly Criterion[] {
  if ('all' in of) return of.all;
  if ('any' in of) return of.any;
  if ('not' in of) return [of.not];
  if ('atLeast' in of) return of.atLeast.of;
  return [];
}
