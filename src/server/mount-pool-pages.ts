/** The pool page with its figures and its studies as CSV; all of them answer the same query. */
import type { Context, Hono } from 'hono';
import { forestOfSynthesis, funnelOfSynthesis, tableOfSynthesis } from '../cohort/index.ts';
import {
  borrowRates,
  cumulativeShares,
  type RateSynthesis,
  rateInfluence,
  subgroupShares,
} from '../evidence/index.ts';
import { type Figure, forestFigure, funnelFigure, renderCsv, renderSvg } from '../figures/index.ts';
import { fewestForFunnel } from '../statistics/index.ts';
import { answerPool, type PoolForm, poolForm, regimensOf } from './evidence-question.ts';
import type { EvidenceShelf } from './evidence-shelf.ts';
import { figureWidth } from './figure-width.ts';
import { pageResponse, problemPageResponse } from './page-response.ts';
import { evidenceBorrowPage, evidencePoolPage } from './pages/index.ts';
import { issuesProblem, plainProblem } from './problem.ts';
import { figureSecurityPolicy } from './response-headers.ts';
import type { ServerParts } from './server-parts.ts';

/** A study is called active where P(share above the null rate) is over this. */
const activeCutoff = 0.95;

/** A rate in percent between 0 and 100, as a share; undefined where the text is none. */
function rateOf(text: string): number | undefined {
  const percent = Number(text.replace(/\s*%$/, ''));
  return /^\d{1,2}(?:\.\d{1,3})?\s*%?$/.test(text) && percent > 0 ? percent / 100 : undefined;
}

/** Mounts them. */
export function mountPoolPages(
  app: Hono,
  { softwareVersion }: ServerParts,
  shelf: () => EvidenceShelf,
): void {
  app.get('/evidence/pool', (context) => {
    const { studies, papers, tables } = shelf();
    const form = poolForm(context.req.query());
    const choices = { regimens: regimensOf(studies), papers };
    const isAsked = context.req.query('where') !== undefined || context.req.query('outcome') !== undefined;
    if (!isAsked) {
      const empty = evidencePoolPage({ form, issues: {}, choices, tables, answer: undefined });
      return pageResponse(empty, softwareVersion);
    }
    const answer = answerPool(form, studies, papers);
    if (!answer.ok) {
      const page = evidencePoolPage({ form, issues: answer.issues, choices, tables, answer: undefined });
      return pageResponse(page, softwareVersion, 400);
    }
    const { synthesis, words, known, main, field } = answer;
    const data = forestOfSynthesis(synthesis, words);
    const forest = data === undefined ? '' : forestFigure(data).description;
    const asked = {
      subgroups: field === undefined ? undefined : { field, shares: subgroupShares(synthesis, field, main) },
      cumulative: form.cumulative ? cumulativeShares(synthesis, main) : undefined,
      influence: form.influence ? rateInfluence(synthesis, main) : undefined,
    };
    const shown = { synthesis, asked, words, known: known.length, forest };
    return pageResponse(
      evidencePoolPage({ form, issues: {}, choices, tables, answer: shown }),
      softwareVersion,
    );
  });

  /** The answer to the query of a request, or a page that says what is wrong with it. */
  const asked = (
    context: Context,
  ): { synthesis: RateSynthesis; words: string; form: PoolForm } | Response => {
    const { studies, papers } = shelf();
    const form = poolForm(context.req.query());
    const answer = answerPool(form, studies, papers);
    if (answer.ok) return { synthesis: answer.synthesis, words: answer.words, form };
    return problemPageResponse(issuesProblem(Object.values(answer.issues).flat(), 400), softwareVersion);
  };
  const svg = (figure: Figure): Response =>
    new Response(renderSvg(figure), {
      headers: {
        'Content-Type': 'image/svg+xml; charset=utf-8',
        'Content-Security-Policy': figureSecurityPolicy,
      },
    });
  const nothing = (detail: string): Response =>
    problemPageResponse(plainProblem(404, detail), softwareVersion);

  app.get('/evidence/pool/forest.svg', (context) => {
    const found = asked(context);
    if (found instanceof Response) return found;
    const data = forestOfSynthesis(found.synthesis, found.words);
    if (data === undefined) return nothing('No study answers the question; there is no forest to draw.');
    return svg(forestFigure(data, { width: figureWidth(context) }));
  });
  app.get('/evidence/pool/funnel.svg', (context) => {
    const found = asked(context);
    if (found instanceof Response) return found;
    const { synthesis, words, form } = found;
    const { length } = synthesis.rates;
    const isFew = length < fewestForFunnel;
    const data = isFew && !form.funnel ? undefined : funnelOfSynthesis(synthesis, words, isFew);
    if (data === undefined)
      return nothing(
        `${length} studies are fewer than ${fewestForFunnel}: a lean could not be told from chance, and no funnel is drawn.`,
      );
    return svg(funnelFigure(data, { width: figureWidth(context) }));
  });
  app.get('/evidence/borrow', (context) => {
    const found = asked(context);
    if (found instanceof Response) return found;
    const { synthesis, words, form } = found;
    const nullRate = (context.req.query('nullRate') ?? '').trim().slice(0, 20);
    const threshold = rateOf(nullRate);
    const acrossTreatments = (context.req.query('acrossTreatments') ?? '') !== '';
    const { leftOut } = synthesis;
    const view = { form, words, nullRate, acrossTreatments, leftOut, cutoff: activeCutoff };
    if (threshold === undefined) {
      const message = `"${nullRate}" is no rate; write percent above 0 and below 100, such as 20`;
      const issue =
        nullRate === '' ? undefined : ({ code: 'wrong-value', severity: 'error', message } as const);
      const page = evidenceBorrowPage({ ...view, issue, reading: undefined });
      return pageResponse(page, softwareVersion, issue === undefined ? 200 : 400);
    }
    const rates = synthesis.rates.map(({ rate }) => rate);
    const { reading } = synthesis.question;
    const borrowed = borrowRates(rates, { reading, threshold, cutoff: activeCutoff, acrossTreatments });
    return pageResponse(
      evidenceBorrowPage({ ...view, issue: undefined, reading: borrowed }),
      softwareVersion,
    );
  });
  app.get('/evidence/pool.csv', (context) => {
    const found = asked(context);
    if (found instanceof Response) return found;
    return new Response(renderCsv(tableOfSynthesis(found.synthesis)), {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': 'attachment; filename="pool.csv"',
      },
    });
  });
}
