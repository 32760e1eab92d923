/** One data line of a VCF file, cut into its fields and checked; INFO and samples are looked into only on demand. */
import { wholeNumberOf } from '../printed-cell.ts';

/** A record. Texts are as printed. */
export interface VcfRecord {
  readonly chromosome: string;
  readonly position: number;
  readonly id?: string;
  readonly reference: string;
  readonly alternatives: readonly string[];
  /** Filters not passed; empty for PASS, absent for `.`. */
  readonly filters?: readonly string[];
  readonly info: string;
  readonly format: readonly string[];
  readonly samples: readonly string[];
}

/** The record, or what is wrong with the line and the field (from 0) where it stands. */
export type RecordReading =
  | { readonly record: VcfRecord }
  | { readonly problem: string; readonly field: number };

const bases = /^[ACGTUNRYKMSWBDHVacgtunrykmswbdhv]+$/;

function filtersOf(text: string | undefined): readonly string[] | undefined {
  if (text === undefined || text === '.' || text === '') return undefined;
  return text === 'PASS' ? [] : text.split(';').filter((name) => name !== 'PASS');
}

/** Cuts a data line. */
export function vcfRecord(text: string): RecordReading {
  const fields = text.split('\t');
  const [chromosome = '', pos = '', id = '.', reference = '', alt = '', , filter, info = '.'] = fields;
  if (fields.length < 5)
    return { problem: `the line has ${fields.length} fields, fewer than the five of a variant`, field: 0 };
  if (chromosome === '') return { problem: 'the line has no chromosome', field: 0 };
  const position = wholeNumberOf(pos);
  if (position === undefined)
    return { problem: `"${pos.slice(0, 40)}" is not a position in the genome`, field: 1 };
  if (!bases.test(reference))
    return { problem: `"${reference.slice(0, 40)}" is not a reference allele`, field: 3 };
  if (alt === '') return { problem: 'the line has no alternative allele; `.` stands for none', field: 4 };
  const filters = filtersOf(filter);
  return {
    record: {
      chromosome,
      position,
      ...(id === '.' || id === '' ? {} : { id }),
      reference,
      alternatives: alt.split(','),
      ...(filters === undefined ? {} : { filters }),
      info: info === '.' ? '' : info,
      format: fields[8]?.split(':') ?? [],
      samples: fields.slice(9),
    },
  };
}

/** The column of a line (from 1) at which a field begins. */
export function columnOfField(text: string, field: number): number {
  let at = 0;
  for (let passed = 0; passed < field; passed += 1) at = text.indexOf('\t', at) + 1;
  return at + 1;
}

/** The value of one key of INFO, as printed; the empty text for a flag. */
export function infoValue(info: string, key: string): string | undefined {
  for (let at = 0; at < info.length; ) {
    const end = info.indexOf(';', at);
    const stop = end === -1 ? info.length : end;
    if (info.startsWith(key, at)) {
      if (at + key.length === stop) return '';
      if (info[at + key.length] === '=') return info.slice(at + key.length + 1, stop);
    }
    at = stop + 1;
  }
  return undefined;
}

/** What an alternative allele is. */
export type AlleleKind = 'sequence' | 'symbolic' | 'breakend' | 'none' | 'spanning' | 'unreadable';

/** The kind of an alternative allele, by VCF 4.5, section 1.6.1 and chapter 5. */
export function alleleKind(allele: string): AlleleKind {
  if (bases.test(allele)) return 'sequence';
  if (allele === '.' || allele === '<NON_REF>' || allele === '<*>') return 'none';
  if (allele === '*') return 'spanning';
  if (/^<[^<>\s]+>$/.test(allele)) return 'symbolic';
  if (/[[\]]/.test(allele) || /^\.[A-Za-z]+$|^[A-Za-z]+\.$/.test(allele)) return 'breakend';
  return 'unreadable';
}
