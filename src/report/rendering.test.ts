/** Every renderer on one small document that holds every kind of block, and on hostile words. */
import assert from 'node:assert/strict';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import type { ReportDocument, Span } from './index.ts';
import {
  renderHtml,
  renderHtmlFragment,
  renderJson,
  renderMarkdown,
  renderTerminal,
  reportCss,
  reportCssFor,
  reportDocument,
  reportJsonSchema,
} from './index.ts';
import { displayWidth } from './visible-text.ts';

const useStatement = 'Research use only, for professionals: options, never orders; not a medical device.';

/** A report with every kind of block and span; `words` stands wherever a user may have written something. */
function sampleReport(words: string): ReportDocument {
  const said: Span = { kind: 'text', text: words };
  return reportDocument.parse({
    cajal: 'report/1',
    title: `Board report, ${words}`,
    generated: '2026-11-20T23:52:45Z',
    useStatement,
    identity: [
      { label: 'Patient', value: words },
      { label: 'Sex', value: 'Not known' },
    ],
    meta: {
      caseId: 'sample',
      patient: words,
      decisionPoint: words,
      recordClock: 'Jul-2012',
      knowledgeClock: 'known by Jul-2012',
      knowledgeHash: 'a'.repeat(64),
      recordHash: 'b'.repeat(64),
      softwareVersion: '0.1.0',
      without: [],
      leftOut: { laterFacts: 1, undatedFacts: [], knowledge: [] },
    },
    sections: [
      {
        id: 'classification',
        part: 'front',
        title: 'Classification',
        blocks: [
          { kind: 'paragraph', spans: [said], basis: [said] },
          {
            kind: 'list',
            ordered: true,
            items: [{ spans: [said] }, { spans: [{ kind: 'strong', text: words }] }],
          },
          {
            kind: 'definitions',
            entries: [
              {
                term: 'Grade',
                details: [
                  {
                    spans: [
                      { kind: 'badge', tone: 'unknown', text: 'not settled' },
                      { kind: 'text', text: ' ' },
                      { kind: 'strong', text: 'at least G2 (G2 to G3)' },
                    ],
                  },
                ],
              },
              { term: words, details: [{ spans: [{ kind: 'emphasis', text: words }] }] },
            ],
          },
          { kind: 'callout', tone: 'caution', title: words, lines: [{ spans: [said] }] },
          { kind: 'form', caption: 'Signatures', labels: ['Name', 'Role'], rows: 2 },
        ],
      },
      {
        id: 'options',
        part: 'options',
        title: 'Options',
        blocks: [
          { kind: 'heading', spans: [said] },
          {
            kind: 'group',
            anchor: 'option-imatinib',
            title: [
              { kind: 'text', text: '1. Imatinib ' },
              { kind: 'badge', tone: 'unfavourable', text: 'advised against' },
            ],
            blocks: [
              {
                kind: 'table',
                caption: words,
                columns: [
                  { label: 'Direction', share: 2 },
                  { label: words, share: 5 },
                  { label: 'Source', share: 2 },
                ],
                rows: [
                  {
                    anchor: 'evidence-1',
                    cells: [
                      [{ spans: [{ kind: 'badge', tone: 'favourable', text: 'benefit' }] }],
                      [
                        { spans: [said], basis: [{ kind: 'text', text: 'paper 000, lines 1-2' }] },
                        { spans: [said] },
                      ],
                      [
                        {
                          spans: [
                            {
                              kind: 'citation',
                              text: words,
                              url: 'https://pubmed.ncbi.nlm.nih.gov/17387341/',
                            },
                            { kind: 'text', text: ', ' },
                            { kind: 'link', text: words, anchor: 'option-imatinib' },
                          ],
                        },
                      ],
                    ],
                  },
                  {
                    cells: [
                      [{ spans: [{ kind: 'badge', tone: 'unfavourable', text: 'resistance' }] }],
                      [{ spans: [{ kind: 'term', text: words }] }],
                      [{ spans: [{ kind: 'badge', tone: 'caution', text: 'unverified' }] }],
                    ],
                  },
                ],
              },
            ],
          },
        ],
      },
    ],
  });
}

