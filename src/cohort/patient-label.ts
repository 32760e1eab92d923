/** What figures call the patient of a record: its label, with the record's id where two records have the same. */
import type { CaseRecord } from '../case/index.ts';

/** Labels by record, no two alike as long as the ids of the records differ. */
export function patientLabels(records: readonly CaseRecord[]): (record: CaseRecord) => string {
  const counts = Map.groupBy(records, ({ patient, id }) => patient.label ?? id);
  return ({ patient, id }) => {
    const name = patient.label ?? id;
    return (counts.get(name)?.length ?? 0) > 1 ? `${name} (${id})` : name;
  };
}
