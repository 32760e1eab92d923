/** `cajal findings FILE`: the findings of a VCF, MAF, copy number, fusion, stain or biomarker file, with a summary. */

import {
  caseFindingsYaml,
  type FileFinding,
  type FileSummary,
  type FindingFormat,
  findingFormats,
  findingsForCase,
  readFindings,
} from '../../formats/index.ts';
import type { FindingsCommandOptions } from '../findings-options.ts';
import { exitCodeFor, plainForTerminal, reportIssues } from '../outcome.ts';
import { type OpenedFile, openText, UnreadableFile } from './findings-input.ts';
import { openOutput, type TextOutput } from './findings-output.ts';
import { findingsHeading, findingText, summaryText } from './findings-text.ts';

/** Entries of a case record are collected; of more findings than these the rest are only counted. */
const mostForCase = 2000;
const progressEveryMs = 250;

interface Sink {
  add(batch: readonly FileFinding[]): Promise<void>;
  end(summary: FileSummary): Promise<void>;
}

function tableSink(output: TextOutput): Sink {
  let isBegun = false;
  return {
    add: async (batch) => {
      const heading = isBegun ? '' : findingsHeading();
      isBegun = true;
      await output.write(heading + batch.map(findingText).join(''));
    },
    end: () => Promise.resolve(),
  };
}

function jsonSink(output: TextOutput): Sink {
  let separator = '';
  return {
    add: async (batch) => {
      let text = '';
      for (const finding of batch) {
        text += `${separator === '' ? '{"findings":[' : ','}\n${JSON.stringify(finding)}`;
        separator = ',';
      }
      await output.write(text);
    },
    end: async (summary) => {
      const opening = separator === '' ? '{"findings":[' : '\n';
      await output.write(`${opening}],"summary":${JSON.stringify(summary)}}\n`);
    },
  };
}

function yamlSink(output: TextOutput, source: string, assay: string | undefined): Sink {
  const held: FileFinding[] = [];
  let more = 0;
  return {
    add: (batch) => {
      for (const finding of batch) {
        if (held.length < mostForCase) held.push(finding);
        else more += 1;
      }
      return Promise.resolve();
    },
    end: async () => {
      const entries = findingsForCase(held, { source, ...(assay === undefined ? {} : { assay }) });
      reportIssues(entries.issues.map((issue) => ({ ...issue, source })));
      if (more > 0) {
        const text = `${source}: ${more} more findings were not looked at; choose genes with --gene`;
        process.stderr.write(`${plainForTerminal(text)}\n`);
      }
      if (entries.issues.length === 0) await output.write(caseFindingsYaml(entries));
    },
  };
}

function sinkOf(options: FindingsCommandOptions, output: TextOutput, source: string): Sink {
  switch (options.as) {
    case 'table':
      return tableSink(output);
    case 'json':
      return jsonSink(output);
    case 'yaml':
      return yamlSink(output, source, options.assay);
    default:
      return options.as satisfies never;
  }
}

/** A line on standard error that is written over, where somebody looks at it. */
function progressOf(file: OpenedFile): {
  readonly show: (lines: number, kept: number) => void;
  readonly clear: () => void;
} {
  if (process.stderr.isTTY !== true) return { show: () => undefined, clear: () => undefined };
  let last = performance.now();
  let isShown = false;
  return {
    show: (lines, kept) => {
      const now = performance.now();
      if (now - last < progressEveryMs) return;
      last = now;
      isShown = true;
      const percent = file.bytes === 0 ? 100 : Math.min(100, Math.floor((100 * file.taken()) / file.bytes));
      process.stderr.write(`\r\u001B[K${percent}%  ${lines} lines, ${kept} findings`);
    },
    clear: () => {
      if (isShown) process.stderr.write('\r\u001B[K');
    },
  };
}

function fractionOf(
  text: string | undefined,
): { readonly name: string; readonly unit: 'fraction' | 'percent' } | undefined | 'unusable' {
  if (text === undefined) return undefined;
  const [, name, unit] = /^([^:]+):(fraction|percent)$/.exec(text) ?? [];
  if (name === undefined) return 'unusable';
  return { name, unit: unit === 'percent' ? 'percent' : 'fraction' };
}

/** Reads a file and writes its findings; issues and the summary go to standard error. */
export async function findingsCommand(path: string, options: FindingsCommandOptions): Promise<void> {
  const fraction = fractionOf(options.vafField);
  const format =
    options.format === 'auto' ? undefined : findingFormats.find((each) => each === options.format);
  if (fraction === 'unusable' || (format === undefined && options.format !== 'auto')) {
    const message =
      fraction === 'unusable'
        ? '--vaf-field is NAME:fraction or NAME:percent'
        : `--format is one of auto, ${findingFormats.join(', ')}`;
    reportIssues([{ code: 'wrong-value', severity: 'error', message }]);
    return;
  }
  const file = openText(path);
  if ('code' in file) {
    reportIssues([file]);
    return;
  }
  const output = openOutput(options.output);
  const progress = progressOf(file);
  const reading = readFindings(file.text, {
    ...(format === undefined ? {} : { format: format satisfies FindingFormat }),
    ...(options.sample === undefined ? {} : { sample: options.sample }),
    ...(options.gene.length === 0 ? {} : { genes: options.gene }),
    ...(fraction === undefined ? {} : { fraction }),
    keepFiltered: options.allFilters,
    onProgress: ({ lines, kept }) => progress.show(lines, kept),
  });
  const sink = sinkOf(options, output, path);
  let broken: UnreadableFile | undefined;
  try {
    for await (const batch of reading.findings) await sink.add(batch);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    broken = error;
  }
  progress.clear();
  const summary = reading.summary();
  await sink.end(summary);
  const unwritten = await output.finish();
  process.stderr.write(summaryText(path, summary));
  const code = exitCodeFor(summary.issues);
  if (code !== 0) process.exitCode = code;
  reportIssues([broken?.issue, unwritten].filter((issue) => issue !== undefined));
}
