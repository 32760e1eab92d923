/** Which outside statements speak of a patient's findings, in which order, and what is counted instead of shown. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { clockAt, cutCase, readCaseDocument } from '../../case/index.ts';
import { type Criterion, type Subject, subjectOf } from '../../criteria/index.ts';
import { parsePatientDate } from '../../units/index.ts';
import { matchOutside, outsideSpeaksFor } from './match-outside.ts';
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
    supports: true,
    significance: 'Sensitivity/Response',
    level: 'B',
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

/** A patient with these findings. */
function carrying(findings: readonly object[]): Subject {
  const { value, issues } = readCaseDocument({
    cajal: 'case/1',
    id: 'test',
    title: 'A test case',
    provenance: { kind: 'synthetic', statement: 'made for a test' },
    patient: { sex: 'notStated' },
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
      matches.map(({ statement: { name }, contradictedBy }) => [name, contradictedBy?.name]),
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
    const { matches } = matched([finding('KIT', 'V560del')], statement({ when: exon11, supports: false }));
    assert.deepEqual(
      matches.map((match) => outsideSpeaksFor(match.statement)),
      [false],
    );
  });
});

suite('which statements speak for their drug', () => {
  for (const [supports, significance, expected] of [
    [true, 'Sensitivity/Response', true],
    [false, 'Sensitivity/Response', false],
    [true, 'Resistance', false],
    [true, 'Reduced Sensitivity', false],
    [true, 'Adverse Response', false],
    [false, 'Resistance', false],
  ] as const)
    test(`${supports ? 'supports' : 'does not support'} ${significance}`, () =>
      assert.equal(outsideSpeaksFor(statement({ supports, significance })), expected));
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
