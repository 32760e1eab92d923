/** The house keeps its floors: no import goes up a floor, sideways into another room, or past a room's door. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const source = join(dirname(fileURLToPath(import.meta.url)), '..', 'src');

const floors: readonly (readonly string[])[] = [
  ['truth', 'reading', 'units', 'statistics'],
  ['tumour', 'genes', 'therapy', 'figures'],
  ['alteration'],
  ['case'],
  ['response'],
  ['criteria'],
  ['evidence', 'trials'],
  ['options', 'cohort'],
  ['discovery', 'report'],
  ['formats'],
  ['knowledge', 'store'],
  ['server'],
  ['cli'],
];
const lastPureFloor = 9;

const floorOf = (room: string): number => floors.findIndex((rooms) => rooms.includes(room));

interface Import {
  readonly file: string;
  readonly specifier: string;
}

function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8');
  const specifiers = [
    ...text.matchAll(/^\s*(?:import|export)\b[^'"]*?from\s+['"]([^'"]+)['"]/gm),
    ...text.matchAll(/^\s*import\s+['"]([^'"]+)['"]/gm),
    ...text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g),
  ];
  return specifiers.map((match) => ({ file, specifier: match[1] ?? '' }));
}

/** What is wrong with one import, or undefined. */
function fault(found: Import): string | undefined {
  const room = relative(source, found.file).split('/')[0] ?? '';
  const floor = floorOf(room);
  if (floor === -1) return undefined;
  const name = `${relative(source, found.file)} imports ${found.specifier}`;
  if (!found.specifier.startsWith('.')) {
    if (floor <= lastPureFloor && found.specifier.startsWith('node:'))
      return `${name}: a pure room uses Node`;
    return undefined;
  }
  const target = relative(source, resolve(dirname(found.file), found.specifier));
  const [targetRoom = '', ...rest] = target.split('/');
  if (targetRoom === '..' || targetRoom === room) return undefined;
  if (rest.join('/') !== 'index.ts') return `${name}: behind the door of ${targetRoom}`;
  if (floorOf(targetRoom) === -1) return `${name}: no such room`;
  if (floorOf(targetRoom) >= floor) return `${name}: not on a lower floor`;
  return undefined;
}

const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !/\.(test|fixture)\.ts$/u.test(name))
  .map((name) => join(source, name));

test('every import goes down the stairs and through a door', () => {
  const faults = files
    .flatMap(importsOf)
    .map(fault)
    .filter((each) => each !== undefined);
  assert.deepEqual(faults, []);
});

test('every folder of src is a room of the plan and has a door', () => {
  for (const entry of readdirSync(source, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    assert.notEqual(floorOf(entry.name), -1, `${entry.name} is not in the plan`);
    assert.ok(existsSync(join(source, entry.name, 'index.ts')), `${entry.name} has no index.ts`);
  }
});

test('the check itself sees each kind of fault', () => {
  const seen = (file: string, specifier: string) => fault({ file: join(source, file), specifier });
  assert.match(seen('units/a.ts', '../case/index.ts') ?? '', /lower floor/);
  assert.match(seen('units/a.ts', '../truth/index.ts') ?? '', /lower floor/);
  assert.match(seen('case/a.ts', '../units/date.ts') ?? '', /behind the door/);
  assert.match(seen('case/a.ts', 'node:fs') ?? '', /pure room/);
  assert.equal(seen('case/a.ts', '../units/index.ts'), undefined);
});
