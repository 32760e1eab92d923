/**
 * Writes src/tumour/oncotree-facts.ts: name, parent and main type of the OncoTree codes that the entities carry.
 * Source: OncoTree (Memorial Sloan Kettering Cancer Center), CC BY 4.0, in the form that oncokb/oncokb keeps at commit
 * 5279175. Run: node scripts/import/oncotree.ts [tumor_types.json]
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const home = fileURLToPath(new URL('../../', import.meta.url));
const data = process.env['CAJAL_DATA'] ?? join(home, '..', 'shared', 'data');
const input = process.argv[2] ?? join(data, 'oncotree', 'tumor_types.json');
const output = join(home, 'src', 'tumour', 'oncotree-facts.ts');

/** The codes that the entities use. Add a code here and run the script before giving it to an entity. */
const codes = `
  GINETES LNET TNET GINET PANET SBWDNET AWDNET RWDNET SWDNET LUCA ALUCA RNET NETNOS HGNEC HGNES
  HGNEE SCLC LUNE HGONEC MCC CENE PRNE SCBC HNNE NECNOS PAAD COADREAD COAD READ STAD EGC CHOL GBC
  OVT BRCA PRAD NSCLC HCC RCC BLCA SACA THME PHC PGNG MEL ACRM ARMM HNMUCM ESMM VMM URMM SKCM UM
  MUP GIST SOFT_TISSUE SEM NSGCT OGCT EGCT GB CML CUP CUPNOS
`
  .trim()
  .split(/\s+/);

interface Node {
  readonly code: string;
  readonly name: string;
  readonly mainType: string | null;
  readonly parent: string | null;
  readonly children: Readonly<Record<string, Node>>;
}

function isNode(value: unknown): value is Node {
  return (
    typeof value === 'object' && value !== null && 'code' in value && 'name' in value && 'children' in value
  );
}

function* walk(node: Node): Generator<Node> {
  yield node;
  for (const child of Object.values(node.children)) yield* walk(child);
}

const parsed: unknown = JSON.parse(readFileSync(input, 'utf8'));
const root: unknown =
  typeof parsed === 'object' && parsed !== null && 'TISSUE' in parsed ? parsed.TISSUE : undefined;
if (!isNode(root)) throw new Error(`${input} has no root TISSUE`);
const nodes = new Map([...walk(root)].map((node) => [node.code, node]));

const rows = codes.map((code) => {
  const node = nodes.get(code);
  if (node === undefined) throw new Error(`OncoTree has no code ${code}`);
  const { name, mainType, parent } = node;
  return `  ${code}: ${JSON.stringify({ name, mainType: mainType ?? '', parent: parent ?? '' })},`;
});

writeFileSync(
  output,
  `/**
 * Facts of OncoTree for the codes that the entities carry: name, main type, parent.
 * Source: OncoTree, Memorial Sloan Kettering Cancer Center, CC BY 4.0, as kept by oncokb/oncokb at commit 5279175.
 * Written by scripts/import/oncotree.ts; do not edit by hand.
 */

/** One OncoTree type. */
export interface OncotreeFact {
  readonly name: string;
  readonly mainType: string;
  readonly parent: string;
}

export const oncotreeFacts = {
${rows.join('\n')}
} as const satisfies Record<string, OncotreeFact>;

/** A code of OncoTree that an entity carries. */
export type OncotreeCode = keyof typeof oncotreeFacts;

/** The facts of a code. */
export function oncotreeFact(code: OncotreeCode): OncotreeFact {
  return oncotreeFacts[code];
}
`,
);
execFileSync(process.execPath, [
  join(home, 'node_modules', '@biomejs', 'biome', 'bin', 'biome'),
  'check',
  '--write',
  output,
]);
