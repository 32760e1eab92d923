/**
 * The real export of CIViC through the whole way, from file to pack to match: what other systems were seen to do does not
 * happen, and what is negative is reached.
 */
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, suite, test } from 'node:test';
import { alterationPattern } from '../../alteration/index.ts';
import { cutCase, readCaseDocument } from '../../case/index.ts';
import { type Subject, subjectOf } from '../../criteria/index.ts';
import {
  matchOutside,
  type OutsideMatches,
  type OutsideStatement,
  outsideStance,
} from '../../evidence/index.ts';
import { importPack } from './import-pack.ts';
import { statementsOf } from './pack-knowledge.ts';

const path = join(
  process.env['CAJAL_DATA'] ?? join(import.meta.dirname, '../../../../shared/data'),
  'civic',
  'civic_predictive_2022-05-30.tsv',
);
const skip = existsSync(path) ? false : `no reference data at ${path}`;
const data = mkdtempSync(join(tmpdir(), 'cajal-civic-'));
after(() => rmSync(data, { recursive: true, force: true }));

const held = skip === false ? statementsOf(packsOfExport()) : [];
const statements = held.flatMap((each) => each.statements);

function packsOfExport() {
  const now = '2026-01-02T03:04:05.000Z';
  const { pack } = importPack({
    kind: 'civic',
    bytes: readFileSync(path),
    file: path,
    data,
    author: 'ana',
    now,
  });
  return pack === undefined ? [] : [pack];
}

type Finding = readonly [gene: string, alteration: string];

function carrying(...findings: readonly Finding[]): Subject {
  const { value, issues } = readCaseDocument({
    cajal: 'case/1',
    id: 'test',
    title: 'A test case',
    provenance: { kind: 'synthetic', statement: 'made for a test' },
    patient: { sex: 'notStated' },
    findings: findings.map(([gene, alteration], index) => ({
      id: `f${index}`,
      gene,
      alteration,
      status: 'positive',
    })),
  });
  assert.ok(value, issues[0]?.message);
  return subjectOf(cutCase(value.record, { kind: 'now' }));
}

const ask = (...findings: readonly Finding[]): OutsideMatches =>
  matchOutside(held, carrying(...findings), { clock: { kind: 'latest' }, ownPmids: [] });

suite('the export of 2022-05-30', { skip }, () => {
  test('ETV6::NTRK3 gets what is filed for it or for any fusion of NTRK3, and nothing of other fusions of ETV6', () => {
    const names = new Set(ask(['NTRK3', 'ETV6::NTRK3']).matches.map(({ statement }) => statement.name));
    assert.deepEqual([...names].toSorted(), [
      'NTRK3 ETV6-NTRK3',
      'NTRK3 NTRK3 FUSIONS',
      'NTRK3 NTRK3 FUSIONS, ETV6-NTRK3',
    ]);
    const others = statements.filter(({ name }) => /ETV6-(?!NTRK3)/.test(name)).map(({ name }) => name);
    assert.deepEqual(others.toSorted(), ['ABL1 ETV6-ABL1', 'NTRK2 ETV6-NTRK2']);
  });

  test('KIT D816H: the resistance stands first, and no imatinib beside it is left without saying so', () => {
    const { matches } = ask(['KIT', 'D816H']);
    const [first] = matches;
    assert.equal(first?.statement.significance, 'Resistance');
    assert.equal(first.resolution, 'exact');
    const favourable = matches.filter(
      ({ statement }) => outsideStance(statement) === 'for' && statement.drugs.includes('Imatinib'),
    );
    assert.ok(favourable.some(({ statement }) => statement.disease === 'Melanoma'));
    assert.deepEqual(
      favourable.map(({ contradictedBy }) => contradictedBy?.statement.id),
      favourable.map(() => first.statement.id),
    );
  });

  test('a row that joins evidence of both directions is shown as both', () => {
    const { matches } = ask(['KRAS', 'G12V']);
    const joined = matches.filter(({ statement }) => statement.direction === 'both');
    assert.ok(joined.some(({ statement }) => statement.drugs.includes('Cetuximab')));
    assert.deepEqual([...new Set(joined.map(({ statement }) => outsideStance(statement)))], ['open']);
  });

  /** What a row with one name of one variant is about, as a record holds it. */
  const named = ({ when }: OutsideStatement): readonly Finding[] => {
    const leaves = when === undefined ? [] : 'any' in when ? when.any : [when];
    return leaves.flatMap((leaf): readonly Finding[] => {
      const pattern = 'alteration' in leaf ? alterationPattern.safeParse(leaf.alteration).data : undefined;
      if (pattern === undefined || !('variant' in pattern)) return [];
      return [[pattern.gene, pattern.variant]];
    });
  };

  test('every row that names variants is met by each of them that fits its gene, whichever way it points', (context) => {
    const missed: string[] = [];
    let asked = 0;
    for (const statement of statements)
      for (const [gene, variant] of named(statement)) {
        asked += 1;
        const { matches } = matchOutside(
          [{ ...first(), statements: [statement] }],
          carrying([gene, variant]),
          {
            clock: { kind: 'latest' },
            ownPmids: [],
          },
        );
        if (matches[0]?.truth !== 'met') missed.push(`${statement.id} ${gene} ${variant}`);
      }
    context.diagnostic(`${asked} variants in rows asked`);
    assert.ok(asked > 700);
    // Residue 559 of KIT is V, and residue 496 of BRAF is not G: what does not fit its gene meets nothing.
    assert.deepEqual(missed, ['EID4062 KIT p.K550_K559del', 'EID5964 BRAF p.G496A']);
  });

  test('every row whose name is not read is handed over under its gene', () => {
    const unread = statements.filter(({ when }) => when === undefined);
    assert.equal(unread.length, 261);
    const genes = [...new Set(unread.map(({ genes: [gene = ''] }) => gene))];
    const reached = new Set(
      genes.flatMap((gene) => ask([gene, 'mutation']).unread.map(({ statement }) => statement.id)),
    );
    assert.deepEqual(
      unread.filter(({ id }) => !reached.has(id)).map(({ id }) => id),
      [],
    );
  });

  test('classes of the rows that are not matched', (context) => {
    const classes = new Map<string, number>();
    for (const { when, notMatched = '' } of statements) {
      if (when !== undefined) continue;
      const name =
        /^(an? [a-z ]+): no pattern of just this width$/.exec(notMatched)?.[1] ??
        (notMatched.includes('could not be read') ? 'not read' : 'others');
      classes.set(name, (classes.get(name) ?? 0) + 1);
    }
    context.diagnostic(JSON.stringify(Object.fromEntries(classes)));
    assert.deepEqual(Object.fromEntries(classes), {
      'an expression': 207,
      'not read': 33,
      'a named allele': 11,
      'a methylation': 6,
      others: 4,
    });
  });
});

function first() {
  const [only] = held;
  assert.ok(only);
  return only;
}
