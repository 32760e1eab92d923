/**
 * What a schema cannot say about a record: ids that repeat, references that lead nowhere, dates out of order, and
 * texts (drugs, analytes, alterations) that no register can read.
 */
import { readAlteration } from '../alteration/index.ts';
import {
  hasErrors,
  type Issue,
  issueAt,
  nearestWord,
  type Path,
  type PositionedDocument,
} from '../reading/index.ts';
import { drugClasses, isDrugClassId, readDrug, readRegimen } from '../therapy/index.ts';
import {
  analyteOf,
  compareDates,
  multipleOfUpperLimit,
  nearestAnalyteName,
  type PatientDate,
} from '../units/index.ts';
import type { CaseRecord } from './case-record.ts';
import type { LaboratoryValue } from './observation.ts';
import { isPatientDate, recordDates } from './record-dates.ts';

/** What stands at a path of the record. */
function valueAt(record: CaseRecord, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) => (typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined),
    record,
  );
}

type Report = (draft: Parameters<typeof issueAt>[1]) => void;

/** Everything to say about a record that fits the schema. */
export function checkRecord(record: CaseRecord, document: PositionedDocument): readonly Issue[] {
  const issues: Issue[] = [];
  const report: Report = (draft) => issues.push(issueAt(document, draft));
  checkIds(record, report);
  checkReferences(record, report);
  checkDates(record, report);
  checkTherapies(record, report);
  checkLaboratory(record, report);
  checkFindings(record, report);
  return atMost(issues);
}

/** Issues of one record that are said one by one. */
const mostIssues = 200;

function atMost(issues: readonly Issue[]): readonly Issue[] {
  const more = issues.length - mostIssues;
  if (more <= 0) return issues;
  const severity = hasErrors(issues.slice(mostIssues)) ? 'error' : 'warning';
  const message = `there are ${more} more issues of the record; mend these first`;
  return [...issues.slice(0, mostIssues), { code: 'wrong-value', severity, message }];
}

const identified = [
  'decisionPoints',
  'diagnoses',
  'specimens',
  'pathology',
  'assays',
  'findings',
  'imaging',
  'lesions',
  'assessments',
  'therapies',
  'decisions',
] as const;

function checkIds(record: CaseRecord, report: Report): void {
  for (const list of identified) {
    const seen = new Set<string>();
    record[list].forEach(({ id }, index) => {
      if (seen.has(id)) {
        report({
          code: 'duplicate-id',
          path: [list, index, 'id'],
          message: `"${id}" stands twice in ${list}; give each entry its own id`,
        });
      }
      seen.add(id);
    });
  }
}

/** Ids named in a message about one that is not there. */
const shownIds = 8;

/** The first ids of a list, and how many more there are. */
function listed(ids: readonly string[]): string {
  const more = ids.length - shownIds;
  return more > 0 ? `${ids.slice(0, shownIds).join(', ')} and ${more} more` : ids.join(', ');
}

function checkReferences(record: CaseRecord, report: Report): void {
  const idsOf = (list: readonly { readonly id: string }[]) => new Set(list.map((each) => each.id));
  const known = {
    specimens: idsOf(record.specimens),
    assays: idsOf(record.assays),
    lesions: idsOf(record.lesions),
    therapies: idsOf(record.therapies),
    decisionPoints: idsOf(record.decisionPoints),
  };
  const refer = (list: keyof typeof known, id: string | undefined, path: Path) => {
    if (id === undefined || known[list].has(id)) return;
    const present = [...known[list]];
    const hint = present.length === 0 ? `there are no ${list}` : `${list} are: ${listed(present)}`;
    report({ code: 'unknown-reference', path, message: `nothing in ${list} has the id "${id}"; ${hint}` });
  };
  const specimenLists = ['diagnoses', 'pathology', 'assays'] as const;
  for (const list of specimenLists) {
    for (const [index, each] of record[list].entries())
      refer('specimens', each.specimen, [list, index, 'specimen']);
  }
  for (const list of ['findings', 'biomarkers'] as const) {
    for (const [index, each] of record[list].entries()) refer('assays', each.assay, [list, index, 'assay']);
  }
  for (const [index, each] of record.specimens.entries())
    refer('lesions', each.lesion, ['specimens', index, 'lesion']);
  for (const [index, report] of record.pathology.entries()) {
    for (const list of ['ki67', 'mitoses'] as const) {
      for (const [at, { lesion }] of report[list].entries())
        refer('lesions', lesion, ['pathology', index, list, at, 'lesion']);
    }
  }
  for (const [index, each] of record.assessments.entries()) {
    refer('therapies', each.therapy, ['assessments', index, 'therapy']);
    for (const [at, { lesion }] of each.lesions.entries()) {
      refer('lesions', lesion, ['assessments', index, 'lesions', at, 'lesion']);
    }
  }
  for (const [index, each] of record.imaging.entries()) {
    for (const [at, { lesion }] of each.suvMax.entries())
      refer('lesions', lesion, ['imaging', index, 'suvMax', at, 'lesion']);
  }
  for (const [index, each] of record.adverseEvents.entries()) {
    refer('therapies', each.therapy, ['adverseEvents', index, 'therapy']);
  }
  for (const [index, each] of record.decisions.entries()) {
    refer('decisionPoints', each.decisionPoint, ['decisions', index, 'decisionPoint']);
  }
}

