/** HGVS descriptions in the simpler terms of this room: the same text again, or nothing. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codingChangeText } from '../coding-change.ts';
import { proteinChangeText } from '../protein-change.ts';
import { parseNucleotideChange, parseProteinDescription, toCodingChange, toProteinChange } from './index.ts';

const proteins: readonly (readonly [text: string, simpler: string | undefined])[] = [
  ['Lys642Glu', 'K642E'],
  ['(Lys642Glu)', 'K642E'],
  ['Trp24*', 'W24*'],
  ['Cys188=', 'C188='],
  ['Val560del', 'V560del'],
  ['Trp557_Lys558del', 'W557_K558del'],
  ['Ala502_Tyr503dup', 'A502_Y503dup'],
  ['His4_Gln5insAlaTer', 'H4_Q5insA*'],
  ['Cys28delinsTrpVal', 'C28delinsWV'],
  ['Arg97ProfsTer23', 'R97Pfs*23'],
  ['Arg97fs', 'R97fs'],
  ['Arg97ProfsTer?', 'R97Pfs'],
  ['Ter977TrpextTer12', '*977Wext*12'],
  ['Ter315TyrextAsnLysGlyThrTer', '*315Yext*5'],
  ['Ter315Tyrext', '*315Yext*?'],
  ['Met1ext-5', 'M1ext-5'],
  ['Met1?', 'M1?'],
  ['Ala42[12]', 'A42[12]'],
  ['Leu5?', undefined],
  ['Gly56Ala^Ser', undefined],
  ['Ala42[(10_12)]', undefined],
  ['(Met1_Gly10)del', undefined],
  ['Ala5_Val6Gly', undefined],
  ['Ala5_Val6=', undefined],
  ['Ala5_Val6fs', undefined],
  ['Ala5ext', undefined],
  ['Arg78_Gly79insXaa[23]', undefined],
  ['=', undefined],
  ['?', undefined],
  ['0', undefined],
];

test('protein descriptions', () => {
  for (const [text, simpler] of proteins) {
    const { value } = parseProteinDescription(text);
    assert.ok(value !== undefined, text);
    const change = toProteinChange(value);
    assert.equal(change && proteinChangeText(change), simpler, text);
  }
});

const codings: readonly (readonly [text: string, simpler: string | undefined])[] = [
  ['1727T>C', '1727T>C'],
  ['1679_1681delTTG', '1679_1681del'],
  ['1679_1681del3', '1679_1681del'],
  ['-12dup', '-12dup'],
  ['*46_*47insA', '*46_*47insA'],
  ['2056+1G>A', '2056+1G>A'],
  ['2057-1_2060delinsTA', '2057-1_2060delinsTA'],
  ['12_14inv', '12_14inv'],
  ['12A=', '12='],
  ['(12_14)del', undefined],
  ['12+?_14del', undefined],
  ['?_14del', undefined],
  ['(1_2)_14del', undefined],
  ['12_14A>T', undefined],
  ['12_13ins(5)', undefined],
  ['12_13delins20_30', undefined],
  ['12_14[9]', undefined],
  ['12_14copy2', undefined],
  ['12_14con20_22', undefined],
  ['12|gom', undefined],
  ['=', undefined],
  ['?', undefined],
];

test('coding changes', () => {
  for (const [text, simpler] of codings) {
    const { value } = parseNucleotideChange(text, 'c');
    assert.ok(value !== undefined, text);
    const change = toCodingChange(value);
    assert.equal(change && codingChangeText(change), simpler, text);
  }
});
