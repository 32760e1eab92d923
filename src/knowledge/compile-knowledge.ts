/** Compiling the library: every file read and checked, references followed, one document with its hash. */
import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { variantEffectFile } from '../alteration/index.ts';
import {
  approvalFile,
  auditStudy,
  type IntegrityFlag,
  integrityFlags,
  paper,
  type Study,
  statementFile,
  study,
  withGroupCounts,
} from '../evidence/index.ts';
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
import type { CompiledKnowledge, KnowledgeContent, PrintedContent } from './compiled-knowledge.ts';
import type { KnowledgeFile } from './knowledge-files.ts';

/** The kinds of files, each with its version and the steps from older ones. */
const kinds = {
  study: { current: 1, upcasters: {} },
  paper: { current: 1, upcasters: {} },
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
    case 'paper':
    case 'statements':
    case 'approvals':
    case 'options':
    case 'effects':
      return name;
    default:
      return undefined;
  }
}

/** The library with what its papers print. */
interface Collected extends KnowledgeContent {
  readonly papers: PrintedContent['papers'];
}

/** Adds the values of one file to what was collected; returns its issues. */
function collect(document: PositionedDocument, kind: Kind, into: Collected): readonly Issue[] {
  switch (kind) {
    case 'study': {
      const read = validate(document, study);
      if (read.value !== undefined) into.studies.push(read.value);
      return read.issues;
    }
    case 'paper': {
      const read = validate(document, paper);
      if (read.value !== undefined) into.papers.push(read.value);
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
function readFile(document: PositionedDocument, into: Collected): readonly Issue[] {
  const kind = kindOf(document);
  if (kind === undefined) {
    const message =
      'the head `cajal:` has to be study/1, paper/1, statements/1, approvals/1, options/1 or effects/1';
    return [issueAt(document, { code: 'unknown-version', message, path: ['cajal'] })];
  }
  const current = readVersioned({ document, kind: `cajal/${kind}`, ...kinds[kind] });
  if (current.value === undefined) return current.issues;
  return [...current.issues, ...collect(current.value, kind, into)];
}

/** The library, and beside it what its papers print. */
export interface CompiledFiles extends CompiledKnowledge {
  readonly printed: PrintedContent;
}

/** A study as the library keeps it: what papers printed of it has a file of its own. */
function withoutPrinted(study: Study): Study {
  const { printed, ...rest } = study;
  return printed === undefined ? study : rest;
}

/** The library of some files, with every issue; no value where any file has an error. */
export function compileKnowledge(files: readonly KnowledgeFile[]): Reading<CompiledFiles> {
  const collected: Collected = {
    studies: [],
    integrity: {},
    papers: [],
    statements: [],
    approvals: [],
    effects: [],
    options: { options: [], ladders: [], cautions: [], tests: [], stanceRules: [] },
  };
  const issues = files.flatMap(({ path, name }) => {
    const read = readStructured(readFileSync(path), { source: name });
    return read.value === undefined ? read.issues : [...read.issues, ...readFile(read.value, collected)];
  });
  const checked = [...issues, ...checkKnowledge(collected, collected.papers)];
  if (hasErrors(checked)) return { value: undefined, issues: checked };
  const { papers, ...content } = collected;
  const printed = content.studies.flatMap(({ id, printed: results }) =>
    results === undefined ? [] : [{ study: id, results }],
  );
  const audited = content.studies.map((each) => ({ study: each, findings: auditStudy(each).findings }));
  const flags = audited.flatMap(({ study: each, findings }) => {
    const own = integrityFlags(each, findings);
    return own.length === 0 ? [] : [[each.id, [...own]] satisfies [string, IntegrityFlag[]]];
  });
  const library = {
    ...content,
    integrity: Object.fromEntries(flags),
    studies: audited.map(({ study: each, findings }) => withoutPrinted(withGroupCounts(each, findings))),
  };
  return {
    value: { hash: hashOf(library), content: library, printed: { printed, papers } },
    issues: checked,
  };
}
