/**
 * Findings of a file as entries of a case record, ready to be pasted into a case file: `findings`, `biomarkers` and the
 * stains of a pathology report. What the record cannot hold, or what would only fill it, is left out with its reason.
 */
import { type Issue, writeYaml } from '../reading/index.ts';
import {
  biomarkerEntry,
  type CaseBiomarkerEntry,
  type CaseFindingEntry,
  type CaseFindingsOptions,
  type CaseStainEntry,
  copyNumberEntry,
  fusionEntry,
  type LeftOutReason,
  leftOutReasons,
  type Made,
  stainEntry,
  variantEntry,
} from './case-entry.ts';
import type { FileFinding } from './file-finding.ts';
import { findingId } from './finding-id.ts';

/** Entries of a case record, and what was left out. */
export interface CaseFindings {
  readonly findings: readonly CaseFindingEntry[];
  readonly biomarkers: readonly CaseBiomarkerEntry[];
  readonly stains: readonly CaseStainEntry[];
  readonly leftOut: readonly { readonly reason: LeftOutReason; readonly finding: FileFinding }[];
  readonly leftOutCounts: Readonly<Partial<Record<LeftOutReason, number>>>;
  readonly issues: readonly Issue[];
}

const mostFindings = 300;
/** Findings left out that are given one by one; the rest are counted. */
const mostLeftOut = 200;

/**
 * The entries of a case record for the findings of a file.
 *
 * Left out: what names no gene, what could not be read, silent and non-coding variants, places without a gene. Findings
 * of several samples give an error and no entries, for a record is of one person.
 */
export function findingsForCase(
  given: readonly FileFinding[],
  options: CaseFindingsOptions = {},
): CaseFindings {
  const samples = new Set(given.map(({ sample }) => sample).filter((sample) => sample !== undefined));
  if (samples.size > 1) {
    const names = [...samples].slice(0, 5).join(', ');
    const message = `the findings are of ${samples.size} samples (${names}${samples.size > 5 ? ', ...' : ''}); a case record is of one person: choose the sample`;
    const issue: Issue = { code: 'sample-unknown', severity: 'error', message };
    return { findings: [], biomarkers: [], stains: [], leftOut: [], leftOutCounts: {}, issues: [issue] };
  }
  const findings: CaseFindingEntry[] = [];
  const biomarkers: CaseBiomarkerEntry[] = [];
  const stains: CaseStainEntry[] = [];
  const leftOut: { reason: LeftOutReason; finding: FileFinding }[] = [];
  const leftOutCounts: Partial<Record<LeftOutReason, number>> = {};
  const ids = new Set<string>();
  const leave = (reason: LeftOutReason, finding: FileFinding): void => {
    leftOutCounts[reason] = (leftOutCounts[reason] ?? 0) + 1;
    if (leftOut.length < mostLeftOut) leftOut.push({ reason, finding });
  };
  const take = (made: Made<Omit<CaseFindingEntry, 'id'>>, finding: FileFinding): void => {
    if ('leftOut' in made) leave(made.leftOut, finding);
    else if (findings.length >= mostFindings) leave('tooMany', finding);
    else findings.push({ id: findingId(made.entry.gene, made.entry.alteration, ids), ...made.entry });
  };
  for (const finding of given) {
    switch (finding.kind) {
      case 'smallVariant':
        take(variantEntry(finding, options), finding);
        break;
      case 'copyNumber':
        take(copyNumberEntry(finding, options), finding);
        break;
      case 'fusion':
        take(fusionEntry(finding, options), finding);
        break;
      case 'structural':
      case 'segment':
        leave('placesOnly', finding);
        break;
      case 'biomarker': {
        const made = biomarkerEntry(finding, options);
        if ('leftOut' in made) leave(made.leftOut, finding);
        else biomarkers.push(made.entry);
        break;
      }
      case 'stain': {
        const made = stainEntry(finding);
        if ('leftOut' in made) leave(made.leftOut, finding);
        else stains.push(made.entry);
        break;
      }
      default:
        finding satisfies never;
    }
  }
  return { findings, biomarkers, stains, leftOut, leftOutCounts, issues: [] };
}

/** The entries as YAML, to be pasted into a case file; what was left out stands above as comments. */
export function caseFindingsYaml({ findings, biomarkers, stains, leftOutCounts }: CaseFindings): string {
  const counts: Readonly<Record<string, number | undefined>> = leftOutCounts;
  const comments = Object.entries(leftOutReasons)
    .filter(([reason]) => counts[reason] !== undefined)
    .map(([reason, words]) => `# left out: ${counts[reason]} (${words})`);
  const document = {
    ...(findings.length === 0 ? {} : { findings }),
    ...(biomarkers.length === 0 ? {} : { biomarkers }),
    ...(stains.length === 0 ? {} : { pathology: [{ id: 'stains-of-file', stains }] }),
  };
  const body = Object.keys(document).length === 0 ? '' : writeYaml(document).trimEnd();
  return `${[...comments, body].filter((part) => part !== '').join('\n')}\n`;
}
