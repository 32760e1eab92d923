/**
 * Writes values as YAML 1.2 that people can read and edit. What `readStructured` reads from it equals what was
 * written. Texts that some reader could take for a number, a date or a boolean are quoted, also by the rules of
 * YAML 1.1 (`no`, `1:30`).
 */

/** How `writeYaml` writes. */
export interface YamlWritingOptions {
  /** Prose longer than this is folded at spaces; 100 when absent. */
  readonly lineWidth?: number;
}

const defaultLineWidth = 100;
/** YAML allows at most 1024 characters before the colon of a key on one line. */
const longestKey = 1000;

/** Texts that are safe without quotes: letters first, no sign of YAML, no colon or number sign that ends a word. */
const plainText = /^\p{L}(?:[\p{L}\p{M}\p{N} _.()/;%+=<>~^@'"-]|,(?! |$)|, (?=\S)|:(?=[^\s,[\]{}])|#)*$/u;
const wordOfYaml = /^(?:y|n|yes|no|on|off|true|false|null)$/i;
/** One word and a number: a day of a cycle, a relative date. */
const wordAndNumber = /^\p{L}+ [-+]?\d[\d.,/:-]*$/u;

/** Longer texts are quoted without a closer look. */
const longestPlain = 500;

function isPlain(text: string): boolean {
  return (
    text.length <= longestPlain &&
    plainText.test(text) &&
    !wordOfYaml.test(text) &&
    !wordAndNumber.test(text) &&
    !/ $| #/.test(text)
  );
}

/** True for texts of printable characters on one line, which single quotes can hold. */
function isPrintableLine(text: string): boolean {
  return text.isWellFormed() && !/[\p{Cc}\p{Zl}\p{Zp}\uFEFF\uFFFE\uFFFF]/u.test(text);
}

function doubleQuoted(text: string): string {
  return JSON.stringify(text).replace(/[\p{Cc}\p{Zl}\p{Zp}\uFEFF\uFFFE\uFFFF]/gu, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

/** A text on one line: plain where that is safe, else quoted. */
function textOnLine(text: string): string {
  if (isPlain(text)) return text;
  if (!isPrintableLine(text)) return doubleQuoted(text);
  return `'${text.replaceAll("'", "''")}'`;
}

/** Lines of prose, broken at single spaces. */
function foldedLines(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

/** Prose can be folded when every space stands alone between words. */
function isFoldable(text: string): boolean {
  return isPrintableLine(text) && /^\S+(?: \S+)+$/.test(text);
}

/** Lines can stand in a literal block when none is only white space and the first is not indented. */
function isLiteral(text: string): boolean {
  const lines = text.split('\n');
  const body = lines.at(-1) === '' ? lines.slice(0, -1) : lines;
  return (
    body.length > 1 &&
    !/^\s/.test(text) &&
    body.every((line) => line === '' || (isPrintableLine(line) && /\S$/.test(line))) &&
    body.at(-1) !== ''
  );
}

class YamlWriter {
  readonly #width: number;

  constructor(width: number) {
    this.#width = width;
  }

  /** What stands after `key:` or `-`: with its leading space, or with its line breaks. */
  after(value: unknown, indent: string, inList: boolean): string {
    const inner = `${indent}  `;
    if (typeof value === 'string') return ` ${this.#text(value, inner)}`;
    if (Array.isArray(value)) {
      if (value.length === 0) return ' []';
      return inList ? ` ${this.#items(value, inner).slice(inner.length)}` : `\n${this.#items(value, inner)}`;
    }
    if (isMapping(value)) {
      const members = this.#members(value, inner);
      if (members === '') return ' {}';
      return inList ? ` ${members.slice(inner.length)}` : `\n${members}`;
    }
    return ` ${scalar(value)}`;
  }

  root(value: unknown): string {
    if (Array.isArray(value)) return value.length === 0 ? '[]' : this.#items(value, '');
    if (isMapping(value)) return this.#members(value, '') || '{}';
    return typeof value === 'string' ? this.#text(value, '  ') : scalar(value);
  }

  #items(items: readonly unknown[], indent: string): string {
    return items.map((item) => `${indent}-${this.after(item ?? null, indent, true)}`).join('\n');
  }

  #members(mapping: Readonly<Record<string, unknown>>, indent: string): string {
    return Object.entries(mapping)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => {
        if (['__proto__', 'constructor', 'prototype'].includes(key))
          throw new TypeError(`YAML of Cajal cannot hold the key "${key}"`);
        const name = textOnLine(key);
        if (name.length <= longestKey) return `${indent}${name}:${this.after(value, indent, false)}`;
        return `${indent}? ${name}\n${indent}:${this.after(value, indent, false)}`;
      })
      .join('\n');
  }

  #text(text: string, indent: string): string {
    if (isLiteral(text)) {
      const clip = text.endsWith('\n') ? '|' : '|-';
      const body = text.endsWith('\n') ? text.slice(0, -1) : text;
      const lines = body.split('\n').map((line) => (line === '' ? '' : `${indent}${line}`));
      return [clip, ...lines].join('\n');
    }
    const width = Math.max(40, this.#width - indent.length);
    if (text.length <= width || !isFoldable(text)) return textOnLine(text);
    return ['>-', ...foldedLines(text, width).map((line) => `${indent}${line}`)].join('\n');
  }
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function scalar(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number' && Number.isFinite(value)) return Object.is(value, -0) ? '-0' : String(value);
  throw new TypeError(`YAML of Cajal cannot hold ${typeof value === 'number' ? value : `a ${typeof value}`}`);
}

/**
 * A value as YAML, with its keys in the order given and a line break at the end; members that are undefined are left
 * out, as JSON does. Comments of a file that was read are not kept.
 *
 * @throws TypeError for what JSON cannot hold (NaN, functions) and for the keys that no document may have.
 * @example writeYaml({ date: '2012-06', percent: 5 }) // "date: '2012-06'\npercent: 5\n"
 */
export function writeYaml(value: unknown, options: YamlWritingOptions = {}): string {
  return `${new YamlWriter(options.lineWidth ?? defaultLineWidth).root(value)}\n`;
}
