/**
 * The course that a report tells of its patients: a duration of response against the time to response and to progression; dates
 * after "the time of writing"; time on a drug printed as time of stable disease; a level after a change without the level before;
 * a pseudoprogression without a later measurement; an effect beside local treatment of an unprinted date; what the abstract
 * leaves out; a stopping rule against the events printed.
 */
import type { PrintedValue } from '../printed/index.ts';
import { type AuditedStudy, evidenceOf, groupedBy, groupWords, isPlainNumber } from './audited-study.ts';
import { type AuditAnswer, type AuditFinding, finding } from './finding.ts';
import { isOwnReport } from './report-lack.ts';

type Fact = Extract<PrintedValue, { readonly what: 'fact' }>;

const facts = ({ values }: AuditedStudy): readonly Fact[] =>
  values.filter((value): value is Fact => value.what === 'fact');

type Told = Omit<Parameters<typeof finding>[0], 'study'>;

const tell = (of: AuditedStudy, told: Told): AuditFinding => finding({ study: of.study.id, ...told });

/** Response counts from its first proof: with the time to it, it ends at progression. */
function durations(of: AuditedStudy): readonly AuditFinding[] {
  return of.groups.flatMap(({ id }): AuditFinding[] => {
    const own = of.values.filter(({ group }) => group === id);
    const one = (wanted: (value: PrintedValue) => boolean) =>
      own.find((value) => wanted(value) && value.as === 'value' && isPlainNumber(value));
    const progression = one(({ what }) => what === 'timeToProgression');
    const duration = one(({ what }) => what === 'durationOfResponse');
    const response = one(
      (value) => value.what === 'other' && /^time to (?:\w+ ){0,2}response$/i.test(value.term),
    );
    if (progression === undefined || duration === undefined || response === undefined) return [];
    const units = new Set(
      [progression, duration, response].map((value) => ('unit' in value ? value.unit : '')),
    );
    const left = Number(progression.value) - Number(response.value) - Number(duration.value);
    if (units.size !== 1 || Math.abs(left) <= 1.5) return [];
    return [
      tell(of, {
        check: 'timeOrder',
        group: id,
        about: 'time to response, duration of response and time to progression',
        outcome: 'conflicting',
        certainty: 'likely',
        printed: [response, duration, progression].map(evidenceOf),
        recomputed: `${response.value} + ${duration.value} against ${progression.value}`,
        test: 'time to response and duration of response add up to the time to progression',
        explanation:
          'The duration was counted from the start of treatment, or progression from the response.',
      }),
    ];
  });
}

/** Months since year 0 of "2009-08" or "2014-05-05". */
function monthOf(text: string): number | undefined {
  const [, year, month] = /^(\d{4})-(\d{2})(?:-\d{2})?$/.exec(text) ?? [];
  return year === undefined || month === undefined ? undefined : 12 * Number(year) + Number(month);
}

/** Data that were read after the time of writing, as the follow-up dates it. */
function calendar(of: AuditedStudy): readonly AuditFinding[] {
  const start = facts(of).find(({ name }) => /^date of (?:presentation|diagnosis)$/i.test(name));
  const follow = of.values.find(
    (value) => value.what === 'followUp' && value.as === 'value' && value.unit === 'months',
  );
  const from = start === undefined ? undefined : monthOf(start.means);
  if (start === undefined || from === undefined || follow === undefined) return [];
  const written = from + Number(follow.value);
  return facts(of).flatMap((later): AuditFinding[] => {
    const month = /^date of access\b/i.test(later.name) ? monthOf(later.means) : undefined;
    if (month === undefined || month <= written + 1) return [];
    return [
      tell(of, {
        check: 'timeOrder',
        group: 'all',
        about: 'time of writing against later dates',
        outcome: 'conflicting',
        certainty: 'likely',
        printed: [start, follow, later].map(evidenceOf),
        recomputed: `${start.means} and ${follow.value} months are ${Math.floor((written - 1) / 12)}-${String(((written - 1) % 12) + 1).padStart(2, '0')}; ${later.means} is ${month - written} months later`,
        test: 'printed dates and intervals on one calendar',
        explanation: 'The follow-up was not brought up to date when the paper was revised.',
      }),
    ];
  });
}

