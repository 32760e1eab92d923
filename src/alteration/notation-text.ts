/** The canonical text of a notation; the reader reads it back to the same notation. */
import { describeAlteration } from './describe-alteration.ts';
import type { ExpressionLevel, Marker, MarkerValue } from './marker.ts';
import type { Notation } from './notation.ts';

const expressionTexts: Readonly<Record<ExpressionLevel, string>> = {
  over: 'overexpression',
  under: 'underexpression',
  expressed: 'expression',
  lost: 'loss of expression',
  nuclear: 'nuclear expression',
  cytoplasmic: 'cytoplasmic expression',
};

function valueText({ comparison, low, high, unit }: MarkerValue): string {
  const number = low === high ? `${low}` : `${low}-${high}`;
  return `${comparison ?? ''}${number}${unit === undefined ? '' : unit === '%' ? '%' : ` ${unit}`}`;
}

function markerText({ marker, scoring, result, score, value }: Marker): string {
  const number = value === undefined ? undefined : valueText(value);
  const parts = [
    marker,
    scoring,
    result,
    score,
    result === undefined || number === undefined ? number : `(${number})`,
  ];
  return parts.filter((part) => part !== undefined).join(' ');
}

const grouped = (notation: Notation): string =>
  notation.kind === 'anyOf' || notation.kind === 'allOf'
    ? `(${notationText(notation)})`
    : notationText(notation);

/**
 * The canonical text.
 *
 * @example notationText(notation) // 'BRAF p.V600E or BRAF p.V600K'
 */
export function notationText(notation: Notation): string {
  switch (notation.kind) {
    case 'sequenceVariant':
    case 'copyNumber':
    case 'fusion':
    case 'exonChange':
    case 'chromosomal':
      return describeAlteration(notation);
    case 'marker':
      return markerText(notation);
    case 'expression':
      return `${notation.gene} ${expressionTexts[notation.level]}`;
    case 'methylation':
      return `${notation.gene} ${notation.isMethylated ? 'promoter methylation' : 'unmethylated'}`;
    case 'wildType':
      return `${notation.gene} wild type`;
    case 'namedAllele': {
      const name = notation.allele.startsWith('*')
        ? `${notation.gene ?? ''}${notation.allele}`
        : [notation.gene, notation.allele].filter((part) => part !== undefined).join(' ');
      return notation.zygosity === undefined ? name : `${name} ${notation.zygosity}`;
    }
    case 'anyOf':
      return notation.of.map(grouped).join(' or ');
    case 'allOf':
      return notation.of.map(grouped).join(' and ');
    case 'not':
      return `not ${grouped(notation.of)}`;
  }
}
