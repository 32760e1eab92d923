/**
 * The published JSON Schema against the case files, by a small checker of the keywords that it uses. A keyword that the
 * checker does not know fails the test, so that no part of the schema goes unchecked.
 */
import assert from 'node:assert/strict';
import * as files from 'node:fs';
import { test } from 'node:test';
import { exampleFiles, leastDocument, readGood } from './example-cases.fixture.ts';
import { caseJsonSchema, caseRecord } from './index.ts';

type Json = unknown;
const isMapping = (value: Json): value is Readonly<Record<string, Json>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The schema as a plain document, as it is published. */
const published: Json = JSON.parse(JSON.stringify(caseJsonSchema()));
assert.ok(isMapping(published));
const definitions = published['$defs'];
assert.ok(isMapping(definitions));

const annotations = new Set(['$schema', '$defs', 'id', '$id', 'title', 'description', 'default', 'format']);

function typeFits(type: Json, value: Json): boolean {
  switch (type) {
    case 'object':
      return isMapping(value);
    case 'array':
      return Array.isArray(value);
    case 'integer':
      return Number.isInteger(value);
    case 'string':
    case 'number':
    case 'boolean':
      return typeof value === type;
    default:
      throw new Error(`unknown type ${JSON.stringify(type)}`);
  }
}

const numberOf = (value: Json): number => (typeof value === 'number' ? value : Number.NaN);
const listOf = (value: Json): readonly Json[] => (Array.isArray(value) ? value : []);

/** The places at which a value does not fit a schema. */
function faults(schema: Json, value: Json, at = ''): readonly string[] {
  if (!isMapping(schema)) return schema === false ? [`${at}: nothing is allowed`] : [];
  const wrong = (keyword: string, holds: boolean) => (holds ? [] : [`${at}: ${keyword}`]);
  return Object.entries(schema).flatMap(([keyword, given]): readonly string[] => {
    if (annotations.has(keyword)) return [];
    switch (keyword) {
      case '$ref': {
        const name = String(given).replace('#/$defs/', '');
        assert.ok(isMapping(definitions) && name in definitions, `no definition of ${String(given)}`);
        return faults(definitions[name], value, at);
      }
      case 'type':
        return wrong('type', typeFits(given, value));
      case 'const':
        return wrong('const', value === given);
      case 'enum':
        return wrong('enum', listOf(given).includes(value));
      case 'anyOf':
      case 'oneOf': {
        const fitting = listOf(given).filter((option) => faults(option, value, at).length === 0).length;
        return wrong(keyword, keyword === 'oneOf' ? fitting === 1 : fitting > 0);
      }
      case 'properties':
        if (!isMapping(value) || !isMapping(given)) return [];
        return Object.entries(given).flatMap(([key, of]) =>
          key in value ? faults(of, value[key], `${at}/${key}`) : [],
        );
      case 'required':
        return isMapping(value)
          ? listOf(given).flatMap((key) => wrong(`no ${String(key)}`, String(key) in value))
          : [];
      case 'additionalProperties': {
        const known = schema['properties'];
        if (!isMapping(value) || !isMapping(known)) return [];
        return Object.keys(value).flatMap((key) =>
          key in known ? [] : faults(given, value[key], `${at}/${key}`),
        );
      }
      case 'items':
        return listOf(value).flatMap((each, index) => faults(given, each, `${at}/${index}`));
      case 'minItems':
        return wrong(keyword, !Array.isArray(value) || value.length >= numberOf(given));
      case 'maxItems':
        return wrong(keyword, !Array.isArray(value) || value.length <= numberOf(given));
      case 'minLength':
        return wrong(keyword, typeof value !== 'string' || value.length >= numberOf(given));
      case 'maxLength':
        return wrong(keyword, typeof value !== 'string' || value.length <= numberOf(given));
      case 'pattern':
        return wrong(keyword, typeof value !== 'string' || new RegExp(String(given), 'u').test(value));
      case 'minimum':
        return wrong(keyword, typeof value !== 'number' || value >= numberOf(given));
      case 'maximum':
        return wrong(keyword, typeof value !== 'number' || value <= numberOf(given));
      case 'exclusiveMinimum':
        return wrong(keyword, typeof value !== 'number' || value > numberOf(given));
      default:
        throw new Error(`the schema uses ${keyword}, which this checker does not know`);
    }
  });
}

test('the schema names its dialect and title, and every field of the record', () => {
  assert.equal(published['$schema'], 'https://json-schema.org/draft/2020-12/schema');
  const root =
    isMapping(definitions) && isMapping(definitions['caseRecord']) ? definitions['caseRecord'] : published;
  const properties = root['properties'];
  assert.ok(isMapping(properties));
  assert.deepEqual(Object.keys(properties), Object.keys(caseRecord.shape));
  assert.equal(root['additionalProperties'], false);
  assert.deepEqual(root['required'], ['cajal', 'id', 'title', 'provenance', 'patient']);
  assert.equal(root['title'], 'Cajal case file, version 1');
});

test('what stands in several places is defined once', () => {
  assert.ok(isMapping(definitions));
  for (const name of ['place', 'patientDate', 'numericRange', 'percentRange', 'quantity', 'assay', 'finding'])
    assert.ok(name in definitions, name);
});

for (const { name, text } of exampleFiles(files)) {
  test(`${name} fits the schema`, () => {
    assert.deepEqual(faults(published, readGood(text, name).document), []);
  });
}

const wrong: readonly (readonly [string, object, RegExp])[] = [
  ['an unknown field', { laborotory: [] }, /laborotory/],
  ['a missing field', { patient: {} }, /no sex/],
  ['a value that is not allowed', { patient: { sex: 'femal' } }, /enum/],
  ['a number for a printed text', { performance: [{ scale: 'ECOG', value: 1 }] }, /type/],
  ['another version', { cajal: 'case/2' }, /const/],
  ['an id in another form', { id: 'Test 1' }, /pattern/],
  [
    'an empty list of genes',
    { assays: [{ id: 'a', name: 'x', analyte: 'DNA', status: 'done', genes: [] }] },
    /anyOf/,
  ],
];
for (const [name, fields, says] of wrong) {
  test(`the schema refuses ${name}`, () => {
    assert.match(faults(published, { ...leastDocument, ...fields }).join('\n'), says);
  });
}

test('what is optional with a default is not required', () => {
  assert.deepEqual(faults(published, leastDocument), []);
});
