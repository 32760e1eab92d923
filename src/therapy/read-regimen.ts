/**
 * Reads a treatment as it is printed: a regimen by its name, one drug, or a combination of drugs, with doses. A
 * text that may be one combination or several treatments, or that offers a choice, is not read.
 */
import { hasErrors, type Issue, type Reading } from '../reading/index.ts';
import { isOfClass } from './class-membership.ts';
import { readDose } from './dose.ts';
import type { DrugClassId } from './drug-class.ts';
import type { DrugId } from './drugs.ts';
import { nearestNames, suggestions } from './nearest-name.ts';
import { NameIndex } from './printed-name.ts';
import { quoted, readDrug, therapyIssue } from './read-drug.ts';
import {
  type GivenDose,
  regimenOfDrugs,
  regimenWithModulator,
  sameClassTwice,
  sameDrugs,
  withoutModulators,
} from './regimen-match.ts';
import { type RegimenId, regimenOf, regimens } from './regimens.ts';
import { offersChoice, type PhrasePart, therapyPhrase, withoutClosing } from './therapy-phrase.ts';

/** A treatment that was read. */
export interface TherapyMention {
  readonly drugs: readonly DrugId[];
  /** Classes of which the text names no member. */
  readonly drugClasses: readonly DrugClassId[];
  /** The regimen of the register, where the drugs (and doses) are exactly its own. */
  readonly regimen?: RegimenId;
  readonly doses: readonly GivenDose[];
  /** Length of a cycle where the text ends with it ("every 3-4 weeks"). */
  readonly cycleDays?: readonly [number] | readonly [number, number];
  /** The text says "-based": these drugs and perhaps others, so that no regimen is given. */
  readonly open: boolean;
}

const names = new NameIndex<RegimenId>();
for (const each of regimens.filter((one) => one.drugs.length > 1)) {
  for (const name of each.names) names.add(each.id, name);
  names.add(each.id, { text: each.id, sort: 'synonym', source: each.source });
}

type Members = Pick<TherapyMention, 'drugs' | 'drugClasses' | 'doses'>;

const none: Members = { drugs: [], drugClasses: [], doses: [] };

function together(a: Members, b: Members): Members {
  return {
    drugs: [...new Set([...a.drugs, ...b.drugs])],
    drugClasses: [...new Set([...a.drugClasses, ...b.drugClasses])],
    doses: [...a.doses, ...b.doses],
  };
}

function unread(message: string): Reading<never> {
  return { value: undefined, issues: [therapyIssue('drug-ambiguous', 'error', message)] };
}

const regimenNames = suggestions(names.names());

/** The issues of an unknown drug; where the name is near that of a regimen, they suggest the regimen. */
function withRegimenNames(text: string, issues: readonly Issue[]): readonly Issue[] {
  const near = nearestNames(text, regimenNames);
  if (near.length === 0 || issues.some((issue) => issue.code !== 'drug-unknown')) return issues;
  const message = `"${quoted(text)}" is neither a drug nor a regimen of the register. Did you mean ${near.join(' or ')}?`;
  return [therapyIssue('drug-unknown', 'error', message)];
}

/** A name that stands for a regimen, a drug or a class. */
function readName(text: string): Reading<Members> {
  const found = names.find(text);
  if (found !== undefined) {
    const entry = regimenOf(found.target);
    const issues =
      found.name.sort === 'misprint'
        ? [
            therapyIssue(
              'drug-spelling',
              'info',
              `"${quoted(text)}" is read as ${entry.name}, a spelling met in print.`,
            ),
          ]
        : [];
    return { value: { ...none, drugs: entry.drugs }, issues };
  }
  const { value, issues } = readDrug(text);
  if (value === undefined) return { value: undefined, issues: withRegimenNames(text, issues) };
  if (value.kind === 'class') return { value: { ...none, drugClasses: [value.drugClass] }, issues };
  return { value: { ...none, drugs: [value.drug] }, issues };
}

/** "irinotecan-cisplatin": hyphens between names that are each read. */
function readHyphenated(text: string): Reading<Members> | undefined {
  const pieces = text.split(/\p{Pd}/u);
  if (pieces.length < 2 || pieces.length > 5) return undefined;
  const read = pieces.map(readName);
  if (read.some((each) => each.value === undefined)) return undefined;
  return {
    value: read.reduce<Members>((all, each) => together(all, each.value ?? none), none),
    issues: read.flatMap((each) => each.issues),
  };
}

