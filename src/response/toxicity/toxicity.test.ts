/** Toxicity: worst grades, denominators, attribution, and the printed table of paper 002. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { readCaseDocument } from '../../case/index.ts';
import { parseNumericRange } from '../../units/index.ts';
import { type AdverseEventRow, type AdverseEventTable, adverseEventTable } from './adverse-event-table.ts';
import { readCtcaeVersion, termStatus } from './ctcae.ts';
import { doseChanges } from './dose-change.ts';
import { denominatorsThatFit, type PrintedShare, recomputeShares } from './printed-share.ts';
import { type AdverseEvent, gradeBounds, type PatientAdverseEvent, worstGrades } from './worst-grade.ts';

interface Given {
  readonly patient?: string;
  readonly term?: string;
  readonly grade?: string;
  readonly ctcae?: string;
  readonly attribution?: AdverseEvent['attribution'];
  readonly status?: AdverseEvent['status'];
}
function event({
  patient = 'a',
  term = 'nausea',
  grade,
  ctcae,
  attribution,
  status,
}: Given): PatientAdverseEvent {
  const read = grade === undefined ? undefined : parseNumericRange(grade);
  assert.ok(read === undefined || read.ok);
  return {
    patient,
    term,
    attribution: attribution ?? 'unstated',
    consequence: 'unstated',
    status: status ?? 'present',
    ...(read?.ok === true ? { grade: read.value } : {}),
    ...(ctcae === undefined ? {} : { ctcae }),
  };
}
type Table = Extract<AdverseEventTable, { readonly ok: true }>;
function table(given: readonly Given[], options: Parameters<typeof adverseEventTable>[1]): Table {
  const made = adverseEventTable(given.map(event), options);
  assert.ok(made.ok);
  return made;
}
const treated = (count: number) => ({ denominator: { kind: 'treated', count } as const });

suite('the grade of an event', () => {
  const rows: readonly (readonly [Given, readonly [number, number] | undefined])[] = [
    [{ grade: '3' }, [3, 3]],
    [{ grade: '1-2' }, [1, 2]],
    [{ grade: '>=3' }, [3, 5]],
    [{ grade: '<3' }, [1, 2]],
    [{}, [1, 5]],
    [{ grade: '0' }, undefined],
    [{ status: 'absent' }, undefined],
  ];
  for (const [given, expected] of rows)
    test(JSON.stringify(given), () => {
      const bounds = gradeBounds(event(given));
      assert.deepEqual(bounds === undefined ? undefined : [bounds.least, bounds.most], expected);
    });
});

suite('each patient once, at the worst grade', () => {
  test('two events of one term', () => {
    const [one, ...more] = worstGrades([{ grade: '1' }, { term: 'Nausea', grade: '3' }].map(event));
    assert.equal(more.length, 0);
    assert.deepEqual(one?.grade, { least: 3, most: 3 });
    assert.equal(one?.events, 2);
  });
  test('an event without a grade leaves the upper end open', () => {
    const [one] = worstGrades([{ grade: '2' }, {}].map(event));
    assert.deepEqual(one?.grade, { least: 2, most: 5 });
  });
  test('grades of two versions are not one grade', () => {
    assert.equal(worstGrades([{ ctcae: '4.03' }, { ctcae: '5.0' }].map(event)).length, 2);
    assert.equal(worstGrades([{ ctcae: 'v5' }, { ctcae: 'CTCAE 5.0' }].map(event)).length, 1);
  });
  test('related where any event was', () => {
    const [one] = worstGrades(
      [{ attribution: 'unrelated' as const }, { attribution: 'possible' as const }].map(event),
    );
    assert.equal(one?.relatedness, 'related');
  });
});

suite('the table', () => {
  const given: readonly Given[] = [
    { patient: 'a', grade: '1', attribution: 'possible' },
    { patient: 'a', grade: '3', attribution: 'unrelated' },
    { patient: 'b', attribution: 'probable' },
    { patient: 'c', term: 'rash', grade: '2' },
    { patient: 'd', term: 'rash', status: 'absent' },
  ];
  test('any grade, and severe as bounds, over the treated', () => {
    const { rows, total } = table(given, treated(10));
    assert.deepEqual(
      rows.map(({ term, any, severe }) => [term, any.patients, severe.least.patients, severe.most.patients]),
      [
        ['nausea', 2, 1, 2],
        ['rash', 1, 0, 0],
      ],
    );
    assert.equal(total.any.patients, 3);
    assert.equal(rows[0]?.any.percent, 20);
  });
  test('related events only: the unrelated grade 3 does not count, who is not attributed is named', () => {
    const { rows, attributionNotStated } = table(given, { ...treated(10), include: 'related' });
    assert.deepEqual(
      rows.map(({ term, any, severe }) => [term, any.patients, severe.least.patients]),
      [['nausea', 2, 0]],
    );
    assert.equal(attributionNotStated, 1);
  });
  test('without a denominator there is a count and no share', () => {
    const { rows } = table(given, { denominator: { kind: 'notReported' } });
    assert.deepEqual([rows[0]?.any.patients, rows[0]?.any.percent, rows[0]?.any.interval], [2, null, null]);
  });
  test('one patient is a denominator, none is not', () => {
    assert.equal(table([{ grade: '3' }], treated(1)).rows[0]?.any.percent, 100);
    const none = adverseEventTable([], treated(0));
    assert.equal(none.ok ? '' : none.reason, 'denominatorNotWhole');
  });
  test('a denominator that cannot hold the patients is refused', () => {
    const made = adverseEventTable(given.map(event), treated(2));
    assert.equal(made.ok ? '' : made.reason, 'denominatorTooSmall');
  });
  test('the order of events changes nothing', () => {
    const one = fc.record({
      patient: fc.constantFrom('a', 'b', 'c'),
      term: fc.constantFrom('nausea', 'rash'),
      grade: fc.constantFrom('1', '2', '3', '4'),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 12 }), (events) => {
        const counts = (of: readonly Given[]) =>
          table(of, treated(3)).rows.map(({ term, any, severe }) => [
            term,
            any.patients,
            severe.least.patients,
          ]);
        assert.deepEqual(counts(events), counts(events.toReversed()));
        for (const [, any, severe] of counts(events))
          assert.ok(Number(severe) <= Number(any) && Number(any) <= 3);
      }),
    );
  });
});

suite('versions and terms', () => {
  const rows: readonly (readonly [string, string | null])[] = [
    ['5.0', '5.0'],
    ['CTCAE v5', '5.0'],
    ['4.03', '4.03'],
    ['NCI-CTCAE version 4.03', '4.03'],
    ['v4', null],
    ['WHO', null],
  ];
  for (const [printed, version] of rows)
    test(printed, () => assert.deepEqual(readCtcaeVersion(printed), { printed, version }));
  test('a term is verified only against the list of its version', () => {
    const lists = [{ version: '5.0', terms: ['Nausea'] }] as const;
    assert.equal(termStatus('nausea', '5.0', lists), 'inList');
    assert.equal(termStatus('edema', '5.0', lists), 'notInList');
    assert.equal(termStatus('nausea', '4.03', lists), 'unverified');
    assert.equal(termStatus('nausea', null, lists), 'unverified');
    assert.equal(termStatus('nausea', '5.0'), 'unverified');
  });
});

/** Table 2 of paper 002 (lines 363-377): term, patients with any grade, percent, patients with grade 3 or more, percent. */
const table2: readonly (readonly [string, number, string, number?, string?])[] = [
  ['Edema', 5, '29.4'],
  ['Anorexia', 4, '23.5'],
  ['Nausea', 3, '17.6'],
  ['Skin rash', 3, '17.6', 1, '5.9'],
  ['Fatigue', 2, '11.8'],
  ['Myalgia', 2, '11.8'],
  ['Pneumonia', 2, '11.8'],
  ['Alopecia', 1, '5.9'],
  ['Anemia', 1, '5.9', 1, '5.9'],
  ['Constipation', 1, '5.9'],
  ['General weakness', 1, '5.9'],
  ['Neutropenia', 1, '5.9'],
  ['Sensory neuropathy', 1, '5.9'],
];

