/** `cajal regimen`: the register in print, doses for a body with the printed dose beside, and what is refused. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { homeFolder } from './home.ts';

const program = join(homeFolder, 'bin', 'cajal.js');

function cajal(...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'regimen', ...words], {
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  return { status, out: stdout, err: stderr };
}
const use = 'Research use only, for professionals.';

suite('cajal regimen list', () => {
  test('every regimen on a line, with the disclaimer', () => {
    const { status, out } = cajal('list');
    assert.equal(status, 0);
    assert.match(out, /^cisplatin-etoposide +cisplatin, etoposide +5 +7$/m);
    assert.match(out, new RegExp(use));
  });
  test('by a drug in a spelling met in print, and by a class with the classes under it', () => {
    const { out } = cajal('list', '--drug', 'temozolamide', '--json');
    const found: unknown = JSON.parse(out);
    assert.ok(Array.isArray(found));
    assert.deepEqual(
      found.map((each: { readonly id?: unknown }) => each.id),
      ['captem', 'captem-bevacizumab', 'temozolomide-bevacizumab', 'temozolomide'],
    );
    assert.match(cajal('list', '--drug', 'cytotoxic').out, /^folfox /m);
  });
});

suite('cajal regimen show', () => {
  test('without a body the printed words only', () => {
    const { status, out } = cajal('show', 'EP');
    assert.equal(status, 0);
    assert.match(out, /Moertel 1991 \(paper 004, lines 114-116\)\n {4}"etoposide \(130 mg\/m2\/day/);
    assert.match(out, /no dose printed: cisplatin/);
    assert.doesNotMatch(out, /as printed by/);
    assert.match(out, new RegExp(use));
  });
  test('with a body surface: printed, exact, rounded, a cycle', () => {
    const { status, out } = cajal('show', 'EP', '--bsa', '1.85');
    assert.equal(status, 0);
    assert.match(out, /body surface: 1\.85 m2 as given/);
    assert.match(out, /as printed by Moertel 1991/);
    assert.match(out, /130 mg\/m2.* 240\.5 mg \(241 to 1 mg\) +721\.5 mg \(722 to 1 mg\)/);
    assert.match(out, /"etoposide \(100 mg\/m2\)" +185 mg each time; days not printed +not printed/);
  });
  test('height and weight by the formula that is named, the other one beside', () => {
    const { out } = cajal('show', 'EP', '--height', '180', '--weight', '80', '--formula', 'du-bois');
    assert.match(out, /body surface: 1\.99642 m2 by Du Bois and Du Bois \(1\.99642102227/);
    assert.match(out, /not used: 2 m2 by Mosteller/);
  });
  test('a weight alone is enough for mg/kg', () => {
    const { out } = cajal('show', 'pembrolizumab', '--weight', '70.3');
    assert.match(out, /"pembrolizumab at 2 mg\/kg" +140\.6 mg \(141 to 1 mg\) each time/);
  });
  test('no carboplatin is calculated: no paper prints a dose or an AUC', () => {
    const { out } = cajal('show', 'carboplatin-etoposide-paclitaxel', '--bsa', '2');
    assert.match(out, /carboplatin: no dose is printed, and no AUC/);
    assert.doesNotMatch(out, /\d mg /);
  });
  test('JSON carries a sentence that names the study for every dose', () => {
    const { out } = cajal('show', 'imatinib 400 mg daily', '--bsa', '1.8', '--json');
    assert.match(
      out,
      /"sentence": "imatinib, as printed by NCT02461849 \(paper 002, lines 66-67\): .* 400 mg a day, 11200 mg a cycle\."/,
    );
  });
});

const refused = [
  [['show', 'CAPTAM'], 2, /Did you mean CAPTEM\?/],
  [['show', 'imatinib'], 2, /imatinib-400-daily or imatinib-400-twice-daily/],
  [['show', 'EP', '--height', '1.8', '--weight', '80'], 2, /1\.8 m is 180 cm/],
  [['show', 'EP', '--height', '180'], 2, /Give the weight too/],
  [['show', 'EP', '--bsa', '18'], 2, /between 0\.8 and 4 m2/],
  [['show', 'EP', '--bsa', '1.8', '--height', '180', '--weight', '80'], 2, /both given/],
  [['show', 'EP', '--bsa', 'large'], 2, /is no number/],
  [['list', '--drug', 'imatinb'], 2, /Did you mean imatinib/],
] as const;

for (const [words, exit, says] of refused) {
  test(`cajal regimen ${words.join(' ')} is refused`, () => {
    const { status, out, err } = cajal(...words);
    assert.equal(status, exit);
    assert.match(err, says);
    assert.equal(out, '');
  });
}
