/** One study: what it is, what may be counted, everything printed with its place, the audit, what rests on it. */
import {
  type CountedResult,
  citationText,
  libraryWords,
  type PrintedValue,
  printedSubject,
  type Statement,
  type Study,
  statementDirectionText,
} from '../../evidence/index.ts';
import type { AuditSection } from '../../report/index.ts';
import { clopperPearson } from '../../statistics/index.ts';
import { entity } from '../../tumour/index.ts';
import { comparisonsSection } from './evidence-comparisons.ts';
import { explainedItem, findingItem } from './evidence-finding.ts';
import { type EvidenceRow, evidenceTable } from './evidence-table.ts';
import {
  byLine,
  countAnchor,
  evidenceWays,
  findingAnchors,
  measureAnchor,
  percentText,
  placeText,
  printedText,
  researchLine,
  sizeText,
  statementAnchor,
  studyHref,
  valueAnchor,
  valueIndex,
} from './evidence-words.ts';
import type { Page } from './layout.ts';
import { type Insertion, type Markup, markup } from './markup.ts';

/** What the page shows. */
export interface StudyView {
  readonly study: Study;
  readonly section: AuditSection | undefined;
  /** Ids of the findings that bear on its counts. */
  readonly flagged: readonly string[];
  readonly statements: readonly Statement[];
  /** Tables that have a page: "004 Table 1". */
  readonly tables: ReadonlySet<string>;
  readonly isStudy: (id: string) => boolean;
}

const fact = (term: string, words: Insertion): Markup => markup`<div><dt>${term}</dt><dd>${words}</dd></div>`;

function designWords({ design }: Study): string {
  const { type, phase, randomised, prospective, centres } = design;
  return [
    libraryWords(type),
    phase === undefined ? undefined : `phase ${phase}`,
    randomised === undefined ? undefined : randomised ? 'randomised' : 'not randomised',
    prospective === undefined ? undefined : prospective ? 'prospective' : 'retrospective',
    centres,
  ]
    .filter((text) => text !== undefined)
    .join(', ');
}

const verificationWords = {
  read: 'read in the report itself',
  secondary: 'read in a source that cites it',
  unverified: 'general knowledge, not verified',
} as const;

function facts({ study, tables, isStudy }: StudyView): Markup {
  const { population, arms, design, selection, readIn, overlaps, verification } = study;
  const { composition, printedAs } = population;
  return markup`<dl class="app-facts">${[
    fact(
      'Read in',
      markup`${placeText(readIn, tables)}<span class="app-second">${verificationWords[verification]}; known from ${study.published}</span>`,
    ),
    fact('Design', designWords(study)),
    fact('Selection', selection === 'unstated' ? 'not said' : libraryWords(selection)),
    fact('Patients', sizeText(study)),
    fact(
      'Population',
      markup`${population.words}<span class="app-second">${entity(population.entity).name}</span>${
        printedAs === undefined
          ? undefined
          : markup`<span class="app-second">The paper calls them ${entity(printedAs.entity).name}: ${printedAs.reason}</span>`
      }`,
    ),
    composition.length === 0
      ? undefined
      : fact(
          'Composition',
          composition.map(
            ({ words, entity: of, count, place }) =>
              markup`<div>${count}: ${words} <span class="app-second">${entity(of).name}${place === undefined ? undefined : markup` (${placeText(place, tables)})`}</span></div>`,
          ),
        ),
    ...arms.map(({ label, drugs, regimen, dosePrinted, count }) =>
      fact(
        'Arm',
        markup`${label}${count === undefined ? undefined : `, ${count} patients`}<span class="app-second">${[regimen, drugs.join(' + '), dosePrinted].filter((text) => text !== undefined && text !== '').join('; ')}</span>`,
      ),
    ),
    ...(design.endpoints ?? []).map(({ outcome, rank, place }) =>
      fact(`Endpoint, ${rank}`, markup`${libraryWords(outcome)} (${placeText(place, tables)})`),
    ),
    design.sampleSizeBasis === undefined
      ? undefined
      : fact('Basis of the sample size', design.sampleSizeBasis),
    ...overlaps.map(({ study: other, note }) =>
      fact(
        'Shares patients with',
        markup`${isStudy(other) ? markup`<a href="${studyHref(other)}">${other}</a>` : other}: ${note}`,
      ),
    ),
  ]}</dl>`;
}

