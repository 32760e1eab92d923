/** Fusions in a sentence by their partners, and those of a family of genes ("NTRK fusion"). */
import { readNotation } from '../read-notation.ts';
import { readSingle } from '../read-single.ts';
import type { ChangeAt } from './change-at.ts';

const fusionForm =
  /(?<![A-Za-z0-9])[A-Z][A-Za-z0-9]{1,11}(?:\((?:exon |ex ?|e)\d{1,2}\))?(?:::|--|-|\/|:)[A-Z][A-Z0-9]{1,11}(?:\((?:exon |ex ?|e)\d{1,2}\))?(?![A-Za-z0-9])(?:[- ](?:gene )?(?:fusions?(?: (?:transcript|gene|product))?|rearrangements?))?/g;
const familyFusion =
  /(?<![A-Za-z0-9])(?:NTRK|FGFR|TRK|ALK|RET|ROS1)[ -](?:gene )?(?:fusions?|rearrangements?|translocations?)/g;
/** The proteins of mismatch repair are named in pairs. */
const repair: ReadonlySet<string | undefined> = new Set(['MLH1', 'PMS2', 'MSH2', 'MSH6']);
const isRepairPair = (five: string | undefined, three: string | undefined): boolean =>
  repair.has(five) && repair.has(three);

/** Every fusion that a sentence names. */
export function fusionsIn(text: string): readonly ChangeAt[] {
  const pairs = [...text.matchAll(fusionForm)].flatMap((match): readonly ChangeAt[] => {
    const words = match[0]
      .replace(/\((?:exon |ex ?|e)(\d{1,2})\)/g, ':e.$1')
      .replace(/[- ](?:transcript|gene|product)$/, '')
      .replace(/ fusion (?:transcript|gene|product)$/, ' fusion');
    const { value } = readSingle(words.replace(/ (?:fusion|rearrangement)s?$/i, ' fusion'));
    if (value?.kind !== 'fusion' || value.unplaced !== undefined) return [];
    // With a stroke, two genes are a list unless a fusion is named.
    if (match[0].includes('/') && !/fusion|rearrange/i.test(match[0])) return [];
    if (isRepairPair(value.five?.gene, value.three?.gene)) return [];
    const subject = value.three?.gene ?? value.five?.gene ?? '';
    return [
      {
        start: match.index,
        end: match.index + match[0].length,
        notation: value,
        subject,
        assumptions: [],
        saysAbsent: false,
      },
    ];
  });
  const families = [...text.matchAll(familyFusion)].flatMap((match): readonly ChangeAt[] => {
    const { value } = readNotation(
      match[0]
        .replace(/[- ]gene[- ]?/, ' ')
        .replace(/-/g, ' ')
        .replace(/translocations?$/, 'fusion'),
    );
    if (value?.kind !== 'anyOf') return [];
    const [first] = value.of;
    if (first?.kind !== 'fusion') return [];
    return [
      {
        start: match.index,
        end: match.index + match[0].length,
        notation: first,
        subject: match[0].slice(0, 4).replace(/\W/g, ''),
        assumptions: ['a fusion of any gene of the family'],
        saysAbsent: false,
      },
    ];
  });
  return [...pairs, ...families];
}
