/** The report for a terminal: wrapped to its width, coloured only when asked, with nothing in it that it would obey. */
import type { ReportDocument, Section } from '../document.ts';
import { line, strong } from '../span.ts';
import { narrower, type Page, type Row, wrapLine, wrapWords } from './styled-words.ts';
import { blockRows, emptyRow } from './terminal-block.ts';

/** How to render. */
export interface TerminalOptions {
  /** Width of the terminal in columns; 40 to 160 are used. */
  readonly columns: number;
  /** Whether to colour with ANSI codes. */
  readonly colour: boolean;
  /** False for signs of ASCII only; true by default. */
  readonly unicode?: boolean;
}

function sectionRows(section: Section, page: Page): Row[] {
  const rule = (page.unicode ? '─' : '-').repeat(page.width);
  return [
    { text: rule, width: page.width },
    ...wrapWords(section.title.toUpperCase(), 'strong', page),
    emptyRow,
    ...section.blocks.flatMap((each) => blockRows(each, page)),
  ];
}

function bannerRows({ title, useStatement, identity }: ReportDocument, page: Page): Row[] {
  const rule = (page.unicode ? '━' : '=').repeat(page.width);
  const longest = Math.max(...identity.map((each) => each.label.length));
  return [
    { text: rule, width: page.width },
    ...wrapWords(title, 'strong', page),
    ...wrapWords(useStatement, 'plain', page),
    emptyRow,
    ...identity.flatMap(({ label, value }) => {
      const rows = wrapLine(line(strong(value)), narrower(page, longest + 2));
      return rows.map((row, index) => ({
        text: (index === 0 ? label.padEnd(longest + 2) : ' '.repeat(longest + 2)) + row.text,
        width: row.width + longest + 2,
      }));
    }),
    { text: rule, width: page.width },
  ];
}

/** Renders the report; no line is wider than the columns. */
export function renderTerminal(document: ReportDocument, options: TerminalOptions): string {
  const page: Page = {
    width: Math.min(160, Math.max(40, Math.floor(options.columns))),
    colour: options.colour,
    unicode: options.unicode ?? true,
  };
  const rows = [
    ...bannerRows(document, page),
    ...document.sections.flatMap((section) => sectionRows(section, page)),
    ...wrapWords(document.useStatement, 'plain', page),
  ];
  return `${rows.map((row) => row.text.trimEnd()).join('\n')}\n`;
}
