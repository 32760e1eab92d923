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
  const parsed = z.record(z.string(), rawNode).safeParse(data);
  if (!parsed.success)
    return refused(
      `this is no tree of OncoTree: ${parsed.error.issues[0]?.path.join('.')} ${parsed.error.issues[0]?.message}`,
    );
  return { nodes: Object.values(parsed.data).flatMap(flat), issues: [] };
}
