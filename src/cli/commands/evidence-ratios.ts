/** `cajal evidence ratios`: hazard ratios as studies print them, side by side, and together only where that is allowed. */
import { type ListedRatio, type RatioSynthesis, synthesiseRatios } from '../../evidence/index.ts';
import type { EvidenceRatiosOptions } from '../evidence-options.ts';
import { studiesKnownBy, wholeLibrary } from './evidence-library.ts';
import { whereOf } from './evidence-pool.ts';
import { ratioStudyName, ratioSynthesisLines } from './evidence-ratios-text.ts';
import { print } from './stats.ts';

/** A study by its id, so that an answer does not carry the library. */
const plain = ({ study, ...ratio }: ListedRatio): object => ({
  study: study.id,
  name: ratioStudyName(study),
  ...ratio,
});

const asJson = ({ question, ratios, unlisted, pooled }: RatioSynthesis): string =>
  JSON.stringify(
    {
      question,
      ratios: ratios.map(plain),
      unlisted: unlisted.map(({ study, ...each }) => ({ study: study.id, ...each })),
      pooled: pooled.map((group) => ({
        ...group,
        ratios: group.ratios.map(({ ratio, isTurnedOver }) => ({ study: ratio.study.id, isTurnedOver })),
      })),
    },
    null,
    2,
  );

/** Lists the hazard ratios of the library and pools those that may be pooled. */
export function evidenceRatiosCommand({ of, where: asked, asOf, json }: EvidenceRatiosOptions): void {
  const where = asked === undefined ? undefined : whereOf(asked);
  if (asked !== undefined && where === undefined) return;
  const known = studiesKnownBy(wholeLibrary().studies, asOf);
  if (known === undefined) return;
  const synthesis = synthesiseRatios(known, { of, where, reading: 'curated' });
  print(json ? asJson(synthesis) : ratioSynthesisLines(synthesis).join('\n'));
}
