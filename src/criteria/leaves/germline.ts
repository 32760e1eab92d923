/** Whether an alteration of a gene is germline; a tumour-only assay, and a record that is silent, leave it unknown. */
import * as z from 'zod';
import { isMet, isUnknown, isUnmet } from '../answer.ts';
import { datumOf } from '../datum.ts';
import { defineLeaf } from '../leaf.ts';

export const germlineLeaf = defineLeaf({
  name: 'germline',
  schema: z.strictObject({ genes: z.array(z.string().min(1)).min(1) }),
  evaluate({ genes }, { findings }) {
    const named = findings.filter(({ finding }) =>
      genes.some((gene) => gene.toUpperCase() === finding.gene.toUpperCase()),
    );
    const inGenes = named.filter(({ finding }) => finding.status === 'positive');
    const data = inGenes.map(({ finding }) =>
      datumOf(finding, `${finding.gene} ${finding.alteration}, origin ${finding.origin}`),
    );
    if (inGenes.some(({ finding }) => finding.origin === 'germline')) return isMet(...data);
    if (inGenes.length === 0) {
      const isStated = named.some(({ finding }) => finding.status === 'notTested');
      return isUnknown(isStated ? 'notTested' : 'notRecorded', `test ${genes.join(', ')} in blood`);
    }
    if (inGenes.every(({ finding }) => finding.origin === 'somatic')) return isUnmet(...data);
    return isUnknown('notRecorded', 'test the same alteration in blood', ...data);
  },
  topic: ({ genes }) => `germline:${genes[0] ?? ''}`,
  print: ({ genes }) => `germline alteration of ${genes.join(' or ')}`,
});
