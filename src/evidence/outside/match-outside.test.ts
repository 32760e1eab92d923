/** Which outside statements speak of a patient's findings, in which order, and what is counted instead of shown. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { clockAt, cutCase, readCaseDocument } from '../../case/index.ts';
import { type Criterion, type Subject, subjectOf } from '../../criteria/index.ts';
import { parsePatientDate } from '../../units/index.ts';
import { matchOutside } from './match-outside.ts';
import { outsideStance } from './outside-stance.ts';
import type { OutsideStatement, PackSource } from './outside-statement.ts';

const source: PackSource = {
  id: 'made-up',
  name: 'A made-up base',
  version: '1',
  date: '2020',
  licence: 'CC0 1.0',
  hash: '0'.repeat(64),
};

const variant = (gene: string, text: string): Criterion => ({ alteration: { gene, variant: text } });
const exon11: Criterion = { alteration: { gene: 'KIT', exon: 11 } };
const anyKit: Criterion = { alteration: { gene: 'KIT', anyMutation: true } };

let number = 0;
function statement(more: Partial<OutsideStatement> & { readonly when?: Criterion }): OutsideStatement {
  number += 1;
  return {
    id: `EID${number}`,
    alsoIds: [],
    name: 'a name',
    genes: ['KIT'],
    disease: 'Melanoma',
    drugs: ['imatinib'],
    direction: 'supports',
    significance: 'Sensitivity/Response',
    level: 'B',
    ratings: [],
    status: 'accepted',
    citation: '',
    pmids: [],
    trials: [],
    line: 2,
    ...more,
  };
}

const finding = (gene: string, alteration: string) => ({
  id: `${gene}-${alteration}`.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'),
  gene,
  alteration,
  status: 'positive',
});

/** A panel that was read and covers these genes. */
const panel = (...genes: readonly string[]) => ({
  id: 'panel',
  name: 'A panel',
  analyte: 'DNA',
  status: 'done',
  genes,
  detects: ['smallVariant'],
});

/** A patient with these findings. */
function carrying(findings: readonly object[], assays: readonly object[] = []): Subject {
  const { value, issues } = readCaseDocument({
    cajal: 'case/1',
    id: 'test',
    title: 'A test case',
    provenance: { kind: 'synthetic', statement: 'made for a test' },
    patient: { sex: 'notStated' },
    assays,
    findings,
  });
  assert.ok(value, issues[0]?.message);
  const clock = clockAt(value.record, undefined);
  assert.ok(clock.value);
  return subjectOf(cutCase(value.record, clock.value));
}

function dateOf(text: string) {
  const read = parsePatientDate(text);
  assert.ok(read.ok);
  return read.value;
}

const latest = { clock: { kind: 'latest' }, ownPmids: [] } as const;

function matched(findings: readonly object[], ...statements: readonly OutsideStatement[]) {
  const subject = carrying(findings);
  const { matches, leftOut } = matchOutside([{ source, statements }], subject, latest);
  return {
    shown: matches.map(
      ({ statement: { name }, truth, resolution }) => `${name} ${truth} ${resolution ?? '-'}`,
    ),
    leftOut: Object.fromEntries(Object.entries(leftOut).filter(([, count]) => count > 0)),
    matches,
  };
}

suite('what a finding meets', () => {
  const v560del = [finding('KIT', 'V560del')];
  test('the exact variant, its exon and its gene, the nearest first', () => {
    const { shown, leftOut } = matched(
      v560del,
      statement({ name: 'gene', when: anyKit }),
      statement({ name: 'exon', when: exon11 }),
      statement({ name: 'exact', when: variant('KIT', 'V560del') }),
    );
    assert.deepEqual(
      shown.map((each) => each.split(' ').slice(0, 2).join(' ')),
      ['exact met', 'exon met', 'gene met'],
    );
    assert.deepEqual(leftOut, {});
  });
  test('another allele, another change, and what was not looked for are counted and not shown', () => {
    const { shown, leftOut } = matched(
      v560del,
      statement({ when: variant('KIT', 'V560A') }),
      statement({ when: variant('KIT', 'D816V') }),
      statement({ when: { alteration: { gene: 'KIT', amplification: true } } }),
    );
    assert.deepEqual(shown, []);
    assert.deepEqual(leftOut, { otherAllele: 1, otherChange: 1, open: 1 });
  });
  test('statements of genes in which nothing was found are not looked at', () => {
    const { shown, leftOut } = matched(
      v560del,
      statement({ genes: ['BRAF'], when: variant('BRAF', 'V600E') }),
    );
    assert.deepEqual([shown, leftOut], [[], {}]);
  });
  test('a combination is not met by one half', () => {
    const both = (other: Criterion): Criterion => ({ all: [variant('KIT', 'V560del'), other] });
    const { shown } = matched(v560del, statement({ name: 'both', when: both(variant('KIT', 'T670I')) }));
    assert.deepEqual(shown, []);
    const met = matched(
      [finding('KIT', 'V560del'), finding('KIT', 'T670I')],
      statement({ name: 'both', when: both(variant('KIT', 'T670I')) }),
    );
    assert.deepEqual(
      met.shown.map((each) => each.slice(0, 8)),
      ['both met'],
    );
  });
  test('a name without a pattern is counted as not read', () => {
    assert.deepEqual(matched(v560del, statement({ notMatched: 'an expression' })).leftOut, { unread: 1 });
  });
});

