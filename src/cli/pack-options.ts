/** The options of the commands over packs. */
import type { DataOptions } from './store-options.ts';

export type PackOptions = DataOptions;

export interface PackSearchOptions extends PackOptions {
  readonly pack?: string;
}

export interface PackRemoveOptions extends PackOptions {
  readonly author: string;
}

export interface PackImportOptions extends PackOptions {
  readonly author: string;
  readonly id?: string;
  readonly packVersion?: string;
  readonly date?: string;
}

/** Kinds of outside files that can be brought in. */
export const packKindNames = ['civic', 'oncotree', 'hotspots'] as const;
