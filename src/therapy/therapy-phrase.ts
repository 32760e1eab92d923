/** Takes a printed therapy apart: its doses, its parts, and the words that say how the parts belong together. */
import { beforeDose, type Dose, dosePattern, readDose } from './dose.ts';

/** One part of a printed combination, with the doses that stand beside it. */
export interface PhrasePart {
  readonly name: string;
  readonly doses: readonly Dose[];
}

export interface TherapyPhrase {
  readonly parts: readonly PhrasePart[];
  /** The text says "-based" or "-containing": these drugs and perhaps others. */
  readonly open: boolean;
  /** The parts stand in a list with commas or semicolons. */
  readonly listed: boolean;
  /**
   * Two or more of the parts are treatments of their own: "cisplatin/irinotecan and cisplatin/etoposide", "anti-PD1
   * treatment and dacarbazine-based treatment".
   */
  readonly several: boolean;
  /** The noun that ends the last part and may belong to all: "PD-1 and CTLA-4 inhibitor". */
  readonly sharedNoun?: string;
  /** The interval that ends the text; two numbers where a range is printed. */
  readonly cycleDays?: readonly [number] | readonly [number, number];
}

const treatment = '(?:chemotherap(?:y|ies)|therap(?:y|ies)|treatments?|regimens?|tx)';
const based = new RegExp(
  String.raw`[\p{Pd}\s]+(?:based|containing)\b(?:\s+(?:${treatment}|combination))?`,
  'giu',
);
const opening =
  /^\s*(?:(?:combination(?:\s+of)?|combined|conventional|oral|intravenous|single\p{Pd}agent|the\s+investigational\s+agent)\s+)+/iu;
/** Not after a sign or a word that joins: in "with chemotherapy" it is a part of its own. */
const closing = new RegExp(
  String.raw`(?<!\b(?:and|or|plus|with|versus|vs)|[,;+/&])\s+(?:(?:combination\s+)?${treatment}|combination|monotherapy|alone)$`,
  'iu',
);
const leadingDose = /^(?<dose>\d[\d.,]*\s*m?g(?:\/m2|\/kg)?)\s+of\s+(?<name>.+)$/iu;
const endInterval = /\s+every\s+(?<from>\d{1,2})(?:\s*\p{Pd}\s*(?<to>\d{1,2}))?\s+(?<period>days?|weeks?)$/iu;
const sharedNoun = /\s(?<noun>inhibitors?|(?:blocking\s+)?antibod(?:y|ies))$/iu;
const separator =
  /\s*(?:[,;]\s*(?:and\s+|plus\s+)?|\+|\/|&|\band\b|\bplus\b|\bcombined with\b|\bwith\b)\s*/iu;
const joiningWord = /[,;+&]|\b(?:and|plus|with)\b/iu;
const slashed = /[\p{L}\p{N}]\s*\/\s*[\p{L}\p{N}]/u;
const endsAsTreatment = new RegExp(String.raw`\s${treatment}\s*$`, 'iu');
const everyDose = new RegExp(dosePattern.source, 'giu');

/** True when the text offers a choice ("cisplatin or carboplatin") instead of naming what was given. */
export function offersChoice(text: string): boolean {
  return /\b(?:or|vs|versus)\b/iu.test(text);
}

/** The text without the closing "chemotherapy", "treatment" and the like. */
export function withoutClosing(text: string): string {
  return text.replace(closing, '');
}

/** "60 mg of octreotide LAR alone every 4 weeks" as "octreotide LAR 60 mg every 4 weeks". */
function doseAfterName(text: string): string {
  const groups = leadingDose.exec(text)?.groups;
  const name = groups?.['name'] ?? '';
  if (groups === undefined || separator.test(name)) return text;
  const interval = endInterval.exec(name)?.[0] ?? '';
  const bare = name.slice(0, name.length - interval.length).replace(/\s+alone$/iu, '');
  return `${bare} ${groups['dose'] ?? ''}${interval}`;
}

function cycleOf(text: string): Pick<TherapyPhrase, 'cycleDays'> {
  const groups = endInterval.exec(text)?.groups;
  if (groups === undefined) return {};
  const daysEach = groups['period']?.toLowerCase().startsWith('w') === true ? 7 : 1;
  const from = Number(groups['from']) * daysEach;
  const to = groups['to'];
  return { cycleDays: to === undefined ? [from] : [from, Number(to) * daysEach] };
}

/** Splits a printed therapy into its parts; nothing is read yet. */
export function therapyPhrase(text: string): TherapyPhrase {
  const open = text.search(based) !== -1;
  const doses: Dose[] = [];
  const marked = doseAfterName(text)
    .replaceAll('\ue000', '?')
    .replaceAll(based, ' ')
    .replaceAll(everyDose, (printed) => {
      const dose = readDose(printed.replace(beforeDose, '')).value;
      if (dose === undefined) return printed;
      doses.push(dose);
      return ` \ue000${doses.length - 1}\ue000 `;
    })
    .replaceAll(/\(\s*(\ue000\d+\ue000)\s*\)/gu, '$1')
    .trim();
  const cycle = cycleOf(marked);
  const named = withoutClosing(marked.replace(endInterval, '').replace(opening, '').trim());
  const noun = sharedNoun.exec(named)?.groups?.['noun'];
  const parts = named.split(separator).map((part) => ({
    name: part.replaceAll(/\ue000\d+\ue000/gu, ' ').trim(),
    doses: [...part.matchAll(/\ue000(\d+)\ue000/gu)].flatMap((match) => doses[Number(match[1])] ?? []),
  }));
  return {
    parts,
    open,
    listed: /[,;]/u.test(named),
    several:
      named.split(joiningWord).filter((part) => slashed.test(part)).length > 1 ||
      text.split(joiningWord).filter((part) => endsAsTreatment.test(part)).length > 1,
    ...(noun === undefined ? {} : { sharedNoun: noun }),
    ...cycle,
  };
}