suite('errors of other systems', () => {
  test('ETV6::NTRK3 gets no drug that is filed for another fusion of ETV6', () => {
    const { shown, leftOut } = matched(
      [finding('NTRK3', 'ETV6::NTRK3')],
      statement({
        name: 'other',
        genes: ['ETV6', 'PDGFRB'],
        when: { alteration: { fusionOf: 'PDGFRB', partner: 'ETV6' } },
      }),
      statement({
        name: 'own',
        genes: ['ETV6', 'NTRK3'],
        when: { alteration: { fusionOf: 'NTRK3', partner: 'ETV6' } },
      }),
    );
    assert.deepEqual(
      shown.map((each) => each.slice(0, 7)),
      ['own met'],
    );
    assert.deepEqual(leftOut, { open: 1 });
  });
  test('D816H: resistance stands first, and the wider sensitivity says that it is contradicted', () => {
    const { matches } = matched(
      [finding('KIT', 'D816H')],
      statement({ name: 'wide', when: anyKit }),
      statement({ name: 'own', when: variant('KIT', 'D816H'), significance: 'Resistance' }),
    );
    assert.deepEqual(
      matches.map(({ statement: { name }, contradictedBy }) => [name, contradictedBy?.statement.name]),
      [
        ['own', undefined],
        ['wide', 'own'],
      ],
    );
  });
  test('a contradiction is of the same drug only', () => {
    const { matches } = matched(
      [finding('KIT', 'D816H')],
      statement({ name: 'wide', when: anyKit, drugs: ['sunitinib'] }),
      statement({ name: 'own', when: variant('KIT', 'D816H'), significance: 'Resistance' }),
    );
    assert.ok(matches.every(({ contradictedBy }) => contradictedBy === undefined));
  });
  test('"does not support" is matched as any other', () => {
    const { matches } = matched(
      [finding('KIT', 'V560del')],
      statement({ when: exon11, direction: 'doesNotSupport' }),
    );
    assert.deepEqual(
      matches.map((match) => outsideStance(match.statement)),
      ['against'],
    );
  });
});

suite('what contradicts what', () => {
  const exact = variant('KIT', 'V560del');
  const wide: Partial<OutsideStatement> = { name: 'wide', when: anyKit };
  const near: Partial<OutsideStatement> = { name: 'near', when: exact };
  const rows: readonly (readonly [
    what: string,
    wide: Partial<OutsideStatement>,
    near: Partial<OutsideStatement>,
    contradicted: boolean,
  ])[] = [
    ['sensitivity by "does not support" it', wide, { ...near, direction: 'doesNotSupport' }, true],
    ['resistance by sensitivity', { ...wide, significance: 'Resistance' }, near, true],
    [
      'resistance by "does not support" it',
      { ...wide, significance: 'Resistance' },
      { ...near, significance: 'Resistance', direction: 'doesNotSupport' },
      true,
    ],
    [
      'sensitivity by what denies a resistance: no',
      wide,
      { ...near, significance: 'Resistance', direction: 'doesNotSupport' },
      false,
    ],
    ['sensitivity by evidence of both directions: no', wide, { ...near, direction: 'both' }, false],
    ['the drug in other letters', wide, { ...near, drugs: ['IMATINIB'], significance: 'Resistance' }, true],
    ['the exact one by the wide one: no', near, { ...wide, significance: 'Resistance' }, false],
  ];
  for (const [what, contradicted, by, expected] of rows)
    test(what, () => {
      const { matches } = matched(
        [finding('KIT', 'V560del')],
        statement({ ...contradicted, id: 'A' }),
        statement({ ...by, id: 'B' }),
      );
      assert.equal(matches.length, 2);
      const asked = matches.find((match) => match.statement.id === 'A');
      assert.equal(asked?.contradictedBy?.statement.id, expected ? 'B' : undefined);
    });
});

suite('how near a joined name is', () => {
  const v560del = [finding('KIT', 'V560del')];
  const exact = variant('KIT', 'V560del');
  for (const [name, when, expected] of [
    ['of alternatives the nearest', { any: [anyKit, exact, exon11] }, 'x met exact'],
    ['alternatives in another order', { any: [exact, anyKit] }, 'x met exact'],
    ['of a combination the least exact', { all: [exact, anyKit] }, 'x met gene'],
    [
      'an alternative that is not met counts nothing',
      { any: [variant('KIT', 'D816V'), anyKit] },
      'x met gene',
    ],
    [
      'an open alternative counts nothing beside one that is met',
      { any: [variant('BRAF', 'V600E'), exon11] },
      'x met exon',
    ],
  ] as const)
    test(name, () => assert.deepEqual(matched(v560del, statement({ name: 'x', when })).shown, [expected]));
});

