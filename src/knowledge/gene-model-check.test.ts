/** A curator's fault in a gene model is found, with its file and place. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, suite, test } from 'node:test';
import { checkGeneModels } from './gene-model-check.ts';

const own = join(import.meta.dirname, '../../knowledge');
const folder = mkdtempSync(join(tmpdir(), 'cajal-genes-'));
cpSync(join(own, 'gene-models'), join(folder, 'gene-models'), { recursive: true });
after(() => rmSync(folder, { recursive: true, force: true }));

/** The issues after a change of one file, which is undone. */
function issuesWith(name: string, change: (text: string) => string): readonly string[] {
  const path = join(folder, 'gene-models', name);
  const before = readFileSync(path, 'utf8');
  const changed = change(before);
  assert.notEqual(changed, before, 'the change does something');
  writeFileSync(path, changed);
  try {
    return (checkGeneModels(folder)?.issues ?? []).map(
      ({ code, severity, source, line }) =>
        `${severity} ${code} ${source}${line === undefined ? '' : `:${line}`}`,
    );
  } finally {
    writeFileSync(path, before);
  }
}

test('the committed models have no fault', () => {
  assert.deepEqual(
    checkGeneModels(own)?.issues.filter(({ severity }) => severity === 'error'),
    [],
  );
  assert.ok((checkGeneModels(own)?.models ?? 0) > 70);
});

test('a folder without gene models is left alone', () => {
  assert.equal(checkGeneModels(join(own, 'studies')), undefined);
  assert.ok(existsSync(join(own, 'studies')));
});

test('a key that no model has, and text that is no YAML, with their places', () => {
  assert.deepEqual(
    issuesWith('KIT.yaml', (text) => `${text}colour: green\n`).map((each) => each.replace(/\d+$/, 'N')),
    ['error unknown-key gene-models/KIT.yaml:N'],
  );
  assert.match(
    issuesWith('KIT.yaml', (text) => `symbol: [\n${text}`)[0] ?? '',
    /error .* gene-models\/KIT\.yaml:\d/,
  );
});

/** Line of the first line of a file that holds a text. */
function lineOf(name: string, text: string): number {
  const lines = readFileSync(join(folder, 'gene-models', name), 'utf8').split('\n');
  const found = lines.findIndex((line) => line.includes(text));
  assert.ok(found >= 0, `${text} stands in ${name}`);
  return found + 1;
}

