// The launcher: plain JavaScript for any Node >= 20. It finds a Node 24 (the one npm brought, else the
// system's own), installs the pinned packages when the lockfile changed, and hands the command over with
// its signals and exit code. Nothing here is compiled, so that a fresh clone can run it.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the package: a clone, or node_modules/cajal. */
export const home = dirname(dirname(fileURLToPath(import.meta.url)));

/** True in a clone (TypeScript is run directly), false in an installed package (compiled JavaScript). */
export const isClone = existsSync(join(home, 'src', 'cli', 'main.ts'));

const wantedMajor = 24;

/** Installs with `npm ci` when node_modules does not carry the stamp of this lockfile. */
export function ensureInstalled() {
  if (!isClone) return;
  const lockfile = join(home, 'package-lock.json');
  const stampFile = join(home, 'node_modules', '.cajal-lock');
  const wanted = createHash('sha256').update(readFileSync(lockfile)).digest('hex');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return;
  process.stderr.write('cajal: installing the pinned packages (npm ci) ...\n');
  const done = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: home,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (done.status !== 0) {
    process.stderr.write(
      'cajal: `npm ci` did not finish. Check that the npm registry can be reached, then start again.\n',
    );
    process.exit(done.status ?? 1);
  }
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, wanted);
}

/** The path of a Node >= 24, or undefined. */
export function findNode() {
  const packaged = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const binary = process.platform === 'win32' ? 'node.exe' : 'node';
  for (let folder = home; ; folder = dirname(folder)) {
    const path = join(folder, 'node_modules', packaged, 'bin', binary);
    if (existsSync(path)) return path;
    if (folder === dirname(folder)) break;
  }
  return Number(process.versions.node.split('.')[0]) >= wantedMajor ? process.execPath : undefined;
}

/** Where V8 keeps what it compiled, so that the second start is quicker than the first. */
function compileCache() {
  return isClone ? join(home, 'node_modules', '.cache', 'cajal-v8') : join(tmpdir(), 'cajal-v8');
}

/** Runs a program of this package under Node 24 and ends with its exit code. */
export function run(nodeArguments, extraEnvironment = {}) {
  const node = findNode();
  if (node === undefined) {
    process.stderr.write(
      `cajal: needs Node ${wantedMajor}. npm brings one on Linux and Windows (optional dependencies must not be ` +
        `omitted); elsewhere install Node >= ${wantedMajor} from nodejs.org. This is Node ${process.versions.node}.\n`,
    );
    process.exit(1);
  }
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', ...nodeArguments], {
    stdio: 'inherit',
    env: { NODE_COMPILE_CACHE: compileCache(), ...process.env, ...extraEnvironment },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => {
    child.on('error', (error) => {
      process.stderr.write(`cajal: could not start ${node}: ${error.message}\n`);
      resolve(1);
    });
    child.on('exit', (code, signal) => resolve(signal === null ? (code ?? 1) : 128 + signalNumber(signal)));
  });
}

function signalNumber(signal) {
  return { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 }[signal] ?? 0;
}

/** The command-line program: TypeScript in a clone, compiled JavaScript in a package. */
export function mainProgram() {
  return isClone ? join(home, 'src', 'cli', 'main.ts') : join(home, 'dist', 'src', 'cli', 'main.js');
}
