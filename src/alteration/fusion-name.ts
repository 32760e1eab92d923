/**
 * Names of fusions by HGNC (Bruford 2021, PMID 34615987: `GENE1::GENE2`) and VICC, printed from the structure and read
 * back to it: `NM_001987.4(ETV6):e.4::NM_002530.3(NTRK3):e.14`, `e.2+182`, a linker between `::`, `(::)`, `?`, `v`,
 * `reg_e_EH38E1621482@IGH::CCND1`.
 */
import { geneOf } from '../genes/index.ts';
import type { Fusion } from './alteration.ts';
import {
  type FusionElement,
  type FusionStructure,
  type RegulatoryElement,
  type SegmentEnd,
  structureIn,
  structureOfFusion,
} from './fusion-structure.ts';
import { symbolShape } from './gene-in-text.ts';

function endText({ exon, offset }: SegmentEnd): string {
  if (offset === undefined || offset === 0) return String(exon);
  return `${exon}${offset > 0 ? '+' : ''}${offset}`;
}

const geneText = (gene: string, hgnc: string | undefined): string =>
  hgnc === undefined ? gene : `${gene}(${hgnc.toLowerCase()})`;

function elementText(element: FusionElement): string {
  switch (element.kind) {
    case 'segment': {
      const { gene, transcript, start, end } = element;
      const exons = [start, end].filter((each) => each !== undefined).map(endText);
      const at = exons.length === 0 ? '' : `:e.${exons.join('_')}`;
      return `${transcript === undefined ? gene : `${transcript}(${gene})`}${at}`;
    }
    case 'gene':
      return geneText(element.gene, element.hgnc);
    case 'linker':
      return element.sequence;
    case 'templated':
      return `${element.sequence}:g.${element.start}_${element.end}(${element.strand})`;
    case 'unknown':
      return '?';
    case 'multiple':
      return 'v';
  }
}

function regulatoryText({ class: kind, id, gene, hgnc }: RegulatoryElement): string {
  const name = id === undefined ? '' : `_${id}`;
  return `reg_${kind}${name}${gene === undefined ? '' : `@${geneText(gene, hgnc)}`}`;
}

/**
 * The name of a structure.
 *
 * @example fusionName(structure) // 'NM_001987.4(ETV6):e.4::NM_002530.3(NTRK3):e.14'
 */
export function fusionName({ regulatory, elements, isInferred }: FusionStructure): string {
  const parts = [
    ...(regulatory === undefined ? [] : [regulatoryText(regulatory)]),
    ...elements.map(elementText),
  ];
  return parts.join(isInferred === true ? '(::)' : '::');
}

/**
 * The canonical text of a fusion, which reads back to it: its name, and what the report states of frame and kinase. Where
 * the order of the partners is only customary the customary `-` is kept.
 *
 * @example fusionText(fusion) // 'ETV6:e.4::NTRK3:e.14 fusion, in frame'
 */
export function fusionText(fusion: Fusion): string {
  const { unplaced, isOrderStated, isRearrangement, inFramePrinted, kinasePrinted } = fusion;
  const name = fusionName(structureOfFusion(fusion));
  const ordered = isOrderStated || structureIn(fusion) !== undefined ? name : name.replace('::', '-');
  const frame = inFramePrinted === undefined ? '' : inFramePrinted ? ', in frame' : ', out of frame';
  const kinase = kinasePrinted === undefined ? '' : `, kinase domain ${kinasePrinted}`;
  const event = isRearrangement === true ? 'rearrangement' : 'fusion';
  return `${unplaced ?? ordered} ${event}${frame}${kinase}`;
}

const symbol = '[A-Za-z][A-Za-z0-9-]{1,24}';
const exonEnd = (name: string) => `(?<${name}>[1-9]\\d{0,2})(?<${name}Offset>[+-]\\d{1,7})?`;
const segmentForm = new RegExp(
  `^(?:(?<transcript>[A-Z]{2,8}_?\\d{3,14}(?:\\.\\d{1,3})?)\\((?<within>${symbol})\\)|(?<bare>${symbol})):e\\.${exonEnd('one')}(?:_${exonEnd('two')})?$`,
);
const geneForm = new RegExp(`^(?<gene>${symbol})(?:\\((?<hgnc>hgnc:\\d{1,6})\\))?$`, 'i');
const templatedForm =
  /^(?<sequence>[A-Z]{2}_\d{6,9}\.\d{1,3}(?:\(chr ?[0-9XYMT]{1,2}\))?):g\.(?<start>\d{1,10})_(?<end>\d{1,10})\((?<strand>[+-])\)$/;
const regulatoryForm = new RegExp(
  `^reg_(?<class>[a-z]{1,20})(?:_(?<id>[A-Za-z0-9.]{1,30}))?(?:@(?<gene>${symbol})(?:\\((?<hgnc>hgnc:\\d{1,6})\\))?)?$`,
);

