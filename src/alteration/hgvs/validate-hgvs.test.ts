/** Rules of the HGVS Nomenclature 21 beyond the grammar, one table row for each. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseHgvs, validateHgvs } from './index.ts';

const sound: readonly string[] = [
  'NC_000004.12:g.54727447T>C',
  'NC_000004.12(NM_000222.3):c.1879+1G>A',
  'NM_000222.3(KIT):c.1679_1681delTTG',
  'NM_000222.3:c.-3_2del',
  'NM_000222.3:c.-1_1insG',
  'NM_000222.3:c.*1_*2insG',
  'NM_000222.3:c.2931_*1insG',
  'c.12_12+1insA',
  'c.13-1_13insA',
  'c.12+3_12+4insA',
  'c.88+12_89-12insA',
  'c.12-3_12+4del',
  'c.88-?_923+?del',
  'c.(?_-245)_(31+1_32-1)del',
  'c.(4071+1_4072-1)_(5154+1_5155-1)del',
  'g.(1_10)insA',
  'g.pter_100del',
  'g.100_qterdel',
  'NC_012920.1:m.16560_5del',
  'c.123_191CAG[23]',
  'c.-128_-69GGC[10]GGA[1]GGC[9]',
  'c.1210-12_1210-6T[7]',
  'c.-126_-124[79]',
  'r.spl',
  'LRG_307t1:c.1727T>C',
  'LRG_307p1:p.Lys642Glu',
  'NP_000213.1:p.(Lys642Glu)',
  'p.Met1?',
  'p.Arg97ProfsTer2',
  'p.Arg97fs',
  'p.Ter110GlnextTer17',
  'p.Met1ext-5',
  'p.Met1Valext-12',
  'p.Lys23_Ala24insPro',
  'p.Cys28_Lys29delinsTrp',
  'p.Cys28delinsTrpVal',
  'p.0?',
  'p.[Ser68Arg;Asn594del]',
];

test('descriptions that follow the rules have no issues', () => {
  for (const text of sound) {
    const { value } = parseHgvs(text);
    assert.ok(value !== undefined, text);
    assert.deepEqual(validateHgvs(value), [], text);
  }
});

const unsound: readonly (readonly [text: string, severity: 'error' | 'warning', message: RegExp])[] = [
  ['c.14_12del', 'error', /ends before it starts/],
  ['c.1_-1del', 'error', /ends before it starts/],
  ['c.*3_12del', 'error', /ends before it starts/],
  ['c.12-3_12-5del', 'error', /ends before it starts/],
  ['g.(10_5)_20del', 'error', /ends before it starts/],
  ['g.(10_20)_(2_5)del', 'error', /ends before it starts/],
  ['g.qter_5del', 'error', /ends before it starts/],
  ['c.12_12del', 'error', /one position twice/],
  ['g.0A>T', 'error', /no position 0/],
  ['c.12_14A>T', 'error', /substitution has one position/],
  ['c.12A>A', 'warning', /changes nothing/],
  ['c.12_13delACinsAC', 'warning', /changes nothing/],
  ['c.12_14delAC', 'error', /names 2 nucleotides, but 12_14 spans 3/],
  ['c.12delAC', 'error', /spans 1/],
  ['c.-2_2delACGTA', 'error', /spans 4/],
  ['c.12+1_12+3del2', 'error', /spans 3/],
  ['c.12_14delAinsG', 'error', /spans 3/],
  ['c.12_14dupA', 'error', /spans 3/],
  ['c.12insA', 'error', /between two neighbours/],
  ['c.12_14insA', 'error', /write delins/],
  ['c.12+3_12+5insA', 'error', /write delins/],
  ['c.-2_1insA', 'error', /write delins/],
  ['c.12inv', 'error', /more than one nucleotide/],
  ['c.123_192CAG[23]', 'error', /no whole number of units/],
  ['c.2692_2693A[10]', 'warning', /whole codons/],
  ['c.2557_2694copy2', 'warning', /Write \[2\]/],
  ['g.42522624_42522669con42536337_42536382', 'warning', /Write delins/],
  ['c.[12_14A>T;16C>G]', 'error', /substitution has one position/],
  ['p.Gly56Ala^Gly', 'warning', /changes nothing/],
  ['p.Ala0Val', 'error', /no amino acid 0/],
  ['p.Ala5_Val3del', 'error', /ends before it starts/],
  ['p.Ala5_Ala5del', 'error', /one position twice/],
  ['p.Ala5_Val6Gly', 'error', /write delins/],
  ['p.Ala5Ala', 'warning', /Write =/],
  ['p.Ter110Gln', 'warning', /Write the extension/],
  ['p.Met1Val', 'warning', /Met1\?/],
  ['p.Ala5_Val7insGly', 'error', /write delins/],
  ['p.Ala5insGly', 'error', /between two neighbours/],
  ['p.Ala5delinsGly', 'warning', /is a substitution/],
  ['p.Ala5delinsAla', 'error', /changes nothing/],
  ['p.Ala5_Val6delinsTer', 'warning', /nonsense/],
  ['p.Ala5TerfsTer1', 'error', /nonsense/],
  ['p.Ala5ProfsTer1', 'error', /nonsense/],
  ['p.Ala5ProfsTer0', 'error', /as 1/],
  ['p.Ala5AlafsTer9', 'error', /first one that changes/],
  ['p.Ala5_Val6fsTer9', 'error', /alone/],
  ['p.Ala5ext-9', 'error', /at its stop/],
  ['p.Ter110ext-9', 'error', /to a new stop/],
  ['p.Met1extTer9', 'error', /at its stop/],
  ['NM_000222:c.1727T>C', 'warning', /lacks its version/],
  ['KIT:c.1727T>C', 'warning', /no accession that is known/],
  ['NM_000222.3:g.1727T>C', 'error', /coding transcript, on which g\. does not count/],
  ['NC_000004.12:c.1727T>C', 'error', /Add the transcript in parentheses/],
  ['NR_002196.2:c.12A>T', 'error', /non-coding transcript/],
  ['NP_000213.1:c.12A>T', 'error', /a protein/],
  ['NM_000222.3:p.Lys642Glu', 'error', /Correct the prefix or the accession/],
];

test('each broken rule gives one issue that says what to write', () => {
  for (const [text, severity, message] of unsound) {
    const { value } = parseHgvs(text);
    assert.ok(value !== undefined, text);
    const issues = validateHgvs(value);
    assert.equal(issues.length, 1, `${text}: ${issues.map((issue) => issue.message).join(' | ')}`);
    assert.equal(issues[0]?.severity, severity, text);
    assert.match(issues[0]?.message ?? '', message, text);
  }
});
