/** What the register holds about a regimen: its drugs, its names, and the doses with which it was published. */
import type { Dose } from './dose.ts';
import type { Route } from './drug.ts';
import type { DrugId } from './drugs.ts';
import type { PrintedName } from './printed-name.ts';
import type { Source } from './source.ts';

/**
 * How one drug of a published schedule was given. Of `days`, `dayCount`, `daily` and `everyDays` at most one is
 * there; none where the source prints an amount alone.
 */
export interface ScheduledDose {
  readonly drug: DrugId;
  /** As the source prints it. */
  readonly printed: string;
  /** The amount each time it is given. */
  readonly amount: number;
  readonly unit: 'mg' | 'mg/m2' | 'mg/kg';
  /** Days of the cycle, where they are printed. */
  readonly days?: readonly number[];
  /** Number of days, where only that is printed. */
  readonly dayCount?: number;
  /** Every day without a pause. */
  readonly daily?: true;
  /** How often on a day, where it is printed; once is assumed for a day's dose. */
  readonly timesPerDay?: number;
  /** Days from one administration to the next. */
  readonly everyDays?: number;
  readonly route?: Route;
  readonly infusion?: 'continuous';
}

/** A schedule as one study gave it. */
export interface PublishedSchedule {
  readonly study: string;
  /** The doses that are printed; a drug of the regimen that is not here has no printed dose. */
  readonly doses: readonly ScheduledDose[];
  /** Length of a cycle in days; two numbers where a range is printed. */
  readonly cycleDays?: readonly [number] | readonly [number, number];
  readonly cycles?: number;
  readonly source: Source;
  /** What the source leaves open about this schedule. */
  readonly note?: string;
}

/** A study of which a paper reports the regimen and no dose. */
export interface UndosedReport {
  readonly study: string;
  /** The words that name the regimen. */
  readonly printed: string;
  readonly source: Source;
}

export interface Regimen<Id extends string = string> {
  readonly id: Id;
  readonly name: string;
  /** Names of the regimen beside the list of its drugs, which is always read. */
  readonly names: readonly PrintedName[];
  readonly drugs: readonly DrugId[];
  /** Doses that make this regimen another than one of the same drugs. */
  readonly fixedDoses: readonly { readonly drug: DrugId; readonly dose: Dose }[];
  readonly schedules: readonly PublishedSchedule[];
  /** Studies whose dose is not printed where they are reported. */
  readonly withoutDose: readonly UndosedReport[];
  readonly source: Source;
  /** Where sources disagree, or what somebody should know. */
  readonly note?: string;
}

interface RegimenEntry {
  readonly name: string;
  readonly drugs: readonly DrugId[];
  readonly source: Source;
  readonly also?: readonly PrintedName[];
  readonly fixedDoses?: readonly { readonly drug: DrugId; readonly dose: Dose }[];
  readonly schedules?: readonly PublishedSchedule[];
  readonly withoutDose?: readonly UndosedReport[];
  readonly note?: string;
}

/** Builds one entry of the register. */
export function regimen<const Id extends string>(id: Id, entry: RegimenEntry): Regimen<Id> {
  return {
    id,
    name: entry.name,
    names: [{ text: entry.name, sort: 'name', source: entry.source }, ...(entry.also ?? [])],
    drugs: entry.drugs,
    fixedDoses: entry.fixedDoses ?? [],
    schedules: entry.schedules ?? [],
    withoutDose: entry.withoutDose ?? [],
    source: entry.source,
    ...(entry.note === undefined ? {} : { note: entry.note }),
  };
}

/** A study that is reported with the regimen and without a dose. */
export const undosed = (study: string, printed: string, source: Source): UndosedReport => ({
  study,
  printed,
  source,
});

/** The drugs of a regimen for which a schedule prints no dose. */
export function drugsWithoutDose(
  { drugs }: Pick<Regimen, 'drugs'>,
  { doses }: PublishedSchedule,
): readonly DrugId[] {
  return drugs.filter((id) => !doses.some(({ drug }) => drug === id));
}
