/** RECIST 1.1 of whole records: measurements, non-target and new lesions, and what is asked of the data. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { newLesionByFdgPet } from './fdg-pet.ts';
import type { FollowedLesion } from './lesion-record.ts';
import { lesion, record, type ShortState } from './record.fixture.ts';
import { recistTimePoints } from './time-points.ts';

const callsOf = (...lesions: readonly FollowedLesion[]): readonly (string | undefined)[] => {
  const count = Math.max(...lesions.map(({ states }) => states.length));
  const days = Array.from({ length: count }, (_, at) => at * 56);
  return recistTimePoints(record(days, lesions)).timePoints.map(({ overall }) => overall?.response);
};
const node = { isNode: true } as const;
const other = { kind: 'nonTarget' } as const;
const fresh = { kind: 'new' } as const;

test('the sum at baseline is known without a later scan, and not where a target was not measured', () => {
  assert.equal(recistTimePoints(record([0], [lesion('T1', [46])])).baselineSum, 46);
  assert.equal(
    recistTimePoints(record([0], [lesion('T1', [46]), lesion('T2', ['missing'])])).baselineSum,
    null,
  );
  assert.equal(recistTimePoints(record([0], [lesion('N1', ['present'], other)])).baselineSum, null);
});

suite('overall responses of whole records', () => {
  const rows: readonly (readonly [string, readonly FollowedLesion[], readonly (string | undefined)[]])[] = [
    ['a split lesion counts with all its parts', [lesion('T1', [50, '20+15'])], ['PR']],
    ['split parts can progress', [lesion('T1', [50, '35+25'])], ['PD']],
    [
      'a merged mass counts once, by its longest diameter',
      [lesion('T1', [30, 45]), lesion('T2', [20, '>T1'])],
      ['SD'],
    ],
    [
      'a merged lesion is gone when the mass is gone',
      [lesion('T1', [30, 40, 'absent']), lesion('T2', [20, '>T1', '>T1'])],
      ['SD', 'CR'],
    ],
    [
      'a merged lesion is missing when the mass is missing',
      [lesion('T1', [30, 'missing']), lesion('T2', [20, '>T1'])],
      ['NE'],
    ],
    ['a lesion merged into itself is missing, not gone', [lesion('T1', [30, '>T1'])], ['NE']],
    [
      'lesions merged into each other are missing, not gone',
      [lesion('T1', [30, '>T2']), lesion('T2', [20, '>T3']), lesion('T3', [20, '>T1'])],
      ['NE'],
    ],
    [
      'a non-target lesion is gone with the mass it merged into',
      [lesion('T1', [30, 25, 'absent']), lesion('N1', ['present', '>T1', '>T1'], other)],
      ['SD', 'CR'],
    ],
    [
      'a non-target lesion that merged into nothing known is not evaluated',
      [lesion('N1', ['present', '>T9'], other)],
      ['NE'],
    ],
    [
      'after a complete response a finding that is equivocal is not yet disease',
      [lesion('T1', [30, 'absent', 'absent']), lesion('N1', ['present', 'absent', 'equivocal'], other)],
      ['CR', 'PR'],
    ],
    [
      'merging alone is no complete response',
      [lesion('T1', [30, 'tooSmall']), lesion('T2', [20, '>T1'])],
      ['PR'],
    ],
    ['nothing recorded is missing', [lesion('T1', [30, 30]), lesion('T2', [20, undefined])], ['NE']],
    [
      'a target that is there and not measured is missing',
      [lesion('T1', [30, 30]), lesion('T2', [20, 'present'])],
      ['NE'],
    ],
    [
      'a target without a baseline leaves all but progression open',
      [lesion('T1', [30, 20, 40]), lesion('T2', [undefined, 20, 20])],
      ['NE', 'PD'],
    ],
    [
      'non-target lesions that persist turn CR into PR',
      [lesion('T1', [30, 'absent']), lesion('N1', ['present', 'present'], other)],
      ['PR'],
    ],
    [
      'a non-target node below 10 mm is gone',
      [lesion('T1', [30, 'absent']), lesion('N1', [12, 9], { ...other, ...node })],
      ['CR'],
    ],
    [
      'a non-target that was not evaluated turns CR into PR',
      [lesion('T1', [30, 'absent']), lesion('N1', ['present', undefined], other)],
      ['PR'],
    ],
    [
      'unequivocal progression of a non-target lesion',
      [lesion('T1', [30, 15]), lesion('N1', ['present', 'progressed'], other)],
      ['PD'],
    ],
    [
      'an increase that is not unequivocal is no progression',
      [lesion('T1', [30, 30]), lesion('N1', ['present', 'increased'], other)],
      ['SD'],
    ],
    [
      'non-target disease only',
      [lesion('N1', ['present', 'present', 'absent', undefined, 'progressed'], other)],
      ['non-CR/non-PD', 'CR', 'NE', 'PD'],
    ],
    ['a new lesion', [lesion('T1', [30, 10]), lesion('X', [undefined, 8], fresh)], ['PD']],
    [
      'a new lesion with nothing at baseline',
      [lesion('X', [undefined, undefined, 'present'], fresh)],
      [undefined, 'PD'],
    ],
    [
      'an equivocal new lesion changes nothing',
      [lesion('T1', [30, 20, 20]), lesion('X', [undefined, 'equivocal', 'equivocal'], fresh)],
      ['PR', 'PR'],
    ],
    [
      'an equivocal one that is confirmed is progression from its first date',
      [lesion('T1', [30, 20, 20]), lesion('X', [undefined, 'equivocal', 12], fresh)],
      ['PD', 'PD'],
    ],
    [
      'an equivocal one that goes and comes is progression when it comes',
      [lesion('T1', [30, 20, 20, 20]), lesion('X', [undefined, 'equivocal', 'absent', 12], fresh)],
      ['PR', 'PR', 'PD'],
    ],
    [
      'a new node below 10 mm is normal',
      [lesion('T1', [30, 30, 30]), lesion('X', [undefined, 9, 10], { ...fresh, ...node })],
      ['SD', 'PD'],
    ],
    [
      'a lesion seen again after CR is progression however small',
      [lesion('T1', [30, 'absent', 4])],
      ['CR', 'PD'],
    ],
    [
      'a node at 10 mm after CR is not, until its size progresses',
      [lesion('T1', [20, 9, 10, 14.5], node)],
      ['CR', 'PR', 'PD'],
    ],
  ];
  for (const [rule, lesions, expected] of rows)
    test(rule, () => assert.deepEqual(callsOf(...lesions), expected));
});

test('an equivocal lesion keeps what could be called at the time', () => {
  const { timePoints } = recistTimePoints(
    record([0, 56, 112], [lesion('T1', [30, 20, 20]), lesion('X', [undefined, 'equivocal', 12], fresh)]),
  );
  assert.equal(timePoints[0]?.atTheTime?.response, 'PR');
  assert.match(timePoints[0]?.overall?.because ?? '', /progression from the first date/);
});

test('markers that stay high leave no complete response; a search that was not made leaves the call open', () => {
  const gone = lesion('T1', [30, 'absent']);
  const high = recistTimePoints(record([0, 56], [gone], [{}, { isMarkerAboveNormal: true }]));
  assert.equal(high.timePoints[0]?.overall?.response, 'PR');
  const open = recistTimePoints(record([0, 56], [gone], [{}, { isSearchedForNew: false }]));
  assert.equal(open.timePoints[0]?.overall?.response, 'NE');
});

test('the reason gives the numbers', () => {
  const { timePoints } = recistTimePoints(
    record([0, 56, 112], [lesion('T1', [60, 40, 50]), lesion('T2', [40, 28, 38])]),
  );
  assert.equal(
    timePoints[0]?.overall?.because,
    'target lesions PR: 68 mm against a baseline of 100 mm: -32.0%; no new lesion recorded',
  );
  assert.equal(
    timePoints[1]?.overall?.because,
    'target lesions PD: 88 mm against a nadir of 68 mm: +20 mm and +29.4%; no new lesion recorded',
  );
});

suite('the choice of target lesions is checked and never mended', () => {
  const six = Array.from({ length: 6 }, (_, at) => lesion(`T${at}`, [20, 20], { organ: `organ ${at}` }));
  const rows: readonly (readonly [string, readonly FollowedLesion[], readonly string[]])[] = [
    ['five in five organs', six.slice(1), []],
    ['six', six, ['tooManyTargets']],
    [
      'three in the liver',
      ['T1', 'T2', 'T3'].map((id) => lesion(id, [20, 20], { organ: 'Liver' })),
      ['tooManyInOrgan'],
    ],
    [
      'both lungs are one organ',
      [
        lesion('T1', [20, 20], { organ: 'left lung' }),
        lesion('T2', [20, 20], { organ: 'lung' }),
        lesion('T3', [20, 20], { organ: 'right lung' }),
      ],
      ['tooManyInOrgan'],
    ],
    [
      'all nodes are one organ',
      ['neck', 'groin', 'axilla'].map((organ) => lesion(organ, [20, 20], { ...node, organ })),
      ['tooManyInOrgan'],
    ],
    ['organs that are not stated', ['T1', 'T2', 'T3'].map((id) => lesion(id, [20])), ['organNotStated']],
    ['9.9 mm', [lesion('T1', [9.9])], ['targetTooSmall']],
    ['10 mm', [lesion('T1', [10])], []],
    [
      '10 mm in slices of 8 mm',
      [lesion('T1', [10], { traits: { sliceMillimetres: 8 } })],
      ['targetTooSmall'],
    ],
    ['19 mm on a radiograph', [lesion('T1', [19], { traits: { method: 'radiograph' } })], ['targetTooSmall']],
    ['ultrasound', [lesion('T1', [19], { traits: { method: 'ultrasound' } })], ['methodNotSuited']],
    ['a node of 14.9 mm', [lesion('T1', [14.9], node)], ['nodeTooSmall']],
    ['a node of 15 mm', [lesion('T1', [15], node)], []],
    ['a non-target node of 12 mm', [lesion('N1', [12], { ...node, ...other })], []],
    ['a non-target node of 9 mm', [lesion('N1', [9], { ...node, ...other })], ['nodeTooSmall']],
    [
      'irradiated, nothing shown',
      [lesion('T1', [20], { traits: { irradiated: 'noProgressionShown' } })],
      ['irradiatedTarget'],
    ],
    ['irradiated and grown since', [lesion('T1', [20], { traits: { irradiated: 'progressedSince' } })], []],
    ['cystic, nothing else', [lesion('T1', [20], { traits: { isCystic: true } })], []],
    [
      'cystic beside a solid one',
      [
        lesion('T1', [20], { traits: { isCystic: true } }),
        lesion('N1', ['present'], { ...other, traits: { isCystic: false } }),
      ],
      ['cysticTarget'],
    ],
    [
      'bone without soft tissue',
      [lesion('T1', [20], { traits: { boneSoftTissueMillimetres: null } })],
      ['boneTarget'],
    ],
    [
      'bone with 9 mm of it',
      [lesion('T1', [20], { traits: { boneSoftTissueMillimetres: 9 } })],
      ['boneTarget'],
    ],
    ['bone with 10 mm of it', [lesion('T1', [20], { traits: { boneSoftTissueMillimetres: 10 } })], []],
    ['no size at baseline', [lesion('T1', ['present', 20])], ['baselineNotMeasured']],
    ['merged into nothing', [lesion('T1', [20, '>T9'])], ['mergedIntoUnknown']],
    [
      'equivocal and left',
      [lesion('T1', [20, 20, 20]), lesion('X', [undefined, 'equivocal'], fresh)],
      ['equivocalNotFollowed'],
    ],
    [
      'a node that comes back after CR without progression by size',
      [lesion('T1', [20, 9, 10], node)],
      ['responseAfterComplete'],
    ],
    ['back after CR', [lesion('T1', [20, 'absent', 6])], ['reappearedAfterComplete']],
  ];
  for (const [what, lesions, expected] of rows)
    test(what, () => {
      const count = Math.max(...lesions.map(({ states }) => states.length));
      const days = Array.from({ length: count }, (_, at) => at * 56);
      const { queries } = recistTimePoints(record(days, lesions));
      assert.deepEqual(
        queries.map(({ code }) => code),
        expected,
      );
    });
  test('a baseline after the start of treatment', () => {
    const { queries } = recistTimePoints(record([3, 56], [lesion('T1', [20, 20])]));
    assert.deepEqual(
      queries.map(({ code }) => code),
      ['baselineAfterStart'],
    );
  });
  test('a baseline of five weeks before treatment', () => {
    const { queries } = recistTimePoints(record([-35, 28], [lesion('T1', [20, 20])]));
    assert.deepEqual(
      queries.map(({ code }) => code),
      ['baselineTooEarly'],
    );
  });
});

test('the order of lesions changes no call, no sum and no kind of query', () => {
  const state = fc.oneof(
    { weight: 5, arbitrary: fc.integer({ min: 0, max: 900 }).map((tenths): ShortState => tenths / 10) },
    fc.constantFrom<ShortState>('absent', 'missing', 'tooSmall', 'present', 'progressed', 'equivocal'),
    fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 })).map(([a, b]) => `${a}+${b}`),
  );
  const one = fc.record({
    states: fc.array(state, { minLength: 4, maxLength: 4 }),
    kind: fc.constantFrom('target', 'nonTarget', 'new'),
    isNode: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(one, { minLength: 1, maxLength: 7 }), fc.integer(), (parts, turn) => {
      const own = parts.map(({ states, ...more }, at) => lesion(`L${at}`, states, more));
      const cut = Math.abs(turn) % own.length;
      const turned = [...own.slice(cut), ...own.slice(0, cut)].toReversed();
      const plain = (lesions: readonly FollowedLesion[]) => {
        const { timePoints, queries } = recistTimePoints(record([0, 50, 100, 150], lesions));
        return [
          timePoints.map(({ overall, target }) => [overall?.response, target?.response, target?.sum]),
          queries.map(({ code, lesion: id }) => `${code} ${id ?? ''}`).toSorted(),
        ];
      };
      assert.deepEqual(plain(own), plain(turned));
    }),
  );
});

suite('FDG-PET', () => {
  const rows = [
    [{ baseline: 'negative', followUp: 'positive', ct: 'notDone' }, 'unequivocal'],
    [{ baseline: 'notDone', followUp: 'positive', ct: 'newSite' }, 'unequivocal'],
    [{ baseline: 'notDone', followUp: 'positive', ct: 'nothing' }, 'equivocal'],
    [{ baseline: 'notDone', followUp: 'positive', ct: 'nothing', laterCt: 'newSite' }, 'unequivocal'],
    [{ baseline: 'notDone', followUp: 'positive', ct: 'nothing', laterCt: 'nothing' }, 'no'],
    [{ baseline: 'notDone', followUp: 'positive', ct: 'knownSiteWithoutProgression' }, 'no'],
    [{ baseline: 'negative', followUp: 'negative', ct: 'newSite' }, 'no'],
    [{ baseline: 'positive', followUp: 'positive', ct: 'nothing' }, 'no'],
  ] as const;
  for (const [findings, expected] of rows)
    test(JSON.stringify(findings), () => assert.equal(newLesionByFdgPet(findings).newLesion, expected));
});