suite('paper 002: treatment-related adverse events', () => {
  const any: readonly PrintedShare[] = table2.map(([label, count, printed]) => ({ label, count, printed }));
  const severe: readonly PrintedShare[] = table2.flatMap(([label, , , count, printed]) =>
    count === undefined || printed === undefined ? [] : [{ label, count, printed }],
  );
  test('every printed share of Table 2 is that of its count over 17', () => {
    for (const row of recomputeShares([...any, ...severe], 17))
      assert.equal(row.agreement, 'rounded', row.label);
    assert.deepEqual(denominatorsThatFit([...any, ...severe], 100), [17]);
    assert.deepEqual(denominatorsThatFit([...any, ...severe], 17), [17]);
    assert.deepEqual(denominatorsThatFit([...any, ...severe], 16), []);
  });
  test('the abstract (line 14) prints the same counts over 16', () => {
    const abstract = ['31.3', '25.0', '18.8', '18.8'].map(
      (printed, at): PrintedShare => ({
        label: any[at]?.label ?? '',
        count: any[at]?.count ?? 0,
        printed,
      }),
    );
    assert.deepEqual(denominatorsThatFit(abstract, 100), [16]);
    assert.ok(recomputeShares(abstract, 17).every(({ agreement }) => agreement === 'differs'));
  });
  test('made of patients, the table has the printed counts, its terms unverified in version 4.03', () => {
    const events = table2.flatMap(([term, count, , severeCount = 0]) =>
      Array.from({ length: count }, (_, at) =>
        event({
          patient: `${at}`,
          term,
          grade: at < severeCount ? '3' : '1-2',
          ctcae: '4.03',
          attribution: 'possible',
        }),
      ),
    );
    const made = adverseEventTable(events, {
      denominator: { kind: 'evaluable', count: 17 },
      include: 'related',
    });
    assert.ok(made.ok);
    const { rows } = made;
    for (const [term, count, printed, severeCount = 0] of table2) {
      const row: AdverseEventRow | undefined = rows.find((each) => each.term === term);
      assert.equal(row?.any.patients, count);
      assert.equal(row?.any.percent?.toFixed(1), printed);
      assert.deepEqual([row?.severe.least.patients, row?.severe.most.patients], [severeCount, severeCount]);
      assert.equal(row?.termStatus, 'unverified');
    }
  });
});

