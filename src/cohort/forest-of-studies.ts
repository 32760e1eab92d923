/**
 * Response rates of studies beside each other, each count with its exact interval (Clopper-Pearson) and what the source
 * prints. Nothing is pooled here: populations and denominators differ, and each row says which it has.
 */
import type { Study } from '../evidence/index.ts';
import type { ForestData } from '../figures/index.ts';
import { clopperPearson } from '../statistics/index.ts';

/** One decimal, as percent. */
const percent = (share: number): number => Math.round(share * 1000) / 10;

const nameOf = ({ citation, id }: Study): string =>
  `${citation.authors?.replace(/\s+et al\.?$/, '') ?? id} ${citation.year}`;

/** The forest of an outcome that studies count, or undefined where none counts it. */
export function forestOfStudies(
  studies: readonly Study[],
  outcome: Study['counts'][number]['outcome'] = 'objectiveResponse',
): ForestData | undefined {
  const rows = studies.flatMap((study) =>
    study.counts
      .filter((each) => each.outcome === outcome)
      .map(({ population, arm, count, of, denominator, printed, derived }) => {
        const { estimate, lower, upper } = clopperPearson(count, of, 0.95);
        const isSeveralArms = study.arms.length > 1;
        const armLabel = isSeveralArms && arm !== undefined ? `, ${arm}` : '';
        return {
          label: `${nameOf(study)}${armLabel}`,
          group: population?.words ?? study.population.words,
          n: `${count}/${of}`,
          estimate: percent(estimate),
          lower: percent(lower),
          upper: percent(upper),
          isSummary: false,
          printed: printed.slice(0, 300),
          remark: `${denominator === 'unstated' ? 'denominator not stated' : `of the ${denominator}`}${derived ? '; count worked out from what is printed' : ''}`,
        };
      }),
  );
  if (rows.length === 0) return undefined;
  const order = [...new Set(rows.map(({ group }) => group))];
  return {
    title: outcome === 'objectiveResponse' ? 'Objective response by study' : `${outcome} by study`,
    source: [...new Set(studies.map(({ readIn }) => `paper ${readIn.document}`))].join(', '),
    notes: ['Populations differ; nothing is pooled'],
    measure: 'Patients (%)',
    method: 'exact intervals (Clopper-Pearson)',
    scale: 'linear',
    rows: rows.toSorted((one, other) => order.indexOf(one.group) - order.indexOf(other.group)),
  };
}
