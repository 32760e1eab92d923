/**
 * What studies of one question borrow from each other: each by itself first, then under exchangeability models, the hierarchical
 * model and EXNEX, with the priors named, how much hangs on the prior of tau, and how often the rule would be wrong.
 */
import { type BorrowedRates, type BorrowedRatesReading, borrowRefusalText } from '../../evidence/index.ts';
import type { Issue } from '../../reading/index.ts';
import type { BorrowedShare, OperatingReading, ShareSummary } from '../../statistics/index.ts';
import { type PoolForm, poolFields, poolQuery } from '../evidence-question.ts';
import { evidenceTable, textField } from './evidence-table.ts';
import {
  asHeading,
  countAnchor,
  evidenceWays,
  percentText,
  plainName,
  researchLine,
  studyHref,
} from './evidence-words.ts';
import { issueList } from './issue-list.ts';
import type { Page } from './layout.ts';
import { type Insertion, type Markup, markup } from './markup.ts';

/** What the page shows. */
export interface BorrowView {
  readonly form: PoolForm;
  readonly words: string;
  /** As typed, in percent. */
  readonly nullRate: string;
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

function borrowedTables({ rates, borrowing, falsePositives }: BorrowedRates, cutoff: number): Insertion {
  const { baskets, prior, hierarchical, exnex, exchangeability, sensitivity } = borrowing;
  return markup`<h2 id="studies">Each study by itself, and with what it borrows</h2>
<p class="app-count">By itself: ${prior}. Hierarchical: ${hierarchical.ok ? hierarchical.model.prior : hierarchical.message}. EXNEX: ${exnex.ok ? exnex.model.prior : exnex.message}.${exchangeability.ok ? '' : ` Exchangeability models: ${exchangeability.message}.`} Mean and equal-tailed 95% interval.</p>
${evidenceTable(
  'Each study by itself, and with what it borrows',
  ['Study', 'Count', 'By itself', 'Exchangeability models', 'Hierarchical', 'EXNEX'],
  baskets.map(({ counts, unborrowed, ...others }, at) => {
    const rate = rates[at];
    return {
      cells: [
        rate === undefined
          ? String(at + 1)
          : markup`<a href="${studyHref(rate.study.id)}#${countAnchor(rate.study.counts.indexOf(rate.result))}">${rate.words}</a>`,
        `${counts.responses}/${counts.patients}`,
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
  rates.map(({ words }, at) => ({
    cells: [
      words,
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

function answered({ reading, cutoff }: BorrowView): Insertion {
  if (reading === undefined) return undefined;
  if (reading.ok) return borrowedTables(reading.borrowed, cutoff);
  const why = reading.reason === 'model' ? reading.refusal.message : borrowRefusalText(reading.reason);
  return markup`<p class="app-notice" role="status">Nothing is borrowed: ${why}.</p>`;
}

/** The page. */
export function evidenceBorrowPage(view: BorrowView): Page {
  const { form, words, nullRate, issue } = view;
  return {
    title: 'What studies borrow from each other',
    current: 'evidence',
    body: markup`<p class="app-crumbs"><a href="/evidence/pool${poolQuery(form)}">Pool</a> <span aria-hidden="true">/</span> ${asHeading(plainName(form.outcome))} in ${words}</p>
<h1>What studies borrow from each other</h1>
${evidenceWays('')}
<p class="app-lead">Each study stands by itself first. Borrowing takes the studies for exchangeable; where methods or priors disagree, the data do not decide. NET and NEC never borrow from each other, nor do sensitive and resistant variants.</p>
${researchLine}
<form class="app-sieve" method="get" action="/evidence/borrow" aria-label="Null rate">${poolFields(form).map(([name, value]) => markup`<input type="hidden" name="${name}" value="${value}">`)}
${textField('nullRate', 'Null rate, in percent', nullRate, 'The share that a study has to exceed, such as 20. The answer takes some seconds.', issue === undefined ? undefined : issueList([issue]))}
<p class="app-do"><button type="submit">Show</button></p></form>
${answered(view)}`,
  };
}
