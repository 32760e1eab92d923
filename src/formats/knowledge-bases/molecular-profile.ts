/**
 * Molecular profiles of CIViC: names joined by AND, OR and NOT with parentheses, such as `BRAF V600E AND (EGFR L858R OR
 * EGFR Exon 19 Deletion) AND NOT TP53 Mutation`. Parentheses within a name (`V600E (c.1799T>A)`) belong to the name.
 */

/** A profile as it joins its names. */
export type ProfileTree =
  | { readonly name: string }
  | { readonly and: readonly ProfileTree[] }
  | { readonly or: readonly ProfileTree[] }
  | { readonly not: ProfileTree };

interface Token {
  readonly kind: 'and' | 'or' | 'not' | 'open' | 'close' | 'name';
  readonly text: string;
}

const operator = /^(AND|OR|NOT)(?=[\s(]|$)/;
const kinds = { AND: 'and', OR: 'or', NOT: 'not' } as const;

/** The end of a name: before an operator that stands free, or a parenthesis that closes a group. */
function nameEnd(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const character = text[at];
    if (character === '(') depth += 1;
    if (character === ')') {
      if (depth === 0) return at;
      depth -= 1;
    }
    if (depth === 0 && character === ' ' && operator.test(text.slice(at + 1, at + 6))) return at;
  }
  return text.length;
}

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    if (/\s/.test(text.charAt(at))) {
      at += 1;
      continue;
    }
    const word = operator.exec(text.slice(at, at + 5))?.[1];
    const last = tokens.at(-1)?.kind;
    const opensGroup = text[at] === '(' && last !== 'name' && last !== 'close';
    if (word === 'AND' || word === 'OR' || word === 'NOT') {
      tokens.push({ kind: kinds[word], text: word });
      at += word.length;
    } else if (opensGroup) {
      tokens.push({ kind: 'open', text: '(' });
      at += 1;
    } else if (text[at] === ')') {
      tokens.push({ kind: 'close', text: ')' });
      at += 1;
    } else {
      const end = nameEnd(text, at);
      tokens.push({ kind: 'name', text: text.slice(at, end).trim() });
      at = Math.max(end, at + 1);
    }
  }
  return tokens;
}

/** Nesting beyond which a profile is refused. */
const deepest = 20;

/**
 * The tree of a profile; AND binds closer than OR.
 *
 * @returns undefined where the parentheses or operators do not fit.
 */
export function readMolecularProfile(text: string): ProfileTree | undefined {
  const tokens = tokensOf(text);
  let at = 0;
  const unit = (depth: number): ProfileTree | undefined => {
    if (depth > deepest) return undefined;
    const token = tokens[at];
    at += 1;
    if (token?.kind === 'name') return { name: token.text };
    if (token?.kind === 'not') {
      const denied = unit(depth + 1);
      return denied === undefined ? undefined : { not: denied };
    }
    if (token?.kind !== 'open') return undefined;
    const inner = joined(depth + 1);
    if (tokens[at]?.kind !== 'close') return undefined;
    at += 1;
    return inner;
  };
  const series = (kind: 'and' | 'or', part: () => ProfileTree | undefined): ProfileTree | undefined => {
    const parts: ProfileTree[] = [];
    for (;;) {
      const next = part();
      if (next === undefined) return undefined;
      parts.push(next);
      if (tokens[at]?.kind !== kind) break;
      at += 1;
    }
    const [only] = parts;
    if (parts.length === 1) return only;
    return kind === 'and' ? { and: parts } : { or: parts };
  };
  const joined = (depth: number): ProfileTree | undefined =>
    series('or', () => series('and', () => unit(depth)));
  const tree = joined(0);
  return at === tokens.length ? tree : undefined;
}
