/** Classes of junctions beside in frame and out of frame, on the reference transcripts of ETV6, NTRK3 and KIT. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import {
  fusionJunction,
  geneOf,
  inFrameWithKinase,
  type JunctionInsert,
  type JunctionSide,
  keepsKinaseOf,
  kinaseKept,
} from './index.ts';

function side(symbol: string, number: number, offset = 0): JunctionSide {
  const gene = geneOf(symbol);
  const transcript = gene?.transcripts[0];
  const exon = transcript?.exons.find((each) => each.number === number);
  assert.ok(gene !== undefined && transcript !== undefined && exon !== undefined, `${symbol} e${number}`);
  return { gene, transcript, exon, offset };
}

const none: JunctionInsert = { bases: 0 };

/** ETV6 exon 1 ends with c.33, exon 4 with c.463, exon 8 holds the stop; NTRK3 exon 14 begins with c.1397. */
const classes: readonly (readonly [
  string,
  JunctionSide,
  JunctionSide,
  JunctionInsert,
  string,
  string,
  string,
])[] = [
  ['exon borders', side('ETV6', 4), side('NTRK3', 14), none, 'inFrame', 'whole', 'met'],
  ["the 5' stop is kept", side('ETV6', 8), side('NTRK3', 14), none, 'stopBeforeJunction', 'lost', 'unmet'],
  [
    'a stop is stated',
    side('ETV6', 4),
    side('NTRK3', 14),
    { bases: 0, isStopStated: true },
    'stopBeforeJunction',
    'lost',
    'unmet',
  ],
  // c.463 is the first base of a codon: the linker completes it with AC, and TAA follows.
  [
    'a stop in the linker',
    side('ETV6', 4),
    side('NTRK3', 14),
    { bases: 0, sequence: 'ACTAAG' },
    'stopBeforeJunction',
    'lost',
    'unmet',
  ],
  [
    'a linker without a stop',
    side('ETV6', 4),
    side('NTRK3', 14),
    { bases: 0, sequence: 'ACTACG' },
    'inFrame',
    'whole',
    'met',
  ],
  // Forty bases before the end of exon 1 lie before the start codon.
  ["before the 5' start", side('ETV6', 1, -40), side('NTRK3', 14), none, 'utrToCoding', 'unknown', 'unknown'],
  ["native 3' start", side('ETV6', 1, -40), side('KIT', 1), none, 'utrToCoding', 'whole', 'unknown'],
  ["after the 3' stop", side('ETV6', 4), side('KIT', 21, 200), none, 'codingToUtr', 'lost', 'unmet'],
  [
    'intron kept, count in frame',
    side('ETV6', 4, 183),
    side('NTRK3', 14),
    none,
    'needsSequence',
    'unknown',
    'unknown',
  ],
  [
    'intron kept, count out of frame',
    side('ETV6', 4, 182),
    side('NTRK3', 14),
    none,
    'outOfFrame',
    'lost',
    'unmet',
  ],
  ['part of the exon kept', side('ETV6', 4, -3), side('NTRK3', 14), none, 'inFrame', 'whole', 'met'],
  ["part of the 3' exon skipped", side('ETV6', 4), side('NTRK3', 14, 1), none, 'outOfFrame', 'lost', 'unmet'],
];

test('every class of junction, with the kinase and the answer on activity', () => {
  for (const [name, five, three, insert, frame, kinase, active] of classes) {
    const junction = fusionJunction(five, three, insert);
    assert.deepEqual(
      [junction.frame, junction.kinase, inFrameWithKinase(junction)],
      [frame, kinase, active],
      name,
    );
  }
});

test('a kinase under a foreign promoter is whole though there is no fused protein', () => {
  const junction = fusionJunction(side('ETV6', 1, -40), side('KIT', 1));
  assert.deepEqual(junction.start, { kind: 'native' });
  assert.equal(junction.proteinLength, 976);
  assert.equal(kinaseKept(junction), 'met');
  const ets = junction.domains.find(({ label }) => label === 'Ets');
  assert.equal(ets?.retained, 'lost');
});

