/**
 * Statements of outside knowledge bases that speak of what a patient carries. The same criteria decide as everywhere: the
 * exact variant, the exon, the fusion with its kinase; what is only near is told apart and never counted as a match.
 */
import { genesOf, type Resolution, resolutions } from '../../alteration/index.ts';
import { type Explanation, evaluate, leavesOf, type Subject } from '../../criteria/index.ts';
import { isKnownBy, type KnowledgeClock } from '../knowledge-clock.ts';
import type { OutsideStatement, OutsideStatements, PackSource } from './outside-statement.ts';

/** A statement with how near it is. */
export interface OutsideMatch {
  readonly source: PackSource;
  readonly statement: OutsideStatement;
  readonly truth: 'met' | 'unknown';
  /** The least exact fit among the parts that hold. */
  readonly resolution: Resolution | undefined;
  readonly explanation: Explanation;
  /** A statement about a drug of this one that fits more exactly and says the opposite. */
  readonly contradictedBy?: OutsideStatement;
}

/** What was not shown, and why. */
export interface OutsideLeftOut {
  /** Another allele of the same codon. */
  readonly otherAllele: number;
  /** Other changes of a gene that the patient carries a change of. */
  readonly otherChange: number;
  /** Of what was not tested, or a test can miss: nothing found speaks of it. */
  readonly open: number;
  /** Cited after the knowledge clock, or without a year where the clock is set. */
  readonly later: number;
  /** Names that could not be read, in genes of the patient. */
  readonly unread: number;
  /** The patient's own publication. */
  readonly own: number;
}

/** The matches of all packs. */
export interface OutsideMatches {
  readonly matches: readonly OutsideMatch[];
  readonly leftOut: OutsideLeftOut;
}

/** What is asked of the packs. */
export interface OutsideQuestion {
  readonly clock: KnowledgeClock;
  /** Publications about this very patient. */
  readonly ownPmids: readonly string[];
}

function patientGenes({ findings }: Subject): ReadonlySet<string> {
  return new Set(
    findings
      .filter(({ finding }) => finding.status === 'positive' || finding.status === 'equivocal')
      .flatMap(({ alteration }) => (alteration === undefined ? [] : genesOf(alteration))),
  );
}

/** True when the citation may have been known: its year has ended by the clock. */
function isKnown(statement: OutsideStatement, clock: KnowledgeClock): boolean {
  if (clock.kind === 'latest') return true;
  return statement.year !== undefined && isKnownBy(String(statement.year), clock);
}

function resolutionOf(explanation: Explanation): Resolution | undefined {
  const held = leavesOf(explanation).flatMap((leaf) =>
    leaf.leaf?.answer.resolution === undefined || leaf.truth === 'unmet' ? [] : [leaf.leaf.answer.resolution],
  );
  return held.toSorted((a, b) => resolutions.indexOf(b) - resolutions.indexOf(a))[0];
}

const isNear = (explanation: Explanation): boolean =>
  leavesOf(explanation).some((leaf) => leaf.leaf?.answer.resolution === 'sameCodonOtherAllele');

/** Whether what is open hangs on a finding that was made, and not on a test that was not. */
function touchesFinding(explanation: Explanation): boolean {
  return leavesOf(explanation).some(({ truth, leaf }) => {
    const resolution = leaf?.answer.resolution;
    return (
      truth === 'unknown' && resolution !== undefined && resolution !== 'sameGene' && resolution !== 'none'
    );
  });
}

type Sorted =
  | { readonly kind: 'shown'; readonly match: OutsideMatch }
  | { readonly kind: keyof OutsideLeftOut };

function sort(
  source: PackSource,
  statement: OutsideStatement,
  subject: Subject,
  { clock, ownPmids }: OutsideQuestion,
): Sorted {
  if (!isKnown(statement, clock)) return { kind: 'later' };
  if (statement.pmids.some((pmid) => ownPmids.includes(pmid))) return { kind: 'own' };
  if (statement.when === undefined) return { kind: 'unread' };
  const explanation = evaluate(statement.when, subject);
  if (explanation.truth === 'unmet') return { kind: isNear(explanation) ? 'otherAllele' : 'otherChange' };
  const resolution = resolutionOf(explanation);
  if (explanation.truth === 'unknown' && !touchesFinding(explanation)) return { kind: 'open' };
  return { kind: 'shown', match: { source, statement, truth: explanation.truth, resolution, explanation } };
}

const rank = ({ truth, resolution }: OutsideMatch): number =>
  (truth === 'met' ? 0 : resolutions.length) +
  (resolution === undefined ? resolutions.length : resolutions.indexOf(resolution));

const unfavourable = /resist|reduced|adverse|toxic|poor/i;

/** Whether a statement speaks for its drug. */
export function outsideSpeaksFor({ supports, significance }: OutsideStatement): boolean {
  return supports && !unfavourable.test(significance);
}

/** "Any mutation is sensitive" beside "this one is resistant": the nearer statement is named with the wider one. */
function withContradiction(match: OutsideMatch, all: readonly OutsideMatch[]): OutsideMatch {
  const nearer = all.find(
    (other) =>
      rank(other) < rank(match) &&
      other.truth === 'met' &&
      outsideSpeaksFor(other.statement) !== outsideSpeaksFor(match.statement) &&
      other.statement.drugs.some((drug) => match.statement.drugs.includes(drug)),
  );
  return nearer === undefined ? match : { ...match, contradictedBy: nearer.statement };
}

/**
 * The statements that speak of a patient's findings: met before open, the exact variant before wider ones, the base's
 * own level behind that. Support, resistance and "does not support" are matched alike.
 */
export function matchOutside(
  packs: readonly OutsideStatements[],
  subject: Subject,
  question: OutsideQuestion,
): OutsideMatches {
  const genes = patientGenes(subject);
  const counts = { otherAllele: 0, otherChange: 0, open: 0, later: 0, unread: 0, own: 0 };
  const matches: OutsideMatch[] = [];
  for (const { source, statements } of packs)
    for (const statement of statements) {
      if (!statement.genes.some((gene) => genes.has(gene))) continue;
      const sorted = sort(source, statement, subject, question);
      if (sorted.kind === 'shown') matches.push(sorted.match);
      else counts[sorted.kind] += 1;
    }
  const sorted = matches.toSorted(
    (a, b) =>
      rank(a) - rank(b) ||
      (a.statement.level < b.statement.level ? -1 : a.statement.level > b.statement.level ? 1 : 0) ||
      (a.statement.id < b.statement.id ? -1 : 1),
  );
  return { matches: sorted.map((match) => withContradiction(match, sorted)), leftOut: counts };
}
