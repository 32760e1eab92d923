/**
 * Inherited drug metabolism: a variant that impairs the enzyme, or the phenotype that it makes. A variant does not say
 * which phenotype: one DPYD allele without function makes an intermediate metaboliser, two make a poor one (Amstutz,
 * CPIC guideline for DPYD, Clin Pharmacol Ther 2018;103:210). The two are inherited, so a later test without a result
 * takes nothing back.
 */
import * as z from 'zod';
import type { CaseRecord } from '../../case/index.ts';
import { markerTruth } from '../../truth/index.ts';
import { answer, isMet, isUnknown, isUnmet } from '../answer.ts';
import { datumOf, mostRecent } from '../datum.ts';
import { defineLeaf } from '../leaf.ts';
import { markerStatusWords } from './marker-status-words.ts';

type Pharmacogene = CaseRecord['pharmacogenes'][number];

const impairedPhenotypes = ['poor', 'intermediate'] as const;

const isImpaired = ({ metaboliser }: Pharmacogene): boolean =>
  impairedPhenotypes.some((phenotype) => phenotype === metaboliser);

const hasResult = (tested: Pharmacogene): boolean =>
  tested.status === 'positive' || tested.status === 'negative' || isImpaired(tested);

/** No variant and an impaired enzyme, or a variant that impairs the enzyme and a normal one. */
const contradictsItself = (tested: Pharmacogene): boolean =>
  (tested.status === 'negative' && isImpaired(tested)) ||
  (tested.status === 'positive' && tested.metaboliser === 'normal');

/** For these genes positive means a variant that impairs the enzyme. */
const resultWords: typeof markerStatusWords = {
  ...markerStatusWords,
  positive: 'a variant that impairs the enzyme',
  negative: 'no variant that impairs the enzyme',
};

export const pharmacogeneLeaf = defineLeaf({
  name: 'pharmacogene',
  schema: z.strictObject({
    gene: z.enum(['DPYD', 'UGT1A1']),
    metaboliser: z.enum(impairedPhenotypes).exactOptional(),
  }),
  evaluate({ gene, metaboliser }, { record }) {
    const recorded = record.pharmacogenes.filter((each) => each.gene === gene);
    const tested = mostRecent(recorded.filter(hasResult)) ?? mostRecent(recorded);
    const settledBy = `genotype ${gene}`;
    if (tested === undefined) return isUnknown('notRecorded', settledBy);
    const phenotype = tested.metaboliser === 'unstated' ? '' : `, ${tested.metaboliser} metaboliser`;
    const datum = datumOf(tested, `${gene}: ${resultWords[tested.status]}${phenotype}`);
    if (contradictsItself(tested)) {
      const clearUp = `clear up the genotype and the phenotype of ${gene}: they contradict each other`;
      return isUnknown('conflicting', clearUp, datum);
    }
    if (isImpaired(tested))
      return metaboliser === undefined || metaboliser === tested.metaboliser ? isMet(datum) : isUnmet(datum);
    if (metaboliser !== undefined && tested.status === 'positive') {
      const state = `state whether the ${gene} genotype makes a poor or an intermediate metaboliser`;
      return isUnknown('notRecorded', state, datum);
    }
    const { truth, ...rest } = markerTruth(tested.status, 'detects');
    const reason = 'reason' in rest ? rest.reason : 'notRecorded';
    return answer(truth, [datum], { reason, settledBy });
  },
  topic: ({ gene }) => `pharmacogene:${gene}`,
  print: ({ gene, metaboliser }) =>
    metaboliser === undefined ? `${gene}: reduced enzyme activity` : `${gene}: ${metaboliser} metaboliser`,
});
