/**
 * Grading by bounds. Each index gives bounds on the grade, the higher of the two decides (WHO 2019), and what is
 * missing leaves the bounds open: 25 mitoses per 2 mm2 without Ki-67 is G3, Ki-67 20% without a mitotic count is at
 * least G2, and nothing known is no grade. Where the indices disagree both stay visible.
 */
import type { Truth } from '../truth/index.ts';
import { type Statement, sources } from './basis.ts';
import {
  anyGrade,
  boundsDisjoint,
  boundsText,
  exactGrade,
  type Grade,
  type GradeBounds,
  higherBounds,
} from './grade.ts';
import { type Ki67Observation, type Ki67Reading, readKi67 } from './ki67.ts';
import {
  type MitosesConvention,
  type MitosesObservation,
  type MitosesReading,
  readMitoses,
} from './mitoses.ts';
import type { EditionId, GradeScheme, WhoEdition } from './who-editions.ts';

/** An edition whose scheme is grades. */
export interface GradedEdition extends WhoEdition {
  readonly scheme: GradeScheme;
}

/** True when the edition has grades. */
export function isGradedEdition(edition: WhoEdition): edition is GradedEdition {
  return edition.scheme.kind === 'grades';
}

/** `exact`: one grade. `bounded`: something is known, the grade is not settled. `none`: nothing is known. */
export type GradeState = 'exact' | 'bounded' | 'none';

/** The counts that a grade is made from. */
export interface Proliferation {
  readonly ki67: readonly Ki67Observation[];
  readonly mitoses: readonly MitosesObservation[];
  /** Overrides the edition's own convention for fields of unknown size. */
  readonly convention?: MitosesConvention;
}

/** A grade with its bounds and reasons. */
export interface GradeResult extends GradeBounds {
  readonly edition: EditionId;
  readonly state: GradeState;
  readonly grade: Grade | null;
  readonly byKi67: GradeBounds | null;
  readonly byMitoses: GradeBounds | null;
  /** Whether Ki-67 and mitoses fall into different categories. */
  readonly discordant: Truth;
  /** Whether Ki-67 says G3 while mitoses say G1 or G2 (paper 004, lines 1803-1814). */
  readonly proliferativeDiscordance: Truth;
  readonly ki67: readonly Ki67Reading[];
  readonly mitoses: readonly MitosesReading[];
  readonly statements: readonly Statement[];
}

/** Several counts of one index: the highest decides, as for the hot spot. */
function highestOf(readings: readonly { readonly bounds: GradeBounds | null }[]): GradeBounds | null {
  return readings
    .map((reading) => reading.bounds)
    .filter((bounds) => bounds !== null)
    .reduce<GradeBounds | null>(
      (held, bounds) => (held === null ? bounds : higherBounds(held, bounds)),
      null,
    );
}

function discordance(ki67: GradeBounds | null, mitoses: GradeBounds | null): Truth {
  if (ki67 === null || mitoses === null) return 'unknown';
  if (boundsDisjoint(ki67, mitoses)) return 'met';
  const settled = exactGrade(ki67) !== null && exactGrade(mitoses) !== null;
  return settled ? 'unmet' : 'unknown';
}

function proliferativeDiscordance(ki67: GradeBounds | null, mitoses: GradeBounds | null): Truth {
  if (ki67 !== null && ki67.highest !== 'G3') return 'unmet';
  if (mitoses !== null && mitoses.lowest === 'G3') return 'unmet';
  if (ki67 === null || mitoses === null) return 'unknown';
  return ki67.lowest === 'G3' && mitoses.highest !== 'G3' ? 'met' : 'unknown';
}

/**
 * The grade of a tumour under an edition.
 *
 * @example
 * // Ki-67 20%, no mitotic count: { lowest: 'G2', highest: 'G3', grade: null, state: 'bounded' }
 */
