/** The registers are sound: ids and names are unique, classes have no circle, facts have a place that exists. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  classAndAncestors,
  classesOf,
  className,
  directClassesOf,
  drugsOfClass,
  isDrugClassId,
  isOfClass,
} from './class-membership.ts';
import { type Dose, readDose } from './dose.ts';
import { drugClasses } from './drug-class.ts';
import { drugOf, drugs, isDrugId } from './drugs.ts';
import { exactKey, nameKey, type PrintedName } from './printed-name.ts';
import { mentionName, readDrug } from './read-drug.ts';
import { readRegimen } from './read-regimen.ts';
import { isRegimenId, regimenOf, regimens } from './regimens.ts';
import type { Source } from './source.ts';

const papersFolder = process.env['CAJAL_SEEDS'] ?? join(import.meta.dirname, '../../../shared/seeds');
const papers = new Map<string, readonly string[]>(
  existsSync(papersFolder)
    ? readdirSync(papersFolder)
        .filter((name) => /^\d{3}_.*\.txt$/.test(name))
        .map(
          (name) => [name.slice(0, 3), readFileSync(join(papersFolder, name), 'utf8').split('\n')] as const,
        )
    : [],
);
const skip = papers.size === 5 ? false : `the papers are not at ${papersFolder}`;

const unique = (texts: readonly string[]): void => {
  assert.deepEqual(
    texts.filter((text, i) => texts.indexOf(text) !== i),
    [],
  );
};

test('ids are unique and in kebab case', () => {
  for (const ids of [
    drugs.map((each) => each.id),
    drugClasses.map((each) => each.id),
    regimens.map((each) => each.id),
  ]) {
    unique(ids);
    assert.deepEqual(
      ids.filter((id) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)),
      [],
    );
  }
});

test('every name belongs to one drug, one class or one regimen', () => {
  const keyOf = (name: PrintedName): string =>
    name.sort === 'abbreviation' ? exactKey(name.text) : nameKey(name.text);
  const combined = regimens.filter((each) => each.drugs.length > 1);
  unique([...drugs, ...drugClasses, ...combined].flatMap((each) => [...new Set(each.names.map(keyOf))]));
});

test('every name of a drug is read as that drug, and its id too', () => {
  for (const each of drugs) {
    for (const text of [each.id, ...each.names.map((name) => name.text)]) {
      const { value } = readDrug(text);
      assert.deepEqual(value?.kind === 'drug' ? value.drug : value, each.id, text);
    }
    assert.ok(isDrugId(each.id));
    assert.equal(drugOf(each.id).name, each.name);
  }
});

test('every name of a class is read as that class', () => {
  for (const each of drugClasses) {
    for (const name of each.names) {
      assert.deepEqual(readDrug(name.text).value, { kind: 'class', drugClass: each.id }, name.text);
    }
  }
  assert.equal(className('trk-inhibitor'), 'TRK inhibitor');
  assert.equal(mentionName({ kind: 'class', drugClass: 'prrt' }), 'peptide receptor radionuclide therapy');
});

test('every name and every list of drugs of a regimen is read as that regimen', () => {
  for (const each of regimens) {
    assert.ok(isRegimenId(each.id));
    assert.equal(regimenOf(each.id), each);
    const printed =
      each.drugs.length > 1 ? [...each.names.map((name) => name.text), each.drugs.join(' + ')] : [each.name];
    for (const text of printed) assert.equal(readRegimen(text).value?.regimen, each.id, text);
  }
});

test('no two regimens share drugs unless each fixes a dose', () => {
  for (const [i, a] of regimens.entries()) {
    for (const b of regimens.slice(i + 1)) {
      if ([...a.drugs].sort().join() !== [...b.drugs].sort().join()) continue;
      assert.ok(a.fixedDoses.length > 0 && b.fixedDoses.length > 0, `${a.id} and ${b.id}`);
    }
  }
});

test('parents exist and no class is above itself', () => {
  for (const each of drugClasses) {
    for (const parent of each.parents) {
      assert.ok(isDrugClassId(parent), `${each.id}: ${parent}`);
      if (isDrugClassId(parent))
        assert.ok(!classAndAncestors(parent).includes(each.id), `${each.id} is above itself`);
    }
  }
});

test('membership is transitive', () => {
  for (const { id } of drugs) {
    for (const direct of directClassesOf(id)) {
      for (const above of classAndAncestors(direct)) {
        assert.ok(isOfClass(id, above), `${id}: ${above}`);
        assert.ok(drugsOfClass(above).includes(id));
      }
    }
    unique(classesOf(id));
    const allowed = new Set(directClassesOf(id).flatMap((direct) => classAndAncestors(direct)));
    assert.equal(classesOf(id).length, allowed.size);
  }
});

const memberships = [
  ['imatinib', 'kit-inhibitor', true],
  ['imatinib', 'tyrosine-kinase-inhibitor', true],
  ['imatinib', 'cytotoxic', false],
  ['entrectinib', 'trk-inhibitor', true],
  ['entrectinib', 'trk-inhibitor-first-generation', true],
  ['entrectinib', 'trk-inhibitor-next-generation', false],
  ['repotrectinib', 'trk-inhibitor-next-generation', true],
  ['repotrectinib', 'trk-inhibitor-first-generation', false],
  ['nivolumab', 'checkpoint-inhibitor', true],
  ['ipilimumab', 'pd-1-inhibitor', false],
  ['lutetium-177-dotatate', 'prrt', true],
  ['lutetium-177-dotatate', 'somatostatin-analogue', false],
  ['actinium-225-dotatate', 'alpha-prrt', true],
  ['actinium-225-dotatate', 'beta-prrt', false],
  ['carboplatin', 'platinum', true],
  ['carboplatin', 'alkylating', false],
  ['trastuzumab-deruxtecan', 'topoisomerase-1-inhibitor', false],
  ['everolimus', 'tyrosine-kinase-inhibitor', false],
  ['cabozantinib', 'kit-inhibitor', false],
] as const;

for (const [drug, drugClass, expected] of memberships) {
  test(`${drug} is ${expected ? '' : 'not '}in ${drugClass}`, () => {
    assert.equal(isOfClass(drug, drugClass), expected);
  });
}

/** Every source of the registers, with the words it is expected to hold when it is a name in print. */
function sources(): readonly (readonly [source: Source, printed: string | undefined, what: string])[] {
  const found: (readonly [Source, string | undefined, string])[] = [];
  for (const each of drugs) {
    for (const name of each.names) found.push([name.source, name.text, each.id]);
    for (const fact of [...each.classes, ...each.targets, ...each.cautions])
      found.push([fact.source, undefined, each.id]);
    if (each.route !== undefined) found.push([each.route.source, undefined, each.id]);
  }
  for (const each of drugClasses)
    for (const name of each.names) found.push([name.source, undefined, each.id]);
  for (const each of regimens) {
    found.push([each.source, undefined, each.id]);
    for (const name of each.names.slice(1)) found.push([name.source, name.text, each.id]);
    for (const report of each.withoutDose) found.push([report.source, report.printed, each.id]);
    for (const schedule of each.schedules) {
      found.push([schedule.source, undefined, each.id]);
      for (const dose of schedule.doses) found.push([schedule.source, dose.printed, each.id]);
    }
  }
  return found;
}

