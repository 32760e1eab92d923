/**
 * The package as a user gets it: packed, installed into an empty folder without development dependencies, its command
 * run on an example, its exports imported, its types compiled against. What the registry alone can give (the
 * dependencies) makes the test skip where it cannot be reached.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';

const home = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'cajal-package-'));
const windows = process.platform === 'win32';

/** The environment of a user's shell: nothing of the test runner, nothing of an npm around it. */
const environment = {
  ...Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(npm_(config|package|lifecycle|command)|NODE_(OPTIONS|TEST|COMPILE))/.test(name),
    ),
  ),
  XDG_CACHE_HOME: join(folder, 'cache'),
  CAJAL_HOME: join(folder, 'data'),
};

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function run(command: string, given: readonly string[], cwd: string): Ended {
  const done = spawnSync(command, given, {
    cwd,
    env: environment,
    encoding: 'utf8',
    shell: windows,
    timeout: 120_000,
  });
  return { code: done.status, out: done.stdout, err: `${done.stderr}${done.error?.message ?? ''}` };
}

const unreachable = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ENOTCACHED|E50\d|E404/;

suite('the installed package', { timeout: 180_000 }, () => {
  let installed: Ended;
  let packedFiles: readonly string[] = [];

  before(() => {
    const packed = run('npm', ['pack', '--pack-destination', folder, '--loglevel=error'], home);
    assert.equal(packed.code, 0, packed.err + packed.out);
    writeFileSync(join(folder, 'package.json'), '{ "name": "empty", "private": true, "type": "module" }\n');
    const archive = readdirSync(folder).find((name) => name.endsWith('.tgz'));
    assert.ok(archive !== undefined, packed.out);
    packedFiles = run('tar', ['-tzf', archive], folder)
      .out.split('\n')
      .filter((name) => name !== '')
      .map((name) => name.replace(/^package\//, ''));
    installed = run(
      'npm',
      ['install', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error', `./${archive}`],
      folder,
    );
  });
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const skipReason = (): string | undefined =>
    installed.code !== 0 && unreachable.test(installed.err)
      ? 'the npm registry cannot be reached, so the dependencies cannot be installed'
      : undefined;
  const at = (...parts: readonly string[]): string => join(folder, 'node_modules', ...parts);
  const node = (...given: readonly string[]): Ended => run(process.execPath, given, folder);

  test('installs', (context) => {
    const reason = skipReason();
    if (reason !== undefined) return context.skip(reason);
    assert.equal(installed.code, 0, installed.err);
  });

  test('holds compiled JavaScript and data, no sources, tests or oracles', () => {
    const files = packedFiles;
    const sources = files.filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'));
    assert.deepEqual(sources, []);
    assert.deepEqual(
      files.filter((name) =>
        /\.test\.|\.fixture\.|oracle|snapshots?[\\/]|^(src|test|bench|scripts|knowledge)[\\/]/.test(name),
      ),
      [],
    );
    for (const wanted of [
      'LICENSE',
      'NOTICE',
      'README.md',
      'CHANGELOG.md',
      'bin/cajal.js',
      'dist/knowledge.txt',
      'dist/printed.txt',
      'dist/src/cli/main.js',
      'dist/src/index.d.ts',
      'dist/schema/case.schema.json',
      'dist/schema/report.schema.json',
      'examples/net-kit-exon11.yaml',
    ]) {
      assert.ok(files.includes(wanted), wanted);
    }
  });

  test('brings no development dependencies', (context) => {
    const reason = skipReason();
    if (reason !== undefined) return context.skip(reason);
    const manifest = z
      .looseObject({ devDependencies: z.record(z.string(), z.string()) })
      .parse(JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')));
    const present = Object.keys(manifest.devDependencies).filter((name) => existsSync(at(name)));
    assert.deepEqual(present, []);
  });

  test('prints a board report of an example through npx', (context) => {
    const reason = skipReason();
    if (reason !== undefined) return context.skip(reason);
    const example = 'node_modules/cajal/examples/net-kit-exon11.yaml';
    const report = run('npx', ['--no', 'cajal', 'board', example], folder);
    assert.equal(report.code, 0, report.err);
    assert.match(report.out, /paper-000/);
    const missing = run('npx', ['--no', 'cajal', 'case', 'check', 'nothing.yaml'], folder);
    assert.equal(missing.code, 4, missing.err);
  });

  test('exports the library, the statistics and the schemas', (context) => {
    const reason = skipReason();
    if (reason !== undefined) return context.skip(reason);
    writeFileSync(
      join(folder, 'use.mjs'),
      `import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { answerBoard, bundledKnowledge, readCase } from 'cajal';
import { clopperPearson } from 'cajal/statistics';
import caseSchema from 'cajal/schema/case.schema.json' with { type: 'json' };
import reportSchema from 'cajal/schema/report.schema.json' with { type: 'json' };
const { value, issues } = readCase(readFileSync('node_modules/cajal/examples/net-kit-exon11.yaml'));
assert.deepEqual(issues.filter((issue) => issue.severity === 'error'), []);
const answer = answerBoard(value, bundledKnowledge().base, { at: '2012-07', without: [] });
assert.ok(answer.value !== undefined);
assert.ok(clopperPearson(0, 2) !== undefined);
for (const schema of [caseSchema, reportSchema]) assert.match(schema.$schema, /2020-12/);
`,
    );
    const used = node('use.mjs');
    assert.equal(used.code, 0, used.err);
  });

  test('its types compile in a strict project', (context) => {
    const reason = skipReason();
    if (reason !== undefined) return context.skip(reason);
    writeFileSync(
      join(folder, 'use.ts'),
      `import { type CaseReading, type Reading, readCase } from 'cajal';
import { normalCdf } from 'cajal/statistics';
export const reading: Reading<CaseReading> = readCase('cajal: case/1');
export const half: number = normalCdf(0);
// @ts-expect-error a case is text or bytes
readCase(12);
`,
    );
    const compiler = join(home, 'node_modules', 'typescript', 'bin', 'tsc');
    const types = join(home, 'node_modules', '@types');
    const options =
      '--noEmit --strict --skipLibCheck false --module nodenext --target es2024 --types node'.split(' ');
    const compiled = node(compiler, ...options, '--typeRoots', types, 'use.ts');
    assert.equal(compiled.code, 0, compiled.out);
  });
});
