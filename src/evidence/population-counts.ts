/**
 * Counts by population: how many of which patients responded to a drug, in groups that stay apart. Only studies that
 * print their patients one by one and did not choose them by outcome are counted; groups of different lineages or of
 * different molecular fit are never added up. Intervals are exact (Clopper and Pearson, Biometrika 1934).
 */
import {
  type Alteration,
  describeAlteration,
  exonsOf,
  genesOf,
  readAlteration,
  relateAlteration,
} from '../alteration/index.ts';
import type { Subject } from '../criteria/index.ts';
import { clopperPearson } from '../statistics/index.ts';
import { entity, type Lineage, lineageName } from '../tumour/index.ts';
import type { UsableStudy } from './evidence-base.ts';
import { armsWith, type DrugsAsked, isRateStudy } from './printed-counts.ts';
import type { Study, StudyPatient } from './study.ts';

/** How the patients of a group fit this patient's finding. `anyFinding`: where this patient has none to compare. */
export type GroupFit = 'sameVariant' | 'sameExon' | 'sameGene' | 'amplificationOnly' | 'anyFinding';

/** Responders of one group of one study. */
export interface PopulationCount {
  readonly study: Study;
  readonly fit: GroupFit;
  /** `melanoma, KIT exon 11`. */
  readonly words: string;
  readonly responders: number;
  readonly evaluable: number;
  readonly notEvaluable: number;
  /** Exact 95% interval; undefined where nobody was evaluable. */
  readonly interval: { readonly lower: number; readonly upper: number } | undefined;
  readonly patients: readonly string[];
  readonly sameLineage: boolean;
  readonly ownPatientTakenOut: boolean;
}

interface Group {
  readonly fit: GroupFit;
  readonly words: string;
  readonly includes: (row: readonly Alteration[]) => boolean;
}

const alterationsOf = (row: StudyPatient): readonly Alteration[] =>
  row.alterations.flatMap((text) => readAlteration(text).value ?? []);

const mutated = (row: readonly Alteration[], gene: string): boolean =>
  row.some((each) => each.kind === 'sequenceVariant' && each.gene === gene);

/** The groups that one finding of the patient is compared with, nearest first. */
function groupsOf(finding: Alteration, all: readonly Alteration[]): readonly Group[] {
  if (finding.kind === 'copyNumber') {
    if (finding.change !== 'amplification' || mutated(all, finding.gene)) return [];
    const pattern = { gene: finding.gene, amplification: true, alone: true } as const;
    return [
      {
        fit: 'amplificationOnly',
        words: `${finding.gene} amplification without mutation`,
        includes: (row) =>
          row.some((each) => relateAlteration(each, pattern, { otherFindings: row }).truth === 'met'),
      },
    ];
  }
  if (finding.kind !== 'sequenceVariant') return [];
  const { gene } = finding;
  const exact = describeAlteration(finding);
  const [exon, ...others] = exonsOf(finding) ?? [];
  const variant: Group = {
    fit: 'sameVariant',
    words: exact,
    includes: (row) =>
      row.some((each) => each.kind === 'sequenceVariant' && describeAlteration(each) === exact),
  };
  const ofExon: Group[] =
    exon === undefined || others.length > 0
      ? []
      : [
          {
            fit: 'sameExon',
            words: `${gene} exon ${exon}`,
            includes: (row) => row.some((each) => relateAlteration(each, { gene, exon }).truth === 'met'),
          },
        ];
  const ofGene: Group = {
    fit: 'sameGene',
    words: `any ${gene} mutation`,
    includes: (row) => mutated(row, gene),
  };
  return [variant, ...ofExon, ofGene];
}

const isResponse = (row: StudyPatient): boolean => row.response === 'CR' || row.response === 'PR';

function countRows(
  study: Study,
  rows: readonly StudyPatient[],
  group: Group,
  lineage: Lineage,
  subject: Subject,
  ownPatientTakenOut: boolean,
): PopulationCount {
  const evaluable = rows.filter((row) => row.evaluable);
  const responders = evaluable.filter(isResponse).length;
  const bounds = evaluable.length === 0 ? undefined : clopperPearson(responders, evaluable.length);
  return {
    study,
    fit: group.fit,
    words: `${lineageName(lineage)}, ${group.words}`,
    responders,
    evaluable: evaluable.length,
    notEvaluable: rows.length - evaluable.length,
    interval: bounds === undefined ? undefined : { lower: bounds.lower, upper: bounds.upper },
    patients: evaluable.map((row) => row.id),
    sameLineage: lineage === subject.disease.lineage,
    ownPatientTakenOut,
  };
}

/**
 * The counts of one study for one patient: every group of the patient's findings, lineage by lineage; a group of the
 * same variant, and one of the patient's own lineage, stand also when nobody is left in them.
 */
function countsOfStudy(
  { study, totalsIncludeOwnPatient }: UsableStudy,
  arms: ReadonlySet<string>,
  subject: Subject,
): readonly PopulationCount[] {
  const rows = study.patients
    .filter((row) => row.arm === undefined || arms.has(row.arm))
    .map((row) => ({ row, alterations: alterationsOf(row), lineage: entity(row.entity).lineage }));
  const positive = subject.findings.filter(({ finding }) => finding.status === 'positive');
  const own = positive.flatMap(({ alteration }) => (alteration === undefined ? [] : [alteration]));
  const studied = new Set(
    rows.flatMap((each) => each.alterations).flatMap((each) => (each.kind === 'fusion' ? [] : genesOf(each))),
  );
  const relevant = own.filter(
    (each) => each.kind !== 'fusion' && genesOf(each).some((gene) => studied.has(gene)),
  );
  const groups: readonly Group[] =
    studied.size === 0
      ? [{ fit: 'anyFinding', words: 'all patients printed one by one', includes: () => true }]
      : relevant.flatMap((finding) => groupsOf(finding, own));
  return groups.flatMap((group) => {
    const inGroup = rows.filter((each) => group.includes(each.alterations));
    const lineages = new Set(inGroup.map((each) => each.lineage));
    if (group.fit === 'sameVariant' && inGroup.length === 0)
      lineages.add(rows[0]?.lineage ?? subject.disease.lineage);
    if (group.fit !== 'sameVariant') lineages.add(subject.disease.lineage);
    return [...lineages].map((lineage) => {
      const ofLineage = inGroup.filter((each) => each.lineage === lineage).map((each) => each.row);
      return countRows(study, ofLineage, group, lineage, subject, totalsIncludeOwnPatient);
    });
  });
}

/** The counts of every study that gave these drugs in one arm and prints its patients. */
export function populationCounts(
  studies: readonly UsableStudy[],
  drugs: DrugsAsked,
  subject: Subject,
): readonly PopulationCount[] {
  return studies.flatMap((usable) => {
    const arms = armsWith(usable.study, drugs);
    if (arms.size === 0 || !isRateStudy(usable.study) || usable.study.patients.length === 0) return [];
    return countsOfStudy(usable, arms, subject);
  });
}
