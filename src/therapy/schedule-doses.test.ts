/** Published schedules in milligrams: each number worked out by hand from the printed dose. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { BodySize } from './body-surface.ts';
import type { PublishedSchedule } from './regimen.ts';
import { isRegimenId, regimenOf, regimens } from './regimens.ts';
import { type CalculatedDose, doseSentence, dosesFor, type ScheduleDoses } from './schedule-doses.ts';

function scheduleOf(id: string, study: string): PublishedSchedule {
  assert.ok(isRegimenId(id));
  return regimenOf(id).schedules.find((each) => each.study === study) ?? assert.fail(`${id}: ${study}`);
}

function doses(id: string, study: string, size: BodySize): ScheduleDoses {
  assert.ok(isRegimenId(id));
  const { value, issues } = dosesFor(regimenOf(id), scheduleOf(id, study), size);
  assert.deepEqual(issues, []);
  return value ?? assert.fail(study);
}

/** Regimen, study, size, drug; each time, a day, a cycle in mg (exact), `undefined` where not printed. */
const table: readonly (readonly [
  string,
  string,
  BodySize,
  string,
  number,
  number | undefined,
  number | undefined,
])[] = [
  ['cisplatin-etoposide', 'Moertel 1991', { bodySurfaceAreaM2: 1.8 }, 'etoposide', 234, 234, 702],
  ['cisplatin-etoposide', 'Moertel 1991', { bodySurfaceAreaM2: 1.8 }, 'cisplatin', 81, 81, 162],
  ['cisplatin-etoposide', 'Mitry 1999', { bodySurfaceAreaM2: 1.73 }, 'etoposide', 173, 173, 519],
  ['cisplatin-etoposide', 'Mitry 1999', { bodySurfaceAreaM2: 1.73 }, 'cisplatin', 173, 173, 173],
  ['cisplatin-etoposide', 'Fjallskog 2001', { bodySurfaceAreaM2: 1.85 }, 'cisplatin', 83.25, 83.25, 166.5],
  ['cisplatin-etoposide', 'Fjallskog 2001', { bodySurfaceAreaM2: 1.85 }, 'etoposide', 185, 185, 555],
  ['cisplatin-etoposide', 'Iwasa 2010', { heightCm: 180, weightKg: 80 }, 'etoposide', 200, 200, 600],
  ['cisplatin-etoposide', 'Iwasa 2010', { heightCm: 180, weightKg: 80 }, 'cisplatin', 160, 160, 160],
  [
    'cisplatin-etoposide',
    'Deutschbein 2011',
    { bodySurfaceAreaM2: 2 },
    'etoposide',
    200,
    undefined,
    undefined,
  ],
  ['imatinib-400-daily', 'NCT02461849', {}, 'imatinib', 400, 400, 11_200],
  ['imatinib-400-daily', 'patient of paper 000', {}, 'imatinib', 400, 400, undefined],
  ['imatinib-400-twice-daily', 'Yao 2007', {}, 'imatinib', 400, 800, undefined],
  ['octreotide-lar-60', 'NETTER-1, control arm', {}, 'octreotide', 60, 60, 60],
  ['lutetium-177-dotatate-octreotide', 'NETTER-1', {}, 'octreotide', 30, 30, 30],
  [
    'pembrolizumab',
    'KEYNOTE 010, lower dose',
    { weightKg: 70.5 },
    'pembrolizumab',
    141,
    undefined,
    undefined,
  ],
  [
    'pembrolizumab',
    'KEYNOTE 010, higher dose',
    { weightKg: 70.5 },
    'pembrolizumab',
    705,
    undefined,
    undefined,
  ],
];

for (const [id, study, size, drug, each, day, cycle] of table) {
  test(`${study}, ${drug}: ${each} mg, ${day ?? 'no'} a day, ${cycle ?? 'no'} a cycle`, () => {
    const found = doses(id, study, size).doses.find((one) => one.drug === drug);
    assert.ok(found?.kind === 'calculated');
    assert.deepEqual([found.each.exactMg, found.day?.exactMg, found.cycle?.exactMg], [each, day, cycle]);
  });
}

