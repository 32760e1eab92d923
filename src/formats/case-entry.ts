/** One finding of a file as an entry of a case record, or why it cannot be one. */
import { type BiomarkerKind, biomarkerKinds } from '../case/index.ts';
import { percentText } from './allele-fraction.ts';
import type {
  BiomarkerFinding,
  CopyNumberFinding,
  FileFinding,
  FusionFinding,
  SmallVariantFinding,
  StainFinding,
} from './file-finding.ts';

/** Why a finding of a file is not among the entries. */
export const leftOutReasons = {
  noGene: 'names no gene',
  unread: 'its change could not be read; enter it by hand',
  silent: 'does not change the protein',
  nonCoding: 'lies outside the coding sequence and its splice sites and promoter',
  placesOnly: 'a rearrangement or segment by its places; the file names no gene that it changes',
  noResult: 'has a value and no result; enter the result by hand',
  tooLong: 'its text is longer than a record takes',
  tooMany: 'the record takes 300 findings',
} as const;
export type LeftOutReason = keyof typeof leftOutReasons;

/** An entry of `findings` as a case file writes it. */
export interface CaseFindingEntry {
  readonly id: string;
  readonly assay?: string;
  readonly gene: string;
  readonly alteration: string;
  readonly coding?: string;
  readonly status: string;
  readonly printedAs?: string;
  readonly vafPercent?: string;
  readonly copies?: string;
  readonly origin?: 'somatic' | 'germline';
  readonly note: string;
}

/** An entry of `biomarkers`. */
export interface CaseBiomarkerEntry {
  readonly marker: BiomarkerKind;
  readonly status: string;
  readonly value?: string;
  readonly scoring?: string;
  readonly assay?: string;
  readonly note: string;
}

/** An entry of the `stains` of a pathology report. */
export interface CaseStainEntry {
  readonly marker: string;
  readonly status: string;
  readonly intensity?: string;
  readonly cellsPercent?: string;
  readonly clone?: string;
  readonly score?: { readonly system: string; readonly value: string };
  readonly pattern?: string;
}

/** What the entries are tied to. */
export interface CaseFindingsOptions {
  /** The id of the assay in the record. */
  readonly assay?: string;
  /** The name of the file, for the note of each entry. */
  readonly source?: string;
}

const silentClasses: ReadonlySet<string> = new Set(['synonymous']);
const farClasses: ReadonlySet<string> = new Set([
  'intron',
  'utr3',
  'downstream',
  'intergenic',
  'nonCodingTranscript',
  'regulatory',
]);

/** An entry, or the reason for which there is none. */
export type Made<T> = { readonly entry: T } | { readonly leftOut: LeftOutReason };

function noteOf(
  finding: FileFinding,
  source: string | undefined,
  more: readonly (string | undefined)[],
): string {
  const parts = [
    `${source === undefined ? '' : `${source} `}line ${finding.line}`,
    finding.sample === undefined ? undefined : `sample ${finding.sample}`,
    ...more,
  ];
  return parts
    .filter((part) => part !== undefined)
    .join('; ')
    .slice(0, 2000);
}

/** Of a finding of this kind. */
export function variantEntry(
  finding: SmallVariantFinding,
  options: CaseFindingsOptions,
): Made<Omit<CaseFindingEntry, 'id'>> {
  const { gene, alteration, consequence, protein, coding, readFrom } = finding;
  if (gene === undefined) return { leftOut: 'noGene' };
  if (consequence !== undefined && silentClasses.has(consequence.class)) return { leftOut: 'silent' };
  if (consequence !== undefined && farClasses.has(consequence.class)) return { leftOut: 'nonCoding' };
  if (alteration === undefined) return { leftOut: 'unread' };
  const text = alteration.printed;
  const isCodingBeside = readFrom === 'protein' && coding !== undefined;
  if (gene.length > 60 || text.length > 200 || (isCodingBeside && coding.length > 200))
    return { leftOut: 'tooLong' };
  const printed = [protein, coding].filter((each) => each !== undefined).join(', ');
  const place = finding.genomic;
  const note = noteOf(finding, options.source, [
    place === undefined
      ? undefined
      : `${place.build === undefined ? '' : `${place.build} `}${place.chromosome}:${place.position} ${place.reference ?? ''}>${place.alternative ?? ''}`,
    finding.transcript,
    consequence?.terms,
    finding.fraction?.basis,
    finding.filters === undefined || finding.filters.length === 0
      ? undefined
      : `filters ${finding.filters.join(', ')}`,
  ]);
  return {
    entry: {
      ...(options.assay === undefined ? {} : { assay: options.assay }),
      gene,
      alteration: text,
      ...(isCodingBeside ? { coding } : {}),
      status: 'positive',
      ...(!printed.startsWith(text) && printed !== '' ? { printedAs: printed.slice(0, 300) } : {}),
      ...(finding.fraction === undefined ? {} : { vafPercent: percentText(finding.fraction.percent) }),
      ...(finding.origin === undefined ? {} : { origin: finding.origin }),
      note,
    },
  };
}

