/**
 * Lesions with FDG uptake and no receptor uptake, every uptake and pattern of one scan beside every one of the other.
 * The oracle counts: three lesions, each with or without uptake of each tracer, all combinations that fit what the two
 * scans say; the mismatch is met where every combination has such a lesion, unmet where none has, else unknown.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Criterion, printCriterion } from '../index.ts';
import { type AnswerRow, askRow } from '../subject.fixture.ts';

const mismatch: Criterion = { uptakeMismatch: { present: true } };
const uptakes = ['none', 'low', 'moderate', 'intense', 'positive', 'unstated'] as const;
const patterns = ['allLesions', 'someLesions', 'unstated'] as const;
type Uptake = (typeof uptakes)[number];
type Pattern = (typeof patterns)[number];
type Scan = readonly [Uptake, Pattern];
const cells: readonly Scan[] = uptakes.flatMap((uptake) =>
  patterns.map((pattern): Scan => [uptake, pattern]),
);

const study = (tracer: string, [uptake, uptakePattern]: Scan, more: object = {}) => ({
  id: `i-${tracer}`.toLowerCase(),
  modality: 'PET',
  tracer,
  uptake,
  uptakePattern,
  ...more,
});
const imaging = (...list: readonly object[]) => ({ imaging: list });
const both = (fdg: Scan, sstr: Scan) => imaging(study('FDG', fdg), study('68Ga-DOTATATE', sstr));
const octreoscan = (scan: Scan, more: object = {}) =>
  study('111In-pentetreotide', scan, { modality: 'scintigraphy', ...more });

/** Every choice of lesions out of three, as bits. */
const choices = [0, 1, 2, 3, 4, 5, 6, 7];
const every = 7;

/** Which lesions may take the tracer up, by what the scan says. */
function fits([uptake, pattern]: Scan, lesions: number): boolean {
  // No uptake at all, and a word on which lesions have it: the scan contradicts itself and says nothing.
  if (uptake === 'none') return lesions === 0 || pattern !== 'unstated';
  // Low uptake, or uptake nobody stated, may or may not count as uptake; in some lesions only, not all have it.
  if (uptake === 'low' || uptake === 'unstated') return pattern !== 'someLesions' || lesions !== every;
  if (pattern === 'allLesions') return lesions === every;
  return lesions !== 0 && (pattern === 'unstated' || lesions !== every);
}

function expected(fdg: Scan, sstr: Scan): 'met' | 'unmet' | 'unknown' {
  const outcomes = choices
    .filter((lesions) => fits(fdg, lesions))
    .flatMap((avid) =>
      choices.filter((lesions) => fits(sstr, lesions)).map((seen) => (avid & ~seen & every) !== 0),
    );
  if (outcomes.every((outcome) => outcome)) return 'met';
  return outcomes.some((outcome) => outcome) ? 'unknown' : 'unmet';
}

for (const fdg of cells) {
  test(`FDG ${fdg.join(', ')}, beside every receptor PET`, () => {
    for (const sstr of cells) {
      const { verdict } = askRow(['', both(fdg, sstr), mismatch, '']);
      const truth = verdict === 'met' || verdict === 'unmet' ? verdict : 'unknown';
      assert.equal(truth, expected(fdg, sstr), `receptor PET ${sstr.join(', ')}`);
    }
  });
}

const avid: Scan = ['intense', 'unstated'];
const avidEverywhere: Scan = ['intense', 'allLesions'];
const avidInSome: Scan = ['positive', 'someLesions'];
const rows: readonly AnswerRow[] = [
  ['both scans are needed', imaging(study('FDG', avid)), mismatch, 'notRecorded'],
  ['FDG avid, no receptor uptake', both(avid, ['none', 'unstated']), mismatch, 'met'],
  ['FDG negative', both(['none', 'unstated'], avid), mismatch, 'unmet'],
  ['receptor uptake in every lesion', both(avid, avidEverywhere), mismatch, 'unmet'],
  ['FDG avid in every lesion, receptor uptake in some', both(avidEverywhere, avidInSome), mismatch, 'met'],
  ['both avid, lesions not compared', both(avid, avid), mismatch, 'notRecorded'],
  ['both avid in some lesions', both(avidInSome, avidInSome), mismatch, 'notRecorded'],
  ['FDG avid somewhere, receptor uptake in some', both(avid, avidInSome), mismatch, 'notRecorded'],
  ['low uptake of one tracer', both(avidEverywhere, ['low', 'allLesions']), mismatch, 'equivocal'],
  ['no uptake, in some lesions', both(avid, ['none', 'someLesions']), mismatch, 'conflicting'],
  [
    'a scintigram without uptake does not exclude receptors',
    imaging(study('FDG', avid), octreoscan(['none', 'unstated'])),
    mismatch,
    'assayCanMiss',
  ],
  [
    'nor does one with uptake in some lesions',
    imaging(study('FDG', avidEverywhere), octreoscan(avidInSome)),
    mismatch,
    'assayCanMiss',
  ],
  [
    'a scintigram with uptake in every lesion',
    imaging(study('FDG', avid), octreoscan(avidEverywhere)),
    mismatch,
    'unmet',
  ],
  [
    'FDG negative, whatever the scintigram may miss',
    imaging(study('FDG', ['none', 'unstated']), octreoscan(['none', 'unstated'])),
    mismatch,
    'unmet',
  ],
  [
    'a receptor PET stands before a later negative scintigram',
    imaging(
      study('FDG', avid),
      study('68Ga-DOTATATE', avidEverywhere, { date: '2010' }),
      octreoscan(['none', 'unstated'], { date: '2012' }),
    ),
    mismatch,
    'unmet',
  ],
];
for (const row of rows) {
  const [name, , , verdict] = row;
  test(`${name}: ${verdict}`, () => {
    assert.equal(askRow(row).verdict, verdict);
  });
}

test('the answer shows both scans with the lesions that take the tracer up, and what would settle it', () => {
  const met = askRow(['', both(avidEverywhere, avidInSome), mismatch, '']);
  assert.deepEqual(met.data, [
    '68Ga-DOTATATE PET, uptake positive, in some lesions',
    'FDG PET, uptake intense, in every lesion',
  ]);
  const open = askRow(['', both(avid, avid), mismatch, '']);
  assert.equal(open.settledBy, 'compare the two scans lesion by lesion');
  const missed = imaging(study('FDG', avid), octreoscan(['none', 'unstated']));
  assert.equal(askRow(['', missed, mismatch, '']).settledBy, 'somatostatin-receptor PET');
});

test('printed', () => {
  assert.equal(printCriterion(mismatch), 'lesions that take up FDG but no somatostatin-receptor tracer');
});
