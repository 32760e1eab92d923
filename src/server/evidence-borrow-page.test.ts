/** The borrow page: over which patients, across which treatments, in what the studies differ, and what is not in. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { knowledgePlaces, loadKnowledge, loadPrinted } from '../knowledge/index.ts';
import { openAskedApp, root } from './asked-app.fixture.ts';

const places = knowledgePlaces(root);
const content = loadPrinted(places);
const app = openAskedApp((store) => store, { knowledge: loadKnowledge(places), printed: () => content });
after(() => app.close());

const page = async (path: string): Promise<string> => {
  const answer = await app.ask(path);
  assert.equal(answer.status, 200, path);
  return answer.text();
};
const where = (entity: string) => `where=disease%3A+%7B+entity%3A+${entity}+%7D`;

test('each count stands with its denominator, and what is not in with its reason', async () => {
  const html = await page(`/evidence/borrow?${where('nec')}&regimen=irinotecan-cisplatin&nullRate=30`);
  assert.match(html, /data-label="Denominator"><div>enrolled<\/div>/);
  assert.ok(html.indexOf('>By itself<') < html.indexOf('id="comparability"'));
  assert.match(html, /id="left-out".*nakano-2012#c\d+.*another kind of denominator/s);
  assert.ok(!html.includes('Across treatments, because'));
});

test('different treatments borrow only where it is asked for, and are named', async () => {
  const asked = `/evidence/borrow?${where('nec')}&document=004&asOf=2009&nullRate=30`;
  assert.match(await page(asked), /Nothing is borrowed: the treatments differ/);
  assert.match(
    await page(`${asked}&acrossTreatments=yes`),
    /Across treatments, because it was asked for: .*cisplatin \+ etoposide.*id="tau"/s,
  );
});

test('NET in VHL disease borrows nothing from other NET, whatever is ticked', async () => {
  const html = await page(
    `/evidence/borrow?${where('net')}&denominator=analysed&acrossTreatments=yes&nullRate=10`,
  );
  assert.match(html, /Nothing is borrowed: one population was selected by an alteration/);
  assert.match(html, /data-label="Selected by"><div>[^<]*germline alteration of VHL<\/div>/);
});
