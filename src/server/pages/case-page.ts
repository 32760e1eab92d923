/** A case as its report: decision points to move between, another question to ask, the report, other forms of it. */
import { type CaseReading, clockAt, cutCase } from '../../case/index.ts';
import type { Issue } from '../../reading/index.ts';
import type { BoardQuestion } from '../../report/index.ts';
import type { StoredCase } from '../../store/index.ts';
import { issueList } from './issue-list.ts';
import type { Page } from './layout.ts';
import { type Insertion, type Markup, markup } from './markup.ts';
import { dateText, savedTime } from './saved-time.ts';

/** What the page shows. */
export interface CaseView {
  readonly stored: StoredCase;
  /** The newest version, which may be a later one than is shown. */
  readonly newestVersion: number;
  readonly reading: CaseReading;
  readonly question: BoardQuestion;
  /** The report in HTML; absent where the question cannot be answered. */
  readonly report: Markup | undefined;
  /** Why there is no report. */
  readonly issues: readonly Issue[];
  /** Ids of studies that can be left out. */
  readonly studies: readonly string[];
}

/** The query of a board's question, with the version where it is not the newest. */
export function questionQuery(question: BoardQuestion, version?: number): string {
  const query = new URLSearchParams();
  if (question.at !== undefined) query.set('at', question.at);
  if (question.knowledgeAsOf !== undefined) query.set('knowledgeAsOf', question.knowledgeAsOf);
  for (const source of question.without) query.append('without', source);
  if (version !== undefined) query.set('version', String(version));
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

/** The decision points that a board at the clock knows of: the words of a later one would tell what happened. */
function pointsSeen({ question, reading }: CaseView): ReadonlySet<string> {
  const clock = clockAt(reading.record, question.at).value ?? { kind: 'now' };
  return new Set(cutCase(reading.record, clock).record.decisionPoints.map((point) => point.id));
}

function decisionPoints(view: CaseView, base: string, shownVersion: number | undefined): Markup {
  const { question, reading } = view;
  const { at: _at, ...rest } = question;
  const link = (
    at: string | undefined,
    label: string,
    question_: string,
    date: string | undefined,
  ): Markup => {
    const current = question.at === at ? markup` aria-current="true"` : undefined;
    const href = `${base}${questionQuery(at === undefined ? rest : { ...rest, at }, shownVersion)}`;
    return markup`<li><a href="${href}"${current}>${date === undefined ? undefined : markup`<span class="app-point-date">${date}</span>`}<span class="app-point-label">${label}</span><span class="app-second">${question_}</span></a></li>`;
  };
  const seen = pointsSeen(view);
  const points = reading.record.decisionPoints.map((point) =>
    seen.has(point.id)
      ? link(point.id, point.label, point.question, dateText(point.date.printed))
      : link(
          point.id,
          'A later point',
          'Its words are not shown at this clock',
          dateText(point.date.printed),
        ),
  );
  return markup`<nav class="app-points" aria-labelledby="points-title"><h2 id="points-title">Decision points</h2>
<ol>${points}${link(undefined, 'Whole record', 'Everything that is known now', undefined)}</ol></nav>`;
}

function questionForm(view: CaseView, base: string, shownVersion: number | undefined): Markup {
  const { question, studies } = view;
  const isPoint = view.reading.record.decisionPoints.some((point) => point.id === question.at);
  const isAsked =
    (question.at !== undefined && !isPoint) ||
    question.knowledgeAsOf !== undefined ||
    question.without.length > 0;
  return markup`<details class="app-question"${isAsked ? markup` open` : undefined}><summary>Ask differently</summary>
<form method="get" action="${base}">
<label for="at">Board sits at</label><input id="at" name="at" value="${question.at ?? ''}" autocomplete="off" aria-describedby="at-hint"><p class="app-hint" id="at-hint">A date (2012, 2012-07, 2012-07-31) or a decision point; empty for the whole record</p>
<label for="knowledgeAsOf">Knowledge as of</label><input id="knowledgeAsOf" name="knowledgeAsOf" value="${question.knowledgeAsOf ?? ''}" autocomplete="off" aria-describedby="known-hint"><p class="app-hint" id="known-hint">A date; empty for the date of the board</p>
<label for="without">Sources to leave out</label><input id="without" name="without" value="${question.without.join(', ')}" autocomplete="off" list="sources" aria-describedby="without-hint"><p class="app-hint" id="without-hint">Ids of studies or papers, with commas between</p>
<datalist id="sources">${studies.map((id) => markup`<option value="${id}"></option>`)}</datalist>
${shownVersion === undefined ? undefined : markup`<input type="hidden" name="version" value="${shownVersion}">`}<button type="submit">Show the report</button>
</form></details>`;
}

function otherForms(view: CaseView, base: string, shownVersion: number | undefined): Markup {
  const query = questionQuery(view.question, shownVersion);
  const id = encodeURIComponent(view.stored.id);
  return markup`<nav class="app-forms" aria-labelledby="forms-title"><h2 id="forms-title">This report</h2><ul>
<li><a href="${base}/print${query}">For print</a></li>
<li><a href="${base}/report.html${query}" download>One HTML file</a></li>
<li><a href="${base}/report.md${query}">Markdown</a></li>
<li><a href="/api/v1/cases/${id}/report${query}">JSON</a></li>
</ul><h2>This case</h2><ul>
<li><a href="${base}/follow-up${query}">Follow-up and timeline</a></li>
<li><a href="${base}/history">History</a></li>
<li><a href="${base}/edit">Change the record</a></li>
<li><a href="/api/v1/cases/${id}${shownVersion === undefined ? '' : `?version=${shownVersion}`}">Record as JSON</a></li>
</ul></nav>`;
}

function versionLine({ stored, newestVersion }: CaseView, base: string): Insertion {
  const saved = markup`Version ${stored.version}, saved ${savedTime(stored.savedAt)} by ${stored.author}`;
  if (stored.version === newestVersion) return markup`<p class="app-version">${saved}</p>`;
  return markup`<p class="app-version app-notice">${saved}. This is not the newest version. <a href="${base}">Show version ${newestVersion}</a></p>`;
}

/** The page. */
export function casePage(view: CaseView): Page {
  const { stored, reading, report, issues } = view;
  const base = `/cases/${encodeURIComponent(stored.id)}`;
  const shownVersion = stored.version === view.newestVersion ? undefined : stored.version;
  const refused = markup`<section class="app-refused" aria-labelledby="refused-title"><h1 id="refused-title">${reading.record.title}</h1><p>The question cannot be answered as it was asked.</p>${issueList(issues)}</section>`;
  return {
    title: reading.record.title,
    current: 'cases',
    hasReport: true,
    body: markup`<div class="app-case"><aside class="app-side" aria-label="Ways through this case">${decisionPoints(view, base, shownVersion)}
${questionForm(view, base, shownVersion)}
${otherForms(view, base, shownVersion)}</aside>
<div class="app-report">${versionLine(view, base)}${report ?? refused}</div></div>`,
  };
}
