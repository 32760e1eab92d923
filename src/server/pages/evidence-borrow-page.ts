/**
 * What studies of one question borrow from each other: each by itself first, then under exchangeability models, the hierarchical
 * model and EXNEX, with the priors named, how much hangs on the prior of tau, and how often the rule would be wrong.
 */
import {
  type BorrowBasket,
  type BorrowedRates,
  type BorrowedRatesReading,
  borrowRefusalText,
  libraryWords,
  type RateLeftOut,
  rateLeftOutText,
  sourcePlaceText,
} from '../../evidence/index.ts';
import type { Issue } from '../../reading/index.ts';
import type { BorrowedShare, OperatingReading, ShareSummary } from '../../statistics/index.ts';
import { type PoolForm, poolFields, poolQuery } from '../evidence-question.ts';
import { comparabilitySection } from './evidence-comparability.ts';
import { evidenceTable, textField } from './evidence-table.ts';
import { asHeading, countHref, evidenceWays, percentText, rateLink, researchLine } from './evidence-words.ts';
import { issueList } from './issue-list.ts';
import type { Page } from './layout.ts';
import { type Insertion, type Markup, markup } from './markup.ts';

/** What the page shows. */
export interface BorrowView {
  readonly form: PoolForm;
  readonly words: string;
  /** As typed, in percent. */
  readonly nullRate: string;
  /** Whether studies of different treatments may borrow from each other. */
  readonly acrossTreatments: boolean;
  /** Counts that do not stand here, with the reason of each. */
  readonly leftOut: readonly RateLeftOut[];
  readonly issue: Issue | undefined;
  readonly cutoff: number;
  readonly reading: BorrowedRatesReading | undefined;
}

const summaryText = ({ mean, equalTailed, aboveThreshold, effectivePatients }: ShareSummary): Markup =>
  markup`${percentText(mean)} (${percentText(equalTailed.lower)} to ${percentText(equalTailed.upper)})${aboveThreshold === null ? undefined : markup`<span class="app-second">above the null rate: ${percentText(aboveThreshold)}</span>`}<span class="app-second">worth ${effectivePatients.toFixed(1)} patients</span>`;

const borrowedText = (share: BorrowedShare | null): Insertion =>
  share === null
    ? 'not given'
    : markup`${summaryText(share.summary)}<span class="app-second">${share.borrowedPatients < 0 ? 'the others contradict it: ' : 'of them borrowed: '}${share.borrowedPatients.toFixed(1)}</span>`;

function falsePositiveText(reading: OperatingReading): string {
  if (!reading.ok) return `not enumerated: ${reading.message}`;
  const [scenario] = reading.scenarios;
  const any = scenario?.anyFalsePositive ?? null;
  return any === null
    ? 'not given'
    : `${percentText(any)} for any of them; each: ${(scenario?.baskets ?? []).map(({ declared }) => percentText(declared)).join(', ')} (${reading.outcomes} outcomes enumerated)`;
}

/** A count with its place. */
const countText = ({ rate }: BorrowBasket): Markup =>
  markup`${rate.count}/${rate.of}<span class="app-second">${sourcePlaceText(rate.result.place)}</span>`;

/** The patients that are counted, and why their number is another than the printed one. */
const denominatorText = ({ denominator, rate }: BorrowBasket): Markup =>
  markup`${denominator}${rate.result.inferred === undefined ? undefined : markup`<span class="app-second">inferred: ${rate.result.inferred}</span>`}`;

function borrowedTables(
  { rates, borrowing, falsePositives }: BorrowedRates,
  studies: readonly BorrowBasket[],
  cutoff: number,
): Insertion {
  const { baskets, prior, hierarchical, exnex, exchangeability, sensitivity } = borrowing;
  return markup`<h2 id="studies">Each study by itself, and with what it borrows</h2>
<p class="app-count">By itself: ${prior}. Hierarchical: ${hierarchical.ok ? hierarchical.model.prior : hierarchical.message}. EXNEX: ${exnex.ok ? exnex.model.prior : exnex.message}.${exchangeability.ok ? '' : ` Exchangeability models: ${exchangeability.message}.`} Mean and equal-tailed 95% interval.</p>
${evidenceTable(
  'Each study by itself, and with what it borrows',
  ['Study', 'Count', 'Denominator', 'By itself', 'Exchangeability models', 'Hierarchical', 'EXNEX'],
  baskets.map(({ counts, unborrowed, ...others }, at) => {
    const study = studies[at];
    return {
      cells: [
        study === undefined
          ? String(at + 1)
          : markup`${rateLink(study.rate)}<span class="app-second">${study.treatment}</span>`,
        study === undefined ? `${counts.responses}/${counts.patients}` : countText(study),
        study === undefined ? '' : denominatorText(study),
        unborrowed === null
          ? others.prediction === null
            ? 'no patients'
            : markup`prediction only: ${summaryText(others.prediction)}`
          : summaryText(unborrowed),
        borrowedText(others.exchangeability),
        borrowedText(others.hierarchical),
        borrowedText(others.exnex),
      ],
    };
  }),
)}
<h2 id="tau">How much hangs on the prior of tau</h2>
${evidenceTable(
  'How much hangs on the prior of tau',
  ['Study', ...sensitivity.map((each) => each.prior)],
  rates.map((rate, at) => ({
    cells: [
      rateLink(rate),
      ...sensitivity.map(({ reading }) => {
        const basket = reading.ok ? reading.model.baskets[at] : undefined;
        return basket === undefined
          ? 'not given'
          : `${percentText(basket.summary.mean)} (${percentText(basket.summary.equalTailed.lower)} to ${percentText(basket.summary.equalTailed.upper)})`;
      }),
    ],
  })),
)}
<h2 id="false-positives">How often the rule would be wrong</h2>
<p class="app-count">The rule calls a study active where P(share above the null rate) is over ${percentText(cutoff)}; here all true rates are the null rate.</p>
${evidenceTable(
  'How often the rule would be wrong',
  ['Method', 'False positives'],
  falsePositives.map(({ method, reading }) => ({ cells: [method, falsePositiveText(reading)] })),
)}`;
}

