/** The options of `cajal findings`, in a file of their own so that the help need not load the command. */
/** Options of `cajal findings`. */
export interface FindingsCommandOptions {
  /** `auto`, or one of the formats that are read. */
  readonly format: string;
  readonly sample?: string;
  readonly gene: readonly string[];
  readonly as: 'table' | 'json' | 'yaml';
  readonly output?: string;
  /** Keep variants that did not pass the filters of their caller. */
  readonly allFilters: boolean;
  /** A field with the allele fraction, `NAME:fraction` or `NAME:percent`. */
  readonly vafField?: string;
  /** The id of the assay of the record, for YAML. */
  readonly assay?: string;
}
