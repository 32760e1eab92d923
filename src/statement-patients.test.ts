/**
 * The patients behind each statement of the library: the number is printed for the group that the claim is about, the group
 * is one that the statement speaks of, and what is compared, joined or not yet known is said as it is.
 */
import assert from 'node:assert/strict';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { type Criterion, diseaseAsked, partsOf } from './criteria/index.ts';
import {
  type Statement,
  type StatementBasis,
  type Study,
  strengthContext,
  type strengths,
  weighStatement,
  withPrinted,
} from './evidence/index.ts';
import { knowledgePlaces, loadKnowledge, loadPrinted } from './knowledge/index.ts';
import { type EntityId, entity, relateEntities } from './tumour/index.ts';

const places = knowledgePlaces(join(dirname(fileURLToPath(import.meta.url)), '..'));
const { studies: read, statements } = loadKnowledge(places).base.evidence;
const studies = withPrinted(read, loadPrinted(places).printed);
const byId = new Map(studies.map((study) => [study.id, study]));
const context = strengthContext(studies, statements);

const studyOf = (id: string): Study => {
  const found = byId.get(id);
  assert.ok(found, id);
  return found;
};
const cases = statements.flatMap((statement) =>
  statement.basis.map((basis) => ({ statement, basis, study: studyOf(basis.study) })),
);
const nameOf = (statement: Statement, { study, group }: StatementBasis) =>
  `${statement.id}: ${study}, ${group}`;

const words = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const numbersIn = (text: string): readonly number[] => {
  const named = words.flatMap((word, number) =>
    new RegExp(`\\b${word}\\b`, 'i').test(text) ? [number] : [],
  );
  return [...named, ...(text.match(/(?<![\d.])\d+(?![\d.%])/g) ?? []).map(Number)];
};

/** A group as the study has it: its entity, and every number that is printed for it; an inferred denominator is none. */
interface Group {
  readonly entity: EntityId;
  readonly numbers: readonly number[];
}
const isGiven = (value: number | undefined): value is number => value !== undefined;

/** The group of a basis; undefined where the study has no group of that name. */
function groupOf({ population, arms, counts, printed }: Study, name: string): Group | undefined {
  const group = printed?.groups.find(({ id }) => id === name);
  const arm = arms.find(({ id }) => id === name || id === group?.arm);
  const part = population.composition.find((each) => each.words === name);
  const counted = counts.filter((each) => each.population?.words === name && each.inferred === undefined);
  const [first] = counted;
  const isAll = name === 'all' || group?.id === 'all';
  const sizes = (printed?.values ?? [])
    .filter((value) => value.group === name && (value.what === 'patients' || value.what === 'evaluable'))
    .flatMap(({ value }) => numbersIn(value));
  const of =
    group?.entity ??
    part?.entity ??
    first?.population?.entity ??
    (isAll || arm !== undefined ? population.entity : undefined);
  if (of === undefined) return undefined;
  const whole = isAll ? [population.enrolled, population.evaluable] : [];
  const ofArm = isAll ? undefined : arm?.count;
  const numbers = [
    ...sizes,
    ...[...whole, ofArm, part?.count].filter(isGiven),
    ...counted.map(({ of: n }) => n),
  ];
  return { entity: of, numbers };
}

/** Every number that a study prints of how many patients there are. */
const allNumbers = (study: Study): readonly number[] => [
  ...['all', ...(study.printed?.groups ?? []).map(({ id }) => id)].flatMap(
    (name) => groupOf(study, name)?.numbers ?? [],
  ),
  ...study.population.composition.map(({ count }) => count),
];

test('each number is printed for the group that the statement names', () => {
  const wrong = cases.flatMap(({ statement, basis, study }) => {
    const { patients, derived, group } = basis;
    if (patients === undefined) return [];
    if (derived !== undefined) {
      const [whole = 0, rest = 0] = numbersIn(derived);
      const isPrinted = [whole, rest].every((each) => allNumbers(study).includes(each));
      return isPrinted && whole - rest === patients ? [] : [nameOf(statement, basis)];
    }
    const found = groupOf(study, group);
    const numbers = found?.numbers ?? study.remarks.flatMap(({ text }) => numbersIn(text));
    return numbers.includes(patients) ? [] : [`${nameOf(statement, basis)} has ${numbers.join(', ')}`];
  });
  assert.deepEqual(wrong, []);
  assert.ok(cases.filter(({ basis }) => basis.patients !== undefined).length > 90);
});

test('numbers that stand in the remark of a study only are these', () => {
  const only = cases.filter(
    ({ basis, study }) => basis.patients !== undefined && groupOf(study, basis.group) === undefined,
  );
  assert.deepEqual(new Set(only.map(({ statement }) => statement.id)), new Set(inRemarks));
});
const inRemarks: readonly string[] = [
  'kit-t670i-imatinib-resistance',
  'kit-d820y-imatinib-resistance',
  'net-g3-platinum-series-cisplatin-etoposide',
  'net-g3-platinum-series-carboplatin-etoposide',
  'net-g3-folfox',
  'nec-topic-pancreas-post-hoc',
];

