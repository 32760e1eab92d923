/** Whether there is tissue to test: a specimen that was adequate, of a kind that allows it. */
import * as z from 'zod';
import { type Specimen, specimenKinds } from '../../case/index.ts';
import { type Datum, isMet, isUnknown, isUnmet } from '../answer.ts';
import { datumOf, mostRecent } from '../datum.ts';
import { defineLeaf } from '../leaf.ts';

const kindWords: Readonly<Record<Specimen['kind'], string>> = {
  fineNeedleAspirate: 'fine-needle aspirate',
  coreBiopsy: 'core biopsy',
  excision: 'excision',
  resection: 'resection',
  cytology: 'cytology',
  plasma: 'plasma',
  blood: 'blood',
  unstated: 'specimen of a kind not stated',
};

function specimenDatum(each: Specimen): Datum {
  const adequacy = each.adequacy === 'unstated' ? 'adequacy not stated' : each.adequacy;
  return datumOf(each, `${kindWords[each.kind]} of ${each.site}, ${adequacy}`);
}

export const specimenLeaf = defineLeaf({
  name: 'specimen',
  schema: z.strictObject({
    adequate: z.literal(true).exactOptional(),
    kind: z.array(z.enum(specimenKinds)).min(1).exactOptional(),
  }),
  evaluate({ adequate, kind }, { record }) {
    const ofKind = record.specimens.filter((each) => kind === undefined || kind.includes(each.kind));
    const data = ofKind.map(specimenDatum);
    const settledBy = 'take a new biopsy, or ask the laboratory whether tissue is left';
    if (ofKind.length === 0) {
      return record.specimens.length === 0 || record.specimens.some((each) => each.kind === 'unstated')
        ? isUnknown('notRecorded', settledBy, ...record.specimens.map(specimenDatum))
        : isUnmet(...record.specimens.map(specimenDatum));
    }
    if (adequate === undefined || ofKind.some((each) => each.adequacy === 'adequate')) return isMet(...data);
    if (ofKind.every((each) => each.adequacy === 'insufficient')) return isUnmet(...data);
    return isUnknown('notRecorded', settledBy, ...data);
  },
  print: ({ adequate, kind }) =>
    [
      adequate === true ? 'an adequate specimen' : 'a specimen',
      kind === undefined ? undefined : `(${kind.map((each) => kindWords[each]).join(' or ')})`,
    ]
      .filter((word) => word !== undefined)
      .join(' '),
});

/** Measurable disease as the record states it. */
export const measurableDiseaseLeaf = defineLeaf({
  name: 'measurableDisease',
  schema: z.strictObject({ present: z.literal(true) }),
  evaluate(_question, { record }) {
    const stated = mostRecent(record.extent.filter((each) => each.measurableDisease !== 'unknown'));
    if (stated !== undefined) {
      const datum = datumOf(stated, `measurable disease: ${stated.measurableDisease}`);
      return stated.measurableDisease === 'yes' ? isMet(datum) : isUnmet(datum);
    }
    const measured = record.assessments.find((each) =>
      each.lesions.some((lesion) => lesion.diameterCm !== undefined),
    );
    if (measured !== undefined) return isMet(datumOf(measured, 'lesions measured'));
    return isUnknown('notRecorded', 'measure the lesions on CT or MRI');
  },
  print: () => 'measurable disease',
});
