/** A figure: its marks, what it says in words, and the table of its data. Everything that a renderer needs, nothing more. */
import type { Mark } from './mark.ts';

/** The kinds of figure, as `cajal figure KIND` names them. */
export const figureKinds = [
  'swimmer',
  'waterfall',
  'spider',
  'kaplan-meier',
  'forest',
  'timeline',
  'marker-series',
  'lollipop',
  'oncoprint',
  'adverse-events',
  'mutation-prevalence',
  'chromosome-arms',
  'funnel',
] as const;
/** A kind of figure. */
export type FigureKind = (typeof figureKinds)[number];

/** A cell of a table of data: null where nothing is known. */
export type FigureCell = string | number | null;

/** The data behind a figure, one row a mark that means something; units stand in the heads. */
export interface FigureTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly FigureCell[])[];
}

/** A figure, ready to be rendered. */
export interface Figure {
  readonly kind: FigureKind;
  readonly title: string;
  /** What the figure shows, in sentences, for those who do not see it. */
  readonly description: string;
  /** Number of patients, cut-off and method, as printed under the figure. */
  readonly caption: string;
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
  readonly table: FigureTable;
}

/** What every kind of figure can be told about itself. */
export interface FigureFrame {
  readonly title: string;
  readonly subtitle?: string;
  /** The date or state that the data stand for; the caption says so, or that it is not stated. */
  readonly cutOff?: string;
  /** Where the data come from: paper and place, file, store. */
  readonly source?: string;
  /** Further sentences of the caption. */
  readonly notes: readonly string[];
}

/** How a figure is laid out. */
export interface FigureLayout {
  /** Width in CSS pixels: 680 (180 mm) unless told; 340 is a column of 90 mm. */
  readonly width?: number;
}

/** A page of two columns. */
export const fullWidth = 680;
/** One column of 90 mm. */
export const columnWidth = 340;
/** What the width may be. */
export const widthRange = [300, 2000] as const;

/** Sizes of type, in pixels: 8.25, 7.5 and 10.5 points. */
export const typeSize = { label: 11, small: 10, title: 14 } as const;
