/** How often a gene is mutated over several records: by exon among the mutated, by tumour type among those with a result. */
import type { CaseRecord } from '../case/index.ts';
import type { MutationPrevalenceData } from '../figures/index.ts';
import { exonsOfFinding, positiveFindings } from './finding-of-case.ts';
import { geneSymbolOf, mutationResultOf } from './gene-result.ts';
import { listedNote } from './listed-note.ts';
import { patientLabels } from './patient-label.ts';
import { sourceOfCases } from './source-of-case.ts';

type Panel = MutationPrevalenceData['panels'][number];

const exonText = (exons: readonly number[] | undefined): string =>
  exons === undefined || exons.length === 0 ? 'Exon not known' : `Exon ${exons.join('/')}`;

/** The data of a figure of prevalence, or why there are none. */
export function prevalenceOfCases(
  records: readonly CaseRecord[],
  gene: string,
): MutationPrevalenceData | string {
  const answered = records.filter((record) => mutationResultOf(record, gene) !== 'noAnswer');
  if (answered.length === 0) return `no record has a result for mutations of ${gene}`;
  const variants = answered.map((record) => ({
    record,
    exons: positiveFindings(record)
      .filter(
        (each) =>
          each.gene === gene &&
          (each.alteration?.kind === 'sequenceVariant' || each.alteration?.kind === 'exonChange'),
      )
      .map(({ alteration }) => exonText(exonsOfFinding(alteration))),
  }));
  const labelOf = patientLabels(records);
  const left = records.filter(
    (record) =>
      !answered.includes(record) && record.findings.some((finding) => geneSymbolOf(finding) === gene),
  );
  const germline = answered.filter((record) =>
    positiveFindings(record).some((each) => each.gene === gene && each.finding.origin === 'germline'),
  );
  const mutated = variants.filter(({ exons }) => exons.length > 0);
  const exonNames = [...new Set(mutated.flatMap(({ exons }) => exons))].sort((one, other) =>
    one.localeCompare(other, 'en', { numeric: true }),
  );
  const types = [
    ...new Set(answered.map((record) => record.diagnoses.at(-1)?.printed ?? 'Diagnosis not stated')),
  ];
  const byExon: readonly Panel[] =
    mutated.length === 0
      ? []
      : [
          {
            title: 'By exon',
            of: `patients with a ${gene} mutation`,
            order: 'given',
            rows: exonNames.map((label) => ({
              label,
              count: mutated.filter(({ exons }) => exons.includes(label)).length,
              tested: mutated.length,
            })),
          },
        ];
  return {
    title: `${gene} mutations in ${answered.length} records`,
    source: sourceOfCases(records),
    notes: [
      'Records are no sample of a population: who was chosen decides the shares',
      ...listedNote(`Not counted, without a result for mutations of ${gene}`, left.map(labelOf)),
      ...listedNote('Germline variant', germline.map(labelOf)),
    ],
    mutation: `${gene} mutation`,
    confidence: 0.95,
    panels: [
      ...byExon,
      {
        title: 'By tumour type',
        of: `patients with a result for ${gene}`,
        order: 'frequency',
        rows: types.map((label) => {
          const own = variants.filter(
            ({ record }) => (record.diagnoses.at(-1)?.printed ?? 'Diagnosis not stated') === label,
          );
          return { label, count: own.filter(({ exons }) => exons.length > 0).length, tested: own.length };
        }),
      },
    ],
  };
}
