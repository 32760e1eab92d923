/**
 * The accepts, rejects and printed forms of an independent grammar of HGVS descriptions (biocommons/hgvs at e074aee,
 * Apache-2.0, file grammar_test.tsv), rule by rule. The file is not part of this project: the test says so and skips
 * when it is absent.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { HgvsCursor } from './hgvs-cursor.ts';
import { readWhole } from './hgvs-reading.ts';
import type { NucleotideType } from './hgvs-variant.ts';
import { takeSequence } from './nucleotide-letters.ts';
import { readVariant, takePrefix } from './parse-hgvs.ts';
import { printHgvs } from './print-hgvs.ts';
import {
  nucleotideChangeText,
  nucleotideEditText,
  nucleotideIntervalText,
  nucleotidePositionText,
} from './print-nucleotide-change.ts';
import { styleOf } from './print-options.ts';
import {
  proteinDescriptionText,
  proteinEditText,
  proteinIntervalText,
  residuesText,
} from './print-protein-description.ts';
import { accessionText, referenceText } from './print-reference.ts';
import type { ProteinEdit } from './protein-description.ts';
import { readNucleotideChange } from './read-nucleotide-change.ts';
import { asSubstitution, readNucleotideEdit } from './read-nucleotide-edit.ts';
import { readNucleotideInterval, readNucleotidePosition } from './read-nucleotide-interval.ts';
import { readProteinDescription, takeWholeProtein } from './read-protein-description.ts';
import { readExtensionReach, readFrameshiftStop, readProteinEdit } from './read-protein-edit.ts';
import { readProteinInterval, readProteinPosition } from './read-protein-interval.ts';
import { readAccession, readGeneSymbol, readParenthesisedGene, readReference } from './read-reference.ts';
import {
  takeOneLetter,
  takeResidue,
  takeResidueOrStop,
  takeResidues,
  takeStop,
  takeThreeLetter,
} from './residue-codes.ts';

const data =
  process.env['CAJAL_DATA'] ?? join(dirname(fileURLToPath(import.meta.url)), '../../../../shared/data');
const file = join(data, 'hgvs/grammar_test.tsv');
const skip = existsSync(file) ? false : `no ${file}: set CAJAL_DATA to the folder of test data`;

/** The printed form of what a rule reads from here, or undefined. */
type Rule = (cursor: HgvsCursor) => string | undefined;

/** The oracle keeps the case of RNA and prints a frameshift without a distance as `fsTer`. */
const style = styleOf({ rna: 'upper', openFrameshift: 'fsTer' });

/** Rules of which only the acceptance is compared: what was taken, as it stands. */
const asWritten =
  (rule: (cursor: HgvsCursor) => unknown): Rule =>
  (cursor) => {
    const start = cursor.at;
    return rule(cursor) === undefined ? undefined : cursor.text.slice(start, cursor.at);
  };

function printed<Value>(
  read: (cursor: HgvsCursor) => Value | undefined,
  print: (value: Value) => string,
): Rule {
  return (cursor) => {
    const value = read(cursor);
    return value === undefined ? undefined : print(value);
  };
}

const oneOf =
  (isWanted: (text: string) => boolean, rule: Rule): Rule =>
  (cursor) => {
    const text = rule(cursor);
    return text !== undefined && isWanted(text) ? text : undefined;
  };

const letter = (type: NucleotideType): Rule =>
  oneOf(
    (text) => text.length === 1,
    asWritten((c) => takeSequence(c, type)),
  );

function signed(isRequired: boolean, signs: string): Rule {
  return (cursor) => {
    const sign = signs.includes(cursor.text.charAt(cursor.at)) ? cursor.text.charAt(cursor.at) : '';
    if (sign === '' && isRequired) return undefined;
    cursor.at += sign.length;
    const number = cursor.number('a number');
    return number === undefined ? undefined : `${sign === '-' ? '-' : ''}${number}`;
  };
}

