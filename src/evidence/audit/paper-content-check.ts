/**
 * What a paper prints of its studies, table by table: a column without a value in a row; a study that is discussed with its
 * patients and is in no table; rates without the criteria they were counted by; a grade that is compared and not printed.
 */
import type { Paper } from '../paper.ts';
import { type PrintedValue, responseQuantities } from '../printed/index.ts';
import type { Study } from '../study.ts';
import type { AuditAnswer, AuditFinding, PrintedEvidence } from './finding.ts';
import { type OfStudy, studiesIn, tell } from './paper-study.ts';

const isResponse = ({ what }: PrintedValue): boolean => responseQuantities.some((each) => each === what);

const isCited = ({ study }: OfStudy, paper: Paper): boolean =>
  study.readIn.document === paper.id && study.citation.other !== `Paper ${paper.id}`;

/** Columns that name the primary sites, with the rows that print none. */
function emptyCells(paper: Paper, studies: readonly OfStudy[]): readonly AuditFinding[] {
  return paper.tables.flatMap(({ id, columns }) => {
    const column = columns.find(({ header }) => /^primary site\b/i.test(header));
    if (column === undefined) return [];
    const rows = studies.filter(
      ({ here }) => here.filter((value) => value.place.section === id && isResponse(value)).length > 0,
    );
    const empty = rows.filter(
      ({ here }) =>
        !here.some(
          (value) =>
            value.place.section === id &&
            ((value.what === 'part' && value.scheme === 'site') ||
              (value.what === 'fact' && /\bsites?\b/i.test(value.name))),
        ),
    );
    const named = empty.filter(
      ({ study, here }) =>
        !siteWords.test(study.population.entity) &&
        !here.some(
          ({ what, place }) =>
            what === 'patients' && place.section === id && siteWords.test(place.text ?? ''),
        ),
    );
    if (named.length === 0 || named.length === rows.length) return [];
    const place = column.place ?? { document: paper.id, section: id };
    return [
      tell(paper, {
        check: 'columnUnit',
        about: `${id}: rows whose column prints no primary site`,
        outcome: 'undescribed',
        certainty: 'certain',
        printed: [{ printed: column.header, place }, ...named.flatMap(({ here }) => firstIn(here, id))],
        recomputed: `no site in the row of ${named.map(({ study }) => study.id).join(', ')}`,
        test: 'every column of a table against every row',
        explanation: 'The source may not tell the sites, the cell was lost, or it holds something else.',
      }),
    ];
  });
}

/** A row may name its sites in the words of its patients ("gastric NEC", "pNEC"), or by what it is a study of. */
const siteWords =
  /\b(?:gastr|stomach|esophag|oesophag|pancrea|pN[EC]|colo|rect|hepat|biliar|head|neck|intestin|site|organ|lung)/i;

const firstIn = (values: readonly PrintedValue[], table: string): readonly PrintedEvidence[] =>
  values
    .filter(({ place }) => place.section === table)
    .slice(0, 1)
    .map(({ place, value }) => ({ printed: place.text ?? value, place }));

/** Drug studies of carcinoma whose patients or responses the text prints, in a paper that tabulates such studies. */
function inNoTable(paper: Paper, studies: readonly OfStudy[]): readonly AuditFinding[] {
  if (paper.kind !== 'review') return [];
  const tables = new Set(paper.tables.map(({ id }) => id));
  const tabled = studies.filter(({ here }) => here.some(({ place }) => tables.has(place.section ?? '')));
  const entities = new Set(tabled.map(({ study }) => study.population.entity));
  const lacking = studies.filter(
    (each) =>
      isCited(each, paper) &&
      !tabled.includes(each) &&
      entities.has(each.study.population.entity) &&
      each.study.arms.some(({ drugs }) => drugs.length > 0) &&
      each.here.some((value) => value.what === 'patients'),
  );
  if (tabled.length === 0 || lacking.length === 0) return [];
  return [
    tell(paper, {
      check: 'crossReference',
      about: 'studies that are in no table',
      outcome: 'undescribed',
      certainty: 'certain',
      printed: lacking.flatMap(({ here }) =>
        here
          .filter(({ what }) => what === 'patients')
          .slice(0, 1)
          .map(({ place, value }) => ({ printed: place.text ?? value, place })),
      ),
      recomputed: `${lacking.map(({ study }) => study.id).join(', ')}: in the text with patients, in none of ${[...tables].join(', ')}`,
      test: 'studies of the text against the rows of the tables',
      explanation: 'Other studies of the same patients are tabulated; these cannot be read beside them.',
    }),
  ];
}

