/**
 * The classification: what was derived beside what was printed. A grade that is not settled is shown as its bounds,
 * Ki-67 with the exact interval of the cells counted, and what the record leaves open is asked for.
 */
import { mostRecent, type Subject } from '../../criteria/index.ts';
import {
  type Classification,
  className,
  componentNames,
  diseaseText,
  type EntityId,
  entity,
  exactGrade,
  type GradeBounds,
  leastComponentPercent,
  type Statement,
  siteName,
  thoracicClassName,
  whoEditions,
} from '../../tumour/index.ts';
import { dateWords } from '../date-words.ts';
import type { Block, FlowBlock, Line, Section } from '../document.ts';
import { atPlace, onRule } from '../place-basis.ts';
import type { ReportContext } from '../report-input.ts';
import { badge, line, printed, strong } from '../span.ts';

const editionName = (id: Classification['edition']): string =>
  whoEditions.find((edition) => edition.id === id)?.name ?? 'no edition of the site in force';

/** `G2`, or `at least G2 (G2 to G3)`. */
export function gradeWords(bounds: GradeBounds): string {
  const exact = exactGrade(bounds);
  if (exact !== null) return exact;
  if (bounds.lowest === 'G1')
    return bounds.highest === 'G3' ? 'not settled (G1 to G3)' : 'at most G2 (G1 to G2)';
  return 'at least G2 (G2 to G3)';
}

function gradeLine({
  grade,
  thoracic,
  class: derived,
  lineage,
  highGrade,
  edition,
  statements,
}: Classification): Line {
  if (thoracic !== null) {
    return thoracic.class === null
      ? line(
          badge('unknown', 'class unknown'),
          ` possible: ${thoracic.possible.map(thoracicClassName).join('; ')}. The grades of the digestive tract do not apply.`,
        )
      : line(strong(thoracicClassName(thoracic.class)));
  }
  if (derived === 'NEC') return line(strong('high grade'), ' by definition; a carcinoma (NEC) is not graded');
  if (derived === 'MiNEN') {
    return line(
      'a mixed neoplasm is not graded as a whole; each component is graded on its own',
      highGrade === 'met' ? '; ' : undefined,
      highGrade === 'met' ? strong('high grade by its NEC component') : undefined,
    );
  }
  if (grade === null && statements.some(({ code }) => code === 'editionWithoutGrade')) {
    return line(badge('unknown', 'no grade'), ` no grades in the edition in force (${editionName(edition)})`);
  }
  if (grade === null) {
    return lineage === 'neuroendocrine'
      ? line(badge('unknown', 'no grade'), ' nothing that gives a grade is known')
      : line('no grade of neuroendocrine neoplasms applies');
  }
  const settled = exactGrade(grade) !== null;
  const from = grade.from === 'printed' ? ' (only as printed: no count stands behind it here)' : '';
  return line(
    settled ? undefined : badge('unknown', 'not settled'),
    settled ? undefined : ' ',
    strong(gradeWords(grade)),
    from,
  );
}

function editionLine({ edition, editionAlternatives }: Classification): Line {
  return line(
    editionName(edition),
    editionAlternatives.length === 0
      ? undefined
      : `; also possible: ${editionAlternatives.map(editionName).join(', ')}`,
  );
}

const oneDecimal = (percent: number): string => percent.toFixed(1);

/** When each count was made; the classification reads them in the order of the reports. */
function datesOf(
  { record }: Subject,
  kind: 'ki67' | 'mitoses',
  readings: number,
): readonly (string | undefined)[] {
  const dates = record.pathology.flatMap((report) =>
    report[kind].map(() => (report.date === undefined ? undefined : `, ${dateWords(report.date)}`)),
  );
  return dates.length === readings ? dates : [];
}

