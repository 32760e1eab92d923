/** One block as lines of a terminal. */
import { calloutWords } from '../badge-glyphs.ts';
import type { Block, FlowBlock, Span } from '../document.ts';
import { indented, narrower, type Page, type Row, wrapLine, wrapSpans, wrapWords } from './styled-words.ts';
import { tableRows } from './terminal-table.ts';

export const emptyRow: Row = { text: '', width: 0 };

function flowRows(block: FlowBlock, page: Page): Row[] {
  switch (block.kind) {
    case 'paragraph':
      return wrapLine(block, page);
    case 'list':
      return block.items.flatMap((item, index) => {
        const mark = block.ordered ? `${index + 1}. ` : '- ';
        return indented(wrapLine(item, narrower(page, mark.length)), mark);
      });
    case 'definitions':
      return definitionRows(block, page);
    case 'table':
      return tableRows(block, page);
    case 'callout': {
      const inner = narrower(page, 4);
      const bar = page.unicode ? '│ ' : '| ';
      const title = wrapWords(`${calloutWords[block.tone]}: ${block.title}`, 'strong', narrower(page, 2));
      const lines = block.lines.flatMap((each) => indented(wrapLine(each, inner), '- '));
      return [...title, ...lines].map((row) => ({ text: bar + row.text, width: row.width + 2 }));
    }
    case 'form': {
      const head = wrapWords(block.caption, 'strong', page);
      const longest = Math.max(...block.labels.map((label) => label.length));
      const rule = '_'.repeat(Math.max(8, Math.min(48, page.width - longest - 1)));
      const rows = Array.from({ length: block.rows }).flatMap(() =>
        block.labels.flatMap((label): Row[] => {
          const text = `${label.padEnd(longest)} ${rule}`;
          return text.length <= page.width
            ? [{ text, width: text.length }]
            : [...wrapWords(label, 'plain', page), { text: rule, width: rule.length }];
        }),
      );
      return [...head, ...rows];
    }
  }
}

const termColumn = 22;

function definitionRows(block: Extract<FlowBlock, { kind: 'definitions' }>, page: Page): Row[] {
  const beside = page.width >= 72;
  return block.entries.flatMap(({ term, details }) => {
    if (!beside) {
      const inner = narrower(page, 2);
      return [
        ...wrapWords(term, 'strong', page),
        ...details.flatMap((each) => indented(wrapLine(each, inner), '  ')),
      ];
    }
    const names = wrapWords(term, 'strong', { ...page, width: termColumn - 2 });
    const lines = details.flatMap((each) => wrapLine(each, narrower(page, termColumn)));
    return Array.from({ length: Math.max(names.length, lines.length) }, (_, at): Row => {
      const name = names[at] ?? emptyRow;
      const said = lines[at];
      if (said === undefined) return name;
      const text = name.text + ' '.repeat(termColumn - name.width) + said.text;
      return { text, width: termColumn + said.width };
    });
  });
}

const emphatic = (span: Span): Span => (span.kind === 'text' ? { ...span, kind: 'strong' } : span);

/** The lines of a block, with an empty line behind it. */
export function blockRows(block: Block, page: Page): Row[] {
  switch (block.kind) {
    case 'heading':
      return [...wrapSpans(block.spans.map(emphatic), page), emptyRow];
    case 'group': {
      const mark = page.unicode ? '■ ' : '# ';
      return [
        ...indented(wrapSpans(block.title.map(emphatic), narrower(page, 2)), mark),
        emptyRow,
        ...block.blocks.flatMap((each) => [...indented(flowRows(each, narrower(page, 2)), '  '), emptyRow]),
      ];
    }
    default:
      return [...flowRows(block, page), emptyRow];
  }
}
