/** `cajal response`: cases, tables of lesions, SDTM tables, and what it refuses. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, suite, test } from 'node:test';
import { homeFolder } from './home.ts';

const folder = mkdtempSync(join(tmpdir(), 'cajal-response-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const program = join(homeFolder, 'bin', 'cajal.js');

function cajal(...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'response', ...words], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  return { status, out: stdout, err: stderr };
}
const file = (name: string, rows: readonly string[]): string => {
  const path = join(folder, name);
  writeFileSync(path, `${rows.join('\n')}\n`);
  return path;
};
const use = 'Research use only, for professionals.';

const lesions = file('lesions.csv', [
  'patient,lesion,organ,kind,node,day,size,density_hu,treatment',
  'A,T1,liver,target,no,-7,50 mm,60,drug a',
  'A,T1,liver,target,no,56,6.2 cm,40,drug a',
  'A,T1,liver,target,no,98,30 mm,35,drug a',
  'B,T1,lung,target,no,0,12 mm,,drug a',
  'B,T1,lung,target,no,56,too small,,drug a',
]);

suite('tables of lesions', () => {
  test('RECIST, density beside it, and retrospect', () => {
    const { status, out } = cajal(lesions);
    assert.equal(status, 0);
    for (const words of [
      'A: 1 target lesion, sum 50 mm; baseline day -7',
      'day 56: RECIST PD (target lesions PD: 62 mm against a nadir of 50 mm: +12 mm and +24.0%',
      'by size and density (Choi 2007) PR',
      'discordant response: lesions grow, yet density of T1 from 60 to 40 HU, -33.3%',
      'in retrospect pseudoprogression at day 56: PR at day 98 after PD at day 56',
      'best response without confirmation: PD (PD on day 56)',
      '2 patients; without confirmation: PD 1, PR 1; with: PD 1, SD 1',
      use,
    ])
      assert.ok(out.includes(words), words);
    assert.ok(!out.includes('iRECIST'));
  });
  test('iRECIST only where it is asked for', () => {
    const { out } = cajal(lesions, '--immunotherapy', '--patient', 'A');
    assert.match(out, /day 56: RECIST PD.*\n {4}iRECIST iUPD/);
    assert.match(
      out,
      /day 98: RECIST PR.*\n {4}iRECIST iPR \(the iUPD of day 56 is not confirmed; the bar is reset/,
    );
    assert.match(out, /the next scan is due after 28 to 56 days|best iPR/);
    assert.ok(!out.includes('B: '));
  });
  test('as JSON, with the statement of use', () => {
    const answer: unknown = JSON.parse(cajal(lesions, '--json').out);
    assert.ok(typeof answer === 'object' && answer !== null);
    assert.match(String(Reflect.get(answer, 'use')), /^Research use only/);
    assert.equal(Array.isArray(Reflect.get(answer, 'patients')), true);
  });
  test('a day from which SD counts', () => {
    const stable = file('stable.csv', [
      'patient,lesion,kind,node,day,size_mm',
      'A,T1,target,no,0,20',
      'A,T1,target,no,56,20',
    ]);
    assert.match(
      cajal(stable, '--stable-from', '57').out,
      /without confirmation: NE \(SD on day 56, too early/,
    );
  });
});

suite('cases', () => {
  const example = (name: string): string => join(homeFolder, 'examples', name);
  test('paper 001, and what its board knew on day 56', () => {
    const whole = cajal(example('net-etv6-ntrk3.yaml'));
    assert.match(
      whole.out,
      /first progression by RECIST at day 56, 56 days after the start; treatment 365 to 395 days/,
    );
    assert.match(whole.out, /treatment beyond progression: from day 56 to day 365\.\.395, 309 to 339 days/);
    const then = cajal(example('net-etv6-ntrk3.yaml'), '--at', 'day-56');
    assert.match(then.out, /discordant response: .*RECIST stays PD/);
    assert.match(then.out, /pseudoprogression cannot be told yet/);
    assert.ok(!then.out.includes('day 365'));
  });
  test('as JSON', () => {
    const answer: unknown = JSON.parse(cajal(example('checkpoint-1-pnet.yaml'), '--json').out);
    assert.ok(typeof answer === 'object' && answer !== null);
    assert.match(JSON.stringify(Reflect.get(answer, 'courses')), /"irecist":\{"calls"/);
  });
});

suite('SDTM tables', () => {
  const tu = file('tu.csv', ['USUBJID,TULNKID,TULOC', 'A,T1,LIVER']);
  const tr = file('tr.csv', [
    'USUBJID,TRGRPID,TRLNKID,TRTESTCD,TRSTRESC,TRSTRESU,VISITNUM,VISIT,TRDTC',
    'A,TARGET,T1,LDIAM,50,mm,1,BASELINE,2020-01-01',
    'A,TARGET,T1,LDIAM,30,mm,2,WEEK 8,2020-03-01',
  ]);
  const dm = file('dm.csv', ['USUBJID,ARM,RFSTDTC', 'A,arm,2020-01-10']);
  test('TR with TU, and DM for the start', () => {
    assert.match(cajal(tr, '--tu', tu).out, /WEEK 8 \(day 60\): RECIST PR/);
    assert.match(cajal(tr, '--tu', tu, '--dm', dm).out, /WEEK 8 \(day 51\): RECIST PR/);
    assert.deepEqual(cajal(tr).status, 2);
  });
  test('RS: best responses and queries', () => {
    const rs = file('rs.csv', [
      'USUBJID,RSTESTCD,RSCAT,RSSTRESC,VISITNUM,VISIT,RSDTC',
      'A,OVRLRESP,RECIST 1.1,CR,1,WEEK 8,2020-03-01',
      'A,TRGRESP,RECIST 1.1,PR,1,WEEK 8,2020-03-01',
      'A,OVRLRESP,RECIST 1.1,SD,2,WEEK 16,2020-05-01',
      'A,TRGRESP,RECIST 1.1,SD,2,WEEK 16,2020-05-01',
      'A,OVRLRESP,iRECIST,iCPD,2,WEEK 16,2020-05-01',
    ]);
    const { out } = cajal(rs);
    assert.match(out, /CR at WEEK 8, but target PR.* give PR/);
    assert.match(out, /SD on WEEK 16 behind CR on WEEK 8/);
    assert.match(out, /best response without confirmation: CR 1/);
    assert.match(out, /RECIST 1.1: 1 series of 2 printed time points/);
    assert.match(out, /iRECIST: 1 series of 1 printed time points/);
    assert.match(out, /iCPD at WEEK 16 without an iUPD before it/);
    const twoArms = file('arms.csv', [
      'USUBJID,ARM,RFSTDTC',
      'A,arm,2020-01-10',
      'B,arm,2020-01-10',
      'C,Screen Failure,',
    ]);
    assert.match(
      cajal(rs, '--dm', twoArms).out,
      /objective response, all arms: 1 of 2 \(50.0%, exact 1.3-98.7\) without confirmation, 0 of 2/,
    );
  });
});

suite('what it refuses', () => {
  test('with place and exit code', () => {
    const bad = file('bad.csv', ['patient,lesion,kind,node,day,size', 'A,T1,target,no,0,20']);
    const { status, out, err } = cajal(bad);
    assert.deepEqual([status, out], [2, '']);
    assert.match(err, /bad\.csv:2:18 error unparsable-quantity: "20" has no unit/);
    assert.equal(cajal(lesions, '--patient', 'Z').status, 4);
    assert.equal(cajal(join(folder, 'nothing.csv')).status, 4);
    assert.equal(cajal(lesions, '--start', 'soon').status, 2);
  });
});
