/**
 * What was not tested, is pending, failed, was not covered or can have been missed: the list a board needs before it
 * reads "not found" as "not there". It is drawn from the specimens, the assays, the findings, the biomarkers, the
 * counts of proliferation, and from what the options shown ask for.
 */
import { type EventKind, reachOf } from '../../case/index.ts';
import type { ReadFinding, Subject } from '../../criteria/index.ts';
import { type MarkerStatus, markerTruth, type UnknownReason } from '../../truth/index.ts';
import { unknownWords } from '../board-words.ts';
import { dateWords } from '../date-words.ts';
import type { Line, Section } from '../document.ts';
import { eventWords } from '../event-words.ts';
import { atPlace } from '../place-basis.ts';
import type { ReportContext } from '../report-input.ts';
import { line, strong } from '../span.ts';
import { topicWords } from '../topic-words.ts';
import { asksPregnancy } from './pregnancy.ts';

interface Gap {
  readonly reason: UnknownReason;
  /** Equal keys are one gap. */
  readonly key: string;
  readonly words: Line;
}

const order: readonly UnknownReason[] = [
  'failedOrInsufficient',
  'notTested',
  'pending',
  'notCovered',
  'assayCanMiss',
  'assayUnstated',
  'equivocal',
  'conflicting',
  'notRecorded',
  'rangeSpansLimit',
  'unitUnknown',
  'dateUnknown',
  'stale',
  'ambiguous',
  'notModelled',
];

function specimenGaps({ record }: Subject): Gap[] {
  return record.specimens
    .filter(({ adequacy }) => adequacy === 'insufficient')
    .map((specimen) => ({
      reason: 'failedOrInsufficient',
      key: `specimen ${specimen.id}`,
      words: atPlace(
        line(
          strong(`specimen, ${specimen.site}`),
          specimen.date === undefined ? undefined : `, ${dateWords(specimen.date)}`,
          specimen.adequacyNote === undefined ? undefined : `: ${specimen.adequacyNote}`,
        ),
        specimen.place,
      ),
    }));
}

function assayGaps({ record }: Subject): Gap[] {
  return record.assays.flatMap((assay): Gap[] => {
    const words = (reason: UnknownReason, more: string | undefined): Gap => ({
      reason,
      key: `assay ${assay.id} ${reason}`,
      words: atPlace(line(strong(assay.name), ` (${assay.analyte})`, more), assay.place),
    });
    if (assay.status === 'pending') return [words('pending', undefined)];
    if (assay.status === 'failed') {
      return [words('failedOrInsufficient', assay.failure === undefined ? undefined : `: ${assay.failure}`)];
    }
    const gaps: Gap[] = [];
    if (assay.canMiss.length > 0) {
      gaps.push(words('assayCanMiss', `: ${assay.canMiss.map((event) => eventWords[event]).join(', ')}`));
    }
    if (assay.detects.length + assay.canMiss.length === 0) gaps.push(words('assayUnstated', undefined));
    return gaps;
  });
}

const events = {
  sequenceVariant: 'smallVariant',
  exonChange: 'smallVariant',
  copyNumber: 'copyNumber',
  chromosomal: 'copyNumber',
  fusion: 'fusion',
} as const;

/** The kind of event a finding is, for asking its assay. */
function eventOf({ finding, alteration }: ReadFinding): EventKind {
  if (alteration !== undefined) return events[alteration.kind];
  if (/fusion|rearrang/i.test(finding.alteration)) return 'fusion';
  return /amplif|gain|loss|delet|copy/i.test(finding.alteration) ? 'copyNumber' : 'smallVariant';
}

function findingGaps({ findings }: Subject): Gap[] {
  return findings.flatMap((read): Gap[] => {
    const { finding, assay } = read;
    if (finding.status === 'positive') return [];
    const event = eventOf(read);
    const truth = markerTruth(finding.status, reachOf(assay, { event, gene: finding.gene }));
    if (truth.truth !== 'unknown') return [];
    const named = finding.alteration.includes(finding.gene)
      ? finding.alteration
      : `${finding.gene} ${finding.alteration}`;
    return [
      {
        reason: truth.reason,
        key: `finding ${finding.gene} ${eventWords[event]}`,
        words: atPlace(
          line(strong(named), finding.status === 'negative' ? ': reported as not found' : undefined),
          finding.place,
        ),
      },
    ];
  });
}

const reasonOfStatus: Readonly<Record<MarkerStatus, UnknownReason | undefined>> = {
  positive: undefined,
  negative: undefined,
  equivocal: 'equivocal',
  notTested: 'notTested',
  pending: 'pending',
  failed: 'failedOrInsufficient',
  notCovered: 'notCovered',
  assayCanMiss: 'assayCanMiss',
};