/** A solid tumour of any kind is one; the entities are a tree by lineage and do not say so. */
const isWithin = (one: EntityId, other: EntityId): boolean => {
  if (other === 'solid-tumour') return !one.startsWith('leukaemia');
  const { relation } = relateEntities(entity(one), entity(other));
  return relation === 'same' || relation === 'narrower';
};
/** The entities that a criterion asks for without a way round them; one list for each condition, any of it will do. */
function entitiesAsked(when: Criterion): readonly (readonly EntityId[])[] {
  const own = diseaseAsked(when);
  if (own !== undefined) return [[own]];
  if ('all' in when) return partsOf(when).flatMap(entitiesAsked);
  if (!('any' in when)) return [];
  const parts = partsOf(when).map(diseaseAsked);
  return parts.every((each) => each !== undefined) ? [parts.filter((each) => each !== undefined)] : [];
}

test('a group that is not within the patients of the statement is said to be indirect', () => {
  const silent = cases.flatMap(({ statement, basis, study }) => {
    const group = groupOf(study, basis.group);
    if (group === undefined || basis.indirect !== undefined) return [];
    const { kind, noResult } = statement;
    if (kind === 'caseReport' || noResult !== undefined || study.design.type === 'review') return [];
    const asked = [[statement.entity], ...entitiesAsked(statement.when)];
    const fits = asked.every((any) => any.some((each) => isWithin(group.entity, each)));
    return fits ? [] : [`${nameOf(statement, basis)}: ${group.entity}`];
  });
  assert.deepEqual(silent, []);
});

/** Kinds that are weighed by their patients. */
const counting: readonly Statement['kind'][] = ['clinical', 'label', 'guideline', 'caseReport'];

test('a statement that is weighed by patients names them, for each study or by rows that the study has', () => {
  const faults = statements.flatMap(({ id, kind, studies: cited, basis, patients }) => {
    if (!counting.includes(kind)) return [];
    const rows = new Set(cited.flatMap((study) => studyOf(study).patients.map((row) => row.id)));
    const unknownRows = patients.filter((row) => !rows.has(row));
    const missing =
      patients.length > 0 ? [] : cited.filter((study) => !basis.some((each) => each.study === study));
    const foreign = basis.filter((each) => !cited.includes(each.study)).map((each) => each.study);
    return [...unknownRows, ...missing, ...foreign].map((fault) => `${id}: ${fault}`);
  });
  assert.deepEqual(faults, []);
});

test('rows and the printed number of their group agree', () => {
  const both = cases.filter(({ statement }) => statement.patients.length > 0);
  for (const { statement, basis } of both)
    assert.equal(basis.patients, statement.patients.length, statement.id);
  assert.ok(both.length > 0);
});

test('a statement on a randomised trial says what it compares, and no difference is no benefit', () => {
  const weighed = statements.filter(({ kind }) => kind === 'clinical');
  const silent = weighed.filter(
    ({ studies: cited, comparison, noResult }) =>
      comparison === undefined &&
      noResult === undefined &&
      cited.some((id) => ['randomisedTrial', 'metaAnalysis'].includes(studyOf(id).design.type)),
  );
  assert.deepEqual(
    silent.map(({ id }) => id),
    [],
  );
  const beneficial = statements.filter(
    ({ comparison, direction }) => comparison?.concludes === 'noDifference' && direction === 'benefit',
  );
  assert.deepEqual(
    beneficial.map(({ id }) => id),
    [],
  );
});

test('drugs that stand together were given together, or the statement is lowered for it', () => {
  const apart = statements.filter((statement) => {
    const { subject, kind, studies: cited } = statement;
    const { drugs, drugsAre } = subject;
    if (drugsAre !== undefined || drugs.length < 2 || kind === 'expertOpinion' || kind === 'preclinical')
      return false;
    const arms = cited.flatMap((id) => studyOf(id).arms).filter((arm) => arm.drugs.length > 0);
    if (arms.length === 0 || arms.some((arm) => drugs.every((drug) => arm.drugs.includes(drug))))
      return false;
    return !weighStatement(statement, context).reasons.some(({ aspect }) => aspect === 'directness');
  });
  assert.deepEqual(
    apart.map(({ id }) => id),
    [],
  );
});

const expected: readonly (readonly [
  id: string,
  patients: number | undefined,
  strength: (typeof strengths)[number],
])[] = [
  ['prrt-ezziddin-ki67-atmost-20', 74, 'veryWeak'],
  ['prrt-ezziddin-ki67-above-20', 7, 'veryWeak'],
  ['kit-mutation-with-amplification-imatinib', 4, 'veryWeak'],
  ['nec-ip-hbp-yamaguchi', undefined, 'veryWeak'],
  ['nec-ep-toxic-moertel', 45, 'veryWeak'],
  ['nec-temozolomide-olsen-ki67-50', 28, 'veryWeak'],
  ['nec-tce-deutschbein', 8, 'veryWeak'],
  ['nec-folfox-hadoux', 20, 'veryWeak'],
  ['nec-captem-welin', 25, 'veryWeak'],
  ['nec-ip-stomach', undefined, 'veryWeak'],
  ['captem-ea2142-awaited', undefined, 'none'],
  ['nec-topic-ep', 170, 'strong'],
  ['nec-topic-pancreas-post-hoc', 23, 'weak'],
  ['nec-folfiri-seneca', undefined, 'weak'],
  ['nec-docetaxel-net02', undefined, 'weak'],
  ['ssa-clarinet', 204, 'moderate'],
];
for (const [id, patients, strength] of expected) {
  test(`${id} rests on ${patients ?? 'an unknown number of'} patients: ${strength}`, () => {
    const statement = statements.find((each) => each.id === id);
    assert.ok(statement);
    const weighed = weighStatement(statement, context);
    assert.deepEqual(
      [weighed.patients, weighed.strength],
      [patients, strength],
      JSON.stringify(weighed.reasons),
    );
  });
}
