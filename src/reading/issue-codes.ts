/**
 * The catalogue of issue codes: every code a reader or a face can give, what it means, and the exit code with
 * which the command line ends when an issue of that code is an error. Exit codes: 0 done, 1 a fault of Cajal or of
 * the machine, 2 the input is not usable, 3 the store refuses, 4 nothing found under that name.
 */
interface IssueCodeEntry {
  readonly exit: 2 | 3 | 4;
  readonly meaning: string;
}

export const issueCodes = {
  'input-too-large': { exit: 2, meaning: 'The file is larger than the reader accepts.' },
  'input-not-text': { exit: 2, meaning: 'The file holds bytes that are not UTF-8 text.' },
  'input-empty': { exit: 2, meaning: 'The file holds nothing.' },
  'yaml-syntax': { exit: 2, meaning: 'The text is not YAML.' },
  'yaml-aliases': { exit: 2, meaning: 'The YAML uses aliases or anchors, which case files do not need.' },
  'yaml-unsupported': {
    exit: 2,
    meaning:
      'The YAML uses what documents do not need: tags, merge keys, several documents, keys that are not text.',
  },
  'json-syntax': { exit: 2, meaning: 'The text is not JSON.' },
  'too-deep': { exit: 2, meaning: 'The document is nested deeper than the reader accepts.' },
  'duplicate-key': { exit: 2, meaning: 'A key stands twice in one mapping.' },
  'forbidden-key': { exit: 2, meaning: 'A key is one that no document may have (such as __proto__).' },
  'unknown-key': { exit: 2, meaning: 'A key is not part of the schema.' },
  'missing-key': { exit: 2, meaning: 'A required key is absent.' },
  'wrong-type': { exit: 2, meaning: 'A value is of another type than the schema asks.' },
  'wrong-value': { exit: 2, meaning: 'A value is not one of those allowed, or is out of its bounds.' },
  'unknown-version': { exit: 2, meaning: 'The version in the head of the file is not one this Cajal reads.' },
  upcast: { exit: 2, meaning: 'An older file was brought to the present version.' },
  'duplicate-id': { exit: 2, meaning: 'Two records of one kind carry the same id.' },
  'unknown-reference': { exit: 2, meaning: 'A record refers to an id that the file does not have.' },
  'impossible-date': {
    exit: 2,
    meaning: 'A date does not exist in the calendar, or an interval runs backwards.',
  },
  'unparsable-date': { exit: 2, meaning: 'A date is not written in a form that is read.' },
  'date-order': { exit: 2, meaning: 'Two dates stand in an order that cannot be.' },
  'unparsable-quantity': { exit: 2, meaning: 'A quantity could not be read.' },
  'unit-unknown': { exit: 2, meaning: 'A unit is not one that is known for this analyte.' },
  'unit-mismatch': { exit: 2, meaning: 'Two values that belong together carry units that do not fit.' },
  'reference-range-unusable': { exit: 2, meaning: 'A reference range lacks the limit that is asked of it.' },
  'analyte-unknown': { exit: 2, meaning: 'An analyte is not in the register.' },
  'drug-unknown': { exit: 2, meaning: 'A drug is not in the register.' },
  'drug-spelling': { exit: 2, meaning: 'A drug is printed in another spelling or by less than its name.' },
  'drug-ambiguous': { exit: 2, meaning: 'A text names a therapy in more than one sense.' },
  'regimen-unknown': { exit: 2, meaning: 'A combination of drugs is not in the register of regimens.' },
  'unparsable-alteration': { exit: 2, meaning: 'A molecular finding could not be read.' },
  'hgvs-rule': { exit: 2, meaning: 'A variant description breaks a rule of the HGVS Nomenclature.' },
  'reference-mismatch': {
    exit: 2,
    meaning: 'The reference base or residue printed is not the one of the gene model.',
  },
  'notation-disagreement': {
    exit: 2,
    meaning: 'Two notations of one finding do not describe the same change.',
  },
  'notation-ambiguous': { exit: 2, meaning: 'A notation fits more than one event.' },
  'gene-unknown': { exit: 2, meaning: 'A gene is not in the gene models.' },
  'source-mismatch': { exit: 2, meaning: 'A printed text does not stand at the place that is cited.' },
  'line-too-long': { exit: 2, meaning: 'A line of a file is longer than the reader accepts.' },
  'format-unknown': { exit: 2, meaning: 'A file is in none of the formats that are read.' },
  'column-unused': { exit: 2, meaning: 'A table has a column that its format does not use.' },
  'column-missing': { exit: 2, meaning: 'A table lacks a column that its format needs.' },
  'row-ragged': { exit: 2, meaning: 'A row of a table has more or fewer cells than its header.' },
  'row-malformed': { exit: 2, meaning: 'A row of a file does not follow the format of the file.' },
  'sample-unknown': { exit: 4, meaning: 'The sample asked for is not in the file.' },
  'gene-model': { exit: 2, meaning: 'A gene model contradicts itself or another one.' },
  'pack-damaged': {
    exit: 3,
    meaning: 'A pack of outside knowledge cannot be read or does not fit its hash.',
  },
  'pack-unknown': { exit: 4, meaning: 'No pack is held under that id.' },
  'pack-unchanged': { exit: 2, meaning: 'An import has the same content as the pack that is held.' },
  'pack-date': { exit: 2, meaning: 'Nothing says of which day an outside file is.' },
  'decision-point-unknown': { exit: 4, meaning: 'The decision point asked for is not in the record.' },
  'case-not-found': { exit: 4, meaning: 'No case is stored under that id.' },
  'file-not-found': { exit: 4, meaning: 'A file cannot be read.' },
  'output-unwritable': { exit: 2, meaning: 'The file to write to cannot be written.' },
  'store-newer': { exit: 3, meaning: 'The store was written by a newer Cajal.' },
  'store-busy': { exit: 3, meaning: 'Another program has the store open.' },
  'store-conflict': { exit: 3, meaning: 'The case was changed by somebody else since it was read.' },
  'store-damaged': { exit: 3, meaning: 'The audit chain or a record does not verify.' },
  'store-unwritable': {
    exit: 3,
    meaning: 'The data folder or its disk cannot be used (rights, free space).',
  },
  'store-not-empty': {
    exit: 3,
    meaning: 'The store already holds records that are not those of the import.',
  },
} as const satisfies Record<string, IssueCodeEntry>;

/** A code of the catalogue. */
export type IssueCode = keyof typeof issueCodes;

/** The exit code of the command line for an issue of this code when it is an error. */
export function exitCodeOf(code: IssueCode): 2 | 3 | 4 {
  return issueCodes[code].exit;
}
