/**
 * The measurements: whole processes against a limit in milliseconds, and work in one process with tinybench against a
 * limit or a peer. `npm run bench` ends with 1 where a median misses its limit. Run it on a quiet machine.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Bench } from 'tinybench';
import {
  answerBoard,
  buildReport,
  bundledKnowledge,
  compileKnowledge,
  hashOf,
  knowledgeFiles,
  knowledgePlaces,
  readCase,
  renderHtml,
  renderTerminal,
} from '../src/index.ts';

const home = fileURLToPath(new URL('..', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'cajal-bench-'));

interface Row {
  readonly name: string;
  readonly median: number;
  readonly spread: readonly [number, number];
  readonly unit: 'ms' | '/s';
  /** At most this many milliseconds, at least this many a second. */
  readonly limit?: number;
}

const sorted = (values: readonly number[]): readonly number[] => values.toSorted((a, b) => a - b);
const middle = (values: readonly number[]): number =>
  sorted(values)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Wall time of whole processes, after one that fills the compile cache. */
function processTimes(name: string, command: string, given: readonly string[], limit?: number): Row {
  const times: number[] = [];
  for (let round = 0; round <= 15; round += 1) {
    const start = performance.now();
    const done = spawnSync(command, given, { cwd: home, env: environment, encoding: 'utf8' });
    const elapsed = performance.now() - start;
    if (done.status !== 0) throw new Error(`${name} ended with ${done.status}: ${done.stderr}`);
    if (round > 0) times.push(elapsed);
  }
  const median = middle(times);
  const spread = [Math.min(...times), Math.max(...times)] as const;
  return { name, median, spread, unit: 'ms', ...(limit === undefined ? {} : { limit }) };
}

const environment = {
  ...process.env,
  CAJAL_HOME: join(scratch, 'data'),
  NODE_COMPILE_CACHE: join(scratch, 'v8'),
};
const example = join('examples', 'net-kit-exon11.yaml');
const main = ['--disable-warning=ExperimentalWarning', join(home, 'src', 'cli', 'main.ts')];
const launcher = join(home, 'bin', 'cajal.js');

/** A Node on the path that is not the one running: what a user's shell starts the launcher with. */
const systemNode = process.env['PATH']
  ?.split(process.platform === 'win32' ? ';' : ':')
  .map((folder) => join(folder, process.platform === 'win32' ? 'node.exe' : 'node'))
  .find((path) => existsSync(path) && path !== process.execPath);

const rows: Row[] = [
  processTimes('node with nothing to do', process.execPath, ['-e', '0']),
  processTimes('cajal --help', process.execPath, [...main, '--help'], 150),
  processTimes('cajal --help, through the launcher', process.execPath, [launcher, '--help'], 150),
  ...(systemNode === undefined
    ? []
    : [
        processTimes('system node with nothing to do', systemNode, ['-e', '0']),
        processTimes('cajal --help, launcher in the system node', systemNode, [launcher, '--help']),
      ]),
  processTimes('cajal board', process.execPath, [...main, 'board', example], 300),
];

const library = bundledKnowledge();
const texts = readdirSync(join(home, 'examples'))
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => ({ name, text: readFileSync(join(home, 'examples', name), 'utf8') }));
const readings = texts.map(({ name, text }) => {
  const { value } = readCase(text, { source: name });
  if (value === undefined) throw new Error(`${name} cannot be read`);
  return value;
});

function reportOf(reading: (typeof readings)[number]) {
  const { value: answer } = answerBoard(reading, library.base, { without: [] });
  if (answer === undefined) throw new Error(`no answer for ${reading.record.id}`);
  return buildReport({
    answer,
    knowledgeHash: library.hash,
    recordHash: hashOf(reading.document),
    recordIssues: [],
    softwareVersion: 'bench',
    now: '2026-01-01T00:00:00Z',
  });
}
const reports = readings.map(reportOf);

