/** What holds of every relation: near is never met, narrower asks never meet more, and a finding is what it is. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { Truth } from '../truth/index.ts';
import {
  type Alteration,
  type AlterationPattern,
  isAlteration,
  mutationClassOf,
  patternTypes,
  readNotation,
  relateAlteration,
} from './index.ts';

const texts = [
  'KIT V560del',
  'KIT V560A',
  'KIT L576P',
  'KIT W557_K558del',
  'KIT W557_V559delinsF',
  'KIT V559_V560delinsDE',
  'KIT A502_Y503dup',
  'KIT R796*',
  'KIT K550fs',
  'KIT N882Y',
  'KIT G592A',
  'KIT V560=',
  'KIT c.1648-5_1672del',
  'KIT c.1648-1G>A',
  'KIT exon 11 mutation',
  'KIT exon 11 deletion',
  'KIT activating mutation',
  'KIT mutation',
  'KIT D816',
  'KIT exon 11 skipping',
  'KIT amplification',
  'KIT LOH',
  'KIT homozygous deletion',
  'PDGFRA::KIT',
  'KIT rearrangement',
  '4q loss',
  't(4;9)(q12;q34)',
  'TP53 R213*',
];
const findings: readonly Alteration[] = texts.map((text) => {
  const { value } = readNotation(text);
  assert.ok(value !== undefined && isAlteration(value), text);
  return value;
});
const finding = fc.constantFrom(...findings);
const type = fc.constantFrom(...patternTypes);
const codons = fc
  .tuple(fc.integer({ min: 1, max: 970 }), fc.integer({ min: 0, max: 60 }))
  .map(([start, length]): [number, number] => [start, start + length]);

const place = fc.oneof(
  codons.map((range) => ({ gene: 'KIT', codons: range }) as const),
  fc.integer({ min: 1, max: 21 }).map((exon) => ({ gene: 'KIT', exon }) as const),
  fc.constant({ gene: 'KIT', anyMutation: true } as const),
  fc.constant({ gene: 'KIT', region: 'kinaseDomain' } as const),
);
const pattern: fc.Arbitrary<AlterationPattern> = fc.oneof(
  place,
  fc.tuple(place, type).map(([where, kind]) => ({ ...where, type: kind })),
  fc.constantFrom<AlterationPattern>(
    { gene: 'KIT', variant: 'V560del' },
    { gene: 'KIT', variant: 'L576P' },
    { gene: 'KIT', lossOfFunction: true },
    { gene: 'KIT', exonChange: 'deletion', exons: [11, 11] },
    { gene: 'KIT', amplification: true },
    { gene: 'KIT', copyNumber: 'loss' },
    { gene: 'KIT', rearrangement: true },
    { fusionOf: 'KIT', inFrameWithKinase: true },
    { chromosome: '4', arm: 'q', change: 'loss' },
  ),
);

const rank: Readonly<Record<Truth, number>> = { unmet: 0, unknown: 1, met: 2 };
const runs = { numRuns: 1500 };

test('what is only near is never met, an unknown has its reason, and every answer its sentence', () => {
  fc.assert(
    fc.property(finding, pattern, (found, asked) => {
      const { truth, resolution, reason, sentence } = relateAlteration(found, asked);
      if (['sameCodonOtherAllele', 'overlapping', 'sameGene', 'none'].includes(resolution))
        assert.notEqual(truth, 'met', sentence);
      assert.equal(reason !== undefined, truth === 'unknown', sentence);
      assert.match(sentence, /\S.*\.$/u);
    }),
    runs,
  );
});

test('copies and mutations never meet each other', () => {
  fc.assert(
    fc.property(finding, place, (found, asked) => {
      if (found.kind !== 'copyNumber') return;
      assert.equal(relateAlteration(found, asked).truth, 'unmet');
    }),
    runs,
  );
});

test('an exception, an origin or a wider range moves the answer only one way', () => {
  const excluded = fc.constantFrom('V560del', 'L576P', 'D816', 'exon 11', 'W557_K558del');
  fc.assert(
    fc.property(finding, place, type, excluded, (found, where, kind, exception) => {
      const asked = { ...where, type: kind };
      const plain = rank[relateAlteration(found, asked).truth];
      assert.ok(rank[relateAlteration(found, { ...asked, excluding: [exception] }).truth] <= plain);
      assert.ok(rank[relateAlteration(found, { ...asked, origin: 'germline' }).truth] <= plain);
      if (!('codons' in asked)) return;
      const [from, to] = asked.codons;
      const wider = relateAlteration(found, { ...asked, codons: [Math.max(1, from - 5), to + 5] });
      if (plain === rank.met) assert.equal(wider.truth, 'met');
    }),
    runs,
  );
});

test('a kind that is asked for never adds a finding, but for the truncations that a range does not mean', () => {
  fc.assert(
    fc.property(finding, place, type, (found, where, kind) => {
      if (found.kind !== 'sequenceVariant') return;
      const itsClass = mutationClassOf(found);
      if (itsClass === 'nonsense' || itsClass === 'frameshift') return;
      const asked = relateAlteration(found, { ...where, type: kind });
      if (asked.truth === 'met') assert.equal(relateAlteration(found, where).truth, 'met', asked.sentence);
    }),
    runs,
  );
});

test('order of the exceptions does not matter', () => {
  const several = fc.shuffledSubarray(['V560del', 'L576P', 'D816', 'exon 9'], { minLength: 1 });
  fc.assert(
    fc.property(finding, place, several, (found, where, excluding) => {
      const one = relateAlteration(found, { ...where, excluding });
      const turned = relateAlteration(found, { ...where, excluding: excluding.toReversed() });
      assert.equal(one.truth, turned.truth);
    }),
    runs,
  );
});
