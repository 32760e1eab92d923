/**
 * Levels of discrete copy number files: -2 deep deletion, -1 shallow loss, 0 none, 1 gain, 2 amplification (cBioPortal
 * file formats, "Discrete copy number data"; GISTIC 2 thresholded by genes), or the change in words.
 */
import { type Alteration, readAlteration } from '../../alteration/index.ts';
import type { Issue } from '../../reading/index.ts';
import { printedValue } from '../printed-cell.ts';

const wordOfLevel: Readonly<Record<string, string>> = {
  '-2': 'deep deletion',
  '-1': 'loss',
  '1': 'gain',
  '2': 'amplification',
};
const neutral = new Set(['0', 'neutral', 'diploid', 'normal']);

/** Short words of copy number tables, as cBioPortal prints them on its pages. */
const wordOfCode: Readonly<Record<string, string>> = {
  amp: 'amplification',
  homdel: 'deep deletion',
  hetloss: 'loss',
};

/** A level of one gene in one sample. */
export type LevelReading =
  | { readonly is: 'neutral' }
  | { readonly is: 'absent' }
  | { readonly is: 'unreadable'; readonly issues: readonly Issue[] }
  | { readonly is: 'change'; readonly alteration: Alteration; readonly issues: readonly Issue[] };

/** Reads a level as printed. */
export function copyNumberLevel(cell: string | undefined, gene: string): LevelReading {
  const text = printedValue(cell);
  if (text === undefined) return { is: 'absent' };
  const key = text.replace(/^\+/, '').replace(/\.0+$/, '').toLowerCase();
  if (neutral.has(key)) return { is: 'neutral' };
  const isNumber = /^[-+]?[\d.]+$/.test(text);
  const words = Object.hasOwn(wordOfLevel, key) ? wordOfLevel[key] : undefined;
  const named = Object.hasOwn(wordOfCode, key) ? wordOfCode[key] : undefined;
  if (words === undefined && isNumber) return { is: 'unreadable', issues: [] };
  const { value, issues } = readAlteration(words ?? named ?? text, { gene });
  if (value?.kind !== 'copyNumber') return { is: 'unreadable', issues };
  return { is: 'change', alteration: value, issues };
}
