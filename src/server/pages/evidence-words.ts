/** Words and addresses that the evidence pages share: a study, a value of it, a finding each have one place to link to. */
import {
  citationYearText,
  type PrintedEvidence,
  type PrintedValue,
  type SelectedRate,
  type SourcePlace,
  type Study,
  sourcePlaceText,
} from '../../evidence/index.ts';
import type { AuditSection } from '../../report/index.ts';
import { type Insertion, type Markup, markup } from './markup.ts';
import { dateText } from './saved-time.ts';

/** With a capital letter, as a heading begins. */
export const asHeading = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A share as percent with one decimal. */
export const percentText = (share: number): string => `${(100 * share).toFixed(1)}%`;

/** What a date adds to the address of a page. */
export const asOfQuery = (asOf: string): string =>
  asOf === '' ? '' : `?${new URLSearchParams({ asOf }).toString()}`;

/** How many were left out because they were not known by a date; nothing where no date is asked. */
export const leftOutText = (
  asOf: string,
  counts: readonly (readonly [count: number, one: string, many: string])[],
): string =>
  asOf === ''
    ? ''
    : ` Left out, because not known by ${dateText(asOf)}: ${counts.map(([count, one, many]) => `${count} ${count === 1 ? one : many}`).join(', ')}.`;

export const studyHref = (id: string): string => `/evidence/studies/${encodeURIComponent(id)}`;
/** The place of the nth printed value on the page of its study, from 0. */
export const valueAnchor = (index: number): string => `v${index + 1}`;
/** The place of the nth printed comparison on the page of its study, from 0. */
export const comparisonAnchor = (index: number): string => `k${index + 1}`;
/** The place of the nth count on the page of its study, from 0. */
export const countAnchor = (index: number): string => `c${index + 1}`;
/** The place of the nth time or ratio on the page of its study, from 0. */
export const measureAnchor = (index: number): string => `m${index + 1}`;
/** A count as an address on the page of its study: its row, or the patients where it was counted from them. */
export function countHref(study: Study, result: SelectedRate['result']): string {
  const at = study.counts.indexOf(result);
  return `${studyHref(study.id)}#${at === -1 ? 'patients' : countAnchor(at)}`;
}
/** A count of a synthesis as a link to where it stands on the page of its study. */
export const rateLink = ({ study, result, words }: SelectedRate): Markup =>
  markup`<a href="${countHref(study, result)}">${words}</a>`;

/** Words in which each id of a list leads somewhere: an id counts as a whole word only. */
export function withLinks(text: string, hrefs: ReadonlyMap<string, string>): Insertion {
  return text.split(/((?<![\w-])[a-z0-9][a-z0-9-]*[a-z0-9](?![\w-]))/).map((word) => {
    const href = hrefs.get(word);
    return href === undefined ? word : markup`<a href="${href}">${word}</a>`;
  });
}

/** Things with commas between. */
export const listed = (items: readonly Insertion[]): Insertion =>
  items.map((item, at) => [at === 0 ? '' : ', ', item]);

export const statementAnchor = (id: string): string => `s-${id}`;

/** The place of a finding on the page of its study, by its id. */
export const findingAnchor = (id: string): string => `f-${id.split('/').slice(1).join('-')}`;

/** The places of the findings of a section, by their ids; two findings of one id are numbered. */
export function findingAnchors(section: AuditSection | undefined): readonly string[] {
  const seen = new Map<string, number>();
  return (section?.findings ?? []).map(({ finding }) => {
    const base = findingAnchor(finding.id);
    const times = (seen.get(base) ?? 0) + 1;
    seen.set(base, times);
    return times === 1 ? base : `${base}-${times}`;
  });
}

/** The nth study by authors and year, as a reader cites it. */
export const shortCitation = ({ citation, title }: Study): string =>
  `${citation.authors ?? title} ${citationYearText(citation)}`;

/** A number of patients: enrolled, and evaluable where it differs. */
export function sizeText({ population }: Study): string {
  const { enrolled, evaluable } = population;
  if (enrolled === undefined) return evaluable === undefined ? 'not said' : `${evaluable} evaluable`;
  return evaluable === undefined || evaluable === enrolled
    ? String(enrolled)
    : `${enrolled} (${evaluable} evaluable)`;
}

/** A value as printed, with its unit and interval. */
export function printedText(value: PrintedValue): string {
  const percent = value.as === 'percent' || value.as === 'curvePercent' ? '%' : '';
  const unit = 'unit' in value && value.unit !== undefined ? ` ${value.unit}` : '';
  const interval = 'interval' in value && value.interval !== undefined ? ` (${value.interval})` : '';
  return `${value.value}${percent}${unit}${interval}`;
}

const firstLine = ({ lines }: SourcePlace): number => Number(/^\d+/.exec(lines ?? '')?.[0] ?? 0);
/** The order of places within a paper. */
export const byLine = (a: SourcePlace, b: SourcePlace): number => firstLine(a) - firstLine(b);

/** A place in words; a table of a paper of the library links to that table. */
export function placeText(place: SourcePlace, tables: ReadonlySet<string>): Insertion {
  const words = sourcePlaceText(place);
  const { document, section } = place;
  if (section === undefined || !tables.has(`${document} ${section}`)) return words;
  return markup`<a href="${tableHref(document, section)}">${words}</a>`;
}

/** `/evidence/tables/004/1` for Table 1 of paper 004. */
export const tableHref = (document: string, id: string): string =>
  `/evidence/tables/${encodeURIComponent(document)}/${encodeURIComponent(id.replace(/^Table /, ''))}`;

const isSamePlace = (a: SourcePlace, b: SourcePlace): boolean =>
  sourcePlaceText(a) === sourcePlaceText(b) && a.text === b.text;

/** Which printed value of a study an evidence of the audit is; undefined where it is none of them. */
export function valueIndex(
  study: Study | undefined,
  { place, printed }: PrintedEvidence,
): number | undefined {
  const values = study?.printed?.values ?? [];
  const same = (value: PrintedValue): boolean => isSamePlace(value.place, place);
  const exact = values.findIndex((value) => same(value) && printed.startsWith(value.value));
  const at = exact === -1 ? values.findIndex(same) : exact;
  return at === -1 ? undefined : at;
}

/** The place of an evidence of the audit on the page of its study: a value or a comparison; undefined where it is none of them. */
export function evidenceAnchor(study: Study | undefined, evidence: PrintedEvidence): string | undefined {
  const value = valueIndex(study, evidence);
  if (value !== undefined) return valueAnchor(value);
  const comparisons = study?.printed?.comparisons ?? [];
  const at = comparisons.findIndex(({ place }) => isSamePlace(place, evidence.place));
  return at === -1 ? undefined : comparisonAnchor(at);
}

/** The further ways through the evidence, with the one on which the reader is. */
export function evidenceWays(current: string): Markup {
  const ways = [
    ['/evidence', 'Studies'],
    ['/evidence/audit', 'Audit'],
    ['/evidence/pool', 'Pool'],
    ['/evidence/statements', 'Statements'],
    ['/evidence/conflicts', 'Conflicts'],
  ] as const;
  return markup`<nav class="app-ways" aria-label="Evidence"><ul>${ways.map(
    ([href, words]) =>
      markup`<li><a href="${href}"${href === current ? markup` aria-current="page"` : undefined}>${words}</a></li>`,
  )}</ul></nav>`;
}

/** The line under the title of every evidence page; it is printed with it. */
export const researchLine = markup`<p class="app-count">Research use, for professionals. Print is never altered: what is printed, what was recomputed and what a curator says of it stand side by side.</p>`;
