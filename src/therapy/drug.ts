/** What the register holds about a drug. Every fact carries its source; an absent fact is unknown, not "none". */
import type { DrugClassId } from './drug-class.ts';
import type { PrintedName } from './printed-name.ts';
import type { Source } from './source.ts';

/** A value with the place where it stands. */
export interface Sourced<T> {
  readonly value: T;
  readonly source: Source;
}

export type Route = 'oral' | 'intravenous' | 'subcutaneous' | 'intramuscular';

/** What a caution looks at in the patient. */
export type CautionConcern = 'kidney' | 'liver' | 'marrow' | 'nerve' | 'pharmacogene';

/** A limit that can be compared with a patient's value; below (or above) it the caution applies. */
export interface CautionLimit {
  readonly analyte: 'creatinine-clearance' | 'bilirubin';
  readonly comparison: 'below' | 'between';
  /** The bound, or the two ends of the range, in `unit`. */
  readonly bounds: readonly [number] | readonly [number, number];
  readonly unit: 'mL/min' | 'mg/dL';
}

/**
 * Something about the patient that bears on giving the drug. `contraindicated` and `adjust` only where a label says
 * so; `eliminated-here` says that the organ clears the drug; `toxic-to` that the drug harms it.
 */
export interface Caution {
  readonly concern: CautionConcern;
  readonly effect: 'eliminated-here' | 'toxic-to' | 'adjust' | 'contraindicated';
  /** One plain sentence for a report. */
  readonly statement: string;
  /** For `pharmacogene`. */
  readonly gene?: string;
  readonly limit?: CautionLimit;
  readonly source: Source;
}

export interface Drug<Id extends string = string> {
  readonly id: Id;
  /** The international non-proprietary name, or the plain words where a drug has no name in print. */
  readonly name: string;
  /** All names in print, the name itself first. */
  readonly names: readonly PrintedName[];
  /** The classes it is placed in directly; the classes above them follow. */
  readonly classes: readonly Sourced<DrugClassId>[];
  /** Gene symbols (HGNC) of what it acts on. */
  readonly targets: readonly Sourced<string>[];
  readonly route?: Sourced<Route>;
  readonly cautions: readonly Caution[];
  /** What somebody should know about the entry itself. */
  readonly note?: string;
}

interface DrugEntry {
  readonly name: string;
  /** Where the name itself stands. */
  readonly source: Source;
  readonly also?: readonly PrintedName[];
  readonly classes: readonly Sourced<DrugClassId>[];
  readonly targets?: readonly Sourced<string>[];
  readonly route?: Sourced<Route>;
  readonly cautions?: readonly Caution[];
  readonly note?: string;
}

/** Builds one entry of the register. */
export function drug<const Id extends string>(id: Id, entry: DrugEntry): Drug<Id> {
  return {
    id,
    name: entry.name,
    names: [{ text: entry.name, sort: 'name', source: entry.source }, ...(entry.also ?? [])],
    classes: entry.classes,
    targets: entry.targets ?? [],
    cautions: entry.cautions ?? [],
    ...(entry.route === undefined ? {} : { route: entry.route }),
    ...(entry.note === undefined ? {} : { note: entry.note }),
  };
}

/** Several values from one source. */
export function from<const T extends string>(source: Source, ...values: readonly T[]): readonly Sourced<T>[] {
  return values.map((value) => ({ value, source }));
}
