/**
 * Years printed beside a citation, as facts named "year". A paper cannot cite what appeared after it; one year more may have
 * been in press. Where the study itself was read, the printed year is compared with that of its citation and of its
 * publication, which differ where it appeared ahead of print. A study that is known from the citing paper alone has its year
 * from there: comparing the two would say nothing.
 */
import type { Paper } from '../paper.ts';
import type { PrintedValue } from '../printed/index.ts';
import type { Study } from '../study.ts';
import { auditedStudy, evidenceOf, groupedBy } from './audited-study.ts';
import { type AuditAnswer, type AuditFinding, finding, nothingFound } from './finding.ts';

type Fact = Extract<PrintedValue, { readonly what: 'fact' }>;

const isYear = (value: PrintedValue): value is Fact =>
  value.what === 'fact' &&
  /^year(?: of publication)?$/i.test(value.name) &&
  /^(?:1[89]|20)\d{2}$/.test(value.means);

function laterThanPaper(study: Study, facts: readonly Fact[], paper: Paper): readonly AuditFinding[] {
  const { id, year } = paper;
  if (year === undefined) return [];
  const later = facts.filter(({ means, place }) => place.document === id && Number(means) > year);
  const [first] = later;
  if (first === undefined) return [];
  const years = Math.max(...later.map(({ means }) => Number(means))) - year;
  return [
    finding({
      study: study.id,
      check: 'citationYear',
      group: first.group,
      about: `year against paper ${id}`,
      outcome: 'conflicting',
      certainty: years > 1 ? 'certain' : 'possible',
      printed: later.map(evidenceOf),
      recomputed: `paper ${id} is of ${year}, ${years === 1 ? 'one year' : `${years} years`} before what it cites`,
      test: 'the year of a citation against the year of the paper that cites it',
      explanation:
        years > 1 ? 'A digit of the year is misprinted.' : 'It was in press, or the year is misprinted.',
    }),
  ];
}

function otherThanCited(
  study: Study,
  facts: readonly Fact[],
  papers: readonly Paper[],
): readonly AuditFinding[] {
  const isFromPaper = papers.some(({ id }) => study.readIn.document === id);
  if (study.verification !== 'read' || isFromPaper) return [];
  const known = [study.citation.year, Number(study.published.slice(0, 4))];
  const others = facts.filter(({ means }) => !known.includes(Number(means)));
  return [...groupedBy(others, ({ means }) => means)].flatMap(([means, same]): readonly AuditFinding[] => {
    const [first] = same;
    if (first === undefined) return [];
    const isNear = known.some((year) => Math.abs(year - Number(means)) <= 1);
    return [
      finding({
        study: study.id,
        check: 'citationYear',
        group: first.group,
        about: `year ${means}`,
        outcome: 'conflicting',
        certainty: isNear ? 'likely' : 'certain',
        printed: same.map(evidenceOf),
        recomputed: `the study is of ${[...new Set(known)].join(', published ')}`,
        test: 'the year of a citation against that of the study, which was read',
        explanation: isNear
          ? 'The year is that of publication ahead of print, of a meeting, or misprinted.'
          : 'A digit is misprinted, or another report of the study is meant.',
      }),
    ];
  });
}

/** The audit of the years that are printed of one study. */
export function citationYearCheck(study: Study, papers: readonly Paper[]): AuditAnswer {
  const facts = auditedStudy(study)?.values.filter(isYear) ?? [];
  return facts.length === 0
    ? nothingFound
    : {
        findings: [
          ...papers.flatMap((paper) => laterThanPaper(study, facts, paper)),
          ...otherThanCited(study, facts, papers),
        ],
        explained: [],
      };
}
