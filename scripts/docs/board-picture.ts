/**
 * Takes the picture of the README: the first screen of a board report, as Debian's Chromium shows it.
 * Run: node scripts/docs/board-picture.ts [CHROMIUM]
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { answerBoard, buildReport, bundledKnowledge, hashOf, readCase, renderHtml } from '../../src/index.ts';

const home = fileURLToPath(new URL('../..', import.meta.url));
const { value, issues } = readCase(readFileSync(join(home, 'examples', 'net-kit-exon11.yaml')));
const library = bundledKnowledge();
const answer =
  value === undefined ? undefined : answerBoard(value, library.base, { at: '2012-07', without: [] });
if (value === undefined || answer?.value === undefined) throw new Error('the example gives no report');
const report = buildReport({
  answer: answer.value,
  recordHash: hashOf(value.document),
  recordIssues: issues,
  knowledgeHash: library.hash,
  softwareVersion: 'picture',
  now: new Date().toISOString(),
});

const browser = await chromium.launch({
  executablePath: process.argv[2] ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const page = await browser.newPage({ viewport: { width: 1000, height: 1300 } });
await page.setContent(renderHtml(report, { styles: 'inline' }));
await page.screenshot({ path: join(home, 'docs', 'images', 'board-report.png') });
await browser.close();