export function gradeTumour(proliferation: Proliferation, edition: GradedEdition): GradeResult {
  const { scheme } = edition;
  const convention =
    proliferation.convention ?? (scheme.tenFieldsAre2mm2 ? 'tenFieldsAre2mm2' : 'asMeasured');
  const ki67 = proliferation.ki67.map((each) => readKi67(each, scheme.ki67Percent));
  const mitoses = proliferation.mitoses.map((each) => readMitoses(each, scheme.mitosesPer2mm2, convention));
  const byKi67 = highestOf(ki67);
  const byMitoses = highestOf(mitoses);
  const bounds = higherBounds(byKi67 ?? anyGrade, byMitoses ?? anyGrade);
  const grade = exactGrade(bounds);
  const known = byKi67 !== null || byMitoses !== null;
  const state: GradeState = grade !== null ? 'exact' : known ? 'bounded' : 'none';
  const discordant = discordance(byKi67, byMitoses);
  const proliferative = proliferativeDiscordance(byKi67, byMitoses);
  const statements: Statement[] = [
    ...ki67.flatMap((reading) => reading.statements),
    ...mitoses.flatMap((reading) => reading.statements),
    ...heterogeneity(ki67, mitoses),
    settlement(state, bounds, byKi67, byMitoses),
  ];
  if (discordant === 'met' && byKi67 !== null && byMitoses !== null) {
    statements.push({
      code: 'gradeDiscordant',
      weight: 'caution',
      sentence: `Ki-67 says ${boundsText(byKi67)} and mitoses say ${boundsText(byMitoses)}: the higher decides, both stay visible.`,
      basis: sources.who2019,
    });
  }
  if (proliferative === 'met') {
    statements.push({
      code: 'proliferativeDiscordance',
      weight: 'caution',
      sentence:
        'Proliferative discordance: G3 by Ki-67 with a mitotic count below it. A review proposes that such tumours behave more favourably than concordant ones.',
      basis: sources.discordancePaper,
    });
  }
  if (scheme.g3 === 'necByDefinition' && bounds.highest === 'G3') {
    statements.push({
      code: 'editionG3WasNec',
      weight: 'caution',
      sentence: `In ${edition.name} G3 was neuroendocrine carcinoma by definition; a well-differentiated tumour above 20% had no category. Today's categories stand beside it.`,
      basis: sources.who2010,
    });
  }
  return {
    edition: edition.id,
    state,
    ...bounds,
    grade,
    byKi67,
    byMitoses,
    discordant,
    proliferativeDiscordance: proliferative,
    ki67,
    mitoses,
    statements: withoutRepetition(statements),
  };
}

/** Statements without repeated sentences, in order. */
export function withoutRepetition(statements: readonly Statement[]): readonly Statement[] {
  const seen = new Set<string>();
  return statements.filter(({ sentence }) => !seen.has(sentence) && seen.add(sentence));
}

function heterogeneity(ki67: readonly Ki67Reading[], mitoses: readonly MitosesReading[]): Statement[] {
  const counted = [...ki67, ...mitoses].filter((reading) => reading.bounds !== null);
  const ki67Printed = ki67.map(({ observation }) => observation.percent?.printed);
  const different = new Set(ki67Printed.filter((printed) => printed !== undefined));
  if (counted.length < 2 || different.size < 2) return [];
  return [
    {
      code: 'heterogeneous',
      weight: 'caution',
      sentence: `Ki-67 differs between the counts (${[...different].join(', ')}): the highest decides.`,
    },
  ];
}

function settlement(
  state: GradeState,
  bounds: GradeBounds,
  byKi67: GradeBounds | null,
  byMitoses: GradeBounds | null,
): Statement {
  if (state === 'none') {
    return {
      code: 'gradeNotKnown',
      weight: 'caution',
      sentence: 'There is no usable Ki-67 and no usable mitotic count: no grade.',
    };
  }
  if (byKi67 === null || byMitoses === null) {
    const missing = byKi67 === null ? 'Ki-67' : 'A mitotic count';
    return {
      code: state === 'exact' ? 'gradeFromOneIndex' : 'gradeAtLeast',
      weight: state === 'exact' ? 'note' : 'caution',
      sentence:
        state === 'exact'
          ? `${bounds.lowest}: ${missing} is missing and could not lower it.`
          : `At least ${bounds.lowest}: ${missing} is missing and could raise it.`,
    };
  }
  return {
    code: 'gradeByHighest',
    weight: 'note',
    sentence: `${boundsText(bounds)}: Ki-67 says ${boundsText(byKi67)}, mitoses say ${boundsText(byMitoses)}; the higher decides.`,
    basis: sources.who2019,
  };
}
