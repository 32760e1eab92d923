/**
 * The landscape of several records: genes by patients. A gene counts as tested in a patient where an assay that was done
 * covers it for small variants and copy number; where the coverage is not stated, nothing is concluded from no finding.
 */
import { type CaseRecord, reachOf } from '../case/index.ts';
import type { OncoprintData } from '../figures/index.ts';
import { bestResponseTo } from './best-response-to.ts';
import { findingLabel, oncoprintKind, positiveFindings } from './finding-of-case.ts';
import { geneSymbolOf, openFindings } from './gene-result.ts';
import { listedNote } from './listed-note.ts';
import { patientLabels } from './patient-label.ts';
import { severalCourses } from './several-courses.ts';
import { sourceOfCases } from './source-of-case.ts';

const isTested = (record: CaseRecord, gene: string): boolean =>
  openFindings(record, gene).length === 0 &&
  record.assays.some(
    (assay) =>
      assay.status === 'done' &&
      (['smallVariant', 'copyNumber'] as const).every(
        (event) => reachOf(assay, { event, gene }) === 'detects',
      ),
  );

const isNotTested = (record: CaseRecord, gene: string): boolean => {
  const own = record.findings.filter((finding) => geneSymbolOf(finding) === gene);
  return own.length > 0 && own.every(({ status }) => status === 'notTested');
};

/** The data of an oncoprint; a treatment adds the row of best responses. */
export function oncoprintOfCases(records: readonly CaseRecord[], treatment?: string): OncoprintData | string {
  const patientOf = patientLabels(records);
  const alterations: OncoprintData['alterations'] = [];
  const left: string[] = [];
  for (const record of records)
    for (const { finding, gene, alteration } of positiveFindings(record)) {
      const shown = oncoprintKind(alteration);
      if (shown === undefined) left.push(`${patientOf(record)}: ${finding.gene} ${finding.alteration}`);
      else
        alterations.push({
          ...shown,
          patient: patientOf(record),
          gene,
          label: findingLabel(finding),
          isVus: false,
        });
    }
  const genes = [...new Set(alterations.map(({ gene }) => gene))];
  if (genes.length === 0) return 'no record has a positive finding that an oncoprint could show';
  const open = records.flatMap((record) =>
    genes.flatMap((gene) =>
      openFindings(record, gene)
        .filter(({ status }) => status !== 'notTested')
        .map(({ alteration, status }) => `${patientOf(record)}: ${gene} ${alteration} (${status})`),
    ),
  );
  const response = treatment === undefined ? [] : [`Best response to ${treatment}`];
  return {
    title: 'Genomic landscape',
    source: sourceOfCases(records),
    notes: [
      ...listedNote('Not shown', left),
      ...listedNote('Without a result', open),
      ...severalCourses(records, treatment),
    ],
    genes,
    geneOrder: 'frequency',
    patientOrder: 'memo',
    clinicalRows: ['Diagnosis', ...response],
    patients: records.map((record) => {
      const best = treatment === undefined ? undefined : bestResponseTo(record, treatment);
      const diagnosis = record.diagnoses.at(-1)?.printed;
      return {
        id: patientOf(record),
        clinical: {
          ...(diagnosis === undefined ? {} : { Diagnosis: diagnosis }),
          ...(best === undefined || best === 'notStated' ? {} : { [response[0] ?? '']: best }),
        },
        tested: genes.filter((gene) => isTested(record, gene)),
        notTested: genes.filter(
          (gene) =>
            isNotTested(record, gene) &&
            !alterations.some((each) => each.patient === patientOf(record) && each.gene === gene),
        ),
      };
    }),
    alterations,
  };
}