suite('printed shares', () => {
  const rows: readonly (readonly [number, number, string, string])[] = [
    // Paper 002: 15 and 16 and 12 of 18, one of 18 (lines 9-10, 143-150).
    [15, 18, '83.3', 'rounded'],
    [1, 18, '5.5', 'truncated'],
    [12, 18, '66.6', 'truncated'],
    [16, 18, '88.8', 'truncated'],
    [4, 18, '22.2', 'rounded'],
    [10, 18, '56', 'rounded'],
    [5, 16, '31.2', 'rounded'],
    [5, 16, '31.3', 'rounded'],
    [5, 16, '31.4', 'differs'],
    [19, 18, '100', 'differs'],
    [1, 18, 'five', 'unread'],
  ];
  for (const [count, of, printed, agreement] of rows)
    test(`${count} of ${of} printed ${printed}`, () =>
      assert.equal(recomputeShares([{ label: '', count, printed }], of)[0]?.agreement, agreement));
});

test('dose changes say where they are stated, and two statements are not added up', () => {
  const { value } = readCaseDocument({
    cajal: 'case/1',
    id: 'test',
    title: 'A test case',
    provenance: { kind: 'clinical' },
    patient: { sex: 'notStated' },
    therapies: [
      {
        id: 'imatinib',
        kind: 'systemic',
        printed: 'imatinib',
        stopReason: 'toxicity',
        doseEvents: [{ event: 'reduction', reason: 'edema' }],
      },
    ],
    adverseEvents: [{ term: 'edema', therapy: 'imatinib', consequence: 'doseReduced' }],
  });
  assert.ok(value);
  assert.deepEqual(
    doseChanges(value.record).map(({ kind, because, statedIn }) => [kind, because, statedIn]),
    [
      ['reduction', 'edema', 'course'],
      ['stop', 'toxicity', 'course'],
      ['reduction', 'edema', 'adverseEvent'],
    ],
  );
});
