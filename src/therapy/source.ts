/**
 * Where a fact of this room stands. Facts of pharmacology that were taken from general knowledge say so: they are
 * usable for reading a record and must not be shown as if a source had been checked.
 */

/** One of the five papers, by its file prefix. */
export type PaperId = '000' | '001' | '002' | '003' | '004';

/** The place of a fact. */
export type Source =
  | { readonly kind: 'paper'; readonly paper: PaperId; readonly lines: readonly [from: number, to: number] }
  /** `verified`: read in an abstract, a label, an official notice or its table; otherwise seen second hand. */
  | { readonly kind: 'reference'; readonly name: string; readonly verified: boolean }
  /** Known to the field, not looked up here. */
  | { readonly kind: 'general-knowledge'; readonly verified: false };

/** Lines of a paper; one line when `to` is left out. */
export function paper(id: PaperId, from: number, to: number = from): Source {
  return { kind: 'paper', paper: id, lines: [from, to] };
}

/** A reference that was read in its abstract, label, notice or table. */
export function reference(name: string): Source {
  return { kind: 'reference', name, verified: true };
}

/** A reference of which only a secondary page or a part was seen. */
export function secondHand(name: string): Source {
  return { kind: 'reference', name, verified: false };
}

/** Known to the field, not looked up here. */
export const generalKnowledge: Source = { kind: 'general-knowledge', verified: false };

/** `paper 004, lines 110-123`, a reference's name, or a plain statement that nothing was checked. */
export function sourceText(source: Source): string {
  switch (source.kind) {
    case 'paper': {
      const [from, to] = source.lines;
      return `paper ${source.paper}, ${from === to ? `line ${from}` : `lines ${from}-${to}`}`;
    }
    case 'reference':
      return source.verified ? source.name : `${source.name} (second hand)`;
    case 'general-knowledge':
      return 'general knowledge, no source checked';
  }
}
