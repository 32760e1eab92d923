/** One row of a MAF file as a finding. */
import { type FractionReading, fractionOfCounts, fractionOfText } from '../allele-fraction.ts';
import { consequenceOfMaf, consequenceOfTerms } from '../consequence.ts';
import type { GenomicPlace, SmallVariantFinding } from '../file-finding.ts';
import type { ReaderContext } from '../finding-reader.ts';
import { printedValue, shown, unescaped, wholeNumberOf, withoutAccession } from '../printed-cell.ts';
import { rowAlteration } from '../row-alteration.ts';
import type { MafColumns } from './maf-columns.ts';

type Cells = readonly string[];

/** The cell of a column that the file may lack. */
function cellAt(cells: Cells, index: number | undefined): string | undefined {
  return index === undefined ? undefined : printedValue(cells[index]);
}

/** The tumour's allele that is not the reference: the second where it differs, else the first. */
function alternativeOf(cells: Cells, columns: MafColumns): string | undefined {
  const reference = columns.reference === undefined ? undefined : cells[columns.reference];
  const second = columns.allele2 === undefined ? undefined : cells[columns.allele2];
  const first = columns.allele1 === undefined ? undefined : cells[columns.allele1];
  return [second, first].find((allele) => allele !== undefined && allele !== '' && allele !== reference);
}

function placeOf(cells: Cells, columns: MafColumns): GenomicPlace | undefined {
  const chromosome = cellAt(cells, columns.chromosome);
  const position = wholeNumberOf(cellAt(cells, columns.start));
  if (chromosome === undefined || position === undefined) return undefined;
  const end = wholeNumberOf(cellAt(cells, columns.end));
  const build = cellAt(cells, columns.build);
  const reference = columns.reference === undefined ? undefined : cells[columns.reference];
  const alternative = alternativeOf(cells, columns);
  return {
    ...(build === undefined ? {} : { build }),
    chromosome,
    position,
    ...(end === undefined || end === position ? {} : { end }),
    ...(reference === undefined || reference === '' ? {} : { reference }),
    ...(alternative === undefined ? {} : { alternative }),
  };
}

/** The protein or coding text without its accession, with its escapes undone. */
function notationAt(
  cells: Cells,
  index: number | undefined,
): ReturnType<typeof withoutAccession> | undefined {
  const printed = cellAt(cells, index);
  if (printed === undefined || printed === 'p.?' || printed === 'c.?') return undefined;
  return withoutAccession(unescaped(printed));
}

function consequenceAt(cells: Cells, columns: MafColumns): SmallVariantFinding['consequence'] {
  const classification = cellAt(cells, columns.classification);
  const terms = cellAt(cells, columns.terms);
  if (classification !== undefined) {
    const known = consequenceOfMaf(classification);
    if (known !== undefined || terms === undefined)
      return { terms: classification, class: known ?? consequenceOfTerms(classification).class };
  }
  // A list of consequences separates transcripts by commas and terms of one by `&` or `;`.
  if (terms === undefined) return undefined;
  return { terms, class: consequenceOfTerms(terms.replaceAll(/[,;]/g, '&')).class };
}

function fractionAt(cells: Cells, columns: MafColumns, context: ReaderContext): FractionReading {
  const at = (index: number | undefined): string | undefined =>
    index === undefined ? undefined : cells[index];
  const asked = context.options.fraction;
  const printed = fractionOfText(
    at(columns.fraction),
    asked?.name ?? 'allele fraction',
    asked?.unit ?? 'fraction',
  );
  if (asked !== undefined) return printed;
  const names = { alternative: 't_alt_count', reference: 't_ref_count', depth: 't_depth' };
  const counted = fractionOfCounts(at(columns.altCount), at(columns.refCount), at(columns.depth), names);
  return 'absent' in counted ? printed : counted;
}

/** A row whose sample, gene and filters have been asked for. */
export function mafFinding(
  cells: Cells,
  line: number,
  columns: MafColumns,
  context: ReaderContext,
): SmallVariantFinding | undefined {
  const genomic = placeOf(cells, columns);
  const gene = cellAt(cells, columns.gene);
  const protein = notationAt(cells, columns.protein);
  const coding = notationAt(cells, columns.coding);
  const consequence = consequenceAt(cells, columns);
  if (genomic === undefined && (gene === undefined || (protein ?? coding ?? consequence) === undefined)) {
    context.log.add({
      code: 'row-malformed',
      severity: 'error',
      message: 'the row has neither a place in the genome nor a gene with a change; it is skipped',
      line,
    });
    return undefined;
  }
  const fraction = fractionAt(cells, columns, context);
  if ('problem' in fraction) {
    const message = `${shown(fraction.problem)}; the allele fraction is left out`;
    context.log.add({ code: 'wrong-value', severity: 'warning', message, line });
  }
  const transcript = cellAt(cells, columns.transcript) ?? coding?.accession ?? protein?.accession;
  const depth = 'fraction' in fraction ? fraction.depth : wholeNumberOf(cellAt(cells, columns.depth));
  const sample = cellAt(cells, columns.sample);
  const notation = {
    ...(gene === undefined ? {} : { gene }),
    ...(protein === undefined ? {} : { protein: protein.text }),
    ...(coding === undefined ? {} : { coding: coding.text }),
  };
  const read = rowAlteration(
    {
      ...notation,
      ...(transcript === undefined ? {} : { transcript }),
      ...(consequence === undefined ? {} : { class: consequence.class }),
    },
    line,
    context.log,
  );
  return {
    kind: 'smallVariant',
    line,
    status: 'positive',
    ...(sample === undefined ? {} : { sample }),
    ...notation,
    ...(genomic === undefined ? {} : { genomic }),
    ...(transcript === undefined ? {} : { transcript }),
    ...(consequence === undefined ? {} : { consequence }),
    ...read,
    ...('fraction' in fraction ? { fraction: fraction.fraction } : {}),
    ...(depth === undefined ? {} : { depth }),
  };
}
