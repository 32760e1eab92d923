/**
 * Notations of every kind: what is printed is read back to the same; every text one character away from a valid one is
 * printable or gives an issue; nothing takes longer than in proportion to its length.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { hasErrors } from '../reading/index.ts';
import {
  broadClasses,
  chromosomalChanges,
  copyNumberChanges,
  geneRegions,
  mutationClasses,
  type PrintedEffect,
  printedEffects,
  type SequenceVariant,
} from './alteration.ts';
import type { CodingChange } from './coding-change.ts';
import { describeAlteration } from './describe-alteration.ts';
import { expressionLevels, type Marker } from './marker.ts';
import type { Notation, SingleNotation } from './notation.ts';
import { notationText } from './notation-text.ts';
import { readNotation } from './read-notation.ts';

const genes = fc.constantFrom(
  'KIT',
  'BRAF',
  'BAP1',
  'TP53',
  'MEN1',
  'EGFR',
  'NOTCH1',
  'CDKN2A',
  'ALK',
  'MET',
);
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined });
const number = (max: number): fc.Arbitrary<number> => fc.integer({ min: 1, max });

const place = fc.oneof(
  fc
    .record({ start: number(900), more: fc.nat(40) })
    .map(({ start, more }) => ({ start, end: start + more })),
  fc
    .record({ at: number(900), residue: fc.constantFrom('V', 'D', 'R', 'K') })
    .map(({ at, residue }) => ({ start: at, end: at, residue })),
);

/** A variant in words, as far as words can say it: the reader must give the class, the place and the effect back. */
const inWords = fc
  .record({
    gene: genes,
    exon: maybe(number(30)),
    codons: maybe(place),
    region: maybe(fc.constantFrom(...geneRegions)),
    effectPrinted: maybe(fc.constantFrom<PrintedEffect>(...printedEffects)),
    classPrinted: maybe(fc.constantFrom(...mutationClasses, ...broadClasses)),
    originPrinted: maybe(fc.constantFrom('germline' as const, 'somatic' as const)),
    zygosityPrinted: maybe(fc.constantFrom('homozygous' as const, 'heterozygous' as const)),
  })
  .map((said): SequenceVariant => {
    const known = Object.entries(said).filter(([, value]) => value !== undefined);
    return {
      kind: 'sequenceVariant',
      gene: said.gene,
      ...Object.fromEntries(known),
      reference: { status: 'unchecked' },
      printed: '',
    };
  });

const markers: fc.Arbitrary<Marker> = fc.oneof(
  fc
    .constantFrom(
      { marker: 'MSI', result: 'high' },
      { marker: 'MSI', result: 'stable' },
      { marker: 'MSI', result: 'low' },
      { marker: 'MMR', result: 'deficient' },
      { marker: 'MMR', result: 'proficient' },
      { marker: 'TMB', result: 'high' },
      { marker: 'TMB', result: 'low', value: { low: 2, high: 2, unit: 'mut/Mb' } },
      { marker: 'HER2', score: '3+' },
      { marker: 'HER2', scoring: 'IHC', score: '2+' },
      { marker: 'PD-L1', result: 'negative' },
      { marker: 'SSTR2', result: 'positive' },
      { marker: 'HRD', result: 'positive' },
    )
    .map((said) => ({ kind: 'marker', ...said, printed: '' }) as Marker),
  fc
    .record({
      scoring: fc.constantFrom('CPS', 'TPS'),
      low: fc.nat(50),
      more: fc.nat(20),
      comparison: maybe(
        fc.constantFrom('<' as const, '<=' as const, '>' as const, '>=' as const, '~' as const),
      ),
      unit: maybe(fc.constant('%')),
    })
    .map(
      ({ scoring, low, more, comparison, unit }): Marker => ({
        kind: 'marker',
        marker: 'PD-L1',
        scoring,
        value: {
          ...(comparison === undefined ? {} : { comparison }),
          low,
          high: low + more,
          ...(unit === undefined ? {} : { unit }),
        },
        printed: '',
      }),
    ),
  fc.integer({ min: 0, max: 999 }).map(
    (tenths): Marker => ({
      kind: 'marker',
      marker: 'TMB',
      value: { low: tenths / 10, high: tenths / 10, unit: 'mut/Mb' },
      printed: '',
    }),
  ),
);

