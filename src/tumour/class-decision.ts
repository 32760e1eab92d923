/**
 * NET, NEC or MiNEN from what is stated and printed. Components first, then the stated differentiation, then the printed
 * words, newest first; counts can only exclude a carcinoma. What contradicts is said and the newest statement leads.
 */
import { type Statement, sources } from './basis.ts';
import type { GradeResult } from './grading.ts';
import type { MinenReading } from './minen-components.ts';
import { className, type Differentiation, type Morphology, type NenClass, nenClasses } from './nen-class.ts';
import type { PrintedReading } from './printed-diagnosis.ts';

/** What decided the class. */
export type ClassBasis = 'components' | 'differentiation' | 'words' | 'counts' | 'none';

/** What the decision looks at. */
export interface ClassFacts {
  /** Oldest first. */
  readonly printed: readonly PrintedReading[];
  readonly differentiation: Differentiation;
  readonly morphology: Morphology;
  readonly components: MinenReading;
  /** Counts by today's edition. */
  readonly counts: GradeResult | null;
  /** True when the tumour is known to be neuroendocrine apart from the printed words. */
  readonly neuroendocrine: boolean;
}

/** The classes left, and why. */
export interface ClassDecision {
  readonly lineage: 'neuroendocrine' | 'other' | 'unknown';
  readonly candidates: readonly NenClass[];
  readonly basis: ClassBasis;
  readonly differentiation: Differentiation;
  readonly morphology: Morphology;
  readonly contradictory: boolean;
  readonly statements: readonly Statement[];
}

const statedClasses = (
  differentiation: Differentiation,
  morphology: Morphology,
): readonly NenClass[] | null => {
  if (differentiation === 'poor') return ['NEC'];
  if (differentiation === 'well') return morphology === 'unstated' ? ['NET'] : ['NET', 'NEC'];
  return morphology === 'unstated' ? null : ['NEC'];
};

/** The newest reading leads; older ones narrow it where they agree. */
function classesOfWords(readings: readonly PrintedReading[]): {
  readonly candidates: readonly NenClass[];
  readonly contradictory: boolean;
} {
  const [newest, ...older] = readings.toReversed();
  let candidates = newest?.candidates ?? nenClasses;
  let contradictory = false;
  for (const reading of older) {
    const shared = candidates.filter((each) => reading.candidates.includes(each));
    if (shared.length === 0) contradictory = true;
    else candidates = shared;
  }
  return { candidates, contradictory };
}

/** Decides the class. */
export function settleClass(facts: ClassFacts): ClassDecision {
  const readings = facts.printed.filter(({ lineage }) => lineage === 'neuroendocrine');
  const leading = facts.printed.findLast(({ lineage }) => lineage !== 'unknown');
  const stated = statedClasses(facts.differentiation, facts.morphology);
  const words = classesOfWords(readings);
  const differentiation =
    facts.differentiation === 'unstated'
      ? (readings.findLast((each) => each.differentiation !== 'unstated')?.differentiation ?? 'unstated')
      : facts.differentiation;
  const morphology =
    facts.morphology === 'unstated'
      ? (readings.findLast((each) => each.morphology !== 'unstated')?.morphology ?? 'unstated')
      : facts.morphology;
  const common = { differentiation, morphology };
  if (leading?.lineage === 'other') {
    return {
      ...common,
      lineage: 'other',
      candidates: [],
      basis: 'words',
      contradictory: false,
      statements: [],
    };
  }
  if (readings.length === 0 && !facts.neuroendocrine) {
    return {
      ...common,
      lineage: 'unknown',
      candidates: [],
      basis: 'none',
      contradictory: false,
      statements: [],
    };
  }
  if (facts.components.mixed === 'met') {
    return {
      ...common,
      lineage: 'neuroendocrine',
      candidates: ['MiNEN'],
      basis: 'components',
      contradictory: false,
      statements: [],
    };
  }
  const { instead } = facts.components;
  if (instead?.side === 'other') {
    return {
      ...common,
      lineage: 'other',
      candidates: [],
      basis: 'components',
      contradictory: readings.length > 0,
      statements: [],
    };
  }
  const ofComponents = instead?.side === 'neuroendocrine' ? instead.classes : null;
  const chosen = stated ?? ofComponents ?? words.candidates;
  const disagrees =
    stated !== null && readings.length > 0 && !words.candidates.some((each) => stated.includes(each));
  const contradictory = words.contradictory || disagrees;
  const statements: Statement[] = [];
  if (stated !== null) statements.push(byDifferentiation(stated));
  if (contradictory) {
    statements.push({
      code: 'classConflict',
      weight: 'conflict',
      sentence: `The statements on the class contradict each other (${[...new Set(readings.map(({ printed }) => `"${printed}"`))].join('; ')}); ${stated === null ? 'the newest' : 'the stated differentiation'} leads until pathology is reviewed.`,
    });
  }
  const belowG3 = facts.counts !== null && facts.counts.state !== 'none' && facts.counts.highest !== 'G3';
  const remaining = belowG3 && chosen.length > 1 ? chosen.filter((each) => each !== 'NEC') : chosen;
  const excluded = remaining.length < chosen.length;
  if (excluded) {
    statements.push({
      code: 'classByCounts',
      weight: 'note',
      sentence:
        'Ki-67 and mitoses are both below G3, which excludes a carcinoma: a NEC is high grade by definition.',
      basis: sources.who2019,
    });
  }
  return {
    ...common,
    lineage: 'neuroendocrine',
    candidates: remaining,
    basis: basisOf(stated !== null, excluded, ofComponents !== null),
    contradictory,
    statements,
  };
}

function basisOf(isStated: boolean, isExcluded: boolean, isByComponents: boolean): ClassBasis {
  if (isStated) return 'differentiation';
  if (isExcluded) return 'counts';
  return isByComponents ? 'components' : 'words';
}

function byDifferentiation(stated: readonly NenClass[]): Statement {
  const [only, ...others] = stated;
  return {
    code: only === undefined || others.length > 0 ? 'classConflict' : 'classByDifferentiation',
    weight: only === undefined || others.length > 0 ? 'conflict' : 'note',
    sentence:
      only === undefined || others.length > 0
        ? 'Well differentiated, with the cell type of a carcinoma: the two do not go together.'
        : `The differentiation decides: ${className(only)}.`,
    basis: sources.who2019,
  };
}
