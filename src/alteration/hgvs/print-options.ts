/** How descriptions are printed. */

/** Choices that HGVS leaves open, and older forms that other programs print. */
export interface PrintOptions {
  /** Codes of amino acids; three-letter ones are preferred by HGVS. */
  readonly letters?: 'three' | 'one';
  /** The stop: `Ter` with three-letter codes unless said, and always `*` with one-letter codes. */
  readonly stop?: 'Ter' | '*';
  /** Nucleotides named after `del`, `dup`, `inv`, before `=`: HGVS 21 leaves them out. */
  readonly removed?: 'omit' | 'keep';
  /** RNA: HGVS prints small letters. */
  readonly rna?: 'lower' | 'upper';
  /** A frameshift or extension without a distance: HGVS prints `fs`; some programs print `fsTer`. */
  readonly openFrameshift?: 'fs' | 'fsTer';
}

/** All choices made. */
export interface PrintStyle {
  readonly letters: 'three' | 'one';
  readonly stop: 'Ter' | '*';
  readonly removed: 'omit' | 'keep';
  readonly rna: 'lower' | 'upper';
  readonly openFrameshift: 'fs' | 'fsTer';
}

const preferred: PrintStyle = {
  letters: 'three',
  stop: 'Ter',
  removed: 'omit',
  rna: 'lower',
  openFrameshift: 'fs',
};

/** The style of the options; without options, what HGVS prefers. */
export function styleOf(options: PrintOptions | undefined): PrintStyle {
  if (options === undefined) return preferred;
  const letters = options.letters ?? 'three';
  return {
    letters,
    stop: letters === 'one' ? '*' : (options.stop ?? 'Ter'),
    removed: options.removed ?? 'omit',
    rna: options.rna ?? 'lower',
    openFrameshift: options.openFrameshift ?? 'fs',
  };
}