/** Response rates and adverse events in tables, with no criteria anywhere in the paper. */
function criteria(paper: Paper, studies: readonly OfStudy[]): readonly AuditFinding[] {
  const tables = new Set(paper.tables.map(({ id }) => id));
  const values = studies.flatMap(({ here }) => here);
  const inTables = values.filter(({ place }) => tables.has(place.section ?? ''));
  const rates = inTables.filter((value) => isResponse(value) && value.as === 'percent');
  const rows = studies.filter(({ here }) => here.some((value) => rates.includes(value)));
  const graded = inTables.filter((value) => value.what === 'toxicity' && value.grades !== undefined);
  const says = (words: RegExp) =>
    values.some(
      (value) =>
        words.test(value.place.text ?? '') ||
        ('criteria' in value && value.criteria !== undefined) ||
        (value.what === 'fact' && /\bcriteria\b/i.test(value.name)),
    );
  if (paper.kind !== 'review' || rows.length < 2 || says(/\bRECIST\b|\bWHO criteria\b|\bCTCAE\b|\bNCI-CTC\b/))
    return [];
  return [
    tell(paper, {
      check: 'designBasis',
      about: 'criteria of the rates in the tables',
      outcome: 'undescribed',
      certainty: 'certain',
      printed: paper.tables.flatMap(({ id, columns }) =>
        columns
          .filter(({ header }) => /^RR\b|^toxicit/i.test(header))
          .map(({ header, place }) => ({
            printed: header,
            place: place ?? { document: paper.id, section: id },
          })),
      ),
      recomputed: `${rates.length} response percentages${graded.length > 0 ? ` and ${graded.length} graded adverse events` : ''}, no criteria of response and no scale of grades`,
      test: 'rates in tables against the criteria that the paper names',
      explanation:
        'WHO and RECIST responses, and grades of different scales, stand side by side as if they were one.',
    }),
  ];
}

/** "Less grade 4 toxicities than etoposide": which studies print an event of that grade by itself, drug by drug. */
function gradesCompared(paper: Paper, studies: readonly OfStudy[]): readonly AuditFinding[] {
  return studies.flatMap(({ study }) =>
    (study.printed?.comparisons ?? []).flatMap(({ of: quantity, between, place }): AuditFinding[] => {
      const grade = /\bgrade (\d)\b(?!\s*[–-])/i.exec(place.text ?? '')?.[1];
      const [one, other] = between;
      if (quantity !== 'toxicity' || grade === undefined || one === undefined || other === undefined)
        return [];
      if (place.document !== paper.id || study.citation.other !== `Paper ${paper.id}`) return [];
      const printing = (drug: string, without: string) =>
        studies.filter(
          (each) =>
            each.study.arms.some(({ drugs }) => drugs.includes(drug) && !drugs.includes(without)) &&
            each.here.some((value) => value.what === 'toxicity' && value.grades === grade),
        );
      const sides = [printing(one, other), printing(other, one)];
      if (sides.every((side) => side.length > 0)) return [];
      const words = (side: readonly OfStudy[] | undefined) =>
        side === undefined || side.length === 0 ? 'no study' : side.map((each) => each.study.id).join(', ');
      return [
        tell(paper, {
          check: 'conclusion',
          about: `grade ${grade} toxicity of ${one} against ${other}`,
          outcome: 'undescribed',
          certainty: 'certain',
          printed: [{ printed: place.text ?? quantity, place }],
          recomputed: `an event of grade ${grade} by itself is printed for ${one} in ${words(sides[0])}, for ${other} in ${words(sides[1])}`,
          test: 'a conclusion on a grade against the studies that print that grade',
          explanation: 'Grades 3 and 4 are printed together; grade 4 cannot be compared from them.',
        }),
      ];
    }),
  );
}

export function paperContentCheck(paper: Paper, studies: readonly Study[]): AuditAnswer {
  const printed = studiesIn(paper, studies);
  return {
    findings: [
      ...emptyCells(paper, printed),
      ...inNoTable(paper, printed),
      ...criteria(paper, printed),
      ...gradesCompared(paper, printed),
    ],
    explained: [],
  };
}
