/** The analytes of the register that follow a tumour; the others follow organs, blood and metabolism. */
import type { AnalyteId } from '../../units/index.ts';

const markers: ReadonlySet<AnalyteId> = new Set<AnalyteId>([
  'chromogranin-a',
  '5-hiaa-urine',
  '5-hiaa-plasma',
  'serotonin',
  'nse',
  'pancreastatin',
  'gastrin',
  'glucagon',
  'vip',
  'insulin',
  'calcitonin',
  'acth',
  'afp',
  'cea',
  'ca-19-9',
]);

/** Whether an analyte is a tumour marker; an analyte that the register does not hold is not known to be one. */
export const isTumourMarker = (analyte: AnalyteId | null): boolean =>
  analyte !== null && markers.has(analyte);
