/**
 * The figures of docs/figures.md: each console command that writes an SVG is run in an empty folder beside the examples and
 * the library, and what it writes is the committed picture.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const home = fileURLToPath(new URL('../..', import.meta.url));

/** One picture: its path in the repository and what its command draws now. */
export interface GalleryPicture {
  readonly file: string;
  readonly drawn: string;
}

/** Words of a command; quotes keep words together. */
const wordsOf = (command: string): readonly string[] =>
  (command.match(/'[^']*'|"[^"]*"|\S+/g) ?? []).map((word) => word.replaceAll(/^['"]|['"]$/g, ''));

/** Draws every picture of the gallery. */
export function galleryPictures(): readonly GalleryPicture[] {
  const text = readFileSync(join(home, 'docs', 'figures.md'), 'utf8');
  const folder = mkdtempSync(join(tmpdir(), 'cajal-gallery-'));
  try {
    for (const name of ['examples', 'knowledge'])
      symlinkSync(join(home, name), join(folder, name), 'junction');
    for (const [, name = '', content = ''] of text.matchAll(/^```(?:yaml|tsv) (\S+)\n([\s\S]*?)^```$/gm))
      writeFileSync(join(folder, name), content);
    return [...text.matchAll(/^\$ cajal (figure .* -o (\S+\.svg))$/gm)].map(([, command = '', name = '']) => {
      const done = spawnSync(process.execPath, [join(home, 'bin', 'cajal.js'), ...wordsOf(command)], {
        cwd: folder,
        encoding: 'utf8',
      });
      if (done.status !== 0) throw new Error(`cajal ${command} ended with ${done.status}: ${done.stderr}`);
      return { file: `docs/images/figures/${name}`, drawn: readFileSync(join(folder, name), 'utf8') };
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
