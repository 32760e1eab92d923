/** In what studies differ that stand together: one row a field, with the values and the studies that have each. */
import type { ComparedField, SelectedRate } from '../../evidence/index.ts';
import { evidenceTable } from './evidence-table.ts';
import { rateLink } from './evidence-words.ts';
import { type Insertion, markup } from './markup.ts';

const whoOf = (rates: readonly SelectedRate[], { at }: ComparedField['values'][number]): Insertion =>
  at.flatMap((place) => rates[place] ?? []).map((rate, nth) => [nth === 0 ? '' : '; ', rateLink(rate)]);

/**
 * The panel of some counts; nothing for a single one.
 *
 * @param rates the counts of which the panel is, in its order
 */
export function comparabilitySection(
  panel: readonly ComparedField[],
  rates: readonly SelectedRate[],
): Insertion {
  if (rates.length < 2) return undefined;
  const differing = panel.filter(({ differs, unsaid }) => differs || unsaid);
  const same = panel.filter(({ differs, unsaid }) => !differs && !unsaid);
  return markup`<h2 id="comparability">In what these studies differ</h2>
<p class="app-count">They differ, or do not say, in ${differing.length} of ${panel.length} fields.${same.length === 0 ? '' : ` The same in all: ${same.map(({ field }) => field).join(', ')}.`}</p>
${
  differing.length === 0
    ? undefined
    : evidenceTable(
        'In what these studies differ',
        ['Field', 'Values'],
        differing.map(({ field, values }) => ({
          cells: [
            field,
            values.map(
              (each) =>
                markup`<div><strong>${each.value}</strong> (${each.at.length}): ${whoOf(rates, each)}</div>`,
            ),
          ],
        })),
      )
}`;
}
