/**
 * What a published schedule comes to for one body: milligrams each time, a day and a cycle, with the printed dose
 * beside. It restates what a study printed; it is no order and says nothing about what a patient should get. A drug
 * without a printed dose is named and not calculated, carboplatin among them: no paper prints an AUC for Calvert's
 * formula.
 */
import type { Reading } from '../reading/index.ts';
import { type Body, type BodySize, type BodySurface, readBody } from './body-surface.ts';
import { type DrugId, drugOf } from './drugs.ts';
import { type Milligrams, milligramsOf, milligramsText } from './milligrams.ts';
import { drugsWithoutDose, type PublishedSchedule, type Regimen, type ScheduledDose } from './regimen.ts';
import { type Source, sourceText } from './source.ts';

/** By what a printed dose becomes milligrams. */
export type DoseBasis =
  | { readonly kind: 'surface'; readonly surface: BodySurface }
  | { readonly kind: 'weight'; readonly weightKg: number }
  | { readonly kind: 'fixed' };

/** A printed dose in milligrams. */
export interface CalculatedDose {
  readonly kind: 'calculated';
  readonly drug: DrugId;
  readonly printed: string;
  readonly basis: DoseBasis;
  /** Each time it is given. */
  readonly each: Milligrams;
  /** On a day on which it is given; absent where neither day nor interval is printed. */
  readonly day?: Milligrams;
  /** In a cycle; absent where the number of days in it is not printed. */
  readonly cycle?: Milligrams;
  /** Days of the cycle on which it is given. */
  readonly daysInCycle?: number;
}

/** A drug of the regimen for which nothing is calculated. */
export interface UncalculatedDose {
  readonly kind: 'not-calculated';
  readonly drug: DrugId;
  /** Absent where no dose is printed. */
  readonly printed?: string;
  /** Why, as a clause: "no dose is printed". */
  readonly reason: string;
}

/** A schedule for one body. */
export interface ScheduleDoses {
  readonly study: string;
  readonly source: Source;
  readonly body: Body;
  readonly doses: readonly (CalculatedDose | UncalculatedDose)[];
  /** `as printed by Moertel 1991 (paper 004, lines 114-116)`; to stand beside every number. */
  readonly asPrinted: string;
}

/** `Moertel 1991 (paper 004, lines 114-116)`: the study with its place, once. */
export function scheduleName({ study, source }: PublishedSchedule): string {
  const place = sourceText(source);
  return place.startsWith(study) ? place : `${study} (${place})`;
}

const noDose = (drug: DrugId): UncalculatedDose => ({
  kind: 'not-calculated',
  drug,
  reason:
    drug === 'carboplatin'
      ? 'no dose is printed, and no AUC from which Calvert’s formula could set one'
      : 'no dose is printed',
});

/** Days of a cycle on which the drug is given; undefined where that is not printed. */
function daysInCycle(dose: ScheduledDose, { cycleDays }: PublishedSchedule): number | undefined {
  if (dose.days !== undefined) return dose.days.length;
  if (dose.dayCount !== undefined) return dose.dayCount;
  if (dose.everyDays !== undefined) return 1;
  return dose.daily === true && cycleDays?.length === 1 ? cycleDays[0] : undefined;
}

function basisOf({ unit }: ScheduledDose, { surface, weightKg }: Body): DoseBasis | string {
  switch (unit) {
    case 'mg':
      return { kind: 'fixed' };
    case 'mg/m2':
      return surface === undefined
        ? 'needs the body surface, or height and weight'
        : { kind: 'surface', surface };
    case 'mg/kg':
      return weightKg === undefined ? 'needs the weight' : { kind: 'weight', weightKg };
  }
}

function factorOf(basis: DoseBasis): number {
  switch (basis.kind) {
    case 'surface':
      return basis.surface.m2;
    case 'weight':
      return basis.weightKg;
    case 'fixed':
      return 1;
  }
}

function calculated(
  dose: ScheduledDose,
  schedule: PublishedSchedule,
  body: Body,
): CalculatedDose | UncalculatedDose {
  const { drug, printed, amount, timesPerDay = 1 } = dose;
  const basis = basisOf(dose, body);
  if (typeof basis === 'string') return { kind: 'not-calculated', drug, printed, reason: basis };
  const factor = factorOf(basis);
  const days = daysInCycle(dose, schedule);
  const timed = days !== undefined || dose.daily === true;
  return {
    kind: 'calculated',
    drug,
    printed,
    basis,
    each: milligramsOf(amount, factor),
    ...(timed ? { day: milligramsOf(amount, factor, timesPerDay) } : {}),
    ...(days === undefined
      ? {}
      : { cycle: milligramsOf(amount, factor, timesPerDay, days), daysInCycle: days }),
  };
}

/**
 * The doses of a published schedule for a body. Issue: `wrong-value` for a size that no adult has. Doses per surface
 * without a surface, and doses per kg without a weight, are named with what they need.
 *
 * @example dosesFor(regimen, schedule, { bodySurfaceAreaM2: 1.8 }).value?.doses[0] // etoposide: 234 mg a day, 702 a cycle
 */
export function dosesFor(
  regimen: Pick<Regimen, 'drugs'>,
  schedule: PublishedSchedule,
  size: BodySize,
): Reading<ScheduleDoses> {
  const { value: body, issues } = readBody(size);
  if (body === undefined) return { value: undefined, issues };
  const { study, source } = schedule;
  return {
    value: {
      study,
      source,
      body,
      doses: [
        ...schedule.doses.map((dose) => calculated(dose, schedule, body)),
        ...drugsWithoutDose(regimen, schedule).map(noDose),
      ],
      asPrinted: `as printed by ${scheduleName(schedule)}`,
    },
    issues,
  };
}

const basisText = (basis: DoseBasis): string => {
  switch (basis.kind) {
    case 'surface':
      return `for ${Number(basis.surface.m2.toPrecision(12))} m2`;
    case 'weight':
      return `for ${basis.weightKg} kg`;
    case 'fixed':
      return 'for any body';
  }
};

/** One dose in a sentence that cannot be read as an order: what was printed, and what it comes to. */
export function doseSentence(dose: CalculatedDose | UncalculatedDose, { asPrinted }: ScheduleDoses): string {
  const { name } = drugOf(dose.drug);
  if (dose.kind === 'not-calculated') {
    return dose.printed === undefined
      ? `${name}: ${dose.reason} (${asPrinted}).`
      : `${name}, ${asPrinted}: "${dose.printed}"; ${dose.reason}.`;
  }
  const amounts = [
    ...(dose.day === undefined
      ? [`${milligramsText(dose.each)} each time, days not printed`]
      : [`${milligramsText(dose.day)} a day`]),
    ...(dose.cycle === undefined ? [] : [`${milligramsText(dose.cycle)} a cycle`]),
  ].join(', ');
  return `${name}, ${asPrinted}: "${dose.printed}"; ${basisText(dose.basis)} that is ${amounts}.`;
}