/** A part by its name, its hyphens, or with the noun that the parts share. */
function readPartName(name: string, noun: string | undefined): Reading<Members> {
  const read = readName(name);
  if (read.value !== undefined) return read;
  const withNoun = noun === undefined || name === '' ? undefined : readName(`${name} ${noun}`);
  return withNoun?.value === undefined ? (readHyphenated(name) ?? read) : withNoun;
}

function readPart(part: PhrasePart, noun: string | undefined): Reading<Members> {
  const read = readPartName(part.name, noun);
  if (read.value === undefined || part.doses.length === 0) return read;
  const [drug, ...more] = read.value.drugs;
  if (drug === undefined || more.length > 0) {
    const message = `"${quoted(part.name)}" is not one drug, so that its dose is not read; write the dose of each drug.`;
    return {
      value: read.value,
      issues: [...read.issues, therapyIssue('unparsable-quantity', 'warning', message)],
    };
  }
  return {
    value: { ...read.value, doses: part.doses.map((dose) => ({ drug, dose })) },
    issues: read.issues,
  };
}

/** The words to add when the drugs are no regimen of the register. */
function unregistered(text: string, members: Members): Issue {
  const near = regimenWithModulator(members.drugs);
  const help =
    near === undefined
      ? 'Check that they were given together, else write one line for each.'
      : `${near.name} has ${near.drugs.join(', ')}; write ${near.name} if it was that.`;
  return therapyIssue(
    'regimen-unknown',
    'warning',
    `"${quoted(text)}" is not a regimen of the register. ${help}`,
  );
}

/** True for "FOLFIRI and FOLFOX": two parts are combinations, and neither holds the other. */
function areSeveral(parts: readonly Members[]): boolean {
  const combinations = parts.filter(({ drugs }) => drugs.length > 1);
  return combinations.some((a, at) =>
    combinations
      .slice(at + 1)
      .some(
        (b) => a.drugs.some((id) => !b.drugs.includes(id)) && b.drugs.some((id) => !a.drugs.includes(id)),
      ),
  );
}

/** One combination from the parts of a phrase. */
function readPhrase(text: string): Reading<TherapyMention> {
  const { parts, open, listed, several, sharedNoun, cycleDays } = therapyPhrase(text);
  const cycle = cycleDays === undefined ? {} : { cycleDays };
  const read = parts.map((part) => readPart(part, sharedNoun));
  const issues = read.flatMap((each) => each.issues);
  const all = read.map((each) => each.value ?? none);
  if (several || areSeveral(all)) {
    return unread(`"${quoted(text)}" names several treatments. Write one line for each treatment.`);
  }
  if (hasErrors(issues)) return { value: undefined, issues };
  const members = all.reduce(together, none);
  const regimen =
    open || members.drugClasses.length > 0 ? undefined : regimenOfDrugs(members.drugs, members.doses);
  if (regimen !== undefined) return { value: { ...members, regimen, open, ...cycle }, issues };
  if (listed) {
    return unread(
      `"${quoted(text)}" may be one combination or several treatments. Write one line for each treatment.`,
    );
  }
  const twice = sameClassTwice(members.drugs, members.drugClasses);
  if (twice !== undefined) {
    return unread(
      `"${quoted(text)}" names ${twice}. Write what was given, with one line for each treatment.`,
    );
  }
  const isCombined = members.drugs.length + members.drugClasses.length > 1;
  return {
    value: { ...members, open, ...cycle },
    issues: isCombined && !open ? [...issues, unregistered(text, members)] : issues,
  };
}

/** True when one mention names only classes and the other one member of each. */
function namesMembers(classes: TherapyMention, members: TherapyMention): boolean {
  return (
    classes.drugs.length === 0 &&
    members.drugs.length > 0 &&
    members.drugClasses.length === 0 &&
    members.drugs.every((drug) => classes.drugClasses.some((id) => isOfClass(drug, id))) &&
    classes.drugClasses.every((id) => members.drugs.some((drug) => isOfClass(drug, id)))
  );
}

