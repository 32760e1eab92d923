/**
 * Links between statements: whoever is named has to be there, both sides say the same, and what replaces or narrows
 * another was known later. A board at an earlier date rests on that order.
 */
import { parsePatientDate } from '../units/index.ts';
import type { KnowledgeContent } from './compiled-knowledge.ts';

type Linked = KnowledgeContent['statements'][number];

/** A link as one side says it, and the ids by which the other side has to answer. */
interface Link {
  readonly says: string;
  readonly to: string;
  readonly answer: string;
  readonly answeredBy: (other: Linked) => readonly string[];
}

const named = (links: readonly { readonly statement: string }[]): readonly string[] =>
  links.map(({ statement }) => statement);

const linksOf = (of: Linked): readonly Link[] => {
  const { supersededBy, supersedes, limitedBy, limits, contradicts, differentQuestion } = of;
  const link = (says: string, answer: string, ids: readonly string[], answeredBy: Link['answeredBy']) =>
    ids.map((to): Link => ({ says, to, answer, answeredBy }));
  return [
    ...link(
      'is superseded by',
      'supersedes',
      supersededBy === undefined ? [] : [supersededBy.statement],
      (other) => other.supersedes,
    ),
    ...link('supersedes', 'supersededBy', supersedes, (other) =>
      other.supersededBy === undefined ? [] : [other.supersededBy.statement],
    ),
    ...link('is limited by', 'limits', named(limitedBy), (other) => other.limits),
    ...link('limits', 'limitedBy', limits, (other) => named(other.limitedBy)),
    ...link('contradicts', 'contradicts', contradicts, (other) => other.contradicts),
    ...link('answers another question than', 'differentQuestion', named(differentQuestion), (other) =>
      named(other.differentQuestion),
    ),
  ];
};

/** The first day by which a date is certainly past; undefined for one that is none. */
function endOf(published: string): number | undefined {
  const parsed = parsePatientDate(published);
  return parsed.ok ? (parsed.value.latest ?? undefined) : undefined;
}

const isEarlier = (one: Linked, than: Linked): boolean => {
  const [a, b] = [endOf(one.known), endOf(than.known)];
  return a !== undefined && b !== undefined && a < b;
};

/** What is wrong with the links between statements, one sentence each. */
export function checkStatementLinks(statements: readonly Linked[]): readonly string[] {
  const known = new Map(statements.map((each) => [each.id, each]));
  return statements.flatMap((each) =>
    linksOf(each).flatMap(({ says, to, answer, answeredBy }): readonly string[] => {
      const from = `statement ${each.id} ${says} "${to}"`;
      const other = known.get(to);
      if (other === undefined) return [`${from}, which the library does not have`];
      if (to === each.id) return [`${from}, which is itself; name the other statement`];
      const faults: string[] = [];
      if (!answeredBy(other).includes(each.id))
        faults.push(`${from}, which does not name it under \`${answer}\`; say it on both sides`);
      const replaces = says === 'supersedes' || says === 'limits';
      if (replaces && isEarlier(each, other))
        faults.push(`${from}, which is known from ${other.known}, later than ${each.known}`);
      if (says === 'contradicts' && named(each.differentQuestion).includes(to))
        faults.push(`${from} and says that it answers another question; keep one of the two`);
      return faults;
    }),
  );
}
