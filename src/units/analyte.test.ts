import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyteById, analyteOf, analytes, nearestAnalyteName, parseAnalyte } from './analyte.ts';
import { unitOf } from './unit.ts';

const names: readonly [name: string, id: string | undefined][] = [
  ['chromogranin A', 'chromogranin-a'],
  ['Serum chromogranin A level', 'chromogranin-a'],
  ['blood chromogranin A levels', 'chromogranin-a'],
  ['CgA', 'chromogranin-a'],
  ['5-HIAA', '5-hiaa-urine'],
  ['5HIAA', '5-hiaa-urine'],
  ['24-hour urine 5-HIAA', '5-hiaa-urine'],
  ['plasma 5-HIAA', '5-hiaa-plasma'],
  ['Serotonin', 'serotonin'],
  ['alkaline phosphatase', 'alkaline-phosphatase'],
  ['ALP', 'alkaline-phosphatase'],
  ['bilirubin', 'bilirubin-total'],
  ['total bilirubin', 'bilirubin-total'],
  ['direct bilirubin', 'bilirubin-direct'],
  ['creatinine', 'creatinine'],
  ['serum creatinine', 'creatinine'],
  ['creatinine clearance', 'creatinine-clearance'],
  ['aspartate transaminase', 'ast'],
  ['SGPT', 'alt'],
  ['Hemoglobin', 'haemoglobin'],
  ['haemoglobin', 'haemoglobin'],
  ['absolute neutrophil count', 'neutrophils'],
  ['platelets', 'platelets'],
  ['lactate dehydrogenase', 'ldh'],
  ['fasting glucose', 'glucose-fasting'],
  ['leucocytes', 'leukocytes'],
  ['bilirubin-total', 'bilirubin-total'],
  ['urine creatinine', undefined],
  ['unobtainium', undefined],
  ['', undefined],
  ['serum', undefined],
  ['__proto__', undefined],
];
for (const [name, id] of names)
  test(`'${name}' is ${id ?? 'not an analyte'}`, () => assert.equal(analyteOf(name)?.id, id));

test('no name belongs to two analytes', () => {
  for (const each of analytes)
    for (const name of [each.id, each.name, ...each.synonyms])
      assert.equal(analyteOf(name)?.id, each.id, name);
});

test('every unit of an analyte is a known one, spelt canonically, and the canonical unit stands first', () => {
  for (const each of analytes) {
    assert.equal(each.units[0], each.canonicalUnit, each.id);
    for (const unit of each.units) assert.equal(unitOf(unit), unit, `${each.id} ${unit}`);
    assert.equal(analyteById(each.id), each);
  }
});

test('a misspelt analyte brings the nearest name', () => {
  assert.equal(nearestAnalyteName('chromogranine A'), 'chromogranin A');
  assert.equal(nearestAnalyteName('cretinine'), 'creatinine');
  assert.equal(nearestAnalyteName('unobtainium'), undefined);
  const parsed = parseAnalyte('cretinine');
  assert.equal(parsed.ok ? '' : parsed.code, 'analyte-unknown');
  assert.match(parsed.ok ? '' : parsed.message, /did you mean 'creatinine'/);
});
