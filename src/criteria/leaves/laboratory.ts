/**
 * A laboratory value against a limit: absolute with its unit, or as a multiple of the upper limit of its own
 * reference range. A limit that depends on liver metastases is written with `any` and the metastasis leaf. A near
 * relative of the analyte (eGFR for creatinine clearance) never answers in its place, but it is named.
 */
import * as z from 'zod';
import type { LaboratoryValue } from '../../case/index.ts';
import {
  type Analyte,
  type AnalyteId,
  analyteOf,
  convert,
  multipleOfUpperLimit,
  type NumericRange,
  parseAnalyte,
  unitOf,
} from '../../units/index.ts';
import { answer, type Datum, isUnknown } from '../answer.ts';
import { boundFields, boundsText, hasLimit, isPossible, noLimit, noNumber, withinBounds } from '../bounds.ts';
import { datumOf, mostRecent } from '../datum.ts';
import { defineLeaf } from '../leaf.ts';

const upperLimits = 'x ULN';

const question = z
  .strictObject({
    analyte: z.string().min(1).describe('An analyte of the register, under any of its names'),
    unit: z
      .string()
      .min(1)
      .describe('A unit of the analyte, or "x ULN" for multiples of the upper limit of normal'),
    ...boundFields,
  })
  .superRefine(({ analyte, unit }, context) => {
    const known = parseAnalyte(analyte);
    const fault = (path: string, message: string) =>
      context.addIssue({ code: 'custom', message, path: [path] });
    if (!known.ok) return fault('analyte', known.message);
    const canonical = unitOf(unit);
    if (unit === upperLimits || (canonical !== undefined && known.value.units.includes(canonical))) return;
    const units = [...known.value.units, upperLimits].join(', ');
    return fault('unit', `${known.value.name} is reported in ${units}, not in ${unit}`);
  })
  .refine(hasLimit, noLimit)
  .refine(isPossible, noNumber);

/** The analyte as it was asked for, or its name where its id was written. */
function spoken(analyte: string): string {
  const known = analyteOf(analyte);
  return known?.id === analyte ? known.name : analyte;
}

/** The value in the unit asked for, or what has to be given before it can be compared. */
function inUnit(value: LaboratoryValue, analyte: Analyte, unit: string): NumericRange | string {
  const { range, unit: own } = value.value;
  if (unit !== upperLimits) {
    const converted = range === null || own === null ? undefined : convert(range, own, unit, analyte.id);
    return converted?.ok === true ? converted.value : `give ${analyte.name} in ${unit}`;
  }
  if (own === 'ULN') return range ?? `give ${analyte.name} as a number`;
  if (value.referenceRange === undefined) return `give the reference range of ${analyte.name}`;
  const multiple = multipleOfUpperLimit(value.value, value.referenceRange, analyte.id);
  return multiple.ok ? multiple.value : `give ${analyte.name} with its reference range in one unit`;
}

/** What else tells of the same function, the nearest first: worth reading, and not the value that was asked for. */
const relatives: Partial<Record<AnalyteId, readonly AnalyteId[]>> = {
  'creatinine-clearance': ['egfr', 'creatinine'],
  egfr: ['creatinine-clearance', 'creatinine'],
  'bilirubin-total': ['bilirubin-direct'],
};

/** The most recent value of each relative of an analyte that is not recorded. */
function recordedInstead(wanted: Analyte, values: readonly LaboratoryValue[]): readonly Datum[] {
  return (relatives[wanted.id] ?? []).flatMap((id) => {
    const latest = mostRecent(values.filter((each) => analyteOf(each.analyte)?.id === id));
    if (latest === undefined) return [];
    const text = `recorded instead: ${spoken(latest.analyte)} ${latest.value.printed}`;
    return [datumOf(latest, `${wanted.name} not recorded; ${text}`)];
  });
}

export const laboratoryLeaf = defineLeaf({
  name: 'laboratory',
  schema: question,
  evaluate({ analyte: name, unit, ...bounds }, { record }) {
    const wanted = analyteOf(name);
    const settledBy = `measure ${spoken(name)}`;
    if (wanted === undefined) return isUnknown('notRecorded', settledBy);
    const latest = mostRecent(record.laboratory.filter((each) => analyteOf(each.analyte)?.id === wanted.id));
    if (latest === undefined)
      return isUnknown('notRecorded', settledBy, ...recordedInstead(wanted, record.laboratory));
    const datum = datumOf(latest, `${spoken(latest.analyte)} ${latest.value.printed}`);
    const value = inUnit(latest, wanted, unit);
    if (typeof value === 'string') return isUnknown('unitUnknown', value, datum);
    return answer(withinBounds(value, bounds), [datum], { reason: 'rangeSpansLimit', settledBy });
  },
  print: ({ analyte, unit, ...bounds }) => `${spoken(analyte)} ${boundsText(bounds, ` ${unit}`)}`,
});
