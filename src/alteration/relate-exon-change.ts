/**
 * Whole exons deleted, doubled or skipped, against a pattern. The skipping is of the transcript, the deletion of the
 * gene: a deletion of exon 14 leads to a transcript without it, a splice site variant may or may not.
 */
import type { ExonChange, PrintedClass, SequenceVariant } from './alteration.ts';
import type { PatternType } from './alteration-pattern.ts';
import { codonsOfExonChange, frameOfExonChange } from './relate-exon-frame.ts';
import { findingText } from './relate-text.ts';
import { fails, holds, open, type Relation } from './relation.ts';
import { factsOf } from './variant-facts.ts';

/** The exons and the change that a pattern names. */
export interface ExonChangeAsked {
  readonly exonChange: ExonChange['change'];
  readonly exons: readonly [from: number, to: number];
}

/** Relates whole exons changed to the ones asked for. */
export function relateExonChange(finding: ExonChange, { exonChange, exons }: ExonChangeAsked): Relation {
  const text = findingText(finding);
  const [from, to] = exons;
  const sameExons = finding.from === from && finding.to === to;
  const sameChange =
    finding.change === exonChange || (exonChange === 'skipping' && finding.change === 'deletion');
  if (sameExons && sameChange)
    return finding.transcript === undefined
      ? holds('exonChange', 'sameExons', `The finding is ${text}.`)
      : open(
          'exonChange',
          'exonNumbersOpen',
          'ambiguous',
          `${text} counts exons on its own transcript; whether they are the exons meant is open.`,
        );
  if (sameExons && finding.change === 'skipping' && exonChange === 'deletion')
    return open(
      'exonChange',
      'skippingIsNoDeletion',
      'notRecorded',
      `${text}: whether the gene itself lacks the exon is not reported.`,
    );
  const overlaps = finding.from <= to && from <= finding.to;
  return fails(overlaps ? 'overlapping' : 'sameGene', 'otherExons', `${text} is another change of exons.`);
}

const wholeExonClasses: ReadonlySet<PrintedClass> = new Set([
  'deletion',
  'duplication',
  'insertion',
  'indel',
  'spliceSite',
  'truncating',
]);

/** A splice site variant at an exon may make the transcript leave it out; only the RNA shows it. */
export function relateSpliceVariant(
  finding: SequenceVariant,
  { exonChange, exons: [from, to] }: ExonChangeAsked,
): Relation {
  const text = findingText(finding);
  const { exons: here, printedClass } = factsOf(finding);
  const isNamed = finding.protein !== undefined || finding.coding !== undefined;
  const isSplice = printedClass === 'spliceSite' || (finding.coding !== undefined && isAcross(finding));
  const touches = here === undefined || here.some((exon) => exon >= from - 1 && exon <= to + 1);
  if (exonChange === 'skipping' && isSplice && touches)
    return open(
      'exonChange',
      'spliceMaySkip',
      'notRecorded',
      `${text} may make the transcript leave the exon out; RNA shows it.`,
    );
  // Reports say "exon 14 mutation" of what makes the transcript skip it.
  const couldBe = printedClass === undefined || wholeExonClasses.has(printedClass);
  const covers = here === undefined || here.some((exon) => exon >= from && exon <= to);
  if (!isNamed && finding.region === undefined && couldBe && covers)
    return open(
      'exonChange',
      'wholeExons',
      'notRecorded',
      `The report does not name the variant; whether ${text} is the change of whole exons is open.`,
    );
  return fails('sameGene', 'otherKind', `${text} is a change within the sequence, not of whole exons.`);
}

/** Bases of the intron are changed as well. */
function isAcross({ coding }: SequenceVariant): boolean {
  return coding !== undefined && (coding.start.offset !== 0 || coding.end.offset !== 0);
}

/** Where a pattern asks for a mutation: its codons or exons, or the whole gene. */
export interface MutationAsked {
  readonly type?: PatternType;
  readonly codons?: readonly [number, number];
  readonly exons?: readonly number[];
}

const lostTypes: ReadonlySet<PatternType> = new Set(['any', 'deletion', 'inFrameDeletion', 'indel']);
const doubledTypes: ReadonlySet<PatternType> = new Set([
  'any',
  'insertion',
  'inFrameInsertion',
  'duplication',
  'internalTandemDuplication',
  'indel',
]);
const calledTypes: ReadonlySet<PatternType> = new Set(['activating', 'inactivating', 'oncogenic']);

function touches(finding: ExonChange, { codons, exons }: MutationAsked): boolean {
  if (exons !== undefined) return exons.some((exon) => exon >= finding.from && exon <= finding.to);
  if (codons === undefined) return true;
  const changed = codonsOfExonChange(finding);
  return changed === undefined || (changed.start <= codons[1] && codons[0] <= changed.end);
}

/**
 * Whole exons against a mutation that is asked for. A deletion that loses the frame is a truncation; whether any other
 * counts as the mutation that is meant is left open where its kind could be that, and it is not where it could not.
 */
export function relateWholeExons(finding: ExonChange, asked: MutationAsked): Relation {
  const text = findingText(finding);
  const type = asked.type ?? 'any';
  if (!touches(finding, asked)) return fails('sameGene', 'otherExons', `${text} lies elsewhere in the gene.`);
  if (type === 'truncating' && finding.change !== 'duplication') {
    const frame = frameOfExonChange(finding);
    const isRange = asked.codons !== undefined || asked.exons !== undefined;
    if (frame === 'lost' && !isRange)
      return holds('gene', 'wholeExonsFrameLost', `${text} loses the reading frame, which is a truncation.`);
    if (frame === 'kept')
      return fails('sameGene', 'wholeExonsFrameKept', `${text} keeps the reading frame: no truncation.`);
  }
  const couldBe =
    calledTypes.has(type) ||
    type === 'truncating' ||
    (finding.change === 'duplication' ? doubledTypes : lostTypes).has(type);
  if (!couldBe) return fails('sameGene', 'otherClass', `${text} is a change of whole exons.`);
  return open(
    'exonChange',
    'wholeExons',
    'ambiguous',
    `${text} changes whole exons; whether that counts as the mutation that is meant is open.`,
  );
}
