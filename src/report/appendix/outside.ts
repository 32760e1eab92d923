/**
 * What outside knowledge bases say of the patient's findings: beside the library and never mixed with it, each line with
 * its pack, its own level and its own words; support, resistance and "does not support" alike. It moves no option.
 */
import {
  type OutsideMatch,
  type OutsideMatches,
  outsideDrugsText,
  outsideIdText,
  outsideLevelText,
  outsideSaysText,
  outsideStance,
  type PackSource,
} from '../../evidence/index.ts';
import { resolutionText } from '../board-words.ts';
import type { Block, Line, Section, Tone } from '../document.ts';
import { badge, emphasis, line, strong, term } from '../span.ts';

/** More rows than a board can read are counted, not printed. */
const mostRows = 60;

function toneOf({ statement, contradictedBy }: OutsideMatch): Tone {
  const stance = outsideStance(statement);
  if (stance === 'against') return 'unfavourable';
  if (stance === 'open') return statement.direction === 'both' ? 'caution' : 'neutral';
  return contradictedBy === undefined ? 'favourable' : 'caution';
}

const saysLine = (match: OutsideMatch): Line => line(badge(toneOf(match), outsideSaysText(match.statement)));

/** The pack in full, as every statement names it. */
function packText({ name, version, date, licence, hash, id }: PackSource): string {
  return `${name} ${version} of ${date}, pack ${id}, licence ${licence}, hash ${hash.slice(0, 16)}`;
}

function sourceLines({ statement, source }: OutsideMatch): Line[] {
  const pmid = statement.pmids.length === 0 ? '' : `, PMID ${statement.pmids.join(', ')}`;
  return [
    line(`${outsideIdText(statement)}, ${outsideLevelText(statement)}`),
    line(emphasis(`${statement.citation === '' ? 'no citation' : statement.citation}${pmid}`)),
    line(packText(source)),
  ];
}

function contradictionLines({ source, contradictedBy }: OutsideMatch): Line[] {
  if (contradictedBy === undefined) return [];
  const { statement, source: other } = contradictedBy;
  const place = other.id === source.id ? statement.id : `${statement.id} of the pack ${other.id}`;
  return [line(badge('caution', 'a nearer statement says otherwise'), ` ${place}`)];
}

function row(match: OutsideMatch): { cells: Line[][] } {
  const fit = match.truth === 'met' ? resolutionText(match.resolution) : 'open';
  return {
    cells: [
      [line(term(match.statement.name)), line(badge(match.truth === 'met' ? 'neutral' : 'unknown', fit))],
      [line(strong(outsideDrugsText(match.statement))), saysLine(match), ...contradictionLines(match)],
      [line(match.statement.disease)],
      sourceLines(match),
    ],
  };
}

function packLine({ name, version, date, licence, hash, id }: PackSource): Line {
  return line(
    strong(`${name} ${version}`),
    ` of ${date}, pack ${id}, licence ${licence}, hash `,
    term(hash.slice(0, 16)),
  );
}

/** What is beyond the rows that are printed, with how much of it does not speak for its drug. */
function beyondText(beyond: readonly OutsideMatch[]): string {
  const against = beyond.filter(({ statement }) => outsideStance(statement) !== 'for').length;
  const such = against === 0 ? '' : ` (${against} of them do not speak for their drug)`;
  return `further statements that match${such}; \`cajal knowledge search\` lists them`;
}

function leftOutLines({ matches, leftOut }: OutsideMatches): Line[] {
  const beyond = matches.slice(mostRows);
  const counts: readonly (readonly [number, string])[] = [
    [beyond.length, beyondText(beyond)],
    [
      leftOut.otherAllele,
      'of another change of the same codon: what is known of one allele is not known of another',
    ],
    [leftOut.otherChange, "of other changes of the patient's genes"],
    [leftOut.open, 'of what was not tested or not found: nothing found speaks of them'],
    [leftOut.unread, 'whose name is not matched by machine; `cajal knowledge search` lists them'],
    [leftOut.later, 'cited after the knowledge clock, or without a year'],
    [leftOut.own, "of the patient's own publication"],
  ];
  return counts.flatMap(([count, what]) => (count > 0 ? [line(`${count} ${what}`)] : []));
}

/** What the packs that are held say of a patient. */
export interface OutsideAnswer {
  readonly found: OutsideMatches;
  readonly sources: readonly PackSource[];
  /** Packs that are held and could not be read. */
  readonly notRead: number;
}

function notReadBlocks(count: number): readonly Block[] {
  if (count === 0) return [];
  const packs = count === 1 ? 'One pack' : `${count} packs`;
  const text = `${packs} could not be read, and what ${count === 1 ? 'it says' : 'they say'} is missing here; \`cajal knowledge packs\` names the fault.`;
  return [{ kind: 'callout', tone: 'caution', title: 'Not complete', lines: [line(text)] }];
}

function matchBlock(matches: readonly OutsideMatch[]): Block {
  if (matches.length === 0)
    return { kind: 'paragraph', ...line('No statement of these packs matches a finding.') };
  return {
    kind: 'table',
    caption: 'Statements that match a finding, the exact variant first',
    columns: [
      { label: 'Finding, as the base names it', share: 5 },
      { label: 'Drug, and what is said', share: 6 },
      { label: 'Tumour, as printed', share: 4 },
      { label: 'Source', share: 6 },
    ],
    rows: matches.slice(0, mostRows).map(row),
  };
}

/** The section; undefined where no pack of statements is held. */
export function outsideSection(outside: OutsideAnswer | undefined): Section | undefined {
  if (outside === undefined) return undefined;
  const { found, sources, notRead } = outside;
  if (sources.length === 0 && notRead === 0) return undefined;
  const leftOut = leftOutLines(found);
  const blocks: Block[] = [
    {
      kind: 'paragraph',
      ...line(
        'Statements of outside knowledge bases, as those have them. They are not reviewed here, their tumour is not compared with the patient’s, and they move no option above.',
      ),
    },
    ...notReadBlocks(notRead),
    ...(sources.length === 0
      ? []
      : [
          { kind: 'list', ordered: false, items: sources.map(packLine) } satisfies Block,
          matchBlock(found.matches),
        ]),
    ...(leftOut.length === 0
      ? []
      : [{ kind: 'callout', tone: 'note', title: 'Not shown', lines: leftOut } satisfies Block]),
  ];
  return { id: 'outside-knowledge', part: 'appendix', title: 'From outside knowledge bases', blocks };
}