suite('what is excluded', () => {
  const without: Criterion = { all: [variant('KIT', 'V560del'), { not: variant('PDGFRA', 'D842V') }] };
  const v560del = finding('KIT', 'V560del');
  const excluded = finding('PDGFRA', 'D842V');
  test('not looked for: the statement stays open and is shown, for the rest of it is there', () =>
    assert.deepEqual(matched([v560del], statement({ name: 'x', when: without })).shown, ['x unknown exact']));
  test('looked for and not found: met', () => {
    const subject = carrying([v560del], [panel('PDGFRA')]);
    const { matches } = matchOutside(
      [{ source, statements: [statement({ when: without })] }],
      subject,
      latest,
    );
    assert.deepEqual(
      matches.map(({ truth, resolution }) => [truth, resolution]),
      [['met', 'exact']],
    );
  });
  test('found: not met', () =>
    assert.deepEqual(matched([v560del, excluded], statement({ when: without })).shown, []));
  test('an exclusion alone makes nobody a match', () => {
    const { shown, leftOut } = matched(
      [v560del],
      statement({
        genes: ['KIT', 'TP53'],
        when: { not: { alteration: { gene: 'TP53', anyMutation: true } } },
      }),
    );
    assert.deepEqual([shown, leftOut], [[], { open: 1 }]);
  });
  test('the half that is asked for is not made up by the half that is excluded', () => {
    const when: Criterion = { all: [variant('BRAF', 'V600E'), { not: exon11 }] };
    assert.deepEqual(matched([v560del], statement({ genes: ['KIT', 'BRAF'], when })).shown, []);
  });
});

test('statements with names that are not read are handed over, not only counted', () => {
  const subject = carrying([finding('KIT', 'V560del')]);
  const own = statement({ notMatched: 'an expression', direction: 'doesNotSupport' });
  const { unread } = matchOutside(
    [{ source, statements: [own, statement({ genes: ['BRAF'], notMatched: 'x' })] }],
    subject,
    latest,
  );
  assert.deepEqual(
    unread.map((each) => [each.source.id, each.statement.id]),
    [['made-up', own.id]],
  );
});

suite('which way a statement points', () => {
  for (const [direction, significance, expected] of [
    ['supports', 'Sensitivity/Response', 'for'],
    ['doesNotSupport', 'Sensitivity/Response', 'against'],
    ['both', 'Sensitivity/Response', 'open'],
    ['supports', 'Resistance', 'against'],
    ['supports', 'Reduced Sensitivity', 'against'],
    ['supports', 'Adverse Response', 'against'],
    ['doesNotSupport', 'Resistance', 'open'],
    ['both', 'Resistance', 'open'],
    ['supports', 'not stated', 'open'],
    ['supports', 'N/A', 'open'],
  ] as const)
    test(`${direction} ${significance}`, () =>
      assert.equal(outsideStance(statement({ direction, significance })), expected));
});

suite('the knowledge clock and the own publication', () => {
  const subject = carrying([finding('KIT', 'V560del')]);
  const ask = (of: OutsideStatement, asOf?: string, ownPmids: readonly string[] = []) =>
    matchOutside([{ source, statements: [of] }], subject, {
      clock: asOf === undefined ? { kind: 'latest' } : { kind: 'asOf', date: dateOf(asOf) },
      ownPmids,
    });
  test('a citation counts when its year has ended', () => {
    const of = statement({ when: exon11, year: 2013 });
    assert.equal(ask(of, '2014-01-01').matches.length, 1);
    assert.equal(ask(of, '2013-06-01').leftOut.later, 1);
    assert.equal(ask(of).matches.length, 1);
  });
  test('without a year nothing is known to have been known', () => {
    assert.equal(ask(statement({ when: exon11 }), '2020-01-01').leftOut.later, 1);
  });
  test('a patient is no evidence for itself', () => {
    const of = statement({ when: exon11, pmids: ['1', '2'] });
    assert.equal(ask(of, undefined, ['2']).leftOut.own, 1);
    assert.equal(ask(of, undefined, ['3']).matches.length, 1);
  });
});

test('half met and half not tested is counted as open, not shown', () => {
  const { shown, leftOut } = matched(
    [finding('KIT', 'V560del')],
    statement({
      name: 'fusion',
      genes: ['KIT'],
      when: { all: [exon11, { alteration: { fusionOf: 'NTRK3' } }] },
    }),
  );
  assert.deepEqual([shown.map((each) => each.slice(0, 14)), leftOut], [[], { open: 1 }]);
});

test('a negative finding and one that was not tested call no statements', () => {
  for (const status of ['negative', 'notTested'])
    assert.deepEqual(
      matched([{ ...finding('KIT', 'V560del'), status }], statement({ when: exon11 })).shown,
      [],
      status,
    );
});