test('the first in-frame ATG is found where the coding sequence is held', () => {
  const { start, kinase, proteinLength } = fusionJunction(side('ETV6', 1, -40), side('KIT', 10));
  assert.ok(start?.kind === 'inFrameAtg');
  const kit = geneOf('KIT');
  assert.equal(kit?.protein?.charAt(start.codon - 1), 'M');
  assert.ok(start.codon > 514 && start.codon < 550);
  assert.equal(proteinLength, 976 - start.codon + 1);
  assert.equal(kinase, 'whole');
});

test('without the sequence a promoter exchange leaves the domains open, with the most that can be left', () => {
  // A gene of which neither the coding sequence nor the protein nor single residues are held.
  const bare = side('NTRK3', 14);
  const { coding: _coding, protein: _protein, ...rest } = bare.gene;
  const without: JunctionSide = { ...bare, gene: { ...rest, residues: new Map() } };
  const open = fusionJunction(side('ETV6', 1, -40), without);
  assert.equal(open.start?.kind, 'notLocated');
  const kinase = open.domains.find(({ label }) => label === 'PTKc_TrkC');
  assert.deepEqual([kinase?.retained, kinase?.retainedPercent, open.kinase], ['unknown', 100, 'unknown']);
  // A methionine that is known before the kinase (532-836 on this protein) settles it, one within it does not.
  for (const [codon, retained] of [
    [500, 'whole'],
    [600, 'unknown'],
  ] as const) {
    const some: JunctionSide = { ...bare, gene: { ...rest, residues: new Map([[codon, 'M']]) } };
    const { domains, start } = fusionJunction(side('ETV6', 1, -40), some);
    assert.deepEqual(start, { kind: 'atOrBefore', codon });
    assert.equal(domains.find(({ label }) => label === 'PTKc_TrkC')?.retained, retained, String(codon));
  }
});

test("out of frame, the 5' domains are still made and the 3' ones are not", () => {
  const { domains } = fusionJunction(side('ETV6', 4), side('NTRK3', 14, 1));
  assert.equal(domains.find(({ label }) => label === 'SAM_PNT-Tel_Yan')?.retained, 'whole');
  assert.ok(domains.filter((domain) => domain.side === 'three').every(({ retained }) => retained === 'lost'));
});

test('a transcript joined to itself at neighbouring exons is its own protein', () => {
  for (const symbol of ['NTRK3', 'ETV6', 'KIT', 'RET', 'ALK']) {
    const gene = geneOf(symbol);
    const transcript = gene?.transcripts[0];
    assert.ok(gene !== undefined && transcript !== undefined);
    const coding = transcript.exons.filter((each) => each.cds !== undefined);
    for (const [at, exon] of coding.slice(0, -1).entries()) {
      const next = coding[at + 1];
      assert.ok(next !== undefined);
      const { frame, proteinLength } = fusionJunction(
        { gene, transcript, exon },
        { gene, transcript, exon: next },
      );
      assert.deepEqual(
        [frame, proteinLength],
        ['inFrame', transcript.proteinLength],
        `${symbol} e${exon.number}`,
      );
    }
  }
});

test('frame by the formula, wherever the two transcripts are cut within coding exons', () => {
  const offset = fc.integer({ min: 0, max: 60 });
  fc.assert(
    fc.property(
      fc.constantFrom(3, 4, 5),
      fc.constantFrom(14, 15, 16, 17),
      offset,
      offset,
      offset,
      (a, b, x, y, i) => {
        const junction = fusionJunction(side('ETV6', a, -x), side('NTRK3', b, y), i);
        const { keptBases, insertedBases, skippedBases } = junction;
        const isInFrame = (keptBases + insertedBases - skippedBases) % 3 === 0;
        assert.equal(junction.frame, isInFrame ? 'inFrame' : 'outOfFrame');
        assert.equal(keptBases, fusionJunction(side('ETV6', a), side('NTRK3', b)).keptBases - x);
        assert.equal(insertedBases, i);
      },
    ),
  );
});

test('a kinase is whole when its core is, though a flank of a wider description is lost', () => {
  const cut = side('FGFR3', 16);
  const { domains, kinase } = fusionJunction(cut, side('NTRK3', 14));
  const of = (label: string) =>
    domains.find((domain) => domain.label === label && domain.side === 'five')?.retained;
  assert.deepEqual([of('Pkinase_Tyr'), of('PTKc_FGFR3'), kinase], ['whole', 'partial', 'whole']);
  assert.equal(keepsKinaseOf(domains, 'five'), true);
});
