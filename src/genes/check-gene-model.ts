/** What is wrong with the files of `knowledge/gene-models/` beyond their form. */

import { transcriptsOfFile } from './compile-gene-model.ts';
import { namedAliases } from './compile-gene-names.ts';
import type { GeneModelFile, TranscriptFile } from './gene-model-file.ts';
import type { GeneNamesFile } from './gene-names-file.ts';
import { translate } from './genetic-code.ts';

/** A fault of a file, as a sentence that says which file and what to change. */
export interface GeneModelFault {
  readonly severity: 'error' | 'warning';
  readonly message: string;
}

type Say = (message: string) => void;

function checkExons(transcript: TranscriptFile, say: Say): void {
  const { cdsLength, proteinLength, strand, exons } = transcript;
  if (cdsLength % 3 !== 0) say(`${cdsLength} coding bases are not whole codons`);
  if (proteinLength !== cdsLength / 3 - 1)
    say(`${proteinLength} residues do not fit ${cdsLength} coding bases; the stop codon counts among them`);
  const coding = exons.filter(([, , , start]) => start > 0);
  let coded = 0;
  for (const [index, [number, from, to, start, end, phase]] of exons.entries()) {
    const exon = `exon ${number}`;
    const before = exons[index - 1];
    if (before !== undefined && number <= before[0]) say(`${exon} stands after exon ${before[0]}`);
    if (to < from) say(`${exon} ends at ${to}, before its start at ${from}`);
    if (before !== undefined && (strand === '+' ? from <= before[2] : to >= before[1]))
      say(`${exon} does not follow exon ${before[0]} on the ${strand} strand`);
    if (start === 0) {
      if (end !== 0 || phase !== -1) say(`${exon} codes nothing: c. numbers 0 and 0, phase -1`);
      continue;
    }
    if (start !== coded + 1) say(`${exon} starts at c.${start}, and c.${coded + 1} comes next`);
    if (phase !== (start - 1) % 3)
      say(`${exon} starts at c.${start}: its phase is ${(start - 1) % 3}, not ${phase}`);
    const length = end - start + 1;
    const bases = to - from + 1;
    const isOuter = number === coding[0]?.[0] || number === coding.at(-1)?.[0];
    if (isOuter ? length > bases : length !== bases)
      say(
        `${exon} codes ${length} bases and is ${bases} long${isOuter ? '' : '; an inner exon codes all of them'}`,
      );
    coded = end;
  }
  if (coded !== cdsLength) say(`its exons code ${coded} bases, not ${cdsLength}`);
}

function checkParts({ numbering, imported: { parts } }: GeneModelFile, say: Say): void {
  if (parts === undefined) return;
  if (numbering === undefined) {
    say('exons known in part need `numbering`, which says on which transcript');
    return;
  }
  const coded = 3 * (numbering.residues + 1);
  for (const [index, [number, first, last, genomic, starts]] of parts.exons.entries()) {
    const before = parts.exons[index - 1];
    if (last < first || last > coded)
      say(`exon ${number}: c.${first} to c.${last} is no part of ${coded} bases`);
    if (before === undefined) continue;
    const isForward = parts.strand === '+' ? genomic > before[3] : genomic < before[3];
    if (number <= before[0] || first <= before[2] || !isForward)
      say(`exon ${number} does not follow exon ${before[0]}`);
    if (starts && (!before[5] || first !== before[2] + 1))
      say(`exon ${number} starts at c.${first}, and the exon before does not end there`);
  }
}

function checkSequences(file: GeneModelFile, say: Say): void {
  const reference = referenceOf(file);
  const coding = file.coding?.sequence;
  if (coding !== undefined) {
    const protein = translate(coding);
    if (protein.indexOf('*') !== protein.length - 1)
      say('the coding sequence has no stop codon at its end alone');
    if (reference !== undefined && coding.length !== reference.cdsLength)
      say(`the coding sequence has ${coding.length} bases, ${reference.id} has ${reference.cdsLength}`);
  }
  const protein = coding === undefined ? file.protein?.sequence : translate(coding).replace('*', '');
  const length =
    reference?.proteinLength ?? (file.numbering?.isReference === true ? file.numbering.residues : undefined);
  if (protein !== undefined && length !== undefined && protein.length !== length)
    say(`the protein has ${protein.length} residues, and ${length} are expected`);
  const seen = new Map<number, string>();
  for (const { list } of file.imported.residues) {
    for (const text of list.split(' ')) {
      const position = Number(text.slice(1));
      const known = protein?.charAt(position - 1) ?? seen.get(position);
      if (known !== undefined && known !== text.charAt(0))
        say(`residue ${position} is ${known} and ${text.charAt(0)}`);
      if (length !== undefined && position > length) say(`residue ${text} lies beyond residue ${length}`);
      seen.set(position, text.charAt(0));
    }
  }
}

