/** What is shown beside a pooled share only where it is asked for: subgroups, the share after each report, influence. */
import {
  type ComparedFieldName,
  type RateInfluenceReading,
  type RateSynthesis,
  rateInfluenceRefusalText,
  type SubgroupShare,
  type WithoutStudy,
} from '../../evidence/index.ts';
import { fourDigits, readingText } from './evidence-pool-words.ts';
import { evidenceTable } from './evidence-table.ts';
import { rateLink } from './evidence-words.ts';
import { type Insertion, markup } from './markup.ts';

/** What was asked for; undefined where it was not. */
export interface PoolAsked {
  readonly subgroups:
    | { readonly field: ComparedFieldName; readonly shares: readonly SubgroupShare[] }
    | undefined;
  readonly cumulative: readonly WithoutStudy[] | undefined;
  readonly influence: RateInfluenceReading | undefined;
}

/** A count by its place as a link to its row on the page of its study; the words alone where the place has none. */
export function rateAt({ rates }: RateSynthesis, at: number, words: string): Insertion {
  const found = rates[at];
  return found === undefined ? words : rateLink(found.rate);
}

function subgroupSection({ subgroups }: PoolAsked): Insertion {
  if (subgroups === undefined) return undefined;
  const { field, shares } = subgroups;
  const title = `By ${field}, each by itself`;
  return markup`<h2 id="subgroups">${title}</h2>
<p class="app-count">They are studies beside each other, not randomised groups: a difference between them is one of studies, and is not tested.</p>
${evidenceTable(
  title,
  [field.charAt(0).toUpperCase() + field.slice(1), 'Studies', 'Pooled'],
  shares.map(({ value, studies, reading }) => ({ cells: [value, studies, readingText(reading)] })),
)}`;
}

function cumulativeSection(synthesis: RateSynthesis, { cumulative }: PoolAsked): Insertion {
  if (cumulative === undefined || cumulative.length === 0) return undefined;
  return markup`<h2 id="after-each">After each report</h2>
<p class="app-count">In the order of the years in which they were published.</p>
${evidenceTable(
  'After each report',
  ['With', 'Pooled'],
  cumulative.map(({ study, at, reading }) => ({
    cells: [rateAt(synthesis, at, study), readingText(reading)],
  })),
)}`;
}

const signed = (value: number | null): string => (value === null ? 'none' : value.toFixed(2));

function influenceSection({ influence }: PoolAsked): Insertion {
  if (influence === undefined) return undefined;
  if (!influence.ok)
    return markup`<h2 id="each-does">What each study does</h2>
<p>No measure of it: ${rateInfluenceRefusalText(influence.reason)}.</p>`;
  return markup`<h2 id="each-does">What each study does</h2>
<p class="app-count">To the pooled log odds, by leaving it out. Beyond a usual bound: DFFITS, Cook's distance, DFBETAS or weight (Viechtbauer and Cheung, Res Synth Methods 2010;1:112). An influential study is not for that reason a wrong one.</p>
${evidenceTable(
  'What each study does to the pooled log odds',
  [
    'Study',
    'Weight',
    'Distance from the others (rstudent)',
    'DFFITS',
    "Cook's distance",
    'Tau² without',
    'Influential',
  ],
  influence.rates.map(({ rate, influence: own }) => ({
    cells: [
      rateLink(rate),
      `${own.weightPercent.toFixed(1)}%`,
      signed(own.rstudent),
      signed(own.dffits),
      signed(own.cooksDistance),
      fourDigits(own.tau2Without),
      own.isInfluential ? 'yes' : 'no',
    ],
  })),
)}`;
}

/** The sections that were asked for. */
export const askedSections = (synthesis: RateSynthesis, asked: PoolAsked): Insertion => [
  subgroupSection(asked),
  cumulativeSection(synthesis, asked),
  influenceSection(asked),
];
