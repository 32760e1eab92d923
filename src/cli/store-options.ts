/** What the commands over a store are asked. */

export interface DataOptions {
  /** The folder of the data. */
  readonly data?: string;
}

export interface ServeOptions extends DataOptions {
  /** 0 takes a free one. */
  readonly port: number;
  /** Writes a line for every request. */
  readonly log: boolean;
}

export interface PutOptions extends DataOptions {
  readonly author: string;
  readonly reason: string;
  /** The newest version that was seen; 0 for none. */
  readonly upon: number;
}
