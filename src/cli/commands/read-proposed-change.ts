/** A molecular mention of a report as gene and alteration of a record. */
import {
  type Alteration,
  type Notation,
  notationText,
  readAlteration,
  singlesOf,
} from '../../alteration/index.ts';
import { onOneLine } from './read-text.ts';

/** Gene and alteration as a record writes them. */
export interface ProposedChange {
  readonly gene: string;
  readonly alteration: string;
  /** The notation itself denies the change: a wild type. */
  readonly isDenied: boolean;
}

/** Why a notation is not one entry of a record. */
export type NoChange = 'several' | 'noGene' | 'unread' | 'noPlace';

const longestGene = 60;
const longestAlteration = 200;

function geneOfChange(change: Alteration): string {
  switch (change.kind) {
    case 'sequenceVariant':
    case 'copyNumber':
    case 'exonChange':
      return change.gene;
    case 'fusion': {
      const { five, three, unplaced } = change;
      return unplaced ?? [five?.gene, three?.gene].filter((each) => each !== undefined).join('::');
    }
    case 'chromosomal':
      return `chromosome ${change.chromosome}${change.arm ?? ''}`;
    default:
      return change satisfies never;
  }
}

/** The change in a form that a record reads: as printed where that is read alike, else in the canonical form. */
function alterationOf(change: Alteration, gene: string): string | undefined {
  const canonical = notationText(change);
  const isReadAlike = (text: string): boolean => {
    if (text === '' || text.length > longestAlteration) return false;
    const { value } = readAlteration(text, { gene });
    return value !== undefined && notationText(value) === canonical;
  };
  const printed = onOneLine(change.printed);
  const withoutGene = (text: string): string =>
    text.startsWith(`${gene} `) ? text.slice(gene.length + 1) : text;
  const word = change.kind === 'fusion' && change.isRearrangement !== true ? ['fusion'] : [];
  return [...word, withoutGene(printed), withoutGene(canonical), printed, canonical].find(isReadAlike);
}

/** The one change of a notation, or why it is not one. */
export function proposedChange(notation: Notation | undefined): ProposedChange | NoChange {
  if (notation === undefined) return 'unread';
  const [single, ...more] = singlesOf(notation);
  if (single === undefined || more.length > 0) return 'several';
  switch (single.kind) {
    case 'wildType':
      return { gene: single.gene, alteration: 'mutation', isDenied: notation.kind !== 'not' };
    case 'sequenceVariant':
    case 'copyNumber':
    case 'exonChange':
    case 'fusion':
    case 'chromosomal': {
      const gene = geneOfChange(single);
      if (gene === '' || gene.length > longestGene) return 'noGene';
      const alteration = alterationOf(single, gene);
      return alteration === undefined ? 'unread' : { gene, alteration, isDenied: notation.kind === 'not' };
    }
    case 'marker':
    case 'expression':
    case 'methylation':
    case 'namedAllele':
      return 'noPlace';
    default:
      return single satisfies never;
  }
}
