/** `cajal knowledge import|packs|search|remove` and `cajal serve` as processes: what they print, and how they end. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, suite, test } from 'node:test';
import { homeFolder } from './home.ts';

const folder = mkdtempSync(join(tmpdir(), 'cajal-packs-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const program = join(homeFolder, 'bin', 'cajal.js');

function cajal(...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, CAJAL_HOME: join(folder, 'data'), NO_COLOR: '1' },
  });
  return { status, out: stdout, err: stderr };
}

const head =
  'gene\tvariant\tdisease\tdrugs\tdrug_interaction_type\tevidence_type\tevidence_direction\tevidence_level\tclinical_significance\tevidence_id\tevidence_status\tcitation\tpubmed_id\trating';
const row = (
  gene: string,
  variant: string,
  drugs: string,
  direction: string,
  significance: string,
  id: number,
) =>
  [
    gene,
    variant,
    'Made-up Tumor',
    ...drugs.split('|'),
    'Predictive',
    direction,
    'B',
    significance,
    id,
    'accepted',
    'Nobody et al., 2012',
    '12',
    '3',
  ].join('\t');
const table = [
  head,
  row('KIT', 'MUTATION', 'Drug one,Drug two|Combination', 'Supports', 'Sensitivity/Response', 1),
  row('KIT', 'V560DEL', 'Drug one|', 'Does Not Support', 'Sensitivity/Response', 2),
  row('KIT', 'EXPRESSION', 'Drug three|', 'Does Not Support', 'Sensitivity/Response', 3),
  row('KIT', 'V560A', 'Drug one|', 'Supports', 'Resistance', 4),
  row('KIT', 'V560DEL', 'Drug four|', 'Supports, Does Not Support', 'Resistance', 5),
  '',
].join('\n');
writeFileSync(join(folder, 'made_2013-01-01.tsv'), table);
const given = ['--author', 'ana', '--id', 'made-up'];

suite('packs on the command line', () => {
  test('an import says what it brought in, and a second one that it is the same', () => {
    const first = cajal('knowledge', 'import', 'civic', 'made_2013-01-01.tsv', ...given);
    assert.equal(first.status, 0, first.err);
    assert.match(first.out, /^made-up: CIViC 2013-01-01, of 2013-01-01, licence CC0 1\.0$/m);
    assert.match(first.out, /kept 5, 1 of them not matched by machine/);
    assert.match(first.out, /hash [0-9a-f]{16}, imported .* by ana/);
    const again = cajal('knowledge', 'import', 'civic', 'made_2013-01-01.tsv', ...given);
    assert.equal(again.status, 0);
    assert.match(
      again.err,
      /made_2013-01-01\.tsv info pack-unchanged: the content is the same \(hash [0-9a-f]{16}\) as ana imported/,
    );
  });

  test('the list of packs is what the import said', () => {
    const { status, out } = cajal('knowledge', 'packs');
    assert.equal(status, 0);
    assert.match(out, /^made-up: CIViC 2013-01-01, of 2013-01-01, licence CC0 1\.0$/m);
    assert.match(out, /before: 2013-01-01/);
  });

  test('a search prints every statement in full, against as for, and what is not read', () => {
    const { status, out, err } = cajal('knowledge', 'search', 'KIT V560del');
    assert.equal(status, 0, err);
    const parts = out.trimEnd().split(/\n(?=\S)/);
    assert.equal(parts.length, 6, out);
    const [first, denied, mixed, wide, unread, rest] = parts.map((part) => part.replaceAll(/\s+/g, ' '));
    assert.match(first ?? '', /^KIT p\.V560del \(exon 11\): 3 statements of 1 pack$/);
    assert.match(denied ?? '', /^exact: KIT V560DEL Drug one: does not support: Sensitivity\/Response/);
    assert.match(mixed ?? '', /^exact: KIT V560DEL Drug four: supports and does not support: Resistance/);
    assert.match(
      wide ?? '',
      /^gene: KIT MUTATION Drug one with Drug two \(combination\): Sensitivity\/Response/,
    );
    assert.match(wide ?? '', /but a nearer statement says otherwise: EID2/);
    assert.match(
      unread ?? '',
      /^name not read: KIT EXPRESSION Drug three: does not support: Sensitivity\/Response/,
    );
    assert.match(rest ?? '', /^not matched: 1 of another change of the codon/);
    for (const part of parts.slice(1, 5)) {
      assert.match(part, /EID\d, level B, 3 of 5 stars, accepted, Nobody et al\., 2012, PMID 12/);
      assert.match(part, /CIViC 2013-01-01 of 2013-01-01, pack made-up, licence CC0 1\.0, hash [0-9a-f]{16}/);
    }
  });

  const refused: readonly (readonly [words: readonly string[], exit: number, says: RegExp])[] = [
    [['import', 'civic', 'made_2013-01-01.tsv'], 2, /--author/],
    [['import', 'civic', 'made_2013-01-01.tsv', '--author', ' '], 2, /say who does this/],
    [['import', 'civic', 'made_2013-01-01.tsv', '--author', 'ana', '--id', 'Bad Id'], 2, /no name of a pack/],
    [['import', 'civic', 'made_2013-01-01.tsv', '--author', 'ana', '--date', 'never'], 2, /is no date/],
    [['import', 'civic', 'nowhere.tsv', '--author', 'ana'], 4, /cannot be read/],
    [['import', 'hotspots', 'made_2013-01-01.tsv', '--author', 'ana'], 2, /no table of cancer hotspots/],
    [['import', 'oncotree', 'made_2013-01-01.tsv', '--author', 'ana'], 2, /not JSON/],
    [['import', 'something', 'made_2013-01-01.tsv', '--author', 'ana'], 2, /civic, oncotree, hotspots/],
    [
      ['import', 'civic', 'made_2013-01-01.tsv', '--author', 'ana', '--data', 'made_2013-01-01.tsv'],
      3,
      /store-unwritable/,
    ],
    [['search', 'KIT V560del', '--pack', 'nope'], 4, /there are: made-up/],
    [['search', 'KIT'], 2, /could not be read/],
    [['remove', 'nope', '--author', 'ana'], 4, /there is no pack "nope"/],
    [['remove', 'made-up', '--author', ''], 2, /say who does this/],
    [['remove', 'made-up'], 2, /--author/],
  ];
  for (const [words, exit, says] of refused)
    test(`${words.join(' ')}: exit ${exit}`, () => {
      const { status, out, err } = cajal('knowledge', ...words);
      assert.equal(status, exit, err);
      assert.match(err, says);
      assert.equal(out, '');
    });

  test('a damaged pack is named in the report and on the terminal', () => {
    const data = join(folder, 'damaged');
    mkdirSync(join(data, 'packs'), { recursive: true });
    writeFileSync(join(data, 'packs', 'civic.json'), '{');
    const example = join(homeFolder, 'examples', 'net-kit-exon11.yaml');
    const { status, out, err } = cajal('board', example, '--at', 'progression-2012', '--data', data);
    assert.equal(status, 3);
    assert.match(err, /pack-damaged: the pack cannot be read/);
    assert.match(out.replaceAll(/\s+/g, ' '), /One pack could not be read/);
  });

  test('the server shows a pack that is imported while it runs, in the words of `cajal board`', {
    timeout: 60_000,
  }, async () => {
    const data = join(folder, 'served');
    const child = spawn(process.execPath, [program, 'serve', '--port', '0', '--data', data], { cwd: folder });
    try {
      const url = await new Promise<string>((resolve, reject) => {
        let text = '';
        child.stdout.on('data', (chunk: Buffer) => {
          text += chunk.toString();
          const line = /^(http\S+)\n/.exec(text)?.[1];
          if (line !== undefined) resolve(line);
        });
        child.once('exit', () => reject(new Error(`the server ended: ${text}`)));
      });
      const asked = 'at=progression-2012&knowledgeAsOf=2026';
      const markdown = async () => (await fetch(`${url}/cases/paper-000/report.md?${asked}`)).text();
      assert.ok(!(await markdown()).includes('From outside knowledge bases'));
      const { status, err } = cajal(
        'knowledge',
        'import',
        'civic',
        'made_2013-01-01.tsv',
        ...given,
        '--data',
        data,
      );
      assert.equal(status, 0, err);
      const served = await markdown();
      const example = join(homeFolder, 'examples', 'net-kit-exon11.yaml');
      const own = cajal(
        'board',
        example,
        '--at',
        'progression-2012',
        '--knowledge-as-of',
        '2026',
        '--format',
        'markdown',
        '--data',
        data,
      );
      const section = (text: string) =>
        text.split(/^## /m).find((part) => part.includes('From outside knowledge bases'));
      assert.match(section(served) ?? '', /does not support: Sensitivity\/Response/);
      assert.equal(section(served), section(own.out));
    } finally {
      child.kill('SIGTERM');
    }
  });

  test('what is removed stays among the earlier ones, and the log says by whom', () => {
    const { status, out } = cajal('knowledge', 'remove', 'made-up', '--author', 'bob');
    assert.equal(status, 0);
    assert.equal(out, 'removed: made-up; it stays in packs/earlier\n');
    assert.equal(cajal('knowledge', 'packs').out, 'no packs\n');
    assert.match(
      readFileSync(join(folder, 'data', 'packs', 'changes.jsonl'), 'utf8'),
      /"author":"bob".*"action":"remove"/,
    );
  });
});
