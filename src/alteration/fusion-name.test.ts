/** Names of fusions: what reports, callers and VICC write, read and printed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { fusionFamily } from './fusion-family.ts';
import { readingsOf } from './fusion-issues.ts';
import { fusionName, fusionText, readFusionName } from './fusion-name.ts';
import { structureOfFusion } from './fusion-structure.ts';
import { readFusion } from './read-fusion.ts';

/** As written, and the canonical text. */
const written: readonly (readonly [string, string])[] = [
  ['ETV6::NTRK3', 'ETV6::NTRK3 fusion'],
  ['ETV6-NTRK3', 'ETV6-NTRK3 fusion'],
  ['ETV6:NTRK3', 'ETV6-NTRK3 fusion'],
  ['ETV6/NTRK3', 'ETV6-NTRK3 fusion'],
  ['ETV6--NTRK3', 'ETV6-NTRK3 fusion'],
  ['TEL-TRKC fusion', 'ETV6-NTRK3 fusion'],
  ['NTRK3 fusion', 'NTRK3 fusion'],
  ['NTRK3 rearrangement', 'NTRK3 rearrangement'],
  ['ALK break-apart', 'ALK rearrangement'],
  ['fusion of exon 4 of ETV6 with exon 14 of NTRK3', 'ETV6:e.4::NTRK3:e.14 fusion'],
  ['EML4-ALK E13;A20', 'EML4:e.13-ALK:e.20 fusion'],
  ['EML4::ALK (E13;A20)', 'EML4:e.13::ALK:e.20 fusion'],
  ['EML4 exon 13 - ALK exon 20', 'EML4:e.13-ALK:e.20 fusion'],
  ['ETV6-NTRK3 (e4-e14)', 'ETV6:e.4-NTRK3:e.14 fusion'],
  ['v::BRAF', 'v::BRAF fusion'],
  ['?::ALK', '?::ALK fusion'],
  ['NTRK3::?', 'NTRK3::? fusion'],
  ['NM_001987.4(ETV6):e.4::NM_002530.3(NTRK3):e.14', 'NM_001987.4(ETV6):e.4::NM_002530.3(NTRK3):e.14 fusion'],
  [
    'NM_001987.4(ETV6):e.2+182::NM_002530.3(NTRK3):e.14',
    'NM_001987.4(ETV6):e.2+182::NM_002530.3(NTRK3):e.14 fusion',
  ],
  ['ETV6:e.4::ACGTAC::NTRK3:e.14', 'ETV6:e.4::ACGTAC::NTRK3:e.14 fusion'],
  ['ETV6:e.4(::)NTRK3:e.14', 'ETV6:e.4(::)NTRK3:e.14 fusion'],
  ['reg_e_EH38E1621482@IGH::CCND1', 'reg_e_EH38E1621482@IGH::CCND1 fusion'],
  ['EML4:e.13::KIF5B:e.2_5::ALK:e.20', 'EML4:e.13::KIF5B:e.2_5::ALK:e.20 fusion'],
  [
    'ETV6::NTRK3 fusion, in frame, kinase domain retained',
    'ETV6::NTRK3 fusion, in frame, kinase domain retained',
  ],
];

test('what reports and callers write is read, and its canonical text reads back to the same', () => {
  for (const [text, canonical] of written) {
    const found = readFusion(text, text)?.fusion;
    assert.ok(found !== undefined, text);
    assert.equal(fusionText(found), canonical, text);
    const again = readFusion(canonical, text)?.fusion;
    assert.deepEqual(again, found, canonical);
  }
});

const refused = [
  'ETV6::',
  '::NTRK3',
  'v::?',
  '?::?',
  'v::?::BRAF',
  'ACGT::NTRK3:e.14::ETV6',
  'ETV6:e.4_2::ACGT::NTRK3',
  'ETV6(hgnc:7)::NTRK3',
  'EML4-ALK A13;E20',
  'EML4-ALK E6a/b;A20',
  'ETV6::ETV6',
  'PD-L1',
  'HLA-A',
  'NKX2-1',
];

test('what does not follow any of these forms is not read as a fusion', () => {
  for (const text of refused) assert.equal(readFusion(text, text), undefined, text);
});