function countRow(view: StudyView, result: CountedResult, index: number): EvidenceRow {
  const { study, tables } = view;
  const { count, of, outcome, denominator, printed, inferred, derived, place } = result;
  const { lower, upper } = clopperPearson(count, of);
  const how = [
    denominator === 'unstated' ? 'denominator not said' : `of the ${denominator}`,
    derived ? 'count worked out from what is printed' : undefined,
    inferred === undefined ? undefined : `denominator inferred: ${inferred}`,
  ].filter((text) => text !== undefined);
  return {
    anchor: countAnchor(index),
    cells: [
      libraryWords(outcome),
      `${count}/${of}`,
      `${percentText(count / of)} (${percentText(lower)} to ${percentText(upper)})`,
      markup`<q>${printed}</q>${result.intervalPrinted === undefined ? undefined : markup` <q>${result.intervalPrinted}</q>`}`,
      (result.population ?? study.population).words,
      how.join('; '),
      placeText(place, tables),
    ],
  };
}

function countsSection(view: StudyView): Insertion {
  const { study, flagged, section } = view;
  if (study.counts.length === 0) return undefined;
  const anchors = findingAnchors(section);
  const flags = (section?.findings ?? []).flatMap(({ finding }, at) =>
    flagged.includes(finding.id) ? [{ about: finding.about, anchor: anchors[at] ?? 'audit' }] : [],
  );
  return markup`<h2 id="counts">What may be counted</h2>
${
  flags.length === 0
    ? undefined
    : markup`<p class="app-notice">The audit has findings on these responses: ${flags.map(({ about, anchor }, at) => markup`${at === 0 ? '' : '; '}<a href="#${anchor}">${libraryWords(about)}</a>`)}.</p>`
}
${evidenceTable(
  'What may be counted',
  ['Outcome', 'Count', 'Share (exact 95%)', 'Printed', 'Population', 'How', 'Place'],
  study.counts.map((result, at) => countRow(view, result, at)),
)}`;
}

/** Findings in which each printed value takes part, by the place of the value. */
function findingsByValue({ study, section }: StudyView): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  (section?.findings ?? []).forEach(({ finding }, at) => {
    for (const evidence of finding.printed) {
      const value = valueIndex(study, evidence);
      if (value === undefined) continue;
      const held = found.get(value) ?? [];
      if (!held.includes(at)) found.set(value, [...held, at]);
    }
  });
  return found;
}

function printedSection(view: StudyView): Insertion {
  const { study, section, tables } = view;
  const { printed } = study;
  if (printed === undefined || printed.values.length === 0) return undefined;
  const anchors = findingAnchors(section);
  const found = findingsByValue(view);
  const row = (value: PrintedValue, at: number): EvidenceRow => ({
    anchor: valueAnchor(at),
    cells: [
      libraryWords(printedSubject(value)),
      libraryWords(value.as),
      markup`<q>${printedText(value)}</q>${value.note === undefined ? undefined : markup`<span class="app-second">${value.note}</span>`}`,
      (found.get(at) ?? []).map(
        (finding, nth) =>
          markup`${nth === 0 ? '' : ', '}<a href="#${anchors[finding] ?? 'audit'}">${finding + 1}</a>`,
      ),
      placeText(value.place, tables),
    ],
  });
  const groups = printed.groups.filter(({ id }) => printed.values.some(({ group }) => group === id));
  return markup`<h2 id="printed">As printed</h2>
<p class="app-count">${printed.values.length} values in ${groups.length} ${groups.length === 1 ? 'group' : 'groups'}</p>
${groups.map(({ id, words, entity: of, partOf }) => {
  const rows = printed.values
    .map((value, at) => ({ value, at }))
    .filter(({ value }) => value.group === id)
    .toSorted((a, b) => byLine(a.value.place, b.value.place));
  return markup`<h3 id="g-${id}">${words}</h3>
${of === undefined && partOf === undefined ? undefined : markup`<p class="app-count">${[of === undefined ? undefined : entity(of).name, partOf === undefined ? undefined : `part of: ${printed.groups.find((group) => group.id === partOf)?.words ?? partOf}`].filter((text) => text !== undefined).join('; ')}</p>`}
${evidenceTable(
  `As printed: ${words}`,
  ['What', 'As', 'Printed', 'Finding', 'Place'],
  rows.map(({ value, at }) => row(value, at)),
)}`;
})}`;
}

