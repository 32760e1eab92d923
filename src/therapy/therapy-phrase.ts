/** Takes a printed therapy apart: its doses, its parts, and the words that say how the parts belong together. */
import { type Dose, dosePattern, readDose } from './dose.ts';

/** One part of a printed combination, with the doses that stand beside it. */
export interface PhrasePart {
  readonly name: string;
  readonly doses: readonly Dose[];
}

export interface TherapyPhrase {
  readonly parts: readonly PhrasePart[];
  /** The text says "-based": these drugs and perhaps others. */
  readonly open: boolean;
  /** The parts stand in a list with commas or semicolons. */
  readonly listed: boolean;
}

const based = /[\p{Pd}\s]+based\b(?:\s+(?:chemotherapy|therapy|treatment|regimens?|combination))?/giu;
const opening = /^\s*(?:combination(?:\s+of)?|combined)\s+/iu;
const closing =
  /\s+(?:combination\s+)?(?:chemotherapy|therapy|treatment|regimen|combination|monotherapy|alone)$/iu;
const separator =
  /\s*(?:[,;]\s*(?:and\s+|plus\s+)?|\+|\/|&|\band\b|\bplus\b|\bcombined with\b|\bwith\b)\s*/iu;
const everyDose = new RegExp(dosePattern.source, 'giu');

/** True when the text offers a choice ("cisplatin or carboplatin") instead of naming what was given. */
export function offersChoice(text: string): boolean {
  return /\b(?:or|vs|versus)\b/iu.test(text);
}

/** The text without the closing "chemotherapy", "treatment" and the like. */
export function withoutClosing(text: string): string {
  return text.replace(closing, '');
}

/** Splits a printed therapy into its parts; nothing is read yet. */
export function therapyPhrase(text: string): TherapyPhrase {
  const open = text.search(based) !== -1;
  const doses: Dose[] = [];
  const marked = text
    .replaceAll('\ue000', '?')
    .replaceAll(based, ' ')
    .replaceAll(everyDose, (printed) => {
      const dose = readDose(printed.replace(/^\s*(?:at|of)\s+/iu, '')).value;
      if (dose === undefined) return printed;
      doses.push(dose);
      return ` \ue000${doses.length - 1}\ue000 `;
    });
  const parts = withoutClosing(marked.replace(opening, '').trim())
    .split(separator)
    .map((part) => ({
      name: part.replaceAll(/\ue000\d+\ue000/gu, ' ').trim(),
      doses: [...part.matchAll(/\ue000(\d+)\ue000/gu)].flatMap((match) => doses[Number(match[1])] ?? []),
    }));
  return { parts, open, listed: /[,;]/u.test(marked) };
}
