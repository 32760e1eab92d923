/**
 * The command-line program as one bundle, so that a start reads a few files and not some hundreds. In a clone it is
 * bundled anew when a source file has changed (a quarter of a second), beside the packages in node_modules/.cache; in an
 * installed package it lies in dist/.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Changes when a file of the program is added, removed or written again, is bundled otherwise, or other packages are installed. */
function fingerprint(home) {
  const hash = createHash('sha256');
  const add = (path) => {
    const { size, mtimeMs } = statSync(path);
    hash.update(`${path}\n${size}\n${mtimeMs}\n`);
  };
  add(join(home, 'package-lock.json'));
  add(join(home, 'bin', 'program.js'));
  for (const entry of readdirSync(join(home, 'src'), { recursive: true, withFileTypes: true }))
    if (entry.isFile() && entry.name.endsWith('.ts') && !/\.(?:test|fixture)\.ts$/.test(entry.name))
      add(join(entry.parentPath, entry.name));
  return hash.digest('hex');
}

/** Bundles the program of a folder; the packages it uses go with it. */
export async function bundle(home, entry, folder) {
  const { buildSync } = await import(
    new URL(`file://${join(home, 'node_modules', 'esbuild', 'lib', 'main.js')}`)
  );
  buildSync({
    entryPoints: [join(home, ...entry)],
    outdir: folder,
    bundle: true,
    splitting: true,
    // The ending says that these are modules: nothing has to be tried to find it out.
    outExtension: { '.js': '.mjs' },
    format: 'esm',
    platform: 'node',
    target: 'node24',
    logLevel: 'silent',
    legalComments: 'none',
    // Packages in the older module form call require for Node's own modules.
    banner: {
      js: "import { createRequire as createNodeRequire } from 'node:module'; const require = createNodeRequire(import.meta.url);",
    },
  });
  return join(folder, 'main.mjs');
}

/**
 * The bundle of a clone, made first where it is missing or old; the sources themselves where it cannot be made. Several
 * starts at once each bundle into a folder of their own and the last rename stands.
 */
export async function bundledProgram(home) {
  const sources = join(home, 'src', 'cli', 'main.ts');
  const cache = join(home, 'node_modules', '.cache');
  try {
    const folder = join(cache, `cajal-program-${fingerprint(home).slice(0, 16)}`);
    const program = join(folder, 'main.mjs');
    if (existsSync(program)) return program;
    mkdirSync(cache, { recursive: true });
    const fresh = join(cache, `cajal-making-${process.pid}`);
    await bundle(home, ['src', 'cli', 'main.ts'], fresh);
    try {
      renameSync(fresh, folder);
    } catch (error) {
      rmSync(fresh, { recursive: true, force: true });
      if (!existsSync(program)) throw error;
    }
    clearOld(cache, folder);
    return program;
  } catch {
    return sources;
  }
}

const dayMs = 24 * 3_600_000;

/** Bundles of older sources. A server that runs from one may still read a part of it, so the last day's stay. */
function clearOld(cache, kept) {
  for (const name of readdirSync(cache)) {
    const path = join(cache, name);
    if (!/^cajal-(?:program|making)-/.test(name) || path === kept) continue;
    if (Date.now() - statSync(path).mtimeMs > dayMs) rmSync(path, { recursive: true, force: true });
  }
}
