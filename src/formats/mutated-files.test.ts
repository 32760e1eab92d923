/** Files with faults: whatever is done to a file, reading it ends, throws nothing, and says the same wherever it is cut. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { biomarkers, cnaMatrix, cnaRows, ihc, maf, snpEffVcf, vepVcf } from './formats.fixture.ts';
import { collectFindings, findingFormats, findingsForCase } from './index.ts';

const files = [vepVcf, snpEffVcf, maf, cnaMatrix, cnaRows, ihc, biomarkers];

type Change = (text: string) => string;
const place = fc.nat(100_000);
const junk = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.constantFrom(
    '\t',
    '\n',
    '\r',
    '|',
    ',',
    ';',
    ':',
    '"',
    '%3',
    '\uFFFD',
    '9'.repeat(400),
    'p.',
    '__proto__',
  ),
);
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(place, junk).map(
    ([at, text]): Change =>
      (file) => {
        const where = at % (file.length + 1);
        return file.slice(0, where) + text + file.slice(where);
      },
  ),
  fc.tuple(place, fc.nat(30)).map(
    ([at, length]): Change =>
      (file) => {
        const where = at % (file.length + 1);
        return file.slice(0, where) + file.slice(where + length);
      },
  ),
  fc.tuple(place, place).map(
    ([from, to]): Change =>
      (file) => {
        const lines = file.split('\n');
        const line = lines[from % lines.length] ?? '';
        return lines.toSpliced(to % lines.length, 0, line).join('\n');
      },
  ),
);
const mutated = fc
  .tuple(fc.constantFrom(...files), fc.array(change, { maxLength: 6 }))
  .map(([file, changes]) => changes.reduce((text, each) => each(text), file));

test('a mutated file never throws, every row is accounted for, and the case entries are made', async () => {
  await fc.assert(
    fc.asyncProperty(mutated, async (text) => {
      const { findings, summary } = await collectFindings([text]);
      assert.ok(summary.rows <= summary.lines);
      const kept = Object.values(summary.kept).reduce((sum, count) => sum + count, 0);
      assert.equal(kept, findings.length);
      findingsForCase(findings);
      if (summary.format === 'maf' || summary.format === 'ihc' || summary.format === 'biomarkers') {
        const unusable = summary.issueCounts.find(({ code }) => code === 'row-ragged')?.seen ?? 0;
        const malformed = summary.issueCounts.find(({ code }) => code === 'row-malformed')?.seen ?? 0;
        const skipped = summary.skipped.reduce((sum, { count }) => sum + count, 0);
        assert.ok(kept + skipped >= summary.rows, 'no row is lost');
        assert.ok(kept + skipped <= summary.rows + unusable + malformed);
      }
    }),
    { numRuns: 400 },
  );
});

test('where a file is cut changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(mutated, fc.array(place, { maxLength: 8 }), async (text, places) => {
      const ends = [...places.map((at) => at % (text.length + 1)), text.length].toSorted((a, b) => a - b);
      const pieces = ends.map((end, index) => text.slice(ends[index - 1] ?? 0, end));
      const [cut, whole] = [await collectFindings(pieces), await collectFindings([text])];
      // A file that is not recognised is left where that is clear: how far its last piece was looked at may differ.
      if (whole.summary.format === undefined)
        assert.equal(cut.summary.formatBecause, whole.summary.formatBecause);
      else assert.deepEqual(cut, whole);
    }),
    { numRuns: 200 },
  );
});

test('a file read as another format gives issues, not faults', async () => {
  for (const text of files)
    for (const format of findingFormats) {
      const { summary } = await collectFindings([text], { format });
      assert.equal(summary.format, format);
    }
});

const hostile: readonly (readonly [what: string, text: string])[] = [
  [
    'a CSQ of a megabyte',
    `${vepVcf.split('\n').slice(0, 7).join('\n')}\nchr1\t1\t.\tA\tT\t.\tPASS\tCSQ=${'T|missense_variant|||'.repeat(45_000)}\tGT\t0/0\t0/1`,
  ],
  [
    'a hundred thousand alternatives',
    `##fileformat=VCFv4.2\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n1\t1\t.\tA\t${'T,'.repeat(100_000)}T\t.\t.\t.`,
  ],
  [
    'a description of a megabyte',
    `##fileformat=VCFv4.2\n##INFO=<ID=X,Description="${'Format: '.repeat(120_000)}"\n#CHROM\tPOS\tID\tREF\tALT\n`,
  ],
  ['a meta line of quotes', `##fileformat=VCFv4.2\n##INFO=<${'ID="\\'.repeat(150_000)}\n`],
  ['quotes without an end', `a,b\n${'"'.repeat(900_001)}`],
  ['a quoted header without an end', `${'"a"\t'.repeat(200_000)}"\n`],
  [
    'a protein change of a megabyte',
    `Hugo_Symbol\tVariant_Classification\tHGVSp_Short\nKIT\tX\tp.${'A'.repeat(900_000)}1fs`,
  ],
  ['a score of a megabyte', `marker\tresult\tscore\nKIT\tpositive\t${'A '.repeat(450_000)}`],
];
for (const [what, text] of hostile) {
  test(`${what} is answered in a few seconds`, async () => {
    const start = performance.now();
    await collectFindings([text]);
    assert.ok(performance.now() - start < 5000, `${performance.now() - start} ms`);
  });
}