test('structure: elements in order, with the type that a placeholder shows', () => {
  assert.deepEqual(readFusionName('v::BRAF'), {
    type: 'categorical',
    elements: [{ kind: 'multiple' }, { kind: 'gene', gene: 'BRAF' }],
  });
  assert.deepEqual(readFusionName('NM_001987.4(ETV6):e.2+182::ACGT::?'), {
    type: 'assayed',
    elements: [
      { kind: 'segment', gene: 'ETV6', transcript: 'NM_001987.4', end: { exon: 2, offset: 182 } },
      { kind: 'linker', sequence: 'ACGT' },
      { kind: 'unknown' },
    ],
  });
  assert.deepEqual(readFusionName('reg_e_EH38E1621482@IGH(hgnc:5477)::CCND1')?.regulatory, {
    class: 'e',
    id: 'EH38E1621482',
    gene: 'IGH',
    hgnc: 'hgnc:5477',
  });
  const lone = readFusion('NTRK3 fusion', '')?.fusion;
  assert.ok(lone !== undefined);
  assert.equal(fusionName(structureOfFusion(lone)), '?::NTRK3');
});

test('offset and linker count in the frame', () => {
  const frame = (text: string) => {
    const fusion = readFusion(text, text)?.fusion;
    const readings = fusion === undefined ? undefined : readingsOf(fusion);
    return readings?.kind === 'known' ? readings.reference.frame : readings?.kind;
  };
  const at = (five: string, linker: string) =>
    frame(`ENST00000396373(ETV6):e.${five}::${linker}ENST00000629765(NTRK3):e.14`);
  assert.equal(at('4', ''), 'inFrame');
  assert.equal(at('4-1', ''), 'outOfFrame');
  assert.equal(at('4', 'AC::'), 'outOfFrame');
  assert.equal(at('4', 'ACTACG::'), 'inFrame');
  assert.equal(at('4', 'ACTAAG::'), 'stopBeforeJunction');
  assert.equal(at('4+183', ''), 'needsSequence');
});

test('a family of genes: any of them, and never a gene of that name', () => {
  assert.deepEqual(fusionFamily('NTRK fusion'), ['NTRK1', 'NTRK2', 'NTRK3']);
  assert.deepEqual(fusionFamily('any TRK fusion'), ['NTRK1', 'NTRK2', 'NTRK3']);
  for (const text of ['ALK fusion', 'BRAF rearrangement', 'gene fusion', 'the fusion', 'NTRK3 fusion'])
    assert.equal(fusionFamily(text), undefined, text);
});

const offset = fc.option(fc.integer({ min: -500, max: 500 }), { nil: 0 });
const end = fc.record({ exon: fc.integer({ min: 1, max: 99 }), offset });
const plain = ({ exon, offset: bases }: { exon: number; offset: number }) =>
  `${exon}${bases === 0 ? '' : bases > 0 ? `+${bases}` : bases}`;

test('parse, print, parse: the name and the structure stay the same', () => {
  const linker = fc.stringMatching(/^[ACGT]{1,30}$/);
  fc.assert(
    fc.property(end, end, fc.option(linker), fc.boolean(), (five, three, between, isInferred) => {
      const joint = isInferred ? '(::)' : '::';
      const middle = between === null ? '' : `${between}${joint}`;
      const name = `NM_001987.4(ETV6):e.${plain(five)}${joint}${middle}NTRK3:e.${plain(three)}`;
      const structure = readFusionName(name);
      assert.ok(structure !== undefined, name);
      assert.equal(fusionName(structure), name);
    }),
  );
});

test('no text makes the reader throw or hang', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 200 }),
      fc.constantFrom('::', '(::)', '-', ' ', ':e.'),
      (text, unit) => {
        readFusion(text.split(' ').join(unit), text);
      },
    ),
  );
  for (const unit of ['::', 'v::', 'ACGT::', 'ETV6:e.1_', '(::)', 'NTRK3 ', '?'])
    for (const text of [unit.repeat(100), `${unit.repeat(100)} fusion`]) {
      const start = performance.now();
      readFusion(text, text);
      assert.ok(performance.now() - start < 200, unit);
    }
});
