/**
 * Mentions of a report as proposals for a case file: only what the text says of the patient, each with the words it was
 * read from, to be checked by a person. What is not proposed is given with its reason.
 */
import type { Polarity, ReportMention } from '../../alteration/index.ts';
import { biomarkerKinds, type Place } from '../../case/index.ts';
import { findingId } from '../../formats/index.ts';
import type { MarkerStatus } from '../../truth/index.ts';
import { proposedChange } from './read-proposed-change.ts';
import { areaIn, type CountStatus, countIn, countStatusOf, percentIn } from './read-proposed-count.ts';
import { foundMarkerStatus, markerValue } from './read-proposed-marker.ts';
import { type LineAndColumn, linesOf, onOneLine } from './read-text.ts';

/** Why a mention is not among the proposals. */
export const notProposedReasons = {
  notOfPatient: 'not of the patient',
  possibility: 'a possibility or general knowledge, not a result',
  noGene: 'names no gene or chromosome',
  several: 'says several things at once; enter each by hand',
  unread: 'in no form that a record takes; enter it by hand',
  noResult: 'gives no result that decides; enter it by hand',
  noPlace: 'a record has no place for it',
  repeated: 'says again what an entry says',
  tooMany: 'the record takes 300 findings',
} as const;
export type NotProposedReason = keyof typeof notProposedReasons;

/** Where an entry stands, and what to know of it. */
interface Read {
  readonly place: Place;
}

interface ReadWithNote extends Read {
  readonly note?: string;
}

/** What a text proposes for a record. */
export interface Proposals {
  readonly findings: readonly (ReadWithNote & {
    readonly id: string;
    readonly gene: string;
    readonly alteration: string;
    readonly status: MarkerStatus;
  })[];
  readonly biomarkers: readonly (ReadWithNote & {
    readonly marker: string;
    readonly status: MarkerStatus;
    readonly value?: string;
    readonly scoring?: string;
  })[];
  readonly stains: readonly (Read & { readonly marker: string; readonly status: MarkerStatus })[];
  readonly ki67: readonly (Read & { readonly status: CountStatus; readonly percent?: string })[];
  readonly mitoses: readonly (Read & { readonly status: CountStatus; readonly count?: string })[];
  readonly grades: readonly (Read & { readonly printed: string })[];
  readonly notProposed: readonly { readonly mention: ReportMention; readonly reason: NotProposedReason }[];
}

const mostFindings = 300;

const statuses: Readonly<Record<Exclude<Polarity, 'hypothetical'>, MarkerStatus>> = {
  present: 'positive',
  absent: 'negative',
  pending: 'pending',
  notTested: 'notTested',
  failed: 'failed',
  equivocal: 'equivocal',
};

type Entry =
  | { readonly list: 'findings'; readonly entry: Omit<Proposals['findings'][number], 'id'> }
  | { readonly list: 'biomarkers'; readonly entry: Proposals['biomarkers'][number] }
  | { readonly list: 'stains'; readonly entry: Proposals['stains'][number] }
  | { readonly list: 'ki67'; readonly entry: Proposals['ki67'][number] }
  | { readonly list: 'mitoses'; readonly entry: Proposals['mitoses'][number] }
  | { readonly list: 'grades'; readonly entry: Proposals['grades'][number] };

function noteOf({ certainty, assumptions, alternatives }: ReportMention): { readonly note?: string } {
  const parts = [
    ...(certainty === 'hedged' ? ['the text is not sure'] : []),
    ...assumptions.map((each) => `assumed: ${each}`),
    ...alternatives.map((each) => `or: ${each}`),
  ];
  return parts.length === 0 ? {} : { note: parts.join('; ').slice(0, 2000) };
}

const given = <Name extends string, Value>(
  name: Name,
  value: Value | undefined,
): { readonly [key in Name]?: Value } => {
  const entries: { [key in Name]?: Value } = {};
  if (value !== undefined) entries[name] = value;
  return entries;
};

function patternIn(words: string): 'retained' | 'lost' | 'overexpressed' | undefined {
  if (/\b(?:retained|preserved|intact)\b/i.test(words)) return 'retained';
  if (/\b(?:lost|loss)\b/i.test(words)) return 'lost';
  return /overexpress/i.test(words) ? 'overexpressed' : undefined;
}

