/** A note of a caption that lists things, no longer than a note may be: what does not fit is counted. */

const mostCharacters = 900;

/** `Not drawn: a; b and 3 more`; nothing where there is nothing to list. */
export function listedNote(head: string, items: readonly string[]): readonly string[] {
  if (items.length === 0) return [];
  let text = `${head}: `;
  let shown = 0;
  for (const item of items) {
    const next = `${shown === 0 ? '' : '; '}${item}`;
    if (shown > 0 && text.length + next.length > mostCharacters) break;
    text += next.slice(0, mostCharacters);
    shown += 1;
  }
  const more = items.length - shown;
  return [more === 0 ? text : `${text} and ${more} more`];
}
