/**
 * Counts by population, each with its exact interval and never added up: "melanoma, KIT exon 11: 5 of 9 (21-86%)".
 * A population in which nobody was treated is said to be empty.
 */
import type { PopulationCount, UsableCount } from '../../evidence/index.ts';
import type { WeighedOption } from '../../options/index.ts';
import { relationText } from '../board-words.ts';
import { partOfCount } from '../cited-part.ts';
import type { FlowBlock, Line } from '../document.ts';
import { auditLines, findingLines } from '../integrity-lines.ts';
import { countWords, intervalWords } from '../interval-words.ts';
import { atSource } from '../place-basis.ts';
import type { ReportContext } from '../report-input.ts';
import { badge, line, strong } from '../span.ts';

function populationLine(count: PopulationCount): Line {
  const { words, responders, evaluable, notEvaluable, interval } = count;
  const rest = notEvaluable === 0 ? '' : `; ${notEvaluable} more not evaluable`;
  if (evaluable === 0) {
    return line(
      `${words}: `,
      badge('unknown', notEvaluable === 0 ? 'none treated in this study' : 'none evaluable in this study'),
      notEvaluable === 0 ? undefined : ` (${notEvaluable} treated)`,
    );
  }
  return line(`${words}: `, strong(countWords(responders, evaluable, interval)), ` responded${rest}`);
}

const outcomeWords: Readonly<Record<UsableCount['result']['outcome'], string>> = {
  completeResponse: 'complete response',
  partialResponse: 'partial response',
  stableDisease: 'stable disease',
  progressiveDisease: 'progressive disease',
  objectiveResponse: 'objective response',
  diseaseControl: 'disease control',
  progression: 'progression',
  markerPresent: 'marker present',
  markerDetected: 'marker detected',
  biochemicalResponse: 'biochemical response',
};

const belongsWords = {
  met: 'this patient is of this population',
  unmet: 'this patient is not of this population',
  unknown: 'whether this patient is of this population is open',
} as const;

function printedRow(count: UsableCount, context: ReportContext): { cells: Line[][] } {
  const { result, population, relation, belongs, interval, includesOwnPatient, recounted, study, integrity } =
    count;
  const own = includesOwnPatient
    ? [line(badge('caution', 'this total still counts this patient'))]
    : recounted === undefined
      ? []
      : [line(badge('neutral', 'counted again without this patient'))];
  return {
    cells: [
      [line(population), line(`${relationText(relation.relation)}; ${belongsWords[belongs]}`), ...own],
      [
        atSource(
          line(
            `${outcomeWords[result.outcome]} `,
            strong(`${(recounted ?? result).count} of ${(recounted ?? result).of}`),
            ` (${intervalWords(interval)})`,
          ),
          result.place,
          context,
        ),
        line(
          `printed “${result.printed}”, of ${result.denominator === 'unstated' ? 'an unstated denominator' : result.denominator}`,
        ),
        ...(result.inferred === undefined
          ? []
          : [line(badge('caution', 'denominator inferred'), ` ${result.inferred}`)]),
        ...findingLines(integrity, study.id, context),
      ],
      [
        line(...context.citations.study(study.id, partOfCount(study, result))),
        ...auditLines(study.id, context),
      ],
    ],
  };
}

/** The counts of one option; empty when the library has none. */
export function countBlocks(option: WeighedOption, context: ReportContext): FlowBlock[] {
  const blocks: FlowBlock[] = [];
  const byStudy = Map.groupBy(option.counts, (count) => count.study.id);
  if (byStudy.size > 0) {
    blocks.push({
      kind: 'table',
      caption: 'Responders by population, patients printed one by one; exact 95% intervals',
      columns: [
        { label: 'Study', share: 4 },
        { label: 'Population: responders of evaluable', share: 10 },
      ],
      rows: [...byStudy].map(([study, counts]) => ({
        cells: [
          [
            line(...context.citations.study(study, { part: 'patients', study })),
            ...(counts.some((count) => count.ownPatientTakenOut)
              ? [line(badge('neutral', 'this patient taken out'))]
              : []),
            ...auditLines(study, context),
          ],
          counts.map(populationLine),
        ],
      })),
    });
  }
  if (option.printedCounts.length > 0) {
    blocks.push({
      kind: 'table',
      caption: 'Counts as studies print them; exact 95% intervals recomputed',
      columns: [
        { label: 'Population', share: 6 },
        { label: 'Outcome', share: 7 },
        { label: 'Study', share: 4 },
      ],
      rows: option.printedCounts.map((count) => printedRow(count, context)),
    });
  }
  return blocks;
}
