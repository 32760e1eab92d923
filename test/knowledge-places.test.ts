/**
 * Every place that a study or statement of the library cites in one of the five papers is where the paper prints it:
 * the words stand in the cited lines, joined by single spaces. Statements and studies agree with each other: what
 * contradicts is said on both sides, nothing is known before the study it rests on, and printed shares fit the counts.
 * The rules of benefit name the kind of variant, the frame of a fusion, and an option that they can be shown with.
 */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { citedLines } from '../src/index.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const knowledge = join(root, 'knowledge');
const papers = process.env['CAJAL_SEEDS'] ?? join(root, '..', 'shared', 'seeds');
const skip = existsSync(papers) ? false : `the papers are not at ${papers}`;

type Mapping = Readonly<Record<string, unknown>>;
const isMapping = (value: unknown): value is Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every place of a document: a mapping that names a document, with the path that leads to it. */
function places(value: unknown, path = ''): { readonly path: string; readonly place: Mapping }[] {
  if (Array.isArray(value)) return value.flatMap((each, index) => places(each, `${path}[${index}]`));
  if (!isMapping(value)) return [];
  const own = 'document' in value ? [{ path, place: value }] : [];
  return [...own, ...Object.entries(value).flatMap(([key, each]) => places(each, `${path}.${key}`))];
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

function paperLines(document: string): readonly string[] | undefined {
  const file = readdirSync(papers).find((name) => name.startsWith(`${document}_`) && name.endsWith('.txt'));
  return file === undefined ? undefined : readFileSync(join(papers, file), 'utf8').split('\n');
}

/** What is wrong with a place in a paper, or undefined. */
function fault({ document, lines: citation, text }: Mapping): string | undefined {
  if (typeof document !== 'string' || !/^\d{3}$/.test(document)) return undefined;
  const lines = paperLines(document);
  if (lines === undefined) return `names ${document}, which is not a paper`;
  if (typeof citation !== 'string') return `cites paper ${document} without lines`;
  const cited = citedLines(lines, citation);
  if (cited === undefined) return `cites lines ${citation}, which paper ${document} does not have`;
  if (typeof text === 'string' && !oneLine(cited.join(' ')).includes(text))
    return `"${text}" is not in lines ${citation} of paper ${document}`;
  return undefined;
}

const evidenceFiles = ['studies', 'statements'].flatMap((folder) =>
  readdirSync(join(knowledge, folder)).map((name) => `${folder}/${name}`),
);

test('every place of a study or statement is where the paper prints it', { skip }, () => {
  const faults: string[] = [];
  let inPapers = 0;
  for (const name of evidenceFiles) {
    for (const { path, place } of places(parse(readFileSync(join(knowledge, name), 'utf8')))) {
      if (/^\d{3}$/.test(String(place['document']))) inPapers += 1;
      const found = fault(place);
      if (found !== undefined) faults.push(`${name} ${path}: ${found}`);
    }
  }
  assert.deepEqual(faults, []);
  assert.ok(inPapers > 300, `only ${inPapers} places were found`);
});

test('the check itself sees each kind of fault', { skip }, () => {
  const place = { document: '002', lines: '158-159' };
  assert.equal(fault({ ...place, text: 'six patients had partial response (PR)' }), undefined);
  assert.match(fault({ ...place, text: 'seven patients' }) ?? '', /is not in lines/);
  assert.match(fault({ document: '002', lines: '9000' }) ?? '', /does not have/);
  assert.match(fault({ document: '009', lines: '1' }) ?? '', /not a paper/);
  assert.match(fault({ document: '002', text: 'x' }) ?? '', /without lines/);
});

const read = (name: string): Mapping => {
  const value: unknown = parse(readFileSync(join(knowledge, name), 'utf8'));
  assert.ok(isMapping(value), name);
  return value;
};
const mappingsOf = (value: unknown): readonly Mapping[] =>
  Array.isArray(value) ? value.filter(isMapping) : [];
const textsOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

const studies = readdirSync(join(knowledge, 'studies')).map((name) => read(`studies/${name}`));
const statements = readdirSync(join(knowledge, 'statements')).flatMap((name) =>
  mappingsOf(read(`statements/${name}`)['statements']),
);

/** The end of a partial date, for comparing texts: "2012" ends after every day of 2012. */
const endOf = (date: unknown): string => [...String(date).split('-'), '99', '99'].slice(0, 3).join('-');

test('nothing is known before every study it rests on, and conflicts are said on both sides', () => {
  const published = new Map(studies.map((each) => [String(each['id']), endOf(each['published'])]));
  const contradicts = new Map(statements.map((each) => [String(each['id']), textsOf(each['contradicts'])]));
  const wrong: string[] = [];
  for (const statement of statements) {
    const id = String(statement['id']);
    const [first] = textsOf(statement['studies'])
      .flatMap((study) => published.get(study) ?? [])
      .toSorted();
    if (first === undefined || endOf(statement['known']) < first)
      wrong.push(`${id} is known before its studies`);
    for (const other of contradicts.get(id) ?? []) {
      if (contradicts.get(other)?.includes(id) !== true) wrong.push(`${other} does not contradict ${id}`);
    }
  }
  assert.deepEqual(wrong, []);
  assert.ok(statements.length > 100 && studies.length > 80);
});

test('the basket trial has the rows of table 1 and their counts', () => {
  const basket = read('studies/imatinib-kit-basket.yaml');
  const rows = mappingsOf(basket['patients']);
  const evaluable = rows.filter((row) => row['evaluable'] === true);
  const responses = (of: readonly Mapping[]) =>
    of.filter((row) => row['response'] === 'CR' || row['response'] === 'PR');
  const carriers = (alterations: string) =>
    evaluable.filter((row) => textsOf(row['alterations']).join() === alterations);
  assert.equal(rows.length, 18);
  assert.equal(evaluable.length, 17);
  assert.equal(responses(evaluable).length, 7);
  assert.deepEqual([responses(carriers('KIT L576P')).length, carriers('KIT L576P').length], [4, 6]);
  assert.deepEqual(
    [responses(carriers('KIT amplification')).length, carriers('KIT amplification').length],
    [0, 2],
  );
  assert.equal(rows.filter((row) => String(row['entity']).startsWith('melanoma')).length, 15);
});

test('a statement on one variant of the basket trial names the rows it rests on', () => {
  const rows = mappingsOf(read('studies/imatinib-kit-basket.yaml')['patients']);
  const known = new Set(rows.map((row) => String(row['id'])));
  const resting = statements.filter((each) => textsOf(each['studies']).includes('imatinib-kit-basket'));
  const named = resting.flatMap((each) => textsOf(each['patients']));
  for (const id of named) assert.ok(known.has(id), id);
  const variants = rows.map((row) => textsOf(row['alterations'])[0]);
  const single = rows.filter(
    (_row, index) =>
      variants[index] !== 'KIT amplification' &&
      variants.filter((each) => each === variants[index]).length === 1,
  );
  assert.equal(single.length, 10);
  for (const row of single) {
    const alone = resting.filter((each) => textsOf(each['patients']).join() === String(row['id']));
    assert.equal(alone.length, 1, `one statement rests on ${String(row['id'])} alone`);
  }
});

test('printed shares fit the counts that stand beside them', () => {
  const wrong: string[] = [];
  let compared = 0;
  for (const study of studies) {
    for (const { outcome, count, of, printed } of mappingsOf(study['counts'])) {
      const percent = /^(?:PR, )?(\d+(?:\.\d+)?)\s?%?$/u.exec(String(printed))?.[1];
      if (percent === undefined) continue;
      compared += 1;
      const decimals = percent.split('.')[1]?.length ?? 0;
      const share = (100 * Number(count)) / Number(of);
      if (Math.abs(share - Number(percent)) > 10 ** -decimals)
        wrong.push(
          `${String(study['id'])} ${String(outcome)}: ${share.toFixed(2)}%, printed ${String(printed)}`,
        );
    }
  }
  assert.deepEqual(wrong, []);
  assert.ok(compared > 40, `only ${compared} shares were compared`);
});

const optionFiles = readdirSync(join(knowledge, 'options')).map((name) => read(`options/${name}`));
const definitions = optionFiles.flatMap((file) => mappingsOf(file['options']));
const cautions = optionFiles.flatMap((file) => mappingsOf(file['cautions']));
const isFavourable = ({ direction }: Mapping) => direction === 'benefit' || direction === 'supportsUse';

/** Every question about an alteration in a criterion. */
function alterations(value: unknown): readonly Mapping[] {
  if (Array.isArray(value)) return value.flatMap(alterations);
  if (!isMapping(value)) return [];
  const own = value['alteration'];
  return [...(isMapping(own) ? [own] : []), ...Object.values(value).flatMap(alterations)];
}

/** The drugs of each regimen, as the arms of the studies name both. */
const drugsOfRegimen = new Map(
  studies
    .flatMap((each) => mappingsOf(each['arms']))
    .map((arm) => [String(arm['regimen']), textsOf(arm['drugs'])] as const),
);

/** Whether a statement speaks of an option; an option on a class of drugs is named by its id. */
function concerns(subject: Mapping, definition: Mapping): boolean {
  if (subject['option'] !== undefined) return subject['option'] === definition['id'];
  if (subject['regimen'] !== undefined) return subject['regimen'] === definition['regimen'];
  const asked = textsOf(subject['drugs']);
  const named = textsOf(definition['drugs']);
  const drugs = named.length > 0 ? named : (drugsOfRegimen.get(String(definition['regimen'])) ?? []);
  return asked.length > 0 && asked.length === drugs.length && asked.every((drug) => drugs.includes(drug));
}

test('every statement can be shown: there is an option that it speaks of', () => {
  const orphans = statements
    .filter(({ subject }) => !isMapping(subject) || !definitions.some((each) => concerns(subject, each)))
    .map((each) => String(each['id']));
  assert.deepEqual(orphans, []);
});

test('what speaks for a KIT inhibitor by exon or gene names the kind of variant, and no neutral or resistant one', () => {
  const broad = statements
    .filter(isFavourable)
    .flatMap((each) => alterations(each['when']))
    .filter((each) => each['gene'] === 'KIT' && ('exon' in each || 'anyMutation' in each));
  assert.ok(broad.length > 10);
  for (const pattern of broad) {
    assert.ok(
      ['missense', 'inFrameDeletion', 'inFrameInsertion'].includes(String(pattern['type'])),
      JSON.stringify(pattern),
    );
    if (!('anyMutation' in pattern)) continue;
    const excluded = textsOf(pattern['excluding']);
    for (const variant of ['M541L', 'T670I', 'V654A', 'D816V', 'D820Y'])
      assert.ok(excluded.includes(variant), `${variant}: ${JSON.stringify(pattern)}`);
  }
});

test('what speaks for a drug by a fusion, and every approval of one, asks for the frame and the kinase', () => {
  const approvals = mappingsOf(read('approvals.yaml')['approvals']);
  const fusions = [...statements.filter(isFavourable), ...approvals]
    .flatMap((each) => alterations(each['when']))
    .filter((each) => 'fusionOf' in each);
  assert.ok(fusions.length > 8);
  for (const pattern of fusions) assert.equal(pattern['inFrameWithKinase'], true, JSON.stringify(pattern));
});

test('cytotoxics, targeted drugs, checkpoint inhibitors and radiation have a caution for pregnancy, limited by age', () => {
  const ofPregnancy = cautions.filter((each) => JSON.stringify(each['when']).includes('"is":"pregnant"'));
  const avoid = ofPregnancy.filter((each) => each['weight'] === 'avoid');
  for (const each of avoid) assert.match(JSON.stringify(each['when']), /"age":\{"atMost":\d+\}/);
  const about = avoid.flatMap((each) => [...textsOf(each['drugClasses']), ...textsOf(each['options'])]);
  for (const one of [
    'cytotoxic',
    'kinase-inhibitor',
    'checkpoint-inhibitor',
    'prrt-lutetium',
    'palliative-radiotherapy',
  ])
    assert.ok(about.includes(one), one);
});
