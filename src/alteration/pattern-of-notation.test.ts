/** Names of knowledge bases as patterns: as wide as the name and never wider, and an index that loses nothing. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import {
  type Alteration,
  type AlterationPattern,
  alterationPattern,
  isAlteration,
  isJoined,
  type PatternTree,
  patternIndex,
  patternOfNotation,
  patternsIn,
  readNotation,
  relateAlteration,
} from './index.ts';

const made: readonly (readonly [string, PatternTree | undefined])[] = [
  ['BRAF V600E', { gene: 'BRAF', variant: 'p.V600E' }],
  ['BRAF V600', { gene: 'BRAF', codons: [600, 600] }],
  [
    'BRAF V600E/K',
    {
      anyOf: [
        { gene: 'BRAF', variant: 'p.V600E' },
        { gene: 'BRAF', variant: 'p.V600K' },
      ],
    },
  ],
  ['KIT exon 11 mutation', { gene: 'KIT', exon: 11 }],
  ['EGFR exon 19 deletion', { gene: 'EGFR', exon: 19, type: 'deletion' }],
  ['KIT mutation', { gene: 'KIT', anyMutation: true }],
  ['TP53 truncating mutation', { gene: 'TP53', anyMutation: true, type: 'truncating' }],
  ['KIT activating mutation', { gene: 'KIT', anyMutation: true, type: 'activating' }],
  ['KIT exon 11 activating mutation', { gene: 'KIT', exon: 11, type: 'activating' }],
  ['TERT promoter mutation', { gene: 'TERT', region: 'promoter' }],
  ['KIT amplification', { gene: 'KIT', amplification: true }],
  ['CDKN2A LOH', { gene: 'CDKN2A', copyNumber: 'lossOfHeterozygosity' }],
  ['EGFRvIII', { gene: 'EGFR', exonChange: 'deletion', exons: [2, 7] }],
  ['MET exon 14 skipping', { gene: 'MET', exonChange: 'skipping', exons: [14, 14] }],
  ['ETV6::NTRK3', { fusionOf: 'NTRK3', partner: 'ETV6', side: 'three' }],
  ['ETV6-NTRK3', { fusionOf: 'NTRK3', partner: 'ETV6' }],
  ['ETV6:e.4::NTRK3:e.14', { fusionOf: 'NTRK3', partner: 'ETV6', side: 'three', exon: 14, partnerExon: 4 }],
  ['NTRK3 fusion', { fusionOf: 'NTRK3' }],
  ['NTRK3 rearrangement', { gene: 'NTRK3', rearrangement: true }],
  ['18q loss', { chromosome: '18', arm: 'q', change: 'loss' }],
  [
    't(12;15)(p13;q25)',
    {
      chromosome: '12',
      arm: 'p',
      band: '13',
      change: 'translocation',
      with: { chromosome: '15', arm: 'q', band: '25' },
    },
  ],
  ['KRAS wild type', { not: { gene: 'KRAS', anyMutation: true } }],
  // No pattern is of just this width.
  ['MSI-H', undefined],
  ['MET overexpression', undefined],
  ['KIT resistance mutation', undefined],
  ['KIT activating missense mutation', undefined],
  ['ETV6::NTRK3 fusion, out of frame', undefined],
];

for (const [name, pattern] of made)
  test(`the pattern of "${name}"`, () => {
    const { value, issues } = readNotation(name);
    assert.ok(value !== undefined, `${name}: ${issues[0]?.message}`);
    assert.deepEqual(patternOfNotation(value), pattern);
  });

test('what is named meets its own pattern, and the pattern is plain data', () => {
  for (const [name] of made) {
    const value = readNotation(name).value;
    const tree = value === undefined ? undefined : patternOfNotation(value);
    if (value === undefined || tree === undefined || !isAlteration(value) || isJoined(tree)) continue;
    assert.deepEqual(alterationPattern.parse(JSON.parse(JSON.stringify(tree))), tree);
    const { truth, rule, sentence } = relateAlteration(value, tree);
    assert.equal(truth, 'met', `${name}: ${rule}: ${sentence}`);
  }
});

test('of a fusion the partner with the kinase is the one that is asked for', () => {
  const made = ['FGFR3::TACC3', 'EML4-ALK'].map((name) => readNotation(name).value);
  assert.deepEqual(
    made.map((value) => (value === undefined ? undefined : patternOfNotation(value))),
    [
      { fusionOf: 'FGFR3', partner: 'TACC3', side: 'five' },
      { fusionOf: 'ALK', partner: 'EML4' },
    ],
  );
});

test('patternsIn lists the single patterns in their order', () => {
  const a: AlterationPattern = { gene: 'KIT', exon: 11 };
  const b: AlterationPattern = { gene: 'KIT', exon: 9 };
  assert.deepEqual(patternsIn({ allOf: [a, { not: { anyOf: [b, a] } }] }), [a, b, a]);
});

const findings: readonly Alteration[] = made.flatMap(([name]) => {
  const { value } = readNotation(name);
  return value !== undefined && isAlteration(value) ? [value] : [];
});
const patterns: readonly AlterationPattern[] = made.flatMap(([, tree]) =>
  tree === undefined ? [] : patternsIn(tree),
);

test('a pattern that the index leaves out is unmet and of no gene of the finding', () => {
  const index = patternIndex(patterns, (pattern) => pattern);
  assert.equal(index.size, patterns.length);
  fc.assert(
    fc.property(fc.constantFrom(...findings), fc.constantFrom(...patterns), (finding, pattern) => {
      if (index.candidates(finding).includes(pattern)) return;
      const relation = relateAlteration(finding, pattern);
      assert.deepEqual([relation.truth, relation.resolution], ['unmet', 'none'], relation.sentence);
    }),
    { numRuns: 2000 },
  );
});