const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{Pd}]/gu, '');

test('a name or a dose with a place in a paper is printed there', { skip }, () => {
  const missing = sources().filter(([source, printed]) => {
    if (source.kind !== 'paper') return false;
    const [first, last] = source.lines;
    const lines = papers.get(source.paper) ?? [];
    if (first < 1 || last < first || last > lines.length) return true;
    return printed !== undefined && !bare(lines.slice(first - 1, last).join('\n')).includes(bare(printed));
  });
  assert.deepEqual(missing, []);
});

/** The dose of printed words, with or without its drug; what no reader takes apart is undefined. */
function doseIn(printed: string): Dose | undefined {
  return readDose(printed).value ?? readRegimen(printed).value?.doses[0]?.dose;
}

/** Words of references outside the papers that the reader of doses does not take apart. */
const notTakenApart = [
  '30 mg intramuscularly in monthly intervals',
  '120 mg once every 28 days',
  '400 mg oral nilotinib twice daily',
];

test('a published dose is what the reader of doses finds in its printed words', () => {
  const unread: string[] = [];
  for (const each of regimens) {
    for (const schedule of each.schedules) {
      for (const dose of schedule.doses) {
        assert.ok(each.drugs.includes(dose.drug));
        const read = doseIn(dose.printed);
        if (read === undefined) {
          unread.push(dose.printed);
          continue;
        }
        const said = {
          amount: read.amount,
          unit: read.unit,
          days: read.days,
          dayCount: read.dayCount,
          everyDays: read.everyDays,
          infusion: read.infusion,
        };
        const { amount, unit, days, dayCount, everyDays, infusion } = dose;
        assert.deepEqual({ amount, unit, days, dayCount, everyDays, infusion }, said, dose.printed);
        if (read.route !== undefined) assert.equal(dose.route, read.route, dose.printed);
        if (dose.daily === true) {
          assert.equal(read.dailyTotal, dose.amount * (dose.timesPerDay ?? 1), dose.printed);
        }
      }
    }
  }
  assert.deepEqual(unread, notTakenApart);
});

test('of days, number of days, daily and interval a dose has at most one', () => {
  for (const { id, schedules } of regimens) {
    for (const { days, dayCount, daily, everyDays } of schedules.flatMap((each) => each.doses)) {
      assert.ok([days, dayCount, daily, everyDays].filter((each) => each !== undefined).length <= 1, id);
    }
  }
});

test('every regimen of the papers has a study, with or without a printed dose', () => {
  const silent = regimens.filter(
    (each) => each.source.kind === 'paper' && each.schedules.length === 0 && each.withoutDose.length === 0,
  );
  assert.deepEqual(
    silent.map((each) => each.id),
    ['doxorubicin-streptozocin'],
  );
});

test('a contraindication and an adjustment name the label or reference they stand in', () => {
  const cautions = drugs.flatMap((each) => each.cautions);
  assert.ok(cautions.length > 10);
  for (const caution of cautions) {
    assert.notEqual(caution.source.kind, 'general-knowledge', caution.statement);
    assert.equal(caution.concern === 'pharmacogene', caution.gene !== undefined, caution.statement);
  }
});
