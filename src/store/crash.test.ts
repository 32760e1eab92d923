/**
 * What was acknowledged is there after the process was killed, and nothing is there by half. The test kills writers
 * with SIGKILL at random moments; it proves the transactions, not the disk: a power cut also tests fsync.
 */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { openStore, type Store } from './index.ts';

const now = (): string => new Date().toISOString();

function opened(folder: string): Store {
  const result = openStore({ folder, now });
  if (!result.ok) throw new Error(result.issue.message);
  return result.store;
}

/** A child: writes versions of its case, and prints each entry's sequence and hash after its commit. */
function writeVersions(folder: string, id: string, writes: number): void {
  const store = opened(folder);
  let version = store.history(id).length;
  for (let count = 0; count < writes; count += 1) {
    const document = { id, version: version + 1, filler: 'x'.repeat((version * 997) % 8_000) };
    const saved = store.save(id, document, { author: id, reason: 'crash test', expectedVersion: version });
    if (!saved.ok) throw new Error(saved.issue.message);
    version = saved.version;
    writeSync(1, `${saved.sequence} ${saved.version} ${saved.hash}\n`);
  }
}

/** A child: adds one to a counter until it has done so often enough; counts its refusals by others. */
function addToCounter(folder: string, author: string, times: number): void {
  const store = opened(folder);
  let [done, refused] = [0, 0];
  while (done < times) {
    const current = store.get('counter');
    const count = Number(current?.document ?? 0);
    const saved = store.save('counter', count + 1, {
      author,
      reason: 'concurrency test',
      expectedVersion: current?.version ?? 0,
    });
    if (saved.ok) done += 1;
    else if (saved.issue.code === 'store-conflict') refused += 1;
    else throw new Error(saved.issue.message);
  }
  writeSync(1, `${done} ${refused}\n`);
}

/** A child: says that it begins, and imports a file. */
function importExport(folder: string, file: string): void {
  const store = opened(folder);
  writeSync(1, 'begin\n');
  const result = store.importFrom(file);
  if (!result.ok) throw new Error(result.issue.message);
}

function child(...args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [import.meta.filename, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
}

function temporaryFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'cajal-crash-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Lines that were printed whole; what the kill cut off was never acknowledged. */
const wholeLines = (text: string): readonly string[] => text.split('\n').slice(0, -1);

/** Lets a writer run until it has acknowledged so many writes and a moment more, kills it, gives what it printed. */
async function killedWriter(folder: string, id: string, acks: number, delayMs: number): Promise<string> {
  const writer = child('writer', folder, id, '1000');
  let text = '';
  let killing = false;
  writer.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
    if (killing || wholeLines(text).length < acks) return;
    killing = true;
    setTimeout(() => writer.kill('SIGKILL'), delayMs);
  });
  await once(writer, 'close');
  const { exitCode, signalCode } = writer;
  assert.ok(signalCode === 'SIGKILL' || exitCode === 0, `the writer ended with ${exitCode}`);
  return text;
}

