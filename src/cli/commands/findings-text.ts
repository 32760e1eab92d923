/** Findings of a file and the summary of its reading as lines for a terminal. */
import { describeAlteration } from '../../alteration/index.ts';
import type { FileFinding, FileSummary } from '../../formats/index.ts';
import { issueText } from '../../reading/index.ts';
import { plainForTerminal } from '../outcome.ts';

const columns = ['line', 'sample', 'gene', 'change', 'consequence', 'VAF', 'depth', 'filters'] as const;
const widths = [7, 16, 12, 30, 24, 7, 6, 0];

function padded(cells: readonly string[]): string {
  return cells
    .map((cell, index) => {
      const width = widths[index] ?? 0;
      const short = width > 0 && cell.length > width ? `${cell.slice(0, width - 1)}\u2026` : cell;
      return short.padEnd(width);
    })
    .join('  ')
    .trimEnd();
}

/** The line above the findings. */
export function findingsHeading(): string {
  return `${padded(columns)}\n`;
}

function placeText(place: {
  readonly chromosome: string;
  readonly position: number;
  readonly end?: number;
}): string {
  return `${place.chromosome}:${place.position}${place.end === undefined ? '' : `-${place.end}`}`;
}

/** Change, consequence, VAF, depth and filters of a finding. */
function cellsOf(finding: FileFinding): readonly string[] {
  switch (finding.kind) {
    case 'smallVariant': {
      const { genomic, protein, coding, consequence, fraction, depth, filters } = finding;
      const place =
        genomic === undefined
          ? ''
          : `${placeText({ chromosome: genomic.chromosome, position: genomic.position })} ${genomic.reference ?? ''}>${genomic.alternative ?? ''}`;
      return [
        protein ?? coding ?? place,
        consequence?.terms ?? 'not annotated',
        fraction === undefined ? '' : `${fraction.percent.toFixed(1)}%`,
        depth === undefined ? '' : String(depth),
        filters === undefined ? '' : filters.length === 0 ? 'PASS' : filters.join(';'),
      ];
    }
    case 'copyNumber':
      return [
        finding.alteration === undefined ? finding.level : describeAlteration(finding.alteration),
        `copy number ${finding.level}`,
      ];
    case 'structural': {
      const { partner, type, genomic, consequence } = finding;
      const to = partner === undefined ? '' : ` to ${placeText(partner)}`;
      return [
        `${type} ${placeText(genomic)}${to}`,
        consequence?.terms ?? 'not annotated',
        '',
        '',
        (finding.filters ?? []).join(';'),
      ];
    }
    case 'segment':
      return [
        placeText(finding.genomic),
        Object.entries(finding.values)
          .map(([name, value]) => `${name} ${value}`)
          .join(', '),
      ];
    case 'fusion':
      return [
        finding.alteration === undefined ? finding.call.arrangement : describeAlteration(finding.alteration),
        [finding.call.format, finding.call.claims.frame?.printed]
          .filter((each) => each !== undefined)
          .join(', '),
      ];
    case 'stain':
      return [
        [finding.result, finding.intensity, finding.cellsPercent]
          .filter((each) => each !== undefined)
          .join(' '),
        `stain, ${finding.status}`,
      ];
    case 'biomarker':
      return [[finding.result, finding.value].filter(Boolean).join(' '), `biomarker, ${finding.status}`];
    default:
      return finding satisfies never;
  }
}

function geneOfFinding(finding: FileFinding): string {
  return finding.kind === 'stain' || finding.kind === 'biomarker' ? finding.marker : (finding.gene ?? '');
}

/** One finding on a line. */
export function findingText(finding: FileFinding): string {
  const cells = [String(finding.line), finding.sample ?? '', geneOfFinding(finding), ...cellsOf(finding)];
  return `${plainForTerminal(padded(cells)).replaceAll(/[\t\n]/g, ' ')}\n`;
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** What was read, kept and skipped, and the issues, for standard error. */
export function summaryText(path: string, summary: FileSummary): string {
  const kept = Object.entries(summary.kept).map(([kind, count]) => `${count} ${kind}`);
  const hidden = summary.issueCounts.filter(({ seen, kept: shown }) => seen > shown);
  const infos = new Set(['info']);
  const lines = [
    ...summary.issues
      .filter(({ severity }) => !infos.has(severity))
      .map((issue) => issueText({ ...issue, source: path })),
    ...hidden.map(({ code, seen, kept: shown }) => `${path}: ${seen - shown} more ${code}`),
    `${path}: ${summary.format ?? 'no format recognised'} (${summary.formatBecause})`,
    ...(summary.build === undefined ? [] : [`  build: ${summary.build}`]),
    ...(summary.annotation === undefined ? [] : [`  annotation: ${summary.annotation}`]),
    ...(summary.sample === undefined ? [] : [`  sample: ${summary.sample}`]),
    `  read: ${counted(summary.lines, 'line', 'lines')}, ${counted(summary.rows, 'row', 'rows')} of data${summary.sampleCount > 1 ? `, ${summary.sampleCount} samples` : ''}`,
    `  kept: ${kept.length === 0 ? 'nothing' : kept.join(', ')}`,
    ...summary.skipped.map(({ count, meaning }) => `  skipped: ${count} ${meaning}`),
    ...Object.entries(summary.filters).map(([name, count]) => `    filter ${name}: ${count}`),
    ...summary.issueCounts.map(({ code, seen }) => `  issues: ${seen} ${code}`),
  ];
  return `${lines.map(plainForTerminal).join('\n')}\n`;
}
