/** The options of `cajal relate`, as the command line reads them. */

/** Options of `cajal relate`. */
export interface RelateCommandOptions {
  /** Relate to every statement of the library as well. */
  readonly statements: boolean;
  readonly json: boolean;
}
