/** `cajal fusion FILE...`: callers on one sample, merged, as a table with votes. */
import { basename } from 'node:path';
import { describeAlteration, frameText, readAlteration } from '../../alteration/index.ts';
import {
  type AskedFusion,
  type AssayedResult,
  buildOf,
  type FusionCall,
  type FusionFile,
  fusionVerdicts,
  inferBuild,
  judgeCall,
  type MergedFusion,
  mergeCalls,
  readFusionFile,
  usualAssay,
  usualTolerance,
} from '../../formats/index.ts';
import { type GenomeBuild, keepsKinaseOf, type NoReading, type OneSide } from '../../genes/index.ts';
import type { Issue } from '../../reading/index.ts';
import type { FusionCommandOptions } from '../fusion-options.ts';
import { reportIssues } from '../outcome.ts';
import { openText, UnreadableFile } from './findings-input.ts';
import { endCell, print, table, wrongBuild } from './fusion-output.ts';

interface CallerFile {
  readonly path: string;
  readonly file: FusionFile;
}

/** A caller is named by its format, and by its file where two files have one format. */
function resultsOf(
  files: readonly CallerFile[],
  sample: string | undefined,
  build: GenomeBuild | undefined,
  options: FusionCommandOptions,
) {
  return files.map(({ path, file }): AssayedResult => {
    const format = file.format ?? 'unknown';
    const isTwice = files.filter((other) => other.file.format === file.format).length > 1;
    const used = build ?? inferBuild(file.calls);
    const isOfSample = (call: FusionCall) =>
      call.sample === undefined || sample === undefined || call.sample === sample;
    return {
      caller: isTwice ? `${format} (${basename(path)})` : format,
      assay: options.assay ?? usualAssay(format),
      ...(options.reads === undefined ? {} : { reads: options.reads }),
      calls: file.calls.filter(isOfSample).map((call) => judgeCall(call, used)),
    };
  });
}

function readsText({ votes }: MergedFusion): string {
  return votes
    .map(({ caller, judged }) => {
      const { splitReads, spanningPairs, longReads } = judged.call.support;
      const reads = [
        splitReads === undefined ? undefined : `${splitReads} split`,
        spanningPairs === undefined ? undefined : `${spanningPairs} pairs`,
        longReads === undefined ? undefined : `${longReads} long`,
      ].filter((part) => part !== undefined);
      return `${caller} ${reads.join(' + ')}`;
    })
    .join('; ');
}

/** Why there is no verdict, in the words of a table; `noReadingText` has the sentence. */
const whyNot: Readonly<Record<NoReading, string>> = {
  geneUnknown: 'a gene is not in the catalogue',
  noExons: 'exons of a gene are not held',
  noExonNumber: 'no exons or breakpoints',
  outside: 'breakpoint on no transcript held',
  sameGene: 'one gene: no fusion',
  breakInExon: 'break within an exon',
  orderUnknown: 'order of the genes not stated',
  buildUnknown: 'genome build not known',
  inexact: 'no split read: place inexact',
};

/** The caller sees the 5' partner cut before its coding sequence. */
const isPromoterSite = (site: string | undefined): boolean => site?.startsWith("5'UTR") === true;

function promoterText({ promoterOnly, end }: OneSide): string {
  const start = promoterOnly?.start;
  const from =
    start?.kind === 'inFrameAtg'
      ? ` from codon ${start.codon}`
      : start?.kind === 'native'
        ? ' from its own start'
        : '';
  return `promoter alone by the caller's site; ${end.gene} e${end.exon}${from}, kinase ${promoterOnly?.kinase ?? 'unknown'}`;
}

function oursText({ best: { readings, oneSide }, votes }: MergedFusion): string {
  if (readings.kind === 'known')
    return `${frameText(readings.reference)}; kinase ${readings.reference.kinase}, ${endCell(readings.reference.five)}, ${endCell(readings.reference.three)}`;
  if (oneSide === undefined) return whyNot[readings.reason];
  const isPromoter = votes.some(({ judged }) => isPromoterSite(judged.call.five.site));
  if (oneSide.side === 'three' && isPromoter) return promoterText(oneSide);
  const isWhole = keepsKinaseOf(oneSide.domains, oneSide.side);
  return `${whyNot[readings.reason]}; ${oneSide.end.gene} e${oneSide.end.exon}${isWhole ? ', its kinase whole if in frame' : ''}`;
}

function claimsText({ votes }: MergedFusion): string {
  const said = votes.flatMap(({ judged }) => judged.call.claims.frame?.printed ?? []);
  return said.length === 0 ? '-' : [...new Set(said)].join(' / ');
}

