/**
 * Reads OncoTree's nested tumour types. Codes, names and the tree are kept; main types are kept as printed and carry no
 * evidence from one type to another: they put pancreatic NETs under pancreatic cancer.
 */
import * as z from 'zod';
import type { Issue } from '../../reading/index.ts';

/** A tumour type. */
export interface OncotreeNode {
  readonly code: string;
  readonly name: string;
  readonly mainType?: string;
  readonly parent?: string;
}

interface RawNode {
  readonly code: string;
  readonly name: string;
  readonly mainType?: string | null | undefined;
  readonly parent?: string | null | undefined;
  readonly children?: Readonly<Record<string, RawNode>> | undefined;
}

const rawNode: z.ZodType<RawNode> = z.lazy(() =>
  z.object({
    code: z.string().min(1),
    name: z.string().min(1),
    mainType: z.string().nullish(),
    parent: z.string().nullish(),
    children: z.record(z.string(), rawNode).optional(),
  }),
);

function flat(node: RawNode): readonly OncotreeNode[] {
  const { code, name, mainType, parent } = node;
  const own: OncotreeNode = {
    code,
    name,
    ...(mainType == null ? {} : { mainType }),
    ...(parent == null ? {} : { parent }),
  };
  return [own, ...Object.values(node.children ?? {}).flatMap(flat)];
}

/** OncoTree itself is seven deep. */
const deepest = 40;

/** How deep a document is nested, without recursion; the search ends where it is too deep. */
function depthOf(data: unknown): number {
  let level: readonly unknown[] = [data];
  let depth = 0;
  while (level.length > 0 && depth <= deepest) {
    level = level.flatMap((each): readonly unknown[] => {
      const values: readonly unknown[] = typeof each === 'object' && each !== null ? Object.values(each) : [];
      return values;
    });
    depth += 1;
  }
  return depth;
}

/** Reads the tree; an issue says where it does not follow the form. */
export function readOncotreeFile(text: string): {
  readonly nodes: readonly OncotreeNode[];
  readonly issues: readonly Issue[];
} {
  const refused = (message: string) => ({
    nodes: [],
    issues: [{ code: 'wrong-type', severity: 'error', message } satisfies Issue],
  });
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return refused('this is not JSON; take the tree of tumour types (api/tumorTypes/tree) from OncoTree.');
  }
  if (depthOf(data) > deepest) return refused('this is no tree of OncoTree: it is nested too deep.');
  const parsed = z.record(z.string(), rawNode).safeParse(data);
  if (!parsed.success)
    return refused(
      `this is no tree of OncoTree: ${parsed.error.issues[0]?.path.join('.')} ${parsed.error.issues[0]?.message}`,
    );
  const nodes = Object.values(parsed.data).flatMap(flat);
  const seen = new Set<string>();
  const twice = nodes.find(({ code }) => seen.size === seen.add(code).size);
  if (twice !== undefined)
    return refused(`this is no tree of OncoTree: the code ${twice.code} stands in it twice.`);
  return { nodes, issues: [] };
}
