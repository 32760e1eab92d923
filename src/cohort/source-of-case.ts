/** Where a record comes from, in the words of a caption. */
import type { CaseRecord } from '../case/index.ts';

/** The source of a record. */
export function sourceOf({ provenance }: CaseRecord): string {
  switch (provenance.kind) {
    case 'published':
      return `paper ${provenance.document}${provenance.row === undefined ? '' : `, ${provenance.row}`}`;
    case 'synthetic':
      return 'a synthetic record';
    case 'clinical':
      return 'a clinical record';
  }
}

/** The sources of several records, each document once. */
export const sourceOfCases = (records: readonly CaseRecord[]): string =>
  [
    ...new Set(
      records.map((record) =>
        record.provenance.kind === 'published' ? `paper ${record.provenance.document}` : sourceOf(record),
      ),
    ),
  ].join(', ');
