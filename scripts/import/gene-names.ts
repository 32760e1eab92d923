/**
 * Writes the `imported` part of `knowledge/gene-models/names.yaml`: numbers in NCBI Gene of the genes that gene panels,
 * CIViC and the hotspots name, and their RefSeq accessions. Run by a maintainer, never by the program:
 *
 *     node scripts/import/gene-names.ts [DATA_FOLDER]
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { parseDocument } from 'yaml';
import { geneNamesFile } from '../../src/genes/index.ts';

const home = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const data = process.argv[2] ?? process.env['CAJAL_DATA'] ?? join(home, '..', 'shared', 'data');
const path = join(home, 'knowledge', 'gene-models', 'names.yaml');

const read = (file: string): string => {
  const bytes = readFileSync(join(data, file));
  return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
};

interface Gene {
  readonly entrezGeneId: number;
  readonly hugoGeneSymbol: string;
}
const isGene = (value: unknown): value is Gene =>
  typeof value === 'object' && value !== null && 'entrezGeneId' in value && 'hugoGeneSymbol' in value;
interface Panel {
  readonly genePanelId: string;
  readonly genes: readonly unknown[];
}
const isPanel = (value: unknown): value is Panel =>
  typeof value === 'object' && value !== null && 'genePanelId' in value && 'genes' in value;
const listOf = (text: string): readonly unknown[] => {
  const value: unknown = JSON.parse(text);
  return Array.isArray(value) ? value : [];
};

/** Panels in clinical use; a gene that stands on two of them is a gene that reports name. */
const clinicalPanels = new Set([
  'ACCESS129',
  'ARCHER-HEME-CV1',
  'ARCHER-SOLID-CV4',
  'Bait_UCSF500',
  'DFCI-ONCOPANEL-3.1',
  'FMI-T7',
  'FMI-D2',
  'FoundationOne',
  'GUARDANT_73',
  'IMPACT-HEME-468',
  'IMPACT505',
]);

const onPanels = new Map<string, number>();
for (const panel of listOf(read('cohorts/portal-dictionaries/gene-panels.json.gz')).filter(isPanel)) {
  if (!clinicalPanels.has(panel.genePanelId)) continue;
  for (const symbol of new Set(panel.genes.filter(isGene).map((gene) => gene.hugoGeneSymbol)))
    onPanels.set(symbol, (onPanels.get(symbol) ?? 0) + 1);
}
const wanted = new Set([...onPanels].filter(([, panels]) => panels >= 2).map(([symbol]) => symbol));
for (const line of read('civic/civic_predictive_2022-05-30.tsv').split('\n').slice(1)) {
  const symbol = line.split('\t')[0]?.replaceAll('"', '') ?? '';
  if (/^[A-Z0-9-]+$/.test(symbol)) wanted.add(symbol);
}
for (const line of read('hotspots/hotspots_v2_and_3d.txt').split('\n').slice(1))
  wanted.add(line.split('\t')[0] ?? '');

const document = parseDocument(readFileSync(path, 'utf8'));
const curated = geneNamesFile.omit({ imported: true }).loose().parse(document.toJS());
for (const { numbers } of curated.hgnc) for (const symbol of Object.keys(numbers)) wanted.add(symbol);
for (const { names } of curated.aliases) for (const symbol of Object.keys(names)) wanted.add(symbol);

const genes = listOf(read('cohorts/portal-dictionaries/genes.json.gz'))
  .filter(isGene)
  .filter((gene) => wanted.has(gene.hugoGeneSymbol) && gene.entrezGeneId > 0)
  .toSorted((a, b) => (a.hugoGeneSymbol < b.hugoGeneSymbol ? -1 : 1));
const symbols = new Set(genes.map((gene) => gene.hugoGeneSymbol));
const accessions = new Map<string, Set<string>>();
for (const line of read('gene-models/protein_domains.cancer_genes.tsv.gz').split('\n').slice(1)) {
  const [symbol = '', transcript = '', protein = ''] = line.split('\t');
  if (!symbols.has(symbol)) continue;
  accessions.set(symbol, (accessions.get(symbol) ?? new Set()).add(transcript).add(protein));
}
document.set(
  'imported',
  document.createNode({
    genes: {
      source:
        'NCBI Gene, through the dictionary of cBioPortal/datahub: genes on two or more of eleven clinical panels, in CIViC 2022-05-30 or in cancer hotspots v2',
      numbers: Object.fromEntries(genes.map((gene) => [gene.hugoGeneSymbol, gene.entrezGeneId])),
    },
    accessions: {
      source: 'RefSeq, through the domain table of maftools @ c8ff328 (MIT)',
      of: Object.fromEntries(
        [...accessions].map(([symbol, list]) => [
          symbol,
          [...list].filter((each) => /^N[MP]_/.test(each)).join(' '),
        ]),
      ),
    },
  }),
);
writeFileSync(path, document.toString({ lineWidth: 0 }));
process.stderr.write(`${genes.length} names; compile them now\n`);
