/** Printed values of a study against its own groups and arms: every group that is named is there, once, and contains no circle. */
import type { Study } from '../evidence/index.ts';

/** What to say about the printed part of a study, each as a sentence without the name of the study. */
export function checkPrinted({ printed, arms, counts }: Study): readonly string[] {
  const counted = counts.flatMap(({ group }) => group ?? []);
  if (printed === undefined)
    return counted.map((group) => `counts the group "${group}", but has no printed groups`);
  const problems: string[] = [];
  const groups = new Map(printed.groups.map((group) => [group.id, group]));
  if (groups.size < printed.groups.length)
    problems.push('has two printed groups of one id; give each its own');
  const armIds = new Set(arms.map(({ id }) => id));
  for (const { id, partOf, arm } of printed.groups) {
    if (partOf !== undefined && !groups.has(partOf))
      problems.push(`says that group "${id}" is part of "${partOf}", which it does not have`);
    if (arm !== undefined && !armIds.has(arm))
      problems.push(`says that group "${id}" is the arm "${arm}", which it does not have`);
    const seen = new Set<string>();
    let at: string | undefined = id;
    while (at !== undefined && !seen.has(at)) {
      seen.add(at);
      at = groups.get(at)?.partOf;
    }
    if (at !== undefined) problems.push(`has groups that are parts of each other ("${at}")`);
  }
  const named = [
    ...printed.values.flatMap((value) => [value.group, ...('between' in value ? value.between : [])]),
    ...printed.comparisons.flatMap(({ between }) => between),
    ...printed.verdicts.map(({ group }) => group),
    ...counted,
  ];
  for (const id of new Set(named)) {
    if (!groups.has(id)) problems.push(`has a value or count of group "${id}", which it does not define`);
  }
  return problems;
}
