/**
 * `cajal fusion TEXT...`: the verdict on a fusion over all transcript pairs. `cajal fusion FILE...`: the files of fusion
 * callers on one sample, merged, with our verdict beside theirs and the votes.
 */
import { existsSync, statSync } from 'node:fs';
import {
  type Fusion,
  fusionFamily,
  fusionSentences,
  fusionText,
  noReadingText,
  readAlteration,
  readingsOf,
} from '../../alteration/index.ts';
import { buildOf } from '../../formats/index.ts';
import { type FusionReadings, fusionAtBreakpoints } from '../../genes/index.ts';
import type { Issue } from '../../reading/index.ts';
import type { FusionCommandOptions } from '../fusion-options.ts';
import { reportIssues } from '../outcome.ts';
import { fusionFiles } from './fusion-files.ts';
import { endCell, print, table, wrongBuild } from './fusion-output.ts';

function printReadings(readings: FusionReadings): void {
  for (const sentence of fusionSentences(readings)) print(sentence);
  if (readings.kind === 'unknown') return;
  print('');
  print('Domains on the reference pair:');
  const { domains, five, three } = readings.reference;
  for (const line of table(
    domains.map((domain) => [
      domain.side === 'five' ? `  5' ${five.gene}` : `  3' ${three.gene}`,
      domain.label,
      `${domain.start}-${domain.end}`,
      domain.retained === 'unknown' ? `at most ${domain.retainedPercent}%` : `${domain.retainedPercent}%`,
      domain.retained,
    ]),
  ))
    print(line);
  print('');
  print('Transcript pairs (* reference transcript):');
  const pairs = readings.distinct.flatMap((distinct) => distinct.pairs);
  for (const line of table([
    ["  5'", "3'", 'frame', 'residues', 'kinase'],
    ...pairs.map((pair) => [
      `  ${endCell(pair.five)}`,
      endCell(pair.three),
      pair.frame,
      pair.proteinLength === undefined ? '-' : String(pair.proteinLength),
      pair.kinase,
    ]),
  ]))
    print(line);
}

const placed =
  /^([A-Za-z][A-Za-z0-9-]{1,24})@(?:chr)?([0-9XYM]{1,2}):(\d{1,10})::([A-Za-z][A-Za-z0-9-]{1,24})@(?:chr)?([0-9XYM]{1,2}):(\d{1,10})$/;

/** `ETV6@12:11869969::NTRK3@15:87940753`, on the build that is named. */
function readPlaced(text: string, options: FusionCommandOptions): FusionReadings | Issue | undefined {
  const [, five, fiveChromosome, fivePosition, three, threeChromosome, threePosition] =
    placed.exec(text) ?? [];
  if (five === undefined || three === undefined) return undefined;
  const build = buildOf(options.build);
  if (build === undefined) return wrongBuild;
  return fusionAtBreakpoints(
    { gene: five, chromosome: fiveChromosome ?? '', position: Number(fivePosition) },
    { gene: three, chromosome: threeChromosome ?? '', position: Number(threePosition) },
    { build, level: options.dna === true ? 'dna' : 'rna' },
  );
}

interface TextAnswer {
  readonly text: string;
  readonly fusion?: Fusion;
  readonly genes?: readonly string[];
  readonly readings?: FusionReadings;
  readonly issues: readonly Issue[];
}

function answerText(text: string, options: FusionCommandOptions): TextAnswer {
  const atPlaces = readPlaced(text.trim(), options);
  if (atPlaces !== undefined)
    return 'code' in atPlaces ? { text, issues: [atPlaces] } : { text, readings: atPlaces, issues: [] };
  const genes = fusionFamily(text);
  if (genes !== undefined) return { text, genes, issues: [] };
  const { value, issues } = readAlteration(text);
  if (value === undefined) return { text, issues };
  if (value.kind !== 'fusion') {
    const message = `"${text}" is read as a finding, but not as a fusion; write it as ETV6::NTRK3`;
    return { text, issues: [{ code: 'unparsable-alteration', severity: 'error', message }] };
  }
  const readings = readingsOf(value);
  return { text, fusion: value, ...(readings === undefined ? {} : { readings }), issues };
}

function printText({ text, fusion, genes, readings, issues }: TextAnswer): void {
  reportIssues(issues);
  if (genes !== undefined) print(`${text}: any of ${genes.join(', ')}`);
  if (fusion !== undefined) print(fusionText(fusion));
  if (readings !== undefined) printReadings(readings);
  else if (fusion !== undefined) print(noReadingText('noExonNumber'));
}

const isFile = (path: string): boolean => existsSync(path) && statSync(path).isFile();

/** Answers texts, or merges the files of callers; an argument that is a file on disk is read as one. */
export async function fusionCommand(inputs: readonly string[], options: FusionCommandOptions): Promise<void> {
  const paths = inputs.filter(isFile);
  if (paths.length === inputs.length) {
    await fusionFiles(paths, options);
    return;
  }
  if (paths.length > 0) {
    const missing = inputs.filter((input) => !isFile(input));
    const message = 'is not a file; give files, or texts, but not both';
    reportIssues(missing.map((source) => ({ code: 'file-not-found', severity: 'error', message, source })));
    return;
  }
  const answers = inputs.map((text) => answerText(text, options));
  if (options.json) {
    for (const { issues } of answers) reportIssues(issues);
    process.stdout.write(`${JSON.stringify(answers, null, 2)}\n`);
    return;
  }
  for (const [at, answer] of answers.entries()) {
    if (at > 0) print('');
    printText(answer);
  }
}
