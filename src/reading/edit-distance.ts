/**
 * The known word nearest to a mistyped one, by the optimal string alignment form of the Damerau-Levenshtein
 * distance (insertion, deletion, substitution, transposition of two neighbours; Damerau 1964, Levenshtein 1966).
 */

/** Longer words are not compared: nobody mistypes them, and the comparison takes quadratic time. */
const longestWord = 80;
/** A word this long that is the beginning of one known word alone stands for it. */
const shortestPrefix = 3;

/** Edits that turn one text into the other, counted in UTF-16 units. */
export function editDistance(a: string, b: string): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(
        (previous[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (previous[j - 1] ?? 0) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (beforePrevious[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    beforePrevious = previous;
    previous = row;
  }
  return previous[b.length] ?? 0;
}

/** Case, spaces, hyphens and underscores do not make another word. */
function folded(word: string): string {
  return word.toLowerCase().replace(/[\s_-]+/g, '');
}

/**
 * The candidate nearest to a word, or undefined when none is near: at most one edit in three letters, after
 * folding case, spaces, hyphens and underscores. A word that begins exactly one candidate also finds it.
 *
 * @example nearestWord('ki67Precent', ['ki67Percent', 'mitoses']) // 'ki67Percent'
 * @example nearestWord('Ki-67 percent', ['ki67Percent']) // 'ki67Percent'
 */
export function nearestWord(word: string, candidates: readonly string[]): string | undefined {
  const wanted = folded(word);
  if (wanted === '' || word.length > longestWord) return undefined;
  let best: { candidate: string; distance: number; raw: number } | undefined;
  for (const candidate of candidates) {
    const known = folded(candidate);
    const cutoff = Math.floor(Math.max(wanted.length, known.length) / 3);
    if (candidate.length > longestWord || Math.abs(known.length - wanted.length) > cutoff) continue;
    const distance = editDistance(wanted, known);
    if (distance > cutoff) continue;
    const raw = editDistance(word, candidate);
    if (best === undefined || distance < best.distance || (distance === best.distance && raw < best.raw))
      best = { candidate, distance, raw };
  }
  if (best !== undefined) return best.candidate;
  if (wanted.length < shortestPrefix) return undefined;
  const begun = candidates.filter((candidate) => folded(candidate).startsWith(wanted));
  return begun.length === 1 ? begun[0] : undefined;
}
