/** DNA and RNA changes as HGVS text. */
import type { NucleotideType } from './hgvs-variant.ts';
import type {
  Count,
  Inserted,
  InsertedPart,
  NucleotideBound,
  NucleotideChange,
  NucleotideEdit,
  NucleotideInterval,
  NucleotidePosition,
  Removed,
} from './nucleotide-change.ts';
import type { PrintStyle } from './print-options.ts';
import { referenceText } from './print-reference.ts';

function offsetText(offset: number | '+?' | '-?'): string {
  if (offset === 0) return '';
  return typeof offset === 'number' && offset > 0 ? `+${offset}` : `${offset}`;
}

/** `76`, `-12`, `*46`, `2056+1`, `?`. */
export function nucleotidePositionText(position: NucleotidePosition): string {
  switch (position.at) {
    case 'sequence':
      return `${position.base}${offsetText(position.offset)}`;
    case 'beforeStart':
      return `-${position.base}${offsetText(position.offset)}`;
    case 'afterStop':
      return `*${position.base}${offsetText(position.offset)}`;
    case 'unknown':
      return '?';
    case 'pter':
    case 'qter':
    case 'cen':
      return position.at;
  }
}

function boundText(bound: NucleotideBound): string {
  return bound.at === 'between'
    ? `(${nucleotidePositionText(bound.from)}_${nucleotidePositionText(bound.to)})`
    : nucleotidePositionText(bound);
}

/** `76`, `76_78`, `(4_6)_246`, `(1_10)`. */
export function nucleotideIntervalText({ start, end, isUncertain }: NucleotideInterval): string {
  const range = end === undefined ? boundText(start) : `${boundText(start)}_${boundText(end)}`;
  return isUncertain ? `(${range})` : range;
}

/** `23`, `?`, `(600_800)`. */
export function countText(count: Count): string {
  return typeof count === 'object' ? `(${count.from}_${count.to})` : `${count}`;
}

type Case = (sequence: string) => string;

function rangeText(part: InsertedPart & { readonly kind: 'range' }): string {
  const source = part.reference === undefined ? '' : `${referenceText(part.reference)}:${part.type ?? 'g'}.`;
  return `${source}${nucleotideIntervalText(part.interval)}${part.isInverted ? 'inv' : ''}`;
}

function partText(part: InsertedPart, inCase: Case): string {
  switch (part.kind) {
    case 'sequence':
      return inCase(part.sequence);
    case 'repeat':
      return `${inCase(part.sequence)}[${countText(part.count)}]`;
    case 'count':
      return typeof part.count === 'object' ? countText(part.count) : `(${part.count})`;
    case 'range':
      return rangeText(part);
  }
}

function insertedText(inserted: Inserted, inCase: Case): string {
  if (typeof inserted === 'string') return inCase(inserted);
  const text = inserted.map((part) => partText(part, inCase)).join(';');
  const [first] = inserted;
  const isAlone = inserted.length === 1 && first?.kind !== 'sequence';
  return isAlone && (first?.kind !== 'range' || first.reference === undefined) ? text : `[${text}]`;
}

function removedText(named: Removed, inCase: Case, style: PrintStyle, isSizeNeeded: boolean): string {
  if (named === undefined) return '';
  if (isSizeNeeded) return typeof named === 'number' ? `N[${named}]` : inCase(named);
  return style.removed === 'omit' ? '' : inCase(`${named}`);
}

/** `A>C`, `del`, `delinsTA`, `CAG[23]`; `isSizeNeeded` where the place does not tell how many nucleotides are meant. */
export function nucleotideEditText(
  edit: NucleotideEdit,
  type: NucleotideType,
  style: PrintStyle,
  isSizeNeeded = false,
): string {
  const inCase: Case =
    type === 'r' && style.rna === 'lower' ? (sequence) => sequence.toLowerCase() : (sequence) => sequence;
  const removed = (named: Removed): string => removedText(named, inCase, style, isSizeNeeded);
  switch (edit.kind) {
    case 'substitution':
      return `${inCase(edit.removed)}>${inCase(edit.inserted)}`;
    case 'deletion':
      return `del${removed(edit.removed)}`;
    case 'duplication':
      return `dup${removed(edit.removed)}`;
    case 'inversion':
      return `inv${removed(edit.removed)}`;
    case 'insertion':
      return `ins${insertedText(edit.inserted, inCase)}`;
    case 'delins':
      return `del${removed(edit.removed)}ins${insertedText(edit.inserted, inCase)}`;
    case 'conversion':
      return `con${rangeText(edit.source)}`;
    case 'repeat':
      return edit.units
        .map(({ sequence, count }) => `${inCase(sequence ?? '')}[${countText(count)}]`)
        .join('');
    case 'copy':
      return `copy${edit.count}`;
    case 'identity':
      return `${removed(edit.removed)}=`;
    case 'methylation':
      return `|${edit.state}`;
    case 'unknown':
      return '?';
    case 'splice':
      return edit.isPossible ? 'spl?' : 'spl';
    case 'absent':
      return '0';
    case 'mixture':
      return edit.of
        .map((each) => nucleotideEditText(each, type, style, isSizeNeeded))
        .join(edit.isChimeric ? '//' : '/');
  }
}

/** `76A>T`, `(76a>u)`, `=`. */
export function nucleotideChangeText(
  change: NucleotideChange,
  type: NucleotideType,
  style: PrintStyle,
): string {
  const interval = change.interval === undefined ? '' : nucleotideIntervalText(change.interval);
  const edit = nucleotideEditText(change.edit, type, style, change.interval?.isUncertain === true);
  const text = `${interval}${edit}`;
  return change.isPredicted ? `(${text})` : text;
}
