/** The curator's gene models of a folder, checked: the form of each file with its places, then the catalogue as a whole. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  checkGeneCatalogue,
  checkGeneModel,
  type GeneModelFile,
  geneModelFile,
  geneNamesFile,
} from '../genes/index.ts';
import { type Issue, issueAt, readStructured, validate } from '../reading/index.ts';
import { issueOfModel, issuesOfCatalogue, type PlacedGeneModel } from './gene-model-place.ts';

const catalogueName = 'names.yaml';
/** The list of names is longer than what users send. */
const mostTokens = 1_000_000;

/** What was checked. */
export interface GeneModelCheck {
  readonly models: number;
  readonly issues: readonly Issue[];
}

interface ReadModels {
  readonly placed: readonly PlacedGeneModel[];
  readonly files: readonly GeneModelFile[];
  readonly issues: readonly Issue[];
}

/** The file of a gene bears its symbol: by that it is found and replaced. */
function nameIssues(name: string, { symbol, document }: PlacedGeneModel): readonly Issue[] {
  if (name === `${symbol}.yaml`) return [];
  const message = `the file of ${symbol} is called ${name}; call it ${symbol}.yaml, or correct the symbol`;
  return [issueAt(document, { code: 'gene-model', message, path: ['symbol'] })];
}

function readModels(folder: string): ReadModels {
  const issues: Issue[] = [];
  const placed: PlacedGeneModel[] = [];
  const files: GeneModelFile[] = [];
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml') && name !== catalogueName)
    .toSorted();
  for (const name of names) {
    const document = readStructured(readFileSync(join(folder, name)), { source: `gene-models/${name}` });
    issues.push(...document.issues);
    if (document.value === undefined) continue;
    const model = validate(document.value, geneModelFile);
    issues.push(...model.issues);
    if (model.value === undefined) continue;
    const held = { symbol: model.value.symbol, document: document.value };
    // A residue that stands in several lists is one fault.
    const faults = new Map(checkGeneModel(model.value).map((fault) => [fault.message, fault]));
    issues.push(...nameIssues(name, held));
    for (const fault of faults.values()) issues.push(issueOfModel(held, fault));
    files.push(model.value);
    placed.push(held);
  }
  return { placed, files, issues };
}

/**
 * Checks `gene-models/` of a knowledge folder.
 *
 * @returns undefined where the folder holds no gene models.
 */
export function checkGeneModels(folder: string): GeneModelCheck | undefined {
  const own = join(folder, 'gene-models');
  if (!existsSync(own)) return undefined;
  const { placed, files, issues } = readModels(own);
  const path = join(own, catalogueName);
  const source = `gene-models/${catalogueName}`;
  if (!existsSync(path)) {
    const message = `the names of the other genes are missing; add ${catalogueName}`;
    const missing: Issue = { code: 'file-not-found', severity: 'error', message, source };
    return { models: files.length, issues: [...issues, missing] };
  }
  const document = readStructured(readFileSync(path), { source, maxTokens: mostTokens });
  const names = document.value === undefined ? undefined : validate(document.value, geneNamesFile);
  const all = [...issues, ...document.issues, ...(names?.issues ?? [])];
  if (names?.value === undefined || document.value === undefined)
    return { models: files.length, issues: all };
  const ofFiles = new Set(files.flatMap(checkGeneModel).map(({ message }) => message));
  const { value } = document;
  const together = checkGeneCatalogue(files, names.value)
    .filter(({ message }) => !ofFiles.has(message))
    .flatMap((fault) => issuesOfCatalogue(placed, value, fault));
  return { models: files.length, issues: [...all, ...together] };
}
