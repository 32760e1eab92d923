/** What the server is made of. Nothing is looked up: the store, the library, the clock and the log come in. */
import type { Knowledge, PrintedContent } from '../knowledge/index.ts';
import type { OutsideKnowledge } from '../report/index.ts';
import type { Store } from '../store/index.ts';

/** One answered request, as it is logged: never an address, an id, a query or anything of a patient. */
export interface RequestLine {
  readonly method: string;
  /** The pattern of the route, such as `/cases/:id`. */
  readonly route: string;
  readonly status: number;
  readonly ms: number;
  /** Kind and code place of a fault of the program, without its message. */
  readonly fault?: string;
}

/** The parts that every route may use. */
export interface ServerParts {
  readonly store: Store;
  readonly knowledge: Knowledge;
  /** The user's packs of outside knowledge, as they are at the time of asking. */
  readonly outside?: () => OutsideKnowledge;
  /** What papers printed, for the evidence pages; asked for once, when the first of them is. */
  readonly printed?: () => PrintedContent;
  readonly softwareVersion: string;
  /** The clock, as ISO 8601 text. */
  readonly now: () => string;
  readonly log?: (line: RequestLine) => void;
}

/** The author of the cases that come with Cajal; nobody else may write under it. */
export const publishedAuthor = 'cajal';
