/** References as HGVS text. */
import type { Accession, HgvsReference } from './hgvs-variant.ts';

/** `NM_000222.3`. */
export function accessionText({ id, version }: Accession): string {
  return version === undefined ? id : `${id}.${version}`;
}

/** `NM_000222.3(KIT)`, `NC_000004.12(NM_000222.3)`. */
export function referenceText({ accession, gene, within }: HgvsReference): string {
  const inner = within === undefined ? gene : accessionText(within);
  return inner === undefined ? accessionText(accession) : `${accessionText(accession)}(${inner})`;
}
