/** Suggestions for a name that is not in the register. A suggestion is never taken as a reading. */
import { editDistance } from '../reading/index.ts';
import { nameKey, type PrintedName } from './printed-name.ts';

const longest = 80;

/** A name that may be suggested, with its key. */
export interface Suggestion {
  readonly text: string;
  readonly key: string;
}

/** The names that may be suggested: all but those that are wrong themselves. */
export function suggestions(names: readonly PrintedName[]): readonly Suggestion[] {
  return names
    .filter((name) => name.sort !== 'misprint')
    .map((name) => ({ text: name.text, key: nameKey(name.text) }));
}

/** Up to three names within a quarter of the text's length in edits, nearest first. */
export function nearestNames(text: string, known: readonly Suggestion[]): readonly string[] {
  const key = nameKey(text);
  if (key.length < 3 || key.length > longest) return [];
  const reach = Math.max(1, Math.floor(key.length / 4));
  const found = known
    .filter((each) => Math.abs(each.key.length - key.length) <= reach)
    .map((each) => ({ text: each.text, distance: editDistance(key, each.key) }))
    .filter((each) => each.distance <= reach)
    .sort((a, b) => a.distance - b.distance || (a.text < b.text ? -1 : 1));
  return [...new Set(found.map((each) => each.text))].slice(0, 3);
}
