/**
 * YAML 1.2 (core schema) with the place of every value, read with the `yaml` package: tokens first
 * (yaml-tokens.ts), then nodes, then plain values. Values are what JSON can hold.
 */
import { Composer, type ErrorCode, isMap, isScalar, isSeq, type Pair, Scalar } from 'yaml';
import {
  duplicateKeyFault,
  type Fault,
  forbiddenKeyFault,
  numberFault,
  type Parsed,
  shortened,
} from './fault.ts';
import type { Path } from './issue.ts';
import type { PlacedNode } from './positioned-document.ts';
import { type YamlLimits, yamlTokens } from './yaml-tokens.ts';

/** More lines than this take the parser too long, whatever stands on them. */
const mostLines = 100_000;

/** What to do about a fault of syntax, where the words of the parser do not say it. */
const advice: Partial<Record<ErrorCode, string>> = {
  BAD_INDENT: 'indent the keys of a mapping alike, and close every bracket',
  BAD_SCALAR_START: 'put the text in quotes',
  BLOCK_AS_IMPLICIT_KEY: 'put a text that holds ": " in quotes, or begin the inner mapping on a new line',
  MULTILINE_IMPLICIT_KEY: 'a colon may be missing after a key, or a text that holds ": " needs quotes',
  MISSING_CHAR: 'a colon, a comma, a space or a closing quote is missing here',
  TAB_AS_INDENT: 'indent with spaces, not with tabs',
  UNEXPECTED_TOKEN: 'put a text that holds special characters in quotes',
};

