/** Blocks as semantic HTML: captions and scopes on tables, definition lists for facts, headings in order. */
import { calloutWords } from '../badge-glyphs.ts';
import type { Block, FlowBlock, TableBlock } from '../document.ts';
import { escapeHtml } from './escape-html.ts';
import { type HtmlLinks, lineHtml, spansHtml } from './html-spans.ts';

/** Widths in steps of five percent, as classes: a strict policy allows no style attributes. */
function columnClasses(columns: TableBlock['columns']): readonly string[] {
  const sum = columns.reduce((total, { share }) => total + share, 0);
  return columns.map(({ share }) => `width-${Math.max(5, Math.round((share / sum) * 20) * 5)}`);
}

function tableHtml({ caption, columns, rows }: TableBlock, links: HtmlLinks): string {
  const widths = columnClasses(columns);
  const head = columns
    .map(({ label }, index) => `<th scope="col" class="${widths[index] ?? ''}">${escapeHtml(label)}</th>`)
    .join('');
  const body = rows.map(({ cells, anchor }) => {
    const inner = cells.map((cell, index) => {
      const column = columns[index];
      const lines = cell.map((each) => `<p>${lineHtml(each, links)}</p>`).join('');
      if (index === 0) return `<th scope="row">${lines}</th>`;
      const label = column === undefined ? '' : ` data-label="${escapeHtml(column.label)}"`;
      return `<td${label}>${lines}</td>`;
    });
    const id = anchor === undefined ? '' : ` id="${escapeHtml(anchor)}"`;
    return `<tr${id}>${inner.join('')}</tr>`;
  });
  return `<table><caption>${escapeHtml(caption)}</caption>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body.join('\n')}\n</tbody></table>`;
}

function formHtml({ caption, labels, rows }: Extract<FlowBlock, { kind: 'form' }>): string {
  const head = labels.map((label) => `<th scope="col">${escapeHtml(label)}</th>`).join('');
  const empty = `<tr>${labels.map(() => '<td>&nbsp;</td>').join('')}</tr>`;
  return `<table class="form"><caption>${escapeHtml(caption)}</caption>\n<thead><tr>${head}</tr></thead>\n<tbody>${empty.repeat(rows)}</tbody></table>`;
}

function flowHtml(block: FlowBlock, links: HtmlLinks): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${lineHtml(block, links)}</p>`;
    case 'list': {
      const name = block.ordered ? 'ol' : 'ul';
      return `<${name}>${block.items.map((item) => `<li>${lineHtml(item, links)}</li>`).join('')}</${name}>`;
    }
    case 'definitions': {
      const entries = block.entries.map(
        ({ term, details }) =>
          `<div><dt>${escapeHtml(term)}</dt>${details.map((each) => `<dd>${lineHtml(each, links)}</dd>`).join('')}</div>`,
      );
      return `<dl>${entries.join('\n')}</dl>`;
    }
    case 'table':
      return tableHtml(block, links);
    case 'callout': {
      const lines = block.lines.map((each) => `<li>${lineHtml(each, links)}</li>`).join('');
      return `<div class="callout callout-${block.tone}"><p class="callout-title">${calloutWords[block.tone]}: ${escapeHtml(block.title)}</p><ul>${lines}</ul></div>`;
    }
    case 'form':
      return formHtml(block);
  }
}

const idOf = (anchor: string | undefined): string =>
  anchor === undefined ? '' : ` id="${escapeHtml(anchor)}"`;

/** One block; headings inside a section are of the third level. */
export function blockHtml(block: Block, links: HtmlLinks): string {
  switch (block.kind) {
    case 'heading':
      return `<h3${idOf(block.anchor)}>${spansHtml(block.spans, links)}</h3>`;
    case 'group':
      return `<article class="group"${idOf(block.anchor)}>\n<h3>${spansHtml(block.title, links)}</h3>\n${block.blocks.map((each) => flowHtml(each, links)).join('\n')}\n</article>`;
    default:
      return flowHtml(block, links);
  }
}
