/**
 * The input of a funnel figure: the effect of each study against how precise it is. Under ten studies asymmetry cannot be told
 * from chance, and the error of a share, of its log and of its log odds is made from the share itself, so that such a funnel
 * leans by arithmetic alone: both are refused, unless a printed funnel is to be reproduced. Shares are drawn against the size
 * of the study instead (Sterne et al., BMJ 2011;343:d4002; Hunter et al., J Clin Epidemiol 2014;67:897).
 */
import * as z from 'zod';
import { type FunnelMeasure, fewestForFunnel, funnelCaveats } from '../../statistics/index.ts';
import { amount, frameFields, label } from '../scene/index.ts';

/** What the effects are, and the measure that the statistics know them by. */
const measures = {
  sharePercent: 'PR',
  logShare: 'PLN',
  logOdds: 'PLO',
  arcsine: 'PAS',
  ratio: 'HR',
  difference: 'other',
  other: 'other',
} as const satisfies Readonly<Record<string, FunnelMeasure>>;

const study = z.strictObject({
  label,
  effect: amount,
  standardError: amount.positive().describe('Of a ratio: of its logarithm').exactOptional(),
  patients: z.int().min(1).max(10_000_000).exactOptional(),
  remark: label.exactOptional(),
});

/** The schema of the input. */
export const funnelData = z
  .strictObject({
    ...frameFields,
    measure: label.describe('"Hazard ratio", "Objective response (%)"'),
    method: label.describe('How effects and the pooled effect were made'),
    effect: z.enum(['sharePercent', 'logShare', 'logOdds', 'arcsine', 'ratio', 'difference', 'other']),
    vertical: z.enum(['standardError', 'studySize']).describe('What stands on the vertical axis'),
    pooled: amount.exactOptional().describe('The pooled effect, on the scale of the effects'),
    asReproduction: z
      .boolean()
      .default(false)
      .describe(
        'Draws in spite of what stands against it, to check what a paper printed; the caption says so',
      ),
    studies: z.array(study).min(2).max(500),
  })
  .superRefine(({ effect, vertical, pooled, asReproduction, studies }, context) => {
    const refuse = (message: string, path: (string | number)[]): void =>
      context.addIssue({ code: 'custom', message, path });
    if (!asReproduction)
      for (const caveat of caveatsOf({ effect, vertical, studies })) {
        if (caveat === 'errorMadeFromEffect')
          refuse(
            'the error of these effects is made from the effects themselves; write "studySize", or "asReproduction: true" to check what a paper printed',
            ['vertical'],
          );
        else
          refuse(
            `a funnel of fewer than ${fewestForFunnel} studies shows chance; write "asReproduction: true" to draw it all the same`,
            ['studies'],
          );
      }
    studies.forEach(({ effect: value, standardError, patients }, at) => {
      if (vertical === 'standardError' && standardError === undefined)
        refuse('is needed, for it stands on the vertical axis', ['studies', at, 'standardError']);
      if (vertical === 'studySize' && patients === undefined)
        refuse('is needed, for it stands on the vertical axis', ['studies', at, 'patients']);
      if (effect === 'ratio' && value <= 0) refuse('a ratio is above 0', ['studies', at, 'effect']);
      if (effect === 'sharePercent' && (value < 0 || value > 100))
        refuse('a share is from 0 to 100', ['studies', at, 'effect']);
    });
    if (pooled === undefined) return;
    if (effect === 'ratio' && pooled <= 0) refuse('a ratio is above 0', ['pooled']);
    if (effect === 'sharePercent' && (pooled < 0 || pooled > 100))
      refuse('a share is from 0 to 100', ['pooled']);
  });
/** The input of a funnel figure. */
export type FunnelData = z.infer<typeof funnelData>;
export type FunnelStudy = FunnelData['studies'][number];

/** What stands against a funnel. Against the size of a study, the arithmetic of errors does not play. */
export const caveatsOf = ({
  effect,
  vertical,
  studies,
}: Pick<FunnelData, 'effect' | 'vertical'> & { readonly studies: readonly unknown[] }) =>
  funnelCaveats(studies.length, measures[effect]).filter(
    (caveat) => caveat === 'fewerThanTenStudies' || vertical === 'standardError',
  );
