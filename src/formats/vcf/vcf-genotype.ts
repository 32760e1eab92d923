/** What one sample of a VCF record says of one alternative allele: whether it has it, the share of reads, the depth. */
import { type FractionReading, fractionOfText } from '../allele-fraction.ts';
import { printedValue, wholeNumberOf } from '../printed-cell.ts';
import { infoValue, type VcfRecord } from './vcf-record.ts';

/** One sample at one site. */
export interface SampleAtSite {
  readonly genotype?: string;
  /** `unstated` where the file gives no genotype for the sample. */
  readonly hasAllele: boolean | 'unstated' | 'noCall';
  readonly fraction: FractionReading;
  readonly depth?: number;
}

const none: FractionReading = { absent: true };

/** Counts by allele as printed, such as `80,20`: the reference first. */
function fractionOfDepths(printed: string | undefined, allele: number, name: string): FractionReading {
  if (printed === undefined) return none;
  const parts = printed.split(',');
  const counts = parts.map(wholeNumberOf);
  const alternative = counts[allele];
  if (parts.length <= allele || parts.every((part) => part === '.')) return none;
  const known = counts.filter((count) => count !== undefined);
  const basis = `${name} ${printed}`;
  if (alternative === undefined || known.length < parts.length)
    return { problem: `"${basis.slice(0, 40)}" are not counts of reads` };
  const depth = known.reduce((sum, count) => sum + count, 0);
  if (depth === 0) return none;
  return { fraction: { percent: (100 * alternative) / depth, basis }, depth };
}

/** Counts of the reference and of each alternative in two fields (FreeBayes RO and AO, VarScan RD and AD). */
function fractionOfTwo(
  reference: string | undefined,
  alternatives: string | undefined,
  allele: number,
  name: string,
) {
  if (reference === undefined || alternatives === undefined) return none;
  return fractionOfDepths(`${reference},${alternatives}`, allele, name);
}

type FieldOf = (key: string) => string | undefined;

/** Strelka's first tier: counts of each base, or of reads that support and do not support an indel. */
function fractionOfTiers(field: FieldOf, record: VcfRecord, allele: number): FractionReading {
  const first = (key: string): string | undefined => field(key)?.split(',')[0];
  const alternative = record.alternatives[allele - 1] ?? '';
  const isSingle = record.reference.length === 1 && alternative.length === 1;
  if (!isSingle) return fractionOfTwo(first('TAR'), first('TIR'), 1, 'TAR,TIR (tier 1)');
  return fractionOfTwo(
    first(`${record.reference.toUpperCase()}U`),
    first(`${alternative.toUpperCase()}U`),
    1,
    `${record.reference}U,${alternative}U (tier 1)`,
  );
}

/** The value of one allele in a field that has one for each alternative. */
function ofAllele(printed: string | undefined, allele: number): string | undefined {
  const parts = printed?.split(',');
  return parts?.length === 1 ? parts[0] : parts?.[allele - 1];
}

function fractionOf(field: FieldOf, record: VcfRecord, allele: number): FractionReading {
  const tried: readonly (() => FractionReading)[] = [
    () =>
      field('RD') === undefined
        ? fractionOfDepths(field('AD'), allele, 'AD')
        : fractionOfTwo(field('RD'), field('AD'), allele, 'RD,AD'),
    () => fractionOfTwo(field('RO'), field('AO'), allele, 'RO,AO'),
    () => fractionOfTiers(field, record, allele),
    ...(['AF', 'VAF', 'FA'] as const).map(
      (name) => () => fractionOfText(ofAllele(field(name), allele), name, 'fraction'),
    ),
    () => fractionOfText(ofAllele(field('FREQ'), allele), 'FREQ', 'percent'),
  ];
  for (const attempt of tried) {
    const reading = attempt();
    if (!('absent' in reading)) return reading;
  }
  return none;
}

function hasAllele(genotype: string | undefined, allele: number): boolean | 'unstated' | 'noCall' {
  if (genotype === undefined) return 'unstated';
  const alleles = genotype.split(/[/|]/);
  if (alleles.every((each) => each === '.')) return 'noCall';
  return alleles.includes(String(allele));
}

/**
 * What a sample says of an allele.
 *
 * @param allele - 1 for the first alternative.
 * @param asked - a field of FORMAT or INFO that holds the fraction, instead of the usual ones.
 */
export function sampleAtSite(
  record: VcfRecord,
  column: number | undefined,
  allele: number,
  asked?: { readonly name: string; readonly unit: 'fraction' | 'percent' },
): SampleAtSite {
  const values = column === undefined ? [] : (record.samples[column]?.split(':') ?? []);
  const field: FieldOf = (key) => {
    const index = record.format.indexOf(key);
    return index === -1 ? undefined : printedValue(values[index]);
  };
  const genotype = field('GT');
  const fraction =
    asked === undefined
      ? fractionOf(field, record, allele)
      : fractionOfText(
          ofAllele(field(asked.name) ?? infoValue(record.info, asked.name), allele),
          asked.name,
          asked.unit,
        );
  const depth = wholeNumberOf(field('DP')) ?? ('fraction' in fraction ? fraction.depth : undefined);
  return {
    ...(genotype === undefined ? {} : { genotype }),
    hasAllele: hasAllele(genotype, allele),
    fraction,
    ...(depth === undefined ? {} : { depth }),
  };
}