const edit = (type: NucleotideType, kinds: readonly string[]): Rule =>
  printed(
    (cursor) => {
      const read = readNucleotideEdit(cursor, type);
      if (read === undefined || !kinds.includes(read.kind)) return undefined;
      return asSubstitution(read);
    },
    (read) => nucleotideEditText(read, type, style),
  );

const everyEdit = [
  'substitution',
  'deletion',
  'duplication',
  'inversion',
  'insertion',
  'delins',
  'conversion',
  'copy',
  'identity',
];

const inParentheses =
  (rule: Rule): Rule =>
  (cursor) => {
    if (!cursor.take('(')) return rule(cursor);
    const text = rule(cursor);
    return text !== undefined && cursor.take(')') ? `(${text})` : undefined;
  };

const proteinEdit = (kinds: readonly string[]): Rule =>
  printed(
    (cursor) => {
      const read = readProteinEdit(cursor);
      return read !== undefined && kinds.includes(read.kind) ? read : undefined;
    },
    (read) => proteinEditText(read, style),
  );

const everyProteinEdit = [
  'substitution',
  'deletion',
  'duplication',
  'insertion',
  'delins',
  'frameshift',
  'extension',
  'identity',
  'unknown',
];

/** `(u'Val', -5)`: how the oracle prints the parts of an extension; the stop is `Ter` in all its spellings. */
function extensionParts(extension: ProteinEdit & { kind: 'extension' }): string {
  const { terminus, residues, length } = extension;
  const end =
    terminus === 'C' ? "u'Ter'" : residues === undefined ? 'None' : `u'${residuesText(residues, style)}'`;
  const reach =
    length === undefined ? 'None' : length === '?' ? "u'?'" : `${terminus === 'N' ? -length : length}`;
  return `(${end}, ${reach})`;
}

const positionOf = (type: NucleotideType): Rule =>
  printed((cursor) => readNucleotidePosition(cursor, type), nucleotidePositionText);
const intervalOf = (type: NucleotideType): Rule =>
  printed((cursor) => readNucleotideInterval(cursor, type), nucleotideIntervalText);
const changeOf = (type: NucleotideType): Rule =>
  printed(
    (cursor) => readNucleotideChange(cursor, type),
    (change) => nucleotideChangeText(change, type, style),
  );
const proteinPosition: Rule = printed(readProteinPosition, (start) =>
  proteinIntervalText({ start, end: undefined, isUncertain: false }, style),
);
const proteinInterval: Rule = printed(readProteinInterval, (interval) =>
  proteinIntervalText(interval, style),
);
const proteinChange: Rule = printed(readProteinDescription, (change) =>
  change.edit.kind === 'unknown' && change.interval === undefined
    ? 'None'
    : proteinDescriptionText(change, style),
);

const afterPrefix =
  (type: string, rule: Rule): Rule =>
  (cursor) => {
    if (takePrefix(cursor) !== type) return undefined;
    const text = rule(cursor);
    return text === undefined ? undefined : `${type}.${text}`;
  };

const afterReference =
  (rule: Rule): Rule =>
  (cursor) => {
    const reference = readReference(cursor);
    if (reference === undefined || !cursor.take(':')) return undefined;
    const text = rule(cursor);
    return text === undefined ? undefined : `${referenceText(reference)}:${text}`;
  };

const variantOf = (type: string | undefined): Rule =>
  printed(
    (cursor) => {
      const variant = readVariant(cursor);
      return variant !== undefined && (type === undefined || variant.type === type) ? variant : undefined;
    },
    (variant) => printHgvs(variant, { rna: 'upper', openFrameshift: 'fsTer' }),
  );

const residues = (allowed: { one?: boolean; three?: boolean; stop: boolean }): Rule =>
  oneOf(
    (text) =>
      (allowed.stop || !/(?:\*|Ter)$/.test(text)) &&
      (allowed.one === true || /^(?:[A-Z][a-z]{2})+$/.test(text)) &&
      (allowed.three === true || !/[a-z]/.test(text)),
    asWritten(takeResidues),
  );