function refused(reading: Extract<BorrowedRatesReading, { readonly ok: false }>): Insertion {
  const { reason, baskets } = reading;
  const why = reason === 'model' ? reading.refusal.message : borrowRefusalText(reason);
  const isTreatment = reason === 'acrossTreatments' || reason === 'acrossDrugs';
  return markup`<p class="app-notice" role="status">Nothing is borrowed: ${why}${isTreatment ? '; ask for one regimen on the pool page, or tick "Across treatments"' : ''}.</p>
${
  baskets.length === 0
    ? undefined
    : evidenceTable(
        'What was counted',
        ['Study', 'Count', 'Denominator', 'Treatment', 'Selected by'],
        baskets.map((basket) => ({
          cells: [
            rateLink(basket.rate),
            countText(basket),
            denominatorText(basket),
            basket.treatment,
            basket.alterations,
          ],
        })),
      )
}`;
}

function leftOutSection(leftOut: readonly RateLeftOut[]): Insertion {
  const near = leftOut.filter(({ reason }) => reason !== 'otherPopulation' && reason !== 'otherTreatment');
  if (near.length === 0) return undefined;
  return markup`<h2 id="left-out">Not in, and why</h2>
${evidenceTable(
  'Not in, and why',
  ['Study', 'Count', 'Reason'],
  near.map(({ study, result, words, reason }) => ({
    cells: [
      markup`<a href="${countHref(study, result)}">${words}</a>`,
      `${result.count}/${result.of}`,
      rateLeftOutText(reason),
    ],
  })),
)}`;
}

/** Names the treatments where studies of several borrow. */
const acrossNotice = ({ treatments, baskets }: BorrowedRatesReading): Insertion =>
  treatments === 'same'
    ? undefined
    : markup`<p class="app-notice" role="status">Across treatments, because it was asked for: ${[...new Set(baskets.map(({ treatment }) => treatment))].join('; ')}.</p>`;

function answered({ reading, cutoff, leftOut }: BorrowView): Insertion {
  if (reading === undefined) return undefined;
  const { panel, baskets } = reading;
  return markup`${reading.ok ? [acrossNotice(reading), borrowedTables(reading.borrowed, baskets, cutoff)] : refused(reading)}
${comparabilitySection(
  panel,
  baskets.map(({ rate }) => rate),
)}
${leftOutSection(leftOut)}`;
}

/** The page. */
export function evidenceBorrowPage(view: BorrowView): Page {
  const { form, words, nullRate, acrossTreatments, issue } = view;
  return {
    title: 'What studies borrow from each other',
    current: 'evidence',
    body: markup`<p class="app-crumbs"><a href="/evidence/pool${poolQuery(form)}">Pool</a> <span aria-hidden="true">/</span> ${asHeading(libraryWords(form.outcome))} in ${words}</p>
<h1>What studies borrow from each other</h1>
${evidenceWays('')}
<p class="app-lead">Each study stands by itself first. Borrowing takes the studies for exchangeable; where methods or priors disagree, the data do not decide. NET and NEC never borrow from each other, nor do sensitive and resistant variants, nor patients selected by an alteration and others; different treatments only where it is asked for. Patients counted: ${form.denominator}.</p>
${researchLine}
<form class="app-sieve" method="get" action="/evidence/borrow" aria-label="Null rate">${poolFields(form).map(([name, value]) => markup`<input type="hidden" name="${name}" value="${value}">`)}
${textField('nullRate', 'Null rate, in percent', nullRate, 'The share that a study has to exceed, such as 20. The answer takes some seconds.', issue === undefined ? undefined : issueList([issue]))}
<div class="app-field app-tick"><input type="checkbox" id="acrossTreatments" name="acrossTreatments" value="yes"${acrossTreatments ? markup` checked` : undefined}><label for="acrossTreatments">Across treatments</label></div>
<p class="app-do"><button type="submit">Show</button></p></form>
${answered(view)}`,
  };
}