/** True when two mentions say the same, or one names the members of the classes of the other. */
function sayTheSame(a: TherapyMention, b: TherapyMention): boolean {
  if (namesMembers(a, b) || namesMembers(b, a)) return true;
  return (
    sameDrugs(withoutModulators(a.drugs), withoutModulators(b.drugs)) &&
    a.drugClasses.length === b.drugClasses.length &&
    a.drugClasses.every((id) => b.drugClasses.includes(id))
  );
}

/** True for "streptozocin and 5-fluorouracil (5-FU)": the bracket repeats the last of several parts. */
function repeatsLast(before: string, inner: TherapyMention): boolean {
  const { parts } = therapyPhrase(before);
  const last = parts.length > 1 ? readName(parts[parts.length - 1]?.name ?? '').value : undefined;
  return (
    last !== undefined &&
    inner.doses.length === 0 &&
    sameDrugs(last.drugs, inner.drugs) &&
    last.drugClasses.length === inner.drugClasses.length &&
    last.drugClasses.every((id) => inner.drugClasses.includes(id))
  );
}

/** "capecitabine and temozolomide (CAPTEM)", "PD-1 inhibitor (nivolumab)", "imatinib (400 mg daily)". */
function readBracketed(text: string, before: string, within: string): Reading<TherapyMention> {
  if (readDose(within).value !== undefined) return readPhrase(`${before} ${within}`);
  const outer = readRegimen(before);
  const inner = readRegimen(within);
  if (outer.value === undefined) return outer;
  if (inner.value === undefined) {
    const message = `"${quoted(within)}" in brackets was not read; check that it changes nothing.`;
    return {
      value: outer.value,
      issues: [...outer.issues, therapyIssue('drug-unknown', 'warning', message)],
    };
  }
  if (repeatsLast(before, inner.value)) return outer;
  if (!sayTheSame(outer.value, inner.value)) {
    return unread(
      `"${quoted(text)}": the words in brackets name another treatment than those before them. Write one.`,
    );
  }
  const fuller = inner.value.drugs.length >= outer.value.drugs.length ? inner.value : outer.value;
  const kept = [...outer.issues, ...inner.issues].filter(
    (issue) => issue.code !== 'regimen-unknown' || fuller.regimen === undefined,
  );
  return { value: { ...fuller, doses: [...outer.value.doses, ...inner.value.doses] }, issues: kept };
}

const longestText = 400;

/**
 * The drugs, classes, doses and, where it is one of the register, the regimen that a text names. Errors:
 * `drug-unknown` for a part that is not in the register, `drug-ambiguous` for a choice or a list. A combination that
 * is no regimen of the register is read with the warning `regimen-unknown`.
 *
 * @example readRegimen('capecitabine and temozolamide').value?.regimen // 'captem'
 * @example readRegimen('imatinib at 400 mg/d').value?.regimen // 'imatinib-400-daily'
 * @example readRegimen('5-fluorouracil and streptozocin-based chemotherapy').value?.open // true
 * @example readRegimen('pembrolizumab or nivolumab').value // undefined
 */
export function readRegimen(text: string): Reading<TherapyMention> {
  if (text.length > longestText) {
    return unread('The text is too long for one treatment. Write one line for each treatment.');
  }
  const printed = text
    .normalize('NFKC')
    .replaceAll(/(\p{Pd})\s*\n\s*/gu, '$1')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  const single = readName(printed);
  if (single.value !== undefined) {
    const regimen = regimenOfDrugs(single.value.drugs, []);
    return {
      value: { ...single.value, ...(regimen === undefined ? {} : { regimen }), open: false },
      issues: single.issues,
    };
  }
  const bracketed = /^(?<before>[^()]*[^()\s])\s*\((?<within>[^()]+)\)$/u.exec(
    withoutClosing(printed),
  )?.groups;
  if (bracketed !== undefined) {
    return readBracketed(printed, bracketed['before'] ?? '', bracketed['within'] ?? '');
  }
  if (offersChoice(printed)) {
    return unread(
      `"${quoted(printed)}" offers a choice. Write what was given, or the class if that is not known.`,
    );
  }
  return readPhrase(printed);
}
