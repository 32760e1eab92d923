/**
 * A laboratory value against a limit: absolute with its unit, or as a multiple of the upper limit of its own
 * reference range. A limit that depends on liver metastases is written with `any` and the metastasis leaf.
 */
import * as z from 'zod';
import { analyteOf, convert, multipleOfUpperLimit, type NumericRange } from '../../units/index.ts';
import { answer, isUnknown } from '../answer.ts';
import { boundFields, boundsText, withinBounds } from '../bounds.ts';
import { datumOf, mostRecent } from '../datum.ts';
import { defineLeaf } from '../leaf.ts';

export const laboratoryLeaf = defineLeaf({
  name: 'laboratory',
  schema: z.strictObject({
    analyte: z.string().min(1),
    unit: z.string().min(1).describe('A unit, or "x ULN" for multiples of the upper limit of normal'),
    ...boundFields,
  }),
  evaluate({ analyte: name, unit, ...bounds }, { record }) {
    const wanted = analyteOf(name);
    const settledBy = `measure ${name}`;
    const values = record.laboratory.filter((each) => {
      const found = analyteOf(each.analyte);
      return found !== undefined && found.id === wanted?.id;
    });
    const latest = mostRecent(values);
    if (latest === undefined || wanted === undefined) return isUnknown('notRecorded', settledBy);
    const datum = datumOf(latest, `${latest.analyte} ${latest.value.printed}`);
    let range: NumericRange | undefined;
    if (unit === 'x ULN') {
      if (latest.referenceRange === undefined) {
        return isUnknown('unitUnknown', `give the reference range of ${name}`, datum);
      }
      const multiple = multipleOfUpperLimit(latest.value, latest.referenceRange);
      range = multiple.ok ? multiple.value : undefined;
    } else if (latest.value.range !== null && latest.value.unit !== null) {
      const converted = convert(latest.value.range, latest.value.unit, unit, wanted.id);
      range = converted.ok ? converted.value : undefined;
    }
    if (range === undefined) return isUnknown('unitUnknown', `give ${name} in ${unit}`, datum);
    return answer(withinBounds(range, bounds), [datum], { reason: 'rangeSpansLimit', settledBy });
  },
  print: ({ analyte, unit, ...bounds }) => `${analyte} ${boundsText(bounds, ` ${unit}`)}`,
});
