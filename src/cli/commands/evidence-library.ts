/** The library as the evidence commands see it: studies with what papers printed of them, and the papers. */
import { isKnownBy, type Paper, type Statement, type Study, withPrinted } from '../../evidence/index.ts';
import { knowledgePlaces, loadKnowledge, loadPrinted } from '../../knowledge/index.ts';
import { parsePatientDate } from '../../units/index.ts';
import { homeFolder } from '../home.ts';
import { reportIssues } from '../outcome.ts';

export interface WholeLibrary {
  readonly studies: readonly Study[];
  readonly statements: readonly Statement[];
  readonly papers: readonly Paper[];
}

/** The library of this Cajal with everything that papers printed. */
export function wholeLibrary(): WholeLibrary {
  const places = knowledgePlaces(homeFolder);
  const { studies, statements } = loadKnowledge(places).base.evidence;
  const { printed, papers } = loadPrinted(places);
  return {
    studies: withPrinted(studies, printed),
    statements,
    papers,
  };
}

/** The studies known by a date; undefined, with the issue written, where it is none. */
export function studiesKnownBy(
  studies: readonly Study[],
  asOf: string | undefined,
): readonly Study[] | undefined {
  if (asOf === undefined) return studies;
  const parsed = parsePatientDate(asOf);
  if (parsed.ok && parsed.value.latest !== null) {
    const clock = { kind: 'asOf', date: parsed.value } as const;
    return studies.filter(({ published }) => isKnownBy(published, clock));
  }
  const message = `"${asOf}" is not a calendar date; write it as 2019, 2019-12 or 2019-12-31`;
  reportIssues([{ code: 'unparsable-date', severity: 'error', message }]);
  return undefined;
}
