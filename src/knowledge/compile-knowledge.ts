/** Compiling the library: every file read and checked, references followed, one document with its hash. */
import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { variantEffectFile } from '../alteration/index.ts';
import { approvalFile, statementFile, study } from '../evidence/index.ts';
import { optionFile } from '../options/index.ts';
import {
  hasErrors,
  hashOf,
  type Issue,
  issueAt,
  type PositionedDocument,
  type Reading,
  readStructured,
  readVersioned,
  type Upcaster,
  validate,
} from '../reading/index.ts';
import { checkKnowledge } from './check-knowledge.ts';
import type { CompiledKnowledge, KnowledgeContent } from './compiled-knowledge.ts';
import type { KnowledgeFile } from './knowledge-files.ts';

/** The kinds of files, each with its version and the steps from older ones. */
const kinds = {
  study: { current: 1, upcasters: {} },
  statements: { current: 1, upcasters: {} },
  approvals: { current: 1, upcasters: {} },
  options: { current: 1, upcasters: {} },
  effects: { current: 1, upcasters: {} },
} as const satisfies Record<
  string,
  { readonly current: number; readonly upcasters: Readonly<Record<number, Upcaster>> }
>;
type Kind = keyof typeof kinds;

const head = z.looseObject({ cajal: z.string() });

/** The kind that the head of a file names, whatever its version. */
function kindOf(document: PositionedDocument): Kind | undefined {
  const name = head.safeParse(document.value).data?.cajal.split('/')[0];
  switch (name) {
    case 'study':
    case 'statements':
    case 'approvals':
    case 'options':
    case 'effects':
      return name;
    default:
      return undefined;
  }
}

/** Adds the values of one file to what was collected; returns its issues. */
function collect(document: PositionedDocument, kind: Kind, into: KnowledgeContent): readonly Issue[] {
  switch (kind) {
    case 'study': {
      const read = validate(document, study);
      if (read.value !== undefined) into.studies.push(read.value);
      return read.issues;
    }
    case 'statements': {
      const read = validate(document, statementFile);
      into.statements.push(...(read.value?.statements ?? []));
      return read.issues;
    }
    case 'approvals': {
      const read = validate(document, approvalFile);
      into.approvals.push(...(read.value?.approvals ?? []));
      return read.issues;
    }
    case 'effects': {
      const read = validate(document, variantEffectFile);
      into.effects.push(...(read.value?.effects ?? []));
      return read.issues;
    }
    case 'options': {
      const read = validate(document, optionFile);
      into.options.options.push(...(read.value?.options ?? []));
      into.options.ladders.push(...(read.value?.ladders ?? []));
      into.options.cautions.push(...(read.value?.cautions ?? []));
      into.options.tests.push(...(read.value?.tests ?? []));
      into.options.stanceRules.push(...(read.value?.stanceRules ?? []));
      return read.issues;
    }
  }
}

/** Reads one file of any kind and version into what was collected. */
function readFile(document: PositionedDocument, into: KnowledgeContent): readonly Issue[] {
  const kind = kindOf(document);
  if (kind === undefined) {
    const message = 'the head `cajal:` has to be study/1, statements/1, approvals/1, options/1 or effects/1';
    return [issueAt(document, { code: 'unknown-version', message, path: ['cajal'] })];
  }
  const current = readVersioned({ document, kind: `cajal/${kind}`, ...kinds[kind] });
  if (current.value === undefined) return current.issues;
  return [...current.issues, ...collect(current.value, kind, into)];
}

/** The library of some files, with every issue; no value where any file has an error. */
export function compileKnowledge(files: readonly KnowledgeFile[]): Reading<CompiledKnowledge> {
  const content: KnowledgeContent = {
    studies: [],
    statements: [],
    approvals: [],
    effects: [],
    options: { options: [], ladders: [], cautions: [], tests: [], stanceRules: [] },
  };
  const issues = files.flatMap(({ path, name }) => {
    const read = readStructured(readFileSync(path), { source: name });
    return read.value === undefined ? read.issues : [...read.issues, ...readFile(read.value, content)];
  });
  const checked = [...issues, ...checkKnowledge(content)];
  if (hasErrors(checked)) return { value: undefined, issues: checked };
  return { value: { hash: hashOf(content), content }, issues: checked };
}
