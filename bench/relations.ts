/**
 * 100,000 findings against every alteration that the library's statements name and 1,000 patterns of the kinds that public
 * knowledge bases hold, one by one and through the index by gene. The findings and the added patterns are made with a fixed
 * seed from the gene models; a finding is made anew for every round, so that nothing of it is known before.
 *
 *     node --disable-warning=ExperimentalWarning bench/relations.ts
 */
import { availableParallelism, cpus } from 'node:os';
import { fileURLToPath } from 'node:url';

const { alterationPattern, patternIndex, relateAlteration } = await import('../src/alteration/index.ts');
const { partsOf } = await import('../src/criteria/index.ts');
const { allGenes, geneOf, proteinLengthOf, residueAt } = await import('../src/genes/index.ts');
const { knowledgePlaces, loadKnowledge } = await import('../src/knowledge/index.ts');

type Alteration = Parameters<typeof relateAlteration>[0];
type AlterationPattern = Parameters<typeof relateAlteration>[1];
type Criterion = Parameters<typeof partsOf>[0];

const findingCount = 100_000;
const addedPatterns = 1_000;

/** Mulberry32: a small generator with a seed. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const genes = allGenes().flatMap((gene) => {
  const length = proteinLengthOf(gene);
  return length === undefined ? [] : [{ symbol: gene.symbol, length }];
});
const aminoAcids = 'ACDEFGHIKLMNPQRSTVWY';

function makers(random: () => number) {
  const pick = <T>(of: readonly T[]): T => {
    const found = of[Math.floor(random() * of.length)];
    if (found === undefined) throw new Error('nothing to pick from');
    return found;
  };
  const place = () => {
    const { symbol, length } = pick(genes);
    const position = 1 + Math.floor(random() * length);
    const gene = geneOf(symbol);
    const known = gene === undefined ? undefined : residueAt(gene, position);
    return { symbol, position, residue: known?.kind === 'known' && known.value !== '*' ? known.value : 'A' };
  };
  const finding = (): Alteration => {
    const { symbol, position, residue } = place();
    const at = { residue, position };
    const to = pick(aminoAcids.split('').filter((each) => each !== residue));
    const kind = random();
    const base = {
      kind: 'sequenceVariant',
      gene: symbol,
      printed: '',
      reference: { status: 'agrees' },
    } as const;
    if (kind < 0.7) return { ...base, protein: { kind: 'substitution', at, to } };
    if (kind < 0.8) return { ...base, protein: { kind: 'frameshift', at, to } };
    if (kind < 0.85) return { ...base, protein: { kind: 'deletion', start: at, end: at } };
    if (kind < 0.95)
      return { kind: 'copyNumber', gene: symbol, change: pick(['amplification', 'deletion']), printed: '' };
    return {
      kind: 'fusion',
      five: { gene: pick(genes).symbol },
      three: { gene: symbol },
      isOrderStated: true,
      printed: '',
    };
  };
  const pattern = (): AlterationPattern => {
    const { symbol: gene, position, residue } = place();
    const kind = random();
    const to = pick(aminoAcids.split('').filter((each) => each !== residue));
    if (kind < 0.55) return { gene, variant: `p.${residue}${position}${to}` };
    if (kind < 0.65) return { gene, codons: [position, position] };
    if (kind < 0.75) return { gene, anyMutation: true, type: pick(['truncating', 'any', 'activating']) };
    if (kind < 0.85) return { fusionOf: gene };
    return kind < 0.95 ? { gene, amplification: true } : { gene, exon: 1 + Math.floor(random() * 20) };
  };
  return { finding, pattern };
}

function alterationsIn(criterion: Criterion): readonly AlterationPattern[] {
  if (!('alteration' in criterion)) return partsOf(criterion).flatMap(alterationsIn);
  const { data } = alterationPattern.safeParse(criterion.alteration);
  return data === undefined ? [] : [data];
}

const home = fileURLToPath(new URL('..', import.meta.url));
const library = loadKnowledge(knowledgePlaces(home)).base.evidence.statements.flatMap(({ when }) =>
  alterationsIn(when),
);
const random = makers(generator(20_261_121));
const patterns = [...library, ...Array.from({ length: addedPatterns }, () => random.pattern())];

interface Round {
  readonly name: string;
  readonly milliseconds: number;
  readonly relations: number;
  readonly met: number;
}

function round(
  name: string,
  count: number,
  candidates: (finding: Alteration) => readonly AlterationPattern[],
): Round {
  const made = makers(generator(7));
  const findings = Array.from({ length: count }, () => made.finding());
  let relations = 0;
  let met = 0;
  const start = performance.now();
  for (const finding of findings)
    for (const pattern of candidates(finding)) {
      relations += 1;
      if (relateAlteration(finding, pattern).truth === 'met') met += 1;
    }
  return { name, milliseconds: performance.now() - start, relations, met };
}

const indexStart = performance.now();
const index = patternIndex(patterns, (pattern) => pattern);
const indexed = performance.now() - indexStart;
// The first rounds are for the compiler.
round('warm up', 5_000, index.candidates);
const rounds = [
  ...Array.from({ length: 3 }, () => round('through the index', findingCount, index.candidates)),
  round('every pattern, one by one', findingCount / 50, () => patterns),
];

const perSecond = (count: number, milliseconds: number): string =>
  Math.round((count / milliseconds) * 1000).toLocaleString('en-GB');
process.stdout.write(
  `${availableParallelism()} cores (${cpus()[0]?.model ?? 'processor not named'}), Node ${process.versions.node}\n` +
    `${patterns.length} patterns (${library.length} of the library), indexed in ${indexed.toFixed(0)} ms\n\n` +
    '| round | findings | relations | met | ms | findings a second | relations a second |\n' +
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n',
);
for (const { name, milliseconds, relations, met } of rounds) {
  const findings = name === 'through the index' ? findingCount : findingCount / 50;
  process.stdout.write(
    `| ${name} | ${findings} | ${relations} | ${met} | ${milliseconds.toFixed(0)} | ${perSecond(findings, milliseconds)} | ${perSecond(relations, milliseconds)} |\n`,
  );
}

/** Through the index, all findings within this many seconds. */
const mostSeconds = 5;
const slowest = Math.max(...rounds.slice(0, 3).map(({ milliseconds }) => milliseconds));
process.exitCode = slowest > mostSeconds * 1000 ? 1 : 0;