const arm = fc.constantFrom('p' as const, 'q' as const);
const chromosome = fc.constantFrom(...Array.from({ length: 22 }, (_, at) => `${at + 1}`), 'X', 'Y');
const oneChromosome = fc
  .record({
    chromosome,
    arm: maybe(arm),
    band: maybe(fc.constantFrom('13', '21.2', '36')),
    change: fc.constantFrom(...chromosomalChanges.filter((change) => change !== 'translocation')),
  })
  .map(
    ({ chromosome: name, arm: side, band, change }): SingleNotation => ({
      kind: 'chromosomal',
      chromosome: name,
      ...(side === undefined ? {} : { arm: side }),
      ...(side === undefined || band === undefined ? {} : { band }),
      change,
      printed: '',
    }),
  );
const twoChromosomes = fc.record({ one: chromosome, other: chromosome, arms: maybe(fc.tuple(arm, arm)) }).map(
  ({ one, other, arms }): SingleNotation => ({
    kind: 'chromosomal',
    chromosome: one,
    ...(arms === undefined ? {} : { arm: arms[0] }),
    change: 'translocation',
    with: { chromosome: other, ...(arms === undefined ? {} : { arm: arms[1] }) },
    printed: '',
  }),
);
const codeletion = fc.tuple(chromosome, arm, chromosome, arm).map(
  ([one, first, other, second]): SingleNotation => ({
    kind: 'chromosomal',
    chromosome: one,
    arm: first,
    change: 'loss',
    with: { chromosome: other, arm: second },
    printed: '',
  }),
);

const simple: fc.Arbitrary<SingleNotation> = fc.oneof(
  fc
    .tuple(genes, fc.constantFrom(...copyNumberChanges))
    .map(([gene, change]): SingleNotation => ({ kind: 'copyNumber', gene, change, printed: '' })),
  fc
    .tuple(genes, fc.constantFrom(...expressionLevels))
    .map(([gene, level]): SingleNotation => ({ kind: 'expression', gene, level, printed: '' })),
  fc
    .tuple(genes, fc.boolean())
    .map(
      ([gene, isMethylated]): SingleNotation => ({ kind: 'methylation', gene, isMethylated, printed: '' }),
    ),
  genes.map((gene): SingleNotation => ({ kind: 'wildType', gene, printed: '' })),
  fc
    .tuple(fc.constantFrom('UGT1A1', 'DPYD', 'CYP2D6'), fc.constantFrom('*28', '*2A', 'rs67376798'))
    .map(([gene, allele]): SingleNotation => ({ kind: 'namedAllele', gene, allele, printed: '' })),
  fc.tuple(genes, fc.constantFrom('skipping' as const), number(20), fc.nat(3)).map(
    ([gene, change, from, more]): SingleNotation => ({
      kind: 'exonChange',
      gene,
      change,
      from,
      to: from + more,
      printed: '',
    }),
  ),
  fc.tuple(genes, fc.constantFrom('deletion' as const, 'duplication' as const), number(20), number(5)).map(
    ([gene, change, from, more]): SingleNotation => ({
      kind: 'exonChange',
      gene,
      change,
      from,
      to: from + more,
      printed: '',
    }),
  ),
  oneChromosome,
  twoChromosomes,
  codeletion,
  markers,
);

/** What a notation says, without the words as printed and what the gene models add to them. */
function saidBy(notation: Notation): unknown {
  switch (notation.kind) {
    case 'anyOf':
    case 'allOf':
      return { kind: notation.kind, of: notation.of.map(saidBy) };
    case 'not':
      return { kind: 'not', of: saidBy(notation.of) };
    case 'sequenceVariant': {
      const { coding } = notation;
      return { ...notation, ...(coding === undefined ? {} : { coding: withoutNamed(coding) }), printed: '' };
    }
    default:
      return { ...notation, printed: '' };
  }
}

/** Bases that a range names already are not printed again. */
function withoutNamed(change: CodingChange): CodingChange {
  if (change.kind === 'substitution' || !('removed' in change)) return change;
  const { removed: _named, ...rest } = change;
  return rest;
}

function readWhole(text: string): Notation {
  const { value, issues } = readNotation(text);
  assert.ok(value !== undefined, `${text}: ${issues[0]?.message}`);
  return value;
}

test('what is printed is read back to the same', () => {
  fc.assert(
    fc.property(simple, (notation) => {
      assert.deepEqual(saidBy(readWhole(notationText(notation))), saidBy(notation), notationText(notation));
    }),
    { numRuns: 1000 },
  );
});

test('a variant in words is read back with its place, class, effect and origin', () => {
  fc.assert(
    fc.property(inWords, (variant) => {
      const text = describeAlteration(variant);
      const { value } = readNotation(text);
      if (value === undefined) return;
      assert.ok(value.kind === 'sequenceVariant', text);
      assert.equal(notationText(readWhole(notationText(value))), notationText(value));
      assert.equal(value.classPrinted, variant.classPrinted, text);
      assert.equal(value.effectPrinted, variant.effectPrinted, text);
      assert.equal(value.originPrinted, variant.originPrinted, text);
      assert.deepEqual(value.codons, variant.codons, text);
    }),
    { numRuns: 1000 },
  );
});

