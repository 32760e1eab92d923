/** The header of a table: its column names, found without regard to case, spaces and underscores. */

/** The separator of the cells. Cells of comma and semicolon tables may be quoted (RFC 4180). */
export type Delimiter = '\t' | ',' | ';';

/** The columns of a table. */
export interface TableHeader {
  /** The line on which the header stands. */
  readonly line: number;
  readonly delimiter: Delimiter;
  /** Cells may stand in quotes: always where comma or semicolon separate, else where the header itself is quoted. */
  readonly isQuoted: boolean;
  /** As printed. */
  readonly columns: readonly string[];
  /**
   * The index of the first of these names that the table has; names are compared without regard to case, spaces,
   * points, hyphens and underscores. A column that stands twice is found at its first place.
   * @example header.find('End_Position', 'End_position')
   */
  find(...names: readonly string[]): number | undefined;
}

/** A column name as it is compared: `End_position`, `END POSITION` and `end.position` are one. */
export function columnKey(name: string): string {
  return name.toLowerCase().replaceAll(/[\s._-]+/g, '');
}

/** A header over its columns. */
export function tableHeader(parts: Omit<TableHeader, 'find'>): TableHeader {
  const places = new Map<string, number>();
  parts.columns.forEach((name, index) => {
    const key = columnKey(name);
    if (key !== '' && !places.has(key)) places.set(key, index);
  });
  return {
    ...parts,
    find: (...names) => {
      for (const name of names) {
        const place = places.get(columnKey(name));
        if (place !== undefined) return place;
      }
      return undefined;
    },
  };
}
