/** The options of `cajal fusion`, as the command line reads them. */

export const fusionAssays = ['rnaTargeted', 'rnaWhole', 'dnaPanel', 'longReadRna'] as const;

/** Options of `cajal fusion`. */
export interface FusionCommandOptions {
  /** The genome build of breakpoints, where the file does not say it. */
  readonly build?: string;
  /** Breakpoints of a text are of DNA. */
  readonly dna?: boolean;
  /** Fusions that are asked for, as `ETV6::NTRK3`. */
  readonly ask: readonly string[];
  /** One sample of a file with several. */
  readonly sample?: string;
  /** The assay that the callers' reads come from, where it is not the usual one of the format. */
  readonly assay?: (typeof fusionAssays)[number];
  /** Depth and quality of the reads as the laboratory states them. */
  readonly reads?: string;
  readonly json: boolean;
}
