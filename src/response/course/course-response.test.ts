/** Responses of case files: paper 001 as it was printed, sizes on condition, checkpoint inhibitors, dates that stay open. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { type CaseRecord, clockAt, cutCase, readCase } from '../../case/index.ts';
import { type CourseResponse, caseResponses } from './course-response.ts';

function recordOf(text: string): CaseRecord {
  const { value, issues } = readCase(text, { source: 'test' });
  assert.ok(value, JSON.stringify(issues));
  return value.record;
}
const example = (name: string): CaseRecord =>
  recordOf(readFileSync(join(import.meta.dirname, '../../../examples', name), 'utf8'));
const courseOf = (record: CaseRecord, id: string): CourseResponse => {
  const found = caseResponses(record).find(({ course }) => course.id === id);
  assert.ok(found);
  return found;
};
const names = (possible: CourseResponse['unconfirmed']): readonly string[] =>
  possible.possible.map(({ response }) => response);

/** A record around some therapies and assessments. */
const made = (...parts: readonly string[]): CaseRecord =>
  recordOf(
    [
      'cajal: case/1',
      'id: made-up',
      'title: Made up',
      'provenance: { kind: synthetic, statement: Made up for a test. }',
      'anchor: { event: start of treatment }',
      'patient: { sex: notStated }',
      ...parts,
    ].join('\n'),
  );

suite('paper 001', () => {
  const record = example('net-etv6-ntrk3.yaml');
  const answer = courseOf(record, 'entrectinib');
  const at = (label: string) => {
    const found = answer.points.find(({ point }) => point.label === label);
    assert.ok(found);
    return found;
  };

  test('+14.1% on day 28 is SD, and too early to count; +22.8% is PD, which is the best response', () => {
    assert.deepEqual(at('day 28').recomputed?.possible, ['SD']);
    assert.deepEqual(at('day 56').recomputed?.possible, ['PD']);
    assert.deepEqual([names(answer.unconfirmed), names(answer.confirmed)], [['PD'], ['PD']]);
    assert.match(answer.unconfirmed.possible[0]?.because ?? '', /SD on day 28, too early to count/);
  });
  test('progression by RECIST after 56 days beside a year of treatment', () => {
    assert.deepEqual(answer.progression?.day, { least: 56, most: 56 });
    assert.deepEqual(answer.treatmentDays, { least: 365, most: 395 });
  });
  test('4.6 to 6.4 cm is +39.1%', () => {
    const lesion = at('day 28').lesions.find(({ lesion: id }) => id === 'liver-cystic');
    assert.equal(lesion?.percent?.toFixed(1), '39.1');
  });
  test('discordant at both time points; RECIST stays what it is', () => {
    assert.match(at('day 28').discordance.sentence, /yet pain: improved.*RECIST stays SD/);
    assert.match(at('day 56').discordance.sentence, /from 9.9 to 6.1, -38.4%.*RECIST stays PD/);
    assert.deepEqual(
      answer.retrospect.map(({ state }) => state),
      ['notShown'],
    );
  });
  test('treatment beyond progression, with its decision', () => {
    assert.deepEqual(answer.beyond?.days, { least: 309, most: 339 });
    assert.deepEqual(
      answer.beyond?.decisions.map(({ id }) => id),
      ['continue-beyond-progression'],
    );
  });
  test('at the board of day 56 nothing of later is known', () => {
    const clock = clockAt(record, 'day-56').value;
    assert.ok(clock);
    const then = courseOf(cutCase(record, clock).record, 'entrectinib');
    assert.deepEqual(
      then.retrospect.map(({ state }) => state),
      ['nothingLater'],
    );
    assert.equal(then.beyond, undefined);
  });
  test('no RECIST from sizes where a sum is printed', () => assert.equal(answer.fromSizes, undefined));
});

test('paper 003: iRECIST beside a checkpoint inhibitor, and nowhere else', () => {
  const answer = courseOf(example('checkpoint-1-pnet.yaml'), 'pembrolizumab');
  assert.deepEqual(
    answer.immune?.calls.map(({ response }) => response),
    ['iSD', 'iUPD'],
  );
  assert.match(answer.immune?.progression.because ?? '', /never reassessed/);
  assert.equal(courseOf(example('net-kit-exon11.yaml'), 'kif11-inhibitor').immune, undefined);
});

test('paper 002: a PR of which no confirmation is reported; an SD at an unknown day', () => {
  const answer = courseOf(example('kit-basket-pt-13.yaml'), 'imatinib');
  assert.deepEqual(
    [names(answer.unconfirmed), names(answer.confirmed)],
    [['PR'], ['confirmationNotReported']],
  );
  assert.deepEqual(names(courseOf(example('kit-basket-pt-05.yaml'), 'imatinib').unconfirmed), ['SD', 'NE']);
});

test('paper 000: no category is invented', () => {
  assert.equal(courseOf(example('net-kit-exon11.yaml'), 'imatinib').countedAs, 'none');
});

const course = 'therapies: [{ id: a, kind: systemic, printed: drug a, start: day 0 }]';
const lesions =
  'lesions: [{ id: l1, site: liver, kind: organ }, { id: l2, site: neck, kind: lymphNode }, { id: l3, site: bone, kind: bone }]';
