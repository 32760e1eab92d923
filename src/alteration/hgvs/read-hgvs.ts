/** A description read and checked at once, as the readers of this house give it. */
import { hasErrors, type Reading } from '../../reading/index.ts';
import { issueOfFault } from './hgvs-reading.ts';
import type { HgvsVariant } from './hgvs-variant.ts';
import { parseHgvs } from './parse-hgvs.ts';
import { validateHgvs } from './validate-hgvs.ts';

/**
 * Reads a description and checks the rules that the text alone can show.
 *
 * @returns no value where the text is no HGVS or has no definite sense (`hgvs-rule` errors); otherwise the value, with
 *   a warning for what should be written otherwise.
 */
export function readHgvs(text: string): Reading<HgvsVariant> {
  const { value, fault } = parseHgvs(text);
  if (value === undefined) return { value: undefined, issues: [issueOfFault(fault)] };
  const issues = validateHgvs(value);
  return { value: hasErrors(issues) ? undefined : value, issues };
}
