/** Generated small case files, for the properties of this room. Test-only. */
import fc from 'fast-check';
import { leastDocument } from './example-cases.fixture.ts';

/** Texts that YAML and JSON could misread: numbers, booleans, nulls, quotes, marks, markup, other scripts. */
export const text = fc.oneof(
  fc.constantFrom(
    'yes',
    'null',
    '1.10',
    '2012-06',
    '- a',
    '# b',
    "it's",
    '"q"',
    '<b>x</b>',
    'a: b',
    ' x ',
    '~',
    'é√',
  ),
  fc.string({ minLength: 1, maxLength: 30 }),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
);

/** Text without what no text file may hold. */
const words = text.map((of) => of.replaceAll(/\p{Cc}|\p{Cs}/gu, ' ')).filter((of) => of.length > 0);

const year = fc.integer({ min: 2001, max: 2020 });
const month = fc.integer({ min: 1, max: 12 }).map((of) => String(of).padStart(2, '0'));
/** Dates of one axis, certain and uncertain. */
export const calendarDate = fc.oneof(
  year.map(String),
  fc.tuple(year, month).map(([y, m]) => `${y}-${m}`),
  fc.tuple(year, month).map(([y, m]) => `${y}-${m}-15`),
  fc.tuple(year, month).map(([y, m]) => `..${y}-${m}`),
  fc.tuple(year, month).map(([y, m]) => `${y}-${m}..`),
);

/** A mapping with some of the optional fields of a fact. */
function withSome<T extends object>(required: fc.Arbitrary<T>) {
  const optional = fc.record(
    { date: calendarDate, note: words, place: fc.record({ document: words }) },
    { requiredKeys: [] },
  );
  return fc.tuple(required, optional).map(([a, b]) => ({ ...a, ...b }));
}

const few = { maxLength: 3 };
const range = fc.constantFrom('20', '20%', '<3%', '45-70%', '>= 20', 'at least 3');

/** Lists of a record, each of which may be absent; ids are set by place. */
const lists = fc.record(
  {
    goals: fc.array(withSome(fc.record({ printed: words })), few),
    symptoms: fc.array(
      withSome(fc.record({ term: words, status: fc.constantFrom('present', 'absent') })),
      few,
    ),
    laboratory: fc.array(
      withSome(
        fc.record({
          analyte: fc.constantFrom('NSE', 'CgA'),
          value: fc.constantFrom('5 ng/mL', '<95 ng/mL', 'high'),
        }),
      ),
      few,
    ),
    performance: fc.array(
      withSome(fc.record({ scale: fc.constant('KPS'), value: fc.constantFrom('90', '70-80', '>=70') })),
      few,
    ),
    pathology: fc.array(
      withSome(
        fc.record({ ki67: fc.array(fc.record({ status: fc.constant('counted'), percent: range }), few) }),
      ),
      few,
    ),
    assays: fc.array(
      withSome(
        fc.record({
          name: words,
          analyte: fc.constantFrom('DNA', 'RNA'),
          status: fc.constantFrom('done', 'pending', 'failed'),
          genes: fc.oneof(fc.constant('all'), fc.constant('unstated'), fc.constant(['KIT', 'NTRK3'])),
          regions: fc.array(
            fc.record({ gene: fc.constant('KIT'), exons: fc.constantFrom([11], [9, 11]) }),
            few,
          ),
          detects: fc.subarray(['smallVariant', 'fusion', 'copyNumber']),
        }),
      ),
      few,
    ),
    comorbidities: fc.array(withSome(fc.record({ term: words, status: fc.constant('present') })), few),
    extent: fc.array(withSome(fc.record({ extent: fc.constantFrom('metastatic', 'localised') })), few),
  },
  { requiredKeys: [] },
);

/** The document of a small case, as a file would hold it. */
export const smallDocument = lists.map((fields) => {
  const numbered = (of: readonly object[] | undefined) =>
    of?.map((each, index) => ({ id: `x${index}`, ...each }));
  const { pathology, assays, ...rest } = fields;
  return {
    ...leastDocument,
    ...rest,
    ...(pathology === undefined ? {} : { pathology: numbered(pathology) }),
    ...(assays === undefined ? {} : { assays: numbered(assays) }),
  };
});
