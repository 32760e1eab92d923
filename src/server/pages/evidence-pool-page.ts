/** Shares of several studies, each and together: the form, and its answer with everything that speaks against pooling. */
import {
  describedTimes,
  fewestForPrediction,
  libraryWords,
  type ModelledShare,
  type RateSynthesis,
  rateLeftOutText,
  shareModelText,
} from '../../evidence/index.ts';
import { fewestForFunnel, type PredictionRule } from '../../statistics/index.ts';
import { type PoolForm, type PoolIssues, poolQuery } from '../evidence-question.ts';
import { comparabilitySection } from './evidence-comparability.ts';
import { askedSections, type PoolAsked, rateAt } from './evidence-pool-asked.ts';
import { evidencePoolForm, type PoolChoices } from './evidence-pool-form.ts';
import { bounds, cutNote, fourDigits, readingText } from './evidence-pool-words.ts';
import { evidenceTable } from './evidence-table.ts';
import {
  asHeading,
  countHref,
  evidenceWays,
  percentText,
  placeText,
  rateLink,
  researchLine,
  studyHref,
} from './evidence-words.ts';
import type { Page } from './layout.ts';
import { type Insertion, type Markup, markup } from './markup.ts';

/** What the page shows. */
export interface PoolView {
  readonly form: PoolForm;
  readonly issues: PoolIssues;
  readonly choices: PoolChoices;
  readonly tables: ReadonlySet<string>;
  /** Absent where nothing was asked, or not so that it can be answered. */
  readonly answer:
    | {
        readonly synthesis: RateSynthesis;
        readonly asked: PoolAsked;
        readonly words: string;
        readonly known: number;
        readonly forest: string;
      }
    | undefined;
}

const ruleWords: Readonly<Record<PredictionRule | 'beta', string>> = {
  normal: 'normal quantile',
  'k-1': 't quantile, k - 1 degrees of freedom',
  'k-2': 't quantile, k - 2 degrees of freedom',
  sameAsTest: 'quantile of the test of the pooled share',
  beta: 'the fitted beta distribution of true shares',
};
const pText = (p: number): string => (p < 0.0001 ? '< 0.0001' : p.toFixed(4));
function scatterText({ reading }: ModelledShare): string {
  if (!reading.ok || reading.pooled.heterogeneity === undefined) return '';
  const { tau2, q, qP, i2Percent, verdict } = reading.pooled.heterogeneity;
  const between = `tau² ${fourDigits(tau2)}`;
  if (q === undefined || qP === undefined || i2Percent === undefined) return between;
  return verdict
    ? `Q ${fourDigits(q)}, p ${pText(qP)}; I² ${i2Percent.toFixed(0)}%; ${between}`
    : `Q ${fourDigits(q)}, p ${pText(qP)}; ${between}. ${reading.pooled.studies} studies are too few to say how much they differ`;
}

function studiesTable({ rates }: RateSynthesis, tables: ReadonlySet<string>): Markup {
  return evidenceTable(
    'Studies',
    ['Study', 'Count', 'Share', 'Exact 95%', 'Printed', 'Denominator', 'Place'],
    rates.map(({ rate, share, lower, upper }) => ({
      cells: [
        rateLink(rate),
        `${rate.count}/${rate.of}`,
        percentText(share),
        bounds({ lower, upper }),
        rate.rows === undefined
          ? markup`<q>${rate.result.printed}</q>`
          : `${rate.rows.length} of its patients, by row: ${rate.result.printed}`,
        markup`${rate.result.denominator === 'unstated' ? 'not said' : rate.result.denominator}${rate.result.inferred === undefined ? undefined : markup`<span class="app-second">inferred: ${rate.result.inferred}</span>`}${rate.result.derived && rate.rows === undefined ? markup`<span class="app-second">count worked out from what is printed</span>` : undefined}${rate.namedAsPrinted === undefined ? undefined : markup`<span class="app-second">${rate.namedAsPrinted.printed} in print, by the curator ${rate.namedAsPrinted.curated}: ${rate.namedAsPrinted.reason}</span>`}`,
        placeText(rate.result.place, tables),
      ],
    })),
  );
}