function referenceOf(file: GeneModelFile): TranscriptFile | undefined {
  const all = transcriptsOfFile(file);
  const id = file.reference?.transcript.split('.')[0];
  return all.find((each) => each.id.split('.')[0] === id) ?? all.find((each) => each.mane) ?? all[0];
}

/**
 * Everything wrong with one gene's file: exons that leave a gap, lengths that do not fit, wrong phases, domains beyond
 * the protein, residues that contradict each other.
 *
 * @public
 */
export function checkGeneModel(file: GeneModelFile): readonly GeneModelFault[] {
  const faults: GeneModelFault[] = [];
  const say = (message: string): void => {
    faults.push({ severity: 'error', message: `gene model ${file.symbol}: ${message}` });
  };
  const transcripts = transcriptsOfFile(file);
  for (const transcript of transcripts)
    checkExons(transcript, (message) => say(`${transcript.id}: ${message}`));
  const held = new Set(transcripts.map(({ id }) => id.split('.')[0]));
  const { reference } = file;
  if (reference !== undefined && !held.has(reference.transcript.split('.')[0]))
    say(`the reference transcript ${reference.transcript} is not among its transcripts`);
  for (const { refseq, length, domains } of [
    ...(file.domains?.proteins ?? []),
    ...(file.imported.domains?.proteins ?? []),
  ])
    for (const [label, , start, end] of domains)
      if (start > end || end > length)
        say(`${refseq}: domain ${label} ${start}-${end} lies outside its ${length} residues`);
  for (const { id, lacks, adds } of file.isoforms) {
    if (lacks !== undefined && lacks.start > lacks.end)
      say(`${id} lacks residues ${lacks.start} to ${lacks.end}: the first stands after the last`);
    if ((lacks === undefined) === (adds === undefined))
      say(
        `${id} differs from the reference protein by residues that it lacks or by such that it adds; say which`,
      );
  }
  checkParts(file, say);
  checkSequences(file, say);
  return faults;
}

const fold = (name: string): string => name.trim().toUpperCase();

/**
 * Everything wrong with the files together: numbers given twice, aliases that are another gene's name.
 *
 * @public
 */
export function checkGeneCatalogue(
  files: readonly GeneModelFile[],
  named: GeneNamesFile,
): readonly GeneModelFault[] {
  const faults: GeneModelFault[] = files.flatMap((file) => [...checkGeneModel(file)]);
  const say = (message: string): void => {
    faults.push({ severity: 'error', message });
  };
  const modelled = new Map(files.map((file) => [file.symbol, file]));
  if (modelled.size !== files.length) say('a gene has two files; keep one');
  const symbols = new Set([...modelled.keys(), ...Object.keys(named.imported.genes.numbers)]);
  const owners = new Map<string, string>();
  const numbers = new Map<number, string>();
  for (const { numbers: of } of named.hgnc)
    for (const [symbol, number] of Object.entries(of)) {
      const other = numbers.get(number);
      if (other !== undefined && other !== symbol) say(`HGNC:${number} is given to ${other} and ${symbol}`);
      numbers.set(number, symbol);
    }
  for (const { symbol, hgnc } of files) {
    if (hgnc === undefined) continue;
    const number = Number(hgnc.id.slice('HGNC:'.length));
    const other = numbers.get(number);
    if (other !== undefined && other !== symbol) say(`${hgnc.id} is given to ${other} and ${symbol}`);
    numbers.set(number, symbol);
  }
  for (const symbol of symbols) owners.set(fold(symbol), symbol);
  for (const symbol of symbols) {
    const aliases = modelled.get(symbol)?.aliases?.list ?? namedAliases(named, symbol);
    for (const alias of aliases) {
      const owner = owners.get(fold(alias));
      if (owner !== undefined && owner !== symbol)
        say(`"${alias}" is a name of ${owner} and of ${symbol}; list it as ambiguous and take it from both`);
      owners.set(fold(alias), symbol);
    }
  }
  for (const { name } of named.ambiguous) {
    const owner = owners.get(fold(name));
    if (owner !== undefined && !symbols.has(name)) say(`"${name}" is ambiguous and yet a name of ${owner}`);
  }
  return faults;
}
