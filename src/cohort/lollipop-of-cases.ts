/** The variants of one gene over several records, on the protein of its model, by class or by best response. */
import type { CaseRecord } from '../case/index.ts';
import type { LollipopData } from '../figures/index.ts';
import { accessionOf, codonsOfExon, domainsOf, type GeneModel, proteinLengthOf } from '../genes/index.ts';
import { bestResponseTo } from './best-response-to.ts';
import { figureClass, findingLabel, firstResidue, positiveFindings } from './finding-of-case.ts';
import { mutationResultOf } from './gene-result.ts';
import { patientLabels } from './patient-label.ts';
import { severalCourses } from './several-courses.ts';
import { sourceOfCases } from './source-of-case.ts';

type Mutation = LollipopData['mutations'][number];

/** Coding exons as codons; the stop codon belongs to the last exon and not to the protein. */
const codingExons = (gene: GeneModel, length: number): LollipopData['exons'] => {
  const exons = (gene.transcripts[0]?.exons ?? []).flatMap((exon) => {
    const codons = codonsOfExon(exon);
    if (codons === undefined || codons.start > length) return [];
    return [{ number: exon.number, start: codons.start, end: Math.min(length, codons.end) }];
  });
  return exons.length === 0 ? null : exons;
};

/**
 * The data of a lollipop.
 *
 * @param treatment colours by the best response to it; by class of variant when absent.
 * @returns a sentence where the gene cannot be drawn: its protein's length is not known.
 */
export function lollipopOfCases(
  records: readonly CaseRecord[],
  gene: GeneModel,
  treatment?: string,
): LollipopData | string {
  const length = proteinLengthOf(gene);
  if (length === undefined)
    return `the length of the protein of ${gene.symbol} is not known, so nothing can be placed on it`;
  const mutations: Mutation[] = [];
  const notOnProtein: LollipopData['notOnProtein'] = [];
  const examined = records.filter((record) => mutationResultOf(record, gene.symbol) !== 'noAnswer');
  const labelOf = patientLabels(records);
  for (const record of records) {
    const patient = labelOf(record);
    const best = treatment === undefined ? undefined : bestResponseTo(record, treatment);
    const shared = { patient, patients: 1, bestResponse: best ?? ('notStated' as const) };
    for (const { finding, gene: symbol, alteration } of positiveFindings(record)) {
      if (symbol !== gene.symbol) continue;
      const position = firstResidue(alteration);
      const isPlaced = position !== undefined && position <= length;
      if (isPlaced && alteration?.kind === 'sequenceVariant')
        mutations.push({
          ...shared,
          label: findingLabel(finding),
          position,
          class: figureClass(alteration),
          isVus: false,
        });
      else notOnProtein.push({ ...shared, label: findingLabel(finding), isVus: false });
    }
  }
  const transcript = gene.transcripts[0];
  return {
    title:
      treatment === undefined
        ? `${gene.symbol} variants`
        : `${gene.symbol} variants and best response to ${treatment}`,
    source: sourceOfCases(records),
    notes: [
      'Variants as the records write them; a place is the first residue that the variant touches',
      ...severalCourses(records, treatment),
    ],
    gene: gene.symbol,
    ...(transcript === undefined ? {} : { reference: accessionOf(transcript) }),
    length,
    exons: codingExons(gene, length),
    domains: (domainsOf(gene) ?? []).map(({ label, start, end }) => ({ name: label, start, end })),
    ...(domainsOf(gene) === undefined ? {} : { domainSource: 'NCBI Conserved Domain Database' }),
    colourBy: treatment === undefined ? 'class' : 'bestResponse',
    ...(examined.length === 0 ? {} : { patientsExamined: examined.length }),
    mutations,
    notOnProtein,
  };
}
