/**
 * The tables of docs/ that are made from the program: leaves, alteration patterns and entities of the criterion
 * language, issue codes with their exit codes, and how near the statistics come to R. Each stands in its document
 * between two comments.
 */
import * as z from 'zod';
import {
  alterationPattern,
  criterion,
  drugClasses,
  entities,
  issueCodes,
  leafNames,
  printCriterion,
} from '../../src/index.ts';
import { leafExamples } from './leaf-examples.ts';
import { agreementTable } from './r-agreement.ts';

/** A generated part of a document. */
export interface GeneratedBlock {
  readonly name: string;
  /** Path of the document below the repository. */
  readonly file: string;
  readonly text: string;
}

const schemaNode = z.looseObject({
  type: z.string().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  enum: z.array(z.union([z.string(), z.number()])).optional(),
  const: z.union([z.string(), z.number(), z.boolean()]).optional(),
  description: z.string().optional(),
  items: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
  $ref: z.string().optional(),
});
type SchemaNode = z.output<typeof schemaNode>;

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

/** A value in YAML's flow form, as one would write it by hand. */
function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (typeof value === 'object' && value !== null)
    return `{ ${Object.entries(value)
      .map(([key, each]) => `${key}: ${flow(each)}`)
      .join(', ')} }`;
  if (typeof value === 'string' && !/^[A-Za-z][\w ./-]*$/.test(value)) return `'${value}'`;
  return String(value);
}

const longestList = 10;

/** What may stand in a field, in words. */
function valuesOf(node: SchemaNode): string {
  if (node.enum !== undefined) {
    const shown = node.enum.slice(0, longestList).join(', ');
    return node.enum.length > longestList ? `one of ${node.enum.length} words` : shown;
  }
  if (node.const !== undefined) return String(node.const);
  if (node.type === 'array') return `list: ${valuesOf(schemaNode.parse(node.items ?? {}))}`;
  if (node.type === 'integer') return 'whole number';
  return node.type === 'string' ? 'text' : (node.type ?? 'see below');
}

const boundNames = ['below', 'atMost', 'above', 'atLeast'];

/** The fields of a leaf: name, values, whether it may be left out. */
function fieldsOf(node: SchemaNode): string {
  if (node.properties === undefined) return 'see the patterns below';
  const names = Object.keys(node.properties);
  const hasBounds = boundNames.every(
    (name) => names.includes(name) && schemaNode.parse(node.properties?.[name]).type === 'number',
  );
  const own = names.filter((name) => !(hasBounds && boundNames.includes(name)));
  const fields = own.map((name) => {
    const optional = node.required?.includes(name) === true ? '' : '?';
    return `\`${name}\`${optional}: ${valuesOf(schemaNode.parse(node.properties?.[name]))}`;
  });
  return [...fields, ...(hasBounds ? ['limits'] : [])].join('; ');
}

function leafTable(): string {
  const schema = z.toJSONSchema(criterion, { io: 'input', unrepresentable: 'any' });
  const form = schemaNode.parse(schema.$defs?.['criterion'] ?? schema);
  const rows = leafNames.map((name) => {
    const node = schemaNode.parse(form.properties?.[name] ?? {});
    const { asks, question } = leafExamples[name];
    const asked = criterion.parse({ [name]: question });
    return [`\`${name}\``, asks, fieldsOf(node), `\`${flow(asked)}\``, printCriterion(asked)];
  });
  return table(['leaf', 'asks for', 'fields (`?` may be left out)', 'example', 'reads as'], rows);
}

function patternTable(): string {
  const schema = z.toJSONSchema(alterationPattern, { io: 'input', unrepresentable: 'any' });
  const form = schemaNode.parse(schema.$defs?.['alterationPattern'] ?? schema);
  const rows = (form.anyOf ?? []).map((each) => {
    const node = schemaNode.parse(each);
    const names = Object.keys(node.properties ?? {});
    const fields = names.map((name) => `\`${name}\`${node.required?.includes(name) === true ? '' : '?'}`);
    return [fields.join(', '), node.description ?? ''];
  });
  return table(['fields', 'covers'], rows);
}

function entityTable(): string {
  return table(
    ['entity', 'name'],
    entities.map(({ id, name }) => [`\`${id}\``, name]),
  );
}

function drugClassTable(): string {
  return table(
    ['class', 'name'],
    drugClasses.map(({ id, name }) => [`\`${id}\``, name]),
  );
}

function issueTable(): string {
  const codes = Object.entries(issueCodes);
  return table(
    ['code', 'exit code when it is an error', 'meaning'],
    codes.map(([code, { exit, meaning }]) => [`\`${code}\``, String(exit), meaning]),
  );
}

/** Every generated part of the documents. */
export function generatedBlocks(): readonly GeneratedBlock[] {
  return [
    { name: 'leaves', file: 'docs/criteria.md', text: leafTable() },
    { name: 'patterns', file: 'docs/criteria.md', text: patternTable() },
    { name: 'entities', file: 'docs/criteria.md', text: entityTable() },
    { name: 'drug classes', file: 'docs/criteria.md', text: drugClassTable() },
    { name: 'agreement with R', file: 'docs/statistics.md', text: agreementTable() },
    { name: 'issue codes', file: 'docs/exit-codes.md', text: issueTable() },
  ];
}

/** The document with a block put in its place; undefined where the document has no such place. */
export function withBlock(document: string, { name, text }: GeneratedBlock): string | undefined {
  const begin = `<!-- generated: ${name} (npm run docs) -->`;
  const end = '<!-- end of generated -->';
  const from = document.indexOf(begin);
  const to = document.indexOf(end, from);
  if (from === -1 || to === -1) return undefined;
  return `${document.slice(0, from + begin.length)}\n\n${text}\n\n${document.slice(to)}`;
}
