/** The text of a finding for sentences, written once: a library asks of every finding. */
import type { Alteration, SequenceVariant } from './alteration.ts';
import { codingChangeText } from './coding-change.ts';
import { describeAlteration } from './describe-alteration.ts';
import { proteinChangeText } from './protein-change.ts';
import { proteinChangeOf } from './variant-facts.ts';

const texts = new WeakMap<Alteration, string>();
const shortTexts = new WeakMap<SequenceVariant, string>();

/** The canonical text. */
export function findingText(finding: Alteration): string {
  const before = texts.get(finding);
  if (before !== undefined) return before;
  const text = describeAlteration(finding);
  texts.set(finding, text);
  return text;
}

function shortened(variant: SequenceVariant): string {
  const protein = proteinChangeOf(variant);
  if (protein !== undefined) return `${variant.gene} ${proteinChangeText(protein)}`;
  if (variant.coding !== undefined) return `${variant.gene} c.${codingChangeText(variant.coding)}`;
  return describeAlteration(variant);
}

/** Gene and change alone, on the protein where it can be told. */
export function shortText(variant: SequenceVariant): string {
  const before = shortTexts.get(variant);
  if (before !== undefined) return before;
  const text = shortened(variant);
  shortTexts.set(variant, text);
  return text;
}
