/**
 * Oncogenicity: the order of the bases, and what each of them does not allow. The effects are those of
 * knowledge/effects/, from papers 000 to 002; the hotspots a table in the form of cancer hotspots v2.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import {
  type Alteration,
  effectsFrom,
  type HotspotTable,
  isAlteration,
  type OncogenicityBasis,
  type OncogenicityCall,
  oncogenicityOf,
  readNotation,
  relateAlteration,
  type VariantEffect,
  variantEffectFile,
} from './index.ts';

const folder = fileURLToPath(new URL('../../knowledge/effects/', import.meta.url));
const curated: readonly VariantEffect[] = readdirSync(folder).flatMap(
  (name) => variantEffectFile.parse(parse(readFileSync(join(folder, name), 'utf8'))).effects,
);

const hotspots: HotspotTable = {
  source: 'a table',
  hotspots: [
    {
      gene: 'KIT',
      kind: 'residue',
      start: 816,
      end: 816,
      residue: 'D',
      alleles: [{ allele: 'V', tumours: 40 }],
      tumours: 50,
    },
    {
      gene: 'KIT',
      kind: 'indel',
      start: 550,
      end: 580,
      alleles: [{ allele: 'V560del', tumours: 3 }],
      tumours: 90,
    },
    { gene: 'KIT', kind: 'structure', start: 670, end: 670, residue: 'T', alleles: [], tumours: 1 },
    { gene: 'TP53', kind: 'splice', start: 125, end: 125, alleles: [], tumours: 20 },
  ],
};

function read(text: string): Alteration {
  const { value, issues } = readNotation(text);
  assert.ok(value !== undefined && isAlteration(value), `${text}: ${issues[0]?.message}`);
  return value;
}

const rows: readonly (readonly [string, OncogenicityCall, OncogenicityBasis])[] = [
  ['KIT V560del', 'oncogenic', 'curated'],
  ['KIT V559del', 'oncogenic', 'curated'],
  ['KIT L576P', 'oncogenic', 'curated'],
  // Another allele of codon 557 inherits, and no further than likely; a deletion at 560 lends nothing to V560A.
  ['KIT W557R', 'likelyOncogenic', 'alternateAllele'],
  ['KIT K642I', 'likelyOncogenic', 'alternateAllele'],
  ['KIT V560A', 'unknownSignificance', 'none'],
  // A reference that does not stand inherits nothing.
  ['KIT N882Y', 'unknownSignificance', 'none'],
  // Suppressors: truncation and loss; not a missense, not one copy, not the last tenth, not a lost start alone.
  ['PTEN R130*', 'likelyOncogenic', 'truncationInSuppressor'],
  ['TP53 c.375+1G>A', 'likelyOncogenic', 'truncationInSuppressor'],
  ['VHL M1V', 'unknownSignificance', 'truncationInSuppressor'],
  ['TP53 D391fs', 'unknownSignificance', 'truncationInSuppressor'],
  ['PTEN R173H', 'unknownSignificance', 'none'],
  ['CDKN2A homozygous deletion', 'likelyOncogenic', 'lossOfSuppressor'],
  ['CDKN2A deletion', 'unknownSignificance', 'none'],
  ['CDKN2A LOH', 'unknownSignificance', 'none'],
  // A truncation of an oncogene is none of these.
  ['KIT R796*', 'unknownSignificance', 'none'],
  // Hotspots: the allele, the codon, a range for indels; a place in the structure alone is not enough.
  ['KIT D816V', 'likelyOncogenic', 'hotspot'],
  ['KIT D816G', 'likelyOncogenic', 'hotspot'],
  ['KIT W557_K558del', 'likelyOncogenic', 'hotspot'],
  ['KIT T670I', 'unknownSignificance', 'hotspot'],
  ['KIT D579E', 'unknownSignificance', 'none'],
  // Fusions.
  ['ETV6:e.4::NTRK3:e.14', 'oncogenic', 'curated'],
  ['ETV6:e.4::NTRK3:e.16', 'unknownSignificance', 'none'],
  ['ETV6::NTRK3', 'unknownSignificance', 'none'],
  ['KIF5B::RET fusion, in frame, kinase domain retained', 'likelyOncogenic', 'kinaseFusion'],
  // Nothing is benign by default, and copies of an oncogene say nothing by themselves.
  ['KIT M541L', 'unknownSignificance', 'none'],
  ['KIT V560=', 'unknownSignificance', 'none'],
  ['KIT amplification', 'unknownSignificance', 'none'],
  ['18q loss', 'unknownSignificance', 'none'],
];

for (const [finding, call, basis] of rows)
  test(`${finding}: ${call} by ${basis}`, () => {
    const answer = oncogenicityOf(read(finding), { curated, hotspots });
    assert.deepEqual([answer.call, answer.basis], [call, basis], answer.sentence);
  });

test('the sentence names the source, the caveat what makes it uncertain', () => {
  assert.match(oncogenicityOf(read('KIT V560del'), { curated }).sentence, /paper 000, lines 129-132/);
  assert.match(
    oncogenicityOf(read('KIT W557R'), { curated }).caveats.join(' '),
    /never the answer to a drug/,
  );
  assert.match(oncogenicityOf(read('TP53 D391fs')).caveats.join(' '), /390 of 393/);
  const { sentence } = oncogenicityOf(read('KIT D816G'), { hotspots });
  assert.match(sentence, /a table: 50 tumours, none with this allele/);
});

test('sources that differ are shown as such, and the exact variant stands before its exon', () => {
  const effect = (pattern: VariantEffect['pattern'], says: VariantEffect['effect']): VariantEffect => ({
    id: says,
    pattern,
    effect: says,
    source: { document: 'a source' },
    verification: 'read',
    known: '2020',
  });
  const exon = effect({ gene: 'KIT', exon: 10 }, 'oncogenic');
  const neutral = effect({ gene: 'KIT', variant: 'M541L' }, 'neutral');
  const m541l = read('KIT M541L');
  assert.equal(oncogenicityOf(m541l, { curated: [exon, neutral] }).call, 'neutral');
  const other = effect({ gene: 'KIT', variant: 'M541L' }, 'activating');
  assert.equal(oncogenicityOf(m541l, { curated: [other, neutral] }).basis, 'curatedConflict');
  const closed = { ...effect({ gene: 'ABL1', variant: 'T315I' }, 'oncogenic'), alternates: false };
  assert.equal(oncogenicityOf(read('ABL1 T315A'), { curated: [closed] }).basis, 'none');
});

test('an exon 11 activating statement is met by a curated call, and stays open where the call is only likely', () => {
  const pattern = { gene: 'KIT', exon: 11, type: 'activating' } as const;
  const effectOf = effectsFrom({ curated, hotspots });
  assert.equal(relateAlteration(read('KIT V560del'), pattern, { effectOf }).truth, 'met');
  assert.equal(relateAlteration(read('KIT W557R'), pattern, { effectOf }).rule, 'effectLikely');
  assert.equal(relateAlteration(read('KIT V560A'), pattern, { effectOf }).rule, 'effectNotCalled');
});
