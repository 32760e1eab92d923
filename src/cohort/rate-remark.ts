/** What a figure says beside one count: that its denominator was inferred, its patients renamed, or its rows counted. */
import type { SelectedRate } from '../evidence/index.ts';

/** The remark of a count; nothing where there is none. */
export function rateRemark({ result, namedAsPrinted, rows }: SelectedRate): { readonly remark?: string } {
  const remarks = [
    ...(result.inferred === undefined ? [] : ['inferred denominator']),
    ...(namedAsPrinted === undefined ? [] : [`by the curator ${namedAsPrinted.curated}`]),
    ...(rows === undefined ? [] : [`by the rows of ${rows.length} patients`]),
  ];
  return remarks.length === 0 ? {} : { remark: remarks.join('; ') };
}