function biomarkerGaps({ record }: Subject): Gap[] {
  return record.biomarkers.flatMap((biomarker): Gap[] => {
    const reason = reasonOfStatus[biomarker.status];
    const settled = record.biomarkers.some(
      (each) => each.marker === biomarker.marker && reasonOfStatus[each.status] === undefined,
    );
    if (reason === undefined || settled) return [];
    return [
      {
        reason,
        key: biomarker.marker,
        words: atPlace(line(strong(biomarker.marker)), biomarker.place),
      },
    ];
  });
}

const countReasons = {
  failed: 'failedOrInsufficient',
  notTested: 'notTested',
  pending: 'pending',
} as const;

function proliferationGaps({ record }: Subject): Gap[] {
  return record.pathology.flatMap((report): Gap[] => {
    const when = report.date === undefined ? '' : ` of ${dateWords(report.date)}`;
    const counts = [
      ...report.ki67.map((each) => ({ ...each, name: 'Ki-67' })),
      ...report.mitoses.map((each) => ({ ...each, name: 'mitotic count' })),
    ];
    return counts.flatMap(({ name, status, place }): Gap[] => {
      if (status === 'counted') return [];
      return [
        {
          reason: countReasons[status],
          key: `${name}${when} ${status}`,
          words: atPlace(line(strong(name), when), place),
        },
      ];
    });
  });
}

/** What the options ask for and the record does not answer; each topic once. */
function optionGaps({ board, subject }: ReportContext): Gap[] {
  const answered = new Set([
    ...subject.record.biomarkers.map((each): string => each.marker),
    ...findingGaps(subject).map((each) => each.key),
    ...proliferationGaps(subject).map(({ words }) => words.spans[0]?.text ?? ''),
  ]);
  const unknowns = board.options.flatMap((option) => option.unknowns);
  return unknowns.flatMap(({ topic, question, reason, recorded, settledBy }): Gap[] => {
    const words = topicWords(topic, question);
    if (answered.has(words)) return [];
    const isPartial = reason === 'notRecorded' && recorded.length > 0;
    const detail = isPartial ? `: recorded in part; ${settledBy}` : undefined;
    return [{ reason, key: isPartial ? `${words} ${settledBy}` : words, words: line(strong(words), detail) }];
  });
}

/** Pregnancy, where an option shown can harm a child and nothing is stated. */
function pregnancyGap({ subject, board }: ReportContext): Gap[] {
  if (!asksPregnancy(subject, board.options)) return [];
  return [
    {
      reason: 'notTested',
      key: 'pregnancy',
      words: line(
        strong('pregnancy'),
        ': not stated; ask before a cytotoxic, radioligand or kinase inhibitor is given',
      ),
    },
  ];
}

/** Lists of the record in which nothing stands at or before the clock. */
function emptyLists({ record }: Subject): Gap[] {
  const lists = [
    { entries: record.assays, words: 'molecular assay' },
    { entries: record.findings, words: 'molecular finding' },
    { entries: record.imaging, words: 'imaging' },
    { entries: record.laboratory, words: 'laboratory values' },
    { entries: record.performance, words: 'performance status' },
  ];
  return lists
    .filter(({ entries }) => entries.length === 0)
    .map(({ words }) => ({ reason: 'notRecorded', key: words, words: line(strong(words)) }));
}

/** Gaps of one reason as lines; short ones without a place share a line. */
function linesOf(gaps: readonly Gap[]): Line[] {
  const bare = gaps.filter((gap) => gap.words.basis === undefined && gap.words.spans.length === 1);
  const others = gaps.filter((gap) => !bare.includes(gap));
  const shared: Line[] =
    bare.length === 0
      ? []
      : [line(...bare.flatMap((gap, index) => (index === 0 ? gap.words.spans : ['; ', ...gap.words.spans])))];
  return [...others.map((gap) => gap.words), ...shared];
}

/** The section. It stands also when there is nothing in it, and says so. */
export function untestedSection(context: ReportContext): Section {
  const { subject } = context;
  const { record } = subject;
  const all = [
    ...specimenGaps(subject),
    ...assayGaps(subject),
    ...findingGaps(subject),
    ...biomarkerGaps(subject),
    ...proliferationGaps(subject),
    ...emptyLists(subject),
    ...pregnancyGap(context),
    ...optionGaps(context).filter(({ key }) => key !== 'pregnancy' || record.patient.sex !== 'female'),
  ];
  const once = [...new Map(all.toReversed().map((gap) => [gap.key, gap])).values()].toReversed();
  const byReason = Map.groupBy(once, (gap) => gap.reason);
  const entries = order.flatMap((reason) => {
    const gaps = byReason.get(reason);
    return gaps === undefined ? [] : [{ term: capitalised(unknownWords[reason]), details: linesOf(gaps) }];
  });
  return {
    id: 'not-tested',
    part: 'front',
    title: 'Not tested, failed or missing',
    blocks:
      entries.length === 0
        ? [
            {
              kind: 'paragraph',
              ...line('Nothing is recorded as missing, and no option shown asks for more.'),
            },
          ]
        : [{ kind: 'definitions', entries }],
  };
}

const capitalised = (words: string): string => `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
