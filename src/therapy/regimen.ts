/** What the register holds about a regimen: its drugs, its names, and the doses with which it was published. */
import type { Dose } from './dose.ts';
import type { DrugId } from './drugs.ts';
import type { PrintedName } from './printed-name.ts';
import type { Source } from './source.ts';

/** How one drug of a published schedule was given. */
export interface ScheduledDose {
  readonly drug: DrugId;
  /** As the source prints it. */
  readonly printed: string;
  readonly amount: number;
  readonly unit: 'mg' | 'mg/m2' | 'mg/kg';
  /** Days of the cycle, where they are printed. */
  readonly days?: readonly number[];
  /** Number of days, where only that is printed. */
  readonly dayCount?: number;
  readonly infusion?: 'continuous';
}

/** A schedule as one study gave it. */
export interface PublishedSchedule {
  readonly study: string;
  readonly doses: readonly ScheduledDose[];
  /** Length of a cycle in days; two numbers where a range is printed. */
  readonly cycleDays?: readonly [number] | readonly [number, number];
  readonly cycles?: number;
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
    source: entry.source,
    ...(entry.note === undefined ? {} : { note: entry.note }),
  };
}
