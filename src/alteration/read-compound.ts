/**
 * Reads two statements written as one: a fusion with a change in it (`EML4-ALK C1156Y`), a change and its amplification
 * (`V600E AMPLIFICATION`), a mutation other than one (`non-V600 mutation`).
 */
import type { Reading } from '../reading/index.ts';
import type { Notation } from './notation.ts';
import { type AlterationContext, readSingle } from './read-single.ts';

type Read = Reading<Notation>;

/** A codon or an exon without what became of it. */
export function isPlaceAlone(notation: Notation): boolean {
  return (
    notation.kind === 'sequenceVariant' &&
    notation.protein === undefined &&
    notation.coding === undefined &&
    notation.genomic === undefined
  );
}

/** A fusion with a change in it: the change is in the gene beside, else in the 3' partner. */
const fusionWithChange = /^(\S+(?:-|::|--)\S+(?: fusion)?|\S+ fusion) ([A-Z][1-9]\d{0,4}\S*)$/i;
/** A change and its amplification: `V600E AMPLIFICATION`. */
const changeAmplified = /^([^\s,;]+) (amplification|amplified|amp|gain|deletion|loss)$/i;

/** @returns undefined for every other form. */
export function readCompound(text: string, context: AlterationContext): Read | undefined {
  const [, fusionText, changeText] = fusionWithChange.exec(text) ?? [];
  if (fusionText !== undefined && changeText !== undefined) {
    const fusion = readSingle(fusionText, context);
    if (fusion.value?.kind === 'fusion') {
      const gene = context.gene ?? fusion.value.three?.gene;
      const change = readSingle(changeText, gene === undefined ? {} : { gene });
      if (change.value !== undefined)
        return {
          value: { kind: 'allOf', of: [fusion.value, change.value] },
          issues: [...fusion.issues, ...change.issues],
        };
    }
  }
  const [, first, second] = changeAmplified.exec(text) ?? [];
  if (first === undefined || second === undefined) return undefined;
  const change = readSingle(first, context);
  if (change.value?.kind !== 'sequenceVariant' || isPlaceAlone(change.value)) return undefined;
  const copies = readSingle(second, { gene: change.value.gene });
  if (copies.value?.kind !== 'copyNumber') return undefined;
  return {
    value: { kind: 'allOf', of: [change.value, copies.value] },
    issues: [...change.issues, ...copies.issues],
  };
}

/** `non-V600 mutation`: a mutation, but not this one. */
const otherThan =
  /^(.{0,30}?)\bnon[- ]?([A-Z][1-9]\d{0,4}[A-Z]?)(?: (?:mutations?|mutant|mutated|variants?|alterations?))?$/i;

/** @returns undefined for every other form. */
export function readOtherThan(text: string, context: AlterationContext): Read | undefined {
  const [, gene = '', place] = otherThan.exec(text) ?? [];
  if (place === undefined) return undefined;
  const any = readSingle(`${gene}mutation`, context);
  const excluded = readSingle(`${gene}${place}`, context);
  if (any.value === undefined || excluded.value === undefined) return undefined;
  return {
    value: { kind: 'allOf', of: [any.value, { kind: 'not', of: excluded.value }] },
    issues: excluded.issues,
  };
}