test('a half milligram is shown exact and rounded', () => {
  const answer = doses('cisplatin-etoposide', 'Fjallskog 2001', { bodySurfaceAreaM2: 1.85 });
  const cisplatin = answer.doses.find((each) => each.drug === 'cisplatin') ?? assert.fail();
  assert.equal(
    doseSentence(cisplatin, answer),
    'cisplatin, as printed by Fjallskog 2001 (paper 004, lines 158-161): "cisplatin (45 mg/m2/day IV on days 2 and 3 by continuous infusion)"; for 1.85 m2 that is 83.25 mg (83 to 1 mg) a day, 166.5 mg (167 to 1 mg) a cycle.',
  );
});

const uncalculated = [
  ['cisplatin-etoposide', 'Moertel 1991', {}, 'etoposide', /needs the body surface/],
  ['cisplatin-etoposide', 'Deutschbein 2011', { bodySurfaceAreaM2: 2 }, 'cisplatin', /^no dose is printed$/],
  ['pembrolizumab', 'KEYNOTE 010, lower dose', { bodySurfaceAreaM2: 2 }, 'pembrolizumab', /needs the weight/],
  [
    'carboplatin-etoposide-paclitaxel',
    'Hainsworth 2006',
    { bodySurfaceAreaM2: 2 },
    'carboplatin',
    /no AUC from which Calvert’s formula/,
  ],
  ['carboplatin-etoposide-paclitaxel', 'Hainsworth 2006', {}, 'paclitaxel', /^no dose is printed$/],
  ['lutetium-177-dotatate-octreotide', 'NETTER-1', {}, 'lutetium-177-dotatate', /^no dose is printed$/],
] as const;

for (const [id, study, size, drug, reason] of uncalculated) {
  test(`${study}: ${drug} is named and not calculated`, () => {
    const found = doses(id, study, size).doses.find((one) => one.drug === drug);
    assert.ok(found?.kind === 'not-calculated');
    assert.match(found.reason, reason);
  });
}

test('a size that no adult has is refused, and no dose comes with it', () => {
  const { value, issues } = dosesFor(
    regimenOf('cisplatin-etoposide'),
    scheduleOf('cisplatin-etoposide', 'Mitry 1999'),
    { heightCm: 1.8, weightKg: 80 },
  );
  assert.equal(value, undefined);
  assert.equal(issues[0]?.code, 'wrong-value');
});

test('for every schedule and surface: every drug once or more, each with its study, and amounts in proportion', () => {
  const all = regimens.flatMap((regimen) => regimen.schedules.map((schedule) => ({ regimen, schedule })));
  const hundredths = fc.integer({ min: 80, max: 200 });
  fc.assert(
    fc.property(fc.constantFrom(...all), hundredths, ({ regimen, schedule }, m2) => {
      const of = (size: number): ScheduleDoses =>
        dosesFor(regimen, schedule, { bodySurfaceAreaM2: size / 100, weightKg: size / 2 }).value ??
        assert.fail();
      const [once, twice] = [of(m2), of(2 * m2)];
      assert.deepEqual(new Set(once.doses.map((each) => each.drug)), new Set(regimen.drugs));
      for (const [at, dose] of once.doses.entries()) {
        const sentence = doseSentence(dose, once);
        assert.ok(sentence.includes(`as printed by ${schedule.study}`), sentence);
        assert.doesNotMatch(sentence, /\b(?:give|administer|should|must|recommended)\b/i);
        if (dose.kind === 'not-calculated') continue;
        const doubled: CalculatedDose | undefined = [twice.doses[at]].find(
          (each) => each?.kind === 'calculated',
        );
        const ratio = dose.basis.kind === 'fixed' ? 1 : 2;
        assert.equal(doubled?.each.exactMg, Number((dose.each.exactMg * ratio).toPrecision(12)));
        assert.ok(Math.abs(dose.each.roundedMg - dose.each.exactMg) <= 0.5);
      }
    }),
  );
});