const rules: Record<string, Rule> = {
  accn: printed(readAccession, accessionText),
  aa1: asWritten(takeOneLetter),
  aa3: asWritten(takeThreeLetter),
  aa13: asWritten(takeResidue),
  aa1_seq: residues({ one: true, stop: false }),
  aa3_seq: residues({ three: true, stop: false }),
  aa13_seq: residues({ one: true, three: true, stop: false }),
  aat1: oneOf((text) => text.length === 1, asWritten(takeResidueOrStop)),
  aat3: oneOf((text) => text.length === 3, asWritten(takeResidueOrStop)),
  aat13: asWritten(takeResidueOrStop),
  aat1_seq: residues({ one: true, stop: true }),
  aat3_seq: residues({ three: true, stop: true }),
  aat13_seq: residues({ one: true, three: true, stop: true }),
  term1: oneOf((text) => text.length === 1, asWritten(takeStop)),
  term3: oneOf((text) => text.length === 3, asWritten(takeStop)),
  term13: asWritten(takeStop),
  aa13_ext: printed((cursor) => {
    const reach = readExtensionReach(cursor, undefined);
    return reach?.kind === 'extension' && reach.terminus !== undefined ? reach : undefined;
  }, extensionParts),
  ext: printed((cursor) => {
    const reach = cursor.take('ext') ? readExtensionReach(cursor, undefined) : undefined;
    return reach?.kind === 'extension' ? reach : undefined;
  }, extensionParts),
  aa13_fs: (cursor) => `${readFrameshiftStop(cursor) ?? 'None'}`,
  fs: (cursor) => (cursor.take('fs') ? `${readFrameshiftStop(cursor) ?? 'None'}` : undefined),
  fsext_offset: (cursor) => (cursor.isAtEnd() ? 'None' : `${cursor.numberOrUnknown('a distance')}`),
  num: signed(false, ''),
  nnum: signed(true, '-'),
  snum: signed(false, '+-'),
  base: signed(false, '+-'),
  offset: (cursor) => (cursor.isAtEnd() ? '0' : signed(false, '+-')(cursor)),
  pm: oneOf(
    (text) => text === '+' || text === '-',
    (cursor) => cursor.text.charAt(cursor.at++),
  ),
  dna: letter('g'),
  dna_iupac: letter('g'),
  dna_seq: asWritten((cursor) => takeSequence(cursor, 'g')),
  rna: letter('r'),
  rna_iupac: letter('r'),
  na_iupac: (cursor) => letter('g')(cursor) ?? letter('r')(cursor),
  rna_seq: asWritten((cursor) => takeSequence(cursor, 'r')),
  def_p_pos: proteinPosition,
  p_pos: proteinPosition,
  def_p_interval: proteinInterval,
  p_interval: proteinInterval,
  pro_subst: proteinEdit(['substitution', 'unknown']),
  pro_del: proteinEdit(['deletion']),
  pro_dup: proteinEdit(['duplication']),
  pro_ins: proteinEdit(['insertion']),
  pro_delins: proteinEdit(['delins']),
  pro_fs: proteinEdit(['frameshift']),
  pro_ext: proteinEdit(['extension']),
  pro_ident: proteinEdit(['identity']),
  pro_edit: proteinEdit(everyProteinEdit),
  pro_edit_mu: inParentheses(proteinEdit(everyProteinEdit)),
  p_posedit: proteinChange,
  p_posedit_special: printed(takeWholeProtein, (change) =>
    change.edit.kind === 'unknown' ? 'None' : proteinDescriptionText(change, style),
  ),
  p_typed_posedit: afterPrefix('p', proteinChange),
  hgvs_variant: variantOf(undefined),
  gene_symbol: asWritten(readGeneSymbol),
  paren_gene: printed(readParenthesisedGene, (gene) => gene),
  opt_gene_expr: printed(readParenthesisedGene, (gene) => gene),
};