const kit = 'KIT.yaml';
const exon5 = '[ 5, 55569890, 55570058, 757, 925, 0 ]';
const faults: readonly (readonly [
  what: string,
  file: string,
  from: string | RegExp,
  to: string,
  says: RegExp,
  at: string,
])[] = [
  [
    'a length that does not fit',
    kit,
    'proteinLength: 976',
    'proteinLength: 901',
    /901 residues do not fit 2931/,
    'id: ENST00000288135',
  ],
  [
    'an exon with another phase',
    kit,
    exon5,
    exon5.replace(', 0 ]', ', 2 ]'),
    /exon 5 starts at c\.757: its phase is 0, not 2/,
    '[ 5, ',
  ],
  [
    'an exon that leaves a gap',
    kit,
    exon5,
    exon5.replace('757', '760'),
    /exon 5 starts at c\.760, and c\.757 comes next/,
    '[ 5, ',
  ],
  [
    'a domain beyond the protein',
    kit,
    '553, 928 ]',
    '553, 9280 ]',
    /domain PTKc_Kit 553-9280 lies outside/,
    '[ PTKc_Kit, ',
  ],
  [
    'a reference that is not held',
    kit,
    'transcript: ENST00000288135\n  source',
    'transcript: ENST00000000001\n  source',
    /ENST00000000001 is not among/,
    'transcript: ENST',
  ],
  [
    'an isoform that lacks backwards',
    kit,
    '{ start: 510, end: 513 }',
    '{ start: 513, end: 510 }',
    /the first stands after the last/,
    'id: NM_001093772',
  ],
  ['a base too few', kit, 'sequence: ATG', 'sequence: AT', /the coding sequence has/, 'sequence: '],
  [
    'a residue that is another',
    kit,
    'list: W557 V559',
    'list: W557 A559',
    /residue 559 is V and A/,
    'list: W557',
  ],
  [
    'an alias of another gene',
    kit,
    "'SCFR' ]",
    "'SCFR', 'PDGFRA' ]",
    /"PDGFRA" is a name of PDGFRA and of KIT/,
    "'SCFR'",
  ],
  ['a number of another gene', kit, 'id: HGNC:6342', 'id: HGNC:8803', /HGNC:8803 is given to/, 'id: HGNC:'],
  [
    'a symbol that is not the name of the file',
    kit,
    'symbol: KIT',
    'symbol: KITX',
    /the file of KITX is called KIT\.yaml/,
    'symbol: KIT',
  ],
];
suite('a fault beyond the form is named with file and line', () => {
  for (const [what, file, from, to, says, at] of faults)
    test(what, () => {
      const path = join(folder, 'gene-models', file);
      const before = readFileSync(path, 'utf8');
      const changed = before.replace(from, to);
      assert.notEqual(changed, before, 'the change does something');
      const line = lineOf(file, at);
      writeFileSync(path, changed);
      try {
        const issues = checkGeneModels(folder)?.issues ?? [];
        const found = issues.find(
          ({ message, source }) => says.test(message) && source === `gene-models/${file}`,
        );
        assert.ok(found, issues.map(({ message }) => message).join('\n'));
        assert.deepEqual(
          [found.code, found.severity, found.source],
          ['gene-model', 'error', `gene-models/${file}`],
        );
        assert.equal(found.line, line, found.message);
        const said = issues.map(({ message, source }) => `${source} ${message}`);
        assert.equal(new Set(said).size, said.length, 'each fault once at a place');
      } finally {
        writeFileSync(path, before);
      }
    });
});

test('a fault of one file does not hide those of another', () => {
  const path = join(folder, 'gene-models', 'MET.yaml');
  const before = readFileSync(path, 'utf8');
  writeFileSync(path, `${before}colour: green\n`);
  try {
    const issues = issuesWith(kit, (text) => text.replace('proteinLength: 976', 'proteinLength: 901'));
    assert.ok(
      issues.some((each) => each.startsWith('error unknown-key gene-models/MET.yaml:')),
      issues.join('\n'),
    );
    assert.ok(
      issues.some((each) => each.startsWith('error gene-model gene-models/KIT.yaml:')),
      issues.join('\n'),
    );
  } finally {
    writeFileSync(path, before);
  }
});

test('the list of names is looked for, and its form is checked', () => {
  const path = join(folder, 'gene-models', 'names.yaml');
  const before = readFileSync(path, 'utf8');
  assert.match(
    issuesWith('names.yaml', (text) => `${text}colour: green\n`)[0] ?? '',
    /unknown-key gene-models\/names\.yaml:\d/,
  );
  rmSync(path);
  const issues = checkGeneModels(folder)?.issues ?? [];
  writeFileSync(path, before);
  assert.deepEqual(
    issues.map(({ code, source }) => [code, source]),
    [['file-not-found', 'gene-models/names.yaml']],
  );
});

test('`cajal knowledge check` prints file and line, and counts the models where all is well', () => {
  const program = join(own, '..', 'bin', 'cajal.js');
  const check = (path: string) =>
    spawnSync(process.execPath, [program, 'knowledge', 'check', path], { encoding: 'utf8' });
  assert.match(check(own).stdout, /\d+ files, \d+ gene models, /);
  const path = join(folder, 'gene-models', kit);
  const before = readFileSync(path, 'utf8');
  const line = lineOf(kit, '[ 5, ');
  writeFileSync(path, before.replace(exon5, exon5.replace('757', '760')));
  const { status, stderr } = check(folder);
  writeFileSync(path, before);
  assert.equal(status, 2);
  assert.match(
    stderr,
    new RegExp(`gene-models/KIT\\.yaml:${line}:\\d+ error gene-model: .*exon 5 starts at c\\.760`),
  );
});
