/**
 * STAR-Fusion, with and without its coding effect, full and abridged (Haas 2019, PMID 31639029), and ctat-LR-fusion,
 * which prints the same columns for long reads. The left gene is the 5' partner.
 */
import type { Issue } from '../../reading/index.ts';
import { geneParts, joinedSides, placeOf, printedColumns, type RowCells, readCount } from './call-parts.ts';
import type { CalledSide, CallerClaims, ClaimedFrame, FusionCall } from './fusion-call.ts';

/** Words of the column `PROT_FUSION_TYPE`. */
const frames: Readonly<Record<string, ClaimedFrame>> = { INFRAME: 'inFrame', FRAMESHIFT: 'outOfFrame' };

function sideOf(row: RowCells, name: 'Left' | 'Right', issues: Issue[]): CalledSide {
  const both = row.cell('FusionName')?.split('--');
  const inName = name === 'Left' ? both?.[0] : both?.[1];
  const printed = row.cell(`${name}Gene`) ?? inName ?? '';
  const transcript = row.cell(`CDS_${name}_ID`);
  return {
    ...(printed === '' ? { printed } : geneParts(printed)),
    ...placeOf(row.cell(`${name}Breakpoint`), row.line, issues),
    ...(transcript === undefined ? {} : { transcript }),
  };
}

function claimsOf(row: RowCells): CallerClaims {
  const frame = row.cell('PROT_FUSION_TYPE');
  const claimed = frame === undefined ? undefined : frames[frame];
  const five = row.cell('PFAM_LEFT');
  const three = row.cell('PFAM_RIGHT');
  const annotation = row.cell('annots');
  const event = row.cell('SpliceType');
  return {
    ...(frame === undefined
      ? {}
      : { frame: { printed: frame, ...(claimed === undefined ? {} : { frame: claimed }) } }),
    ...(five === undefined && three === undefined
      ? {}
      : { domains: { five: five ?? '', three: three ?? '' } }),
    ...(event === undefined ? {} : { event }),
    ...(annotation === undefined ? {} : { annotation }),
  };
}

const supportColumns = [
  'num_LR',
  'JunctionReadCount',
  'SpanningFragCount',
  'est_J',
  'est_S',
  'LR_FFPM',
  'FFPM',
  'LargeAnchorSupport',
];

/** One row of STAR-Fusion, or of ctat-LR-fusion where it counts long reads. */
export function starFusionCall(row: RowCells): FusionCall {
  const issues: Issue[] = [];
  const longReads = readCount(row.cell('num_LR'));
  const splitReads = readCount(row.cell('JunctionReadCount'));
  const spanningPairs = readCount(row.cell('SpanningFragCount'));
  return {
    format: longReads === undefined ? 'STAR-Fusion' : 'ctat-LR-fusion',
    line: row.line,
    ...joinedSides(sideOf(row, 'Left', issues), sideOf(row, 'Right', issues), 'fiveToThree'),
    support: {
      ...(longReads === undefined ? {} : { longReads }),
      ...(splitReads === undefined ? {} : { splitReads }),
      ...(spanningPairs === undefined ? {} : { spanningPairs }),
      printed: printedColumns(row, supportColumns),
    },
    claims: claimsOf(row),
    level: 'rna',
    issues,
  };
}