/** Of a finding of this kind. */
export function copyNumberEntry(
  finding: CopyNumberFinding,
  options: CaseFindingsOptions,
): Made<Omit<CaseFindingEntry, 'id'>> {
  if (finding.alteration === undefined) return { leftOut: 'unread' };
  if (finding.gene.length > 60) return { leftOut: 'tooLong' };
  return {
    entry: {
      ...(options.assay === undefined ? {} : { assay: options.assay }),
      gene: finding.gene,
      alteration: finding.alteration.printed,
      status: 'positive',
      ...(finding.copies !== undefined && /^\d+(?:\.\d+)?$/.test(finding.copies)
        ? { copies: finding.copies }
        : {}),
      note: noteOf(finding, options.source, [`level ${finding.level}`]),
    },
  };
}

/** Of a finding of this kind. */
export function fusionEntry(
  finding: FusionFinding,
  options: CaseFindingsOptions,
): Made<Omit<CaseFindingEntry, 'id'>> {
  const { five, three } = finding.call;
  if (finding.alteration === undefined || five.gene === undefined || three.gene === undefined)
    return { leftOut: 'placesOnly' };
  const gene = `${five.gene}::${three.gene}`;
  if (gene.length > 60) return { leftOut: 'tooLong' };
  return {
    entry: {
      ...(options.assay === undefined ? {} : { assay: options.assay }),
      gene,
      alteration: 'fusion',
      status: 'positive',
      note: noteOf(finding, options.source, [
        finding.call.format,
        finding.call.claims.frame === undefined
          ? undefined
          : `frame by the caller: ${finding.call.claims.frame.printed}`,
        `${placeText(five.breakpoint)} to ${placeText(three.breakpoint)}`,
      ]),
    },
  };
}

const placeText = (place: { readonly chromosome: string; readonly position: number } | undefined): string =>
  place === undefined ? 'place not stated' : `${place.chromosome}:${place.position}`;

/** Of a finding of this kind. */
export function biomarkerEntry(
  finding: BiomarkerFinding,
  options: CaseFindingsOptions,
): Made<CaseBiomarkerEntry> {
  const marker = biomarkerKinds.find((kind) => kind === finding.marker);
  if (marker === undefined) return { leftOut: 'unread' };
  if (finding.status === 'unstated') return { leftOut: 'noResult' };
  return {
    entry: {
      marker,
      status: finding.status,
      ...(finding.value === undefined ? {} : { value: finding.value }),
      ...(finding.scoring === undefined ? {} : { scoring: finding.scoring }),
      ...(options.assay === undefined ? {} : { assay: options.assay }),
      note: noteOf(finding, options.source, [finding.result === '' ? undefined : finding.result]),
    },
  };
}

/** Of a finding of this kind. */
export function stainEntry(finding: StainFinding): Made<CaseStainEntry> {
  if (finding.status === 'unstated') return { leftOut: 'noResult' };
  if (finding.marker.length > 40) return { leftOut: 'tooLong' };
  const { marker, status, intensity, cellsPercent, clone, score, pattern } = finding;
  return {
    entry: {
      marker,
      status,
      ...(intensity === undefined ? {} : { intensity }),
      ...(cellsPercent === undefined ? {} : { cellsPercent }),
      ...(clone === undefined ? {} : { clone }),
      ...(score === undefined ? {} : { score }),
      ...(pattern === undefined ? {} : { pattern }),
    },
  };
}
