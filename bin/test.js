// `npm test`: every gate, then every test. `--gates` stops before the tests; names of files run only those.
import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { ensureInstalled, home, run } from './launch.js';

await ensureInstalled();
process.chdir(home);
const given = process.argv.slice(2);
const gatesOnly = given.includes('--gates');
const named = given.filter((argument) => !argument.startsWith('--'));

const tool = (...parts) => join(home, 'node_modules', ...parts);
const gates = [
  ['types', [tool('typescript', 'bin', 'tsc'), '-p', 'tsconfig.json']],
  ['types of the pure rooms', [tool('typescript', 'bin', 'tsc'), '-p', 'tsconfig.pure.json']],
  [
    'format and lint (biome)',
    [tool('@biomejs', 'biome', 'bin', 'biome'), 'check', '--error-on-warnings', '.'],
  ],
  [
    'lint with types (oxlint)',
    [tool('oxlint', 'bin', 'oxlint'), '--type-aware', '--deny-warnings', 'src', 'test', 'bench', 'scripts'],
  ],
];

if (named.length === 0) {
  for (const [name, command] of gates) {
    process.stderr.write(`gate: ${name}\n`);
    const code = await run(command);
    if (code !== 0) {
      process.stderr.write(`gate failed: ${name}\n`);
      process.exit(code);
    }
  }
}
if (gatesOnly) process.exit(0);

function testFiles(folder) {
  return readdirSync(join(home, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => join(folder, name));
}
const files = named.length > 0 ? named : [...testFiles('src'), ...testFiles('test')];
process.exit(
  await run(
    // A test that hangs is ended and named. (--test-force-exit would cut reports short: tests would be lost unseen.)
    [
      '--test',
      '--test-reporter=spec',
      `--test-timeout=${10 * 60_000}`,
      `--test-concurrency=${Math.max(2, availableParallelism())}`,
      ...files,
    ],
    { TZ: 'UTC', NODE_OPTIONS: '--disable-warning=ExperimentalWarning' },
  ),
);
