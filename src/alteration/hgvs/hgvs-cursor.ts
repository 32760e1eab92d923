/**
 * The place of the parser in a text. A rule takes what it knows and moves on, or says what it expected and gives
 * undefined; the expectation met furthest into the text is the one reported.
 */

/** Positions and counts have fewer digits than this: they stay exact, and no chromosome is longer. */
const mostDigits = 15;

const digit0 = 48;
const digit9 = 57;

/** A text, how far it is read, and the furthest place where a rule failed. */
export class HgvsCursor {
  readonly text: string;
  at = 0;
  failedAt = -1;
  expected = '';
  /** Characters looked at, with those looked at again: what linear time is measured by. */
  steps = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** The UTF-16 unit at this place; NaN at the end. */
  code(): number {
    this.steps++;
    return this.text.charCodeAt(this.at);
  }

  isAtEnd(): boolean {
    return this.at >= this.text.length;
  }

  /** Takes a word if it stands here. */
  take(word: string): boolean {
    this.steps += word.length;
    if (!this.text.startsWith(word, this.at)) return false;
    this.at += word.length;
    return true;
  }

  /** Takes a word or says that it was expected. */
  must(word: string): boolean {
    if (this.take(word)) return true;
    this.fail(`"${word}"`);
    return false;
  }

  /** Notes what was expected here, unless a rule came further before. */
  fail(expected: string): undefined {
    if (this.at >= this.failedAt) {
      this.failedAt = this.at;
      this.expected = expected;
    }
    return undefined;
  }

  isAtDigit(): boolean {
    const code = this.code();
    return code >= digit0 && code <= digit9;
  }

  /** Digits as a number. */
  number(what: string): number | undefined {
    const start = this.at;
    let value = 0;
    for (;;) {
      const code = this.code();
      if (!(code >= digit0 && code <= digit9)) break;
      if (this.at - start >= mostDigits) {
        this.at = start;
        return this.fail(`${what} of at most ${mostDigits} digits`);
      }
      value = value * 10 + (code - digit0);
      this.at++;
    }
    return this.at === start ? this.fail(what) : value;
  }

  /** A number or `?`. */
  numberOrUnknown(what: string): number | '?' | undefined {
    return this.take('?') ? '?' : this.number(what);
  }
}
