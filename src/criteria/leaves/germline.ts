/** Whether an alteration of a gene is germline; a tumour-only assay leaves it unknown. */
import * as z from 'zod';
import { isMet, isUnknown, isUnmet } from '../answer.ts';
import { datumOf } from '../datum.ts';
import { defineLeaf } from '../leaf.ts';

export const germlineLeaf = defineLeaf({
  name: 'germline',
  schema: z.strictObject({ genes: z.array(z.string().min(1)).min(1) }),
  evaluate({ genes }, { findings }) {
    const inGenes = findings.filter(
      ({ finding }) =>
        finding.status === 'positive' &&
        genes.some((gene) => gene.toUpperCase() === finding.gene.toUpperCase()),
    );
    const data = inGenes.map(({ finding }) =>
      datumOf(finding, `${finding.gene} ${finding.alteration}, origin ${finding.origin}`),
    );
    if (inGenes.some(({ finding }) => finding.origin === 'germline')) return isMet(...data);
    if (inGenes.length === 0) return isUnknown('notTested', `test ${genes.join(', ')} in blood`);
    if (inGenes.every(({ finding }) => finding.origin === 'somatic')) return isUnmet(...data);
    return isUnknown('notTested', 'test the same alteration in blood', ...data);
  },
  topic: ({ genes }) => `germline:${genes[0] ?? ''}`,
  print: ({ genes }) => `germline alteration of ${genes.join(' or ')}`,
});