const notFusions = {
  intragenic: 'within one gene',
  intergenic: 'with a place outside genes',
  fiveToFive: "5' end to 5' end",
  threeToThree: "3' end to 3' end",
} as const;

function printSample(results: readonly AssayedResult[], asked: readonly AskedFusion[]): void {
  const merged = mergeCalls(results);
  for (const line of table([
    [
      '#',
      'fusion',
      'callers',
      'our verdict',
      'frame by callers',
      'conflict',
      'other junctions',
      'reciprocal',
      'reads',
    ],
    ...merged.map((event) => [
      String(event.id),
      `${event.five}::${event.three}`,
      `${event.callers.length} of ${results.length}`,
      oursText(event),
      claimsText(event),
      event.hasConflict ? 'yes' : '',
      event.otherJunctions.join(','),
      event.reciprocal.join(','),
      readsText(event),
    ]),
  ]))
    print(line);
  print(
    `Calls of one event: breakpoints within ${usualTolerance.withSplitReads} bases, within ${usualTolerance.withoutSplitReads} where no read is split. * reference transcript.`,
  );
  const calls = results.flatMap((result) => result.calls.map(({ call }) => call));
  for (const [arrangement, words] of Object.entries(notFusions)) {
    const count = calls.filter((call) => call.arrangement === arrangement).length;
    if (count > 0) print(`${count === 1 ? '1 row' : `${count} rows`} ${words}: no fusion of two genes`);
  }
  for (const { caller, calls: all } of results)
    for (const { exonChange, call } of all)
      if (exonChange !== undefined) print(`  ${caller} line ${call.line}: ${describeAlteration(exonChange)}`);
  for (const { sentence, limits } of fusionVerdicts(results, asked)) {
    print('');
    print(sentence);
    for (const limit of limits) print(`  ${limit.sentence} (${limit.source})`);
  }
}

function askedFusions(texts: readonly string[]): {
  readonly asked: readonly AskedFusion[];
  readonly issues: readonly Issue[];
} {
  const asked: AskedFusion[] = [];
  const issues: Issue[] = [];
  for (const text of texts) {
    const { value } = readAlteration(text);
    if (value?.kind === 'fusion' && value.five !== undefined && value.three !== undefined)
      asked.push({ five: value.five.gene, three: value.three.gene });
    else
      issues.push({
        code: 'wrong-value',
        severity: 'error',
        message: `"${text}" names no two genes; write ETV6::NTRK3`,
        source: '--ask',
      });
  }
  return { asked, issues };
}

async function readFiles(paths: readonly string[]): Promise<readonly CallerFile[] | undefined> {
  const files: CallerFile[] = [];
  for (const path of paths) {
    const opened = openText(path);
    if ('code' in opened) {
      reportIssues([opened]);
      return undefined;
    }
    try {
      const file = await readFusionFile(opened.text, path);
      reportIssues(file.issues);
      if (file.format !== undefined) files.push({ path, file });
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      reportIssues([error.issue]);
      return undefined;
    }
  }
  return files;
}

/** Merges the files of callers, and answers the fusions that are asked for. */
export async function fusionFiles(paths: readonly string[], options: FusionCommandOptions): Promise<void> {
  const build = buildOf(options.build);
  if (options.build !== undefined && build === undefined) {
    reportIssues([wrongBuild]);
    return;
  }
  const { asked, issues } = askedFusions(options.ask);
  if (reportIssues(issues)) return;
  const files = await readFiles(paths);
  if (files === undefined || files.length === 0) return;
  const met = new Set(files.flatMap(({ file }) => file.calls.map((call) => call.sample ?? '')));
  met.delete('');
  const samples = options.sample === undefined ? [...met] : [options.sample];
  if (options.sample !== undefined && met.size > 0 && !met.has(options.sample)) {
    const message = `is in none of the files; they have ${[...met].slice(0, 10).join(', ')}`;
    reportIssues([{ code: 'sample-unknown', severity: 'error', message, source: options.sample }]);
    return;
  }
  const groups = samples.length === 0 ? [undefined] : samples;
  const answers = groups.map((sample) => ({ sample, results: resultsOf(files, sample, build, options) }));
  if (options.json) {
    const whole = answers.map(({ sample, results }) => ({
      sample,
      fusions: mergeCalls(results),
      verdicts: fusionVerdicts(results, asked),
    }));
    process.stdout.write(`${JSON.stringify(whole, null, 2)}\n`);
    return;
  }
  for (const { sample, results } of answers) {
    if (sample !== undefined) print(`Sample ${sample}`);
    printSample(results, asked);
    if (answers.length > 1) print('');
  }
}