for (const [name, type] of [
  ['dna', 'g'],
  ['rna', 'r'],
] as const) {
  rules[`${name}_subst`] = edit(type, ['substitution']);
  rules[`${name}_del`] = edit(type, ['deletion']);
  rules[`${name}_dup`] = edit(type, ['duplication']);
  rules[`${name}_ins`] = edit(type, ['insertion']);
  rules[`${name}_delins`] = edit(type, ['delins']);
  rules[`${name}_inv`] = edit(type, ['inversion']);
  rules[`${name}_con`] = edit(type, ['conversion']);
  rules[`${name}_copy`] = edit(type, ['copy']);
  rules[`${name}_ident`] = edit(type, ['identity']);
  rules[`${name}_edit`] = edit(type, everyEdit);
  rules[`${name}_edit_mu`] = inParentheses(edit(type, everyEdit));
}

for (const type of ['g', 'm', 'o', 'c', 'n', 'r'] as const) {
  rules[`def_${type}_pos`] = positionOf(type);
  rules[`${type}_pos`] = positionOf(type);
  rules[`def_${type}_interval`] = intervalOf(type);
  rules[`${type}_interval`] = intervalOf(type);
  rules[`uncertain_${type}_interval`] = intervalOf(type);
  rules[`${type}_posedit`] = changeOf(type);
  rules[`${type}_typed_posedit`] = afterPrefix(type, changeOf(type));
  rules[`${type}_hgvs_position`] = afterReference(afterPrefix(type, intervalOf(type)));
  rules[`${type}_variant`] = variantOf(type);
}
rules['p_hgvs_position'] = afterReference(afterPrefix('p', proteinInterval));
rules['p_variant'] = variantOf('p');
rules['hgvs_position'] = afterReference((cursor) => {
  const type = cursor.text.charAt(cursor.at);
  return type === 'p'
    ? afterPrefix('p', proteinInterval)(cursor)
    : type === 'g' || type === 'm' || type === 'o' || type === 'c' || type === 'n' || type === 'r'
      ? afterPrefix(type, intervalOf(type))(cursor)
      : undefined;
});

/** Rules whose oracle prints the tuple of an extension with the stop as it was spelled. */
const tuples: ReadonlySet<string> = new Set(['ext', 'aa13_ext']);
const anyStop = (text: string): string => text.replace(/u'(?:\*|X)'/, "u'Ter'");

interface Item {
  readonly rule: string;
  readonly text: string;
  readonly isValid: boolean;
  readonly expected: string;
}

function itemsOf(line: string): Item[] {
  const [rule = '', test_ = '', valid = '', type = '', expected = ''] = line.split('\t');
  const split = (cell: string): string[] =>
    type === 'list' ? cell.split('|') : type === 'string' ? Array.from(cell) : [cell];
  const texts = split(test_);
  const wanted = expected === '' ? texts : split(expected);
  return texts.flatMap((text, n) => {
    const found = wanted[n];
    return found === undefined
      ? []
      : [{ rule, text, isValid: valid.toLowerCase() === 'true', expected: found }];
  });
}

const items =
  skip === false
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line !== '' && !line.startsWith('#') && !line.startsWith('Func\t'))
        .flatMap(itemsOf)
    : [];

test('the grammar accepts, rejects and prints as an independent grammar does', { skip }, () => {
  assert.ok(items.length > 500, `${items.length} items`);
  const faults = items.flatMap(({ rule: name, text, isValid, expected }) => {
    const rule = rules[name];
    if (rule === undefined) return [`no rule ${name}`];
    const { value } = readWhole(text, rule);
    if (!isValid) return value === undefined ? [] : [`${name} accepts ${text} as ${value}`];
    if (value === undefined) return [`${name} rejects ${text}`];
    const wanted = tuples.has(name) ? anyStop(expected) : expected;
    return value === wanted ? [] : [`${name} prints ${text} as ${value}, not ${wanted}`];
  });
  assert.deepEqual(faults, []);
});
