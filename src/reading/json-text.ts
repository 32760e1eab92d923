/**
 * JSON after RFC 8259 with the place of every value. One pass over the text finds syntax errors, duplicate and
 * forbidden keys, depth and places; the values then come from JSON.parse.
 */
import {
  duplicateKeyFault,
  type Fault,
  forbiddenKeyFault,
  mostFaults,
  numberFault,
  type Parsed,
  shortened,
  tooDeepFault,
  tooManyTokensFault,
} from './fault.ts';
import type { PlacedNode } from './positioned-document.ts';

/** Ends the pass: the text after a fault of syntax, depth or size cannot be read. */
class JsonStop extends Error {
  readonly fault: Fault;
  constructor(fault: Fault) {
    super(fault.message);
    this.name = 'JsonStop';
    this.fault = fault;
  }
}

interface JsonLimits {
  readonly maxDepth: number;
  readonly maxTokens: number;
}

const numberPattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y;
const wordPattern = /[^\s,:[\]{}"]+/y;

class JsonScanner {
  readonly faults: Fault[] = [];
  readonly #text: string;
  readonly #limits: JsonLimits;
  readonly #path: (string | number)[] = [];
  #at = 0;
  #tokens = 0;

  constructor(text: string, limits: JsonLimits) {
    this.#text = text;
    this.#limits = limits;
  }

  document(): PlacedNode {
    this.#space();
    const root = this.#value(1);
    this.#space();
    if (this.#at < this.#text.length) this.#stop('text stands after the end of the document; remove it');
    return root;
  }

  #stop(message: string, offset = this.#at): never {
    throw new JsonStop({ code: 'json-syntax', severity: 'error', message, offset });
  }

  #say(fault: Fault | undefined): void {
    if (fault === undefined) return;
    if (this.faults.length >= mostFaults) throw new JsonStop(fault);
    this.faults.push(fault);
  }

  #count(): void {
    this.#tokens += 1;
    if (this.#tokens > this.#limits.maxTokens)
      throw new JsonStop(tooManyTokensFault(this.#limits.maxTokens, this.#at));
  }

  #space(): void {
    for (; this.#at < this.#text.length; this.#at++) {
      const unit = this.#text.charCodeAt(this.#at);
      if (unit !== 32 && unit !== 10 && unit !== 13 && unit !== 9) return;
    }
  }

  #value(depth: number, keyOffset?: number): PlacedNode {
    this.#count();
    const offset = this.#at;
    const key = keyOffset === undefined ? {} : { keyOffset };
    const first = this.#text[offset];
    if (first === '{' || first === '[') {
      if (depth > this.#limits.maxDepth) throw new JsonStop(tooDeepFault(this.#limits.maxDepth, offset));
      this.#at += 1;
      if (first === '{') return { offset, ...key, members: this.#members(depth) };
      return { offset, ...key, items: this.#items(depth) };
    }
    if (first === '"') return { offset, ...key, printed: this.#string() };
    return { offset, ...key, printed: this.#word() };
  }

  /** After a member or an item: true when another follows. */
  #goesOn(close: '}' | ']'): boolean {
    this.#space();
    const mark = this.#text[this.#at];
    if (mark === close) {
      this.#at += 1;
      return false;
    }
    if (mark === undefined) this.#stop(`the text ends before "${close}"; the file may be cut off`);
    if (mark !== ',') this.#stop(`"," or "${close}" should stand here`);
    const comma = this.#at;
    this.#at += 1;
    this.#space();
    if (this.#text[this.#at] === close)
      this.#stop(`a comma stands before "${close}"; remove the comma`, comma);
    return true;
  }

  #members(depth: number): ReadonlyMap<string, PlacedNode> {
    const members = new Map<string, PlacedNode>();
    this.#space();
    if (this.#text[this.#at] === '}') {
      this.#at += 1;
      return members;
    }
    do {
      const keyOffset = this.#at;
      if (this.#text[keyOffset] !== '"') this.#stop('a key in double quotes should stand here');
      this.#count();
      const key = this.#string();
      this.#path.push(key);
      this.#say(forbiddenKeyFault(key, keyOffset, [...this.#path]));
      const earlier = members.get(key)?.keyOffset;
      if (earlier !== undefined) this.#say(duplicateKeyFault(key, keyOffset, earlier, [...this.#path]));
      this.#space();
      if (this.#text[this.#at] !== ':') this.#stop(`":" should stand after the key "${shortened(key)}"`);
      this.#at += 1;
      this.#space();
      const value = this.#value(depth + 1, keyOffset);
      if (earlier === undefined) members.set(key, value);
      this.#path.pop();
    } while (this.#goesOn('}'));
    return members;
  }

  #items(depth: number): readonly PlacedNode[] {
    const items: PlacedNode[] = [];
    this.#space();
    if (this.#text[this.#at] === ']') {
      this.#at += 1;
      return items;
    }
    do {
      this.#path.push(items.length);
      items.push(this.#value(depth + 1));
      this.#path.pop();
    } while (this.#goesOn(']'));
    return items;
  }

  #string(): string {
    const start = this.#at;
    let escaped = false;
    for (let at = start + 1; at < this.#text.length; at++) {
      const unit = this.#text.charCodeAt(at);
      if (unit === 34) {
        this.#at = at + 1;
        if (!escaped) return this.#text.slice(start + 1, at);
        return this.#unescaped(start, at + 1);
      }
      if (unit === 92) {
        escaped = true;
        at += 1;
      } else if (unit < 32) {
        this.#stop('a line break or a tab stands inside a text; write \\n or \\t', at);
      }
    }
    return this.#stop('the text in double quotes has no end', start);
  }

  #unescaped(start: number, end: number): string {
    try {
      const value: unknown = JSON.parse(this.#text.slice(start, end));
      if (typeof value === 'string') return value;
    } catch {
      // JSON.parse does not say where; the loop below finds the escape it refused.
    }
    let at = this.#text.indexOf('\\', start);
    while (at < end) {
      const known = /^\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/.exec(this.#text.slice(at, at + 6));
      if (known === null) break;
      at = this.#text.indexOf('\\', at + known[0].length);
    }
    return this.#stop('a backslash begins no escape that JSON knows; write \\\\ for a backslash', at);
  }

  #word(): string {
    const offset = this.#at;
    numberPattern.lastIndex = offset;
    wordPattern.lastIndex = offset;
    const word = wordPattern.exec(this.#text)?.[0];
    if (word === undefined) {
      if (offset >= this.#text.length)
        this.#stop('the text ends where a value should stand; the file may be cut off');
      this.#stop(`a value should stand here, not "${this.#text[offset] ?? ''}"`);
    }
    this.#at += word.length;
    if (word === 'true' || word === 'false' || word === 'null') return word;
    if (numberPattern.exec(this.#text)?.[0] !== word) {
      if (/^(?:\/\/|\/\*|#)/.test(word)) this.#stop('JSON has no comments; remove it, or use YAML', offset);
      this.#stop(`"${shortened(word)}" is not a value of JSON; put text in double quotes`, offset);
    }
    this.#say(numberFault(Number(word), word, offset, [...this.#path]));
    return word;
  }
}

/** Read JSON. Never throws on a text. */
export function parseJsonText(text: string, limits: JsonLimits): Parsed<PlacedNode> {
  const scanner = new JsonScanner(text, limits);
  try {
    const root = scanner.document();
    const refused = scanner.faults.some((fault) => fault.severity === 'error');
    const value: unknown = refused ? undefined : JSON.parse(text);
    return { value, root: refused ? undefined : root, faults: scanner.faults };
  } catch (error) {
    if (!(error instanceof JsonStop)) throw error;
    return { value: undefined, root: undefined, faults: [...scanner.faults, error.fault] };
  }
}
