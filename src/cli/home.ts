/** Where this package lies and what it is: the folder with package.json, in a clone and in an installed package. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The version in the text of this package's package.json; undefined for another package's. Read by hand: a schema
 * library here would cost every `--help` a third of its time.
 */
function versionIn(text: string): string | undefined {
  const manifest: unknown = JSON.parse(text);
  if (typeof manifest !== 'object' || manifest === null) return undefined;
  if (!('name' in manifest && 'version' in manifest) || manifest.name !== 'cajal') return undefined;
  return typeof manifest.version === 'string' ? manifest.version : undefined;
}

function findHome(): { readonly folder: string; readonly version: string } {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const path = join(folder, 'package.json');
    if (existsSync(path)) {
      const version = versionIn(readFileSync(path, 'utf8'));
      if (version !== undefined) return { folder, version };
    }
    const parent = dirname(folder);
    if (parent === folder) throw new Error('the package.json of cajal is not above its program');
    folder = parent;
  }
}

const found = findHome();

/** The folder of the package. */
export const homeFolder: string = found.folder;

/** The version of this Cajal. */
export const softwareVersion: string = found.version;
