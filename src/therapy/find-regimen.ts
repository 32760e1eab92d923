/** The entry of the register that a text names, or the entries it could mean. */
import type { Reading } from '../reading/index.ts';
import { isOfClass } from './class-membership.ts';
import { nearestNames, suggestions } from './nearest-name.ts';
import { quoted, therapyIssue } from './read-drug.ts';
import { readRegimen, type TherapyMention } from './read-regimen.ts';
import type { Regimen } from './regimen.ts';
import { fits, sameDrugs } from './regimen-match.ts';
import { isRegimenId, type RegimenId, regimenOf, regimens } from './regimens.ts';

type Entry = Regimen<RegimenId>;

const known = suggestions(regimens.flatMap((each) => each.names));

/** The names nearest to a text, one for each regimen. */
function nearest(text: string): readonly string[] {
  const found = new Map<string, string>();
  for (const name of nearestNames(text, known)) {
    const id = readRegimen(name).value?.regimen;
    const isOwnName = id !== undefined && regimenOf(id).name === name;
    if (isOwnName || !found.has(id ?? name)) found.set(id ?? name, name);
  }
  return [...found.values()];
}

/** Regimens of just these drugs and doses; else those that hold every drug, and a member of every class. */
function candidatesFor({ drugs, drugClasses, doses }: TherapyMention): readonly Entry[] {
  const exact =
    drugClasses.length > 0
      ? []
      : regimens.filter((each) => sameDrugs(each.drugs, drugs) && fits(each, doses));
  if (exact.length > 0) return exact;
  return regimens.filter(
    (each) =>
      drugs.every((id) => each.drugs.includes(id)) &&
      drugClasses.every((id) => each.drugs.some((drug) => isOfClass(drug, id))),
  );
}

const listed = (ids: readonly string[]): string =>
  ids.length < 2 ? (ids[0] ?? '') : `${ids.slice(0, -1).join(', ')} or ${ids[ids.length - 1] ?? ''}`;

function unknown(text: string, help: string): Reading<never> {
  const message = `"${quoted(text)}" is not one regimen of the register. ${help}`;
  return { value: undefined, issues: [therapyIssue('regimen-unknown', 'error', message)] };
}

/**
 * The regimen that a text names: its id, a name met in print, or its drugs with or without doses. Error:
 * `regimen-unknown`, with the nearest names or with the regimens that hold these drugs; `drug-ambiguous` for a choice.
 *
 * @example findRegimen('XELOX').value?.id // 'capox'
 * @example findRegimen('CAPTAM').issues[0]?.message // ... Did you mean CAPTEM?
 * @example findRegimen('imatinib').value // undefined; the issue names the two regimens of imatinib
 */
export function findRegimen(text: string): Reading<Entry> {
  const id = text.trim().toLowerCase();
  if (isRegimenId(id)) return { value: regimenOf(id), issues: [] };
  const { value, issues } = readRegimen(text);
  if (value?.regimen !== undefined) return { value: regimenOf(value.regimen), issues };
  if (value !== undefined) {
    const candidates = candidatesFor(value).map((each) => each.id);
    const help =
      candidates.length === 0
        ? 'No regimen of the register has these drugs together.'
        : `The register has ${listed(candidates)}.`;
    return unknown(text, help);
  }
  const near = nearest(text);
  if (near.length > 0) return unknown(text, `Did you mean ${listed(near)}?`);
  return issues.some((issue) => issue.code === 'drug-ambiguous')
    ? { value: undefined, issues }
    : unknown(text, issues.map((issue) => issue.message).join(' '));
}
