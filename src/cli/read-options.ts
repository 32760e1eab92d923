/** The options of `cajal read`, in a file of their own so that the help need not load the command. */

/** Options of `cajal read`. */
export interface ReadCommandOptions {
  /** The text itself, in place of a file. */
  readonly text?: string;
  readonly json: boolean;
  /** Print proposals for a case file. */
  readonly asCase: boolean;
}
