/** The class of a lung or thymus neoplasm from the counts of a case: the highest count and the stated necrosis. */
import { type Statement, sources } from './basis.ts';
import type { ClassificationInput } from './classification-input.ts';
import { editionInForce } from './edition-in-force.ts';
import { type ThoracicResult, thoracicClass } from './lung-class.ts';
import { readMitoses } from './mitoses.ts';
import type { NenClass } from './nen-class.ts';
import { gradingSystemOf } from './site.ts';

/** Null for a site outside the chest and for a stated carcinoma, whose class is its morphology. */
export function classifyThoracic(
  input: ClassificationInput,
  candidates: readonly NenClass[],
): ThoracicResult | null {
  if (gradingSystemOf(input.site) !== 'thoracic') return null;
  if (candidates.length === 1 && candidates[0] === 'NEC') return null;
  const { edition } = editionInForce(input.site, input.day);
  if (edition === null || edition.scheme.kind !== 'thoracicClasses') return null;
  const { scheme } = edition;
  const limits = {
    g1Upper: scheme.atypicalFrom,
    g1UpperIncluded: false,
    g2Lower: scheme.atypicalFrom,
    g3Above: scheme.carcinoidUpTo,
  };
  const readings = input.mitoses.map((each) => readMitoses(each, limits, input.mitosesConvention));
  const highest = readings
    .map(({ per2mm2 }) => per2mm2)
    .filter((each) => each !== null)
    .reduce<(typeof readings)[number]['per2mm2']>(
      (held, each) =>
        held === null || each.low > held.low || (each.low === held.low && each.high > held.high)
          ? each
          : held,
      null,
    );
  const result = thoracicClass(highest, input.necrosis, scheme);
  const remarks: Statement[] = readings.flatMap((reading) => reading.statements);
  if (input.ki67.some(({ status }) => status === 'counted')) {
    remarks.push({
      code: 'lungKi67DoesNotClassify',
      weight: 'note',
      sentence:
        'Ki-67 does not classify a neuroendocrine neoplasm of lung or thymus; it helps to tell a carcinoid from a crushed small cell carcinoma.',
      basis: sources.who2021,
    });
  }
  return { ...result, statements: [...remarks, ...result.statements] };
}
