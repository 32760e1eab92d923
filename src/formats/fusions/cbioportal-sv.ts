/**
 * cBioPortal's structural variants (data_sv.txt; file formats chapter of its documentation) and its older table of
 * fusions. Connection_Type `5to3` makes site 1 the 5' partner, `3to5` site 2. Two sites in one gene are a deletion or
 * duplication of it, not a fusion.
 */
import { readAlteration } from '../../alteration/index.ts';
import { geneOf } from '../../genes/index.ts';
import type { Issue } from '../../reading/index.ts';
import { shown, wholeNumberOf } from '../printed-cell.ts';
import { geneParts, joinedSides, malformed, printedColumns, type RowCells, readCount } from './call-parts.ts';
import type { Arrangement, CalledSide, CallerClaims, ClaimedFrame, FusionCall } from './fusion-call.ts';

/** What the words of an effect or event say of the frame. */
function claimedFrame(text: string): ClaimedFrame | undefined {
  const isOut = /out[ _-]*of[ _-]*frame|frame[ _-]*shift|not in[ _-]frame/i.test(text);
  const isIn = /\bin[ _-]?frame\b/i.test(text) && !/not in[ _-]frame/i.test(text);
  if (isOut === isIn) return undefined;
  return isIn ? 'inFrame' : 'outOfFrame';
}

/** The exon at the junction: of an intron, the last exon before it on the 5' side and the first after it on the 3' side. */
function exonOf(row: RowCells, site: 1 | 2, isFive: boolean): number | undefined {
  const number = wholeNumberOf(row.cell(`Site${site}_Region_Number`, `Site${site}_Exon`));
  if (number === undefined) return undefined;
  const region = row.cell(`Site${site}_Region`)?.toLowerCase();
  if (region === 'intron') return isFive ? number : number + 1;
  return region === undefined || region.startsWith('exon') ? number : undefined;
}

function siteOf(row: RowCells, site: 1 | 2, isFive: boolean, issues: Issue[]): CalledSide {
  const printed = row.cell(`Site${site}_Hugo_Symbol`) ?? '';
  const chromosome = row.cell(`Site${site}_Chromosome`)?.replace(/^chr/i, '');
  const positionText = row.cell(`Site${site}_Position`);
  const position = wholeNumberOf(positionText?.replace(/\.0+$/, ''));
  if (positionText !== undefined && position === undefined)
    issues.push(malformed(row.line, `"${shown(positionText)}" is not the position of site ${site}`));
  const transcript = row.cell(`Site${site}_Ensembl_Transcript_Id`);
  const exon = exonOf(row, site, isFive);
  const region = row.cell(`Site${site}_Region`);
  return {
    ...(printed === '' ? { printed } : geneParts(printed)),
    ...(chromosome === undefined || position === undefined ? {} : { breakpoint: { chromosome, position } }),
    ...(transcript === undefined ? {} : { transcript }),
    ...(exon === undefined ? {} : { exon }),
    ...(region === undefined ? {} : { site: region }),
  };
}

const connections: Readonly<Record<string, Arrangement>> = {
  '5to3': 'fiveToThree',
  '3to5': 'fiveToThree',
  '5to5': 'fiveToFive',
  '3to3': 'threeToThree',
};

function claimsOf(row: RowCells): CallerClaims {
  const effect = row.cell('Site2_Effect_On_Frame');
  const event = row.cell('Event_Info');
  const annotation = row.cell('Annotation');
  const said = effect ?? [event, annotation].find((text) => text !== undefined && /frame/i.test(text));
  const frame = said === undefined ? undefined : claimedFrame(said);
  const kind = row.cell('Class');
  return {
    ...(said === undefined ? {} : { frame: { printed: said, ...(frame === undefined ? {} : { frame }) } }),
    ...(kind === undefined && event === undefined
      ? {}
      : { event: [kind, event].filter((text) => text !== undefined).join(', ') }),
    ...(annotation === undefined ? {} : { annotation }),
  };
}

