/** A sign beside the word of a badge, so that colour is never alone. Neutral badges need none. */
import type { CalloutTone, Tone } from './document.ts';

export const badgeGlyphs: Readonly<Record<Tone, { readonly sign: string; readonly ascii: string }>> = {
  favourable: { sign: '▲', ascii: '+' },
  unfavourable: { sign: '▼', ascii: '-' },
  caution: { sign: '!', ascii: '!' },
  unknown: { sign: '?', ascii: '?' },
  neutral: { sign: '', ascii: '' },
};

export const calloutWords: Readonly<Record<CalloutTone, string>> = {
  note: 'Note',
  caution: 'Caution',
  conflict: 'Conflict',
  unknown: 'Open',
};
