/**
 * Names as they are printed, and the key under which two spellings of one name meet: case, spaces, hyphens, line
 * breaks inside a word, square brackets and trade mark signs do not count; every other character does.
 */
import { generalKnowledge, type Source } from './source.ts';

/**
 * `abbreviation`: read only in the case it is printed in (`IP` is a regimen, `ip` is not). `misprint`: met in print
 * and wrong, read with an issue. `shorthand`: names less than what it is read as, read with a warning.
 */
export type NameSort = 'name' | 'synonym' | 'abbreviation' | 'brand' | 'code' | 'misprint' | 'shorthand';

/** One way to print a name, and where it is printed so. */
export interface PrintedName {
  readonly text: string;
  readonly sort: NameSort;
  readonly source: Source;
  /** The pharmaceutical form that the name implies. */
  readonly form?: 'long-acting';
}

const named =
  (sort: NameSort) =>
  (text: string, source: Source = generalKnowledge): PrintedName => ({ text, sort, source });

export const synonym = named('synonym');
export const abbreviation = named('abbreviation');
export const brand = named('brand');
export const code = named('code');
export const misprint = named('misprint');
export const shorthand = named('shorthand');

const ignored = /[\s\p{Pd}\u00ad\u00ae[\]'’]+/gu;

/** The key of a name with its case kept, for abbreviations. */
export function exactKey(text: string): string {
  return text
    .replaceAll('\u2122', '')
    .normalize('NFKC')
    .replaceAll(/α/g, 'alpha')
    .replaceAll(/β/g, 'beta')
    .replaceAll(ignored, '');
}

/**
 * The key of a name.
 *
 * @example nameKey('5-fluoro-\nuracil') === nameKey('5-Fluorouracil') // true
 */
export function nameKey(text: string): string {
  return exactKey(text).toLowerCase();
}

/** Looks names up by key; abbreviations by their exact key. */
export class NameIndex<T> {
  readonly #byKey = new Map<string, { readonly target: T; readonly name: PrintedName }>();
  readonly #byExactKey = new Map<string, { readonly target: T; readonly name: PrintedName }>();

  /** @throws Error when the name already belongs to another target: a fault of the register. */
  add(target: T, name: PrintedName): void {
    const [map, key] =
      name.sort === 'abbreviation'
        ? [this.#byExactKey, exactKey(name.text)]
        : [this.#byKey, nameKey(name.text)];
    const held = map.get(key);
    if (held !== undefined && held.target !== target) {
      throw new Error(`the name "${name.text}" belongs to two entries of the register`);
    }
    if (held === undefined) map.set(key, { target, name });
  }

  find(text: string): { readonly target: T; readonly name: PrintedName } | undefined {
    return this.#byKey.get(nameKey(text)) ?? this.#byExactKey.get(exactKey(text));
  }

  /** Every name that the index reads. */
  names(): readonly PrintedName[] {
    return [...this.#byKey.values(), ...this.#byExactKey.values()].map((entry) => entry.name);
  }
}
