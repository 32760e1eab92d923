/** From a cut record to the patient as criteria see it: classified, findings read, courses read. */
import { readAlteration } from '../alteration/index.ts';
import { ageAtClock, type CutCase, type TherapyCourse } from '../case/index.ts';
import {
  classAndAncestors,
  classesOf,
  isDrugClassId,
  isOfClass,
  readDrug,
  readRegimen,
  regimenOfDrugs,
} from '../therapy/index.ts';
import { classify, type Disease, entity } from '../tumour/index.ts';
import { classificationInput } from './classification-input.ts';
import { mostRecent } from './datum.ts';
import type { ReadCourse, ReadFinding, Subject } from './subject.ts';

/** Drugs of a course and all their classes; a class recorded without a drug counts as that class. */
function readCourse(course: TherapyCourse): ReadCourse {
  const mentions = course.drugs.flatMap((text) => readDrug(text).value ?? []);
  const ofRegimen = course.regimen === undefined ? undefined : readRegimen(course.regimen).value;
  const drugs = [
    ...new Set([
      ...mentions.flatMap((mention) => (mention.kind === 'drug' ? [mention.drug] : [])),
      ...(ofRegimen?.drugs ?? []),
    ]),
  ];
  const named = [
    ...course.drugClasses.filter(isDrugClassId),
    ...mentions.flatMap((mention) => (mention.kind === 'drug' ? [] : [mention.drugClass])),
    ...(ofRegimen?.drugClasses ?? []),
  ];
  const unnamedClasses = named.filter((drugClass) => !drugs.some((drug) => isOfClass(drug, drugClass)));
  const classes = new Set<string>([...drugs.flatMap(classesOf), ...named.flatMap(classAndAncestors)]);
  const isWithDrugs = course.kind === 'systemic' || course.kind === 'prrt';
  const regimen = ofRegimen?.regimen ?? course.regimen ?? regimenOfDrugs(drugs, []);
  return {
    course,
    drugs,
    classes: [...classes],
    unnamedClasses,
    regimen,
    isNamed: !isWithDrugs || drugs.length > 0 || named.length > 0 || regimen !== undefined,
  };
}

/** The subject of criteria: one patient at one moment. */
export function subjectOf({ record, clock, left }: CutCase): Subject {
  const classification = classify(classificationInput(record, clock));
  const primary = mostRecent(record.primary);
  const unclassified: Disease = { lineage: 'unstated', sites: [primary?.site ?? 'unknown'] };
  const disease =
    classification.disease ?? (primary?.entity === undefined ? unclassified : entity(primary.entity));
  const findings = record.findings.map((finding): ReadFinding => {
    const read = readAlteration(finding.alteration, {
      gene: finding.gene,
      ...(finding.coding === undefined ? {} : { coding: finding.coding }),
      ...(finding.functionPrinted === undefined ? {} : { effect: finding.functionPrinted }),
    });
    return {
      finding,
      alteration: read.value,
      issues: read.issues,
      assay: record.assays.find((assay) => assay.id === finding.assay),
    };
  });
  return {
    record,
    clock,
    left,
    classification,
    disease,
    findings,
    courses: record.therapies.map(readCourse),
    ageYears: ageAtClock(record, clock),
  };
}
