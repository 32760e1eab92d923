/** FusionCatcher's final list of candidate fusion genes (Nicorici 2014, doi:10.1101/011650; its manual, output data). */
import type { Issue } from '../../reading/index.ts';
import { geneParts, joinedSides, placeOf, printedColumns, type RowCells, readCount } from './call-parts.ts';
import type { CalledSide, ClaimedFrame, FusionCall } from './fusion-call.ts';

/** Words of the column `Predicted_effect` that say a frame; the others (`UTR/CDS(truncated)`, `intronic`) are kept as printed. */
const frames: Readonly<Record<string, ClaimedFrame>> = {
  'in-frame': 'inFrame',
  'out-of-frame': 'outOfFrame',
};

const ends = { 1: '5end', 2: '3end' } as const;

function sideOf(row: RowCells, number: 1 | 2, issues: Issue[]): CalledSide {
  const end = `(${ends[number]}_fusion_partner)`;
  const printed = row.cell(`Gene_${number}_symbol${end}`) ?? '';
  const geneId = row.cell(`Gene_${number}_id${end}`);
  return {
    ...(printed === '' ? { printed } : geneParts(printed)),
    ...placeOf(row.cell(`Fusion_point_for_gene_${number}${end}`), row.line, issues),
    ...(geneId === undefined ? {} : { geneId }),
  };
}

/** One row of FusionCatcher. */
export function fusionCatcherCall(row: RowCells): FusionCall {
  const issues: Issue[] = [];
  const splitReads = readCount(row.cell('Spanning_unique_reads'));
  const spanningPairs = readCount(row.cell('Spanning_pairs'));
  const effect = row.cell('Predicted_effect');
  const claimed = effect === undefined ? undefined : frames[effect];
  const description = row.cell('Fusion_description');
  return {
    format: 'FusionCatcher',
    line: row.line,
    ...joinedSides(sideOf(row, 1, issues), sideOf(row, 2, issues), 'fiveToThree'),
    support: {
      ...(splitReads === undefined ? {} : { splitReads }),
      ...(spanningPairs === undefined ? {} : { spanningPairs }),
      printed: printedColumns(row, [
        'Spanning_pairs',
        'Spanning_unique_reads',
        'Longest_anchor_found',
        'Counts_of_common_mapping_reads',
        'Fusion_finding_method',
      ]),
    },
    claims: {
      ...(effect === undefined
        ? {}
        : { frame: { printed: effect, ...(claimed === undefined ? {} : { frame: claimed }) } }),
      ...(description === undefined ? {} : { annotation: description }),
    },
    level: 'rna',
    issues,
  };
}
