/**
 * Lines per second and peak memory of the readers of outside files, each in a process of its own: a MAF of 1.8 million
 * rows (the pan-cancer table of TCGA, read where it is there) and annotated VCF files made up by a generator from a
 * seed. No reader may take more memory than the limit, whatever the length of the file. `node bench/formats.ts` ends with 1 where a
 * limit is missed. Run it on a quiet machine.
 */
import { spawnSync } from 'node:child_process';
import { createReadStream, existsSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createGunzip } from 'node:zlib';
import { randomFrom } from './measuring.ts';

const { readFindings } = await import('../src/formats/index.ts');

const home = fileURLToPath(new URL('..', import.meta.url));
const data = process.env['CAJAL_DATA'] ?? join(home, '..', 'shared', 'data');
const pancan = join(data, 'cohorts', 'tcga-pancan', 'mutations.tsv.gz');

/** What one process measured. */
interface Measured {
  readonly lines: number;
  readonly findings: number;
  readonly read: number;
  readonly seconds: number;
  readonly peakMegabytes: number;
}

const residues = ['Ala', 'Arg', 'Asn', 'Asp', 'Cys', 'Gln', 'Glu', 'Gly', 'His', 'Ile', 'Leu', 'Lys', 'Val'];
const genes = ['KIT', 'TP53', 'MEN1', 'DAXX', 'ATRX', 'BRAF', 'AAA1', 'BBB2', 'CCC3', 'DDD4'];
const vcfHead = [
  '##fileformat=VCFv4.2',
  '##reference=GRCh38',
  '##INFO=<ID=CSQ,Number=.,Type=String,Description="Consequence annotations from Ensembl VEP. Format: Allele|Consequence|IMPACT|SYMBOL|Gene|Feature_type|Feature|BIOTYPE|EXON|INTRON|HGVSc|HGVSp|cDNA_position|CDS_position|Protein_position|Amino_acids|Codons|Existing_variation|CANONICAL|MANE_SELECT|PICK">',
  '#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tTUMOR\tNORMAL',
  '',
].join('\n');

/** A VCF of so many variants with four transcripts each, in pieces of about 64 KB. */
function* madeVcf(variants: number): Generator<string> {
  const random = randomFrom(20_260_101);
  const pick = <T>(of: readonly T[], otherwise: T): T => of[Math.floor(random() * of.length)] ?? otherwise;
  let piece = vcfHead;
  for (let variant = 0; variant < variants; variant += 1) {
    const gene = pick(genes, 'KIT');
    const codon = 1 + Math.floor(random() * 900);
    const from = pick(residues, 'Val');
    const to = pick(residues, 'Asp');
    const annotations = Array.from({ length: 4 }, (_, transcript) => {
      const id = `ENST0000${100_000 + 4 * genes.indexOf(gene) + transcript}`;
      return `T|${transcript === 3 ? 'intron_variant' : 'missense_variant'}|MODERATE|${gene}|ENSG00000${genes.indexOf(gene)}|Transcript|${id}.2|protein_coding|7/21||${id}.2:c.${3 * codon}A>T|ENSP00000${transcript}.1:p.${from}${codon}${to}|${3 * codon}|${3 * codon}|${codon}|${from}/${to}|aAc/aTc|rs${variant}|${transcript === 1 ? 'YES' : ''}||`;
    });
    const alt = 5 + Math.floor(random() * 95);
    piece += `chr${1 + (variant % 22)}\t${1000 + variant}\t.\tA\tT\t60\t${random() < 0.9 ? 'PASS' : 'weak_evidence'}\tDP=200;CSQ=${annotations.join(',')}\tGT:AD:DP\t0/1:${100 - alt},${alt}:100\t0/0:100,0:100\n`;
    if (piece.length > 65_536) {
      yield piece;
      piece = '';
    }
  }
  yield piece;
}

async function* textOf(path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  for await (const bytes of createReadStream(path).pipe(createGunzip()))
    if (bytes instanceof Uint8Array) yield decoder.decode(bytes, { stream: true });
}

/** Runs one measurement in this process and prints it. */
async function measure(name: string): Promise<void> {
  const [kind, size = '0'] = name.split(':');
  const chunks = kind === 'vcf' ? madeVcf(Number(size)) : textOf(pancan);
  const reading = readFindings(chunks, kind === 'mafGene' ? { genes: ['KIT', 'MEN1'] } : {});
  const start = performance.now();
  let findings = 0;
  let read = 0;
  for await (const batch of reading.findings) {
    findings += batch.length;
    read += batch.filter((each) => 'alteration' in each && each.alteration !== undefined).length;
  }
  const seconds = (performance.now() - start) / 1000;
  const peakMegabytes = process.resourceUsage().maxRSS / 1024;
  const measured: Measured = { lines: reading.summary().lines, findings, read, seconds, peakMegabytes };
  process.stdout.write(JSON.stringify(measured));
}

function isMeasured(value: unknown): value is Measured {
  return typeof value === 'object' && value !== null && 'lines' in value && 'peakMegabytes' in value;
}

function measuredApart(name: string): Measured {
  const child = spawnSync(process.execPath, [fileURLToPath(import.meta.url), `--measure=${name}`], {
    cwd: home,
    encoding: 'utf8',
  });
  const value: unknown = child.status === 0 ? JSON.parse(child.stdout) : undefined;
  if (!isMeasured(value)) throw new Error(`${name} ended with ${child.status}: ${child.stderr}`);
  return value;
}

interface Row {
  readonly name: string;
  readonly what: string;
  /** At least so many lines a second. */
  readonly leastPerSecond: number;
}

/** No reader may take more, whatever the length of the file. */
const mostMegabytes = 300;

function runAll(): void {
  const rows: readonly Row[] = [
    { name: 'vcf:50000', what: 'VCF, 50,000 variants with 4 transcripts each', leastPerSecond: 10_000 },
    { name: 'vcf:200000', what: 'VCF, 200,000 variants', leastPerSecond: 10_000 },
    ...(existsSync(pancan)
      ? [
          { name: 'maf', what: 'MAF, TCGA pan-cancer, every row read', leastPerSecond: 20_000 },
          { name: 'mafGene', what: 'the same, two genes asked for', leastPerSecond: 100_000 },
        ]
      : []),
  ];
  if (!existsSync(pancan)) process.stderr.write(`${pancan} is not there: MAF is not measured\n`);
  const cpu = cpus()[0]?.model ?? 'processor not named';
  process.stdout.write(
    `${availableParallelism()} cores (${cpu}), Node ${process.versions.node}\n\n` +
      '| file | lines | findings | with an alteration | lines a second | least | peak memory | most | |\n' +
      '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |\n',
  );
  let isMissed = false;
  for (const { name, what, leastPerSecond } of rows) {
    const { lines, findings, read, seconds, peakMegabytes } = measuredApart(name);
    const rate = Math.round(lines / seconds);
    const misses = rate < leastPerSecond || peakMegabytes > mostMegabytes;
    isMissed ||= misses;
    process.stdout.write(
      `| ${what} | ${lines} | ${findings} | ${read} | ${rate} | ${leastPerSecond} | ${Math.round(peakMegabytes)} MB | ${mostMegabytes} MB | ${misses ? 'MISSED' : 'met'} |\n`,
    );
  }
  process.exitCode = isMissed ? 1 : 0;
}

const asked = process.argv.find((argument) => argument.startsWith('--measure='));
if (asked === undefined) runAll();
else await measure(asked.slice('--measure='.length));