const plain = sampleReport('intermediate-grade neuroendocrine carcinoma, Ki-67 20% of 500 cells');
const renderings: Readonly<Record<string, (document: ReportDocument) => string>> = {
  txt: (document) => renderTerminal(document, { columns: 80, colour: false }),
  md: renderMarkdown,
  html: (document) => renderHtml(document, { styles: 'inline' }),
  json: renderJson,
};

/** What the report itself may write: select graphic rendition. */
const colourCode = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');

const snapshots = join(dirname(fileURLToPath(import.meta.url)), 'snapshots');

for (const [name, render] of Object.entries(renderings)) {
  test(`the sample report as ${name} is the one that was looked at`, (t) => {
    t.assert.fileSnapshot(render(plain), join(snapshots, `sample.snap.${name}`), {
      serializers: [(value: string) => value],
    });
  });

  test(`the line of use stands in ${name}`, () => {
    assert.ok(render(plain).replace(/\s+/g, ' ').includes(useStatement));
  });
}

test('no markup of a user is markup of the report', () => {
  const attack = '<script>alert(1)</script><img src=x onerror=alert(2)>" onload="x';
  const html = renderHtml(sampleReport(attack), { styles: 'inline' });
  assert.doesNotMatch(html, /<script|<img|" onload="/);
  assert.match(html, /&lt;script&gt;alert\(1\)/);
  const markdown = renderMarkdown(sampleReport(`${attack} [x](javascript:y) **b** | c`));
  assert.doesNotMatch(markdown, /<script|<img|[^\\]\[x\]\(|[^\\]\*\*b/);
  assert.match(markdown, /\\\| c/);
});

test('a name cannot leave the style sheet', () => {
  const css = reportCssFor(sampleReport('"; } body { display: none } </style><b>'));
  assert.equal(css.includes('</style'), false);
  assert.equal(css.slice(reportCss.length).includes('display: none'), false);
  assert.match(css, /@top-left \{ content: "/);
});

/** Colour codes taken out, as a terminal would. */
const stripped = (text: string): string => stripVTControlCharacters(text);

test('an escape sequence of a user does not reach the terminal', () => {
  const document = sampleReport('\u001b[2J\u001b]0;gone\u0007 \u202eright to left');
  for (const colour of [false, true]) {
    const text = renderTerminal(document, { columns: 80, colour });
    assert.equal(text.includes('\u001b[2J'), false);
    const left = text.replaceAll(colourCode, '').replaceAll('\n', '');
    assert.doesNotMatch(left, /[\p{Cc}\u202e]/u);
  }
});

test('no line is wider than the terminal, whatever was written', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }),
      fc.integer({ min: 40, max: 160 }),
      fc.boolean(),
      (words, columns, unicode) => {
        const text = renderTerminal(sampleReport(words), { columns, colour: false, unicode });
        for (const row of text.split('\n')) assert.ok(displayWidth(row) <= columns, row);
      },
    ),
    { numRuns: 60 },
  );
});

test('colour adds nothing but colour', () => {
  const options = { columns: 100, unicode: true } as const;
  const coloured = renderTerminal(plain, { ...options, colour: true });
  assert.notEqual(stripped(coloured), coloured);
  assert.equal(stripped(coloured).replace(/ +$/gm, ''), renderTerminal(plain, { ...options, colour: false }));
});

test('without unicode every sign of the report itself is ASCII', () => {
  const text = renderTerminal(plain, { columns: 80, colour: false, unicode: false });
  assert.match(text, /^[\n\x20-\x7e]*$/);
});

test('every badge has its word in every rendering, so colour is never alone', () => {
  for (const render of Object.values(renderings)) {
    const text = render(plain);
    for (const word of ['not settled', 'benefit', 'resistance', 'advised against', 'unverified']) {
      assert.ok(text.includes(word));
    }
  }
});

