/** `cajal knowledge check`: the library read, checked and counted, as a curator needs it before a review. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import {
  type CompiledKnowledge,
  checkGeneModels,
  compileKnowledge,
  KnowledgeFailure,
  knowledgeFiles,
  knowledgePlaces,
  readCompiled,
} from '../../knowledge/index.ts';
import { homeFolder } from '../home.ts';
import { reportIssues } from '../outcome.ts';

function printCounts({ hash, content }: CompiledKnowledge, files: string): void {
  const { studies, statements, approvals, effects, options } = content;
  const counts = [
    files,
    `${studies.length} studies`,
    `${statements.length} statements`,
    `${approvals.length} approvals`,
    `${effects.length} effects of variants`,
    `${options.options.length} options`,
    `${options.ladders.length} ladders`,
    `${options.cautions.length} cautions`,
    `${options.tests.length} tests`,
  ];
  process.stdout.write(`${counts.join(', ')}\nknowledge ${hash}\n`);
}

/** Checks the library of a folder, by default the one of this Cajal; an installed package has it compiled. */
export function knowledgeCheckCommand(folder: string | undefined): void {
  const places = knowledgePlaces(homeFolder);
  if (folder === undefined && !existsSync(places.folder)) {
    const packaged = readCompiled(readFileSync(places.packaged, 'utf8'));
    if (packaged === undefined) throw new KnowledgeFailure('the packaged library does not fit its hash', []);
    printCounts(packaged, 'compiled');
    return;
  }
  if (folder !== undefined && !(existsSync(folder) && statSync(folder).isDirectory())) {
    reportIssues([
      {
        code: 'file-not-found',
        severity: 'error',
        message: 'is not a folder of knowledge files',
        source: folder,
      },
    ]);
    return;
  }
  const files = knowledgeFiles(folder ?? places.folder);
  const { value, issues } = compileKnowledge(files);
  const genes = checkGeneModels(folder ?? places.folder);
  if (reportIssues([...issues, ...(genes?.issues ?? [])]) || value === undefined) return;
  printCounts(
    value,
    genes === undefined ? `${files.length} files` : `${files.length} files, ${genes.models} gene models`,
  );
}
