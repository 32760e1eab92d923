/** Protein changes as HGVS text. */
import { countText } from './print-nucleotide-change.ts';
import type { PrintStyle } from './print-options.ts';
import type {
  InsertedResidues,
  ProteinDescription,
  ProteinEdit,
  ProteinInterval,
  ProteinPosition,
} from './protein-description.ts';
import { stop, threeLetterCode } from './residue-codes.ts';

/** Residues in the letters of the style. */
export function residuesText(residues: string, style: PrintStyle): string {
  if (residues.length === 1)
    return residues === stop ? style.stop : style.letters === 'one' ? residues : threeLetterCode(residues);
  let text = '';
  for (const residue of residues) text += residuesText(residue, style);
  return text;
}

/** A lone residue; `X` would be read as a stop, so that an unknown one is `Xaa` in both codes. */
function residueText(residue: string, style: PrintStyle): string {
  return residue === 'X' ? 'Xaa' : residuesText(residue, style);
}

function positionText({ residue, position }: ProteinPosition, style: PrintStyle): string {
  return `${residuesText(residue, style)}${position}`;
}

/** `Lys558`, `Trp557_Lys558`, `(Met1_Gly10)`. */
export function proteinIntervalText({ start, end, isUncertain }: ProteinInterval, style: PrintStyle): string {
  const range =
    end === undefined
      ? positionText(start, style)
      : `${positionText(start, style)}_${positionText(end, style)}`;
  return isUncertain ? `(${range})` : range;
}

function insertedText(inserted: InsertedResidues, style: PrintStyle): string {
  if (typeof inserted === 'string') return residuesText(inserted, style);
  switch (inserted.kind) {
    case 'count':
      return `${residuesText(inserted.residue, style)}[${countText(inserted.count)}]`;
    case 'stop':
      return `${style.stop}${inserted.at}`;
    case 'range':
      return proteinIntervalText(inserted.interval, style);
  }
}

function frameshiftText(edit: ProteinEdit & { readonly kind: 'frameshift' }, style: PrintStyle): string {
  const to = edit.to === undefined ? '' : residueText(edit.to, style);
  if (edit.stop !== undefined) return `${to}fs${style.stop}${edit.stop}`;
  return style.openFrameshift === 'fsTer' ? `${to}fs${style.stop}` : `${to}fs`;
}

function extensionText(edit: ProteinEdit & { readonly kind: 'extension' }, style: PrintStyle): string {
  const to = edit.to === undefined ? '' : residueText(edit.to, style);
  const residues =
    edit.residues === undefined
      ? ''
      : edit.terminus === 'N'
        ? residueText(edit.residues, style)
        : residuesText(edit.residues, style);
  switch (edit.terminus) {
    case undefined:
      return `${to}ext`;
    case 'N':
      return `${to}ext${residues}-${edit.length ?? '?'}`;
    case 'C':
      return edit.residues === undefined
        ? `${to}ext${style.stop}${edit.length ?? ''}`
        : `${to}ext${residues}`;
  }
}

/** `Glu`, `del`, `ProfsTer23`, `extTer17`. */
export function proteinEditText(edit: ProteinEdit, style: PrintStyle): string {
  switch (edit.kind) {
    case 'substitution':
      return residueText(edit.to, style);
    case 'anyOf':
      return edit.residues.map((residue) => residueText(residue, style)).join('^');
    case 'deletion':
      return 'del';
    case 'duplication':
      return 'dup';
    case 'insertion':
      return `ins${insertedText(edit.inserted, style)}`;
    case 'delins':
      return `delins${insertedText(edit.inserted, style)}`;
    case 'repeat':
      return `[${countText(edit.count)}]`;
    case 'frameshift':
      return frameshiftText(edit, style);
    case 'extension':
      return extensionText(edit, style);
    case 'identity':
      return '=';
    case 'unknown':
      return '?';
    case 'absent':
      return edit.isProbable ? '0?' : '0';
    case 'mixture':
      return edit.of.map((each) => proteinEditText(each, style)).join(edit.isChimeric ? '//' : '/');
  }
}

/** `Lys642Glu`, `(Lys642Glu)`, `0?`. */
export function proteinDescriptionText(change: ProteinDescription, style: PrintStyle): string {
  const interval = change.interval === undefined ? '' : proteinIntervalText(change.interval, style);
  const edit = proteinEditText(change.edit, style);
  if (change.isPredicted && change.edit.kind === 'repeat' && change.interval?.end === undefined)
    return `(${interval})${edit}`;
  const text = `${interval}${edit}`;
  return change.isPredicted ? `(${text})` : text;
}
