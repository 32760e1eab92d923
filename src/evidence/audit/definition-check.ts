/**
 * Endpoints against their definitions: what a paper counts as an event and the definition does not. Progression-free
 * survival ends with progression or death, overall survival with death, time to progression with progression; a patient
 * who withdraws is censored (FDA, Clinical Trial Endpoints for the Approval of Cancer Drugs and Biologics, 2018).
 */
import { type AuditedStudy, evidenceOf } from './audited-study.ts';
import { type AuditAnswer, type AuditFinding, finding } from './finding.ts';

const events: Readonly<Record<string, RegExp>> = {
  'progression-free survival': /progress|death|died|relapse|recurren/i,
  'overall survival': /death|died/i,
  'time to progression': /progress|relapse|recurren/i,
};

const namesEvents = /^events of (.+)$/i;

/** Facts "events of progression-free survival", whose meaning lists the events, separated by semicolons. */
export function definitionCheck(of: AuditedStudy): AuditAnswer {
  const findings = of.values.flatMap((value): AuditFinding[] => {
    if (value.what !== 'fact') return [];
    const endpoint = namesEvents.exec(value.name)?.[1]?.toLowerCase();
    const defined = endpoint === undefined ? undefined : events[endpoint];
    if (endpoint === undefined || defined === undefined) return [];
    const others = value.means
      .split(';')
      .map((event) => event.trim())
      .filter((event) => event.length > 0 && !defined.test(event));
    if (others.length === 0) return [];
    return [
      finding({
        study: of.study.id,
        check: 'threshold',
        group: value.group,
        about: value.name,
        outcome: 'conflicting',
        certainty: 'certain',
        printed: [evidenceOf(value)],
        recomputed: `${others.join(', ')}: no event of ${endpoint}`,
        test: 'events of an endpoint against its definition',
        explanation: 'Censored patients were counted as events, or the sentence lists both.',
      }),
    ];
  });
  return { findings, explained: [] };
}
