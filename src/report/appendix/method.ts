/** Appendix D: how the report was made, from which versions, and what was left out. */
import type { Block, Line, Section } from '../document.ts';
import { plural } from '../interval-words.ts';
import type { ReportContext } from '../report-input.ts';
import { badge, line, term } from '../span.ts';

const rules: readonly { readonly name: string; readonly words: string }[] = [
  {
    name: 'Three values',
    words:
      "Every criterion is met, unmet or unknown (Kleene's logic). A negative result counts as absent only where the assay covers the marker and cannot miss it.",
  },
  {
    name: 'Two clocks',
    words:
      "The record is cut at the board's moment, and the library at what was certainly known then. A partial date counts from its end. The patient's own outcome is never evidence for the patient.",
  },
  {
    name: 'Stance',
    words:
      'A failed treatment or a finding of resistance advises against; then a rule or a rung of standard care that applies indicates; then clinical evidence of benefit makes considerable; case reports, laboratory evidence and open questions leave a hypothesis.',
  },
  {
    name: 'Counts',
    words:
      'Each population is counted on its own with the exact 95% interval of Clopper and Pearson. Rates of different populations are never added up. Patients chosen by their outcome enter no rate.',
  },
  {
    name: 'Grade',
    words:
      'Ki-67 and mitoses each bound the grade and the higher decides; what is missing leaves the bounds open.',
  },
  {
    name: 'Tiers',
    words:
      "Evidence tiers are a curator's assignment with a reason, or not assigned; schemes are never converted.",
  },
  {
    name: 'Printed values',
    words: 'Values stay as the source prints them; recomputed values and suggestions stand beside them.',
  },
];

function leftOutLines({ subject }: ReportContext): Line[] {
  const { later, undated } = subject.left;
  return [
    line(
      later === 0
        ? 'No fact of the record is dated after the clock.'
        : `${plural(later, 'fact')} of the record dated after the clock, not seen here.`,
    ),
    ...undated.map((each) =>
      line(
        badge('unknown', 'undated'),
        ` ${plural(each.count, 'entry', 'entries')} of ${each.list}: the date does not settle whether the board knew`,
      ),
    ),
  ];
}

/** Issues of the file. At an earlier clock they are only counted: they may speak of what came later. */
function issueBlocks({ recordIssues, subject }: ReportContext): Block[] {
  if (recordIssues.length === 0) return [];
  const lines =
    subject.clock.kind === 'now'
      ? recordIssues.map((issue) =>
          line(
            `${issue.severity}, ${issue.code.replaceAll('-', ' ')}`,
            issue.line === undefined ? undefined : ` (line ${issue.line})`,
            `: ${issue.message}`,
          ),
        )
      : [
          line(
            `${plural(recordIssues.length, 'issue')} of the whole file, not shown here: they may speak of facts after the clock.`,
          ),
        ];
  return [{ kind: 'callout', tone: 'caution', title: 'Issues of the record file', lines }];
}

/** Method and versions. */
export function methodSection(context: ReportContext): Section {
  const { settings, knowledgeHash, softwareVersion, recordHash } = context;
  return {
    id: 'appendix-method',
    part: 'appendix',
    title: 'Appendix D: method and versions',
    blocks: [
      {
        kind: 'definitions',
        entries: rules.map((rule) => ({ term: rule.name, details: [line(rule.words)] })),
      },
      {
        kind: 'definitions',
        entries: [
          { term: 'Record clock', details: [line(settings.clockLabel)] },
          { term: 'Knowledge clock', details: [line(settings.knowledgeClock)] },
          { term: 'Knowledge', details: [line(term(knowledgeHash))] },
          { term: 'Record', details: [line(term(recordHash))] },
          { term: 'Software', details: [line(`Cajal ${softwareVersion}`)] },
          { term: 'Left out of the record', details: leftOutLines(context) },
        ],
      },
      ...issueBlocks(context),
    ],
  };
}
