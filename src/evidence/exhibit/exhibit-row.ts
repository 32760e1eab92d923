/**
 * The values of a printed table, row by row: one row a study; in a table of one study one row a patient or group, or
 * one row an adverse event. Lines above the first row are the head, those from the abbreviations on are the foot.
 */
import type { Paper } from '../paper.ts';
import type { PrintedValue } from '../printed/index.ts';
import type { Study } from '../study.ts';

/** One row of a table as the library holds it. */
export interface ExhibitRow {
  readonly study: Study;
  /** The group or adverse event that the row is about, where the row is not the whole study. */
  readonly about: string | undefined;
  readonly values: readonly PrintedValue[];
}

/** The first line that a value cites; 0 without lines. */
export const firstLine = (value: PrintedValue): number =>
  Number(/^\d+/.exec(value.place.lines ?? '')?.[0] ?? 0);

/** How the rows of a table are formed. */
export type ExhibitRowKind = 'study' | 'group' | 'adverseEvent';

interface Placed {
  readonly study: Study;
  readonly value: PrintedValue;
}

function footLine(paper: Paper, exhibit: string): number {
  const lines = paper.abbreviations
    .filter(({ place }) => place.section === exhibit)
    .map(({ place }) => Number(/^\d+/.exec(place.lines ?? '')?.[0] ?? Number.POSITIVE_INFINITY));
  return Math.min(Number.POSITIVE_INFINITY, ...lines);
}

/** Values of a table of a paper, in the order of their lines, without those of its foot. */
export function exhibitValues(studies: readonly Study[], paper: Paper, exhibit: string): readonly Placed[] {
  const foot = footLine(paper, exhibit);
  return studies
    .flatMap((study) =>
      (study.printed?.values ?? [])
        .filter(({ place }) => place.document === paper.id && place.section === exhibit)
        .map((value) => ({ study, value })),
    )
    .filter(({ value }) => firstLine(value) < foot)
    .toSorted((a, b) => firstLine(a.value) - firstLine(b.value));
}

export function exhibitRowKind(placed: readonly Placed[], headers: readonly string[]): ExhibitRowKind {
  if (startsOf(placed).size > 0) return 'study';
  return /adverse event/i.test(headers[0] ?? '') ? 'adverseEvent' : 'group';
}

/** The line at which the row of each study begins: that of its year or reference. */
function startsOf(placed: readonly Placed[]): ReadonlyMap<string, number> {
  const starts = new Map<string, number>();
  for (const { study, value } of placed) {
    const isReport = value.what === 'fact' && (value.name === 'year' || value.name === 'reference number');
    const line = firstLine(value);
    if (isReport && line < (starts.get(study.id) ?? Number.POSITIVE_INFINITY)) starts.set(study.id, line);
  }
  return starts;
}

/** Rows of a table in the order of print. */
export function exhibitRows(
  studies: readonly Study[],
  paper: Paper,
  exhibit: string,
  headers: readonly string[],
): readonly ExhibitRow[] {
  const placed = exhibitValues(studies, paper, exhibit);
  const kind = exhibitRowKind(placed, headers);
  const starts = startsOf(placed);
  const rows = new Map<string, ExhibitRow>();
  for (const { study, value } of placed) {
    const start = starts.get(study.id) ?? Number.POSITIVE_INFINITY;
    const next = Math.min(Number.POSITIVE_INFINITY, ...[...starts.values()].filter((line) => line > start));
    if (kind === 'study' && (firstLine(value) < start || firstLine(value) >= next)) continue;
    if (kind === 'group' && value.group === 'all') continue;
    if (kind === 'adverseEvent' && value.what !== 'toxicity') continue;
    const about =
      kind === 'group'
        ? value.group
        : value.what === 'toxicity' && kind === 'adverseEvent'
          ? value.term
          : undefined;
    const key = `${study.id} ${about ?? ''}`;
    const row = rows.get(key);
    rows.set(key, { study, about, values: [...(row?.values ?? []), value] });
  }
  return [...rows.values()];
}
