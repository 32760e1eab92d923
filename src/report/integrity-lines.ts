/**
 * What the audit says of a study that carries an option: its findings about a count beside the count, and how many it has
 * wherever the study is cited. Print is never altered: a finding stands beside what was printed.
 */
import { auditOutcomeText, auditVerdictText, type IntegrityFlag } from '../evidence/index.ts';
import { auditSubjectText } from './audit/index.ts';
import type { Line, Span, Tone } from './document.ts';
import { plural } from './interval-words.ts';
import type { ReportContext } from './report-input.ts';
import { badge, basedOn, line } from './span.ts';

/** The audit of a study: its number, where it has an entry in the report, and what to say of it. */
const auditSpan = (study: string, words: string, { citations }: ReportContext): Span => {
  const cited = citations.studies.find((each) => each.study.id === study);
  return {
    kind: 'citation',
    text: `${cited === undefined ? study : `S${cited.number}`}: ${words}`,
    ...(cited === undefined ? {} : { anchor: cited.anchor }),
    evidence: { part: 'audit', study },
  };
};

/** One finding, what a curator says of it, and its id. */
export function findingLine({ finding, outcome, recomputed, verdict }: IntegrityFlag, study: string): Line {
  return basedOn(
    line(
      badge(toneOf([outcome]), `audit: ${auditOutcomeText(outcome)}`),
      ` ${auditSubjectText(recomputed).replace(/\.$/, '')}`,
      verdict === undefined ? undefined : `. Curator: ${auditVerdictText(verdict)}`,
    ),
    { kind: 'citation', text: finding, evidence: { part: 'finding', study, finding } },
  );
}

/** Findings of one count that are named; the rest are counted. */
const mostFindings = 2;

/** The findings about a count. */
export function findingLines(
  flags: readonly IntegrityFlag[],
  study: string,
  context: ReportContext,
): readonly Line[] {
  const more = flags.length - mostFindings;
  return [
    ...flags.slice(0, mostFindings).map((flag) => findingLine(flag, study)),
    ...(more > 0 ? [line(auditSpan(study, `${more} more in its audit`, context))] : []),
  ];
}

/** Numbers that cannot all be right weigh more than a rounding or a gap of a report. */
function toneOf(outcomes: readonly IntegrityFlag['outcome'][]): Tone {
  return outcomes.some((outcome) => outcome === 'impossible' || outcome === 'conflicting')
    ? 'caution'
    : 'neutral';
}

/** How many findings a study has, those about its responses first; nothing where it has none. */
export function auditLines(study: string, context: ReportContext): readonly Line[] {
  const flags = context.integrity[study] ?? [];
  if (flags.length === 0) return [];
  const about = flags.filter((flag) => flag.onResponses).length;
  const tone = toneOf(flags.map(({ outcome }) => outcome));
  const words = `${about === 0 ? 'none' : about} on its responses`;
  return [
    line(badge(tone, `audit: ${plural(flags.length, 'finding')}`), ' ', auditSpan(study, words, context)),
  ];
}

/** The findings of a study for its entry: those about its responses in full, the others by what they are. */
export function studyFindingLines(study: string, { integrity }: ReportContext): readonly Line[] {
  const flags = integrity[study] ?? [];
  if (flags.length === 0) return [];
  const others = flags.filter((flag) => !flag.onResponses);
  const byOutcome = [...Map.groupBy(others, ({ outcome }) => outcome)].map(
    ([outcome, found]) => `${found.length} ${auditOutcomeText(outcome)}`,
  );
  return [
    ...flags.filter((flag) => flag.onResponses).map((flag) => findingLine(flag, study)),
    ...(others.length === 0
      ? []
      : [
          line(
            badge(toneOf(others.map(({ outcome }) => outcome)), `audit: ${plural(others.length, 'finding')}`),
            flags.length === others.length ? ' ' : ' besides its responses: ',
            { kind: 'citation', text: byOutcome.join(', '), evidence: { part: 'audit', study } },
          ),
        ]),
  ];
}
