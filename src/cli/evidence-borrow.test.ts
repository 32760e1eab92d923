/** `cajal evidence borrow`: who may borrow from whom, over which patients, and in what the studies differ. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));
function borrow(where: string, ...asked: readonly string[]) {
  const given = ['--outcome', 'objectiveResponse', '--threshold', '0.3', '--where', where, ...asked];
  const done = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', main, 'evidence', 'borrow', ...given],
    { encoding: 'utf8', maxBuffer: 1 << 26 },
  );
  return { status: done.status, out: done.stdout, err: done.stderr };
}
const nec = '{ disease: { entity: nec } }';
const net = '{ disease: { entity: net } }';
const ip = ['--regimen', 'irinotecan-cisplatin'];

const answer = z.looseObject({
  ok: z.boolean(),
  reason: z.string().optional(),
  treatments: z.string(),
  studies: z.array(
    z.looseObject({
      study: z.string(),
      words: z.string(),
      denominator: z.string(),
      treatment: z.string(),
      alterations: z.string(),
    }),
  ),
  panel: z.array(z.looseObject({ field: z.string(), differs: z.boolean() })),
  leftOut: z.array(z.looseObject({ study: z.string(), reason: z.string() })),
});
const read = (where: string, ...asked: readonly string[]) =>
  answer.parse(JSON.parse(borrow(where, ...asked, '--json').out));

test('enrolled patients unless another kind is asked for; the others are named, in text and JSON', () => {
  const { out } = borrow(nec, ...ip);
  assert.match(out, /^study +count +denominator +unborrowed/m);
  assert.match(out, /^Lu et al\. 2013 +8\/16 +enrolled /m);
  assert.match(out, /\nnot in:\n(?: {2}.*\n)* {2}Nakano et al\. 2012, 22\/44: another kind of denominator\n/);
  const enrolled = read(nec, ...ip);
  assert.ok(enrolled.ok && enrolled.studies.every(({ denominator }) => denominator === 'enrolled'));
  assert.ok(enrolled.leftOut.some(({ reason }) => reason === 'otherDenominator'));
  const evaluable = read(nec, '--denominator', 'evaluable');
  assert.ok(evaluable.studies.every(({ denominator }) => denominator === 'evaluable'));
  const counted = read(nec, '--denominator', 'analysed', '--with-inferred');
  assert.ok(counted.studies.some(({ study, denominator }) => study === 'nakano-2012' && denominator !== ''));
  assert.ok(!counted.leftOut.some(({ reason }) => reason === 'otherDenominator'));
  assert.equal(borrow(nec, '--denominator', 'all').status, 2);
});

test('in what the studies differ is printed with what is borrowed, and with what is refused', () => {
  for (const asked of [ip, []]) {
    const { out } = borrow(nec, ...asked);
    assert.match(out, /\nthese studies differ, or do not say, in \d+ of \d+ fields:\n {2}disease: /);
    const { panel } = read(nec, ...asked);
    assert.ok(panel.some(({ field, differs }) => field === 'disease' && differs));
  }
});

test('not across treatments unless it is asked for, and then by name', () => {
  const asked = ['--document', '004', '--as-of', '2009'];
  const { out, status } = borrow(nec, ...asked);
  assert.equal(status, 0);
  assert.match(out, /refused: the treatments differ, .*--across-treatments/);
  assert.match(out, /^study +count +denominator +treatment +selected by$/m);
  const across = borrow(nec, ...asked, '--across-treatments').out;
  assert.match(
    across,
    /^across treatments, because --across-treatments asks for it: .*cisplatin \+ etoposide/m,
  );
  assert.match(across, /^ {2}treatment: .*; /m);
  assert.match(across, /with borrowing: mean/);
});

test('NET in VHL disease and NET of which nothing is asked do not borrow', () => {
  const { ok, reason, studies } = read(net, '--denominator', 'analysed', '--across-treatments');
  assert.ok(!ok);
  assert.equal(reason, 'alterationNotAsked');
  assert.match(
    studies.find(({ study }) => study === 'belzutifan-vhl')?.alterations ?? '',
    /germline alteration of VHL/,
  );
});

test('where an alteration is asked for, patients without it are left out and named', () => {
  const mutated = '{ alteration: { gene: KIT, anyMutation: true } }';
  const { studies, leftOut } = read(mutated, '--denominator', 'analysed');
  assert.ok(studies.length > 0 && studies.every(({ alterations }) => alterations.includes('KIT')));
  assert.equal(leftOut.find(({ study }) => study === 'belzutifan-vhl')?.reason, 'populationUnknown');
});

test('as CSV: one study a row, with its denominator, what it borrows, or why it does not', () => {
  const rows = (text: string) => text.trimEnd().split('\n');
  const [head = '', ...borrowed] = rows(borrow(nec, ...ip, '--csv').out);
  assert.match(head, /^\uFEFF?study,id,count,of,denominator,inferred,treatment,selected by,unborrowed,/);
  assert.equal(borrowed.length, read(nec, ...ip).studies.length);
  assert.ok(borrowed.every((row) => row.includes(',enrolled,') && row.includes(',same,')));
  const refused = rows(borrow(nec, '--csv').out).slice(1);
  assert.ok(refused.every((row) => row.includes('the treatments differ')));
  const both = borrow(nec, ...ip, '--csv', '--json');
  assert.equal(both.status, 2);
  assert.match(both.err, /leave out --csv, or --json/);
});
