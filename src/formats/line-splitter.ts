/**
 * Text pieces cut into lines: LF or CRLF ends a line, the last line may lack its end, a byte order mark before the
 * first line is taken off. No more than one line is held; a line over the limit is passed over and reported.
 */
import type { IssueLog } from './issue-log.ts';
import type { Line } from './line.ts';

/** The longest line that is read, in UTF-16 units, unless the caller sets another limit. */
export const longestLine = 1_000_000;

/** Cuts pieces into lines. */
export class LineSplitter {
  readonly #log: IssueLog;
  readonly #most: number;
  #number = 0;
  #held = '';
  #isOverlong = false;
  #isAtStart = true;
  #warnedOfReturns = false;

  constructor(log: IssueLog, most: number = longestLine) {
    this.#log = log;
    this.#most = most;
  }

  /** How many lines have been cut, blank and overlong ones included. */
  get lines(): number {
    return this.#number;
  }

  /** The lines that end in this piece. */
  push(chunk: string): readonly Line[] {
    const piece = this.#isAtStart && chunk.startsWith('\uFEFF') ? chunk.slice(1) : chunk;
    if (chunk !== '') this.#isAtStart = false;
    const lines: Line[] = [];
    let start = 0;
    for (let end = piece.indexOf('\n'); end !== -1; end = piece.indexOf('\n', start)) {
      this.#hold(piece.slice(start, end));
      this.#close(lines);
      start = end + 1;
    }
    if (start < piece.length) this.#hold(piece.slice(start));
    return lines;
  }

  /** The last line, where the file does not end with a line end. */
  end(): readonly Line[] {
    const lines: Line[] = [];
    if (this.#held !== '' || this.#isOverlong) this.#close(lines);
    return lines;
  }

  #hold(text: string): void {
    if (this.#isOverlong) return;
    // One more than the limit: the return of a CRLF is not yet taken off.
    if (this.#held.length + text.length > this.#most + 1) {
      this.#isOverlong = true;
      this.#held = '';
      return;
    }
    this.#held = this.#held === '' ? text : this.#held + text;
  }

  #close(lines: Line[]): void {
    this.#number += 1;
    const text = this.#held.endsWith('\r') ? this.#held.slice(0, -1) : this.#held;
    const isOverlong = this.#isOverlong || text.length > this.#most;
    this.#held = '';
    this.#isOverlong = false;
    if (isOverlong) this.#reportOverlong();
    else lines.push({ number: this.#number, text });
    if (!isOverlong) this.#look(text);
  }

  #reportOverlong(): void {
    this.#log.add({
      code: 'line-too-long',
      severity: 'error',
      message: `the line has more than ${this.#most} characters and is passed over; check that it ends where it should`,
      line: this.#number,
    });
  }

  /** Says once what in a line points to a wrong encoding or to line ends that are not read. */
  #look(text: string): void {
    const at = text.indexOf('\uFFFD');
    if (at !== -1) {
      this.#log.add({
        code: 'input-not-text',
        severity: 'warning',
        message: 'bytes that are not UTF-8 stand here and are shown as U+FFFD; save the file as UTF-8',
        line: this.#number,
        column: at + 1,
      });
    }
    const lone = this.#warnedOfReturns ? -1 : text.indexOf('\r');
    if (lone === -1) return;
    this.#warnedOfReturns = true;
    this.#log.add({
      code: 'input-not-text',
      severity: 'warning',
      message:
        'a carriage return stands inside the line; if lines end with it, save the file with LF or CRLF',
      line: this.#number,
      column: lone + 1,
    });
  }
}
