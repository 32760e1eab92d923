/** References between the files of the library: what is named has to be there, and is named once. */
import { readAlteration } from '../alteration/index.ts';
import type { Issue } from '../reading/index.ts';
import { isDrugClassId, isDrugId, isRegimenId } from '../therapy/index.ts';
import { checkPrinted } from './check-printed.ts';
import { checkStatementLinks } from './check-statement-links.ts';
import type { KnowledgeContent } from './compiled-knowledge.ts';

/** Everything to say about the library as a whole. */
export function checkKnowledge(
  content: KnowledgeContent,
  papers: readonly { readonly id: string }[] = [],
): readonly Issue[] {
  const issues: Issue[] = [];
  const report = (code: Issue['code'], message: string) => issues.push({ code, severity: 'error', message });
  const idsOf = (kind: string, list: readonly { readonly id: string }[]) => {
    const seen = new Set<string>();
    for (const { id } of list) {
      if (seen.has(id)) report('duplicate-id', `${kind} "${id}" stands twice; give each its own id`);
      seen.add(id);
    }
    return seen;
  };
  const { options: rules } = content;
  const studies = idsOf('study', content.studies);
  idsOf('statement', content.statements);
  const options = idsOf('option', rules.options);
  const tests = idsOf('test', rules.tests);
  idsOf('paper', papers);
  idsOf('approval', content.approvals);
  idsOf('ladder', rules.ladders);
  idsOf(
    'rung',
    rules.ladders.flatMap((ladder) => ladder.rungs),
  );
  idsOf('caution', rules.cautions);
  idsOf('stance rule', rules.stanceRules);

  const refer = (known: ReadonlySet<string>, id: string, from: string) => {
    if (!known.has(id)) report('unknown-reference', `${from} names "${id}", which the library does not have`);
  };
  const drugsExist = (drugs: readonly string[], from: string) => {
    for (const drug of drugs)
      if (!isDrugId(drug))
        report('drug-unknown', `${from} names the drug "${drug}", which the register does not have`);
  };
  const classesExist = (classes: readonly string[], from: string) => {
    for (const each of classes)
      if (!isDrugClassId(each))
        report('drug-unknown', `${from} names the class "${each}", which the register does not have`);
  };
  const regimenExists = (regimen: string | undefined, from: string) => {
    if (regimen !== undefined && !isRegimenId(regimen))
      report('drug-unknown', `${from} names the regimen "${regimen}", which the register does not have`);
  };

  for (const study of content.studies) {
    const from = `study ${study.id}`;
    for (const problem of checkPrinted(study)) report('unknown-reference', `${from} ${problem}`);
    for (const { study: other } of study.overlaps) refer(studies, other, `${from} (overlaps)`);
    const arms = new Set(study.arms.map((arm) => arm.id));
    for (const arm of study.arms) {
      drugsExist(arm.drugs, from);
      regimenExists(arm.regimen, from);
    }
    for (const { arm } of [...study.counts, ...study.measures, ...study.patients]) {
      if (arm !== undefined) refer(arms, arm, `${from} (arm)`);
    }
    for (const { contrast } of study.measures) {
      if (contrast === undefined) continue;
      refer(arms, contrast.treatment, `${from} (contrast)`);
      refer(arms, contrast.control, `${from} (contrast)`);
    }
    for (const count of study.counts) {
      if (count.count > count.of)
        report('wrong-value', `${from} counts ${count.count} of ${count.of} for ${count.outcome}`);
    }
    for (const row of study.patients) {
      for (const text of row.alterations) {
        if (readAlteration(text).value === undefined)
          report('unparsable-alteration', `${from}, ${row.id}: "${text}" cannot be read`);
      }
    }
  }
  for (const statement of content.statements) {
    const from = `statement ${statement.id}`;
    for (const id of statement.studies) refer(studies, id, from);
    drugsExist(statement.subject.drugs, from);
    classesExist(statement.subject.drugClasses, from);
    regimenExists(statement.subject.regimen, from);
    if (statement.subject.option !== undefined) refer(options, statement.subject.option, from);
  }
  for (const fault of checkStatementLinks(content.statements)) report('unknown-reference', fault);
  for (const approval of content.approvals) drugsExist(approval.drugs, `approval ${approval.id}`);
  for (const option of rules.options) {
    const from = `option ${option.id}`;
    drugsExist(option.drugs, from);
    regimenExists(option.regimen, from);
    if (option.drugClass !== undefined) classesExist([option.drugClass], from);
    if (option.test !== undefined) refer(tests, option.test, from);
    for (const { study } of option.sources) if (study !== undefined) refer(studies, study, from);
  }
  for (const ladder of rules.ladders) {
    for (const rung of ladder.rungs) {
      const from = `rung ${rung.id}`;
      for (const option of rung.options) refer(options, option, from);
      drugsExist(rung.usedBy.drugs, from);
      classesExist(rung.usedBy.drugClasses, from);
      for (const { study } of rung.sources) if (study !== undefined) refer(studies, study, from);
    }
  }
  for (const caution of rules.cautions) {
    const from = `caution ${caution.id}`;
    drugsExist(caution.drugs, from);
    classesExist(caution.drugClasses, from);
    for (const option of [...caution.options, ...caution.prefer]) refer(options, option, from);
  }
  for (const test of rules.tests) {
    for (const option of test.changes) refer(options, option, `test ${test.id}`);
    for (const { study } of test.yields) refer(studies, study, `test ${test.id}`);
  }
  const rulesWithSources = [...rules.cautions, ...rules.stanceRules, ...rules.tests];
  for (const { id, sources } of rulesWithSources) {
    for (const { study } of sources) if (study !== undefined) refer(studies, study, `rule ${id}`);
  }
  for (const rule of rules.stanceRules) refer(options, rule.option, `stance rule ${rule.id}`);
  return issues;
}
