/**
 * A zod object of which a value has exactly one key, such as a criterion: the key says which schema applies, so only
 * that one is run. It is an object schema in every other respect (its shape, its JSON Schema, the issue of an unknown
 * key), which keeps the nearest key and the place of a fault within reach of `validate`.
 */
import * as z from 'zod';

type Shape = Readonly<Record<string, z.core.$ZodType>>;

/** The value under a key that the value has itself. */
function ownMember(value: object, key: string): unknown {
  const found: unknown = Reflect.get(value, key);
  return found;
}

/** The only key of a mapping, when it is one of the shape. */
function onlyKey(value: unknown, shape: Shape): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const [key, ...more] = Object.keys(value);
  return key !== undefined && more.length === 0 && Object.hasOwn(shape, key) ? key : undefined;
}

/** What zod's own constructor of an object schema does, with the type that an assertion needs. */
const zodObject: z.core.$constructor<z.ZodObject> = z.ZodObject;

/**
 * The schema of a mapping with one key of the shape. `parse` of zod's own objects runs every schema of the shape; this
 * one runs the schema of the key that is there, and leaves every other value to zod's own.
 *
 * @param message what to say of a mapping that has no key, or several of them
 * @example oneKeyObject({ all: z.array(z.string()), not: z.string() }, 'write all or not')
 */
export function oneKeyObject(shape: Readonly<Record<string, z.ZodType>>, message: string): z.ZodObject {
  const OneKeyObject = z.core.$constructor<z.ZodObject>('OneKeyObject', (instance, definition) => {
    zodObject.init(instance, definition);
    const parseWhole = instance._zod.parse;
    instance._zod.parse = (payload, context) => {
      const { value } = payload;
      const key = onlyKey(value, definition.shape);
      const schema = key === undefined ? undefined : definition.shape[key];
      if (key === undefined || schema === undefined || typeof value !== 'object' || value === null) {
        const isMapping = typeof value === 'object' && value !== null && !Array.isArray(value);
        const hasUnknown =
          isMapping && Object.keys(value).some((each) => !Object.hasOwn(definition.shape, each));
        if (isMapping && !hasUnknown) payload.issues.push({ code: 'custom', message, input: value });
        return parseWhole(payload, context);
      }
      const result = schema._zod.run({ value: ownMember(value, key), issues: [] }, context);
      if (result instanceof Promise) return parseWhole(payload, context);
      payload.issues.push(...z.core.util.prefixIssues(key, result.issues));
      payload.value = { [key]: result.value };
      return payload;
    };
  });
  const optional = Object.fromEntries(Object.entries(shape).map(([key, of]) => [key, of.exactOptional()]));
  return new OneKeyObject({ type: 'object', shape: optional, catchall: z.never() }).meta({
    minProperties: 1,
    maxProperties: 1,
  });
}
