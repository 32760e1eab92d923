/** Rows of CIViC's export: kept as CIViC has them, matched at their own width, left out with a reason. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import type { OutsideStatement } from '../../evidence/index.ts';
import { readCivicEvidence } from './civic-evidence.ts';

const columns = [
  'gene',
  'variant',
  'disease',
  'doid',
  'drugs',
  'drug_interaction_type',
  'evidence_type',
  'evidence_direction',
  'evidence_level',
  'clinical_significance',
  'pubmed_id',
  'citation',
  'nct_ids',
  'rating',
  'evidence_status',
  'evidence_id',
] as const;
type Cells = Partial<Record<(typeof columns)[number], string>>;

const plain: Cells = {
  gene: 'KIT',
  variant: 'V560DEL',
  disease: 'Made Up Tumor',
  doid: '1',
  drugs: 'Imatinib',
  evidence_type: 'Predictive',
  evidence_direction: 'Supports',
  evidence_level: 'C',
  clinical_significance: 'Sensitivity/Response',
  pubmed_id: '1',
  citation: 'Nobody et al., 2013, J Invented',
  rating: '3',
  evidence_status: 'accepted',
  evidence_id: '1',
};

/** An export of synthetic rows. */
function table(rows: readonly Cells[], order: readonly (typeof columns)[number][] = columns): string {
  const line = (cells: readonly string[]): string => cells.map((cell) => `"${cell}"`).join('\t');
  return [
    line(order),
    ...rows.map((row) => line(order.map((name) => ({ ...plain, ...row })[name] ?? ''))),
  ].join('\n');
}

function only(row: Cells): OutsideStatement {
  const [statement] = readCivicEvidence(table([row])).statements;
  assert.ok(statement);
  return statement;
}

test('a row is kept as CIViC has it', () => {
  assert.deepEqual(
    only({ drugs: 'Imatinib,Nilotinib', drug_interaction_type: 'Substitutes', nct_ids: 'NCT00000000' }),
    {
      id: 'EID1',
      alsoIds: [],
      name: 'KIT V560DEL',
      when: { alteration: { gene: 'KIT', variant: 'p.V560del' } },
      genes: ['KIT'],
      disease: 'Made Up Tumor',
      doid: '1',
      drugs: ['Imatinib', 'Nilotinib'],
      interaction: 'Substitutes',
      supports: true,
      significance: 'Sensitivity/Response',
      level: 'C',
      rating: 3,
      status: 'accepted',
      citation: 'Nobody et al., 2013, J Invented',
      year: 2013,
      pmids: ['1'],
      trials: ['NCT00000000'],
      line: 2,
    },
  );
});

test('"does not support" stays negative, whatever its significance', () => {
  const against = only({ evidence_direction: 'Does Not Support' });
  assert.equal(against.supports, false);
  assert.equal(against.significance, 'Sensitivity/Response');
});

suite('names are matched at their own width', () => {
  const names: readonly (readonly [gene: string, variant: string, when: unknown])[] = [
    ['KIT', 'EXON 11 MUTATION', { alteration: { gene: 'KIT', exon: 11 } }],
    ['KIT', 'AMPLIFICATION', { alteration: { gene: 'KIT', amplification: true } }],
    ['KIT', 'MUTATION', { alteration: { gene: 'KIT', anyMutation: true } }],
    ['NTRK3', 'ETV6-NTRK3', { alteration: { fusionOf: 'NTRK3', partner: 'ETV6' } }],
    ['KIT', 'V559D, EXPRESSION', { any: [{ alteration: { gene: 'KIT', variant: 'p.V559D' } }] }],
    ['KIT', 'EXPRESSION', undefined],
    ['KIT', 'SOMETHING NEVER SAID', undefined],
  ];
  for (const [gene, variant, when] of names) {
    test(`${gene} ${variant}`, () => {
      const statement = only({ gene, variant });
      assert.deepEqual(statement.when, when);
      assert.equal(statement.notMatched === undefined, when !== undefined && !variant.includes('EXPRESSION'));
      assert.ok(statement.genes.includes(gene));
    });
  }
});

