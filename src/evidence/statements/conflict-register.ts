/**
 * The conflict register: statements that pull apart, each group with its sides and the studies of each. Nothing is resolved
 * here: what later evidence superseded or limited is said beside it. Two numbers about different endpoints or different
 * patients are no conflict; they stand in a list of their own, with the question that each answers.
 */
import type { Statement } from '../statement.ts';

/** A statement on one side. */
export interface ConflictingStatement {
  readonly statement: Statement;
  /** Statements that contradict it, by then. */
  readonly contradicts: readonly string[];
  /** Later evidence that took its place, by then. */
  readonly supersededBy: string | undefined;
  /** Later evidence that narrowed it, by then. */
  readonly limitedBy: readonly string[];
}

/** Statements that hold together against others. */
export interface ConflictSide {
  readonly statements: readonly ConflictingStatement[];
  readonly studies: readonly string[];
}

/**
 * Statements linked by contradiction. `open`: both sides stand. `limited`: later evidence narrows a side. `superseded`: what
 * remains after superseded statements are taken out contradicts nothing.
 */
export interface Conflict {
  readonly standing: 'open' | 'limited' | 'superseded';
  /** Two, unless three statements contradict each other in a ring: then one side a statement. */
  readonly sides: readonly ConflictSide[];
}

/** Two statements that seem to say the opposite and answer different questions. */
export interface DifferentQuestions {
  readonly statements: readonly [Statement, Statement];
  readonly reason: string;
}

/** What pulls apart in a library, and what only seems to. */
export interface ConflictRegister {
  readonly conflicts: readonly Conflict[];
  readonly differentQuestions: readonly DifferentQuestions[];
}

type Neighbours = ReadonlyMap<string, readonly string[]>;

/** Every statement reached from one by contradiction, with its side; sides are undefined in a ring of odd length. */
function reached(from: string, neighbours: Neighbours): { of: Map<string, 0 | 1>; isTwoSided: boolean } {
  const of = new Map<string, 0 | 1>([[from, 0]]);
  let isTwoSided = true;
  const queue = [from];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const side = of.get(next) === 0 ? 1 : 0;
    for (const other of neighbours.get(next) ?? []) {
      const known = of.get(other);
      if (known === undefined) {
        of.set(other, side);
        queue.push(other);
      } else if (known !== side) isTwoSided = false;
    }
  }
  return { of, isTwoSided };
}

function standingOf(sides: readonly ConflictSide[]): Conflict['standing'] {
  const all = sides.flatMap(({ statements }) => statements);
  const superseded = new Set(
    all.filter((each) => each.supersededBy !== undefined).map((each) => each.statement.id),
  );
  const pulls = all.some(
    (each) => !superseded.has(each.statement.id) && each.contradicts.some((id) => !superseded.has(id)),
  );
  if (!pulls) return 'superseded';
  return superseded.size > 0 || all.some((each) => each.limitedBy.length > 0) ? 'limited' : 'open';
}

/** The register of a library; links to statements that it does not hold (not yet known) are left aside. */
export function conflictRegister(statements: readonly Statement[]): ConflictRegister {
  const known = new Map(statements.map((each) => [each.id, each]));
  const neighbours: Neighbours = new Map(
    statements.map((each) => [each.id, each.contradicts.filter((id) => known.has(id))]),
  );
  const conflicting = (statement: Statement): ConflictingStatement => {
    const later = statement.supersededBy?.statement;
    return {
      statement,
      contradicts: neighbours.get(statement.id) ?? [],
      supersededBy: later !== undefined && known.has(later) ? later : undefined,
      limitedBy: statement.limitedBy.map((each) => each.statement).filter((id) => known.has(id)),
    };
  };
  const side = (ids: readonly string[]): ConflictSide => {
    const here = ids.flatMap((id) => known.get(id) ?? []);
    return {
      statements: here.map(conflicting),
      studies: [...new Set(here.flatMap((each) => each.studies))],
    };
  };

  const placed = new Set<string>();
  const conflicts: Conflict[] = [];
  for (const { id } of statements) {
    if (placed.has(id) || (neighbours.get(id) ?? []).length === 0) continue;
    const { of, isTwoSided } = reached(id, neighbours);
    for (const each of of.keys()) placed.add(each);
    const onSide = (which: 0 | 1) => [...of].filter(([, own]) => own === which).map(([each]) => each);
    const sides = isTwoSided
      ? [side(onSide(0)), side(onSide(1))]
      : [...of.keys()].map((each) => side([each]));
    conflicts.push({ standing: standingOf(sides), sides });
  }

  const differentQuestions = statements.flatMap((one) =>
    one.differentQuestion.flatMap(({ statement: id, reason }): readonly DifferentQuestions[] => {
      const other = known.get(id);
      // Said on both sides; listed once, from the one whose name comes first.
      return other === undefined || one.id > other.id ? [] : [{ statements: [one, other], reason }];
    }),
  );
  return { conflicts, differentQuestions };
}