const examples: readonly string[] = [
  'KIT V560del',
  'KIT c.1679_1681delTTG',
  'KIT exon 11 (V560del, c.1679_1681delTTG)',
  'BRAF V600E/K',
  'BRAF V600',
  'KIT exon 11 mutation',
  'EGFR ex19del',
  'MET exon 14 skipping',
  'EGFRvIII',
  'KIT 550_592del',
  'NOTCH1 2375_2555trunc',
  'KRAS oncogenic mutations',
  'CDKN2A homozygous deletion',
  'loss of chr 18',
  '18q-',
  't(12;15)(p13;q25)',
  'ETV6::NTRK3',
  'fusion of exon 4 of ETV6 with exon 14 of NTRK3',
  'NM_001987.4(ETV6):e.4::NM_002530.3(NTRK3):e.14',
  'EML4-ALK E20;A20',
  'EML4-ALK C1156Y-L1198F',
  'TERT promoter C228T',
  'MSI-H',
  'TMB 12 mut/Mb',
  'PD-L1 TPS >=50%',
  'MGMT methylated',
  'HER2 3+',
  'NM_004333.4(BRAF):c.1799T>A (p.Val600Glu)',
  'BRAF:NM_004333.4:exon15:c.1799T>A:p.V600E',
  '7-140453136-A-T',
  'chr17:g.7577120C>T',
  'AKT1 E17K and amplification',
  'EGFR L858R/T790M',
  'BRAF non-V600 mutation',
  'NOT (BRAF V600E or KRAS G12C)',
  'DPYD*2A homozygous',
  'VHL p.193_196dupSTSC',
];

/** The same notation again from its canonical text, which is its own canonical text. */
function isStable(notation: Notation): void {
  const text = notationText(notation);
  const again = readWhole(text);
  assert.equal(notationText(again), text);
  assert.deepEqual(saidBy(again), saidBy(notation), text);
}

test('the canonical text of every example says the same', () => {
  for (const example of examples) isStable(readWhole(example));
});

const characters = ' ()[]*+-/:;,.?=>_0159ACGTXVKacdelpqx'.split('');

test('every text one character away from an example is printable or gives an error', () => {
  for (const example of examples)
    for (let at = 0; at <= example.length; at += 1) {
      const before = example.slice(0, at);
      const texts = [
        before + example.slice(at + 1),
        ...characters.flatMap((one) => [
          before + one + example.slice(at),
          before + one + example.slice(at + 1),
        ]),
      ];
      for (const text of texts) {
        const { value, issues } = readNotation(text);
        assert.equal(value === undefined, hasErrors(issues), text);
        if (value !== undefined) isStable(value);
      }
    }
});

const units = [
  '(',
  ')',
  '[',
  ' ',
  '-',
  '_',
  '/',
  '*',
  '+',
  '::',
  'A',
  '1',
  'é',
  '\u2010',
  '\n',
  'KIT ',
  'KIT-',
  'p.(',
  'c.',
  'exon ',
  'del',
  'ETV6-',
  'fusion ',
  'not ',
  'non-V600 ',
  'V600E/',
  'V600E, ',
  'V600E and ',
  'MSI ',
  'chr7:',
  '18q',
  'T1A ',
  'rs1',
  'NM_1.1(',
  'loss of ',
  'PD-L1 ',
  'K/K/',
];

for (const unit of units)
  test(`time grows with the length of ${JSON.stringify(unit)} repeated, and no faster`, () => {
    for (const length of [500, 2000, 1_000_000]) {
      const text = unit.repeat(Math.floor(length / unit.length));
      const started = performance.now();
      readNotation(text);
      readNotation(`KIT ${text}`);
      readNotation(text, { gene: 'KIT' });
      assert.ok(performance.now() - started < 1000, `${length} characters`);
    }
  });

test('parts within parts are read only so far', () => {
  for (const opening of ['KIT V1E and (', 'KIT V1E or (', 'not (', 'V1E/K and '])
    for (const depth of [10, 40, 150]) {
      const started = performance.now();
      const text = `${opening.repeat(depth)}nothing${')'.repeat(depth)}`.slice(0, 2000);
      assert.equal(readNotation(text).value, undefined);
      assert.ok(performance.now() - started < 1000, text.slice(0, 40));
    }
});
