/** Appendix B: what each assay looked at, what it finds, what it can miss, and its limits. */
import type { Assay, EventKind } from '../../case/index.ts';
import type { Subject } from '../../criteria/index.ts';
import { dateWords } from '../date-words.ts';
import type { Block, Line, Section } from '../document.ts';
import { eventWords } from '../event-words.ts';
import { atPlace } from '../place-basis.ts';
import type { ReportContext } from '../report-input.ts';
import { badge, line, strong, term } from '../span.ts';

const pairingWords = {
  tumourOnly: 'tumour only: somatic and germline are not told apart',
  paired: 'tumour with germline',
  unstated: 'pairing not stated',
} as const;

function genesLine({ genes, regions }: Assay): Line {
  if (genes === 'all') return line('all genes');
  if (genes === 'unstated') return line(badge('unknown', 'genes not stated'));
  const partial = regions.map((each) => `${each.gene} exons ${each.exons.join(', ')}`);
  return line(
    `${genes.length} genes: ${genes.join(', ')}`,
    partial.length === 0 ? undefined : `; in part: ${partial.join('; ')}`,
  );
}

function eventLine(label: string, events: readonly EventKind[]): Line {
  return line(
    strong(label),
    ' ',
    events.length === 0
      ? badge('unknown', 'not stated')
      : events.map((event) => eventWords[event]).join(', '),
  );
}

function statusLine(assay: Assay): Line {
  if (assay.status === 'done')
    return line('done', assay.date === undefined ? undefined : `, ${dateWords(assay.date)}`);
  return line(badge('unknown', assay.status), assay.failure === undefined ? undefined : ` ${assay.failure}`);
}

function assayRow(assay: Assay): { cells: Line[][] } {
  return {
    cells: [
      [atPlace(line(strong(assay.name)), assay.place), statusLine(assay)],
      [
        line(
          `${assay.analyte}, ${assay.method === 'unstated' ? 'method not stated' : methodWords[assay.method]}`,
        ),
        genesLine(assay),
      ],
      [eventLine('detects', assay.detects), eventLine('can miss', assay.canMiss)],
      [
        line(pairingWords[assay.pairing]),
        line(
          assay.purityPercent === undefined ? 'purity not stated' : `purity ${assay.purityPercent.printed}`,
        ),
        line(assay.limits ?? 'limits not stated'),
      ],
    ],
  };
}

const methodWords: Readonly<Record<Assay['method'], string>> = {
  panelSequencing: 'panel sequencing',
  exomeSequencing: 'exome sequencing',
  genomeSequencing: 'genome sequencing',
  rnaSequencing: 'RNA sequencing',
  sangerSequencing: 'Sanger sequencing',
  pcr: 'PCR',
  fish: 'FISH',
  array: 'array',
  immunohistochemistry: 'immunohistochemistry',
  multiplatformProfile: 'multiplatform profile',
  unstated: 'not stated',
};

/** Everything the reader said about a finding, in full. */
function findingIssues({ findings }: Subject): Block[] {
  const lines = findings.flatMap(({ finding, issues }) =>
    issues.map((issue) =>
      atPlace(
        line(term(`${finding.gene} ${finding.alteration}`), `: ${issue.severity}, ${issue.message}`),
        finding.place,
      ),
    ),
  );
  return lines.length === 0
    ? []
    : [{ kind: 'callout', tone: 'caution', title: 'Issues of the findings', lines }];
}

/** The assays. */
export function assaysSection({ subject }: ReportContext): Section {
  const { assays } = subject.record;
  const block: Block =
    assays.length === 0
      ? {
          kind: 'callout',
          tone: 'unknown',
          title: 'Nothing recorded',
          lines: [line('No molecular assay is recorded at or before the clock.')],
        }
      : {
          kind: 'table',
          caption: 'Assays, and how far a negative result of each goes',
          columns: [
            { label: 'Assay', share: 5 },
            { label: 'Analyte and genes', share: 6 },
            { label: 'Reach', share: 5 },
            { label: 'Limits', share: 6 },
          ],
          rows: assays.map(assayRow),
        };
  return {
    id: 'appendix-assays',
    part: 'appendix',
    title: 'Appendix B: limits of the assays',
    blocks: [block, ...findingIssues(subject)],
  };
}
