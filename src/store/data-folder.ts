/**
 * Where the records live when nobody says otherwise: the folder each operating system keeps for a program's data
 * (XDG Base Directory Specification 0.8; LOCALAPPDATA on Windows; ~/Library/Application Support on macOS).
 */
import { posix, win32 } from 'node:path';

/** The environment variables of a process. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The default data folder. `CAJAL_HOME` overrides everything and is taken as written. A relative `XDG_DATA_HOME`
 * is ignored, as its specification asks.
 *
 * @example defaultDataFolder({}, '/home/ana', 'linux') // '/home/ana/.local/share/cajal'
 */
export function defaultDataFolder(env: Environment, homedir: string, platform: NodeJS.Platform): string {
  const chosen = env['CAJAL_HOME'];
  if (chosen !== undefined && chosen !== '') return chosen;
  if (platform === 'win32') {
    const local = env['LOCALAPPDATA'];
    const base = local === undefined || local === '' ? win32.join(homedir, 'AppData', 'Local') : local;
    return win32.join(base, 'Cajal');
  }
  if (platform === 'darwin') return posix.join(homedir, 'Library', 'Application Support', 'Cajal');
  const xdg = env['XDG_DATA_HOME'];
  const base = xdg !== undefined && posix.isAbsolute(xdg) ? xdg : posix.join(homedir, '.local', 'share');
  return posix.join(base, 'cajal');
}
