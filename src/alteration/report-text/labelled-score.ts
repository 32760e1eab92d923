/**
 * How well the reader of report text does on labelled paragraphs. A mention and a label belong together when their spans
 * overlap and they agree in kind and in gene or marker; each belongs to one other at most. Such a pair is right when
 * polarity and owner agree too. What a mention means in detail (`means`) is not compared.
 */
import { geneOf } from '../../genes/index.ts';
import { genesOfNotation } from '../notation.ts';
import type { LabelledMention } from './labelled-report.ts';
import type { MentionKind, ReportMention } from './report-mention.ts';

/** Counts of labels and mentions. */
export interface ScoreCounts {
  readonly labelled: number;
  readonly read: number;
  /** Pairs of a label and a mention. */
  readonly found: number;
  /** Pairs with the same polarity and owner. */
  readonly right: number;
}

/** Shares of the counts; 1 where there was nothing to find or nothing was read. */
export interface ScoreShares {
  readonly precision: number;
  readonly recall: number;
  readonly precisionWithPolarity: number;
  readonly recallWithPolarity: number;
}

/** A label, a mention, or both where they belong together. */
export interface ScoredPair {
  readonly label?: LabelledMention;
  readonly mention?: ReportMention;
}

/** Kinds with one subject only: there is nothing to compare but the place. */
const singleSubject: ReadonlySet<MentionKind> = new Set(['grade', 'ki67', 'mitoses']);
const shortestPrefix = 6;

const bare = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

/** The names in a subject, genes as approved symbols: `ETV6::NTRK3` is both, `HER2` is ERBB2. */
function namesOf(subject: string): readonly string[] {
  const whole = geneOf(subject);
  if (whole !== undefined) return [bare(whole.symbol)];
  const parts = subject.split(/::|[/,;+]|\s+and\s+|\s+or\s+/).filter((part) => part.trim() !== '');
  const byHyphen = parts.flatMap((part) => {
    const sides = part.split('-');
    const areGenes = sides.length > 1 && sides.every((side) => geneOf(side.trim()) !== undefined);
    return areGenes ? sides : [part];
  });
  return byHyphen.map((part) => bare(geneOf(part.trim())?.symbol ?? part));
}

const isSameName = (one: string, other: string): boolean =>
  one === other ||
  (Math.min(one.length, other.length) >= shortestPrefix && (one.startsWith(other) || other.startsWith(one)));

const chromosomeOf = (subject: string): string | undefined =>
  /(?:^|[^a-z0-9])(?:chromosome |chr ?)?(\d{1,2}|x|y)(?![0-9])/i.exec(subject)?.[1]?.toLowerCase();

/** Whether a label and a mention are about the same gene, marker, stain or chromosome. */
function agreeInSubject(label: LabelledMention, mention: ReportMention): boolean {
  const subject = label.gene ?? label.marker;
  if (subject === undefined || singleSubject.has(label.kind)) return true;
  if (label.kind === 'chromosomal') return chromosomeOf(subject) === chromosomeOf(mention.subject);
  const read = [
    ...namesOf(mention.subject),
    ...(mention.notation === undefined ? [] : genesOfNotation(mention.notation).map(bare)),
  ];
  return namesOf(subject).some((name) => read.some((other) => isSameName(name, other)));
}

const overlap = (one: { start: number; end: number }, other: { start: number; end: number }): number =>
  Math.min(one.end, other.end) - Math.max(one.start, other.start);

/**
 * Labels and mentions paired, the longest overlaps first; then what is left of either.
 *
 * @public
 */
export function pairMentions(
  labels: readonly LabelledMention[],
  mentions: readonly ReportMention[],
): readonly ScoredPair[] {
  const possible = labels
    .flatMap((label) => mentions.map((mention) => ({ label, mention, shared: overlap(label, mention) })))
    .filter(
      ({ label, mention, shared }) =>
        shared > 0 && label.kind === mention.kind && agreeInSubject(label, mention),
    )
    .toSorted((a, b) => b.shared - a.shared || a.label.start - b.label.start);
  const usedLabels = new Set<LabelledMention>();
  const usedMentions = new Set<ReportMention>();
  const pairs: ScoredPair[] = [];
  for (const { label, mention } of possible) {
    if (usedLabels.has(label) || usedMentions.has(mention)) continue;
    usedLabels.add(label);
    usedMentions.add(mention);
    pairs.push({ label, mention });
  }
  return [
    ...pairs,
    ...labels.filter((label) => !usedLabels.has(label)).map((label) => ({ label })),
    ...mentions.filter((mention) => !usedMentions.has(mention)).map((mention) => ({ mention })),
  ];
}

/** Whether both agree in polarity and owner. */
export const isRight = ({ label, mention }: ScoredPair): boolean =>
  label !== undefined &&
  mention !== undefined &&
  label.polarity === mention.polarity &&
  label.owner === mention.owner;

/** Whether a label or a mention says that something was found in this patient. */
export const isFoundInPatient = (each: LabelledMention | ReportMention | undefined): boolean =>
  each?.polarity === 'present' && each.owner === 'patient';

/** The counts of pairs, of one kind where it is named. */
export function countPairs(pairs: readonly ScoredPair[], kind?: MentionKind): ScoreCounts {
  const own = pairs.filter(({ label, mention }) => kind === undefined || (label ?? mention)?.kind === kind);
  return {
    labelled: own.filter(({ label }) => label !== undefined).length,
    read: own.filter(({ mention }) => mention !== undefined).length,
    found: own.filter(({ label, mention }) => label !== undefined && mention !== undefined).length,
    right: own.filter(isRight).length,
  };
}

const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);

/** Precision and recall, of the mentions alone and with their polarity and owner. */
export function sharesOf({ labelled, read, found, right }: ScoreCounts): ScoreShares {
  return {
    precision: share(found, read),
    recall: share(found, labelled),
    precisionWithPolarity: share(right, read),
    recallWithPolarity: share(right, labelled),
  };
}
