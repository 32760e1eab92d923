/** The folder of the data: the one asked for, else the default one. */
import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { defaultDataFolder } from '../../store/index.ts';

/**
 * The folder of the data. An empty name, as an unset variable leaves it, is no name: data never land in whatever
 * folder the command happens to run in.
 *
 * @param asked what `--data` says
 */
export function dataFolder(asked: string | undefined): string {
  const named = asked === undefined || asked.trim() === '' ? undefined : asked;
  return resolve(named ?? defaultDataFolder(process.env, homedir(), process.platform));
}
