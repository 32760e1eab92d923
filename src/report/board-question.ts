/**
 * From a record and a board's clocks to everything the report shows: the record cut, classified, and every option
 * weighed. The knowledge clock follows the board's own date unless another is asked; a record whose dates are days
 * from an event has no calendar, so the whole library is used and the report says so.
 */

import { effectsFrom, type HotspotTable } from '../alteration/index.ts';
import { type CaseReading, clockAt, cutCase } from '../case/index.ts';
import { type Subject, subjectOf } from '../criteria/index.ts';
import {
  type IntegrityFlag,
  isKnownBy,
  type KnowledgeClock,
  matchOutside,
  type OutsideMatches,
  type OutsideStatements,
  type PackSource,
  type Statement,
  type Study,
} from '../evidence/index.ts';
import { type BoardOptions, boardOptions, type KnowledgeBase } from '../options/index.ts';
import { type Issue, nearestWord, type Reading } from '../reading/index.ts';
import { parsePatientDate, shiftToCalendar } from '../units/index.ts';

/** What a board asks. */
export interface BoardQuestion {
  readonly at?: string | undefined;
  readonly knowledgeAsOf?: string | undefined;
  readonly without: readonly string[];
}

/** The answer, ready to be written as a report. */
export interface BoardAnswer {
  readonly subject: Subject;
  readonly board: BoardOptions;
  readonly knowledgeClock: KnowledgeClock;
  /** How the knowledge clock was chosen, in words. */
  readonly knowledgeClockBasis: string;
  readonly without: readonly string[];
  /** The studies of the library, for citations. */
  readonly studies: readonly Study[];
  /** Its statements, for the studies of those that narrow another and are not shown themselves. */
  readonly statements: readonly Statement[];
  /** What the audit found in them, by study. */
  readonly integrity: Readonly<Record<string, readonly IntegrityFlag[]>>;
  /** What outside knowledge bases say, where the user holds packs of them. */
  readonly outside?: {
    readonly found: OutsideMatches;
    readonly sources: readonly PackSource[];
    /** Packs that are held and could not be read. */
    readonly notRead: number;
  };
}

/** Outside knowledge that a user holds beside the library. */
export interface OutsideKnowledge {
  readonly statements: readonly OutsideStatements[];
  readonly hotspots?: HotspotTable | undefined;
  /** Packs that are held and could not be read: what they say is missing from the answer. */
  readonly notRead?: number;
}

function knowledgeClockFor(
  question: BoardQuestion,
  { record }: CaseReading,
  clock: Subject['clock'],
): { readonly value: KnowledgeClock | undefined; readonly basis: string; readonly issues: readonly Issue[] } {
  if (question.knowledgeAsOf !== undefined) {
    const parsed = parsePatientDate(question.knowledgeAsOf);
    if (parsed.ok && parsed.value.axis === 'calendar' && parsed.value.latest !== null) {
      return { value: { kind: 'asOf', date: parsed.value }, basis: 'as asked', issues: [] };
    }
    const message = `"${question.knowledgeAsOf}" is not a calendar date; write it as 2012, 2012-07 or 2012-07-31`;
    return { value: undefined, basis: '', issues: [{ code: 'impossible-date', severity: 'error', message }] };
  }
  if (clock.kind === 'now') return { value: { kind: 'latest' }, basis: 'the board sits now', issues: [] };
  const anchor = record.anchor?.calendar;
  const date = anchor === undefined ? clock.date : shiftToCalendar(clock.date, anchor);
  if (date.axis === 'calendar')
    return { value: { kind: 'asOf', date }, basis: "the board's own date", issues: [] };
  return {
    value: { kind: 'latest' },
    basis:
      'the record gives no calendar dates, so the whole library is used; ask for an earlier date to replay',
    issues: [],
  };
}

/** Names of sources to leave out that the library does not have: nothing would be left out for them. */
function unknownSources(question: BoardQuestion, knowledge: KnowledgeBase): readonly Issue[] {
  const studies = knowledge.evidence.studies.map((study) => study.id);
  const documents = knowledge.evidence.studies.map((study) => study.readIn.document);
  const known = new Set([...studies, ...documents]);
  return question.without
    .filter((name) => !known.has(name))
    .map((name): Issue => {
      const near = nearestWord(name, studies);
      const hint = near === undefined ? '' : `; did you mean "${near}"?`;
      return {
        code: 'unknown-reference',
        severity: 'error',
        message: `the library has no study or paper "${name}" to leave out${hint}`,
      };
    });
}

/** Answers a board's question on one record; issues where the date or the decision point cannot be found. */
export function answerBoard(
  reading: CaseReading,
  knowledge: KnowledgeBase,
  question: BoardQuestion,
  outside?: OutsideKnowledge,
): Reading<BoardAnswer> {
  const unknown = unknownSources(question, knowledge);
  if (unknown.length > 0) return { value: undefined, issues: unknown };
  const clock = clockAt(reading.record, question.at);
  if (clock.value === undefined) return { value: undefined, issues: clock.issues };
  const known = knowledgeClockFor(question, reading, clock.value);
  if (known.value === undefined) return { value: undefined, issues: known.issues };
  const knowledgeClock = known.value;
  const cut = cutCase(reading.record, clock.value);
  const ownStudies = knowledge.evidence.studies.filter(({ id }) =>
    cut.record.ownEvidence.some(({ study }) => study === id),
  );
  const left = new Set([...question.without, ...ownStudies.map(({ readIn }) => readIn.document)]);
  const curated = (knowledge.effects ?? []).filter(
    (effect) => isKnownBy(effect.known, knowledgeClock) && !left.has(effect.source.document),
  );
  // A table of hotspots has no date of its own: at an earlier clock it is not used.
  const hotspots = knowledgeClock.kind === 'latest' ? outside?.hotspots : undefined;
  const effectOf = effectsFrom({ curated, ...(hotspots === undefined ? {} : { hotspots }) });
  const subject: Subject = { ...subjectOf(cut), effectOf };
  const board = boardOptions(subject, knowledge, { clock: known.value, without: question.without });
  return {
    value: {
      subject,
      board,
      knowledgeClock: known.value,
      knowledgeClockBasis: known.basis,
      without: question.without,
      studies: knowledge.evidence.studies,
      statements: knowledge.evidence.statements,
      integrity: knowledge.evidence.integrity ?? {},
      ...(outside === undefined || (outside.statements.length === 0 && (outside.notRead ?? 0) === 0)
        ? {}
        : {
            outside: {
              found: matchOutside(outside.statements, subject, {
                clock: knowledgeClock,
                ownPmids: ownStudies.flatMap(({ citation }) => citation.pmid ?? []),
              }),
              sources: outside.statements.map(({ source }) => source),
              notRead: outside.notRead ?? 0,
            },
          }),
    },
    issues: [],
  };
}
