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

/** More sources than this are counted. */
const mostSources = 12;

/** The sources of several records, each document once. */
export function sourceOfCases(records: readonly CaseRecord[]): string {
  const sources = [
    ...new Set(
      records.map((record) =>
        record.provenance.kind === 'published' ? `paper ${record.provenance.document}` : sourceOf(record),
      ),
    ),
  ];
  const shown = sources.slice(0, mostSources);
  const more = sources.length - shown.length;
  return `${shown.join(', ')}${more === 0 ? '' : ` and ${more} more`}`.slice(0, 300);
}
