/**
 * The launcher: plain JavaScript for any Node >= 20, so that a fresh clone can run it. It installs the pinned packages
 * when the lockfile is not the one that node_modules was made from, finds a Node 24 (the one that npm brought, else the
 * system's own), and hands the command over with its signals and its exit code.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { constants, homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the package: a clone, or node_modules/cajal. */
export const home = dirname(dirname(fileURLToPath(import.meta.url)));

/** True in a clone (TypeScript is run directly), false in an installed package (compiled JavaScript). */
export const isClone = existsSync(join(home, 'src', 'cli', 'main.ts'));

const wantedMajor = 24;
const windows = process.platform === 'win32';
const modules = join(home, 'node_modules');
const stampFile = join(modules, '.cajal-lock');
const installLock = join(home, '.cajal', 'installing');
const installLockLifeMs = 15 * 60_000;

const say = (text) => process.stderr.write(`cajal: ${text}\n`);

function textOf(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** What node_modules has to carry: the platform it was installed for, and the whole lockfile. */
function wantedStamp() {
  const lockfile = textOf(join(home, 'package-lock.json'));
  if (lockfile === undefined) {
    say(`package-lock.json is missing from ${home}; restore it from the repository.`);
    process.exit(1);
  }
  return { lockfile, stamp: `${process.platform}-${process.arch}\n${lockfile}` };
}

/** Whether a package of the lockfile is for this machine; a C library is not asked for. */
function isForThisMachine({ os, cpu }) {
  const allows = (given, name) => {
    const list = given === undefined ? [] : [given].flat();
    return (
      list.length === 0 || list.some((each) => each === name || (/^!/.test(each) && each !== `!${name}`))
    );
  };
  return allows(os, process.platform) && allows(cpu, process.arch);
}

/** True where someone has run `npm ci` or `npm install` by hand, with every package of the lockfile. */
function isInstalledByHand(lockfile) {
  const installed = textOf(join(modules, '.package-lock.json'));
  if (installed === undefined) return false;
  try {
    const wanted = JSON.parse(lockfile).packages;
    const present = JSON.parse(installed).packages;
    return Object.entries(wanted).every(([path, entry]) => {
      if (path === '') return true;
      if (present[path]?.version === entry.version) return existsSync(join(home, path));
      return entry.optional === true && (entry.libc !== undefined || !isForThisMachine(entry));
    });
  } catch {
    return false;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Removes the lock of an installation whose process is gone. Of several that try, the rename lets one through. */
function clearStaleLock() {
  const pid = Number(textOf(join(installLock, 'pid')));
  let ageMs;
  try {
    ageMs = Date.now() - statSync(installLock).mtimeMs;
  } catch {
    return;
  }
  const held = pid > 0 ? isAlive(pid) && ageMs < installLockLifeMs : ageMs < 10_000;
  if (held) return;
  const aside = `${installLock}.${process.pid}`;
  try {
    renameSync(installLock, aside);
  } catch {
    return;
  }
  rmSync(aside, { recursive: true, force: true });
}

/** Waits until this process holds the lock; another process may be installing into the same folder. */
async function takeInstallLock() {
  mkdirSync(dirname(installLock), { recursive: true });
  for (let told = false; ; ) {
    try {
      mkdirSync(installLock);
      writeFileSync(join(installLock, 'pid'), String(process.pid));
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    clearStaleLock();
    if (!told && existsSync(installLock)) {
      say('another process is installing the packages; waiting for it ...');
      told = true;
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** The npm that runs this script, else the one on the path. */
function npmCommand() {
  const running = process.env['npm_execpath'];
  if (running !== undefined && /[\\/]npm-cli\.js$/.test(running) && existsSync(running))
    return { command: process.execPath, first: [running], shell: false };
  return { command: windows ? 'npm.cmd' : 'npm', first: [], shell: windows };
}

/** Flags first given to an outer npm (a dry run, production only) reach an inner one by its environment: undo them. */
const installFlags = [
  'ci',
  '--include=dev',
  '--include=optional',
  '--dry-run=false',
  '--global=false',
  '--no-audit',
  '--no-fund',
  '--loglevel=error',
];

async function install() {
  say('installing the pinned packages (npm ci) ...');
  const { command, first, shell } = npmCommand();
  const done = await ended(command, [...first, ...installFlags], {
    cwd: home,
    stdio: ['ignore', 2, 2],
    shell,
  });
  if (done.error !== undefined) {
    say(
      `npm could not be started (${done.error.message}). Install Node with npm, or run \`npm ci\` yourself.`,
    );
    return 1;
  }
  if (done.code !== 0) {
    say(`\`npm ci\` ended with ${done.code} in ${home}; what it said stands above.`);
    say('Check that the npm registry can be reached and that the folder can be written, then start again.');
  }
  return done.code;
}

/** Installs with `npm ci` when node_modules was not made from this lockfile on this platform. Ends the process if it cannot. */
export async function ensureInstalled() {
  if (!isClone) return;
  const { lockfile, stamp } = wantedStamp();
  if (textOf(stampFile) === stamp) return;
  let code = 0;
  try {
    await takeInstallLock();
    try {
      if (textOf(stampFile) === stamp) return;
      if (!isInstalledByHand(lockfile)) code = await install();
      if (code === 0) writeFileSync(stampFile, stamp);
    } finally {
      rmSync(installLock, { recursive: true, force: true });
    }
  } catch (error) {
    say(`the packages could not be installed into ${home}: ${error.message}`);
    code = 1;
  }
  if (code !== 0) process.exit(code);
}

function systemNode() {
  return Number(process.versions.node.split('.')[0]) >= wantedMajor ? process.execPath : undefined;
}

/** The path of the Node that npm brought for this platform, in this folder or one above it. */
function packagedNode() {
  const name = `node-${windows ? 'win' : process.platform}-${process.arch}`;
  for (let folder = home; ; folder = dirname(folder)) {
    const path = join(folder, 'node_modules', name, 'bin', windows ? 'node.exe' : 'node');
    if (existsSync(path)) return path;
    if (folder === dirname(folder)) return undefined;
  }
}

/** The path of a Node >= 24, or undefined. */
export function findNode() {
  return packagedNode() ?? systemNode();
}

/**
 * Where V8 keeps what it compiled, so that the second start is quicker than the first: never a folder that other users
 * of the machine can write, because what lies there is run.
 */
function compileCache() {
  if (isClone) return join(modules, '.cache', 'cajal-v8');
  const { LOCALAPPDATA: local, XDG_CACHE_HOME: xdg } = process.env;
  const user = homedir();
  if (windows) return join(local || join(user, 'AppData', 'Local'), 'Cajal', 'v8');
  if (process.platform === 'darwin') return join(user, 'Library', 'Caches', 'cajal', 'v8');
  return join(xdg?.startsWith('/') ? xdg : join(user, '.cache'), 'cajal', 'v8');
}

/** Starts a program, passes on the signals it would not get by itself, and tells how it ended. */
function ended(command, given, options) {
  return new Promise((resolve) => {
    const child = spawn(command, given, options);
    const forward = (signal) => {
      // Ctrl-C at a terminal reaches the whole process group already.
      if (signal === 'SIGINT' && process.stdin.isTTY) return;
      child.kill(signal);
    };
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, forward);
    const finish = (result) => {
      for (const signal of signals) process.off(signal, forward);
      resolve(result);
    };
    child.on('error', (error) => finish({ code: 1, error }));
    child.on('exit', (code, signal) =>
      finish({ code: signal === null ? (code ?? 1) : 128 + (constants.signals[signal] ?? 0) }),
    );
  });
}

function explainMissingNode() {
  say(`Node ${wantedMajor} or newer is needed; this is Node ${process.versions.node}.`);
  say('On Linux (glibc) and Windows npm brings it as an optional dependency: install again without');
  say('`--omit=optional` and `--no-optional` (npm config get omit shows whether it is set for good).');
  say(`Elsewhere install Node >= ${wantedMajor} from https://nodejs.org and start again.`);
  return 1;
}

/** Runs a program of this package under Node 24 and resolves with its exit code. */
export async function run(nodeArguments, extraEnvironment = {}) {
  const candidates = [...new Set([packagedNode(), systemNode()])].filter((path) => path !== undefined);
  // A report makes garbage faster than the default young space takes it: with more room there are fewer pauses.
  const given = ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=64', ...nodeArguments];
  const env = { NODE_COMPILE_CACHE: compileCache(), ...process.env, ...extraEnvironment };
  for (const node of candidates) {
    const { code, error } = await ended(node, given, { stdio: 'inherit', env });
    if (error === undefined) return code;
    say(`${node} could not be started: ${error.message}`);
  }
  return explainMissingNode();
}

/** The command-line program, as one bundle: made when the sources change in a clone, ready in a package. */
export async function mainProgram() {
  if (!isClone) return join(home, 'dist', 'program', 'main.mjs');
  const { bundledProgram } = await import('./program.js');
  return await bundledProgram(home);
}