const { openStore } = await import('../src/store/index.ts');
const storeOptions = { folder: join(scratch, 'store'), now: () => '2026-01-01T00:00:00Z' };
function withOpenStore(): void {
  const opened = openStore(storeOptions);
  if (!opened.ok) throw new Error(opened.issue.message);
  opened.store.close();
}
withOpenStore();

const files = knowledgeFiles(knowledgePlaces(home).folder);
let turn = 0;
const next = <T>(of: readonly T[]): T => {
  turn += 1;
  const found = of[turn % of.length];
  if (found === undefined) throw new Error('nothing to measure');
  return found;
};
const ignored: unknown[] = [];
const keep = (value: unknown): void => {
  ignored[0] = value;
};

const bench = new Bench({ time: 1500, warmupTime: 500 });
bench
  .add('case file of YAML, read and checked', () => keep(readCase(next(texts).text)))
  .add('report of an example, from record to document', () => keep(reportOf(next(readings))))
  .add('the same with text for a terminal', () =>
    keep(renderTerminal(reportOf(next(readings)), { columns: 80, colour: false })),
  )
  .add('HTML of a report', () => keep(renderHtml(next(reports), { styles: 'inline' })))
  .add('store opened and closed', withOpenStore)
  .add('library from its YAML files', () => keep(compileKnowledge(files)))
  .add('library from the compiled text', () => keep(bundledKnowledge()));
await bench.run();

/** At least so many a second. */
const rates: Readonly<Record<string, number>> = {
  'case file of YAML, read and checked': 20,
  'report of an example, from record to document': 20,
  'store opened and closed': 20,
};
for (const { name, result } of bench.tasks) {
  if (!('latency' in result)) throw new Error(`${name} was not measured`);
  const { p50, min, max } = result.latency;
  const limit = rates[name];
  rows.push({
    name,
    median: 1000 / p50,
    spread: [1000 / max, 1000 / min],
    unit: '/s',
    ...(limit === undefined ? {} : { limit }),
  });
}
rmSync(scratch, { recursive: true, force: true });

const medianOf = (name: string): number => rows.find((row) => row.name === name)?.median ?? Number.NaN;
const timesFaster = medianOf('library from the compiled text') / medianOf('library from its YAML files');
const leastTimesFaster = 10;

const number = (value: number): string =>
  value.toPrecision(value < 100 ? 2 : 3).replace(/e\+\d+$/, (power) => power);
const plain = (value: number): string => String(Number(number(value)));
const misses = ({ median, limit, unit }: Row): boolean =>
  limit !== undefined && (unit === 'ms' ? median > limit : median < limit);
const limitText = ({ limit, unit }: Row): string =>
  limit === undefined ? '' : unit === 'ms' ? `at most ${limit} ms` : `at least ${limit}/s`;

const cpu = cpus()[0]?.model ?? 'processor not named';
process.stdout.write(
  `${availableParallelism()} cores (${cpu}), ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform} ${process.arch}, Node ${process.versions.node}\n` +
    `${texts.length} examples, ${files.length} files in the library\n\n` +
    '| measurement | median | least to most | limit | |\n| --- | ---: | ---: | ---: | --- |\n',
);
for (const row of rows) {
  const { name, median, spread, unit } = row;
  const [least, most] = spread.map(plain);
  const verdict = row.limit === undefined ? '' : misses(row) ? 'MISSED' : 'met';
  const gap = unit === 'ms' ? ' ms' : '/s';
  process.stdout.write(
    `| ${name} | ${plain(median)}${gap} | ${least} to ${most} | ${limitText(row)} | ${verdict} |\n`,
  );
}
const peerMissed = timesFaster < leastTimesFaster;
process.stdout.write(
  `| compiled library against YAML | ${plain(timesFaster)} times faster | | at least ${leastTimesFaster} times | ${peerMissed ? 'MISSED' : 'met'} |\n`,
);
process.exitCode = rows.some(misses) || peerMissed ? 1 : 0;
