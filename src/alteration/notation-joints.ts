/** How the parts of a text are joined, and how a text is split into them. */

/** Splits at a joint outside parentheses. */
export function splitAt(text: string, joint: RegExp): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '(' || character === '[') depth += 1;
    if (character === ')' || character === ']') depth -= 1;
    if (depth !== 0) continue;
    joint.lastIndex = at;
    const found = joint.exec(text);
    if (found === null) continue;
    parts.push(text.slice(from, at).trim());
    at += found[0].length - 1;
    from = at + 1;
  }
  parts.push(text.slice(from).trim());
  return parts;
}

export interface Joint {
  readonly pattern: RegExp;
  readonly kind: 'anyOf' | 'allOf';
  /** What the reader should be told where the joint may be meant in another way. */
  readonly doubt?: string;
}

/** Joints from the loosest to the closest. */
export const joints: readonly Joint[] = [
  { pattern: /\s+or\s+/iy, kind: 'anyOf' },
  { pattern: /\s+(?:and|&|\+|with)\s+/iy, kind: 'allOf' },
  { pattern: /\s*\+\s*(?=[A-Z])/y, kind: 'allOf' },
  { pattern: /\//y, kind: 'allOf', doubt: 'the parts between slashes are read as changes of one tumour' },
];

const listed = { kind: 'anyOf', doubt: 'the parts between commas are read as alternatives' } as const;
export const comma: Joint = { pattern: /,\s*/y, ...listed };
export const semicolon: Joint = { pattern: /;\s*/y, ...listed };

/** Changes written side by side. */
export const together: Joint = {
  pattern: /[ -]/y,
  kind: 'allOf',
  doubt: 'the changes side by side are read as changes of one tumour',
};

/** The text within parentheses that stand around the whole of it. */
export function unwrapped(text: string): string | undefined {
  if (!text.startsWith('(') || !text.endsWith(')')) return undefined;
  let depth = 0;
  for (let at = 0; at < text.length - 1; at += 1) {
    if (text[at] === '(') depth += 1;
    if (text[at] === ')') depth -= 1;
    if (depth === 0) return undefined;
  }
  return text.slice(1, -1).trim();
}
