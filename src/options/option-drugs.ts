/** The drugs and classes that an option stands for, and how approvals and counts are looked up for it. */
import type { DrugsAsked } from '../evidence/index.ts';
import {
  classAndAncestors,
  classesOf,
  drugsOfClass,
  isDrugClassId,
  isDrugId,
  isRegimenId,
  regimenOf,
} from '../therapy/index.ts';
import type { OptionDefinition } from './option-definition.ts';

/** The drugs an option gives: its own, those of its regimen. Empty for an option on a class. */
export function drugsOf(option: OptionDefinition): readonly string[] {
  const ofRegimen =
    option.regimen !== undefined && isRegimenId(option.regimen) ? regimenOf(option.regimen).drugs : [];
  return [...new Set<string>([...option.drugs, ...ofRegimen])];
}

/** The classes of an option's drugs and its own class, with all above them. */
export function classesOfOption(option: OptionDefinition): readonly string[] {
  const ofDrugs = drugsOf(option).filter(isDrugId).flatMap(classesOf);
  const own =
    option.drugClass !== undefined && isDrugClassId(option.drugClass)
      ? classAndAncestors(option.drugClass)
      : [];
  return [...new Set<string>([...ofDrugs, ...own])];
}

/** The drugs that approvals and counts are looked up for: all of the option's own, or any of its class. */
export function drugsAsked(option: OptionDefinition, drugs: readonly string[]): DrugsAsked {
  if (drugs.length > 0 || option.drugClass === undefined || !isDrugClassId(option.drugClass))
    return { drugs, match: 'all' };
  return { drugs: drugsOfClass(option.drugClass), match: 'any' };
}