/** Stable disease as long as the drug was given, in every patient. */
function timeOnDrug(of: AuditedStudy): readonly AuditFinding[] {
  const stable = of.values.filter(
    (value) => value.what === 'other' && /^time of stable disease$/i.test(value.term),
  );
  const byGroup = [...groupedBy(stable, ({ group }) => group)].flatMap(([group, [first]]) => {
    const treated = of.values.find((value) => value.what === 'treatmentDuration' && value.group === group);
    return first === undefined || treated === undefined ? [] : [{ first, treated }];
  });
  if (byGroup.length < 3 || byGroup.some(({ first, treated }) => first.value !== treated.value)) return [];
  return [
    tell(of, {
      check: 'timeOrder',
      group: 'all',
      about: 'time of stable disease against time on the drug',
      outcome: 'undescribed',
      certainty: 'likely',
      printed: byGroup.flatMap(({ first, treated }) => [first, treated]).map(evidenceOf),
      recomputed: `the same ${byGroup.length} times`,
      test: 'how long the disease was stable against how long the drug was given',
      explanation: 'Time on the drug was printed as time of control; the dates of the scans are not printed.',
    }),
  ];
}

const changedTo = /\b(?:subsided|fell|declined|decreased|dropped|rose|increased|improved)(?: in \w+)? to\b/i;

/** A level after a change, with no level before. */
function withoutBaseline(of: AuditedStudy): readonly AuditFinding[] {
  const levels = of.values.filter((value) => value.what === 'measurement' || value.what === 'laboratory');
  const stem = (value: PrintedValue) =>
    'term' in value ? (value.term.split(/\s(?:before|after|on|at)\s/u)[0] ?? '') : '';
  return levels.flatMap((value): AuditFinding[] => {
    if (!changedTo.test(value.place.text ?? '')) return [];
    if (levels.some((other) => other !== value && stem(other) === stem(value))) return [];
    return [
      tell(of, {
        check: 'designBasis',
        group: value.group,
        about: `${stem(value)} before the change`,
        outcome: 'undescribed',
        certainty: 'likely',
        printed: [{ ...evidenceOf(value), printed: value.place.text ?? value.value }],
        recomputed: `no ${stem(value)} before treatment is printed`,
        test: 'a change on treatment against the level before',
        explanation: 'How large the change is cannot be told.',
      }),
    ];
  });
}

/** Pseudoprogression is shown by a later fall below what was called progression, or under the microscope. */
function pseudoprogression(of: AuditedStudy): readonly AuditFinding[] {
  const named = facts(of).filter(({ value }) => /pseudo-?progression/i.test(value));
  if (named.length === 0) return [];
  const sums = of.values.filter(
    (value) =>
      value.what === 'measurement' &&
      /\bsum of (?:the )?target lesions?\b/i.test(value.term) &&
      isPlainNumber(value),
  );
  const peak = Math.max(...sums.map(({ value }) => Number(value)));
  const fell = sums.findIndex(({ value }) => Number(value) === peak) < sums.length - 1;
  const histology = facts(of).some(({ name }) => /\bhistology\b|\bbiopsy on treatment\b/i.test(name));
  if (fell || histology) return [];
  return [
    tell(of, {
      check: 'conclusion',
      group: named[0]?.group ?? 'all',
      about: 'pseudoprogression without a later measurement',
      outcome: 'undescribed',
      certainty: 'certain',
      printed: [...named, ...sums].map(evidenceOf),
      recomputed: 'no sum of target lesions after the one called progression, and no biopsy, is printed',
      test: 'growth that is called apparent against a later fall or histology',
      explanation: 'Necrosis in some lesions and growth of others give the same picture.',
    }),
  ];
}

/** An effect on a symptom or a site, where radiotherapy or another local treatment went before at no printed time. */
function localTreatment(of: AuditedStudy): readonly AuditFinding[] {
  const local = facts(of).filter(({ name }) => /^(?:radiotherapy|embolisation|surgery) before$/i.test(name));
  const effects = facts(of).filter(
    ({ value, group }) =>
      /\bimprove/i.test(value) &&
      /\b(?:pain|skelet|bone|pelvi)/i.test(value) &&
      of.groups.some(({ id, arm }) => id === group && arm !== undefined),
  );
  const dated = facts(of).some(({ name }) =>
    /^(?:date|time) of the (?:radiotherapy|embolisation|surgery)\b/i.test(name),
  );
  const [first] = effects;
  if (local.length === 0 || first === undefined || dated) return [];
  return [
    tell(of, {
      check: 'conclusion',
      group: first.group,
      about: 'effect beside earlier local treatment',
      outcome: 'unsupported',
      certainty: 'likely',
      printed: [...effects, ...local].map(evidenceOf),
      recomputed: `local treatment went before at a time that is not printed (${groupWords(of, first.group)})`,
      test: 'an effect of a drug against other treatment of the same sites',
      explanation: 'Radiotherapy relieves pain and heals bone over weeks to months.',
    }),
  ];
}

