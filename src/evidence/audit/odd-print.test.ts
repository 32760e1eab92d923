/** Print as odd as it comes: the audit answers, and what it says names its values. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { PrintedValue } from '../printed/index.ts';
import { auditStudy } from './audit-library.ts';
import { groupsOf, place, studyOf } from './printed-study.fixture.ts';

const number = fc.constantFrom(
  '0',
  '1',
  '7',
  '12',
  '35',
  '49.9',
  '50',
  '99',
  '100',
  '101',
  '0.00',
  '.02',
  '0.51',
  '1.00',
  '36+',
  'NR',
  'NE',
  'NA',
  '<5',
  '>60',
  '-3',
  '–',
  'seven',
  '1,234',
  '999999999999999999',
  '1e5',
  '12.',
  '5 (2)',
  '0.000',
  '≥3',
);
const interval = fc.constantFrom(
  undefined,
  '5–36+',
  '0.40–0.65',
  '0–0',
  '0.00–1.00',
  '8–NR',
  '36–5',
  'NA',
  '95% CI 17.80–64.60',
  '1-1',
  '0–100',
  '20',
  '',
  '–',
);
const label = fc.constantFrom(
  'range',
  '95% CI',
  '90% CI',
  'standardDeviation',
  'interquartileRange',
  'unlabelled',
);
const group = fc.constantFrom('all', 'a', 'b');
const at = fc.constantFrom(undefined, '12 months', '1-year', '24 weeks', 'soon', '0 months', '400 days');
const grades = fc.constantFrom(undefined, '3–4', '≥3', 'any', '1', 'V', '9', 'severe');
const unit = fc.constantFrom('days', 'weeks', 'months', 'years');

const printed: fc.Arbitrary<PrintedValue> = fc
  .record({ number, interval, label, group, at, grades, unit, kind: fc.nat(9), other: fc.nat(20) })
  .map((drawn): PrintedValue => {
    const { group: of, number: value, interval: limits, label: intervalLabel } = drawn;
    const common = { group: of, value, place };
    const beside = limits === undefined ? {} : ({ interval: limits, intervalLabel } as const);
    const share = drawn.other % 2 === 0 ? 'count' : 'percent';
    switch (drawn.kind) {
      case 0:
        return { ...common, what: drawn.other < 12 ? 'patients' : 'evaluable', as: 'count' };
      case 1: {
        const whats = [
          'completeResponse',
          'partialResponse',
          'stableDisease',
          'objectiveResponse',
          'diseaseControl',
        ] as const;
        return { ...common, ...beside, what: whats[drawn.other % 5] ?? 'partialResponse', as: share };
      }
      case 2:
        return {
          ...common,
          ...beside,
          what: drawn.other % 3 === 0 ? 'overallSurvival' : 'progressionFreeSurvival',
          as: (['median', 'mean', 'value', 'curvePercent'] as const)[drawn.other % 4] ?? 'median',
          unit: drawn.unit,
          ...(drawn.at === undefined ? {} : { at: drawn.at }),
        };
      case 3:
        return {
          ...common,
          what: 'toxicity',
          term: drawn.other % 3 === 0 ? 'any toxicity' : 'anemia',
          as: share,
          ...(drawn.grades === undefined ? {} : { grades: drawn.grades }),
        };
      case 4:
        return { ...common, what: 'marker', term: 'marker', as: share };
      case 5:
        return {
          ...common,
          what: 'pValue',
          of: drawn.other % 2 === 0 ? 'objectiveResponse' : 'overallSurvival',
          between: ['a', 'b'],
          relation: (['=', '<', '>'] as const)[drawn.other % 3] ?? '=',
          as: 'p',
        };
      case 6:
        return {
          ...common,
          ...beside,
          what:
            (['hazardRatio', 'oddsRatio', 'riskRatio', 'riskReduction'] as const)[drawn.other % 4] ??
            'hazardRatio',
          of: 'overallSurvival',
          between: ['a', 'b'],
          as: drawn.other % 4 === 3 ? 'percent' : 'ratio',
        };
      case 7:
        return {
          ...common,
          ...beside,
          what: 'baseline',
          term: 'age',
          as: (['value', 'median', 'mean'] as const)[drawn.other % 3] ?? 'mean',
          unit: drawn.other % 2 === 0 ? 'years' : 'cycles',
        };
      case 8:
        return {
          ...common,
          what: 'part',
          scheme: drawn.other % 2 === 0 ? 'site' : 'entity',
          term: `part ${drawn.other % 3}`,
          partition: true,
          as: share,
        };
      default:
        return { ...common, what: 'fact', name: 'year', means: value, as: 'words' };
    }
  });

test('nothing that can be printed makes the audit fail', () => {
  fc.assert(
    fc.property(fc.array(printed, { minLength: 5, maxLength: 60 }), (values) => {
      const { findings } = auditStudy(studyOf({ groups: groupsOf('all', 'a<all', 'b<all'), values }));
      assert.equal(new Set(findings.map(({ id }) => id)).size, findings.length);
      for (const { printed: named, recomputed, test: method, explanation } of findings) {
        assert.ok(named.length > 0);
        for (const text of [recomputed, method, explanation])
          assert.ok(text.length > 0 && !/undefined|NaN|Infinity|\[object/.test(text), text);
      }
    }),
    { numRuns: 1500 },
  );
});
