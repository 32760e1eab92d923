/** Symbolic alleles and breakends (VCF 4.5, chapter 5) as rearrangements with their places; no gene or fusion is concluded. */
import type { StructuralFinding } from '../file-finding.ts';
import { wholeNumberOf } from '../printed-cell.ts';
import { infoValue, type VcfRecord } from './vcf-record.ts';

/** Where the other end of a breakend lies, or undefined for a single breakend or a text that is none. */
export function breakendPartner(allele: string): StructuralFinding['partner'] {
  const match = /^([A-Za-z.]*)([[\]])(.+):(\d{1,15})([[\]])([A-Za-z.]*)$/.exec(allele);
  if (match === null) return undefined;
  const [, before = '', open, chromosome = '', position = '', close, after = ''] = match;
  if (open !== close || (before === '') === (after === '')) return undefined;
  return {
    chromosome: chromosome.replace(/^<(.*)>$/, '$1'),
    position: Number(position),
    extends: open === '[' ? 'right' : 'left',
    joined: before === '' ? 'before' : 'after',
  };
}

/** The parts of a structural finding that the record itself states; undefined for a breakend that cannot be read. */
export function structuralParts(
  record: VcfRecord,
  allele: string,
): Pick<StructuralFinding, 'genomic' | 'type' | 'id' | 'mate' | 'partner'> | undefined {
  const symbol = /^<(.+)>$/.exec(allele)?.[1];
  const partner = symbol === undefined ? breakendPartner(allele) : undefined;
  const isSingle = /^\.[A-Za-z]+$|^[A-Za-z]+\.$/.test(allele);
  if (symbol === undefined && partner === undefined && !isSingle) return undefined;
  const type = infoValue(record.info, 'SVTYPE');
  const end = wholeNumberOf(infoValue(record.info, 'END'));
  const mate = infoValue(record.info, 'MATEID');
  const remote = remotePartner(record, symbol);
  const other = partner ?? remote;
  return {
    genomic: {
      chromosome: record.chromosome,
      position: record.position,
      ...(end === undefined || remote !== undefined ? {} : { end }),
      reference: record.reference,
      alternative: allele,
    },
    type: type === undefined || type === '' ? (symbol ?? 'BND') : type,
    ...(record.id === undefined ? {} : { id: record.id }),
    ...(mate === undefined || mate === '' ? {} : { mate }),
    ...(other === undefined ? {} : { partner: other }),
  };
}

/**
 * Delly and others print a translocation as a symbol with the partner in INFO: CHR2 with POS2, or with END. The
 * orientation is not read from them.
 */
function remotePartner(record: VcfRecord, symbol: string | undefined): StructuralFinding['partner'] {
  if (symbol === undefined || !/^(?:TRA|CTX|BND)$/.test(symbol)) return undefined;
  const chromosome = infoValue(record.info, 'CHR2');
  const position = wholeNumberOf(infoValue(record.info, 'POS2') ?? infoValue(record.info, 'END'));
  if (chromosome === undefined || chromosome === '' || position === undefined) return undefined;
  return { chromosome, position };
}
