import assert from 'node:assert/strict';
import { KnownIds } from '../../../src/core/citations/knownIds';
import { namedByText } from '../../../src/core/wording/namedByText';
import { libraryOf, reviewOf } from './reviewOf';

const review = reviewOf({ path: 'docs/incidents/INC-7.md', aliases: ['https://wiki.example/display/INC7'] });
const known = new KnownIds(libraryOf([review]));

describe('a text that names a review as a whole', () => {
  const cases: Record<string, [text: string, form: string | undefined]> = {
    'may be an address': ['https://wiki.example/display/INC7\n', 'url'],
    'may be a path': ['docs/incidents/INC-7.md', 'path'],
    'may be an id': [' INC-7 ', 'id'],
    'is not a sentence': ['see INC-7', undefined],
    'is not two of them': ['INC-7 INC-7', undefined],
    'is not two lines': ['INC-7\nINC-7', undefined],
    'is no other address': ['https://wiki.example/display/INC8', undefined],
    'is not empty': ['', undefined],
  };
  for (const [name, [text, form]] of Object.entries(cases)) {
    it(name, () => assert.equal(namedByText(text, known)?.form, form));
  }
});
