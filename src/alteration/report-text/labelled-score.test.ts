/**
 * The score itself on made-up mentions, and the reader on the labelled paragraphs. Texts and labels were written by an
 * author of the reader before it was run on them; the figures of each first run stand in docs/report-text.md. The floors
 * here lie a little below the present figures.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { parse } from 'yaml';
import { type LabelledMention, labelledReport, placedLabels } from './labelled-report.ts';
import { countPairs, isFoundInPatient, pairMentions, type ScoredPair, sharesOf } from './labelled-score.ts';
import { readReportText } from './read-report-text.ts';
import { mentionKinds, type ReportMention } from './report-mention.ts';

const label = (more: Partial<LabelledMention>): LabelledMention => ({
  quote: 'KIT mutation',
  start: 3,
  end: 15,
  kind: 'variant',
  gene: 'KIT',
  polarity: 'absent',
  owner: 'patient',
  ...more,
});
const mention = (more: Partial<ReportMention>): ReportMention => ({
  start: 3,
  end: 15,
  text: 'KIT mutation',
  kind: 'variant',
  subject: 'KIT',
  means: 'mutation',
  polarity: 'absent',
  owner: 'patient',
  certainty: 'stated',
  assumptions: [],
  alternatives: [],
  ...more,
});

suite('the score', () => {
  const cases: readonly (readonly [
    what: string,
    labels: readonly LabelledMention[],
    mentions: readonly ReportMention[],
    found: number,
    right: number,
  ])[] = [
    ['the same', [label({})], [mention({})], 1, 1],
    ['spans that overlap', [label({})], [mention({ start: 0, end: 4 })], 1, 1],
    ['spans that only touch', [label({})], [mention({ start: 15, end: 20 })], 0, 0],
    ['another polarity', [label({})], [mention({ polarity: 'present' })], 1, 0],
    ['another owner', [label({})], [mention({ owner: 'family' })], 1, 0],
    ['another kind', [label({})], [mention({ kind: 'copyNumber' })], 0, 0],
    ['another gene', [label({})], [mention({ subject: 'BRAF' })], 0, 0],
    ['an alias', [label({ gene: 'c-KIT' })], [mention({})], 1, 1],
    ['one mention for two labels', [label({}), label({ start: 5 })], [mention({})], 1, 1],
    ['two mentions for one label', [label({})], [mention({}), mention({ start: 5 })], 1, 1],
    [
      'partners of a fusion',
      [label({ kind: 'fusion', gene: 'ETV6-NTRK3' })],
      [mention({ kind: 'fusion', subject: 'NTRK3' })],
      1,
      1,
    ],
    [
      'a stain under a shorter name',
      [label({ kind: 'ihc', gene: 'chromogranin' })],
      [mention({ kind: 'ihc', subject: 'chromogranin A' })],
      1,
      1,
    ],
    [
      'stains that begin alike',
      [label({ kind: 'ihc', gene: 'CK7' })],
      [mention({ kind: 'ihc', subject: 'CK71' })],
      0,
      0,
    ],
    [
      'chromosomes',
      [label({ kind: 'chromosomal', gene: '18q' })],
      [mention({ kind: 'chromosomal', subject: 'chromosome 18' })],
      1,
      1,
    ],
    [
      'another chromosome',
      [label({ kind: 'chromosomal', gene: '1' })],
      [mention({ kind: 'chromosomal', subject: '18' })],
      0,
      0,
    ],
    [
      'a count has no other subject',
      [label({ kind: 'ki67', gene: 'MIB-1' })],
      [mention({ kind: 'ki67', subject: 'Ki-67' })],
      1,
      1,
    ],
  ];
  for (const [what, labels, mentions, found, right] of cases) {
    test(what, () => {
      assert.deepEqual(countPairs(pairMentions(labels, mentions)), {
        labelled: labels.length,
        read: mentions.length,
        found,
        right,
      });
    });
  }

  test('the longer overlap is taken', () => {
    const far = mention({ start: 14, end: 30, polarity: 'present' });
    const pairs = pairMentions([label({})], [far, mention({})]);
    assert.equal(countPairs(pairs).right, 1);
  });

  test('shares', () => {
    assert.deepEqual(sharesOf({ labelled: 8, read: 5, found: 4, right: 2 }), {
      precision: 0.8,
      recall: 0.5,
      precisionWithPolarity: 0.4,
      recallWithPolarity: 0.25,
    });
  });

  test('the nth occurrence of a quote is its place; a quote that is not there is named', () => {
    const report = labelledReport.parse({
      text: 'CK7 was tried; CK7 failed',
      mentions: [
        { quote: 'CK7', nth: 2, kind: 'ihc', marker: 'CK7', polarity: 'failed', owner: 'patient' },
        { quote: 'CK20', kind: 'ihc', marker: 'CK20', polarity: 'absent', owner: 'patient' },
      ],
    });
    const { labels, unplaced } = placedLabels(report);
    assert.deepEqual([labels[0]?.start, labels[0]?.end, unplaced], [15, 18, ['CK20 (1)']]);
  });
});

/** The texts of a folder with the pairs of labels and mentions. */
function scoredIn(name: string) {
  const folder = join(import.meta.dirname, name);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .toSorted()
    .map((file) => {
      const report = labelledReport.parse(parse(readFileSync(join(folder, file), 'utf8')));
      const { labels, unplaced } = placedLabels(report);
      return { file, unplaced, pairs: pairMentions(labels, readReportText(report.text).mentions) };
    });
}

