/** Small studies for tests of the synthesis: invented, each with one count. */
import { type Study, study } from '../study.ts';

const place = { document: 'invented for this test' };

/** A study of NEC with one count; `fields` replaces what the test is about. */
export function madeStudy(
  id: string,
  count: number,
  of: number,
  fields: object = {},
  counted: object = {},
): Study {
  return study.parse({
    cajal: 'study/1',
    id,
    title: id,
    citation: { authors: id, year: 2010 },
    published: '2010',
    verification: 'unverified',
    readIn: place,
    design: { type: 'retrospectiveSeries' },
    selection: 'consecutive',
    population: { words: 'NEC', entity: 'nec', enrolled: of },
    arms: [{ id: 'ep', label: 'EP', drugs: ['cisplatin', 'etoposide'], regimen: 'cisplatin-etoposide' }],
    counts: [
      {
        outcome: 'objectiveResponse',
        count,
        of,
        denominator: 'enrolled',
        printed: `${count}/${of}`,
        place,
        ...counted,
      },
    ],
    ...fields,
  });
}
