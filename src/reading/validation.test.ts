/** Every kind of fault that a schema can find is told by code, path, place and what to do. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { z } from 'zod';
import { hasErrors, type IssueCode, readStructured, unpositionedDocument, validate } from './index.ts';

const marker = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('ihc'),
    clone: z.string(),
    percent: z.number().min(0).max(100).optional(),
  }),
  z.strictObject({ kind: z.literal('fish'), ratio: z.number() }),
]);
const site = z.union([
  z.string(),
  z.strictObject({ organ: z.string(), side: z.enum(['left', 'right']).optional() }),
]);
interface Tree {
  readonly name: string;
  readonly parts?: readonly Tree[] | undefined;
}
const tree: z.ZodType<Tree> = z.lazy(() =>
  z.strictObject({ name: z.string(), parts: z.array(tree).optional() }),
);
const schema = z
  .strictObject({
    grade: z.enum(['G1', 'G2', 'G3']).optional(),
    ki67Percent: z.number().nonnegative().max(100).optional(),
    cells: z.number().int().optional(),
    dates: z.array(z.string().regex(/^\d{4}(?:-\d{2})?$/, 'write a date as 2012-06')).optional(),
    site: site.optional(),
    markers: z.array(marker).default([]),
    age: z.union([z.literal('unknown'), z.enum(['adult', 'child']), z.number()]).optional(),
    doses: z.record(z.enum(['morning', 'evening']), z.number()).optional(),
    interval: z.tuple([z.number(), z.number()]).optional(),
    tree: tree.optional(),
    note: z.string().trim().min(1).nullable().optional(),
    drugs: z.array(z.string()).min(1).optional(),
    even: z.number().multipleOf(2).optional(),
    status: z.preprocess((value) => value, z.strictObject({ open: z.boolean() })).optional(),
  })
  .superRefine((value, context) => {
    if (value.grade === 'G3')
      context.addIssue({
        code: 'custom',
        message: 'G3 later',
        path: ['grade'],
        params: { code: 'date-order' },
      });
    if (value.cells === 13) context.addIssue({ code: 'custom', message: 'not 13', path: ['cells'] });
    if (value.cells === 14)
      context.addIssue({ code: 'custom', message: 'x', params: { code: 'no such code' } });
  });

type Fault = readonly [code: IssueCode, path: string, line: number, column: number, says: RegExp];
interface Row {
  readonly name: string;
  readonly text: string;
  readonly faults: readonly Fault[];
}

const rows: readonly Row[] = [
  {
    name: 'unknown key with a near one',
    text: 'grade: G1\nki67Precent: 1',
    faults: [
      ['unknown-key', 'ki67Precent', 2, 1, /"ki67Precent" is not known; did you mean "ki67Percent"\?/],
    ],
  },
  {
    name: 'unknown key with no near one, each at its key',
    text: 'xx: {organ: 1}\nzz: 2',
    faults: [
      ['unknown-key', 'xx', 1, 1, /allowed: grade, ki67Percent, .* and 2 more/],
      ['unknown-key', 'zz', 2, 1, /allowed: grade/],
    ],
  },
  {
    name: 'unknown and missing key inside a union',
    text: 'site:\n  orgn: lung\n  side: left',
    faults: [
      ['missing-key', 'site.organ', 1, 1, /"organ" is missing; add it \(text\)/],
      ['unknown-key', 'site.orgn', 2, 3, /did you mean "organ"\?/],
    ],
  },
  {
    name: 'wrong value deep inside a union',
    text: 'site: {organ: lung, side: lefft}',
    faults: [['wrong-value', 'site.side', 1, 27, /"lefft" is not allowed; did you mean "left"\?/]],
  },
  {
    name: 'a type that no option of a union has',
    text: 'site: [lung]',
    faults: [['wrong-type', 'site', 1, 7, /text or a mapping should stand here, not a list/]],
  },
  {
    name: 'a value that no option of a union has',
    text: 'age: adlt',
    faults: [['wrong-value', 'age', 1, 6, /"adlt" is not allowed; did you mean "adult"\?/]],
  },
  {
    name: 'unknown discriminator',
    text: 'markers:\n  - kind: icc',
    faults: [['wrong-value', 'markers.0.kind', 2, 11, /"icc" is not allowed; did you mean "ihc"\?/]],
  },
  {
    name: 'missing discriminator',
    text: 'markers:\n  - ratio: 1',
    faults: [['missing-key', 'markers.0.kind', 2, 5, /"kind" is missing; add it \(ihc or fish\)/]],
  },
  {
    name: 'faults of the option that the discriminator names, with its keys alone',
    text: 'markers:\n  - kind: ihc\n    clone: 7\n    percent: 120\n    ratio: 2',
    faults: [
      ['wrong-type', 'markers.0.clone', 3, 12, /text should stand here, not the number 7; put it in quotes/],
      ['wrong-value', 'markers.0.percent', 4, 14, /at most 100 should stand here, not the number 120/],
      ['unknown-key', 'markers.0.ratio', 5, 5, /allowed: kind, clone and percent$/],
    ],
  },
  {
    name: 'a negative percent',
    text: 'ki67Percent: -5.0',
    faults: [['wrong-value', 'ki67Percent', 1, 14, /at least 0 should stand here, not the number -5\.0/]],
  },
  {
    name: 'text where a number belongs',
    text: 'ki67Percent: 5 %',
    faults: [['wrong-type', 'ki67Percent', 1, 14, /a number should stand here, not the text "5 %"/]],
  },
  {
    name: 'a fraction where a whole number belongs',
    text: 'cells: 1.50',
    faults: [['wrong-value', 'cells', 1, 8, /a whole number should stand here, not the number 1\.50/]],
  },
  {
    name: 'the words of the schema go before the general ones',
    text: 'dates: [2012-06, June 2012]',
    faults: [['wrong-value', 'dates.1', 1, 18, /^write a date as 2012-06$/]],
  },
  {
    name: 'a number where the printed text belongs',
    text: 'dates: [2012]',
    faults: [['wrong-type', 'dates.0', 1, 9, /the number 2012; put it in quotes/]],
  },
  {
    name: 'an empty value',
    text: 'grade:\nki67Percent:',
    faults: [
      ['wrong-type', 'grade', 1, 1, /an empty value is not allowed; allowed: G1, G2 and G3/],
      ['wrong-type', 'ki67Percent', 2, 1, /not an empty value; fill it in, or remove the key/],
    ],
  },
  {
    name: 'keys of a record',
    text: 'doses:\n  mornin: 1\n  evening: 2',
    faults: [
      ['missing-key', 'doses.morning', 1, 1, /"morning" is missing/],
      ['unknown-key', 'doses.mornin', 2, 3, /did you mean "morning"\?/],
    ],
  },
  {
    name: 'a tuple that is too short, and an item of the wrong type',
    text: 'interval: [1, x]',
    faults: [['wrong-type', 'interval.1', 1, 15, /a number should stand here, not the text "x"/]],
  },
  {
    name: 'recursion',
    text: 'tree:\n  name: a\n  parts:\n    - name: b\n      part: []',
    faults: [['unknown-key', 'tree.parts.0.part', 5, 7, /did you mean "parts"\?/]],
  },
  {
    name: 'behind a preprocess step',
    text: 'status: {opne: true, open: 1}',
    faults: [
      ['unknown-key', 'status.opne', 1, 10, /did you mean "open"\?/],
      ['wrong-type', 'status.open', 1, 28, /true or false should stand here, not the number 1/],
    ],
  },
  {
    name: 'lengths and multiples',
    text: 'note: ""\ndrugs: []\neven: 3',
    faults: [
      ['wrong-value', 'note', 1, 7, /at least 1 characters/],
      ['wrong-value', 'drugs', 2, 8, /at least 1 items should stand here$/],
      ['wrong-value', 'even', 3, 7, /a multiple of 2 should stand here, not the number 3/],
    ],
  },
  {
    name: 'a refinement with its own code',
    text: 'cells: 13\ngrade: G3',
    faults: [
      ['wrong-value', 'cells', 1, 8, /^not 13$/],
      ['date-order', 'grade', 2, 8, /^G3 later$/],
    ],
  },
  { name: 'an unknown code of a refinement', text: 'cells: 14', faults: [['wrong-value', '', 1, 1, /^x$/]] },
  { name: 'a list as root', text: '- 1', faults: [['wrong-type', '', 1, 1, /a mapping should stand here/]] },
];

for (const { name, text, faults } of rows) {
  for (const format of ['yaml', 'json'] as const) {
    test(`${name} (${format})`, () => {
      const yaml = readStructured(text, { source: 'case.yaml', format: 'yaml' }).value;
      assert.ok(yaml !== undefined);
      const json = readStructured(JSON.stringify(yaml.value), { source: 'case.json' }).value;
      assert.ok(json !== undefined);
      const { value, issues } = validate(format === 'yaml' ? yaml : json, schema);
      assert.equal(value, undefined);
      const found = issues.map((issue) => `${issue.code} ${issue.path?.join('.')}`);
      const expected = faults.map(([code, path]) => `${code} ${path}`);
      assert.deepEqual(new Set(found), new Set(expected));
      assert.equal(found.length, expected.length);
      for (const issue of issues) {
        assert.equal(issue.source, `case.${format}`);
        assert.ok(issue.line !== undefined && issue.column !== undefined);
      }
      if (format === 'json') return;
      for (const [index, [, , line, column, says]] of faults.entries()) {
        assert.deepEqual(
          [issues[index]?.line, issues[index]?.column],
          [line, column],
          issues[index]?.message,
        );
        assert.match(issues[index]?.message ?? '', says);
      }
    });
  }
}

test('what the schema accepts is given as the schema makes it', () => {
  const document = readStructured('note: " x "\nsite: lung\nage: unknown').value;
  assert.ok(document !== undefined);
  const expected = { note: 'x', site: 'lung', age: 'unknown', markers: [] };
  assert.deepEqual(validate(document, schema), { value: expected, issues: [] });
});

test('a value without a text gives issues with paths and without places', () => {
  const { issues } = validate(unpositionedDocument({ grade: 'g2' }, 'body'), schema);
  const [issue] = issues;
  assert.equal(issue?.source, 'body');
  assert.deepEqual([issue?.code, issue?.path, issue?.line], ['wrong-value', ['grade'], undefined]);
});

const anyValue = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(null, 'G1', 'ihc', 'unknown', 5, -1, true, 'lung', ''),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(
      fc.constantFrom(
        'kind',
        'clone',
        'organ',
        'side',
        'name',
        'parts',
        'x',
        'toString',
        ...Object.keys(schema.shape),
      ),
      tie('value'),
      { maxKeys: 5, noNullPrototype: true },
    ),
  ),
})).value;

test('any document gives a value or errors that all have a place, as often as zod refuses it', () => {
  fc.assert(
    fc.property(anyValue, (value) => {
      const document = readStructured(JSON.stringify(value), { format: 'json' }).value;
      assert.ok(document !== undefined);
      const reading = validate(document, schema);
      assert.equal(reading.value !== undefined, schema.safeParse(value).success);
      assert.equal(reading.value === undefined, hasErrors(reading.issues));
      for (const issue of reading.issues) {
        assert.ok(issue.line !== undefined);
        assert.doesNotMatch(issue.message, /\0|undefined|^$/);
      }
    }),
    { numRuns: 2000 },
  );
});
