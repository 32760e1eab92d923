/** How tables are marked and sized, how a series was gathered, how a review searched (CARE 2013; SANRA 2019). */
import { type AuditedStudy, evidenceOf } from './audited-study.ts';
import { factsNamed, type Lack } from './report-lack.ts';

const absence = /^(?:not found|none|absent|negative|not detected)$/i;
const blank = /\bdash\b|\bblank\b|\bnone printed\b/i;

/** Two marks for absence in one column, and a table of percentages without its number of patients. */
export function tables(of: AuditedStudy): readonly Lack[] {
  if (of.study.design.type === 'review') return [];
  const facts = factsNamed(of, /./);
  const names = [...new Set(facts.map(({ name }) => name))];
  const marks = names.flatMap((name): Lack[] => {
    const same = facts.filter((each) => each.name === name && (each.place.section ?? '').startsWith('Table'));
    const [none, dashes] = [
      same.filter(({ means }) => absence.test(means)),
      same.filter(({ means }) => blank.test(means)),
    ];
    if (none.length === 0 || dashes.length === 0) return [];
    return [
      {
        about: `marks for absence in ${name}`,
        certainty: 'certain',
        printed: [...none, ...dashes].map(evidenceOf),
        recomputed: `"${none[0]?.value ?? ''}" in ${none.length} rows and "${dashes[0]?.value ?? ''}" in ${dashes.length}, neither explained`,
        test: 'the marks of a column against the legend of its table',
        explanation: 'Tested and not found, and not tested, are different answers.',
      },
    ];
  });
  const events = of.values.filter(
    (value) =>
      value.what === 'toxicity' && value.as === 'percent' && (value.place.section ?? '').startsWith('Table'),
  );
  const section = events[0]?.place.section;
  const sized = of.values.some(
    ({ what, place }) => (what === 'patients' || what === 'evaluable') && place.section === section,
  );
  return [
    ...marks,
    ...(section !== undefined && !sized
      ? [
          {
            about: `number of patients of ${section}`,
            certainty: 'likely',
            printed: events.slice(0, 1).map(evidenceOf),
            recomputed: `percentages of adverse events, and no number of patients in ${section}`,
            test: 'percentages of a table against its number of patients',
            explanation: 'Which patients were counted follows from the percentages only.',
          } as const,
        ]
      : []),
  ];
}

/** How a series was gathered. */
export function gathering(of: AuditedStudy): readonly Lack[] {
  const { design, selection, readIn } = of.study;
  if (design.type !== 'caseSeries' && design.type !== 'retrospectiveSeries') return [];
  const told = factsNamed(
    of,
    /\bperiod\b|\bselection of (?:the )?patients\b|\bconsecutive\b|\btreated in all\b/i,
  );
  if (selection !== 'unstated' || told.length > 0) return [];
  const designs = factsNamed(of, /^design$/i);
  return [
    {
      about: 'period and selection of the series',
      certainty: 'certain',
      printed: designs.length > 0 ? designs.map(evidenceOf) : [{ printed: 'not stated', place: readIn }],
      recomputed: 'neither the period nor how these patients were selected is printed',
      test: 'how a series was gathered',
      explanation: 'A series chosen for its outcome looks like any other.',
    },
  ];
}

/** How a review searched. */
export function searching(of: AuditedStudy): readonly Lack[] {
  if (of.study.design.type !== 'review') return [];
  if (factsNamed(of, /\bsearch\b|\bdatabases?\b|\bselection of (?:the )?studies\b/i).length > 0) return [];
  const aims = factsNamed(of, /^aim\b/i);
  return [
    {
      about: 'search and selection of the studies',
      certainty: 'certain',
      printed: aims.map(evidenceOf),
      recomputed: 'no database, date, rule of selection or appraisal is printed',
      test: 'methods of a review (SANRA, PRISMA)',
      explanation: 'Which studies were left out, and why, cannot be told.',
    },
  ];
}
