/**
 * Reads one molecular finding as reports write it. Nothing is guessed: a text of which any part is not understood gives
 * an error that names the part, and a finding that contradicts the reference is kept as printed with a warning.
 */
import type { Reading } from '../reading/index.ts';
import type { Alteration, SequenceVariant } from './alteration.ts';
import { unparsable } from './alteration-issues.ts';
import { type AlterationContext, readSingle } from './read-single.ts';

/**
 * Reads one finding.
 *
 * @returns the finding, or undefined with an error that says what to write instead. Warnings: a residue or base that
 *   does not stand in the reference (with suggestions that are never used to match), notations that disagree, exon
 *   numbers that fit several junctions, a gene that is not in the catalogue.
 * @example readAlteration('V560del', { gene: 'KIT' }).value // { kind: 'sequenceVariant', gene: 'KIT', exon: 11, ... }
 */
export function readAlteration(printed: string, context: AlterationContext = {}): Reading<Alteration> {
  const { value, issues } = readSingle(printed, context);
  if (value === undefined) return { value, issues };
  switch (value.kind) {
    case 'sequenceVariant':
      return isPlaceAlone(value)
        ? refused(
            printed,
            'it names a residue but not what became of it. For any change of it write "V600 mutation".',
          )
        : { value, issues };
    case 'copyNumber':
    case 'fusion':
    case 'exonChange':
    case 'chromosomal':
      return { value, issues };
    case 'wildType':
      return refused(printed, 'it says that the gene is not changed; record the status "negative".');
    case 'marker':
    case 'expression':
    case 'methylation':
    case 'namedAllele':
      return refused(printed, 'it is a biomarker; record it under biomarkers or stains.');
  }
}

const saysChange = /codon|mut|variant|alter|change|_/i;

/** `V560` in a record is more often a change cut short than "any change of V560", which needs a word. */
function isPlaceAlone({ codons, classPrinted, effectPrinted, printed }: SequenceVariant): boolean {
  return (
    codons !== undefined &&
    classPrinted === undefined &&
    effectPrinted === undefined &&
    !saysChange.test(printed)
  );
}

function refused(printed: string, why: string): Reading<Alteration> {
  return { value: undefined, issues: [unparsable(printed, why)] };
}
