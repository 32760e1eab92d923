/** Makes a sequence variant of the parts that were read, and checks it against the gene model. */
import { type GeneModel, geneOf, residueAt } from '../genes/index.ts';
import type { Issue } from '../reading/index.ts';
import type { PrintedEffect, ReferenceCheck, SequenceVariant } from './alteration.ts';
import { ambiguous, disagreement, referenceMismatch } from './alteration-issues.ts';
import { codingChangeText } from './coding-change.ts';
import { proteinConsequence } from './coding-consequence.ts';
import type { FindingParts } from './finding-parts.ts';
import { notationAgreement } from './notation-agreement.ts';
import { namedResidues, proteinChangeText } from './protein-change.ts';
import { readProteinChange } from './read-protein-change.ts';
import { baseMismatch } from './reference-base.ts';
import { checkResidues } from './reference-residue.ts';
import { exonsOf } from './variant-facts.ts';

interface Checked {
  readonly check: ReferenceCheck;
  readonly issues: readonly Issue[];
}

function checkProtein(gene: GeneModel | undefined, parts: FindingParts): Checked {
  const protein = parts.protein?.change;
  if (gene === undefined || protein === undefined) return { check: { status: 'unchecked' }, issues: [] };
  const check = checkResidues(gene, protein);
  if (check.status !== 'mismatch') return { check, issues: [] };
  const wrong = namedResidues(protein).find(({ residue, position }) => {
    const found = residueAt(gene, position);
    return found.kind === 'unknown' || found.value !== residue;
  });
  const where = `residue ${wrong?.position} of the ${gene.symbol} reference protein`;
  const why =
    check.expected === undefined
      ? `${where} does not exist; the protein is shorter`
      : `${where} is ${check.expected.charAt(0)}, not ${wrong?.residue}`;
  return { check, issues: [referenceMismatch(`${gene.symbol} ${proteinChangeText(protein)}`, why, check)] };
}

/** The residue of a codon named without its change (`V600`). */
function checkCodon(gene: GeneModel | undefined, parts: FindingParts): Checked {
  const { start, residue } = parts.codons ?? {};
  if (gene === undefined || start === undefined || residue === undefined || parts.protein !== undefined)
    return { check: { status: 'unchecked' }, issues: [] };
  const found = residueAt(gene, start);
  if (found.kind === 'unknown') return { check: { status: 'unchecked' }, issues: [] };
  if (found.value === residue) return { check: { status: 'agrees' }, issues: [] };
  const expected = `${found.value}${start}`;
  const check = { status: 'mismatch', expected, suggestions: [] } as const;
  const why = `residue ${start} of the ${gene.symbol} reference protein is ${found.value}, not ${residue}`;
  return { check, issues: [referenceMismatch(`${gene.symbol} ${residue}${start}`, why, check)] };
}

function checkCoding(symbol: string, gene: GeneModel | undefined, parts: FindingParts): Checked {
  if (parts.coding === undefined) return { check: { status: 'unchecked' }, issues: [] };
  const mismatch = baseMismatch(gene, parts.coding);
  if (mismatch === undefined) return { check: { status: 'unchecked' }, issues: [] };
  const printed = `${symbol} c.${codingChangeText(parts.coding)}`;
  return {
    check: mismatch.check,
    issues: [referenceMismatch(printed, mismatch.explanation, mismatch.check)],
  };
}

/** Letters that are bases as well as residues, without `p.` and without a sequence that decides: say so. */
function letterIssues(parts: FindingParts, check: ReferenceCheck): readonly Issue[] {
  const protein = parts.protein;
  if (protein === undefined || protein.isPrefixed || check.status !== 'unchecked') return [];
  const change = protein.change;
  if (change.kind !== 'substitution' || parts.coding !== undefined) return [];
  if (!/^[ACGT]$/.test(change.at.residue) || !/^[ACGT]$/.test(change.to)) return [];
  return [
    ambiguous(
      `${proteinChangeText(change)} is read as a change of the protein; its letters could be bases as well. ` +
        `Write p.${proteinChangeText(change)} to be sure.`,
    ),
  ];
}

function exonIssues(printed: number | undefined, modelled: readonly number[] | undefined, symbol: string) {
  if (printed === undefined || modelled === undefined || modelled.includes(printed)) return [];
  const exons = modelled.join(' or ');
  return [
    disagreement(
      `The report says exon ${printed}; on the reference transcript of ${symbol} the change lies in exon ${exons}.`,
    ),
  ];
}