function checkDates(record: CaseRecord, report: Report): void {
  const inOrder = (
    first: PatientDate | undefined,
    second: PatientDate | undefined,
    path: Path,
    words: string,
  ) => {
    if (first === undefined || second === undefined || compareDates(second, first) !== 'before') return;
    report({
      code: 'date-order',
      path,
      message: `${words}: ${second.printed} lies before ${first.printed}; check both`,
    });
  };
  for (const [index, each] of record.therapies.entries()) {
    inOrder(each.start, each.end, ['therapies', index, 'end'], 'the treatment ends before it begins');
    for (const [at, outcome] of each.outcomes.entries()) {
      const path = ['therapies', index, 'outcomes', at, 'date'];
      inOrder(each.start, outcome.date, path, 'the outcome comes before the treatment');
    }
  }
  for (const { date, path } of recordDates(record).filter((each) => each.path.at(-1) === 'known')) {
    const measured = valueAt(record, [...path.slice(0, -1), 'date']);
    if (isPatientDate(measured)) inOrder(measured, date, path, 'the result was known before it was measured');
  }
  const { birth } = record.patient;
  for (const [index, each] of record.diagnoses.entries()) {
    inOrder(birth, each.date, ['diagnoses', index, 'date'], 'the diagnosis comes before the birth');
  }
  const inDays = recordDates(record).find(({ date }) => date.axis === 'anchor');
  if (inDays !== undefined && record.anchor === undefined) {
    report({
      code: 'missing-key',
      path: inDays.path,
      message: `"${inDays.date.printed}" counts days from an event; name that event under \`anchor\``,
    });
  }
  if (record.anchor?.calendar?.axis === 'anchor') {
    report({
      code: 'wrong-value',
      path: ['anchor', 'calendar'],
      message: 'the day of the anchor itself has to be a calendar date, or to be left out',
    });
  }
}

function checkTherapies(record: CaseRecord, report: Report): void {
  for (const [index, each] of record.therapies.entries()) {
    if (each.regimen !== undefined) {
      for (const issue of readRegimen(each.regimen).issues) {
        report({ ...issue, path: ['therapies', index, 'regimen'] });
      }
    }
    for (const [at, drug] of each.drugs.entries()) {
      for (const issue of readDrug(drug).issues) {
        report({ ...issue, path: ['therapies', index, 'drugs', at] });
      }
    }
    for (const [at, drugClass] of each.drugClasses.entries()) {
      if (isDrugClassId(drugClass)) continue;
      const near = nearestWord(
        drugClass,
        drugClasses.map(({ id }) => id),
      );
      report({
        code: 'drug-unknown',
        path: ['therapies', index, 'drugClasses', at],
        message: `"${drugClass}" is not a class of the register${near === undefined ? '' : `; did you mean "${near}"?`}`,
      });
    }
  }
}

function checkLaboratory(record: CaseRecord, report: Report): void {
  const asked = new Map<string, string | undefined>();
  const nearestOf = (name: string) => {
    if (!asked.has(name)) asked.set(name, nearestAnalyteName(name));
    return asked.get(name);
  };
  for (const [index, each] of record.laboratory.entries()) {
    if (analyteOf(each.analyte) === undefined) {
      const near = nearestOf(each.analyte);
      report({
        code: 'analyte-unknown',
        severity: 'warning',
        path: ['laboratory', index, 'analyte'],
        message: `"${each.analyte}" is not in the register of analytes, so no criterion can use it${near === undefined ? '' : `; did you mean "${near}"?`}`,
      });
    }
    checkUnit(each, index, report);
    const { range } = each.value;
    if (range !== null && [range.low, range.high].some((end) => end !== null && end < 0)) {
      const message = `${each.analyte} cannot be negative, not '${each.value.printed}'; correct it`;
      report({ code: 'wrong-value', path: ['laboratory', index, 'value'], message });
    }
    if (each.referenceRange === undefined) continue;
    const multiple = multipleOfUpperLimit(each.value, each.referenceRange, analyteOf(each.analyte)?.id);
    if (multiple.ok || each.value.range === null) continue;
    const severity = multiple.code === 'reference-range-unusable' ? 'warning' : 'error';
    const path = ['laboratory', index, 'referenceRange'];
    report({ code: multiple.code, severity, path, message: multiple.message });
  }
}

/** A value in a unit in which its analyte is not reported, or without one where one is needed. */
function checkUnit({ analyte: name, value }: LaboratoryValue, index: number, report: Report): void {
  const analyte = analyteOf(name);
  const { unit } = value;
  if (analyte === undefined || value.range === null || unit === 'ULN' || unit === 'LLN') return;
  if (unit !== null && analyte.units.includes(unit)) return;
  const path = ['laboratory', index, 'value'];
  const units = analyte.units.join(', ');
  const message =
    unit === null
      ? `'${value.printed}' carries no unit, so no limit can be compared; ${analyte.name} is reported in ${units}`
      : `${analyte.name} is not reported in ${unit} but in ${units}; correct the unit or the analyte`;
  report({ code: 'unit-unknown', severity: unit === null ? 'warning' : 'error', path, message });
}

function checkFindings(record: CaseRecord, report: Report): void {
  for (const [index, each] of record.findings.entries()) {
    const read = readAlteration(each.alteration, {
      gene: each.gene,
      ...(each.coding === undefined ? {} : { coding: each.coding }),
      ...(each.functionPrinted === undefined ? {} : { effect: each.functionPrinted }),
    });
    for (const issue of read.issues) {
      const path = ['findings', index, 'alteration'];
      report({ ...issue, path });
    }
  }
}