const assessment = (id: string, day: number, more: string): string =>
  `  - { id: ${id}, ${day > 0 ? 'therapy: a, ' : ''}criteria: RECIST 1.1, date: day ${day}, ${more} }`;

suite('sizes of a case file', () => {
  const record = made(
    course,
    lesions,
    'assessments:',
    assessment(
      'base',
      -7,
      "lesions: [{ lesion: l1, diameterCm: '5.0' }, { lesion: l2, diameterCm: '2.0' }, { lesion: l3 }]",
    ),
    assessment(
      'first',
      56,
      "lesions: [{ lesion: l1, diameterCm: '3.0' }, { lesion: l2, diameterCm: '0.9' }, { lesion: l3 }]",
    ),
    assessment(
      'second',
      112,
      "lesions: [{ lesion: l1, diameterCm: '4.0' }, { lesion: l2, diameterCm: '0.9' }, { lesion: l3, response: grew }]",
    ),
  );
  const { fromSizes } = courseOf(record, 'a');
  test('are RECIST on a condition that is said', () => {
    assert.deepEqual(
      fromSizes?.calls.timePoints.map(({ overall }) => overall?.response),
      ['PR', 'PD'],
    );
    assert.match(
      fromSizes?.condition ?? '',
      /l1, l2\) are the target lesions and the diameters of nodes \(l2\) are short axes/,
    );
  });
  test('with the best response both ways, and iRECIST for a checkpoint inhibitor', () => {
    assert.deepEqual(
      [fromSizes?.unconfirmed, fromSizes?.confirmed].map((best) => best && names(best)),
      [['PR'], ['SD']],
    );
    assert.equal(fromSizes?.immune, undefined);
    const immune = made(
      course.replace('printed: drug a', 'printed: nivolumab, drugs: [nivolumab]'),
      lesions,
      'assessments:',
      assessment('base', -7, "lesions: [{ lesion: l1, diameterCm: '5.0' }]"),
      assessment('first', 56, "lesions: [{ lesion: l1, diameterCm: '7.0' }]"),
      assessment('second', 98, "lesions: [{ lesion: l1, diameterCm: '3.0' }]"),
    );
    const found = courseOf(immune, 'a').fromSizes?.immune;
    assert.deepEqual(
      found?.timePoints.map(({ response }) => response),
      ['iUPD', 'iPR'],
    );
  });
  test('nothing without a size later', () => {
    const bare = made(
      course,
      lesions,
      'assessments:',
      assessment('base', -7, "lesions: [{ lesion: l1, diameterCm: '5.0' }]"),
      assessment('first', 56, 'response: SD'),
    );
    assert.equal(courseOf(bare, 'a').fromSizes, undefined);
  });
});

suite('what is printed and what follows from it', () => {
  const with2 = (first: string, second: string, more = ''): CourseResponse =>
    courseOf(
      made(
        course.replace(' }]', `${more} }]`),
        'assessments:',
        assessment('x', 56, first),
        assessment('y', 112, second),
      ),
      'a',
    );
  test('a printed PR at -10% is asked about', () => {
    const { queries } = with2("response: PR, sumChangePercent: '-10%'", 'response: PD');
    assert.deepEqual(
      queries.map(({ code }) => code),
      ['printedDiffers'],
    );
  });
  test('PD at +5% may be progression elsewhere', () =>
    assert.deepEqual(with2("response: PD, sumChangePercent: '5%'", 'response: PD').queries, []));
  test('a PR behind a CR', () =>
    assert.deepEqual(
      with2('response: CR', 'response: PR').queries.map(({ code }) => code),
      ['responseAfterComplete'],
    ));
  test('pseudoprogression in retrospect', () =>
    assert.deepEqual(
      with2('response: PD', 'response: PR').retrospect.map(({ state }) => state),
      ['pseudoprogression'],
    ));
  test('not where the course had ended, and unknown where that is open', () => {
    const state = (end: string) =>
      with2('response: PD', 'response: PR', `, end: ${end}`).retrospect[0]?.state;
    assert.deepEqual(
      [state('day 70'), state('day 70..200'), state('day 200')],
      ['treatmentChanged', 'unknown', 'pseudoprogression'],
    );
  });
});

test('every example at each of its decision points has an answer', () => {
  const folder = join(import.meta.dirname, '../../../examples');
  let answered = 0;
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.yaml'))) {
    const record = example(name);
    for (const at of [undefined, ...record.decisionPoints.map(({ id }) => id)]) {
      const clock = clockAt(record, at).value;
      assert.ok(clock);
      for (const { unconfirmed, confirmed } of caseResponses(cutCase(record, clock).record)) {
        answered += 1;
        for (const best of [unconfirmed, confirmed]) assert.ok(best.possible.length > 0, name);
      }
    }
  }
  assert.ok(answered > 27, String(answered));
});

test('an assessment and an outcome that say the same are one time point', () => {
  const record = made(
    'therapies: [{ id: a, kind: systemic, printed: drug a, start: day 0, outcomes: [{ response: PR, confirmed: yes, date: day 56, printed: a response }] }]'.replace(
      'yes',
      "'yes'",
    ),
    'assessments:',
    assessment('x', 56, 'response: PR'),
  );
  const { points, confirmed } = courseOf(record, 'a');
  assert.equal(points.length, 1);
  assert.deepEqual(points[0]?.point.words, ['a response']);
  assert.deepEqual(names(confirmed), ['PR']);
});
