/**
 * Thresholds against the definition they name. Mitoses of NEN are counted per 2 mm2 (WHO 2019; 10 high-power fields of
 * 0.2 mm2): a limit per single field is ten times higher, and a limit without any area cannot be applied.
 */
import type { PrintedValue } from '../printed/index.ts';
import { type AuditedStudy, evidenceOf } from './audited-study.ts';
import { type AuditAnswer, type AuditFinding, finding } from './finding.ts';

type Threshold = Extract<
  PrintedValue,
  { readonly what: 'baseline' | 'laboratory' | 'measurement' | 'dose' | 'incidence' | 'threshold' | 'other' }
>;

const words = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** The number in a printed limit, in digits or as a word. */
function numberIn(text: string): number | undefined {
  const digits = /\d+(?:\.\d+)?/.exec(text)?.[0];
  if (digits !== undefined) return Number(digits);
  const at = words.findIndex((word) => new RegExp(`\\b${word}\\b`, 'i').test(text));
  return at < 0 ? undefined : at;
}

/** Fields per count in a unit such as "per high-power field" or "per 10 HPF"; undefined where the unit names none. */
function fieldsIn(unit: string): number | undefined {
  const match = /per\s+(?:(\d+)\s+)?(?:high[- ]power(?:ed)?\s+fields?|hpf)\b/i.exec(unit);
  return match === null ? undefined : Number(match[1] ?? 1);
}

/** Fields of 0.2 mm2 that make 2 mm2. */
const fieldsOfDefinition = 10;
/** G3 begins above this many mitoses per 2 mm2 (WHO 2017 and 2019). */
const g3Above = 20;
/** NET G2 begins at this many. */
const g2From = 2;

const gradeOf = (per2mm2: number): string => {
  if (per2mm2 >= g3Above) return 'G3';
  return per2mm2 >= g2From ? 'G2 or above' : 'G1 or above';
};

function ofMitoses(of: AuditedStudy, value: Threshold): readonly AuditFinding[] {
  const limit = numberIn(value.value);
  const fields = value.unit === undefined ? undefined : fieldsIn(value.unit);
  if (limit === undefined) return [];
  const base = {
    study: of.study.id,
    check: 'threshold',
    group: value.group,
    about: value.term,
    printed: [{ ...evidenceOf(value), printed: `${value.value} ${value.unit ?? '(no area)'}` }],
    test: 'mitoses are counted per 2 mm2, which are 10 high-power fields of 0.2 mm2',
  } as const;
  if (fields !== undefined && fields < fieldsOfDefinition) {
    const per2mm2 = (limit * fieldsOfDefinition) / fields;
    return [
      finding({
        ...base,
        outcome: 'conflicting',
        certainty: 'certain',
        recomputed: `more than ${limit} in ${fields === 1 ? 'one field' : `${fields} fields`} is more than ${per2mm2} per 2 mm2: ${gradeOf(per2mm2)}`,
        explanation: `Read per ${fieldsOfDefinition} fields, ${limit} would be ${gradeOf(limit)}: one of the two units was meant.`,
      }),
    ];
  }
  if (value.unit !== undefined) return [];
  return [
    finding({
      ...base,
      outcome: 'undescribed',
      certainty: 'certain',
      recomputed: `${value.value} of which area is not said`,
      explanation: 'The definition has an area; without it a count cannot be compared.',
    }),
  ];
}

export function thresholdCheck(of: AuditedStudy): AuditAnswer {
  const thresholds = of.values.flatMap((value) =>
    value.what === 'threshold' && /\bmito(?:s[ei]s|tic)/i.test(value.term) ? [value] : [],
  );
  const [first] = thresholds;
  const findings = thresholds.flatMap((value) => ofMitoses(of, value));
  // The limits of one definition that all lack the area are one defect.
  const bare = findings.filter(({ outcome }) => outcome === 'undescribed');
  const [one] = bare;
  if (one === undefined || first === undefined || bare.length < 2) return { findings, explained: [] };
  const whole = of.groups.find(({ id }) => id === first.group)?.partOf ?? first.group;
  const together = finding({
    ...one,
    group: whole,
    printed: bare.flatMap(({ printed }) => printed),
    recomputed: `${bare.map(({ recomputed }) => recomputed.split(' ')[0] ?? '').join(', ')}: of which area is not said`,
  });
  return {
    findings: [together, ...findings.filter(({ outcome }) => outcome !== 'undescribed')],
    explained: [],
  };
}