function measuresSection({ study, tables }: StudyView): Insertion {
  if (study.measures.length === 0) return undefined;
  return markup`<h2 id="measures">Times and ratios</h2>
${evidenceTable(
  'Times and ratios',
  ['What', 'Printed', 'Interval', 'Population', 'Place'],
  study.measures.map(({ outcome, printed, intervalPrinted, population, comparison, place }, at) => ({
    anchor: measureAnchor(at),
    cells: [
      libraryWords(outcome),
      markup`<q>${printed}</q>${comparison === undefined ? undefined : markup`<span class="app-second">${comparison}</span>`}`,
      intervalPrinted ?? '',
      (population ?? study.population).words,
      placeText(place, tables),
    ],
  })),
)}`;
}

function patientsSection({ study, tables }: StudyView): Insertion {
  if (study.patients.length === 0) return undefined;
  return markup`<h2 id="patients">Patients printed one by one</h2>
${evidenceTable(
  'Patients printed one by one',
  ['Patient', 'Tumour', 'Alterations', 'Response', 'Place'],
  study.patients.map(({ id, entity: of, alterations, response, evaluable, place }) => ({
    cells: [
      id,
      entity(of).name,
      alterations.join('; '),
      `${response === 'notStated' ? 'not stated' : response}${evaluable ? '' : ', not evaluable'}`,
      placeText(place, tables),
    ],
  })),
)}`;
}

function auditSection({ study, section, tables }: StudyView): Markup {
  const anchors = findingAnchors(section);
  const findings = section?.findings ?? [];
  const explained = section?.explained ?? [];
  return markup`<h2 id="audit">Audit</h2>
${
  findings.length === 0
    ? markup`<p>${study.printed === undefined ? 'No printed value of this study is held, so none was tested.' : 'No finding.'}</p>`
    : markup`<p class="app-count">${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}: printed values that do not fit each other. A finding accuses nobody.</p>
<ol class="app-list">${findings.map((judged, at) => findingItem(judged, study, { anchor: anchors[at] ?? `f-${at}`, isHere: true, tables, number: at + 1 }))}</ol>`
}
${explained.length === 0 ? undefined : markup`<h3>Looks wrong and is right</h3><ul class="app-list">${explained.map((each) => explainedItem(each, study, { isHere: true, tables }))}</ul>`}`;
}

function statementsSection({ statements }: StudyView): Markup {
  return markup`<h2 id="statements">Statements that rest on it</h2>
${
  statements.length === 0
    ? markup`<p>None.</p>`
    : markup`<ul class="app-list">${statements.map((each) => markup`<li class="app-statement"><p><a class="app-target" href="/evidence/statements#${statementAnchor(each.id)}">${each.claim}</a></p><p class="app-second">${statementDirectionText(each)} · <span class="app-id">${each.id}</span></p></li>`)}</ul>`
}`;
}

/** The page. */
export function evidenceStudyPage(view: StudyView): Page {
  const { study } = view;
  return {
    title: study.title,
    current: 'evidence',
    body: markup`<p class="app-crumbs"><a href="/evidence">Evidence</a> <span aria-hidden="true">/</span> <span class="app-id">${study.id}</span></p>
<h1>${study.title}</h1>
${evidenceWays('')}
<p class="app-lead">${citationText(study)}</p>
${researchLine}
${facts(view)}
${countsSection(view)}
${measuresSection(view)}
${study.remarks.length === 0 ? undefined : markup`<h2 id="remarks">Remarks of the curator</h2><ul class="app-prose">${study.remarks.map(({ text, place }) => markup`<li>${text}${place === undefined ? undefined : markup` (${placeText(place, view.tables)})`}</li>`)}</ul>`}
${patientsSection(view)}
${statementsSection(view)}
${auditSection(view)}
${printedSection(view)}
${comparisonsSection(study, view.tables)}`,
  };
}
