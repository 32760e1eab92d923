/** What Cajal is, how it comes to what it shows, which versions run, where the data live. */
import type { ServerParts } from '../server-parts.ts';
import { useStatement } from '../use-statement.ts';
import type { Page } from './layout.ts';
import { type Insertion, type Markup, markup } from './markup.ts';

const entry = (term: string, detail: Insertion): Markup =>
  markup`<div><dt>${term}</dt><dd>${detail}</dd></div>`;

/** The page. */
export function aboutPage({ store, knowledge, softwareVersion }: ServerParts): Page {
  const { evidence, options } = knowledge.base;
  const head = store.head();
  return {
    title: 'About',
    current: 'about',
    body: markup`<div class="app-prose"><h1>About Cajal</h1>
<p class="app-notice"><strong>${useStatement}</strong></p>
<p>An open molecular tumour board for neuroendocrine neoplasms and other rare tumours. It grades the tumour, says what each finding means for this tumour, and lists every option with the evidence for it and against it.</p>
<h2>Method</h2>
<ul>
<li>Results are taken as called and signed; no raw signal is read.</li>
<li>Unknown is a value: not tested, failed, pending and not covered are kept apart, and none of them counts as no. A grade is a range until its inputs are there.</li>
<li>A board sits at a decision point. The record is cut there, and so is the knowledge, unless another date is asked for.</li>
<li>A patient's own outcome is never evidence for that patient. Any source can be left out.</li>
<li>Evidence against an option, resistance and superseded statements are matched as the positive ones are. Counts are given for each population, never blended into one rate.</li>
<li>Evidence tiers are a curator's assignment or “not assigned”; schemes are never converted into one another.</li>
</ul>
<h2>Versions</h2>
<dl class="app-facts">${entry('Software', `Cajal ${softwareVersion}`)}${entry('Library', markup`<code>${knowledge.hash}</code>`)}${entry('Library holds', `${evidence.studies.length} studies, ${evidence.statements.length} statements, ${evidence.approvals.length} approvals, ${options.options.length} options, ${options.ladders.length} ladders`)}</dl>
<h2>Data</h2>
<dl class="app-facts">${entry('Records', markup`<code>${store.file}</code>`)}${entry('End of the audit chain', markup`entry ${head.sequence}, <code>${head.hash}</code>`)}</dl>
<p>The server answers this machine only. Nothing is sent elsewhere, and nothing of a patient is logged. Every version of a case is kept; <code>cajal store verify</code> proves the audit chain, <code>cajal store export FILE</code> writes everything into one file.</p>
<h2>For programs</h2>
<ul><li><a class="app-target" href="/api/v1/openapi.json">OpenAPI description</a></li><li><a class="app-target" href="/api/v1/schemas/case">JSON Schema of case files</a></li><li><a class="app-target" href="/api/v1/schemas/report">JSON Schema of reports</a></li></ul></div>`,
  };
}
