/**
 * How alterations look in every figure: mutations by class with a colour and a sign; copy number and fusions with a colour,
 * a hatching and a part of the cell, so that any one of them is enough. A variant of unknown significance is hollow.
 */
import type { GlyphShape } from './mark.ts';
import type { Paint } from './paint.ts';

/** Classes of small variants. Truncating: nonsense, frameshift, loss of the start. */
export const mutationClasses = ['truncating', 'splice', 'inFrame', 'missense', 'other', 'notStated'] as const;
/** A class of small variants. */
export type MutationClass = (typeof mutationClasses)[number];

/** The look of a class of small variants. */
export interface MutationLook {
  readonly label: string;
  readonly paint: Paint;
  readonly shape: GlyphShape;
}

/** The look of every class. */
export const mutationLooks: Readonly<Record<MutationClass, MutationLook>> = {
  truncating: { label: 'Truncating', paint: 'ink', shape: 'triangle' },
  splice: { label: 'Splice site', paint: 'group-2', shape: 'diamond' },
  inFrame: { label: 'In-frame', paint: 'group-5', shape: 'square' },
  missense: { label: 'Missense', paint: 'group-3', shape: 'circle' },
  other: { label: 'Other mutation', paint: 'group-4', shape: 'plus' },
  notStated: { label: 'Mutation, class not stated', paint: 'group-1', shape: 'triangleDown' },
};

/** Alterations of copy number and structure. */
export const structuralKinds = ['fusion', 'amplification', 'deepDeletion', 'gain', 'loss'] as const;
/** An alteration of copy number or structure. */
export type StructuralKind = (typeof structuralKinds)[number];

/** Their names in legends. */
export const structuralLabels: Readonly<Record<StructuralKind, string>> = {
  fusion: 'Fusion',
  amplification: 'Amplification',
  deepDeletion: 'Deep deletion',
  gain: 'Gain',
  loss: 'Loss',
};
