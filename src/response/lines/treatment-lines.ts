/**
 * Lines and regimens of a record, derived from the intervals of its courses by the rule of this room. Uncertain dates leave
 * "at least n, at most m lines"; numbers that the record itself states are compared, never used.
 */
import type { TherapyCourse } from '../../case/index.ts';
import { type DrugId, type RegimenId, regimenOfDrugs } from '../../therapy/index.ts';
import type { PatientDate } from '../../units/index.ts';
import { courseRelation } from './course-relation.ts';
import { type CourseRole, type ReadCourse, readCourse } from './course-role.ts';
import { type LineRule, lineRule } from './line-rule.ts';

/** Courses that belong together, with the numbers that their line can have. */
export interface TreatmentLine {
  /** Ids of the courses, in the order of the record. */
  readonly courses: readonly string[];
  readonly printed: string;
  readonly drugs: readonly DrugId[];
  /** Of the register, where the drugs are exactly those of one regimen. */
  readonly regimen: RegimenId | null;
  readonly least: number;
  readonly most: number;
  /** The number that the record states. */
  readonly stated: number | null;
  /** Why its courses are one line. */
  readonly because: readonly string[];
}

/** A reason why courses may or may not be one line. */
export interface OpenPoint {
  readonly because: string;
  /** Ids. */
  readonly courses: readonly string[];
}

/** The lines of a record. `atMost` counts what is recorded: a treatment that is not recorded is not counted. */
export interface TreatmentLines {
  readonly rule: LineRule;
  readonly atLeast: number;
  readonly atMost: number;
  readonly lines: readonly TreatmentLine[];
  readonly otherCourses: readonly {
    readonly course: string;
    readonly printed: string;
    readonly role: Exclude<CourseRole, 'line'>;
    readonly because: string;
  }[];
  /** What leaves the number open. */
  readonly open: readonly OpenPoint[];
  /** Where the record states another number. */
  readonly conflicts: readonly string[];
}

/** The relations of all pairs: who is certainly first, who belongs together, and why the rest is open. */
interface Relations {
  readonly joined: readonly (readonly number[])[];
  /** For each course those that certainly stand in an earlier line. */
  readonly before: readonly (readonly number[])[];
  readonly together: readonly { readonly course: number; readonly because: string }[];
  readonly open: readonly OpenPoint[];
}

function relationsOf(courses: readonly ReadCourse[], anchor: PatientDate | undefined): Relations {
  const joined = courses.map((): number[] => []);
  const before = courses.map((): number[] => []);
  const together = new Map<string, { readonly course: number; readonly because: string }>();
  const open = new Map<string, Set<string>>();
  for (const [a, course] of courses.entries()) {
    for (const [b, other] of courses.entries()) {
      if (b <= a) continue;
      const relation = courseRelation(course, other, anchor);
      switch (relation.kind) {
        case 'together':
          joined[a]?.push(b);
          joined[b]?.push(a);
          together.set(`${a} ${relation.because}`, { course: a, because: relation.because });
          break;
        case 'separate':
          if (relation.first === course) before[b]?.push(a);
          else before[a]?.push(b);
          break;
        case 'unknown': {
          const ids = open.get(relation.because) ?? new Set<string>();
          open.set(relation.because, ids.add(course.course.id).add(other.course.id));
          break;
        }
      }
    }
  }
  return {
    joined,
    before,
    together: [...together.values()],
    open: [...open].map(([because, ids]) => ({ because, courses: [...ids] })),
  };
}

/** For each course the number of its group: courses joined through pairs that belong together. */
function groupNumbers({ joined }: Relations): readonly number[] {
  const numbers: number[] = [];
  let next = 0;
  for (const course of joined.keys()) {
    if (numbers[course] !== undefined) continue;
    const members = [course];
    for (const member of members) {
      if (numbers[member] !== undefined) continue;
      numbers[member] = next;
      for (const other of joined[member] ?? []) if (numbers[other] === undefined) members.push(other);
    }
    next += 1;
  }
  return numbers;
}

/** For each group the groups that are certainly earlier lines. */
function earlierOf({ before }: Relations, numbers: readonly number[]): readonly ReadonlySet<number>[] {
  const earlier = Array.from({ length: new Set(numbers).size }, () => new Set<number>());
  for (const [course, others] of before.entries()) {
    const own = numbers[course] ?? 0;
    for (const other of others) if (numbers[other] !== own) earlier[own]?.add(numbers[other] ?? 0);
  }
  return earlier;
}

/** The longest chain of lines that ends with each group; a chain that turns back on itself is cut there. */
function depthsOf(earlier: readonly ReadonlySet<number>[]): readonly number[] {
  const depths: (number | undefined)[] = earlier.map(() => undefined);
  const entered = new Set<number>();
  const depth = (at: number): number => {
    const known = depths[at];
    if (known !== undefined) return known;
    if (entered.has(at)) return 0;
    entered.add(at);
    let longest = 0;
    for (const before of earlier[at] ?? []) longest = Math.max(longest, depth(before));
    depths[at] = longest + 1;
    return longest + 1;
  };
  return earlier.map((_, at) => depth(at));
}

function conflictOf({ printed, stated, least, most }: TreatmentLine): readonly string[] {
  if (stated === null || (stated >= least && stated <= most)) return [];
  return stated > most
    ? [`${printed}: the record states line ${stated}, and fewer courses before it are recorded`]
    : [`${printed}: the record states line ${stated}, by the rule it is at least line ${least}`];
}

/**
 * The lines of treatment of a record.
 *
 * @param anchor the calendar date of day 0, where the record counts days and has calendar dates too
 */
export function treatmentLines(courses: readonly TherapyCourse[], anchor?: PatientDate): TreatmentLines {
  const read = courses.map(readCourse);
  const counted = read.filter(({ role }) => role === 'line');
  const relations = relationsOf(counted, anchor);
  const numbers = groupNumbers(relations);
  const earlier = earlierOf(relations, numbers);
  const depths = depthsOf(earlier);
  const laterCounts = earlier.map(() => 0);
  for (const before of earlier) for (const at of before) laterCounts[at] = (laterCounts[at] ?? 0) + 1;
  const reasons = Map.groupBy(relations.together, ({ course }) => numbers[course] ?? 0);
  const groups = Map.groupBy(counted.keys(), (at) => numbers[at] ?? 0);
  const lines = [...groups].map(([number, members]): TreatmentLine => {
    const group = members.flatMap((at) => counted[at] ?? []);
    const drugs = [...new Set(group.flatMap((each) => each.drugs))];
    const areKnown = group.every(({ areDrugsKnown }) => areDrugsKnown);
    return {
      courses: group.map(({ course }) => course.id),
      printed: group.map(({ course }) => course.printed).join(' + '),
      drugs,
      regimen: areKnown ? (regimenOfDrugs(drugs, []) ?? null) : null,
      least: depths[number] ?? 1,
      most: earlier.length - (laterCounts[number] ?? 0),
      stated: group.map(({ course }) => course.line).find((line) => line !== undefined) ?? null,
      because: [...new Set((reasons.get(number) ?? []).map(({ because }) => because))],
    };
  });
  return {
    rule: lineRule,
    atLeast: Math.max(0, ...depths),
    atMost: earlier.length,
    lines: lines.toSorted((a, b) => a.least - b.least || a.most - b.most),
    otherCourses: read.flatMap(({ course, role, because }) =>
      role === 'line' ? [] : [{ course: course.id, printed: course.printed, role, because }],
    ),
    open: relations.open,
    conflicts: lines.flatMap(conflictOf),
  };
}
