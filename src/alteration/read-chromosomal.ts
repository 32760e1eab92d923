/**
 * Reads changes of chromosomes: `18q-`, `loss of chr 18`, `1q gain`, `monosomy 18`, `del(17p)`, `t(12;15)(p13;q25)`,
 * `1p/19q codeletion`. Bands as in the ISCN; a number alone is never a chromosome.
 */
import type { Chromosomal, ChromosomalChange, ChromosomePlace } from './alteration.ts';

const number = '(1\\d|2[0-2]|[1-9]|x|y)';
const band = '(\\d{1,2}(?:\\.\\d{1,2})?)?';
const armed = `${number}([pq])${band}`;
const place = `(?:chr(?:omosome)?s? ?)?(?:arm )?${armed}`;
const wholePlace = `chr(?:omosome)? ?${number}(?:([pq])${band})?`;
const change =
  '(gain|gains|amplification|loss|losses|deletion|deleted|del|loh|loss of heterozygosity|allelic loss|lost|gained)';

const changes: Readonly<Record<string, ChromosomalChange>> = {
  gain: 'gain',
  gains: 'gain',
  gained: 'gain',
  amplification: 'amplification',
  loss: 'loss',
  losses: 'loss',
  lost: 'loss',
  deletion: 'loss',
  deleted: 'loss',
  del: 'loss',
  loh: 'lossOfHeterozygosity',
  'loss of heterozygosity': 'lossOfHeterozygosity',
  'allelic loss': 'lossOfHeterozygosity',
};

const after = new RegExp(`^(?:${place}|${wholePlace}) ${change}$`);
const before = new RegExp(`^${change} (?:of|at|on|in) (?:the )?(?:${place}|${wholePlace})$`);
const beforeBare = new RegExp(`^${change} (?:${armed}|${wholePlace})$`);
const signAfter = new RegExp(`^(?:chr(?:omosome)? ?)?${armed}([+-])$`);
const signBefore = new RegExp(`^(?:chr(?:omosome)? ?)?([+-])${number}(?:([pq])${band})?$`);
const counted = new RegExp(`^(monosomy|trisomy|tetrasomy|polysomy)(?: of)?(?: chr(?:omosome)?)? ?${number}$`);
const inBrackets = new RegExp(`^(del|dup|inv)\\(${number}\\)?\\(?([pq])?${band}\\)?$`);
const codeletion = new RegExp(`^${armed} ?(?:/|and|,|-|)? ?${armed} co ?-?(?:deletion|deleted|loss)$`);
const bothLost = new RegExp(
  `^(?:co ?-?deletion|loss|deletion) of (?:chr(?:omosome)?s? )?(?:arms? )?${armed} ?(?:/|and) ?${armed}$`,
);
const translocation = new RegExp(
  `^(?:translocation )?t ?\\(${number}[;:] ?${number}\\)(?: ?\\(([pq])${band}[;:] ?([pq])${band}\\))?$`,
);
const maybe = /\d|chr|\b[xy]/i;

function placeOf(
  chromosome: string | undefined,
  arm: string | undefined,
  bandText: string | undefined,
): ChromosomePlace | undefined {
  if (chromosome === undefined) return undefined;
  return {
    chromosome: chromosome.toUpperCase(),
    ...(arm === 'p' || arm === 'q' ? { arm } : {}),
    ...(bandText === undefined ? {} : { band: bandText }),
  };
}

interface Found {
  readonly at: ChromosomePlace | undefined;
  readonly change: ChromosomalChange | undefined;
  readonly with?: ChromosomePlace | undefined;
}

function inSigns(text: string): Found | undefined {
  const behind = signAfter.exec(text);
  if (behind !== null)
    return { at: placeOf(behind[1], behind[2], behind[3]), change: behind[4] === '+' ? 'gain' : 'loss' };
  const front = signBefore.exec(text);
  if (front === null) return undefined;
  return { at: placeOf(front[2], front[3], front[4]), change: front[1] === '+' ? 'gain' : 'loss' };
}

function inWords(text: string): Found | undefined {
  const [, a, b, c, d, e, f, word] = after.exec(text) ?? [];
  if (word !== undefined) return { at: placeOf(a ?? d, b ?? e, c ?? f), change: changes[word] };
  const [, first, g, h, i, j, k, l] = before.exec(text) ?? beforeBare.exec(text) ?? [];
  if (first !== undefined) return { at: placeOf(g ?? j, h ?? k, i ?? l), change: changes[first] };
  const [, copies, chromosome] = counted.exec(text) ?? [];
  if (copies !== undefined)
    return { at: placeOf(chromosome, undefined, undefined), change: copies === 'monosomy' ? 'loss' : 'gain' };
  return undefined;
}

const bracketed: Readonly<Record<string, ChromosomalChange>> = { del: 'loss', dup: 'gain', inv: 'inversion' };

function inBracketsOf(text: string): Found | undefined {
  const [, word, chromosome, arm, at] = inBrackets.exec(text) ?? [];
  if (word !== undefined) return { at: placeOf(chromosome, arm, at), change: bracketed[word] };
  const lost = codeletion.exec(text) ?? bothLost.exec(text);
  if (lost !== null)
    return {
      at: placeOf(lost[1], lost[2], lost[3]),
      change: 'loss',
      with: placeOf(lost[4], lost[5], lost[6]),
    };
  const moved = translocation.exec(text);
  if (moved === null) return undefined;
  return {
    at: placeOf(moved[1], moved[3], moved[4]),
    change: 'translocation',
    with: placeOf(moved[2], moved[5], moved[6]),
  };
}

/** Reads a change of a chromosome; undefined when the text is anything else. */
export function readChromosomal(text: string, printed: string): Chromosomal | undefined {
  if (text.length > 80 || !maybe.test(text)) return undefined;
  const folded = text.toLowerCase();
  const found = inSigns(folded) ?? inWords(folded) ?? inBracketsOf(folded);
  if (found?.at === undefined || found.change === undefined) return undefined;
  return {
    kind: 'chromosomal',
    ...found.at,
    change: found.change,
    ...(found.with === undefined ? {} : { with: found.with }),
    printed,
  };
}
