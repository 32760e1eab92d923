/**
 * Abbreviations as they are used against how the paper defines them: NE or NR as the limit of an interval cannot be "not
 * evaluated", NA as a category of response cannot be "not available"; a table that defines its abbreviations and uses one
 * that only other tables define.
 */
import type { Paper } from '../paper.ts';
import { type PrintedValue, responseQuantities, timeQuantities } from '../printed/index.ts';
import type { Study } from '../study.ts';
import { type AuditAnswer, type AuditFinding, finding } from './finding.ts';
import { readPrintedLimits } from './printed-interval.ts';

interface Use {
  readonly short: string;
  /** What it has to mean at this place. */
  readonly sense: RegExp;
  readonly words: string;
  readonly value: PrintedValue;
}

/** Abbreviations whose sense follows from where they stand. */
function usesOf(value: PrintedValue): readonly Use[] {
  if (timeQuantities.some((what) => what === value.what) && 'interval' in value) {
    const short = readPrintedLimits(value.interval ?? '')?.upper;
    if (short !== undefined && short.value === undefined)
      return [
        {
          short: short.printed,
          sense: /estim|reach/i,
          words: 'a limit that could not be estimated or was not reached',
          value,
        },
      ];
  }
  if (value.what === responseQuantities[4] && value.as === 'percent') {
    const [short] = /\b(?:NA|NE)\b/.exec(value.place.text ?? '') ?? [];
    if (short !== undefined)
      return [{ short, sense: /evalua|assess|evaluable/i, words: 'patients who were not evaluable', value }];
  }
  return [];
}

export function abbreviationUseCheck(paper: Paper, studies: readonly Study[]): AuditAnswer {
  const values = studies.flatMap(({ printed }) => printed?.values ?? []);
  const here = values.filter(({ place }) => place.document === paper.id);
  const findings = here.flatMap(usesOf).flatMap((use): AuditFinding[] => {
    const defined = paper.abbreviations.filter(
      ({ short, place }) => short === use.short && place.section === use.value.place.section,
    );
    const wrong = defined.filter(({ means }) => !use.sense.test(means));
    if (defined.length === 0 || wrong.length < defined.length) return [];
    return [
      finding({
        study: `paper-${paper.id}`,
        check: 'abbreviation',
        group: 'document',
        about: `use of ${use.short} for ${use.words}`,
        outcome: 'conflicting',
        certainty: 'likely',
        printed: [
          { printed: use.value.place.text ?? use.short, place: use.value.place },
          ...wrong.map(({ short, means, place }) => ({ printed: `${short}, ${means}`, place })),
        ],
        recomputed: `${use.short} stands for ${use.words}, and is defined as "${wrong[0]?.means ?? ''}"`,
        test: 'an abbreviation where its place fixes its sense, against its definition',
        explanation: 'The legend expands another abbreviation of the same letters.',
      }),
    ];
  });
  return { findings: [...findings, ...undefinedIn(paper, here)], explained: [] };
}

/** A table with definitions of its own counts as having a legend from this many on. */
const legendFrom = 3;
/** In so many other legends an abbreviation has to be defined, before its lack is one. */
const definedElsewhere = 2;

/** The words of a place, with the plural of an abbreviation as the abbreviation. */
const tokensOf = (text: string): readonly string[] =>
  text.split(/[^\w/-]+/u).map((word) => word.replace(/(?<=[A-Z])s$/u, ''));

/** Abbreviations that other tables define, used in a table whose legend leaves them out. */
function undefinedIn(paper: Paper, values: readonly PrintedValue[]): readonly AuditFinding[] {
  const tables = new Set(paper.tables.map(({ id }) => id));
  const definitions = paper.abbreviations.filter(({ place }) => tables.has(place.section ?? ''));
  const shorts = [...new Set(definitions.map(({ short }) => short))];
  const lacking = [...tables].flatMap((table) => {
    const own = definitions.filter(({ place }) => place.section === table);
    if (own.length < legendFrom) return [];
    const printed = values.filter(({ place }) => place.section === table);
    return shorts.flatMap((short) => {
      const elsewhere = definitions.filter((each) => each.short === short);
      if (new Set(elsewhere.map(({ place }) => place.section)).size < definedElsewhere) return [];
      if (own.some((each) => each.short === short)) return [];
      const used = printed.find(({ place }) => tokensOf(place.text ?? '').includes(short));
      return used === undefined ? [] : [{ short, table, place: used.place }];
    });
  });
  return lacking.length === 0
    ? []
    : [
        finding({
          study: `paper-${paper.id}`,
          check: 'abbreviation',
          group: 'document',
          about: 'abbreviations that a legend lacks',
          outcome: 'undescribed',
          certainty: 'certain',
          printed: lacking.map(({ short, place }) => ({ printed: place.text ?? short, place })),
          recomputed: lacking
            .map(({ short, table }) => `${table} uses ${short} and does not define it`)
            .join('; '),
          test: 'abbreviations of a table against its legend',
          explanation: 'The legends of other tables define them; this one was not completed.',
        }),
      ];
}
