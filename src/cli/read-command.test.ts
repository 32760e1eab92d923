/** `cajal read`: what it prints of a text, what it proposes for a case, and what it refuses. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { readReportText } from '../alteration/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'cajal-read-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const command = new URL('./commands/read.ts', import.meta.url).href;

interface Given {
  readonly text?: string;
  readonly json?: boolean;
  readonly asCase?: boolean;
}

/** Each run is a process of its own, as from the command line. */
function run(path: string | undefined, given: Given = {}, input: string | Uint8Array = '') {
  const options = JSON.stringify({ json: false, asCase: false, ...given });
  const script = `import { readCommand } from '${command}'; readCommand(${JSON.stringify(path)}, ${options});`;
  const child = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
    input,
  });
  return { out: child.stdout, err: child.stderr, code: child.status };
}

const report = `Ki-67 index is 12%.
KIT V560del was detected.
No BRAF mutation was found.
The mother carried a BRCA1 mutation.
PD-L1 CPS 5.`;

test('a text is printed as a table of its mentions with line and column', () => {
  const { out, code } = run(undefined, { text: report });
  assert.equal(code, 0);
  assert.match(out, /^place +text +kind +of +says +polarity +owner +certainty\n/);
  assert.match(out, /^1:1 +Ki-67 index is 12% +Ki-67 +Ki-67 +12% +present +patient/m);
  assert.match(out, /^2:1 +KIT V560del +variant +KIT .* present +patient/m);
  assert.match(out, /^3:\d+ +BRAF.* +variant +BRAF .* absent +patient/m);
  assert.match(out, /^4:\d+ +BRCA1.* +variant +BRCA1 .* family/m);
});

test('a file, standard input and --text say the same', () => {
  const path = join(folder, 'report.txt');
  writeFileSync(path, report);
  const fromText = run(undefined, { text: report }).out;
  assert.equal(run(path).out, fromText);
  assert.equal(run('-', {}, report).out, fromText);
  assert.equal(run(undefined, {}, report).out, fromText);
});

test('JSON is the whole reading, with places in the text', () => {
  const { out } = run(undefined, { text: report, json: true });
  assert.deepEqual(JSON.parse(out), JSON.parse(JSON.stringify(readReportText(report))));
});

test('as a case only what is the patient own is proposed, and the rest is named', () => {
  const { out, code } = run(undefined, { text: report, asCase: true });
  assert.equal(code, 0);
  assert.match(out, /^# Proposals read from a text: check each/);
  assert.match(out, /^# not proposed \(not of the patient\): line 4 "[^"]*BRCA1[^"]*"$/m);
  assert.match(out, /^# not proposed \(gives no result that decides; [^)]*\): line 5 "PD-L1 CPS 5"$/m);
  const body = out.replaceAll(/^#.*\n/gm, '');
  assert.match(body, /gene: KIT\n +alteration: V560del\n +status: positive/);
  assert.match(body, /gene: BRAF\n +alteration: mutation\n +status: negative/);
  assert.doesNotMatch(body, /BRCA1|PD-L1/);
});

test('what cannot be read is refused with what to do', () => {
  const missing = run(join(folder, 'nothing.txt'));
  assert.equal(missing.code, 4);
  assert.match(missing.err, /file-not-found/);
  const path = join(folder, 'latin1.txt');
  writeFileSync(path, new Uint8Array([0xb5, 0x6d, 0xff]));
  const binary = run(path);
  assert.equal(binary.code, 2);
  assert.match(binary.err, /input-not-text.*UTF-8/);
  assert.equal(run('-', {}, new Uint8Array([0xff, 0xfe])).code, 2);
  assert.equal(run(path, { text: 'KIT V560del' }).code, 2);
});

test('nothing in the text drives the terminal', () => {
  const { out } = run(undefined, {
    text: 'KIT V560del\u001B[2J was detected. Ki-67\u009B 5%.',
    asCase: true,
  });
  const controls = Array.from(out).filter((each) => /\p{Cc}/u.test(each) && each !== '\n');
  assert.deepEqual(controls, []);
});
