/** The lines that `cajal fusion` prints. */
import type { FusionJunction } from '../../genes/index.ts';
import type { Issue } from '../../reading/index.ts';
import { plainForTerminal } from '../outcome.ts';

/** Writes one line. */
export const print = (line: string): void => {
  process.stdout.write(`${plainForTerminal(line)}\n`);
};

/** Columns padded to their widest cell. */
export function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

/** Transcript and exon of one side; a star marks the reference transcript. */
export const endCell = ({ transcript, exon, offset = 0, isReference }: FusionJunction['five']): string =>
  `${transcript} e${exon}${offset === 0 ? '' : `${offset > 0 ? '+' : ''}${offset}`}${isReference ? ' *' : ''}`;

/** Said where breakpoints come without a build. */
export const wrongBuild: Issue = {
  code: 'wrong-value',
  severity: 'error',
  message: 'name the genome build of the breakpoints: --build GRCh38 or --build GRCh37',
  source: '--build',
};