/** The one exon of a variant. Where its reference does not stand, only if every suggestion lies in that exon too. */
function onlyExon(
  base: Omit<SequenceVariant, 'reference'>,
  modelled: readonly number[] | undefined,
  reference: ReferenceCheck,
): number | undefined {
  if (modelled?.length !== 1) return undefined;
  const [exon] = modelled;
  if (reference.status !== 'mismatch') return exon;
  const elsewhere = reference.suggestions.some(({ text }) => {
    const meant = readProteinChange(text)?.change;
    return meant !== undefined && exonsOf({ ...base, protein: meant })?.join() !== `${exon}`;
  });
  const isBeyond = reference.expected === undefined;
  return elsewhere || isBeyond ? undefined : exon;
}

/** Most findings say nothing beside one notation. */
const isNotationAlone = (parts: FindingParts): boolean =>
  Object.keys(parts).length === 1 && (parts.protein !== undefined || parts.coding !== undefined);

/** What the parts say beside a protein and a coding change. */
function saidBeside(parts: FindingParts): Partial<SequenceVariant> {
  const { protein, coding } = parts;
  return {
    ...(parts.proteinEffect === undefined ? {} : { proteinEffect: parts.proteinEffect }),
    ...(parts.genomic === undefined ? {} : { genomic: parts.genomic }),
    ...(parts.transcript === undefined ? {} : { transcript: parts.transcript }),
    ...(parts.region === undefined ? {} : { region: parts.region }),
    ...(parts.origin === undefined ? {} : { originPrinted: parts.origin }),
    ...(parts.zygosity === undefined ? {} : { zygosityPrinted: parts.zygosity }),
    ...(protein === undefined && coding === undefined && parts.codons !== undefined
      ? { codons: parts.codons }
      : {}),
    ...(protein === undefined && coding === undefined && parts.mutationClass !== undefined
      ? { classPrinted: parts.mutationClass }
      : {}),
  };
}

/** The variant with its checks, and what they found. */
export function assembleVariant(
  symbol: string,
  parts: FindingParts,
  effect: PrintedEffect | undefined,
  printed: string,
): { readonly variant: SequenceVariant; readonly issues: readonly Issue[] } {
  const gene = geneOf(symbol);
  const protein = parts.protein?.change;
  const coding = parts.coding;
  const ofProtein = protein === undefined ? checkCodon(gene, parts) : checkProtein(gene, parts);
  const ofCoding = checkCoding(symbol, gene, parts);
  const reference = ofCoding.check.status === 'mismatch' ? ofCoding.check : ofProtein.check;
  const agreement =
    protein === undefined || coding === undefined ? undefined : notationAgreement(gene, coding, protein);
  const base = {
    kind: 'sequenceVariant',
    gene: symbol,
    ...(protein === undefined ? {} : { protein }),
    ...(parts.protein?.isPredicted ? { isPredicted: true as const } : {}),
    ...(coding === undefined ? {} : { coding }),
    ...(effect === undefined ? {} : { effectPrinted: effect }),
    ...(isNotationAlone(parts) ? {} : saidBeside(parts)),
    printed,
  } as const;
  const modelled = exonsOf(base);
  const printedExon = parts.exons?.from === parts.exons?.to ? parts.exons?.from : undefined;
  const exon = printedExon ?? onlyExon(base, modelled, reference);
  const consequence =
    gene === undefined || coding === undefined ? undefined : proteinConsequence(gene, coding);
  const disagreements =
    agreement === 'disagrees' && protein !== undefined && coding !== undefined
      ? [
          disagreement(
            `${symbol} c.${codingChangeText(coding)} ${
              consequence === undefined ? 'does not fit' : `gives p.${proteinChangeText(consequence)}, not`
            } p.${proteinChangeText(protein)}. Ask the laboratory which one holds.`,
          ),
        ]
      : [];
  return {
    variant: {
      ...base,
      ...(exon === undefined ? {} : { exon }),
      reference,
      ...(agreement === undefined ? {} : { agreement }),
    },
    issues: [
      ...ofCoding.issues,
      ...ofProtein.issues,
      ...letterIssues(parts, ofProtein.check),
      ...disagreements,
      ...exonIssues(printedExon, modelled, symbol),
    ],
  };
}