/** Every Ki-67 counted, with its exact interval and the limits it crosses. */
function ki67Lines(subject: Subject): readonly Line[] {
  const readings = subject.classification.readings.ki67;
  const dates = datesOf(subject, 'ki67', readings.length);
  return readings.map(({ observation, intervals, crosses }, index) => {
    const { status, percent, cellsCounted } = observation;
    if (status !== 'counted' || percent === undefined) {
      const why = { counted: 'no number', failed: 'failed', notTested: 'not tested', pending: 'pending' };
      return line(badge('unknown', why[status]), dates[index]);
    }
    const spans = intervals.map(
      (each) => `${oneDecimal(each.lowerPercent)}-${oneDecimal(each.upperPercent)}%`,
    );
    return line(
      strong(percent.printed.includes('%') ? percent.printed : `${percent.printed}%`),
      cellsCounted === undefined ? ' (cells counted: not stated)' : ` of ${cellsCounted} cells`,
      spans.length === 0 ? undefined : `, exact 95% interval ${spans.join(' and ')}`,
      dates[index],
      crosses.length === 0 ? undefined : ' ',
      crosses.length === 0
        ? undefined
        : badge('caution', `crosses the line at ${crosses.map((limit) => `${limit}%`).join(' and ')}`),
    );
  });
}

function mitosesLines(subject: Subject): readonly Line[] {
  const readings = subject.classification.readings.mitoses;
  const dates = datesOf(subject, 'mitoses', readings.length);
  return readings.map(({ observation, per2mm2, interval, crosses }, index) => {
    if (observation.status !== 'counted') {
      const why = { failed: 'failed', notTested: 'not tested', pending: 'pending' };
      return line(badge('unknown', why[observation.status]), dates[index]);
    }
    const number =
      per2mm2 === null
        ? ', no number per 2 mm2'
        : per2mm2.low === per2mm2.high
          ? `, ${Number(per2mm2.low.toFixed(1))} per 2 mm2`
          : '';
    const limits = crosses.join(' and ');
    return line(
      printed(observation.printed),
      number,
      interval === null || crosses.length === 0
        ? undefined
        : `, exact 95% interval ${oneDecimal(interval.lowerPer2mm2)}-${oneDecimal(interval.upperPer2mm2)}`,
      dates[index],
      crosses.length === 0 ? undefined : ' ',
      crosses.length === 0 ? undefined : badge('caution', `at the line of ${limits} per 2 mm2`),
    );
  });
}

function printedLines({ record }: Subject): readonly Line[] {
  return record.diagnoses.map((diagnosis) =>
    atPlace(
      line(
        printed(diagnosis.printed),
        diagnosis.date === undefined ? undefined : `, ${dateWords(diagnosis.date)}`,
        diagnosis.scheme === undefined ? undefined : `, ${diagnosis.scheme}`,
      ),
      diagnosis.place,
    ),
  );
}

const entityWords = (id: EntityId | undefined): string => (id === undefined ? 'another' : entity(id).name);

function primaryLine({ record }: Subject): Line {
  const primary = mostRecent(record.primary);
  if (primary === undefined) return line(badge('unknown', 'nothing recorded'));
  const alternatives = primary.alternatives.map(
    (each) => `${each.site === undefined ? entityWords(each.entity) : siteName(each.site)} (${each.reason})`,
  );
  return atPlace(
    line(
      strong(siteName(primary.site)),
      `, ${primary.certainty === 'unknown' ? 'certainty unknown' : primary.certainty}`,
      alternatives.length === 0 ? undefined : `; could also be ${alternatives.join('; ')}`,
    ),
    primary.place,
  );
}

const shown: readonly Statement['weight'][] = ['conflict', 'caution'];

/** Said beside the count itself, or in the list of what was not tested. */
const saidElsewhere: readonly Statement['code'][] = [
  'ki67CrossesBoundary',
  'mitosesCrossesBoundary',
  'editionWithoutGrade',
  'ki67NotAvailable',
  'mitosesNotAvailable',
  'mitosesWord',
];

