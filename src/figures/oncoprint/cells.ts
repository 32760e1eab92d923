/**
 * The cells of an oncoprint, the order of its rows and columns, and the counts of its rows. Four states are kept apart:
 * altered; tested, none found; not tested; coverage not known. A share is only given over those whose test is stated:
 * where a gene is reported when it is altered and passed over when it is not, a share of the reported would be always 100%.
 */
import { type MutationClass, mutationClasses, type StructuralKind, structuralKinds } from '../scene/index.ts';
import type { OncoprintAlteration, OncoprintData } from './oncoprint-data.ts';

/** What is known of a gene in a patient. */
export type CellState = 'altered' | 'noneFound' | 'notTested' | 'notKnown';

/** A gene in a patient. */
export interface OncoprintCell {
  readonly state: CellState;
  /** True where the test of the gene is stated, whatever it found. */
  readonly isTested: boolean;
  /** Of copy number and structure, the first of `structuralKinds` first. */
  readonly structural: readonly StructuralKind[];
  /** The mutation that is drawn: one of known significance before the others, then in the order of the classes. */
  readonly mutation?: { readonly class: MutationClass; readonly isVus: boolean };
  readonly mutationCount: number;
  readonly alterations: readonly OncoprintAlteration[];
}

/** A row: its gene, its cells in the order of the columns, and how many were altered and tested. */
export interface OncoprintRow {
  readonly gene: string;
  readonly cells: readonly OncoprintCell[];
  readonly altered: number;
  readonly tested: number;
  readonly alteredOfTested: number;
}

/** Rows and columns in the order in which they are drawn. */
export interface OncoprintGrid {
  readonly rows: readonly OncoprintRow[];
  readonly patients: OncoprintData['patients'];
}

const mutationRank = ({ class: ofMutation, isVus }: Pick<OncoprintAlteration, 'class' | 'isVus'>): number =>
  (isVus ? mutationClasses.length : 0) + mutationClasses.indexOf(ofMutation ?? 'notStated');

function cellOf(
  alterations: readonly OncoprintAlteration[],
  isTested: boolean,
  isNotTested: boolean,
): OncoprintCell {
  const mutations = alterations
    .filter(({ kind }) => kind === 'mutation')
    .toSorted((one, other) => mutationRank(one) - mutationRank(other));
  const [first] = mutations;
  return {
    state:
      alterations.length > 0 ? 'altered' : isNotTested ? 'notTested' : isTested ? 'noneFound' : 'notKnown',
    isTested,
    structural: structuralKinds.filter((kind) => alterations.some((each) => each.kind === kind)),
    ...(first === undefined ? {} : { mutation: { class: first.class ?? 'notStated', isVus: first.isVus } }),
    mutationCount: mutations.length,
    alterations,
  };
}

const emptyRanks: Readonly<Record<Exclude<CellState, 'altered'>, number>> = {
  noneFound: 10_000,
  notKnown: 10_001,
  notTested: 10_002,
};

/** The place of a cell in the order of columns: structure before copy number before mutations, then what was not found. */
function sortRank({ state, structural, mutation }: OncoprintCell): number {
  if (state !== 'altered') return emptyRanks[state];
  const first = structural[0];
  const ofStructure = first === undefined ? structuralKinds.length : structuralKinds.indexOf(first);
  return ofStructure * 100 + (mutation === undefined ? 99 : mutationRank(mutation));
}

/**
 * The grid. The memo sort takes the rows from the top: patients altered in the first gene come first, among them by kind of
 * alteration; ties, and all the others, are ordered by the second gene, and so on; last by the order given. So each row
 * continues the staircase of the rows above it.
 */
export function oncoprintGrid(data: OncoprintData): OncoprintGrid {
  const found = Map.groupBy(data.alterations, ({ patient, gene }) => JSON.stringify([patient, gene]));
  const coverage = data.patients.map(({ tested, notTested }) => ({
    tested: tested === 'all' ? undefined : new Set(tested),
    notTested: new Set(notTested),
  }));
  const all = data.genes.map((gene) => {
    const cells = data.patients.map(({ id }, at) => {
      const covered = coverage[at];
      const isNotTested = covered?.notTested.has(gene) ?? false;
      const isTested = !isNotTested && (covered?.tested?.has(gene) ?? true);
      return cellOf(found.get(JSON.stringify([id, gene])) ?? [], isTested, isNotTested);
    });
    return {
      gene,
      cells,
      altered: cells.filter(({ state }) => state === 'altered').length,
      tested: cells.filter(({ isTested }) => isTested).length,
      alteredOfTested: cells.filter(({ state, isTested }) => state === 'altered' && isTested).length,
    };
  });
  const rows = data.geneOrder === 'given' ? all : all.toSorted((one, other) => other.altered - one.altered);
  if (data.patientOrder === 'given') return { rows, patients: data.patients };
  const ranks = data.patients.map((_, at) =>
    rows.map(({ cells }) => {
      const cell = cells[at];
      return cell === undefined ? emptyRanks.notTested : sortRank(cell);
    }),
  );
  const order = data.patients
    .map((_, at) => at)
    .toSorted((one, other) => {
      for (let row = 0; row < rows.length; row += 1) {
        const difference = (ranks[one]?.[row] ?? 0) - (ranks[other]?.[row] ?? 0);
        if (difference !== 0) return difference;
      }
      return one - other;
    });
  return {
    patients: order.flatMap((at) => data.patients[at] ?? []),
    rows: rows.map((row) => ({ ...row, cells: order.flatMap((at) => row.cells[at] ?? []) })),
  };
}
