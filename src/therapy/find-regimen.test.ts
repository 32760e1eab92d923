/** Regimens by id, by printed name and by drugs; what is not one regimen comes with what it could be. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findRegimen } from './find-regimen.ts';
import { regimens } from './regimens.ts';

const found = [
  ['captem', 'captem'],
  ['CAPTEM', 'captem'],
  ['CATEM', 'captem'],
  ['capecitabine and temozolamide', 'captem'],
  ['XELOX', 'capox'],
  ['EP', 'cisplatin-etoposide'],
  ['IP', 'irinotecan-cisplatin'],
  ['irinotechan/cisplatin', 'irinotecan-cisplatin'],
  ['5FU/doxorubicin/streptozocin', 'fluorouracil-doxorubicin-streptozocin'],
  ['imatinib-400-daily', 'imatinib-400-daily'],
  ['imatinib 400 mg twice daily', 'imatinib-400-twice-daily'],
  ['INF-alfa', 'interferon-alfa'],
  ['inhibitor of KIF11', 'kif11-inhibitor'],
  ['177Lu plus octreotide LAR 30 mg', 'lutetium-177-dotatate-octreotide'],
] as const;

for (const [text, id] of found) {
  test(`"${text}" is ${id}`, () => {
    assert.equal(findRegimen(text).value?.id, id);
  });
}

test('every regimen is found by its id', () => {
  for (const each of regimens) assert.equal(findRegimen(each.id).value, each);
});

const missed = [
  ['CAPTAM', 'regimen-unknown', /Did you mean CAPTEM\?/],
  ['FOLFIRY', 'regimen-unknown', /Did you mean FOLFIRI\?/],
  ['Xelo', 'regimen-unknown', /Did you mean XELOX\?/],
  ['everolimos', 'regimen-unknown', /Did you mean everolimus\?/],
  ['kapecitabine', 'regimen-unknown', /Did you mean capecitabine\?/],
  ['imatinib', 'regimen-unknown', /has imatinib-400-daily or imatinib-400-twice-daily\./],
  ['octreotide LAR 60 mg', 'regimen-unknown', /has octreotide-lar-60\./],
  ['platinum and etoposide', 'regimen-unknown', /has cisplatin-etoposide, carboplatin-etoposide,/],
  ['5-FU and oxaliplatin', 'regimen-unknown', /has folfox\./],
  ['everolimus and fosbretabulin', 'regimen-unknown', /No regimen of the register has these drugs/],
  ['pembrolizumab or nivolumab', 'drug-ambiguous', /offers a choice/],
  ['', 'regimen-unknown', /No drug is named/],
  ['surgery', 'regimen-unknown', /not a drug of the register/],
  ['x'.repeat(1000), 'drug-ambiguous', /too long/],
] as const;

for (const [text, code, says] of missed) {
  test(`"${text.slice(0, 40)}" is not one regimen: ${code}`, () => {
    const { value, issues } = findRegimen(text);
    assert.equal(value, undefined);
    assert.equal(issues[0]?.code, code);
    assert.match(issues[0]?.message ?? '', says);
  });
}
