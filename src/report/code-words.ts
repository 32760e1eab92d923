/**
 * Code words of the record's format in the words of a reader: `coreBiopsy` to "core biopsy", `class trk-inhibitor` to
 * "class TRK inhibitor". Lower rooms print what a criterion asked and what a record holds with these codes; a report
 * shows none of them. Printed words of a source stand in emphasis and stay as they are.
 */
import { caseJsonSchema } from '../case/index.ts';
import { drugClasses } from '../therapy/index.ts';
import type { Block, FlowBlock, Line, Section, Span } from './document.ts';

/** Every value that the format of a case allows and that is written as one word with capitals within. */
function codesOf(schema: unknown): readonly string[] {
  if (Array.isArray(schema)) return schema.flatMap(codesOf);
  if (typeof schema !== 'object' || schema === null) return [];
  const own: unknown = Reflect.get(schema, 'enum');
  const values = Array.isArray(own) ? own.filter((each) => typeof each === 'string') : [];
  return [...values, ...Object.values(schema).flatMap(codesOf)];
}

const ownWords: Readonly<Record<string, string>> = {
  coMedication: 'co-medication',
  rnaSequencing: 'RNA sequencing',
  nonFunctioning: 'non-functioning',
};

const spelled = (code: string): string =>
  ownWords[code] ?? code.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

const camelCase = /^[a-z]{2,}(?:[A-Z][a-z]+)+$/;
const codes: ReadonlySet<string> = new Set(codesOf(caseJsonSchema()).filter((code) => camelCase.test(code)));
const classNames: ReadonlyMap<string, string> = new Map(drugClasses.map(({ id, name }) => [id, name]));

/** Words without code words. */
export function plainWords(words: string): string {
  const spoken = words.replaceAll(/\b[a-z]{2,}[A-Z][A-Za-z]+\b/g, (word) =>
    codes.has(word) ? spelled(word) : word,
  );
  return spoken.replaceAll(/\bclass ([a-z0-9]+(?:-[a-z0-9]+)*)\b/g, (all, id: string) => {
    const name = classNames.get(id);
    return name === undefined ? all : `class ${name}`;
  });
}

function plainSpan(span: Span): Span {
  switch (span.kind) {
    case 'text':
    case 'strong':
    case 'badge':
    case 'link':
      return { ...span, text: plainWords(span.text) };
    case 'emphasis':
    case 'term':
    case 'citation':
      return span;
  }
}

function plainLine<T extends Line>(line: T): T {
  return { ...line, spans: line.spans.map(plainSpan) };
}

function plainFlow(block: FlowBlock): FlowBlock {
  switch (block.kind) {
    case 'paragraph':
      return plainLine(block);
    case 'list':
      return { ...block, items: block.items.map(plainLine) };
    case 'definitions':
      return {
        ...block,
        entries: block.entries.map((entry) => ({ ...entry, details: entry.details.map(plainLine) })),
      };
    case 'table':
      return {
        ...block,
        rows: block.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => cell.map(plainLine)) })),
      };
    case 'callout':
      return { ...block, lines: block.lines.map(plainLine) };
    case 'form':
      return block;
  }
}

function plainBlock(block: Block): Block {
  switch (block.kind) {
    case 'heading':
      return { ...block, spans: block.spans.map(plainSpan) };
    case 'group':
      return { ...block, title: block.title.map(plainSpan), blocks: block.blocks.map(plainFlow) };
    case 'paragraph':
    case 'list':
    case 'definitions':
    case 'table':
    case 'callout':
    case 'form':
      return plainFlow(block);
  }
}

/** A section without code words. */
export function plainSection(section: Section): Section {
  return { ...section, blocks: section.blocks.map(plainBlock) };
}
