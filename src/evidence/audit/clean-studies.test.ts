/**
 * The audit on tables that were made without a defect, and on the same tables with one value changed: no finding that calls
 * print impossible, in conflict or cut off; changed percentages are found as often as the exact power says.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { powerOfPercentages } from '../../statistics/index.ts';
import { auditStudy } from './audit-library.ts';
import { cleanStudy, percentage, uniform } from './clean-study.fixture.ts';
import { groupsOf, patients, studyOf, toxicity } from './printed-study.fixture.ts';

const faults = ['impossible', 'conflicting', 'truncated'];

/** 10,000 studies in parts, so that each is a short test. */
const parts = 10;
const studiesOfPart = 1000;

for (let part = 0; part < parts; part += 1)
  test(`clean studies ${part * studiesOfPart + 1} to ${(part + 1) * studiesOfPart}: nothing impossible, nothing in conflict, nothing cut off`, () => {
    for (let seed = part * studiesOfPart + 1; seed <= (part + 1) * studiesOfPart; seed += 1) {
      const made = cleanStudy(seed);
      const found = auditStudy(made).findings.filter(({ outcome }) => faults.includes(outcome));
      assert.deepEqual(
        found.map(({ id, printed, recomputed }) => ({
          id,
          printed: printed.map((each) => each.printed),
          recomputed,
        })),
        [],
        `seed ${seed}`,
      );
    }
  });

test('clean studies print every kind of value that the audit compares', () => {
  const kinds = new Map<string, number>();
  for (let seed = 1; seed <= 400; seed += 1)
    for (const { what, as } of cleanStudy(seed).printed?.values ?? [])
      kinds.set(`${what} ${as}`, (kinds.get(`${what} ${as}`) ?? 0) + 1);
  for (const kind of [
    'toxicity count',
    'toxicity percent',
    'overallSurvival median',
    'overallSurvival curvePercent',
    'progressionFreeSurvival curvePercent',
    'baseline median',
    'baseline mean',
    'hazardRatio ratio',
    'pValue p',
    'marker count',
    'part count',
  ])
    assert.ok((kinds.get(kind) ?? 0) > 100, `${kind}: ${kinds.get(kind) ?? 0}`);
});

test('a percentage changed at random is found as often as the power of the test says', () => {
  const next = uniform(20_261_121);
  let found = 0;
  let expected = 0;
  let variance = 0;
  const studies = 3000;
  for (let at = 0; at < studies; at += 1) {
    const size = 5 + Math.floor(next() * 195);
    const decimals = next() < 0.5 ? 0 : 1;
    const whole = decimals === 0 ? 100 : 1000;
    const units = Math.floor(next() * (whole + 1));
    const printed = decimals === 0 ? String(units) : `${Math.floor(units / 10)}.${units % 10}`;
    const { findings } = auditStudy(
      studyOf({
        groups: groupsOf('all'),
        values: [patients('all', size), toxicity('all', 'nausea', printed)],
      }),
    );
    if (findings.some(({ outcome }) => faults.includes(outcome))) found += 1;
    const { power } = powerOfPercentages(size, [decimals]);
    expected += power;
    variance += power * (1 - power);
  }
  const deviation = Math.sqrt(variance);
  assert.ok(
    Math.abs(found - expected) < 4 * deviation,
    `${found} found of ${studies}, ${expected.toFixed(1)} expected, standard deviation ${deviation.toFixed(1)}`,
  );
  assert.ok(found > 0 && found < studies);
});

test('a percentage of a clean study moved by one patient and ten units is found where no count prints it', () => {
  let changed = 0;
  let found = 0;
  let expected = 0;
  for (let seed = 1; seed <= 600; seed += 1) {
    const made = cleanStudy(seed);
    const { printed } = made;
    const size = Number(printed?.values[0]?.value);
    const place = printed?.values.findIndex(({ what }) => what === 'toxicity') ?? -1;
    const value = printed?.values[place];
    if (printed === undefined || value === undefined || !value.value.includes('.')) continue;
    const units = Math.round(10 * Number(value.value)) + (seed % 2 === 0 ? 3 : -3);
    if (units < 0 || units > 1000) continue;
    const text = `${Math.floor(units / 10)}.${units % 10}`;
    const prints = Array.from({ length: size + 1 }, (_, count) =>
      [true, false].map((halfEven) => percentage(count, size, { decimals: 1, halfEven })),
    ).flat();
    const values = printed.values.map((each, at) => (at === place ? { ...each, value: text } : each));
    const { findings } = auditStudy({ ...made, printed: { ...printed, values } });
    changed += 1;
    if (!prints.includes(text)) expected += 1;
    if (findings.some(({ outcome }) => faults.includes(outcome))) found += 1;
  }
  assert.ok(changed > 150, `${changed} changed`);
  assert.equal(found, expected);
});

test('a count of a clean study moved to any other is found where its percentage is that of no such count', () => {
  const next = uniform(19);
  let changed = 0;
  let found = 0;
  let expected = 0;
  for (let seed = 1; seed <= 600; seed += 1) {
    const made = cleanStudy(seed);
    const { printed } = made;
    const size = Number(printed?.values[0]?.value);
    const at = printed?.values.findIndex(({ what, as }) => what === 'marker' && as === 'count') ?? -1;
    const share = printed?.values.find(({ what, as }) => what === 'marker' && as === 'percent');
    if (printed === undefined || share === undefined || at < 0) continue;
    const count = Math.floor(next() * (size + 1));
    const decimals = share.value.includes('.') ? 1 : 0;
    const prints = [true, false].map((halfEven) => percentage(count, size, { decimals, halfEven }));
    const values = printed.values.map((each, place) =>
      place === at ? { ...each, value: String(count) } : each,
    );
    const { findings } = auditStudy({ ...made, printed: { ...printed, values } });
    changed += 1;
    if (!prints.includes(share.value)) expected += 1;
    if (findings.some(({ outcome }) => faults.includes(outcome))) found += 1;
  }
  assert.equal(changed, 600);
  assert.equal(found, expected);
  assert.ok(found < changed);
});
