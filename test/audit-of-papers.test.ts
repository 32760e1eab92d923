/**
 * The audit of the library of the five papers: every finding and everything that looks wrong and is right, by id, against the
 * reviewed list beside this file. A change of the list is a change of what the audit says; write it anew with
 * `CAJAL_WRITE_AUDIT=1 node bin/test.js test/audit-of-papers.test.ts` and read the difference.
 */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { auditLibrary, knowledgePlaces, loadKnowledge, loadPrinted, withPrinted } from '../src/index.ts';

const list = fileURLToPath(new URL('audit-of-papers.json', import.meta.url));
const places = knowledgePlaces(fileURLToPath(new URL('..', import.meta.url)));
const { printed, papers } = loadPrinted(places);
const studies = withPrinted(loadKnowledge(places).base.evidence.studies, printed);
const { findings, explained } = auditLibrary(studies, papers);
const ids = findings.map(({ id }) => id);

const plain = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');

/** One line for what is right, with the place of its first value: the abstract and the table are two. */
const explainedIds = explained.map(({ study: of, check, group, about, printed: values }) =>
  [of, check, group, plain(about), plain(values[0]?.place.section ?? '')].join('/'),
);

test('the findings and what is explained are those of the reviewed list', () => {
  const now = { findings: ids.toSorted(), explained: [...new Set(explainedIds)].toSorted() };
  if (process.env['CAJAL_WRITE_AUDIT'] === '1') writeFileSync(list, `${JSON.stringify(now, undefined, 2)}\n`);
  assert.deepEqual(now, JSON.parse(readFileSync(list, 'utf8')));
});

test('no two findings share an id, and each has a place, a computation and an explanation', () => {
  assert.equal(new Set(ids).size, ids.length);
  for (const { id, printed: values, recomputed, test: method, explanation } of findings) {
    assert.ok(values.length > 0, id);
    for (const text of [recomputed, method, explanation]) assert.ok(text.length > 0, id);
  }
});

test('every verdict of a curator is on a finding', () => {
  for (const { id, printed: own } of studies)
    for (const { check, group, about } of own?.verdicts ?? [])
      assert.ok(
        findings.some(
          (each) => each.study === id && each.check === check && each.group === group && each.about === about,
        ),
        `${id}: ${check} of ${group}, ${about}`,
      );
});

test('a denominator that was inferred for a count has a finding with a verdict', () => {
  for (const { id, counts, printed: own } of studies) {
    if (!counts.some(({ inferred }) => inferred !== undefined)) continue;
    assert.ok(
      own?.verdicts.some(({ check }) => check === 'denominator'),
      id,
    );
  }
});

/** Values that look wrong and are right, as an expert listed them: study, and what no finding may name as printed. */
const right: readonly (readonly [string, RegExp, string])[] = [
  ['hainsworth-2006', /^(?:53|52|15|37)%$/, 'CR 15 and PR 37 are 53: 12 and 29 of 78'],
  ['deutschbein-2011', /^42%$/, '17, 42 and 42 are 101: 2, 5 and 5 of 12'],
  ['okuma-2014', /^(?:50|16\.7)%$/, '50 and three times 16.7: 6, 2, 2 and 2 of 12'],
  ['iwasa-2010', /^(?:14|48|38|90|71|33|24|81)%$/, 'all of 21'],
  ['patta-2011', /^62\.5%$/, '5 of 8'],
  ['imatinib-carcinoid-yao-2007', /^(?:4|63|26)%$/, '1, 17 and 7 of 27'],
  ['sorbye-nordic-nec-2012', /^(?:129|67|28|305)$/, 'others had another or no chemotherapy'],
  ['lara-sclc', /^\.(?:07|71)$/, 'two curves'],
  ['prrt-ezziddin-2011', /^(?:55|34|11|8\.6)%$/, '41, 25 and 8 of 74; 7 of 81'],
  ['netter-1', /^(?:79|13|4)%$/, 'a hazard ratio of 0.21; 15 of 116 and 4 of 113'],
  ['ramirez-2016', /^(?:17|48|34)%$/, '5, 14 and 10 of 29'],
  ['entrectinib-etv6-ntrk3-net-2017', /^(?:14\.1|22\.8)%$/, 'growth from the baseline, not added up'],
];

for (const [of, value, why] of right)
  test(`no finding on what is right: ${of}, ${why}`, () => {
    const raised = findings.filter(
      (each) =>
        each.study === of &&
        each.outcome !== 'unsupported' &&
        each.outcome !== 'undescribed' &&
        each.printed.some((evidence) => value.test(evidence.printed)),
    );
    assert.deepEqual(
      raised.map(({ id }) => id),
      [],
    );
  });
