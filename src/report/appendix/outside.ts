/**
 * What outside knowledge bases say of the patient's findings: beside the library and never mixed with it, each line with
 * its pack, its own level and its own words; support, resistance and "does not support" alike. It moves no option.
 */
import {
  type OutsideMatch,
  type OutsideMatches,
  outsideSpeaksFor,
  type PackSource,
} from '../../evidence/index.ts';
import { resolutionText } from '../board-words.ts';
import type { Block, Line, Section, Tone } from '../document.ts';
import { badge, emphasis, line, strong, term } from '../span.ts';

/** More rows than a board can read are counted, not printed. */
const mostRows = 60;

function toneOf({ statement, contradictedBy }: OutsideMatch): Tone {
  if (!outsideSpeaksFor(statement)) return 'unfavourable';
  return contradictedBy === undefined ? 'favourable' : 'caution';
}

function saysLine(match: OutsideMatch): Line {
  const { supports, significance } = match.statement;
  return line(badge(toneOf(match), supports ? significance : `does not support: ${significance}`));
}

function drugsText({ statement }: OutsideMatch): string {
  if (statement.drugs.length === 0) return 'no drug named';
  const joint = statement.interaction === 'Combination' ? ' with ' : ', ';
  const more = statement.interaction === undefined ? '' : ` (${statement.interaction.toLowerCase()})`;
  return `${statement.drugs.join(joint)}${more}`;
}

function sourceLines({ statement, source }: OutsideMatch): Line[] {
  const stars = statement.rating === undefined ? '' : `, ${statement.rating} of 5 stars`;
  const pmid = statement.pmids.length === 0 ? '' : `, PMID ${statement.pmids.join(', ')}`;
  const more = statement.alsoIds.length === 0 ? '' : ` and ${statement.alsoIds.length} more`;
  return [
    line(`${statement.id}${more}, level ${statement.level}${stars}, ${statement.status}`),
    line(emphasis(`${statement.citation === '' ? 'no citation' : statement.citation}${pmid}`)),
    line(`${source.name} ${source.version}`),
  ];
}

function row(match: OutsideMatch): { cells: Line[][] } {
  const fit = match.truth === 'met' ? resolutionText(match.resolution) : 'open';
  return {
    cells: [
      [line(term(match.statement.name)), line(badge(match.truth === 'met' ? 'neutral' : 'unknown', fit))],
      [
        line(strong(drugsText(match))),
        saysLine(match),
        ...(match.contradictedBy === undefined
          ? []
          : [line(badge('caution', 'a nearer statement says otherwise'), ` ${match.contradictedBy.id}`)]),
      ],
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

function leftOutLines({ matches, leftOut }: OutsideMatches): Line[] {
  const more = matches.length - mostRows;
  const counts: readonly (readonly [number, string])[] = [
    [more, 'further statements that match; `cajal knowledge search` lists them'],
    [
      leftOut.otherAllele,
      'of another change of the same codon: what is known of one allele is not known of another',
    ],
    [leftOut.otherChange, "of other changes of the patient's genes"],
    [leftOut.open, 'of what was not tested or not found: nothing found speaks of them'],
    [leftOut.unread, 'whose name is not matched by machine'],
    [leftOut.later, 'cited after the knowledge clock, or without a year'],
    [leftOut.own, "of the patient's own publication"],
  ];
  return counts.flatMap(([count, what]) => (count > 0 ? [line(`${count} ${what}`)] : []));
}

/** The section; undefined where no pack is held. */
export function outsideSection(
  outside: OutsideMatches | undefined,
  sources: readonly PackSource[],
): Section | undefined {
  if (outside === undefined || sources.length === 0) return undefined;
  const shown = outside.matches.slice(0, mostRows);
  const leftOut = leftOutLines(outside);
  const blocks: Block[] = [
    {
      kind: 'paragraph',
      ...line(
        'Statements of outside knowledge bases, as those have them. They are not reviewed here, their tumour is not compared with the patient’s, and they move no option above.',
      ),
    },
    { kind: 'list', ordered: false, items: sources.map(packLine) },
    shown.length === 0
      ? { kind: 'paragraph', ...line('No statement of these packs matches a finding.') }
      : {
          kind: 'table',
          caption: 'Statements that match a finding, the exact variant first',
          columns: [
            { label: 'Finding, as the base names it', share: 5 },
            { label: 'Drug, and what is said', share: 6 },
            { label: 'Tumour, as printed', share: 4 },
            { label: 'Source', share: 6 },
          ],
          rows: shown.map(row),
        },
    ...(leftOut.length === 0
      ? []
      : [{ kind: 'callout', tone: 'note', title: 'Not shown', lines: leftOut } satisfies Block]),
  ];
  return { id: 'outside-knowledge', part: 'appendix', title: 'From outside knowledge bases', blocks };
}
