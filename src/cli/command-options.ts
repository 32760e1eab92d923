/** The options of the commands on case files, as the command line reads them. */

export const boardFormats = ['terminal', 'markdown', 'html', 'json'] as const;
export type BoardFormat = (typeof boardFormats)[number];

/** Options of `cajal board`. */
export interface BoardCommandOptions {
  readonly at?: string;
  readonly knowledgeAsOf?: string;
  readonly without: readonly string[];
  readonly format: BoardFormat;
  readonly output?: string;
  readonly color: boolean;
  readonly width?: number;
  /** The folder of the data, for packs of outside knowledge. */
  readonly data?: string;
}

/** Options of `cajal classify`. */
export interface ClassifyOptions {
  readonly at?: string;
  readonly json: boolean;
}

/** Formats of files with findings; `auto` looks at the content. */
export const findingsFormats = [
  'auto',
  'vcf',
  'maf',
  'cna',
  'segments',
  'fusions',
  'ihc',
  'biomarkers',
  'markers',
] as const;