test('the page is a page: language, one first heading, levels in order, captions and scopes', () => {
  const html = renderHtml(plain, { styles: 'inline' });
  assert.match(html, /^<!doctype html>\n<html lang="en">/);
  const levels = [...html.matchAll(/<h([1-6])[ >]/g)].map((match) => Number(match[1]));
  assert.equal(levels.filter((level) => level === 1).length, 1);
  levels.forEach((level, index) => {
    assert.ok(level - (levels[index - 1] ?? 0) <= 1);
  });
  const tables = html.match(/<table/g)?.length ?? 0;
  assert.equal(html.match(/<caption>/g)?.length, tables);
  assert.doesNotMatch(html, /<th(?! scope=)[ >]/);
  assert.doesNotMatch(html, / style="/);
});

test('linked styles leave no style element, for a strict policy', () => {
  const html = renderHtml(plain, { styles: 'linked', href: '/cases/a?b=1&c="2"' });
  assert.doesNotMatch(html, /<style/);
  assert.match(html, /href="\/cases\/a\?b=1&amp;c=&quot;2&quot;"/);
});

test('every link within a report leads to an entry of it', () => {
  const html = renderHtmlFragment(plain);
  const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]));
  for (const [, target] of html.matchAll(/href="#([^"]+)"/g)) assert.ok(ids.has(target), target);
});

test('a citation of the library leads where the renderer is told, else to its entry, and never elsewhere', () => {
  const citation: Span = {
    kind: 'citation',
    text: 'S1 Mitry et al. 1999',
    anchor: 'classification',
    evidence: { part: 'count', study: 'mitry-1999', number: 1 },
  };
  const bare: Span = {
    kind: 'citation',
    text: 'mitry-1999',
    evidence: { part: 'study', study: 'mitry-1999' },
  };
  const [first] = plain.sections;
  assert.ok(first);
  const document = reportDocument.parse({
    ...plain,
    sections: [{ ...first, blocks: [{ kind: 'paragraph', spans: [citation, bare] }] }],
  });
  const alone = renderHtmlFragment(document);
  assert.match(
    alone,
    /<a class="citation" href="#classification">S1 Mitry et al\. 1999<\/a><cite>mitry-1999<\/cite>/,
  );
  const served = renderHtml(document, {
    styles: 'inline',
    evidenceHref: ({ part, study }) => `/library?of=${study}&part="${part}"`,
  });
  assert.ok(served.includes('href="/library?of=mitry-1999&amp;part=&quot;count&quot;">S1 Mitry'));
  assert.ok(served.includes('href="/library?of=mitry-1999&amp;part=&quot;study&quot;">mitry-1999<'));
  assert.match(renderMarkdown(document), /\[S1 Mitry et al. 1999\]\(#classification\)mitry-1999/);
});

test('JSON is canonical, and reads back to the same report', () => {
  assert.deepEqual(reportDocument.parse(JSON.parse(renderJson(plain))), plain);
});

test('the model refuses what a renderer could not trust', () => {
  const section = plain.sections[0];
  const withSpan = (span: unknown) => ({
    ...plain,
    sections: [{ ...section, blocks: [{ kind: 'paragraph', spans: [span] }] }],
  });
  const refused: readonly unknown[] = [
    { kind: 'citation', text: 'x', url: 'javascript:alert(1)' },
    { kind: 'link', text: 'x', anchor: '"><script>' },
    { kind: 'badge', tone: 'red', text: 'x' },
    { kind: 'text', text: '' },
  ];
  for (const span of refused) assert.equal(reportDocument.safeParse(withSpan(span)).success, false);
  assert.equal(reportDocument.safeParse(withSpan({ kind: 'text', text: 'x' })).success, true);
});

test('the JSON schema is published whole', () => {
  const schema = JSON.stringify(reportJsonSchema());
  assert.match(schema, /"\$schema":"https:\/\/json-schema.org\/draft\/2020-12\/schema"/);
  assert.match(schema, /"report\/1"/);
});
