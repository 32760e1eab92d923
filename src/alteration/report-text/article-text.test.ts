/** In an article only what stands at the case is of the patient; a report of any length is all of the patient. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { caseFollower, isArticle } from './article-text.ts';
import { readReportText } from './read-report-text.ts';

const filling = 'The bowel was opened and the margins were inked in the usual way. '.repeat(80);
const article = `Abstract. We report one case. Introduction. Smith et al. [1] reviewed it. ${filling}
The tumour biology of KIT is complex. KIT mutations were identified. ${filling}
Case presentation. A 48-year-old man had a liver mass. A KIT V560del mutation was identified. ${filling}
Discussion. Figure 1 shows it. References.`;

test('what is an article', () => {
  assert.equal(isArticle(article), true);
  assert.equal(isArticle(`SURGICAL PATHOLOGY REPORT. ${filling} Comment: see Table 1.`), false);
  assert.equal(isArticle('Abstract. Introduction. et al. References.'), false, 'too short');
});

test('of an article, mentions at the case are the patient’s, others are not', () => {
  assert.deepEqual(
    readReportText(article).mentions.map(({ text, owner }) => [text, owner]),
    [
      ['KIT mutations', 'others'],
      ['KIT V560del mutation', 'patient'],
    ],
  );
});

test('a sentence of the case reaches three further ones, unless they speak of many', () => {
  const isOfCase = caseFollower();
  const sentences: readonly (readonly [string, boolean])[] = [
    ['NETs are rare.', false],
    ['Our patient had a biopsy.', true],
    ['It showed a mass.', true],
    ['KIT mutations are rare.', false],
    ['It was resected.', true],
    ['It was weighed.', false],
  ];
  for (const [sentence, expected] of sentences) assert.equal(isOfCase(sentence), expected, sentence);
});
