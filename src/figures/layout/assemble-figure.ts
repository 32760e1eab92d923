/**
 * Puts the head above a figure and its caption below. The caption says what the data are, their cut-off and the method, and
 * that figures are for professionals and research: it travels with every copy of the figure.
 */
import {
  type Figure,
  type FigureFrame,
  type FigureKind,
  type FigureTable,
  type Mark,
  movedMarks,
  typeSize,
} from '../scene/index.ts';
import { wrapText } from '../text/index.ts';

const margin = 12;
const useStatement = 'Research use, for professionals; options, never orders.';

/** A body whose marks begin at y = 0, and what is said about it. */
export interface FigureBody {
  readonly kind: FigureKind;
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
  readonly description: string;
  /** Sentences of the caption: numbers of patients and the method. */
  readonly statements: readonly string[];
  readonly table: FigureTable;
}

const asSentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

/** The caption as one paragraph. */
function captionOf(frame: FigureFrame, statements: readonly string[]): string {
  const cutOff = frame.cutOff === undefined ? 'Data cut-off: not stated.' : `Data cut-off: ${frame.cutOff}.`;
  const source = frame.source === undefined ? [] : [asSentence(`Source: ${frame.source}`)];
  return [
    ...statements.map(asSentence),
    cutOff,
    ...source,
    ...frame.notes.map(asSentence),
    useStatement,
  ].join(' ');
}

/** The whole figure. */
export function assembleFigure(frame: FigureFrame, body: FigureBody): Figure {
  const inner = body.width - 2 * margin;
  const marks: Mark[] = [];
  let y = margin;
  for (const text of wrapText(frame.title, inner, typeSize.title, 'bold')) {
    y += typeSize.title;
    marks.push({ kind: 'text', x: margin, y, text, size: typeSize.title, weight: 'bold' });
    y += 4;
  }
  for (const text of wrapText(frame.subtitle ?? '', inner, typeSize.label)) {
    y += typeSize.label + 1;
    marks.push({ kind: 'text', x: margin, y, text, size: typeSize.label, paint: 'quiet' });
    y += 3;
  }
  y += 10;
  marks.push(...movedMarks(body.marks, 0, y));
  y += body.height + 8;
  const caption = captionOf(frame, body.statements);
  for (const text of wrapText(caption, inner, typeSize.small)) {
    y += typeSize.small + 1;
    marks.push({ kind: 'text', x: margin, y, text, size: typeSize.small, paint: 'quiet' });
    y += 3;
  }
  return {
    kind: body.kind,
    title: frame.title,
    description: body.description,
    caption,
    width: body.width,
    height: Math.ceil(y + margin - 2),
    marks,
    table: body.table,
  };
}

/** The margin that every figure keeps on its sides, in pixels. */
export const figureMargin = margin;