/** Conflicts and cautions of the classification, heaviest first. */
function statementCallouts(context: ReportContext): readonly FlowBlock[] {
  const { statements } = context.subject.classification;
  return shown.flatMap((weight): FlowBlock[] => {
    const ofWeight = statements.filter(
      (each) => each.weight === weight && !saidElsewhere.includes(each.code),
    );
    if (ofWeight.length === 0) return [];
    return [
      {
        kind: 'callout',
        tone: weight,
        title: weight === 'conflict' ? 'Does not fit' : 'Limits of this classification',
        lines: ofWeight.map((each) => onRule(line(each.sentence), each.basis, context)),
      },
    ];
  });
}

interface Entry {
  readonly term: string;
  readonly details: Line[];
}

const orNothing = (lines: readonly Line[]): Line[] =>
  lines.length === 0 ? [line(badge('unknown', 'nothing recorded'))] : [...lines];

/** What grades a neuroendocrine neoplasm; another lineage has none of it. */
function gradeEntries(subject: Subject): Entry[] {
  const { classification } = subject;
  const discordance: Entry = {
    term: 'Discordance',
    details: [line(badge('caution', 'Ki-67 and mitoses disagree'), ' on the grade; the higher decides')],
  };
  return [
    { term: 'Grade', details: [gradeLine(classification)] },
    { term: 'Edition', details: [editionLine(classification)] },
    { term: 'Ki-67', details: orNothing(ki67Lines(subject)) },
    { term: 'Mitoses', details: orNothing(mitosesLines(subject)) },
    ...(classification.counts?.discordant === 'met' ? [discordance] : []),
  ];
}

/** Counts that stand in the record of a tumour that is not graded by them. */
function countEntries(subject: Subject): Entry[] {
  const entries: Entry[] = [
    { term: 'Ki-67', details: [...ki67Lines(subject)] },
    { term: 'Mitoses', details: [...mitosesLines(subject)] },
  ];
  return entries.filter(({ details }) => details.length > 0);
}

/** The classification section. */
export function classificationSection(context: ReportContext): Section {
  const { subject } = context;
  const { classification } = subject;
  const derived = classification.class;
  const diagnoses = printedLines(subject);
  const { instead } = classification.components;
  const small = instead?.side === 'other' ? instead.component : undefined;
  const classLine =
    small !== undefined
      ? line(
          strong(`${componentNames[small]} with a neuroendocrine component below ${leastComponentPercent}%`),
          ': not classed as a neuroendocrine neoplasm; decided by the components',
        )
      : derived === null
        ? line(
            strong(
              classification.lineage === 'other'
                ? 'not a neuroendocrine neoplasm'
                : 'not known to be neuroendocrine',
            ),
          )
        : line(
            strong(className(derived)),
            classification.candidates.length < 2 ? undefined : `: ${classification.candidates.join(' or ')}`,
            `; decided by ${basisWords[classification.classBasis]}`,
          );
  const entries = [
    {
      term: 'As printed',
      details: orNothing(diagnoses),
    },
    { term: 'Derived class', details: [classLine] },
    ...(classification.lineage === 'other' ? countEntries(subject) : gradeEntries(subject)),
    { term: 'Disease', details: [line(diseaseText(subject.disease))] },
    { term: 'Primary', details: [primaryLine(subject)] },
  ];
  const reviews: Block[] =
    classification.reviews.length === 0
      ? []
      : [
          {
            kind: 'callout',
            tone: 'unknown',
            title: 'To ask for',
            lines: classification.reviews.map((review) =>
              onRule(line(review.sentence), review.basis, context),
            ),
          },
        ];
  return {
    id: 'classification',
    part: 'front',
    title: 'Classification',
    blocks: [{ kind: 'definitions', entries }, ...statementCallouts(context), ...reviews],
  };
}

const basisWords: Readonly<Record<Classification['classBasis'], string>> = {
  components: 'the components',
  differentiation: 'the stated differentiation',
  words: 'the printed words',
  counts: 'the counts',
  none: 'nothing',
};
