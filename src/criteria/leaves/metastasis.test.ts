/** Sites of metastases, and the share of the liver that they replace. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Criterion, printCriterion } from '../index.ts';
import { type AnswerRow, askRow } from '../subject.fixture.ts';

const extent = (...list: readonly object[]) => ({ extent: list });
const liver = { extent: 'metastatic', metastases: [{ site: 'liver' }] };
const hasLiver: Criterion = { metastasis: { site: 'liver' } };
const hasBone: Criterion = { metastasis: { site: 'bone' } };
const half: Criterion = { liverBurden: { atMost: 50 } };
const burden = (liverBurdenPercent: string) => extent({ ...liver, liverBurdenPercent });

const rows: readonly AnswerRow[] = [
  ['not recorded', {}, hasLiver, 'notRecorded'],
  ['named', extent(liver), hasLiver, 'met'],
  ['another site, the list not complete', extent(liver), hasBone, 'notRecorded'],
  ['another site, the list complete', extent({ ...liver, metastasesComplete: true }), hasBone, 'unmet'],
  ['localised disease has none', extent({ extent: 'localised' }), hasBone, 'unmet'],
  [
    'named before, not named again',
    extent({ ...liver, date: '2010' }, { extent: 'metastatic', date: '2012' }),
    hasLiver,
    'met',
  ],
  [
    'localised before, metastatic now',
    extent({ extent: 'localised', date: '2005' }, { ...liver, date: '2012' }),
    hasBone,
    'notRecorded',
  ],
  [
    'a distant lymph node is a site of its own',
    extent({ extent: 'metastatic', metastases: [{ site: 'lymphNode' }] }),
    { metastasis: { site: 'distantLymphNode' } },
    'notRecorded',
  ],

  ['burden not recorded', extent(liver), half, 'notRecorded'],
  ['burden at the limit', burden('50%'), half, 'met'],
  ['burden above', burden('51%'), half, 'unmet'],
  ['burden in words of a limit', burden('>50%'), half, 'unmet'],
  ['burden across the limit', burden('25-75%'), half, 'rangeSpansLimit'],
];

for (const row of rows) {
  const [name, , , expected] = row;
  test(`${name}: ${expected}`, () => {
    assert.equal(askRow(row).verdict, expected);
  });
}

test('the answer names the site and what to state', () => {
  assert.deepEqual(askRow(['', extent(liver), hasLiver, '']).data, ['liver metastases']);
  assert.equal(askRow(['', {}, hasBone, '']).settledBy, 'state whether there are bone metastases');
});

const printed: readonly (readonly [Criterion, string])[] = [
  [hasLiver, 'liver metastases'],
  [half, 'liver burden at most 50%'],
  [{ liverBurden: { above: 25, atMost: 50 } }, 'liver burden above 25% and at most 50%'],
];
for (const [criterion, sentence] of printed) {
  test(`printed: ${sentence}`, () => {
    assert.equal(printCriterion(criterion), sentence);
  });
}
