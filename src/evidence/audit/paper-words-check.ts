/**
 * What a paper prints word by word: a drug added to a regimen that holds it; a name of a tumour built on a defined abbreviation and
 * expanded nowhere; an abbreviation with a number beside the same letters for something else; a drug with one letter wrong.
 */
import type { Paper } from '../paper.ts';
import type { Study } from '../study.ts';
import { type AuditAnswer, type AuditFinding, finding, type PrintedEvidence } from './finding.ts';
import { type OfStudy, studiesIn, tell } from './paper-study.ts';

const drugsIn = (means: string): readonly string[] =>
  means
    .toLowerCase()
    .split(/[^a-z0-9-]+/u)
    .filter((word) => word.length > 5 && word !== 'followed');

/** "Temozolomide with CAPTEM", where CAPTEM is capecitabine and temozolomide. */
function containedDrugs(paper: Paper, studies: readonly OfStudy[]): readonly AuditFinding[] {
  const seen = new Set<string>();
  return studies.flatMap(({ study, here }) =>
    here.flatMap((value): AuditFinding[] => {
      if (value.what !== 'fact') return [];
      return paper.abbreviations.flatMap(({ short, means, place }): AuditFinding[] => {
        const twice = drugsIn(means).find((drug) =>
          new RegExp(`\\b${drug} (?:with|plus|and) ${short}\\b`, 'i').test(value.value),
        );
        const key = `${study.id} ${short}`;
        if (twice === undefined || seen.has(key)) return [];
        seen.add(key);
        return [
          finding({
            study: study.id,
            check: 'abbreviation',
            group: value.group,
            about: `${twice} with ${short}`,
            outcome: 'conflicting',
            certainty: 'certain',
            printed: [
              { printed: value.value, place: value.place },
              { printed: `${short}, ${means}`, place },
            ],
            recomputed: `${short} is ${means}: ${twice} would be given twice`,
            test: 'drugs of a regimen against what is added to it',
            explanation: 'The other drug of the regimen was meant.',
          }),
        ];
      });
    }),
  );
}

/** Names of tumours made of a defined one and letters before it, which the paper expands nowhere: HGNET beside NET. */
function builtOn(paper: Paper, studies: readonly OfStudy[]): readonly AuditFinding[] {
  const shorts = new Set(paper.abbreviations.map(({ short }) => short));
  const tumours = new Set(
    paper.abbreviations
      .filter(({ means }) => /\btumou?rs?$|\bcarcinomas?$|\bcancers?$/i.test(means))
      .map(({ short }) => short),
  );
  const used = new Map<string, PrintedEvidence>();
  for (const { here } of studies)
    for (const { place } of here)
      for (const word of (place.text ?? '').split(/[^A-Za-z0-9]+/u)) {
        const short = word.replace(/(?<=[A-Z])s$/u, '');
        const stem = [...tumours].find(
          (each) => each.length > 2 && short !== each && short.endsWith(each) && /^[A-Z]{3,}$/.test(short),
        );
        if (stem !== undefined && !shorts.has(short) && !used.has(short))
          used.set(short, { printed: place.text ?? short, place });
      }
  if (used.size === 0) return [];
  return [
    tell(paper, {
      check: 'abbreviation',
      about: 'abbreviations that are expanded nowhere',
      outcome: 'undescribed',
      certainty: 'certain',
      printed: [...used.values()],
      recomputed: `${[...used.keys()].join(', ')}: expanded in no place of the paper`,
      test: 'abbreviations that are built on a defined one against the definitions',
      explanation: 'The reader has to guess what the letters before the known abbreviation stand for.',
    }),
  ];
}

/** A defined abbreviation with a number behind it, which stands for something else: PD-1 where PD is progression of disease. */
function numbered(paper: Paper, studies: readonly OfStudy[]): readonly AuditFinding[] {
  const defined = new Map(paper.abbreviations.map((each) => [each.short, each]));
  const used = new Map<string, PrintedEvidence>();
  for (const { here } of studies)
    for (const { place } of here)
      for (const [word, stem = ''] of (place.text ?? '').matchAll(/\b([A-Z]{2,4})-L?\d\b/gu))
        if (defined.has(stem) && !defined.has(word) && !used.has(word))
          used.set(word, { printed: place.text ?? word, place });
  const stems = [...new Set([...used.keys()].map((word) => word.split('-')[0] ?? ''))];
  if (used.size === 0) return [];
  return [
    tell(paper, {
      check: 'abbreviation',
      about: `${[...used.keys()].toSorted().join(', ')} beside ${stems.join(', ')}`,
      outcome: 'undescribed',
      certainty: 'likely',
      printed: [
        ...used.values(),
        ...stems.flatMap((stem) => {
          const own = defined.get(stem);
          return own === undefined ? [] : [{ printed: `${stem}, ${own.means}`, place: own.place }];
        }),
      ],
      recomputed: `${[...used.keys()].join(', ')}: expanded in no place of the paper; ${stems.map((stem) => `${stem} is ${defined.get(stem)?.means ?? ''}`).join(', ')}`,
      test: 'abbreviations with a number against the definitions',
      explanation: 'The same letters stand for two things, and only one is expanded.',
    }),
  ];
}

/** Whether two words differ by one letter: changed, left out or put in. */
function isOneLetterOff(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1 || short === long) return false;
  let from = 0;
  while (from < short.length && short.charAt(from) === long.charAt(from)) from += 1;
  return short.slice(short.length === long.length ? from + 1 : from) === long.slice(from + 1);
}

/** Names of this many letters are not met by one letter off by chance. */
const longName = 9;

/** Names of drugs with one letter wrong, against the drugs of the library. */
function misspelt(
  paper: Paper,
  studies: readonly OfStudy[],
  drugs: ReadonlySet<string>,
): readonly AuditFinding[] {
  const texts = [
    ...paper.abbreviations.map(({ short, means, place }) => ({
      printed: place.text ?? `${short}, ${means}`,
      place,
    })),
    ...studies.flatMap(({ here }) => here.map(({ place }) => ({ printed: place.text ?? '', place }))),
  ];
  const wrong = new Map<string, { readonly drug: string; readonly evidence: PrintedEvidence }>();
  for (const evidence of texts)
    for (const word of evidence.printed.toLowerCase().split(/[^a-z]+/u)) {
      if (word.length < longName || drugs.has(word) || wrong.has(word)) continue;
      const drug = [...drugs].find((name) => name.length >= longName && isOneLetterOff(word, name));
      if (drug !== undefined) wrong.set(word, { drug, evidence });
    }
  return [...wrong].map(([word, { drug, evidence }]) =>
    tell(paper, {
      check: 'abbreviation',
      about: `spelling of ${drug}`,
      outcome: 'conflicting',
      certainty: 'certain',
      printed: [evidence],
      recomputed: `"${word}" is one letter from ${drug}`,
      test: 'names of drugs against the drugs of the library',
      explanation: 'A slip of spelling; no other drug has this name.',
    }),
  );
}

export function paperWordsCheck(paper: Paper, studies: readonly Study[]): AuditAnswer {
  const printed = studiesIn(paper, studies);
  const drugs = new Set(studies.flatMap(({ arms }) => arms.flatMap((arm) => arm.drugs)));
  return {
    findings: [
      ...containedDrugs(paper, printed),
      ...builtOn(paper, printed),
      ...numbered(paper, printed),
      ...misspelt(paper, printed, drugs),
    ],
    explained: [],
  };
}
