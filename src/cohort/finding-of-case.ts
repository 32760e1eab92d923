/** The positive findings of a record as read: their gene, what they are, and how a figure classes them. */
import {
  type Alteration,
  codonSpanOf,
  exonsOf,
  mutationClassOf,
  readNotation,
  type SequenceVariant,
} from '../alteration/index.ts';
import type { CaseRecord, Finding } from '../case/index.ts';
import type { OncoprintData } from '../figures/index.ts';
import { geneOf } from '../genes/index.ts';

type Print = OncoprintData['alterations'][number];

/** A finding with what its notation says; `alteration` is undefined where the notation is not one alteration. */
export interface ReadFinding {
  readonly finding: Finding;
  readonly gene: string;
  readonly alteration: Alteration | undefined;
}

const isOne = (value: { readonly kind: string } | undefined): value is Alteration =>
  value !== undefined &&
  ['sequenceVariant', 'copyNumber', 'fusion', 'exonChange', 'chromosomal'].includes(value.kind);

/** The positive findings of a record, each read; a gene under an alias is under its symbol. */
export const positiveFindings = (record: CaseRecord): readonly ReadFinding[] =>
  record.findings
    .filter(({ status }) => status === 'positive')
    .map((finding) => {
      const read = readNotation(finding.alteration, { gene: finding.gene }).value;
      return {
        finding,
        gene: geneOf(finding.gene)?.symbol ?? finding.gene,
        alteration: isOne(read) ? read : undefined,
      };
    });

/** A finding as the record writes it, with the word germline where it is one. */
export const findingLabel = ({ alteration, origin }: Finding): string =>
  origin === 'germline' ? `${alteration} (germline)` : alteration;

/** The class of a small variant in the words of figures. */
export function figureClass(variant: SequenceVariant): NonNullable<Print['class']> {
  const found = mutationClassOf(variant);
  switch (found) {
    case 'missense':
      return 'missense';
    case 'nonsense':
    case 'frameshift':
      return 'truncating';
    case 'inFrameDeletion':
    case 'inFrameInsertion':
      return 'inFrame';
    case 'spliceSite':
      return 'splice';
    case 'startLoss':
    case 'stopLoss':
    case 'synonymous':
      return 'other';
    case undefined:
      return 'notStated';
  }
}

/** First residue that a finding touches; undefined where it has no place on the protein. */
export const firstResidue = (alteration: Alteration | undefined): number | undefined =>
  alteration?.kind === 'sequenceVariant' ? codonSpanOf(alteration)?.start : undefined;

/** Exons in which a finding lies, by the reference transcript; undefined where neither report nor model tells. */
export const exonsOfFinding = (alteration: Alteration | undefined): readonly number[] | undefined =>
  alteration?.kind === 'sequenceVariant' ? exonsOf(alteration) : undefined;

/** How an oncoprint shows a finding; undefined where it has no sign for it. */
export function oncoprintKind(alteration: Alteration | undefined): Pick<Print, 'kind' | 'class'> | undefined {
  switch (alteration?.kind) {
    case undefined:
    case 'chromosomal':
      return undefined;
    case 'sequenceVariant':
      return { kind: 'mutation', class: figureClass(alteration) };
    case 'exonChange':
      return { kind: 'mutation', class: 'notStated' };
    case 'fusion':
      return { kind: 'fusion' };
    case 'copyNumber':
      switch (alteration.change) {
        case 'amplification':
          return { kind: 'amplification' };
        case 'gain':
          return { kind: 'gain' };
        case 'deepDeletion':
        case 'deletion':
          return { kind: 'deepDeletion' };
        case 'loss':
        case 'lossOfHeterozygosity':
          return { kind: 'loss' };
      }
  }
}
