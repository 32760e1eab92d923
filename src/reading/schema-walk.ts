/**
 * Where a path leads in a zod schema: the schemas that may apply there, the keys they know and the values they
 * allow. Works on any schema, through the definitions that zod 4 documents for library authors (`_zod.def`).
 */
import { z } from 'zod';
import type { Path } from './issue.ts';

type AnySchema = z.core.$ZodType;

/** A schema and the data it applies to. */
interface Applied {
  readonly schema: AnySchema;
  readonly data: unknown;
}

/** The value of a mapping or list at a step, if it has one of its own. */
export function ownValue(data: unknown, step: PropertyKey): unknown {
  if (typeof data !== 'object' || data === null || !Object.hasOwn(data, step)) return undefined;
  return Reflect.get(data, step);
}

/** The value at a path of plain data; undefined when there is none. */
export function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, step) => ownValue(value, step), data);
}

/** What stands directly inside a schema that only wraps another, or undefined when it wraps none. */
function unwrapped(schema: AnySchema): readonly AnySchema[] | undefined {
  if (
    schema instanceof z.core.$ZodOptional ||
    schema instanceof z.core.$ZodNullable ||
    schema instanceof z.core.$ZodDefault ||
    schema instanceof z.core.$ZodPrefault ||
    schema instanceof z.core.$ZodNonOptional ||
    schema instanceof z.core.$ZodCatch ||
    schema instanceof z.core.$ZodReadonly
  )
    return [schema._zod.def.innerType];
  if (schema instanceof z.core.$ZodLazy) return [schema._zod.innerType];
  if (schema instanceof z.core.$ZodPipe) {
    const { in: first, out } = schema._zod.def;
    return first instanceof z.core.$ZodTransform ? [out] : [first];
  }
  if (schema instanceof z.core.$ZodIntersection) return [schema._zod.def.left, schema._zod.def.right];
  return undefined;
}

/** The schemas that apply without wrappers; unions stay whole. */
function unwrappedFully(schema: AnySchema, seen: ReadonlySet<AnySchema> = new Set()): readonly AnySchema[] {
  if (seen.has(schema)) return [];
  const inner = unwrapped(schema);
  if (inner === undefined) return [schema];
  const path = new Set([...seen, schema]);
  return inner.flatMap((each) => unwrappedFully(each, path));
}

/** False when a member that must be one literal holds another value: the data belongs to another option. */
function fitsLiterals(option: AnySchema, data: unknown): boolean {
  return unwrappedFully(option).every((schema) => {
    if (!(schema instanceof z.core.$ZodObject)) return true;
    return Object.entries(schema._zod.def.shape).every(([key, member]) => {
      const value = ownValue(data, key);
      if (value === undefined) return true;
      const literals = unwrappedFully(member);
      if (!literals.every((each) => each instanceof z.core.$ZodLiteral)) return true;
      return literals.some((each) => literalValues(each).includes(value));
    });
  });
}

/** The options of a union that the literal members of the data allow; all options when that leaves none. */
function fittingOptions(options: readonly AnySchema[], data: unknown): readonly AnySchema[] {
  const fitting = options.filter((option) => fitsLiterals(option, data));
  return fitting.length === 0 ? options : fitting;
}

/** The schemas that may apply to data, without wrappers and unions. */
function concreteSchemas(schema: AnySchema, data: unknown): readonly AnySchema[] {
  return unwrappedFully(schema).flatMap((each) =>
    each instanceof z.core.$ZodUnion
      ? fittingOptions(each._zod.def.options, data).flatMap((option) => concreteSchemas(option, data))
      : [each],
  );
}

/** The schemas of a member or an item. */
function stepInto(schema: AnySchema, step: PropertyKey): readonly AnySchema[] {
  if (schema instanceof z.core.$ZodObject) {
    const { shape, catchall } = schema._zod.def;
    const member = Object.hasOwn(shape, step) ? shape[String(step)] : catchall;
    return member === undefined ? [] : [member];
  }
  if (schema instanceof z.core.$ZodArray) return [schema._zod.def.element];
  if (schema instanceof z.core.$ZodRecord) return [schema._zod.def.valueType];
  if (schema instanceof z.core.$ZodTuple) {
    const { items, rest } = schema._zod.def;
    const item = typeof step === 'number' ? (items[step] ?? rest) : null;
    return item === null || item === undefined ? [] : [item];
  }
  return [];
}

/** The schemas that may apply at a path of the data; wrappers and unions are still whole. */
export function schemasAt(schema: AnySchema, data: unknown, path: Path): readonly AnySchema[] {
  let applied: readonly Applied[] = [{ schema, data }];
  for (const step of path) {
    applied = applied.flatMap(({ schema: each, data: value }) =>
      concreteSchemas(each, value).flatMap((concrete) =>
        stepInto(concrete, step).map((inner) => ({ schema: inner, data: ownValue(value, step) })),
      ),
    );
  }
  return applied.map((each) => each.schema);
}

/** The unions, without their wrappers, among the schemas that may apply at a path. */
export function unionsAt(schema: AnySchema, data: unknown, path: Path): readonly z.core.$ZodUnion[] {
  return schemasAt(schema, data, path)
    .flatMap((each) => unwrappedFully(each))
    .filter((each) => each instanceof z.core.$ZodUnion);
}

/** The keys that a mapping at a path may have, in the order of the schema. */
export function knownKeysAt(schema: AnySchema, data: unknown, path: Path): readonly string[] {
  const value = valueAt(data, path);
  const keys = schemasAt(schema, data, path)
    .flatMap((each) => concreteSchemas(each, value))
    .flatMap((each) => {
      if (each instanceof z.core.$ZodObject) return Object.keys(each._zod.def.shape);
      if (each instanceof z.core.$ZodRecord) return literalValues(each._zod.def.keyType).map(String);
      return [];
    });
  return [...new Set(keys)];
}

/** The values of a literal or an enumeration; none for other schemas. */
function literalValues(schema: AnySchema): readonly unknown[] {
  if (schema instanceof z.core.$ZodLiteral) return schema._zod.def.values;
  if (schema instanceof z.core.$ZodEnum) return Object.values(schema._zod.def.entries);
  return [];
}

/** The values that literals and enumerations allow at a path. */
export function allowedValuesAt(schema: AnySchema, data: unknown, path: Path): readonly unknown[] {
  const value = valueAt(data, path);
  const values = schemasAt(schema, data, path)
    .flatMap((each) => concreteSchemas(each, value))
    .flatMap(literalValues);
  return [...new Set(values)];
}

/** The values a discriminator may have, over all options of the unions at a path. */
export function discriminatorValuesAt(
  schema: AnySchema,
  data: unknown,
  path: Path,
  discriminator: string,
): readonly unknown[] {
  const values = unionsAt(schema, data, path).flatMap((union) =>
    union._zod.def.options.flatMap((option) => [...(option._zod.propValues?.[discriminator] ?? [])]),
  );
  return [...new Set(values)];
}
