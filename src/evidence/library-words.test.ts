/** Codes of the library become words; words that only look like a code stay. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { libraryWords } from './library-words.ts';
import { comparisonBases, divisionSchemes, responseQuantities, timeQuantities } from './printed/index.ts';
import { directions, evidenceKinds } from './statement.ts';
import { countedOutcomes, measuredOutcomes, selections, studyDesigns } from './study.ts';

test('no code of the format is left with a capital within', () => {
  for (const code of [
    ...studyDesigns,
    ...selections,
    ...countedOutcomes,
    ...measuredOutcomes,
    ...directions,
    ...evidenceKinds,
    ...responseQuantities,
    ...timeQuantities,
    ...divisionSchemes,
    ...comparisonBases,
  ])
    assert.doesNotMatch(libraryWords(code), /[a-z][A-Z]/, code);
});

test('codes within a text, and words that are none', () => {
  for (const [text, words] of [
    ['hazardRatio of overallSurvival', 'hazard ratio of overall survival'],
    ['priorTherapy: none', 'prior therapy: none'],
    ['chiSquareYates, chiSquare', "chi-square with Yates' correction, chi-square"],
    ['mTOR, iRECIST, objectiveResponses', 'mTOR, iRECIST, objectiveResponses'],
    ['benefit', 'benefit'],
  ] as const)
    assert.equal(libraryWords(text), words);
});
