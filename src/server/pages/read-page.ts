/** A pasted report with what was read in it: the text with every mention marked, and a table of them. Nothing is kept. */
import {
  mentionKindWords,
  type Owner,
  type Polarity,
  type ReportMention,
  type ReportReading,
} from '../../alteration/index.ts';
import { issueList } from './issue-list.ts';
import type { Page } from './layout.ts';
import { type Insertion, markup } from './markup.ts';

/** What the page shows; without a reading, the empty form. */
export interface ReadText {
  readonly text: string;
  readonly reading?: ReportReading;
}

const polarityWords: Readonly<Record<Polarity, string>> = {
  present: 'found',
  absent: 'not found',
  pending: 'pending',
  notTested: 'not tested',
  failed: 'no result',
  equivocal: 'equivocal',
  hypothetical: 'a possibility',
};
const ownerWords: Readonly<Record<Owner, string>> = {
  patient: 'the patient',
  family: 'a relative',
  others: 'other cases',
  control: 'a control',
};
/** One kind of mark: found in the patient, looked for and not found, of somebody else, all the rest. */
function toneOf({ polarity, owner }: ReportMention): string {
  if (owner !== 'patient') return 'other';
  if (polarity === 'present') return 'found';
  return polarity === 'absent' ? 'absent' : 'open';
}

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly of: (words: string) => Insertion;
}

/** The text with its marks; one that begins within another stands in the table only. */
function markedText(text: string, { mentions, uninterpreted }: ReportReading): Insertion {
  const marks: readonly Mark[] = [
    ...mentions.map((mention, index) => ({
      ...mention,
      of: (words: string) =>
        markup`<mark class="app-said app-said-${toneOf(mention)}"><a href="#mention-${index + 1}">${words}<sup>${index + 1}</sup></a></mark>`,
    })),
    ...uninterpreted.map((span) => ({
      ...span,
      of: (words: string) =>
        markup`<mark class="app-said app-said-unread" title="not understood">${words}</mark>`,
    })),
  ].toSorted((one, other) => one.start - other.start || other.end - one.end);
  const pieces: Insertion[] = [];
  let from = 0;
  for (const { start, end, of } of marks) {
    if (start < from) continue;
    pieces.push(text.slice(from, start), of(text.slice(start, end)));
    from = end;
  }
  return [...pieces, text.slice(from)];
}

const cell = (label: string, words: Insertion): Insertion => markup`<td data-label="${label}">${words}</td>`;

function mentionRow(mention: ReportMention, index: number): Insertion {
  const { text, kind, subject, means, polarity, owner, certainty, assumptions, alternatives } = mention;
  const notes = [
    certainty === 'hedged' ? 'the text itself is not sure' : '',
    ...assumptions,
    ...alternatives.map((other) => `could also be ${other}`),
  ].filter((note) => note !== '');
  return markup`<tr id="mention-${index + 1}"><th scope="row">${index + 1}. <q>${text}</q></th>${cell('Of', subject)}${cell('Kind', mentionKindWords[kind])}${cell('Says', means)}${cell('Result', markup`<span class="app-badge app-said-${toneOf(mention)}">${polarityWords[polarity]}</span>`)}${cell('Whose', ownerWords[owner])}${cell('Note', notes.join('; '))}</tr>`;
}

function shown(text: string, reading: ReportReading): Insertion {
  const { mentions, uninterpreted, issues } = reading;
  const unread =
    uninterpreted.length === 0
      ? undefined
      : markup`<h3>Not understood</h3><ul>${uninterpreted.map(({ text: words, why }) => markup`<li><q>${words}</q>: ${why}</li>`)}</ul>`;
  const table =
    mentions.length === 0
      ? markup`<p class="app-empty">No mention of an alteration, a marker, a stain, a grade or a count was found.</p>`
      : markup`<div class="app-table-frame" role="region" aria-label="Mentions" tabindex="0"><table class="app-mentions"><thead><tr><th scope="col">Words</th><th scope="col">Of</th><th scope="col">Kind</th><th scope="col">Says</th><th scope="col">Result</th><th scope="col">Whose</th><th scope="col">Note</th></tr></thead><tbody>${mentions.map(mentionRow)}</tbody></table></div>`;
  return markup`<section aria-labelledby="reading-title"><h2 id="reading-title">What was read</h2>
${issues.length === 0 ? undefined : issueList(issues)}
<p>Check each line against its words. The reader finds most mentions and not all, and can err in result or owner.</p>
<p class="app-legend"><mark class="app-said app-said-found">found in the patient</mark> <mark class="app-said app-said-absent">looked for, not found</mark> <mark class="app-said app-said-open">open: pending, failed, not tested, equivocal or a possibility</mark> <mark class="app-said app-said-other">of relatives, other cases or controls</mark> <mark class="app-said app-said-unread">not understood</mark></p>
<div class="app-text">${markedText(text, reading)}</div>
${table}
${unread}</section>`;
}

/** The page. */
export function readPage({ text, reading }: ReadText): Page {
  return {
    title: 'Read a report',
    current: 'read',
    body: markup`<h1>Read a report</h1>
<p class="app-lead">Paste the text of a pathology or sequencing report. Every alteration, marker, stain, grade and count is listed with its result and whose it is. Nothing is kept or sent anywhere; leave names out all the same.</p>
${reading === undefined ? undefined : shown(text, reading)}
<form class="app-edit" method="post" action="/read">
<div class="app-field"><label for="text">${reading === undefined ? 'Text of the report' : 'Read another text'}</label><textarea id="text" name="text" rows="${reading === undefined ? 16 : 8}" required spellcheck="false" autocapitalize="off" autocomplete="off">
${text}</textarea></div>
<p><button type="submit">Read</button></p>
</form>`,
  };
}