function pooledTable({ pooled }: RateSynthesis): Markup {
  return evidenceTable(
    'Together, by model',
    ['Model', 'Share', '95% interval', 'Another study (prediction)', 'Scatter between studies'],
    pooled.map((each) => {
      const { reading, model } = each;
      if (!reading.ok) return { cells: [shareModelText(model), readingText(reading), '', '', ''] };
      const { share, interval, prediction, method, studies } = reading.pooled;
      return {
        cells: [
          method,
          percentText(share),
          bounds(interval),
          prediction === undefined
            ? studies < fewestForPrediction
              ? `none from ${studies} studies`
              : 'none by this model'
            : markup`${bounds(prediction)}<span class="app-second">${ruleWords[prediction.rule]}</span>`,
          scatterText(each),
        ],
      };
    }),
  );
}

function sensitivitySection(synthesis: RateSynthesis): Insertion {
  const { withoutEach, sensitivity } = synthesis;
  return [
    sensitivity.length === 0
      ? undefined
      : markup`<h2 id="sensitivity">Under other choices</h2>
${evidenceTable(
  'Under other choices',
  ['Choice', 'Studies', 'Pooled'],
  sensitivity.map(({ words, studies, reading }) => ({ cells: [words, studies, readingText(reading)] })),
)}`,
    withoutEach.length === 0
      ? undefined
      : markup`<h2 id="without">Leaving out one study</h2>
${evidenceTable(
  'Leaving out one study',
  ['Without', 'Pooled'],
  withoutEach.map(({ study, at, reading }) => ({
    cells: [rateAt(synthesis, at, study), readingText(reading)],
  })),
)}`,
  ];
}

function timesSection({ rates, question }: RateSynthesis, tables: ReadonlySet<string>): Insertion {
  const times = describedTimes(
    rates.map(({ rate }) => rate),
    question.reading,
  );
  if (times.length === 0) return undefined;
  return markup`<h2 id="times">Medians as printed, not pooled</h2>
<p class="app-count">A median has no weight, and a mean of medians is none.</p>
${evidenceTable(
  'Medians as printed',
  ['Study', 'Time', 'Printed', 'Interval', 'Place'],
  times.map(({ study, result, words }) => ({
    cells: [
      markup`<a href="${studyHref(study.id)}#measures">${words}</a>`,
      libraryWords(result.outcome),
      markup`<q>${result.printed}</q>`,
      result.intervalPrinted ?? '',
      placeText(result.place, tables),
    ],
  })),
)}`;
}

function leftOutSection({ leftOut }: RateSynthesis, tables: ReadonlySet<string>): Insertion {
  const near = leftOut.filter(({ reason }) => reason !== 'otherPopulation' && reason !== 'otherTreatment');
  const far = leftOut.length - near.length;
  if (leftOut.length === 0) return undefined;
  return markup`<h2 id="left-out">Not in, and why</h2>
${far === 0 ? undefined : markup`<p class="app-count">${far} further counts are of another population or treatment.</p>`}
${
  near.length === 0
    ? undefined
    : evidenceTable(
        'Not in, and why',
        ['Study', 'Count', 'Reason', 'Place'],
        near.map(({ study, result, words, reason }) => ({
          cells: [
            markup`<a href="${countHref(study, result)}">${words}</a>`,
            `${result.count}/${result.of}`,
            rateLeftOutText(reason),
            placeText(result.place, tables),
          ],
        })),
      )
}`;
}

function uncountedSection({ uncounted }: RateSynthesis, tables: ReadonlySet<string>): Insertion {
  if (uncounted.length === 0) return undefined;
  return markup`<h2 id="uncounted">Printed without a count that could be used</h2>
${evidenceTable(
  'Printed without a count that could be used',
  ['Study', 'Printed', 'Place'],
  uncounted.map(({ study, words, printed, place }) => ({
    cells: [
      markup`<a href="${studyHref(study.id)}#printed">${words}</a>`,
      markup`<q>${printed}</q>`,
      placeText(place, tables),
    ],
  })),
)}`;
}