/** Numbers from 0 to 1, the same in every run (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const [, , role, folderGiven = '', name = '', times = ''] = process.argv;
if (role === 'writer') writeVersions(folderGiven, name, Number(times));
else if (role === 'counter') addToCounter(folderGiven, name, Number(times));
else if (role === 'importer') importExport(folderGiven, name);
else {
  test('SIGKILL loses nothing that was acknowledged and leaves nothing by half', async (t) => {
    const folder = temporaryFolder(t);
    const random = randomNumbers(4170);
    const acknowledged: { sequence: number; id: string; version: number; hash: string }[] = [];
    let kills = 0;
    while (kills < 26 || acknowledged.length < 1000) {
      const ids = ['one', 'two'];
      const texts = await Promise.all(
        ids.map((id) => killedWriter(folder, id, 1 + Math.floor(random() * 80), random() * 12)),
      );
      kills += ids.length;
      for (const [at, id] of ids.entries())
        for (const line of wholeLines(texts[at] ?? '')) {
          const [sequence = '', version = '', hash = ''] = line.split(' ');
          acknowledged.push({ sequence: Number(sequence), id, version: Number(version), hash });
        }

      const store = opened(folder);
      const log = store.audit({ limit: 1_000_000 });
      const lost = acknowledged.filter(({ sequence, id, version, hash }) => {
        const entry = log[sequence - 1];
        return entry?.caseId !== id || entry.version !== version || entry.hashAfter !== hash;
      });
      assert.deepEqual(lost, [], 'acknowledged and lost');
      assert.deepEqual(store.verify().faults, [], 'half written, or the chain is broken');
      store.close();
    }
    const store = opened(folder);
    t.diagnostic(
      `${kills} kills, ${acknowledged.length} acknowledged, ${store.head().sequence} stored, 0 lost`,
    );
    assert.ok(store.head().sequence >= acknowledged.length);
    store.close();
  });

  test('SIGKILL during an import leaves all of it or nothing', async (t) => {
    const source = opened(temporaryFolder(t));
    const file = join(temporaryFolder(t), 'export.jsonl');
    for (let count = 0; count < 300; count += 1)
      source.save(`case-${count}`, 'x'.repeat(5000), { author: 'ana', reason: 'test', expectedVersion: 0 });
    assert.ok(source.exportTo(file).ok);
    const whole = source.head().sequence;
    source.close();
    const random = randomNumbers(7);
    const seen = { nothing: 0, all: 0 };
    for (let kill = 0; kill < 6; kill += 1) {
      const folder = temporaryFolder(t);
      const importer = child('importer', folder, file);
      importer.stdout?.once('data', () => setTimeout(() => importer.kill('SIGKILL'), random() * 60));
      await once(importer, 'close');
      const store = opened(folder);
      const { sequence } = store.head();
      assert.ok(sequence === 0 || sequence === whole, `${sequence} of ${whole} entries`);
      assert.deepEqual(store.verify().faults, []);
      seen[sequence === 0 ? 'nothing' : 'all'] += 1;
      assert.ok(store.importFrom(file).ok, 'the import can be repeated');
      assert.equal(store.head().sequence, whole);
      store.close();
    }
    t.diagnostic(`${seen.nothing} times nothing, ${seen.all} times all`);
    assert.ok(seen.nothing > 0, 'some kills met the import');
  });

  test('two processes that change one case: each success is a version, each other try a conflict', async (t) => {
    const folder = temporaryFolder(t);
    opened(folder).close();
    const each = 150;
    const results = await Promise.all(
      ['ana', 'ben'].map(async (author) => {
        const counter = child('counter', folder, author, String(each));
        let text = '';
        counter.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk;
        });
        await once(counter, 'close');
        assert.equal(counter.exitCode, 0);
        return text.trim().split(' ').map(Number);
      }),
    );
    const successes = results.reduce((sum, [done = 0]) => sum + done, 0);
    const conflicts = results.reduce((sum, [, refused = 0]) => sum + refused, 0);
    const store = opened(folder);
    t.diagnostic(`${successes} successes, ${conflicts} conflicts`);
    assert.equal(successes, 2 * each);
    assert.equal(store.get('counter')?.document, successes);
    assert.equal(store.history('counter').length, successes);
    assert.deepEqual(store.verify().faults, []);
    store.close();
  });

  test('processes that open one new folder at once all open it', async (t) => {
    const folder = join(temporaryFolder(t), 'new');
    const children = Array.from({ length: 6 }, (_, at) => child('writer', folder, `case-${at}`, '1'));
    await Promise.all(children.map(async (each) => once(each, 'close')));
    assert.deepEqual(
      children.map(({ exitCode }) => exitCode),
      [0, 0, 0, 0, 0, 0],
    );
    const store = opened(folder);
    assert.equal(store.list().length, 6);
    assert.deepEqual(store.verify().faults, []);
    store.close();
  });
}
