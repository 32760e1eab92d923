/** `npm start` as a process: it answers, refuses a second one on the same data, ends on SIGTERM, finds what it stored. */
import assert from 'node:assert/strict';
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { homeFolder } from './home.ts';

const start = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'bin', 'start.js');
const data = mkdtempSync(join(tmpdir(), 'cajal-serve-'));
const running = new Set<ChildProcessWithoutNullStreams>();
after(() => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(data, { recursive: true, force: true });
});

interface Started {
  readonly child: ChildProcessWithoutNullStreams;
  readonly out: () => string;
  readonly err: () => string;
  /** The first line on standard output, or undefined when it ended without one. */
  readonly ready: Promise<string | undefined>;
  readonly ended: Promise<number | null>;
}

function launch(arguments_: readonly string[], folder = data): Started {
  const child = spawn(process.execPath, [start, ...arguments_], {
    cwd: homeFolder,
    env: { ...process.env, CAJAL_HOME: folder },
  });
  running.add(child);
  let out = '';
  let err = '';
  const ended = once(child, 'exit').then(([code]: (number | null)[]) => {
    running.delete(child);
    return code ?? null;
  });
  const ready = new Promise<string | undefined>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      if (out.includes('\n')) resolve(out.split('\n')[0]);
    });
    void ended.then(() => resolve(undefined));
  });
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString();
  });
  return { child, out: () => out, err: () => err, ready, ended };
}

test('a start serves the published cases; a second one is refused; SIGTERM ends it; a new start finds them', {
  timeout: 120_000,
}, async () => {
  const first = launch(['--port', '0']);
  const url = await first.ready;
  assert.match(url ?? first.err(), /^http:\/\/127\.0\.0\.1:\d+$/);
  assert.ok(url);
  const list = await fetch(`${url}/`);
  assert.equal(list.status, 200);
  const html = await list.text();
  assert.match(html, /Paper 000: metastatic neuroendocrine neoplasm of unknown primary/);
  assert.match(first.err(), /published cases: \d+ cases added/);
  assert.ok(first.out().includes(`data: ${data}`));

  const second = launch(['--port', '0']);
  assert.equal(await second.ended, 3);
  assert.match(second.err(), /store-busy/);
  assert.ok(second.err().includes(url), second.err());
  assert.equal(second.out(), '');

  const stopping = performance.now();
  first.child.kill('SIGTERM');
  assert.equal(await first.ended, 0);
  assert.ok(performance.now() - stopping < 4_000);

  const again = performance.now();
  const third = launch(['--port', '0']);
  const url3 = await third.ready;
  const readyMs = performance.now() - again;
  assert.ok(url3);
  assert.ok(readyMs < 5_000, `a second start took ${Math.round(readyMs)} ms`);
  const cases: unknown = await (await fetch(`${url3}/api/v1/cases`)).json();
  assert.match(JSON.stringify(cases), /"id":"paper-000","version":1,/);
  assert.equal(third.err(), '', 'nothing was to be loaded');
  third.child.kill('SIGINT');
  assert.equal(await third.ended, 0);
});

test('a taken port is said with what to do, exit code 1', { timeout: 60_000 }, async () => {
  const other = createServer();
  other.listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  assert.ok(typeof address === 'object' && address !== null);
  const refused = launch(['--port', String(address.port)]);
  assert.equal(await refused.ended, 1);
  assert.match(refused.err(), new RegExp(`Port ${address.port} is taken by another program.*--port \\d+`));
  other.close();
});

test('a folder that cannot be used is exit code 3', { timeout: 60_000 }, async () => {
  const refused = launch(['--port', '0'], join(start, 'below-a-file'));
  assert.equal(await refused.ended, 3);
  assert.match(refused.err(), /store-unwritable/);
});
