/**
 * A zod object of which a value has exactly one key, such as a criterion: the key says which schema applies, so only
 * that one is run. It is an object schema in every other respect (its shape, its JSON Schema, the issue of an unknown
 * key), which keeps the nearest key and the place of a fault within reach of `validate`.
 */
import * as z from 'zod';

type Shape = Readonly<Record<string, z.core.$ZodType>>;
type Mapping = Readonly<Record<string, unknown>>;

function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
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
export function oneKeyObject(schemas: Readonly<Record<string, z.ZodType>>, message: string): z.ZodObject {
  const shape: Shape = Object.fromEntries(
    Object.entries(schemas).map(([key, schema]) => [key, schema.exactOptional()]),
  );
  const OneKeyObject = z.core.$constructor<z.ZodObject, z.core.$ZodObjectDef>(
    'OneKeyObject',
    (instance, definition) => {
      zodObject.init(instance, definition);
      const parseWhole = instance._zod.parse.bind(instance._zod);
      instance._zod.parse = (payload, context) => {
        const value: unknown = payload.value;
        if (!isMapping(value)) return parseWhole(payload, context);
        const keys = Object.keys(value);
        const [key] = keys;
        const schema = key !== undefined && Object.hasOwn(shape, key) ? shape[key] : undefined;
        if (key === undefined || schema === undefined || keys.length > 1) {
          const areKnown = keys.every((each) => Object.hasOwn(shape, each));
          if (areKnown) payload.issues.push({ code: 'custom', message, input: value });
          return parseWhole(payload, context);
        }
        const inner: z.core.ParsePayload = { value: value[key], issues: [] };
        const result = schema._zod.run(inner, context);
        if (result instanceof Promise) return parseWhole(payload, context);
        payload.issues.push(...z.core.util.prefixIssues(key, result.issues));
        payload.value = { [key]: result.value };
        return payload;
      };
    },
  );
  return new OneKeyObject({ type: 'object', shape, catchall: z.never() }).meta({
    minProperties: 1,
    maxProperties: 1,
  });
}
