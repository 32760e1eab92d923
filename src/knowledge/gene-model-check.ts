/** The curator's gene models of a folder, checked: the form of each file with its places, then the catalogue as a whole. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkGeneCatalogue, type GeneModelFile, geneModelFile, geneNamesFile } from '../genes/index.ts';
import { hasErrors, type Issue, readStructured, validate } from '../reading/index.ts';

const catalogueName = 'names.yaml';
/** The list of names is longer than what users send. */
const mostTokens = 1_000_000;

/** What was checked. */
export interface GeneModelCheck {
  readonly models: number;
  readonly issues: readonly Issue[];
}

/**
 * Checks `gene-models/` of a knowledge folder.
 *
 * @returns undefined where the folder holds no gene models.
 */
export function checkGeneModels(folder: string): GeneModelCheck | undefined {
  const own = join(folder, 'gene-models');
  if (!existsSync(own)) return undefined;
  const issues: Issue[] = [];
  const models: GeneModelFile[] = [];
  const names = readdirSync(own)
    .filter((name) => name.endsWith('.yaml') && name !== catalogueName)
    .toSorted();
  for (const name of names) {
    const path = join(own, name);
    const document = readStructured(readFileSync(path), { source: `gene-models/${name}` });
    issues.push(...document.issues);
    if (document.value === undefined) continue;
    const model = validate(document.value, geneModelFile);
    issues.push(...model.issues);
    if (model.value !== undefined) models.push(model.value);
  }
  const path = join(own, catalogueName);
  if (!existsSync(path)) {
    const message = `the names of the other genes are missing; add ${catalogueName}`;
    return {
      models: models.length,
      issues: [...issues, { code: 'file-not-found', severity: 'error', message, source: path }],
    };
  }
  const document = readStructured(readFileSync(path), {
    source: `gene-models/${catalogueName}`,
    maxTokens: mostTokens,
  });
  issues.push(...document.issues);
  const catalogue = document.value === undefined ? undefined : validate(document.value, geneNamesFile);
  issues.push(...(catalogue?.issues ?? []));
  if (catalogue?.value === undefined || hasErrors(issues)) return { models: models.length, issues };
  const faults = checkGeneCatalogue(models, catalogue.value).map(
    ({ severity, message }): Issue => ({ code: 'gene-model', severity, message, source: 'gene-models' }),
  );
  return { models: models.length, issues: [...issues, ...faults] };
}
