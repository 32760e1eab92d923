/**
 * The first pass over YAML: its tokens, taken one by one so that what documents do not need (anchors, aliases,
 * tags, directives, several documents), what nests too deep and what is too much is refused before anything is
 * built from it.
 */
import { CST, Lexer, Parser } from 'yaml';
import { type Fault, mostFaults, shortened, tooDeepFault, tooManyTokensFault } from './fault.ts';

/** What the first pass accepts. */
export interface YamlLimits {
  readonly maxDepth: number;
  readonly maxTokens: number;
}

/** The tokens of one document, or why they are refused. */
export type YamlTokens =
  | {
      readonly tokens: readonly CST.Token[];
      /** Where each quoted text begins, by where it ends. */
      readonly quoteStarts: ReadonlyMap<number, number>;
    }
  | { readonly tokens: undefined; readonly faults: readonly Fault[] };

function unsupported(message: string, offset: number): Fault {
  return { code: 'yaml-unsupported', severity: 'error', message, offset };
}

/** The fault of one token that documents do not need, if it is one. */
function refusedToken(lexeme: string, offset: number): Fault | undefined {
  const printed = shortened(lexeme, 30);
  switch (CST.tokenType(lexeme)) {
    case 'alias': {
      const message = `"${printed}" is a YAML alias; write the value out, or quote a text that begins with *`;
      return { code: 'yaml-aliases', severity: 'error', message, offset };
    }
    case 'anchor': {
      const message = `"${printed}" is a YAML anchor; remove it, or quote a text that begins with &`;
      return { code: 'yaml-aliases', severity: 'error', message, offset };
    }
    case 'tag':
      return unsupported(
        `"${printed}" is a YAML tag; remove it, or quote a text that begins with "!"`,
        offset,
      );
    case 'directive-line':
      if (/^%YAML\s+1\.2\s*$/.test(lexeme)) return undefined;
      return unsupported(`the directive "${printed}" is not read; remove the line`, offset);
    default:
      return undefined;
  }
}

/** An escape of double quotes that YAML knows, or another pair of a backslash and what follows it. */
const escapePattern =
  /\\(?:[0abtnvfre "/\\N_LP\n\r\t]|x[\da-fA-F]{2}|u[\da-fA-F]{4}|U00(?:0[\da-fA-F]|10)[\da-fA-F]{4})|(?<unknown>\\[\s\S])/g;

/**
 * The fault of a scalar that its first character or an escape makes unreadable, if there is one. Found here, and not
 * left to the parser, because the parser makes an error of each of millions of wrong escapes.
 */
function scalarFault(lexeme: string, offset: number, kind: 'plain' | 'block' | 'other'): Fault | undefined {
  const [first = ''] = lexeme;
  if (kind === 'plain' && (first === '@' || first === '`')) {
    const message = `a text cannot begin with "${first}"; put it in quotes`;
    return { code: 'yaml-syntax', severity: 'error', message, offset };
  }
  if (kind !== 'other' || first !== '"') return undefined;
  for (const match of lexeme.matchAll(escapePattern)) {
    const unknown = match.groups?.['unknown'];
    if (unknown === undefined) continue;
    const message = `"${unknown}" is no escape of YAML; write \\\\ for a backslash, or use single quotes`;
    return { code: 'yaml-syntax', severity: 'error', message, offset: offset + match.index };
  }
  return undefined;
}

/** Offset of a collection that lies deeper than allowed on the parser's stack, if any. */
function tooDeepAt(stack: readonly CST.Token[], maxDepth: number): number | undefined {
  if (stack.length <= maxDepth) return undefined;
  return stack.filter((token) => CST.isCollection(token))[maxDepth]?.offset;
}

/** One step of the pass over the lexemes. */
class TokenPass {
  readonly tokens: CST.Token[] = [];
  readonly syntaxFaults: Fault[] = [];
  readonly quoteStarts = new Map<number, number>();
  readonly #parser = new Parser();
  readonly #limits: YamlLimits;
  #count = 0;
  #documents = 0;
  #scalarFollows = false;

  constructor(limits: YamlLimits) {
    this.#limits = limits;
  }

  /** Take a lexeme; the fault that ends the pass, if any. */
  take(lexeme: string): Fault | undefined {
    const { maxDepth, maxTokens } = this.#limits;
    const offset = this.#parser.offset;
    this.#count += 1;
    if (this.#count > maxTokens) return tooManyTokensFault(maxTokens, offset);
    const refused = this.#scalarFollows ? undefined : refusedToken(lexeme, offset);
    if (refused !== undefined) return refused;
    if (!this.#scalarFollows && /^["']/.test(lexeme)) this.quoteStarts.set(offset + lexeme.length, offset);
    const isPlain = this.#scalarFollows && this.#parser.stack.at(-1)?.type !== 'block-scalar';
    const kind = isPlain ? 'plain' : this.#scalarFollows ? 'block' : 'other';
    const wrong = scalarFault(lexeme, offset, kind);
    if (wrong !== undefined && !this.#add(wrong)) return wrong;
    this.#scalarFollows = !this.#scalarFollows && lexeme === CST.SCALAR;
    for (const token of this.#parser.next(lexeme)) {
      const fault = this.#keep(token);
      if (fault !== undefined) return fault;
    }
    const deep = tooDeepAt(this.#parser.stack, maxDepth);
    return deep === undefined ? undefined : tooDeepFault(maxDepth, deep);
  }

  /** After the last lexeme. */
  end(): Fault | undefined {
    for (const token of this.#parser.end()) {
      const fault = this.#keep(token);
      if (fault !== undefined) return fault;
    }
    return undefined;
  }

  /** False when there are so many faults already that the pass ends with this one. */
  #add(fault: Fault): boolean {
    if (this.syntaxFaults.length >= mostFaults) return false;
    this.syntaxFaults.push(fault);
    return true;
  }

  #keep(token: CST.Token): Fault | undefined {
    this.tokens.push(token);
    if (token.type === 'error') {
      const { message, offset } = token;
      const fault: Fault = { code: 'yaml-syntax', severity: 'error', message, offset };
      if (!this.#add(fault)) return fault;
    }
    if (token.type !== 'document') return undefined;
    this.#documents += 1;
    if (this.#documents === 1) return undefined;
    return unsupported('a second document begins here; keep one document in a file', token.offset);
  }
}

/** The tokens of a YAML text. The `yaml` package may throw on a text it did not foresee. */
export function yamlTokens(text: string, limits: YamlLimits): YamlTokens {
  const pass = new TokenPass(limits);
  const refuse = (faults: readonly Fault[]) => ({
    tokens: undefined,
    faults: [...pass.syntaxFaults, ...faults],
  });
  for (const lexeme of new Lexer().lex(text)) {
    const fault = pass.take(lexeme);
    if (fault !== undefined) return refuse([fault]);
  }
  const fault = pass.end();
  if (fault !== undefined) return refuse([fault]);
  return pass.syntaxFaults.length > 0 ? refuse([]) : { tokens: pass.tokens, quoteStarts: pass.quoteStarts };
}