suite('molecular profiles', () => {
  const order = [
    'molecular_profile',
    'therapies',
    'evidence_type',
    'evidence_direction',
    'evidence_level',
    'significance',
    'evidence_id',
    'evidence_status',
    'disease',
  ];
  const profile = (name: string): OutsideStatement | undefined =>
    readCivicEvidence(
      `${order.join('\t')}\n${[name, 'Imatinib', 'Predictive', 'Supports', 'B', 'Resistance', '7', 'accepted', 'Made Up'].join('\t')}`,
    ).statements[0];
  const leaf = (gene: string, variant: string) => ({ alteration: { gene, variant } });
  test('AND, OR and NOT are criteria', () => {
    assert.deepEqual(profile('KIT V560del AND NOT (KIT T670I OR KIT V654A)')?.when, {
      all: [leaf('KIT', 'p.V560del'), { not: { any: [leaf('KIT', 'p.T670I'), leaf('KIT', 'p.V654A')] } }],
    });
  });
  test('a profile with a part that has no pattern is not matched by its other half', () => {
    const half = profile('KIT V560del AND PDGFRA Expression');
    assert.equal(half?.when, undefined);
    assert.match(half?.notMatched ?? '', /no pattern/);
    assert.ok(half?.genes.includes('KIT'));
  });
  test('a profile that cannot be parsed says so', () => {
    assert.match(profile('KIT V560del AND (')?.notMatched ?? '', /parentheses or operators/);
  });
});

suite('rows that are left out are counted by their reason', () => {
  const rows: readonly (readonly [Cells, string])[] = [
    [{ evidence_type: 'Prognostic' }, 'evidence of the type prognostic'],
    [{ evidence_type: '' }, 'evidence of the type not stated'],
    [{ evidence_status: 'rejected' }, 'evidence rejected by its editors'],
    [{ evidence_id: '' }, 'rows without a number or a direction'],
    [{ evidence_direction: 'N/A' }, 'rows without a number or a direction'],
  ];
  for (const [row, reason] of rows) {
    test(reason, () => {
      const read = readCivicEvidence(table([{}, row]));
      assert.equal(read.statements.length, 1);
      assert.deepEqual(read.skipped, { [reason]: 1 });
    });
  }
});

suite('forms of the file', () => {
  test('columns in another order, Windows line ends and a byte order mark', () => {
    const text = `\ufeff${table([{}], columns.toReversed()).replaceAll('\n', '\r\n')}\r\n`;
    assert.deepEqual(readCivicEvidence(text).statements, [only({})]);
  });
  for (const [what, text] of [
    ['empty', ''],
    ['another table', 'a\tb\n1\t2\n'],
    ['JSON', '{"data": []}'],
    ['without its levels', table([{}]).replaceAll('evidence_level', 'level')],
  ] as const) {
    test(`${what}: one issue that says what it needs`, () => {
      const { statements, issues } = readCivicEvidence(text);
      assert.deepEqual(statements, []);
      assert.deepEqual(
        issues.map(({ code, line }) => [code, line]),
        [['column-missing', 1]],
      );
    });
  }
  test('a short row keeps its place', () => {
    const { statements, skipped } = readCivicEvidence(`${table([{}])}\n"KIT"\t"V560DEL"`);
    assert.equal(statements.length, 1);
    assert.deepEqual(skipped, { 'evidence of the type not stated': 1 });
  });
});

const path = join(
  process.env['CAJAL_DATA'] ?? join(import.meta.dirname, '../../../../shared/data'),
  'civic',
  'civic_predictive_2022-05-30.tsv',
);
test('the export of 2022-05-30', {
  skip: existsSync(path) ? false : `no reference data at ${path}`,
}, (context) => {
  const { statements, skipped, unmatched, issues } = readCivicEvidence(readFileSync(path, 'utf8'));
  context.diagnostic(
    `${statements.length} kept, ${unmatched} not matched, left out: ${JSON.stringify(skipped)}`,
  );
  assert.deepEqual(issues, []);
  assert.equal(statements.length, 1476);
  assert.equal(unmatched, 276);
  assert.ok(statements.filter(({ supports }) => !supports).length > 50);
  assert.ok(statements.every(({ when, notMatched }) => when !== undefined || notMatched !== undefined));
});