/** The approved symbol; undefined for a text that is none, or whose HGNC number is another gene's. */
function symbolOf(text: string, hgnc?: string): string | undefined {
  const known = geneOf(text);
  if (known === undefined) return symbolShape.test(text) ? text : undefined;
  const isOther =
    hgnc !== undefined && known.hgnc !== undefined && known.hgnc.toLowerCase() !== hgnc.toLowerCase();
  return isOther ? undefined : known.symbol;
}

type Place = 'first' | 'middle' | 'last';

function endOf(exon: string, offset: string | undefined): SegmentEnd {
  return {
    exon: Number(exon),
    ...(offset === undefined || Number(offset) === 0 ? {} : { offset: Number(offset) }),
  };
}

function segmentOf(text: string, place: Place): FusionElement | undefined {
  const groups = segmentForm.exec(text)?.groups;
  const gene = symbolOf(groups?.['within'] ?? groups?.['bare'] ?? '');
  const one = groups?.['one'];
  if (groups === undefined || gene === undefined || one === undefined) return undefined;
  const two = groups['two'];
  const first = endOf(one, groups['oneOffset']);
  const second = two === undefined ? undefined : endOf(two, groups['twoOffset']);
  // One exon is the junction's; a segment in the middle has two junctions.
  if ((place === 'middle') !== (second !== undefined)) return undefined;
  if (second !== undefined && second.exon < first.exon) return undefined;
  const transcript = groups['transcript'];
  return {
    kind: 'segment',
    gene,
    ...(transcript === undefined ? {} : { transcript }),
    ...(place === 'first' ? { end: first } : { start: first }),
    ...(second === undefined ? {} : { end: second }),
  };
}

function elementOf(text: string, place: Place): FusionElement | undefined {
  if (text === '?') return { kind: 'unknown' };
  if (text === 'v') return { kind: 'multiple' };
  const segment = segmentOf(text, place);
  if (segment !== undefined) return segment;
  const templated = templatedForm.exec(text)?.groups;
  if (templated !== undefined) {
    const { sequence = '', start, end, strand } = templated;
    if (Number(end) < Number(start)) return undefined;
    return {
      kind: 'templated',
      sequence,
      start: Number(start),
      end: Number(end),
      strand: strand === '-' ? '-' : '+',
    };
  }
  // Between two partners bases are a linker; a symbol made of A, C, G and T stands in brackets after its transcript.
  if (place === 'middle' && /^[ACGT]+$/.test(text)) return { kind: 'linker', sequence: text };
  const named = geneForm.exec(text)?.groups;
  const hgnc = named?.['hgnc']?.toLowerCase();
  const gene = symbolOf(named?.['gene'] ?? '', hgnc);
  return gene === undefined ? undefined : { kind: 'gene', gene, ...(hgnc === undefined ? {} : { hgnc }) };
}

function regulatoryOf(text: string): RegulatoryElement | undefined {
  const groups = regulatoryForm.exec(text)?.groups;
  const kind = groups?.['class'];
  if (groups === undefined || kind === undefined) return undefined;
  const hgnc = groups['hgnc']?.toLowerCase();
  const named = groups['gene'];
  const gene = named === undefined ? undefined : symbolOf(named, hgnc);
  if (named !== undefined && gene === undefined) return undefined;
  const id = groups['id'];
  return {
    class: kind,
    ...(id === undefined ? {} : { id }),
    ...(gene === undefined ? {} : { gene }),
    ...(hgnc === undefined ? {} : { hgnc }),
  };
}

function typeOf(elements: readonly FusionElement[]): FusionStructure['type'] | 'contradictory' {
  const isAssayed = elements.some(({ kind }) => kind === 'unknown');
  const isCategorical = elements.some(({ kind }) => kind === 'multiple');
  if (isAssayed && isCategorical) return 'contradictory';
  if (isAssayed) return 'assayed';
  return isCategorical ? 'categorical' : undefined;
}

/**
 * Reads a name with `::` whole, or not at all.
 *
 * @returns undefined for a text of which any part does not follow the specification.
 */
export function readFusionName(text: string): FusionStructure | undefined {
  const isInferred = text.includes('(::)');
  const parts = text.split(isInferred ? /\s*\(::\)\s*/ : /\s*::\s*/);
  const regulatory = regulatoryOf(parts[0] ?? '');
  const names = regulatory === undefined ? parts : parts.slice(1);
  if (parts.length < 2 || names.length === 0 || parts.length > 12) return undefined;
  const elements = names.map((name, at) => {
    const place = at === names.length - 1 ? 'last' : at === 0 ? 'first' : 'middle';
    return elementOf(name, place);
  });
  const whole = elements.filter((each) => each !== undefined);
  const type = typeOf(whole);
  const hasGene = whole.some(({ kind }) => kind === 'gene' || kind === 'segment');
  if (whole.length < elements.length || type === 'contradictory' || !hasGene) return undefined;
  return {
    ...(type === undefined ? {} : { type }),
    ...(regulatory === undefined ? {} : { regulatory }),
    elements: whole,
    ...(isInferred ? { isInferred: true } : {}),
  };
}