const supportColumns = [
  'Tumor_Split_Read_Count',
  'Tumor_Paired_End_Read_Count',
  'Tumor_Variant_Count',
  'Tumor_Read_Count',
  'Normal_Split_Read_Count',
  'Normal_Paired_End_Read_Count',
  'DNA_Support',
  'RNA_Support',
  'SV_Status',
];

const says = (cell: string | undefined): boolean => cell?.toLowerCase() === 'yes';

/** One row of data_sv.txt. */
export function cbioportalCall(row: RowCells): FusionCall {
  const issues: Issue[] = [];
  const connection = row.cell('Connection_Type')?.toLowerCase();
  const joined = connection === undefined ? 'notStated' : connections[connection];
  if (joined === undefined)
    issues.push(
      malformed(
        row.line,
        `"${shown(connection ?? '')}" is no Connection_Type; the order of the genes is left open`,
      ),
    );
  const isSwapped = connection === '3to5';
  const first = siteOf(row, isSwapped ? 2 : 1, true, issues);
  const second = siteOf(row, isSwapped ? 1 : 2, false, issues);
  const splitReads = readCount(row.cell('Tumor_Split_Read_Count'));
  const spanningPairs = readCount(row.cell('Tumor_Paired_End_Read_Count'));
  const sample = row.cell('Sample_Id');
  const build = row.cell('NCBI_Build');
  const isRnaOnly = says(row.cell('RNA_Support')) && !says(row.cell('DNA_Support'));
  return {
    format: 'cBioPortal SV',
    line: row.line,
    ...(sample === undefined ? {} : { sample }),
    ...joinedSides(first, second, joined ?? 'notStated'),
    support: {
      ...(splitReads === undefined ? {} : { splitReads }),
      ...(spanningPairs === undefined ? {} : { spanningPairs }),
      printed: printedColumns(row, supportColumns),
    },
    claims: claimsOf(row),
    level: isRnaOnly ? 'rna' : 'dna',
    ...(build === undefined ? {} : { build }),
    issues,
  };
}

/** One row of the older table: one row for each gene, the event in words (`ETV6-NTRK3 fusion`, `EGFR-intragenic`). */
export function mafFusionCall(row: RowCells): FusionCall | undefined {
  const text = row.cell('Fusion');
  const symbol = row.cell('Hugo_Symbol');
  if (text === undefined || symbol === undefined) return undefined;
  const issues: Issue[] = [];
  const own = geneOf(symbol)?.symbol ?? symbol;
  const isWithin = /\bintragenic\b/i.test(text);
  const reading = isWithin ? undefined : readAlteration(text);
  const found = reading?.value?.kind === 'fusion' ? reading.value : undefined;
  if (found === undefined && !isWithin)
    issues.push(malformed(row.line, `"${shown(text)}" is not read as a fusion of two genes`));
  const side = (gene: string | undefined): CalledSide =>
    gene === undefined ? { printed: '' } : { gene, printed: gene };
  const five = side(isWithin ? own : (found?.five?.gene ?? own));
  const three = side(isWithin ? own : found?.three?.gene);
  const sample = row.cell('Tumor_Sample_Barcode');
  const frame = row.cell('Frame');
  const claimed = frame === undefined ? undefined : claimedFrame(frame);
  const method = row.cell('Method');
  return {
    format: 'MAF fusion',
    line: row.line,
    ...(sample === undefined ? {} : { sample }),
    ...joinedSides(five, three, found?.isOrderStated === true ? 'fiveToThree' : 'notStated'),
    ...(found === undefined ? {} : { alteration: found }),
    support: { printed: printedColumns(row, ['DNA_support', 'RNA_support', 'Method', 'Center']) },
    claims: {
      ...(frame === undefined
        ? {}
        : { frame: { printed: frame, ...(claimed === undefined ? {} : { frame: claimed }) } }),
      event: text,
      ...(method === undefined ? {} : { annotation: method }),
    },
    level: says(row.cell('RNA_support')) && !says(row.cell('DNA_support')) ? 'rna' : 'dna',
    issues,
  };
}
