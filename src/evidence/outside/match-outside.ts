/**
 * Statements of outside knowledge bases that speak of what a patient carries. The same criteria decide as everywhere: the
 * exact variant, the exon, the fusion with its kinase; what is only near is told apart and never counted as a match.
 */
import { genesOf, type Resolution, resolutions } from '../../alteration/index.ts';
import { type Criterion, type Explanation, evaluate, partsOf, type Subject } from '../../criteria/index.ts';
import { isKnownBy, type KnowledgeClock } from '../knowledge-clock.ts';
import { outsideStance } from './outside-stance.ts';
import type { OutsideStatement, OutsideStatements, PackSource } from './outside-statement.ts';

/** A statement with how near it is. */
export interface OutsideMatch {
  readonly source: PackSource;
  readonly statement: OutsideStatement;
  readonly truth: 'met' | 'unknown';
  /** The least exact fit among the parts that hold. */
  readonly resolution: Resolution | undefined;
  readonly explanation: Explanation;
  /** A statement about a drug of this one that fits more exactly and says the opposite, with its pack. */
  readonly contradictedBy?: Pick<OutsideMatch, 'source' | 'statement'>;
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
  /** The statements that `leftOut.unread` counts, so that they can be read by a person. */
  readonly unread: readonly UnreadStatement[];
}

/** A statement in a gene of the patient whose name is not matched by machine. */
export interface UnreadStatement {
  readonly source: PackSource;
  readonly statement: OutsideStatement;
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

/**
 * How near a criterion is met, or stays open: of a combination the part that is least exact, of alternatives the nearest one
 * that carries the answer. What is excluded makes nothing nearer.
 */
function resolutionOf(criterion: Criterion, explanation: Explanation): Resolution | undefined {
  if ('not' in criterion) return undefined;
  if (explanation.leaf !== undefined) return explanation.leaf.answer.resolution;
  const children = partsOf(criterion);
  const held = explanation.parts.flatMap((part, index) => {
    const child = children[index];
    const counts = 'any' in criterion ? part.truth === explanation.truth : part.truth !== 'unmet';
    return child === undefined || !counts ? [] : (resolutionOf(child, part) ?? []);
  });
  const byNearness = held.toSorted((a, b) => resolutions.indexOf(a) - resolutions.indexOf(b));
  return 'any' in criterion ? byNearness[0] : byNearness.at(-1);
}

/** The leaves that ask for something; what is excluded asks for nothing. */
function askedLeaves(explanation: Explanation): readonly Explanation[] {
  if (explanation.negates === true) return [];
  return explanation.leaf === undefined ? explanation.parts.flatMap(askedLeaves) : [explanation];
}

const isNear = (explanation: Explanation): boolean =>
  askedLeaves(explanation).some(({ leaf }) => leaf?.answer.resolution === 'sameCodonOtherAllele');

/**
 * Whether everything that is asked for was found, or hangs on a finding that was made and not on a test that was not.
 * Exclusions stay aside: a statement whose excluded change was not looked for is open, not absent.
 *
 * @returns undefined where nothing is asked for, only excluded.
 */
function isThere(criterion: Criterion, { truth, leaf, parts }: Explanation): boolean | undefined {
  if ('not' in criterion) return undefined;
  if (leaf !== undefined) {
    const { resolution } = leaf.answer;
    const touches = resolution !== undefined && resolution !== 'sameGene' && resolution !== 'none';
    return truth === 'met' || (truth === 'unknown' && touches);
  }
  const children = partsOf(criterion);
  const answers = parts.flatMap((part, index) => {
    const child = children[index];
    return child === undefined ? [] : (isThere(child, part) ?? []);
  });
  if (answers.length === 0) return undefined;
  return 'any' in criterion ? answers.includes(true) : !answers.includes(false);
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
  if (explanation.truth === 'unknown' && isThere(statement.when, explanation) !== true)
    return { kind: 'open' };
  const resolution = resolutionOf(statement.when, explanation);
  return { kind: 'shown', match: { source, statement, truth: explanation.truth, resolution, explanation } };
}

const rank = ({ truth, resolution }: OutsideMatch): number =>
  (truth === 'met' ? 0 : resolutions.length) +
  (resolution === undefined ? resolutions.length : resolutions.indexOf(resolution));

/** One speaks for the drug and the other against it, or one denies what the other says. */
function opposes(one: OutsideStatement, other: OutsideStatement): boolean {
  const stances = [outsideStance(one), outsideStance(other)];
  if (stances.includes('for') && stances.includes('against')) return true;
  const directions = [one.direction, other.direction];
  return (
    one.significance === other.significance &&
    directions.includes('supports') &&
    directions.includes('doesNotSupport')
  );
}

function sharesDrug(one: OutsideStatement, other: OutsideStatement): boolean {
  const names = new Set(one.drugs.map((drug) => drug.toLowerCase()));
  return other.drugs.some((drug) => names.has(drug.toLowerCase()));
}

/** "Any mutation is sensitive" beside "this one is resistant": the nearer statement is named with the wider one. */
function withContradiction(match: OutsideMatch, all: readonly OutsideMatch[]): OutsideMatch {
  const nearer = all.find(
    (other) =>
      rank(other) < rank(match) &&
      other.truth === 'met' &&
      opposes(other.statement, match.statement) &&
      sharesDrug(other.statement, match.statement),
  );
  return nearer === undefined
    ? match
    : { ...match, contradictedBy: { source: nearer.source, statement: nearer.statement } };
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
  const unread: UnreadStatement[] = [];
  for (const { source, statements } of packs)
    for (const statement of statements) {
      if (!statement.genes.some((gene) => genes.has(gene))) continue;
      const sorted = sort(source, statement, subject, question);
      if (sorted.kind === 'shown') matches.push(sorted.match);
      else counts[sorted.kind] += 1;
      if (sorted.kind === 'unread') unread.push({ source, statement });
    }
  const sorted = matches.toSorted(
    (a, b) =>
      rank(a) - rank(b) ||
      (a.statement.level < b.statement.level ? -1 : a.statement.level > b.statement.level ? 1 : 0) ||
      (a.statement.id < b.statement.id ? -1 : 1),
  );
  return { matches: sorted.map((match) => withContradiction(match, sorted)), leftOut: counts, unread };
}
