/**
 * Comparisons that the design cannot carry. Survival of responders against non-responders: a patient has to live long enough
 * to respond (Anderson, Cain and Gelber, J Clin Oncol 1983). Patients who were fit for a treatment against those who were not.
 * Results of different studies side by side, as if patients had been randomised. Treatments chosen for each patient, compared as
 * if allotted. A cause read from an association. A subgroup without a test of interaction.
 * "No difference" among so few patients that only a very large one could have been seen.
 */
import { smallestDetectableDifference } from '../../statistics/index.ts';
import type { PrintedComparison } from '../printed/index.ts';
import { type AuditedStudy, groupedBy, groupWords, largestSize, sizesOf } from './audited-study.ts';
import { type AuditAnswer, type AuditFinding, finding } from './finding.ts';

interface Flag {
  readonly certainty: AuditFinding['certainty'];
  readonly recomputed: string;
  readonly test: string;
  readonly explanation: string;
}

const powerTest = 'power of the comparison';

/** A study of more patients than this is not called small. */
const smallStudy = 100;

function sizesBetween(of: AuditedStudy, { between }: PrintedComparison): readonly number[] | undefined {
  const sizes = between.map((group) => sizesOf(of, group)[0]?.patients);
  return sizes.some((size) => size === undefined) ? undefined : sizes.flatMap((size) => size ?? []);
}

function noDifferenceFlag(of: AuditedStudy, comparison: PrintedComparison): readonly Flag[] {
  if (comparison.concludes !== 'noDifference') return [];
  const sizes = sizesBetween(of, comparison);
  const [whole] = comparison.between;
  const total =
    sizes?.reduce((sum, size) => sum + size, 0) ?? (whole === undefined ? undefined : largestSize(of, whole));
  if (total === undefined || total > smallStudy) return [];
  const [first, second] = sizes ?? [];
  const detectable =
    first === undefined || second === undefined || sizes?.length !== 2
      ? undefined
      : smallestDetectableDifference(first, second);
  return [
    {
      certainty: 'certain',
      recomputed:
        detectable === undefined
          ? `${total} patients`
          : `with ${first} and ${second} patients a difference of ${Math.round(100 * detectable)} percentage points around one half would be seen with a power of 80%, a smaller one less often`,
      test: powerTest,
      explanation: 'That no difference was found among so few patients does not show that there is none.',
    },
  ];
}

/** Words that name a cause. */
const causalWords =
  /\b(?:due to|caus(?:e|es|ed|ing)|because of|responsible for|result(?:s|ed)? from|owing to)\b/i;

function basisFlag(comparison: PrintedComparison): readonly Flag[] {
  switch (comparison.by) {
    case 'response':
      return [
        {
          certainty: 'certain',
          recomputed: 'responders are known to have lived until they responded',
          test: 'responders against non-responders (immortal time)',
          explanation:
            'Without a landmark or a time-dependent analysis the difference says little about treatment.',
        },
      ];
    case 'eligibility':
      return [
        {
          certainty: 'certain',
          recomputed: 'the groups differ in what made them eligible',
          test: 'treated against not eligible for the treatment',
          explanation: 'Fitness, liver function and burden of disease decide both treatment and survival.',
        },
      ];
    case 'otherStudies':
      return comparison.concludes === 'notConcluded'
        ? []
        : [
            {
              certainty: 'certain',
              recomputed: 'the groups come from different studies',
              test: 'results of different studies compared as if patients had been randomised',
              explanation: 'Sites, grades, lines of treatment and years differ between the studies.',
            },
          ];
    case 'subgroup':
      return comparison.interactionTested === true || comparison.concludes !== 'difference'
        ? []
        : [
            {
              certainty: 'likely',
              recomputed: 'no test of interaction is printed',
              test: 'effect in a subgroup without a test of interaction',
              explanation: 'A p value in one subgroup does not show that the effect is another one there.',
            },
          ];
    case 'treatmentChosen':
      return comparison.concludes === 'notConcluded'
        ? []
        : [
            {
              certainty: 'certain',
              recomputed: 'the treatments were chosen, not allotted',
              test: 'treatments chosen for each patient (confounding by indication)',
              explanation:
                'What decided the choice (fitness, site, year, centre) may decide the outcome; neither a difference nor the lack of one is that of the treatments.',
            },
          ];
    case 'biomarker':
      return causalWords.test(comparison.place.text ?? '')
        ? [
            {
              certainty: 'certain',
              recomputed:
                'patients with and without the marker were observed; what else tells them apart was not',
              test: 'a cause concluded from an association',
              explanation: 'Another feature that goes with the marker, such as the grade, may be the cause.',
            },
          ]
        : [];
    case 'randomisation':
    case 'differentiation':
    case 'noComparator':
      return [];
  }
}

/** Comparisons of the same groups on the same basis are one defect, however often they are drawn. */
const keyOf = ({ between, by }: PrintedComparison): string => `${by} ${between.join(' ')}`;

export function comparisonCheck(of: AuditedStudy): AuditAnswer {
  const comparisons = of.study.printed?.comparisons ?? [];
  const findings = [...groupedBy(comparisons, keyOf).values()].flatMap((same) => {
    const flags = new Map<string, { readonly flag: Flag; readonly raising: PrintedComparison[] }>();
    for (const comparison of same)
      for (const flag of [...basisFlag(comparison), ...noDifferenceFlag(of, comparison)]) {
        const known = flags.get(flag.test);
        if (known === undefined) flags.set(flag.test, { flag, raising: [comparison] });
        else known.raising.push(comparison);
      }
    const [first] = same;
    if (first === undefined) return [];
    const isCrossStudy = first.by === 'otherStudies';
    const kept = [...flags.values()].filter(({ flag }) => !(isCrossStudy && flag.test === powerTest));
    return kept.map(({ flag, raising }) =>
      finding({
        study: of.study.id,
        check: 'comparison',
        group: first.between.join('-v-'),
        about: `${[...new Set(raising.map((each) => each.of))].join(', ')} by ${first.by}: ${flag.test}`,
        outcome: 'unsupported',
        printed: raising.map(({ place, between }) => ({
          printed: place.text ?? between.map((id) => groupWords(of, id)).join(' against '),
          place,
        })),
        ...flag,
      }),
    );
  });
  return { findings, explained: [] };
}
