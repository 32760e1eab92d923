/**
 * Compares the residues that a protein notation names with the reference protein, and says what could have been meant:
 * the numbering of another isoform, or one wrong or two exchanged digits. A suggestion is for a person to confirm.
 */
import { type GeneModel, type ProteinIsoform, proteinLengthOf, residueAt } from '../genes/index.ts';
import type { ReferenceCheck, Suggestion } from './alteration.ts';
import {
  namedResidues,
  type ProteinChange,
  proteinChangeText,
  proteinSpan,
  type ResiduePosition,
} from './protein-change.ts';

/** The change with every position passed through a function. */
function moved(change: ProteinChange, to: (position: number) => number): ProteinChange {
  const place = (at: ResiduePosition): ResiduePosition => ({ ...at, position: to(at.position) });
  return 'at' in change
    ? { ...change, at: place(change.at) }
    : { ...change, start: place(change.start), end: place(change.end) };
}

function stands(gene: GeneModel, change: ProteinChange): boolean {
  return namedResidues(change).every(({ residue, position }) => {
    const found = residueAt(gene, position);
    return found.kind === 'known' && found.value === residue;
  });
}

/** The number that a residue of an isoform has in the reference protein; 0 for one that the reference lacks. */
function positionOnReference({ lacks, adds }: ProteinIsoform, position: number): number {
  if (lacks !== undefined) return position < lacks.start ? position : position + lacks.end - lacks.start + 1;
  if (adds === undefined || position <= adds.after) return position;
  return position <= adds.after + adds.residues ? 0 : position - adds.residues;
}

function differenceText({ lacks, adds }: ProteinIsoform): string {
  if (lacks !== undefined) return `lacks residues ${lacks.start} to ${lacks.end}`;
  return `has ${adds?.residues} residues more behind residue ${adds?.after}`;
}

function fromIsoforms(gene: GeneModel, change: ProteinChange): Suggestion[] {
  return gene.isoforms.flatMap((isoform) => {
    const onReference = moved(change, (position) => positionOnReference(isoform, position));
    if (proteinSpan(onReference).end === proteinSpan(change).end || !stands(gene, onReference)) return [];
    return [
      {
        text: `p.${proteinChangeText(onReference)}`,
        because:
          `${isoform.id} (${isoform.length} residues) ${differenceText(isoform)}, so that its ` +
          `${proteinChangeText(change)} is this variant`,
      },
    ];
  });
}

function digitSlips(position: number): { readonly position: number; readonly because: string }[] {
  const digits = String(position);
  const slips: { position: number; because: string }[] = [];
  for (let index = 0; index < digits.length; index += 1) {
    for (let digit = index === 0 ? 1 : 0; digit <= 9; digit += 1)
      if (String(digit) !== digits[index])
        slips.push({
          position: Number(`${digits.slice(0, index)}${digit}${digits.slice(index + 1)}`),
          because: 'one digit differs',
        });
    const next = digits.charAt(index + 1);
    if (next !== '' && next !== digits[index] && !(index === 0 && next === '0'))
      slips.push({
        position: Number(`${digits.slice(0, index)}${next}${digits.charAt(index)}${digits.slice(index + 2)}`),
        because: 'two digits are exchanged',
      });
  }
  return slips;
}

function fromDigits(gene: GeneModel, change: ProteinChange): Suggestion[] {
  if (gene.protein === undefined || namedResidues(change).length !== 1) return [];
  return digitSlips(proteinSpan(change).start)
    .filter((slip) =>
      stands(
        gene,
        moved(change, () => slip.position),
      ),
    )
    .map((slip) => ({ ...slip, isRecurrent: gene.residues.has(slip.position) }))
    .toSorted((a, b) => Number(b.isRecurrent) - Number(a.isRecurrent))
    .map(({ position, because, isRecurrent }) => ({
      text: `p.${proteinChangeText(moved(change, () => position))}`,
      because: isRecurrent
        ? `${because}; ${gene.symbol} ${position} is a recurrently mutated residue`
        : because,
    }));
}

/** Whether the named residues stand in the reference protein of the gene. */
export function checkResidues(gene: GeneModel, change: ProteinChange): ReferenceCheck {
  const length = proteinLengthOf(gene);
  let compared = 0;
  for (const { residue, position } of namedResidues(change)) {
    const found = residueAt(gene, position);
    // The stop stands one behind the last residue.
    const last = residue === '*' ? 1 : 0;
    const isBeyond = length !== undefined && position > length + last;
    if (found.kind === 'known') compared += 1;
    if (isBeyond || (found.kind === 'known' && found.value !== residue)) {
      const fromIsoform = fromIsoforms(gene, change);
      return {
        status: 'mismatch',
        ...(found.kind === 'known' && !isBeyond ? { expected: `${found.value}${position}` } : {}),
        suggestions: fromIsoform.length > 0 ? fromIsoform : fromDigits(gene, change),
      };
    }
  }
  return { status: compared === 0 ? 'unchecked' : 'agrees' };
}
