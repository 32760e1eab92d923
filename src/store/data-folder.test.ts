import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultDataFolder, type Environment } from './data-folder.ts';

const cases: readonly (readonly [string, NodeJS.Platform, Environment, string, string])[] = [
  ['Linux', 'linux', {}, '/home/ana', '/home/ana/.local/share/cajal'],
  ['XDG', 'linux', { XDG_DATA_HOME: '/data' }, '/home/ana', '/data/cajal'],
  ['a relative XDG path is ignored', 'linux', { XDG_DATA_HOME: 'data' }, '/h', '/h/.local/share/cajal'],
  ['an empty XDG path is ignored', 'linux', { XDG_DATA_HOME: '' }, '/h', '/h/.local/share/cajal'],
  [
    'macOS',
    'darwin',
    { XDG_DATA_HOME: '/data' },
    '/Users/ana',
    '/Users/ana/Library/Application Support/Cajal',
  ],
  ['Windows', 'win32', { LOCALAPPDATA: 'C:\\L' }, 'C:\\Users\\ana', 'C:\\L\\Cajal'],
  ['Windows, bare', 'win32', {}, 'C:\\Users\\ana', 'C:\\Users\\ana\\AppData\\Local\\Cajal'],
  ['CAJAL_HOME', 'linux', { CAJAL_HOME: '/srv/board', XDG_DATA_HOME: '/data' }, '/home/ana', '/srv/board'],
  ['CAJAL_HOME on Windows', 'win32', { CAJAL_HOME: 'D:\\board' }, 'C:\\Users\\ana', 'D:\\board'],
  ['an empty CAJAL_HOME is none', 'linux', { CAJAL_HOME: '' }, '/h', '/h/.local/share/cajal'],
];

for (const [name, platform, env, home, expected] of cases)
  test(`data folder: ${name}`, () => assert.equal(defaultDataFolder(env, home, platform), expected));
