/**
 * The documents hold: their commands print what they say, their case snippets are read without an error, their criteria
 * parse, their programs run, their generated tables are current, their links lead somewhere.
 *
 * What a fence says after its language decides: `console` is run, `yaml my-case.yaml` and `tsv my-table.tsv` are files for
 * the commands that follow, `yaml case-part` is a piece of the one case that a page builds up, `yaml criterion` is a criterion, `ts` is a
 * program. Other fences are for reading only.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { after, suite, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { issueText, readCase, readCriteria } from '../src/index.ts';

const home = fileURLToPath(new URL('..', import.meta.url));
const documents = [
  ...readdirSync(home).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(home, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
].sort();

interface Fence {
  readonly document: string;
  readonly line: number;
  readonly language: string;
  readonly argument: string;
  readonly text: string;
}

function fencesOf(document: string): readonly Fence[] {
  const text = readFileSync(join(home, document), 'utf8');
  return [...text.matchAll(/^```(\w+)[ ]?(.*)\n([\s\S]*?)^```$/gm)].map((match) => ({
    document,
    line: text.slice(0, match.index).split('\n').length,
    language: match[1] ?? '',
    argument: match[2] ?? '',
    text: match[3] ?? '',
  }));
}

const fences = documents.flatMap(fencesOf);
const nameOf = ({ document, line }: Fence): string => `${document}:${line}`;
const scratch = mkdtempSync(join(tmpdir(), 'cajal-docs-'));
for (const name of ['examples', 'knowledge']) symlinkSync(join(home, name), join(scratch, name), 'junction');
after(() => {
  rmSync(scratch, { recursive: true, force: true });
});

interface Step {
  readonly command: string;
  readonly exitCode: number;
  readonly expected: readonly string[];
}

/** The commands of a console fence; `# exit 2` after a command is its exit code, 0 without. */
function stepsOf({ text }: Fence): readonly Step[] {
  return text
    .split(/^\$ /m)
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const [first = '', ...expected] = part.trimEnd().split('\n');
      const [, command = first, exit = '0'] = /^(.*?)\s+# exit (\d)$/.exec(first) ?? [];
      return { command: command.trim(), exitCode: Number(exit), expected };
    });
}

/** Whether printed lines fit the expected ones: a line `...` is any number of lines, a trailing `...` any rest. */
function fits(expected: readonly string[], printed: readonly string[]): boolean {
  const [wanted, ...moreWanted] = expected;
  if (wanted === undefined) return printed.length === 0;
  if (wanted.trim() === '...')
    return printed.some((_, index) => fits(moreWanted, printed.slice(index))) || fits(moreWanted, []);
  const [line, ...moreLines] = printed;
  if (line === undefined) return false;
  const same = wanted.endsWith('...')
    ? line.startsWith(wanted.slice(0, -3))
    : line.trimEnd() === wanted.trimEnd();
  return same && fits(moreWanted, moreLines);
}

function runCajal(command: string): { readonly code: number | null; readonly lines: readonly string[] } {
  const [program, ...given] = (command.match(/'[^']*'|"[^"]*"|\S+/g) ?? []).map((word) =>
    word.replace(/^['"]|['"]$/g, ''),
  );
  assert.equal(program, 'cajal', 'a console example runs cajal; other commands stand in sh fences');
  const done = spawnSync(process.execPath, [join(home, 'bin', 'cajal.js'), ...given], {
    cwd: scratch,
    encoding: 'utf8',
    env: { ...process.env, CAJAL_HOME: join(scratch, 'data'), NO_COLOR: '1', COLUMNS: '80' },
  });
  const text = `${done.stdout}${done.stderr}`.trimEnd();
  return { code: done.status, lines: text === '' ? [] : text.split('\n') };
}

suite('console examples', () => {
  for (const document of documents) {
    const own = fences.filter((fence) => fence.document === document);
    for (const fence of own) {
      if (/^(?:yaml|tsv)$/.test(fence.language) && fence.argument.endsWith(`.${fence.language}`)) {
        mkdirSync(dirname(join(scratch, fence.argument)), { recursive: true });
        writeFileSync(join(scratch, fence.argument), fence.text);
      }
      if (fence.language !== 'console') continue;
      test(nameOf(fence), () => {
        for (const { command, exitCode, expected } of stepsOf(fence)) {
          const { code, lines } = runCajal(command);
          assert.equal(code, exitCode, `$ ${command}\n${lines.join('\n')}`);
          assert.ok(
            fits(expected, lines),
            `$ ${command} printed\n${lines.join('\n')}\nnot\n${expected.join('\n')}`,
          );
        }
      });
    }
  }
});

test('the matcher of console examples refuses what does not fit', () => {
  assert.ok(fits(['a', '...', 'd'], ['a', 'b', 'c', 'd']));
  assert.ok(fits(['a ...'], ['a b']));
  assert.ok(fits(['...'], []));
  assert.ok(!fits(['a'], ['a', 'b']));
  assert.ok(!fits(['a', '...', 'x'], ['a', 'b', 'c']));
  assert.ok(!fits(['a'], []));
});

suite('case snippets', () => {
  for (const document of documents) {
    const parts = fences.filter((fence) => fence.document === document && fence.argument === 'case-part');
    if (parts.length === 0) continue;
    test(`${document}: its parts are one case`, () => {
      const { value, issues } = readCase(parts.map((part) => part.text).join('\n'), { source: document });
      assert.deepEqual(issues.map(issueText), []);
      assert.ok(value !== undefined);
    });
  }
});

suite('criteria', () => {
  for (const fence of fences.filter((each) => each.argument === 'criterion')) {
    test(nameOf(fence), () => {
      const indented = fence.text.replaceAll(/^/gm, '      ');
      const file = `cajal: criteria/1\ncriteria:\n  - id: example\n    criterion:\n${indented}`;
      assert.deepEqual(readCriteria(file).issues.map(issueText), []);
    });
  }
});

suite('programs', () => {
  for (const fence of fences.filter((each) => each.language === 'ts')) {
    test(nameOf(fence), () => {
      const file = join(scratch, `${nameOf(fence).replaceAll(/\W/g, '-')}.ts`);
      const source = (path: string): string => JSON.stringify(pathToFileURL(join(home, path)).href);
      const text = fence.text
        .replaceAll("'cajal/statistics'", source('src/statistics/index.ts'))
        .replaceAll("'cajal'", source('src/index.ts'));
      writeFileSync(file, text);
      const done = spawnSync(process.execPath, [file], { cwd: scratch, encoding: 'utf8' });
      assert.equal(done.status, 0, done.stderr);
    });
  }
});

test('the generated tables are current; `npm run docs` writes them', () => {
  const script = join(home, 'scripts', 'docs', 'write-generated.ts');
  const checked = spawnSync(process.execPath, [script, '--check'], { encoding: 'utf8' });
  assert.equal(checked.status, 0, checked.stderr);
});

test('every link within the repository leads to a file', () => {
  const broken = documents.flatMap((document) => {
    const text = readFileSync(join(home, document), 'utf8').replaceAll(/^```[\s\S]*?^```$/gm, '');
    const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1] ?? '');
    return targets
      .filter((target) => !/^(https?:|mailto:|#)/.test(target))
      .filter((target) => !existsSync(join(home, dirname(document), target.replace(/#.*$/, ''))))
      .map((target) => `${relative(home, join(home, document))}: ${target}`);
  });
  assert.deepEqual(broken, []);
});