/** The parser writes `"quote` for the sign itself. */
function syntaxFault(message: string, code: ErrorCode | undefined, offset: number): Fault {
  const what = code === undefined ? undefined : advice[code];
  const said = message.replace(/(["'])quote$/, 'quote ($1)');
  const text = what === undefined ? said : `${said}; ${what}`;
  return { code: 'yaml-syntax', severity: 'error', message: text, offset };
}

interface Converted {
  readonly value: unknown;
  readonly node: PlacedNode;
}

interface RangedNode {
  readonly range?: readonly [number, number, number] | null | undefined;
}

/** Turns the nodes of the `yaml` package into plain values and their places. */
class YamlConversion {
  readonly faults: Fault[] = [];
  readonly #path: (string | number)[] = [];

  convert(node: unknown, keyOffset?: number): Converted {
    const key = keyOffset === undefined ? {} : { keyOffset };
    if (isMap(node)) return this.#mapping(node.items, offsetOf(node), key);
    if (isSeq(node)) return this.#list(node.items, offsetOf(node), key);
    if (isScalar(node)) return this.#scalar(node, key);
    return { value: null, node: { offset: keyOffset ?? 0, ...key, printed: '' } };
  }

  #say(fault: Fault | undefined): void {
    if (fault !== undefined) this.faults.push(fault);
  }

  #scalar(node: Scalar, key: { keyOffset?: number }): Converted {
    const value = node.value;
    const source = node.source ?? '';
    const own = offsetOf(node);
    const offset = source === '' && node.type === 'PLAIN' ? (key.keyOffset ?? own) : own;
    if (typeof value === 'string') return { value, node: { offset, ...key, printed: value } };
    if (typeof value === 'number') this.#say(numberFault(value, source, offset, [...this.#path]));
    return { value, node: { offset, ...key, printed: source } };
  }

  #list(list: readonly unknown[], offset: number, key: { keyOffset?: number }): Converted {
    const values: unknown[] = [];
    const items: PlacedNode[] = [];
    for (const item of list) {
      this.#path.push(items.length);
      const converted = this.convert(item);
      this.#path.pop();
      values.push(converted.value);
      items.push(converted.node);
    }
    return { value: values, node: { offset, ...key, items } };
  }

  #mapping(pairs: readonly Pair[], offset: number, key: { keyOffset?: number }): Converted {
    const value: Record<string, unknown> = {};
    const members = new Map<string, PlacedNode>();
    for (const pair of pairs) {
      const name = this.#keyText(pair.key, offset);
      if (name === undefined) continue;
      this.#path.push(name.text);
      const fault = this.#keyFault(name, members);
      if (fault === undefined) {
        const converted = this.convert(pair.value, name.offset);
        value[name.text] = converted.value;
        members.set(name.text, converted.node);
      } else {
        this.#say(fault);
      }
      this.#path.pop();
    }
    return { value, node: { offset, ...key, members } };
  }

  #keyFault(
    name: { text: string; offset: number },
    members: ReadonlyMap<string, PlacedNode>,
  ): Fault | undefined {
    const earlier = members.get(name.text)?.keyOffset;
    if (earlier !== undefined) return duplicateKeyFault(name.text, name.offset, earlier, [...this.#path]);
    return forbiddenKeyFault(name.text, name.offset, [...this.#path]);
  }

  #keyText(key: unknown, mappingOffset: number): { text: string; offset: number } | undefined {
    const offset = isScalar(key) || isMap(key) || isSeq(key) ? offsetOf(key) : mappingOffset;
    if (!isScalar(key)) {
      this.#say(keyFault('a key must be one text', offset, this.#path));
      return undefined;
    }
    const { value, source = '', type } = key;
    if (source === '<<' && type === 'PLAIN') {
      const message = 'the merge key "<<" is not read; write the keys out, or quote it to make it text';
      this.#say(keyFault(message, offset, this.#path));
      return undefined;
    }
    if (typeof value === 'string') return { text: value, offset };
    const message =
      source === ''
        ? 'a key is missing before the colon'
        : `the key ${shortened(source)} is not text; put it in quotes`;
    this.#say(keyFault(message, offset, this.#path));
    return undefined;
  }
}

function keyFault(message: string, offset: number, path: Path): Fault {
  return { code: 'yaml-unsupported', severity: 'error', message, offset, path: [...path] };
}

function offsetOf(node: RangedNode): number {
  return node.range?.[0] ?? 0;
}

function refused(faults: readonly Fault[]): Parsed<PlacedNode> {
  return { value: undefined, root: undefined, faults };
}

function tooManyLines(text: string): Fault | undefined {
  let lines = 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
    lines += 1;
    if (lines > mostLines) {
      const message = `holds more than ${mostLines} lines of YAML; split the file, or write it as JSON`;
      return { code: 'input-too-large', severity: 'error', message, offset: at + 1 };
    }
  }
  return undefined;
}

function compose(text: string, limits: YamlLimits): Parsed<PlacedNode> {
  const first = yamlTokens(text, limits);
  if (first.tokens === undefined) return refused(first.faults);
  const composer = new Composer({
    version: '1.2',
    schema: 'core',
    uniqueKeys: false,
    prettyErrors: false,
    strict: true,
  });
  const [document] = composer.compose(first.tokens, true, text.length);
  if (document === undefined) return refused([emptyFault]);
  if (document.errors.length > 0) {
    return refused(
      document.errors.map(({ message, code, pos: [at] }) => {
        const opening = message.startsWith('Missing closing') ? first.quoteStarts.get(at) : undefined;
        return syntaxFault(message, code, opening ?? at);
      }),
    );
  }
  const { contents } = document;
  if (contents === null || (isScalar(contents) && contents.type === Scalar.PLAIN && contents.source === ''))
    return refused([emptyFault]);
  const conversion = new YamlConversion();
  const { value, node } = conversion.convert(contents);
  const { faults } = conversion;
  if (faults.some((fault) => fault.severity === 'error')) return refused(faults);
  return { value, root: node, faults };
}

/** The fault of a document without a value. */
export const emptyFault: Fault = {
  code: 'input-empty',
  severity: 'error',
  message: 'the file holds nothing but white space or comments',
};

/** Read YAML. Never throws on a text. */
export function parseYamlText(text: string, limits: YamlLimits): Parsed<PlacedNode> {
  const tooLong = tooManyLines(text);
  if (tooLong !== undefined) return refused([tooLong]);
  try {
    return compose(text, limits);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return refused([syntaxFault(`the YAML cannot be read (${reason})`, undefined, 0)]);
  }
}