/** An abstract that tells the improvement and not the end. */
function abstractOmits(of: AuditedStudy): readonly AuditFinding[] {
  const ends = facts(of).filter(
    ({ name, means }) => /^reason for stopping$/i.test(name) && /progress/i.test(means),
  );
  const inAbstract = of.values.filter(({ place }) => place.section === 'Abstract');
  const text = inAbstract.map(({ place }) => place.text ?? '');
  const favourable = inAbstract.filter(({ place }) =>
    /\b(?:improve|response|benefit)/i.test(place.text ?? ''),
  );
  if (ends.length === 0 || favourable.length === 0) return [];
  if (
    text.some((each) =>
      /\b(?:progressed|progressive disease|disease progression|on progression)\b/i.test(each),
    )
  )
    return [];
  return [
    tell(of, {
      check: 'conclusion',
      group: ends[0]?.group ?? 'all',
      about: 'end of treatment that the abstract leaves out',
      outcome: 'undescribed',
      certainty: 'likely',
      printed: [...ends, ...favourable].map(evidenceOf),
      recomputed:
        'the abstract tells the improvement; the progression that ended treatment stands in the text only',
      test: 'outcomes of the text against the abstract',
      explanation: 'Readers of the abstract take the response for lasting.',
    }),
  ];
}

/** A grade that stops the drug, events of that grade, and nobody who stopped. */
function stoppingRule(of: AuditedStudy): readonly AuditFinding[] {
  const rule = of.values.find(
    (value) => value.what === 'threshold' && /\bgrade\b.*\bstops\b/i.test(value.term) && isPlainNumber(value),
  );
  const nobody = facts(of).find(
    ({ name, means }) => /^discontinuation\b/i.test(name) && /^none$/i.test(means),
  );
  if (rule === undefined || nobody === undefined) return [];
  const events = of.values.filter((value) => {
    if (value.what !== 'toxicity' || value.as !== 'count' || !isPlainNumber(value)) return false;
    const grade = /\d/.exec(value.grades ?? '')?.[0];
    return grade !== undefined && Number(grade) >= Number(rule.value) && Number(value.value) > 0;
  });
  if (events.length === 0) return [];
  return [
    tell(of, {
      check: 'toxicityGrades',
      group: rule.group,
      about: 'grade that stops the drug against events of that grade',
      outcome: 'conflicting',
      certainty: 'likely',
      printed: [rule, ...events, nobody].map(evidenceOf),
      recomputed: `events of grade ${rule.value} or more are printed, and no patient stopped`,
      test: 'a stopping rule against the events and the patients who stopped',
      explanation: 'Other events were prespecified, the drug was started again, or the rule was not kept.',
    }),
  ];
}

/** What a case report claims to be the first of, with no search told. */
function priority(of: AuditedStudy): readonly AuditFinding[] {
  const claims = facts(of).filter(({ name }) => /^claim of priority\b/i.test(name));
  if (claims.length === 0 || facts(of).some(({ name }) => /\bliterature search\b/i.test(name))) return [];
  return [
    tell(of, {
      check: 'designBasis',
      group: 'all',
      about: 'search behind a claim of priority',
      outcome: 'undescribed',
      certainty: 'possible',
      printed: claims.map(evidenceOf),
      recomputed: 'no search of the literature is printed',
      test: 'a claim to be the first against the search behind it',
      explanation: 'The claim may be right; print does not let a reader check it.',
    }),
  ];
}

export function courseOfPatientCheck(of: AuditedStudy): AuditAnswer {
  if (!isOwnReport(of)) return { findings: [], explained: [] };
  return {
    findings: [
      ...durations(of),
      ...calendar(of),
      ...timeOnDrug(of),
      ...withoutBaseline(of),
      ...pseudoprogression(of),
      ...localTreatment(of),
      ...abstractOmits(of),
      ...stoppingRule(of),
      ...priority(of),
    ],
    explained: [],
  };
}
