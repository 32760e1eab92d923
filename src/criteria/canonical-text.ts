/**
 * The canonical text form of a criterion: one line that reads back to the same criterion and that two equal criteria
 * share, whatever the order of their parts was. It names a criterion in hashes, logs and indexes.
 *
 *     all(alteration {"exon":11,"gene":"KIT"}; not(grade {"atLeast":"G3"}))
 */
import { canonicalJson, type Issue, type Reading, unpositionedDocument, validate } from '../reading/index.ts';
import { type Criterion, criterion } from './criterion.ts';

/** The canonical text; the parts of `all`, `any` and `atLeast` are in the order of their own texts. */
export function canonicalText(of: Criterion): string {
  const sorted = (parts: readonly Criterion[]) => parts.map(canonicalText).sort().join('; ');
  if ('all' in of) return `all(${sorted(of.all)})`;
  if ('any' in of) return `any(${sorted(of.any)})`;
  if ('not' in of) return `not(${canonicalText(of.not)})`;
  if ('atLeast' in of) return `atLeast ${of.atLeast.count}(${sorted(of.atLeast.of)})`;
  return Object.entries(of)
    .map(([name, question]) => `${name} ${canonicalJson(question)}`)
    .join('');
}

/** Nesting beyond which a text is refused. */
const deepest = 40;

class TextFault extends Error {
  readonly column: number;
  constructor(message: string, column: number) {
    super(message);
    this.column = column;
  }
}

/** The end of the JSON object that begins at `from`. */
function endOfObject(text: string, from: number): number {
  let depth = 0;
  let quoted = false;
  for (let at = from; at < text.length; at += 1) {
    const character = text[at];
    if (quoted) {
      if (character === '\\') at += 1;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === '{') depth += 1;
    else if (character === '}' && --depth === 0) return at + 1;
  }
  throw new TextFault('the question of a leaf does not end; close it with }', from + 1);
}

interface Parsed {
  readonly value: unknown;
  readonly end: number;
}

function parseParts(
  text: string,
  from: number,
  depth: number,
): { readonly values: readonly unknown[]; readonly end: number } {
  const values: unknown[] = [];
  let at = from;
  for (;;) {
    const part = parseAt(text, at, depth + 1);
    values.push(part.value);
    if (text.startsWith('; ', part.end)) at = part.end + 2;
    else if (text[part.end] === ')') return { values, end: part.end + 1 };
    else throw new TextFault('expected "; " or ")"', part.end + 1);
  }
}

function parseAt(text: string, from: number, depth: number): Parsed {
  if (depth > deepest) throw new TextFault('nested too deep', from + 1);
  const head = /^(all|any|not|atLeast (\d{1,3}))\(/.exec(text.slice(from, from + 20));
  if (head !== null) {
    const [opening, word = '', count] = head;
    const { values, end } = parseParts(text, from + opening.length, depth);
    if (word === 'not') {
      if (values.length !== 1) throw new TextFault('not( ) takes one part', from + 1);
      return { value: { not: values[0] }, end };
    }
    return {
      value: count === undefined ? { [word]: values } : { atLeast: { count: Number(count), of: values } },
      end,
    };
  }
  const leaf = /^([a-zA-Z0-9]{2,40}) \{/.exec(text.slice(from, from + 45));
  const name = leaf?.[1];
  if (name === undefined)
    throw new TextFault('expected all(, any(, not(, atLeast n( or a leaf such as grade {...}', from + 1);
  const start = from + name.length + 1;
  const end = endOfObject(text, start);
  try {
    const question: unknown = JSON.parse(text.slice(start, end));
    return { value: { [name]: question }, end };
  } catch {
    throw new TextFault(`the question of ${name} is not JSON`, start + 1);
  }
}

/** Reads a canonical text back; anything else is an issue with its column. */
export function readCanonicalText(text: string): Reading<Criterion> {
  const refused = (message: string, column: number): Reading<Criterion> => {
    const issue: Issue = { code: 'wrong-value', severity: 'error', message, line: 1, column };
    return { value: undefined, issues: [issue] };
  };
  try {
    const parsed = parseAt(text, 0, 0);
    if (parsed.end !== text.length) return refused('there is more text after the criterion', parsed.end + 1);
    return validate(unpositionedDocument(parsed.value), criterion);
  } catch (error) {
    if (error instanceof TextFault) return refused(error.message, error.column);
    throw error;
  }
}