const percent = (part: number): string => `${(100 * part).toFixed(1)}%`;

interface LabelledSet {
  readonly what: string;
  readonly folder: string;
  readonly texts: number;
  /** Floors a little below the present figures. */
  readonly floors: ReturnType<typeof sharesOf>;
  /** Labelled as absent, open or of somebody else, and read as found in the patient. */
  readonly mostFalselyFound: number;
}
const sets: readonly LabelledSet[] = [
  {
    what: 'the labelled paragraphs of the author',
    folder: 'labelled',
    texts: 78,
    floors: { precision: 0.97, recall: 0.98, precisionWithPolarity: 0.97, recallWithPolarity: 0.98 },
    mostFalselyFound: 0,
  },
  {
    what: 'the labelled paragraphs of somebody who had not seen the reader',
    folder: 'labelled-independent',
    texts: 30,
    floors: { precision: 0.95, recall: 0.82, precisionWithPolarity: 0.86, recallWithPolarity: 0.74 },
    mostFalselyFound: 3,
  },
];

for (const { what, folder, texts, floors, mostFalselyFound } of sets) {
  suite(what, () => {
    const scored = scoredIn(folder);
    const allPairs: readonly ScoredPair[] = scored.flatMap(({ pairs }) => pairs);
    test('each quote stands in its text', () => {
      assert.equal(scored.length, texts);
      for (const { file, unplaced } of scored) assert.deepEqual(unplaced, [], file);
    });
    test('precision and recall do not fall', (context) => {
      for (const kind of [undefined, ...mentionKinds]) {
        const counts = countPairs(allPairs, kind);
        const { precision, recall, precisionWithPolarity, recallWithPolarity } = sharesOf(counts);
        const own = [precision, recall, precisionWithPolarity, recallWithPolarity];
        context.diagnostic(`${kind ?? 'all'}: ${JSON.stringify(counts)} ${own.map(percent).join(' ')}`);
      }
      const shares = sharesOf(countPairs(allPairs));
      assert.ok(shares.precision >= floors.precision, percent(shares.precision));
      assert.ok(shares.recall >= floors.recall, percent(shares.recall));
      assert.ok(
        shares.precisionWithPolarity >= floors.precisionWithPolarity,
        percent(shares.precisionWithPolarity),
      );
      assert.ok(shares.recallWithPolarity >= floors.recallWithPolarity, percent(shares.recallWithPolarity));
    });
    test('what is not of the patient, or was not found, is hardly ever read as found in the patient', (context) => {
      const wrong = allPairs.filter(
        ({ label: said, mention: read }) =>
          said !== undefined && isFoundInPatient(read) && !isFoundInPatient(said),
      );
      for (const { label: said } of wrong)
        context.diagnostic(`${said?.quote}: ${said?.polarity} ${said?.owner}`);
      assert.ok(wrong.length <= mostFalselyFound, `${wrong.length}`);
    });
  });
}
