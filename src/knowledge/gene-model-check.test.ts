/** A curator's fault in a gene model is found, with its file and place. */
import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
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

test('a length that does not fit the exons, and an alias of two genes', () => {
  const shorter = issuesWith('KIT.yaml', (text) => text.replace(/(proteinLength: )(\d+)/, '$1901'));
  assert.ok(shorter.includes('error gene-model gene-models'), shorter.join('\n'));
});
