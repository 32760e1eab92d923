/** `cajal findings`: what it prints, where, and how it ends. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { gzipSync } from 'node:zlib';

const folder = mkdtempSync(join(tmpdir(), 'cajal-findings-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const table = [
  'Hugo_Symbol\tVariant_Classification\tHGVSp_Short\tTumor_Sample_Barcode\tt_ref_count\tt_alt_count',
  'KIT\tIn_Frame_Del\tp.V560del\tS1\t75\t25',
  'TP53\tMissense_Mutation\tp.R175H\tS1\t30\t70',
  'RB1\tNonsense_Mutation\tp.R320*\tS2\t30\t70',
  '',
].join('\n');

function fileOf(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

interface Given {
  readonly format?: string;
  readonly sample?: string;
  readonly gene?: readonly string[];
  readonly as?: string;
  readonly output?: string;
  readonly vafField?: string;
  readonly assay?: string;
}

const command = new URL('./commands/findings.ts', import.meta.url).href;

function run(path: string, given: Given = {}) {
  const options = { format: 'auto', gene: [], as: 'table', allFilters: false, ...given };
  const code = `import { findingsCommand } from ${JSON.stringify(command)};
    await findingsCommand(${JSON.stringify(path)}, ${JSON.stringify(options)});`;
  const done = spawnSync(process.execPath, ['--input-type=module-typescript', '-e', code], {
    encoding: 'utf8',
  });
  return { status: done.status, out: done.stdout, err: done.stderr };
}

const maf = fileOf('variants.txt', table);

test('a table on standard output, the summary on standard error', () => {
  const { status, out, err } = run(maf);
  assert.equal(status, 0, err);
  assert.match(out, /^line +sample +gene +change/);
  assert.match(out, /^2 +S1 +KIT +p\.V560del +In_Frame_Del +25\.0% +100/m);
  assert.match(err, /maf \(the header has Hugo_Symbol and Variant_Classification\)/);
  assert.match(err, /kept: 3 smallVariant/);
});

test('gzip is known by its first bytes, whatever the file is called', () => {
  const { status, out } = run(fileOf('packed.txt', gzipSync(table)));
  assert.equal(status, 0);
  assert.equal(out, run(maf).out);
});

test('an archive of several parts, as bgzip writes it, is read to its end', () => {
  const [first = '', ...rest] = table.split('\n');
  const parts = [`${first}\n`, rest.join('\n')].map((part) => gzipSync(part));
  assert.equal(run(fileOf('parts.gz', Buffer.concat(parts))).out, run(maf).out);
});

test('genes and a sample', () => {
  const { out, err } = run(maf, { gene: ['TP53', 'RB1'], sample: 'S1' });
  assert.equal(out.trim().split('\n').length, 2);
  assert.match(err, /skipped: 1 in none of the genes/);
  assert.match(err, /skipped: 1 of another sample/);
});

test('JSON holds the findings and the summary, and is written whole to a file', () => {
  const output = join(folder, 'out.json');
  const { status, out, err } = run(maf, { as: 'json', output });
  assert.deepEqual([status, out], [0, '']);
  assert.match(err, /written: /);
  const document: unknown = JSON.parse(readFileSync(output, 'utf8'));
  assert.ok(
    typeof document === 'object' && document !== null && 'findings' in document && 'summary' in document,
  );
  assert.ok(Array.isArray(document.findings) && document.findings.length === 3);
  const none: unknown = JSON.parse(run(maf, { as: 'json', gene: ['XYZ'] }).out);
  assert.ok(typeof none === 'object' && none !== null && 'findings' in none);
  assert.deepEqual(none.findings, []);
});

test('YAML is of one sample', () => {
  const { status, out } = run(maf, { as: 'yaml', sample: 'S1', assay: 'panel' });
  assert.equal(status, 0);
  assert.match(out, /^findings:\n {2}- id: kit-p\.v560del\n {4}assay: panel\n {4}gene: KIT\n/);
  const several = run(maf, { as: 'yaml' });
  assert.deepEqual([several.status, several.out], [4, '']);
  assert.match(several.err, /choose the sample/);
});

const failures: readonly (readonly [
  what: string,
  path: string,
  given: Given,
  status: number,
  says: RegExp,
])[] = [
  ['a file that is not there', join(folder, 'none'), {}, 4, /file-not-found/],
  ['a folder', folder, {}, 4, /is a folder/],
  ['no known format', fileOf('letter', 'Dear colleague,\nhello\n'), {}, 2, /format-unknown/],
  ['an empty file', fileOf('empty', ''), {}, 2, /input-empty/],
  ['a binary', fileOf('binary', Uint8Array.of(1, 0, 2, 0, 3)), {}, 2, /input-not-text/],
  [
    'a broken archive',
    fileOf('broken.gz', gzipSync(table.repeat(50)).subarray(0, 60)),
    {},
    2,
    /end early or are damaged/,
  ],
  ['a sample that is not there', maf, { sample: 'S9' }, 4, /sample-unknown/],
  ['a format that is none', maf, { format: 'xls' }, 2, /--format is one of/],
  ['a field without its unit', maf, { vafField: 'x' }, 2, /NAME:fraction/],
  ['an output that cannot be written', maf, { output: join(folder, 'no', 'out') }, 2, /output-unwritable/],
];
for (const [what, path, given, status, says] of failures) {
  test(`${what} ends with ${status}`, () => {
    const done = run(path, given);
    assert.equal(done.status, status, done.err);
    assert.match(done.err, says);
    assert.doesNotMatch(done.err, /fault of the program/);
  });
}

test('nothing that a file holds drives the terminal', () => {
  const { out, err } = run(fileOf('escape', table.replace('p.R175H', 'p.\u001B[2J')));
  assert.equal(`${out}${err}`.includes('\u001B'), false);
});

test('no part of an output is left', () => {
  assert.equal(existsSync(join(folder, `out.json.${process.pid}.part`)), false);
});