function figures(view: PoolView, synthesis: RateSynthesis, description: string): Insertion {
  const query = poolQuery(view.form);
  const picture = (name: 'forest' | 'funnel', alt: string): Markup => {
    const href = `/evidence/pool/${name}.svg${query}`;
    const at = (width: number): string => `${href}&width=${width}`;
    return markup`<figure class="app-figure"><picture><source media="(max-width: 52rem)" srcset="${at(340)}"><img src="${at(960)}" alt="${alt}"></picture></figure>`;
  };
  const { length } = synthesis.rates;
  const allowed = length >= fewestForFunnel || (view.form.funnel && length >= 2);
  return markup`${picture('forest', description)}
<ul class="app-links"><li><a href="/evidence/pool.csv${query}" download>The studies as CSV</a></li><li><a href="/evidence/pool/forest.svg${query}">The forest as SVG</a></li><li><a href="/evidence/borrow${query}">What these studies borrow from each other</a></li></ul>
<h2 id="funnel">Funnel</h2>
<p>Shares stand against the number of patients: the error of a share and of its log odds is made from the share itself, so that a funnel on the logit scale leans by arithmetic alone (Hunter et al., J Clin Epidemiol 2014;67:897).</p>
${
  allowed
    ? picture('funnel', `Funnel of ${length} studies: share with the event against the number of patients.`)
    : length < 2
      ? markup`<p>One study has no funnel.</p>`
      : markup`<p>${length} studies are fewer than ${fewestForFunnel}: a lean could not be told from chance, and no funnel is drawn. <a class="app-target" href="/evidence/pool${poolQuery({ ...view.form, funnel: true })}#funnel">Draw it all the same</a></p>`
}`;
}

function answered(view: PoolView): Insertion {
  const { answer, tables } = view;
  if (answer === undefined) return undefined;
  const { synthesis, asked, words, known, forest } = answer;
  const { rates, question } = synthesis;
  const title = markup`<h2 id="result">${asHeading(libraryWords(question.outcome))} in ${words}</h2>
<p class="app-count" role="status">${rates.length} ${rates.length === 1 ? 'count answers' : 'counts answer'} the question, out of ${known} studies.</p>`;
  if (rates.length === 0)
    return markup`${title}<p class="app-empty">No study answers the question.</p>
${leftOutSection(synthesis, tables)}
${uncountedSection(synthesis, tables)}`;
  return markup`${title}
<p class="app-notice">Whether these studies may be pooled at all, no model tells. They are small, of different patients, and none compares the arms of another.</p>
${studiesTable(synthesis, tables)}
<h2 id="pooled">Together, by model</h2>
<p class="app-count">The models need not agree; each is named with its error.</p>
${pooledTable(synthesis)}
${cutNote(synthesis)}
${figures(view, synthesis, forest)}
${comparabilitySection(
  synthesis.panel,
  synthesis.rates.map(({ rate }) => rate),
)}
${askedSections(synthesis, asked)}
${sensitivitySection(synthesis)}
${timesSection(synthesis, tables)}
${leftOutSection(synthesis, tables)}
${uncountedSection(synthesis, tables)}`;
}

/** The page. */
export function evidencePoolPage(view: PoolView): Page {
  const { form, issues, choices } = view;
  const isWrong = Object.keys(issues).length > 0;
  return {
    title: 'Pool studies',
    current: 'evidence',
    body: markup`<h1>Pool studies</h1>
${evidenceWays('/evidence/pool')}
${researchLine}
${isWrong ? markup`<p class="app-refused" role="alert">The question cannot be read; what is wrong stands at its field.</p>` : undefined}
${evidencePoolForm(form, issues, choices)}
${answered(view)}`,
  };
}
