/**
 * The report in Markdown (CommonMark with tables). Every sign that Markdown or HTML would obey is escaped in every
 * word, so a name stays a name.
 */
import { badgeGlyphs, calloutWords } from './badge-glyphs.ts';
import type { Block, FlowBlock, Line, ReportDocument, Section, Span, TableBlock } from './document.ts';
import { visibleText } from './visible-text.ts';

/** Words in which nothing is markup: a backslash before the signs of Markdown, entities for those of HTML. */
export function escapeMarkdown(words: string): string {
  return visibleText(words)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\`*_{}[\]|~!]/g, (sign) => `\\${sign}`);
}

function spanText(span: Span): string {
  const words = escapeMarkdown(span.text);
  switch (span.kind) {
    case 'text':
      return words;
    case 'strong':
      return wrapped(words, '**');
    case 'emphasis':
      return wrapped(words, '*');
    case 'term':
      return wrapped(words, '**');
    case 'badge': {
      const { sign } = badgeGlyphs[span.tone];
      return `\\[${sign === '' ? '' : `${escapeMarkdown(sign)} `}${words}\\]`;
    }
    case 'link':
      return `[${words}](#${span.anchor})`;
    case 'citation':
      if (span.anchor !== undefined) return `[${words}](#${span.anchor})`;
      return span.url === undefined ? words : `[${words}](<${span.url}>)`;
  }
}

/** Emphasis around words only: spaces at the ends stay outside, or it would not be read as emphasis. */
function wrapped(words: string, mark: string): string {
  const [, before = '', inner = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(words) ?? [];
  return inner === '' ? words : `${before}${mark}${inner}${mark}${after}`;
}

const spansText = (spans: readonly Span[]): string => spans.map(spanText).join('');

/** A line that begins with a number and a dot, or a sign, would be a list. */
const guarded = (text: string): string =>
  text.replace(/^(\d+)([.)])/u, '$1\\$2').replace(/^([-+=#:])/u, '\\$1');

function lineText({ spans, basis }: Line): string {
  return basis === undefined ? spansText(spans) : `${spansText(spans)} (${spansText(basis)})`;
}

function tableText({ caption, columns, rows }: TableBlock): string {
  const head = `| ${columns.map((column) => escapeMarkdown(column.label)).join(' | ')} |`;
  const rule = `| ${columns.map(() => '---').join(' | ')} |`;
  const body = rows.map(({ cells, anchor }) => {
    const texts = cells.map((cell) => cell.map(lineText).join('<br>'));
    const named = texts.map((text, index) =>
      index === 0 && anchor !== undefined ? `<a id="${anchor}"></a>${text}` : text,
    );
    return `| ${named.join(' | ')} |`;
  });
  return [`*${escapeMarkdown(caption)}*`, '', head, rule, ...body].join('\n');
}

function flowText(block: FlowBlock): string {
  switch (block.kind) {
    case 'paragraph':
      return guarded(lineText(block));
    case 'list':
      return block.items
        .map((item, index) => `${block.ordered ? `${index + 1}.` : '-'} ${guarded(lineText(item))}`)
        .join('\n');
    case 'definitions':
      return block.entries
        .map(({ term, details }) => {
          const [only, ...others] = details;
          const name = `- **${escapeMarkdown(term)}**`;
          return only !== undefined && others.length === 0
            ? `${name}: ${lineText(only)}`
            : [name, ...details.map((each) => `  - ${guarded(lineText(each))}`)].join('\n');
        })
        .join('\n');
    case 'table':
      return tableText(block);
    case 'callout':
      return [
        `> **${calloutWords[block.tone]}: ${escapeMarkdown(block.title)}**`,
        '>',
        ...block.lines.map((each) => `> - ${guarded(lineText(each))}`),
      ].join('\n');
    case 'form': {
      const head = `| ${block.labels.map(escapeMarkdown).join(' | ')} |`;
      const rule = `| ${block.labels.map(() => '---').join(' | ')} |`;
      const empty = `| ${block.labels.map(() => '&nbsp;').join(' | ')} |`;
      const rows = Array.from({ length: block.rows }, () => empty);
      return [`*${escapeMarkdown(block.caption)}*`, '', head, rule, ...rows].join('\n');
    }
  }
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `### ${anchorText(block.anchor)}${spansText(block.spans)}`;
    case 'group':
      return [
        `### ${anchorText(block.anchor)}${guarded(spansText(block.title))}`,
        ...block.blocks.map(flowText),
      ].join('\n\n');
    default:
      return flowText(block);
  }
}

const anchorText = (anchor: string | undefined): string =>
  anchor === undefined ? '' : `<a id="${anchor}"></a>`;

const sectionText = (section: Section): string =>
  [`## ${anchorText(section.id)}${escapeMarkdown(section.title)}`, ...section.blocks.map(blockText)].join(
    '\n\n',
  );

/** Renders the report in Markdown. */
export function renderMarkdown(document: ReportDocument): string {
  const { title, useStatement, identity, sections } = document;
  const banner = [
    '| | |',
    '| --- | --- |',
    ...identity.map(({ label, value }) => `| ${escapeMarkdown(label)} | **${escapeMarkdown(value)}** |`),
  ].join('\n');
  return `${[
    `# ${escapeMarkdown(title)}`,
    `**${escapeMarkdown(useStatement)}**`,
    banner,
    ...sections.map(sectionText),
    `**${escapeMarkdown(useStatement)}**`,
  ].join('\n\n')}\n`;
}
