/** `cajal store ...` as a process: what it prints, and its exit codes. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { homeFolder } from './home.ts';

const folder = mkdtempSync(join(tmpdir(), 'cajal-store-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const data = join(folder, 'data');

function cajal(arguments_: readonly string[], home = data) {
  const program = join(homeFolder, 'src', 'cli', 'main.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'store', ...arguments_], {
    encoding: 'utf8',
    env: { ...process.env, CAJAL_HOME: home },
  });
  return { status, stdout, stderr };
}

const example = join(homeFolder, 'examples', 'synthetic-pancreatic-nec.yaml');
const id = 'synthetic-pancreatic-nec';

test('a store that is not there is told, not made', () => {
  for (const command of [['verify'], ['list'], ['get', id], ['history', id], ['export', join(folder, 'x')]]) {
    const { status, stderr } = cajal(command);
    assert.equal(status, 4, command.join(' '));
    assert.match(stderr, /holds no store/);
  }
  const where = cajal(['where']);
  assert.equal(where.status, 0);
  assert.equal(where.stdout, `${data}\nno store is there yet\n`);
});

test('put, list, get, history, verify', () => {
  assert.equal(cajal(['put', example]).status, 2, 'an author is required');
  assert.equal(cajal(['put', example, '--author', 'Cajal']).status, 2);
  const put = cajal(['put', example, '--author', 'ana', '--reason', 'first']);
  assert.equal(put.status, 0, put.stderr);
  assert.equal(put.stdout, `${id}: version 1\n`);
  const got = cajal(['get', id]);
  assert.equal(got.status, 0);
  const changed = join(folder, 'changed.yaml');
  writeFileSync(changed, got.stdout.replace('Synthetic case:', 'Synthetic, changed:'));
  const stale = cajal(['put', changed, '--author', 'bob']);
  assert.equal(stale.status, 3);
  assert.match(stale.stderr, /store-conflict[\s\S]*--upon 1/);
  assert.equal(cajal(['put', changed, '--author', 'bob', '--upon', '1']).status, 0);
  assert.match(cajal(['list']).stdout, /^synthetic-pancreatic-nec\tversion 2\t/);
  assert.match(cajal(['get', id, '1']).stdout, /Synthetic case:/);
  assert.match(cajal(['history', id]).stdout, /^1\t[^\t]+\tana\tfirst\n2\t[^\t]+\tbob\t\n$/);
  assert.equal(cajal(['get', 'none']).status, 4);
  assert.equal(cajal(['history', 'none']).status, 4);
  const verified = cajal(['verify']);
  assert.equal(verified.status, 0);
  assert.match(verified.stdout, /^verified: 2 entries, 2 versions\nhead 2:[0-9a-f]{64}\n$/);
});

test('a wrong case leaves the store as it was, exit code 2', () => {
  const head = cajal(['verify']).stdout;
  const wrong = join(folder, 'wrong.yaml');
  writeFileSync(wrong, readFileSync(example, 'utf8').replace('sex: female', 'sex: femal'));
  const { status, stderr } = cajal(['put', wrong, '--author', 'ana', '--upon', '2']);
  assert.equal(status, 2);
  assert.match(stderr, /wrong\.yaml:\d+:\d+ error wrong-value/);
  assert.equal(cajal(['put', join(folder, 'none.yaml'), '--author', 'ana']).status, 4);
  assert.equal(cajal(['verify']).stdout, head);
});

test('export and import carry the whole chain; a head kept elsewhere is checked', () => {
  const file = join(folder, 'export.jsonl');
  const exported = cajal(['export', file]);
  assert.equal(exported.status, 0, exported.stderr);
  const head = /head (\d+:[0-9a-f]{64})/.exec(exported.stdout)?.[1];
  assert.ok(head);
  const other = join(folder, 'other');
  const imported = cajal(['import', file], other);
  assert.equal(imported.status, 0, imported.stderr);
  assert.match(imported.stdout, /imported: 2 entries; 0 were there already/);
  assert.ok(imported.stdout.includes(`head ${head}`));
  assert.equal(cajal(['verify', '--head', head], other).status, 0);
  assert.equal(cajal(['verify', '--head', `2:${'0'.repeat(64)}`], other).status, 3);
  assert.equal(cajal(['verify', '--head', 'nonsense'], other).status, 2);
  const cut = join(folder, 'cut.jsonl');
  writeFileSync(cut, readFileSync(file, 'utf8').slice(0, -200));
  const third = join(folder, 'third');
  mkdirSync(third);
  assert.notEqual(cajal(['import', cut], third).status, 0);
  assert.equal(cajal(['list'], third).stdout, '');
  assert.equal(cajal(['import', join(folder, 'none')], third).status, 4);
});

test('a damaged store does not verify, exit code 3', () => {
  const file = join(data, 'cajal.sqlite');
  const bytes = readFileSync(file);
  const at = bytes.indexOf('Synthetic case:');
  assert.ok(at > 0);
  bytes.write('Tampered  case:', at);
  writeFileSync(file, bytes);
  const { status, stderr } = cajal(['verify']);
  assert.equal(status, 3);
  assert.match(stderr, /store-damaged/);
});

test('an empty store file is damage, and nothing is made in its place', () => {
  const lost = join(folder, 'lost');
  mkdirSync(lost);
  writeFileSync(join(lost, 'cajal.sqlite'), '');
  for (const command of [['verify'], ['list'], ['put', example, '--author', 'ana']]) {
    const { status, stderr } = cajal(command, lost);
    assert.equal(status, 3, command.join(' '));
    assert.match(stderr, /store-damaged/);
  }
  assert.equal(readFileSync(join(lost, 'cajal.sqlite'), 'utf8'), '');
});

test('an empty --data is no name: the default folder is used, never the present one', () => {
  const { stdout, status } = cajal(['where', '--data', '']);
  assert.equal(status, 0);
  assert.ok(stdout.startsWith(data));
});

test('an author that cannot be seen is refused', () => {
  for (const author of ['c\u00adajal', 'ana\u200b', '\u202ena']) {
    assert.equal(cajal(['put', example, '--author', author]).status, 2, JSON.stringify(author));
  }
});
