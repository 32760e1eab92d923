/** Rows of CIViC's export: kept as CIViC has them, matched at their own width, left out with a reason. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { type OutsideStatement, outsideDirections, outsideStatement } from '../../evidence/index.ts';
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
      direction: 'supports',
      significance: 'Sensitivity/Response',
      level: 'C',
      ratings: [3],
      status: 'accepted',
      citation: 'Nobody et al., 2013, J Invented',
      year: 2013,
      pmids: ['1'],
      trials: ['NCT00000000'],
      line: 2,
    },
  );
});

suite('the direction', () => {
  for (const [printed, direction] of [
    ['Supports', 'supports'],
    ['Does Not Support', 'doesNotSupport'],
    ['SUPPORTS', 'supports'],
    ['DOES_NOT_SUPPORT', 'doesNotSupport'],
    ['Does Not Support, Does Not Support', 'doesNotSupport'],
    ['Supports, Does Not Support', 'both'],
    ['Does Not Support, Supports', 'both'],
  ] as const)
    for (const significance of ['Sensitivity/Response', 'Resistance'])
      test(`${printed}, ${significance}`, () => {
        const read = only({ evidence_direction: printed, clinical_significance: significance });
        assert.deepEqual([read.direction, read.significance], [direction, significance]);
      });
  for (const printed of ['Unclear', 'Supports, Unclear', 'toString'])
    test(`${printed} is neither, and is not taken for one`, () => {
      const { statements, skipped, issues } = readCivicEvidence(table([{}, { evidence_direction: printed }]));
      assert.equal(statements.length, 1);
      assert.deepEqual(skipped, { 'rows of another direction': 1 });
      assert.deepEqual(
        issues.map(({ code, severity, line }) => [code, severity, line]),
        [['row-malformed', 'warning', 3]],
      );
    });
});

suite('levels, stars and numbers stay as they are printed', () => {
  const rows: readonly (readonly [Cells, Partial<OutsideStatement>])[] = [
    [{ evidence_level: 'A' }, { level: 'A' }],
    [{ evidence_level: 'E' }, { level: 'E' }],
    [{ evidence_level: '' }, { level: 'not stated' }],
    [{ rating: 'NA' }, { ratings: [] }],
    [{ rating: '4, 3' }, { ratings: [4, 3] }],
    [{ rating: '3, 2, 4, NA' }, { ratings: [3, 2, 4] }],
    [{ rating: '9' }, { ratings: [] }],
    [{ evidence_status: 'submitted' }, { status: 'submitted' }],
    [{ evidence_id: '7, 8, EID9' }, { id: 'EID7', alsoIds: ['EID8', 'EID9'] }],
    [{ pubmed_id: '5, NA, 6' }, { pmids: ['5', '6'] }],
    [{ clinical_significance: 'N/A' }, { significance: 'not stated' }],
    [{ citation: 'A, 2011, J, B, 2013, J' }, { year: 2013 }],
    [
      { drugs: 'A,B', drug_interaction_type: 'Combination' },
      { drugs: ['A', 'B'], interaction: 'Combination' },
    ],
    [{ gene: 'c-KIT' }, { genes: ['KIT'] }],
  ];
  for (const [cells, expected] of rows)
    test(JSON.stringify(cells), () => {
      const read = only(cells);
      const asked = Object.fromEntries(Object.entries(read).filter(([key]) => key in expected));
      assert.deepEqual(asked, expected);
    });
  test('a citation without a year has none', () =>
    assert.equal(only({ citation: 'Nobody' }).year, undefined));
  test('the number of an abstract is no PMID', () => {
    const order =
      'molecular_profile\tevidence_type\tevidence_direction\tevidence_level\tevidence_id\tcitation_id\tsource_type';
    const pmids = (type: string) =>
      readCivicEvidence(`${order}\nKIT V560del\tPredictive\tSupports\tB\t1\t123\t${type}`).statements[0]
        ?.pmids;
    assert.deepEqual(pmids('PubMed'), ['123']);
    assert.deepEqual(pmids('ASCO'), []);
    assert.deepEqual(pmids('PubMed, ASCO'), []);
  });
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

suite('several variants in a cell', () => {
  const order = [...columns, 'variant_id'];
  const read = (variant: string, ids: string) => {
    const line = [...columns.map((name) => ({ ...plain, variant })[name] ?? ''), ids].join('\t');
    return readCivicEvidence(`${order.join('\t')}\n${line}`).statements[0];
  };
  test('as many numbers as names: those that are read speak, the others are named', () => {
    const joined = read('V560DEL, NEVER SAID', '1, 2');
    assert.deepEqual(joined?.when, { any: [{ alteration: { gene: 'KIT', variant: 'p.V560del' } }] });
    assert.match(joined?.notMatched ?? '', /of the alternatives not matched: NEVER SAID/);
  });
  for (const ids of ['', '1', '1, 2, 3', '1, 1'])
    test(`numbers "${ids}" for two names: a comma within a name joins nothing`, () => {
      const whole = read('V560DEL, NEVER SAID', ids);
      assert.equal(whole?.when, undefined);
      assert.ok(whole?.genes.includes('KIT'));
    });
  test('none of them read: not matched, and each is named', () => {
    const none = read('NEVER SAID, NEVER HEARD', '1, 2');
    assert.equal(none?.when, undefined);
    assert.match(none?.notMatched ?? '', /NEVER SAID, NEVER HEARD/);
  });
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
  test('AND binds closer than OR, and one name is itself', () => {
    assert.deepEqual(profile('KIT V560del')?.when, leaf('KIT', 'p.V560del'));
    assert.deepEqual(profile('KIT V560del OR KIT T670I AND KIT V654A')?.when, {
      any: [leaf('KIT', 'p.V560del'), { all: [leaf('KIT', 'p.T670I'), leaf('KIT', 'p.V654A')] }],
    });
  });
  const unread: readonly (readonly [name: string, says: RegExp, genes: readonly string[]])[] = [
    ['KIT V560del AND PDGFRA Expression', /no pattern/, ['KIT', 'PDGFRA']],
    ['PDGFRA Expression AND KIT V560del', /no pattern/, ['KIT', 'PDGFRA']],
    ['KIT V560del AND NOT PDGFRA Expression', /what is excluded was not read/, ['KIT', 'PDGFRA']],
    [
      'KIT V560del AND NOT (KIT T670I OR PDGFRA Expression)',
      /what is excluded was not read/,
      ['KIT', 'PDGFRA'],
    ],
    ['KIT Expression', /no pattern/, ['KIT']],
    ['KIT Something Never Said', /could not be read/, ['KIT']],
    ['EML4::ALK Something Never Said', /could not be read/, ['ALK', 'EML4']],
    ['KIT V560del AND (', /parentheses or operators/, ['KIT']],
  ];
  for (const [name, says, genes] of unread)
    test(`${name}: never matched by less than it says, and found under its genes`, () => {
      const read = profile(name);
      assert.equal(read?.when, undefined);
      assert.match(read?.notMatched ?? '', says);
      assert.deepEqual(read?.genes.toSorted(), genes);
    });
  test('alternatives that are read speak, and the others are named', () => {
    const read = profile('KIT V560del OR PDGFRA Expression');
    assert.deepEqual(read?.when, { any: [leaf('KIT', 'p.V560del')] });
    assert.match(read?.notMatched ?? '', /of the alternatives not matched: PDGFRA Expression/);
  });
  test('alternatives read in part may be combined, and may not be excluded', () => {
    const combined = profile('KIT T670I AND (KIT V560del OR PDGFRA Expression)');
    assert.deepEqual(combined?.when, { all: [leaf('KIT', 'p.T670I'), { any: [leaf('KIT', 'p.V560del')] }] });
    assert.match(combined?.notMatched ?? '', /not matched: PDGFRA Expression/);
    const excluded = profile('KIT T670I AND NOT KIT V560del, Expression');
    assert.equal(excluded?.when, undefined);
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
});

suite('rows that do not fit are named with their line', () => {
  const width = columns.length;
  const row = table([{}]).split('\n')[1] ?? '';
  const cases: readonly (readonly [what: string, row: string, code: string | undefined, kept: number])[] = [
    [
      'a row that ends early, where what is needed stands before',
      row.split('\t').slice(0, width).join('\t'),
      undefined,
      2,
    ],
    ['one without its last columns', '"KIT"\t"V560DEL"', undefined, 1],
    ['blank cells behind the last column', `${row}\t\t""`, undefined, 2],
    ['a tab too many', `"KIT"\t"V560\tDEL"${row.slice(row.indexOf('\t"Made'))}`, 'row-ragged', 1],
    ['a cell too many', `"one more"\t${row}`, 'row-ragged', 1],
    ['a line break within a quoted cell', row.slice(0, row.indexOf('Imatinib') + 3), 'row-ragged', 1],
    ['no number', row.replace(/"1"$/, '""'), 'row-malformed', 1],
    ['a disease number beyond any', row.replace('"1"', `"${'1'.repeat(30)}"`), 'row-malformed', 1],
    [
      'sixty drugs',
      row.replace('Imatinib', Array.from({ length: 60 }, (_, n) => `D${n}`).join(',')),
      'row-malformed',
      1,
    ],
  ];
  for (const [what, second, code, kept] of cases)
    test(what, () => {
      const { statements, issues, skipped } = readCivicEvidence(`${table([{}])}\n${second}`);
      assert.equal(statements.length, kept);
      assert.equal(
        Object.values(skipped).reduce((sum, count) => sum + count, 0),
        2 - kept,
      );
      assert.deepEqual(
        issues.map((issue) => [issue.code, issue.severity, issue.line]),
        code === undefined ? [] : [[code, 'warning', 3]],
      );
    });
  test('of ten thousand such rows the first are named and all are counted', () => {
    const { issues, skipped } = readCivicEvidence(
      table(Array.from({ length: 10_000 }, () => ({ evidence_id: '' }))),
    );
    assert.ok(issues.length > 0 && issues.length < 100);
    assert.deepEqual(skipped, { 'rows without a number or a direction': 10_000 });
  });
  test('every statement that is given can be kept in a pack', () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 80 }),
      fc.constantFrom('KIT', 'V560DEL', 'Predictive', 'Supports', '1'),
    );
    fc.assert(
      fc.property(fc.array(cell, { minLength: width, maxLength: width }), (cells) => {
        const clean = cells.map((each) => each.replaceAll(/[\t\n\r"]/g, ' '));
        const { statements } = readCivicEvidence(`${columns.join('\t')}\n${clean.join('\t')}`);
        return statements.every((statement) => outsideStatement.safeParse(statement).success);
      }),
    );
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
  assert.equal(unmatched, 261);
  assert.equal(
    statements.filter(({ when, notMatched }) => when !== undefined && notMatched !== undefined).length,
    25,
  );
  assert.deepEqual(
    outsideDirections.map((each) => statements.filter(({ direction }) => direction === each).length),
    [1284, 144, 48],
  );
  assert.ok(statements.every(({ genes }) => genes.length > 0));
  assert.ok(statements.every(({ when, notMatched }) => when !== undefined || notMatched !== undefined));
});
