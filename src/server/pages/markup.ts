/**
 * HTML as a value of its own, so that text can never become markup by accident: whatever is put into the template is
 * escaped, unless it is markup already. Attributes are always written in double quotes.
 */

/** A piece of HTML. Only this file makes one. */
export class Markup {
  readonly #html: string;
  private constructor(html: string) {
    this.#html = html;
  }
  /** From HTML whose maker has escaped what it holds. */
  static trusted(html: string): Markup {
    return new Markup(html);
  }
  toString(): string {
    return this.#html;
  }
}

/** What a template takes; `undefined` writes nothing. */
export type Insertion = string | number | Markup | undefined | readonly Insertion[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function inserted(value: Insertion): string {
  if (value === undefined) return '';
  if (value instanceof Markup) return value.toString();
  if (typeof value === 'string')
    return value.replace(/[&<>"']/g, (character) => entities[character] ?? character);
  if (typeof value === 'number') return String(value);
  return value.map(inserted).join('');
}

/**
 * HTML from a template.
 *
 * @example markup`<p title="${label}">${text}</p>`
 */
export function markup(parts: TemplateStringsArray, ...values: readonly Insertion[]): Markup {
  return Markup.trusted(parts.map((part, index) => part + inserted(values[index])).join(''));
}