function entryOf(mention: ReportMention, place: Place): Entry | NotProposedReason {
  const { kind, polarity, owner, means, subject } = mention;
  if (owner !== 'patient') return 'notOfPatient';
  if (polarity === 'hypothetical') return 'possibility';
  switch (kind) {
    case 'variant':
    case 'copyNumber':
    case 'fusion':
    case 'exonChange':
    case 'chromosomal': {
      const change = proposedChange(mention.notation);
      if (typeof change === 'string') return change;
      const { gene, alteration, isDenied } = change;
      const status = isDenied && polarity === 'present' ? 'negative' : statuses[polarity];
      return { list: 'findings', entry: { gene, alteration, status, place, ...noteOf(mention) } };
    }
    case 'marker': {
      const name = mention.notation?.kind === 'marker' ? mention.notation.marker : subject;
      const marker = biomarkerKinds.find((each) => each === name);
      if (marker === undefined) return 'noPlace';
      const status = polarity === 'present' ? foundMarkerStatus(mention) : statuses[polarity];
      if (status === undefined) return 'noResult';
      const words = polarity === 'present' ? markerValue(mention) : {};
      return { list: 'biomarkers', entry: { marker, status, ...words, place, ...noteOf(mention) } };
    }
    case 'ihc': {
      if (subject === '' || subject.length > 40) return 'unread';
      const words = {
        ...given('intensity', /(?<![\d.])[0-3]\+(?![/\d])/.exec(means)?.[0]),
        ...given('cellsPercent', percentIn(means)),
        ...given('pattern', patternIn(`${means} ${mention.text}`)),
      };
      return { list: 'stains', entry: { marker: subject, status: statuses[polarity], ...words, place } };
    }
    case 'ki67': {
      const status = countStatusOf(polarity);
      const percent = percentIn(means);
      if (status === undefined || (status === 'counted' && percent === undefined)) return 'noResult';
      return { list: 'ki67', entry: { status, ...given('percent', percent), place } };
    }
    case 'mitoses': {
      const status = countStatusOf(polarity);
      const count = countIn(means);
      if (status === undefined || (status === 'counted' && count === undefined)) return 'noResult';
      const words = status === 'counted' ? { ...given('count', count), ...given('per', areaIn(means)) } : {};
      return { list: 'mitoses', entry: { status, ...words, place } };
    }
    case 'grade':
      if (polarity !== 'present' || means === '' || means.length > 40) return 'noResult';
      return { list: 'grades', entry: { printed: means, place } };
    case 'expression':
      return 'noPlace';
    default:
      return kind satisfies never;
  }
}

function placeOf(mention: ReportMention, document: string, lineAt: (at: number) => LineAndColumn): Place {
  const first = lineAt(mention.start).line;
  const last = lineAt(Math.max(mention.start, mention.end - 1)).line;
  const text = onOneLine(mention.text);
  const lines = first === last ? String(first) : `${first}-${last}`;
  return { document, lines, ...(text === '' ? {} : { text }) };
}

/**
 * The proposals that a text makes. An entry that says the same as an earlier one is not proposed again.
 *
 * @param document the name of the text, for the place of each entry.
 */
export function proposalsOf(text: string, mentions: readonly ReportMention[], document: string): Proposals {
  const lineAt = linesOf(text);
  const ids = new Set<string>();
  const seen = new Set<string>();
  const findings: Proposals['findings'][number][] = [];
  const biomarkers: Proposals['biomarkers'][number][] = [];
  const stains: Proposals['stains'][number][] = [];
  const ki67: Proposals['ki67'][number][] = [];
  const mitoses: Proposals['mitoses'][number][] = [];
  const grades: Proposals['grades'][number][] = [];
  const notProposed: Proposals['notProposed'][number][] = [];

  const put = (made: Entry): NotProposedReason | undefined => {
    const key = JSON.stringify({ ...made, entry: { ...made.entry, place: undefined, note: undefined } });
    if (seen.has(key)) return 'repeated';
    if (made.list === 'findings' && findings.length >= mostFindings) return 'tooMany';
    seen.add(key);
    switch (made.list) {
      case 'findings':
        findings.push({ id: findingId(made.entry.gene, made.entry.alteration, ids), ...made.entry });
        return undefined;
      case 'biomarkers':
        biomarkers.push(made.entry);
        return undefined;
      case 'stains':
        stains.push(made.entry);
        return undefined;
      case 'ki67':
        ki67.push(made.entry);
        return undefined;
      case 'mitoses':
        mitoses.push(made.entry);
        return undefined;
      case 'grades':
        grades.push(made.entry);
        return undefined;
      default:
        return made satisfies never;
    }
  };

  for (const mention of mentions) {
    const made = entryOf(mention, placeOf(mention, document, lineAt));
    const reason = typeof made === 'string' ? made : put(made);
    if (reason !== undefined) notProposed.push({ mention, reason });
  }
  return { findings, biomarkers, stains, ki67, mitoses, grades, notProposed };
}
