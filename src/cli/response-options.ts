/** Options of `cajal response`. */
export interface ResponseCommandOptions {
  /** Where the record of a case is cut: a date, or one of its decision points. */
  readonly at?: string;
  /** The first day of treatment, for tables with dates. */
  readonly start?: string;
  /** The SDTM table TU that belongs to a TR. */
  readonly tu?: string;
  /** The SDTM table DM, for the start of treatment. */
  readonly dm?: string;
  /** One evaluator of an SDTM table. */
  readonly evaluator?: string;
  /** Patients of a table; all when empty. */
  readonly patient: readonly string[];
  /** iRECIST beside RECIST for a table: whoever asks knows that the treatment was an immunotherapy. */
  readonly immunotherapy: boolean;
  readonly stableFrom: number;
  readonly confirmAfter: number;
  readonly json: boolean;
}
