/** The proposals of a report's text as a part of a case file in YAML, with what was left out above it as comments. */
import { writeYaml } from '../../reading/index.ts';
import { type NotProposedReason, notProposedReasons, type Proposals } from './read-proposals.ts';
import { linesOf, onOneLine } from './read-text.ts';

/** Of one reason, so many places are named; the rest are counted. */
const mostPlaces = 20;

function leftOut(
  reason: string,
  { notProposed }: Proposals,
  lineAt: (at: number) => number,
): readonly string[] {
  const own = notProposed.filter((each) => each.reason === reason);
  if (own.length === 0) return [];
  const places = own
    .slice(0, mostPlaces)
    .map(({ mention }) => `line ${lineAt(mention.start)} "${onOneLine(mention.text)}"`);
  const more = own.length > mostPlaces ? `, and ${own.length - mostPlaces} more` : '';
  const why = notProposedReasons[reason satisfies string as NotProposedReason];
  return [`# not proposed (${why}): ${places.join(', ')}${more}`];
}

/** The fragment. A record takes one grade of a report: further ones stand in comments. */
export function proposalsYaml(text: string, proposals: Proposals): string {
  const lineAt = linesOf(text);
  const { findings, biomarkers, stains, ki67, mitoses, grades } = proposals;
  const [grade, ...otherGrades] = grades;
  const pathology = {
    id: 'report-text',
    ...(grade === undefined ? {} : { gradePrinted: grade.printed, place: grade.place }),
    ...(ki67.length === 0 ? {} : { ki67 }),
    ...(mitoses.length === 0 ? {} : { mitoses }),
    ...(stains.length === 0 ? {} : { stains }),
  };
  const document = {
    ...(findings.length === 0 ? {} : { findings }),
    ...(biomarkers.length === 0 ? {} : { biomarkers }),
    ...(Object.keys(pathology).length === 1 ? {} : { pathology: [pathology] }),
  };
  const comments = [
    '# Proposals read from a text: check each against its words, add specimen, assay and dates.',
    ...Object.keys(notProposedReasons).flatMap((reason) =>
      leftOut(reason, proposals, (at) => lineAt(at).line),
    ),
    ...otherGrades.map(({ printed, place }) => `# another grade: ${printed} (line ${place.lines ?? ''})`),
  ];
  const body = Object.keys(document).length === 0 ? '' : writeYaml(document).trimEnd();
  return `${[...comments, body].filter((part) => part !== '').join('\n')}\n`;
}
