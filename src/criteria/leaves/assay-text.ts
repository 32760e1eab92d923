/** An assay in the words of a reader: "FoundationOne (DNA), failed: too little tissue". */
import type { Assay } from '../../case/index.ts';

/** The assay, what it looked at and how far it is. */
export function assayText({ name, analyte, status }: Assay): string {
  return `${name}${analyte === 'unstated' ? '' : ` (${analyte})`}, ${status}`;
}
