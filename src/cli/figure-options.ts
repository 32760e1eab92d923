/** Options of `cajal figure`. */

/** The kinds, as the command names them; `src/cli/figure-command.test.ts` holds them to those of the figures room. */
export const figureKindNames = [
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
export type FigureKindName = (typeof figureKindNames)[number];

/** How a figure is coloured. */
export const figureModeNames = ['auto', 'light', 'dark', 'print'] as const;

/** Options as the command line gives them. */
export interface FigureCommandOptions {
  /** The file to write; its ending says what: svg, csv, html, png. */
  readonly output?: string;
  readonly width: number;
  readonly mode: (typeof figureModeNames)[number];
  readonly title?: string;
  readonly cutOff?: string;
  readonly source?: string;
  /** Of a Kaplan-Meier figure from a table. */
  readonly endpoint?: string;
  /** Of a swimmer, lollipop or oncoprint of cases: drug, class or regimen. */
  readonly treatment?: string;
  /** Of a lollipop or of the prevalence of mutations in cases. */
  readonly gene?: string;
  /** Of a timeline or markers of a case: the course whose start is zero. */
  readonly zero?: string;
  readonly log: boolean;
}
