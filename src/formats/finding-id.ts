/** Ids of findings that are proposed for a case. */

/** `kit-p.v560del`: of the gene and the change, with a number where it stands already. */
export function findingId(gene: string, alteration: string, taken: Set<string>): string {
  const base =
    `${gene}-${alteration}`
      .toLowerCase()
      .replaceAll(/[^a-z0-9.]+/g, '-')
      .replaceAll(/^[-.]+|[-.]+$/g, '')
      .slice(0, 56) || 'finding';
  let id = base;
  for (let number = 2; taken.has(id); number += 1) id = `${base}-${number}`;
  taken.add(id);
  return id;
}
