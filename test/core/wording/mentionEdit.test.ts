import assert from 'node:assert/strict';
import { findCitations } from '../../../src/core/citations/findCitations';
import { KnownIds } from '../../../src/core/citations/knownIds';
import { Languages } from '../../../src/core/citations/languages';
import { MentionNames } from '../../../src/core/citations/mentionNames';
import { findMentions } from '../../../src/core/citations/mentions';
import { Library } from '../../../src/core/reviews/library';
import { mentionEdit } from '../../../src/core/wording/mentionEdit';
import { reviewOf } from './reviewOf';

const review = reviewOf({
  id: '2025-05-28-login-outage',
  title: 'Login outage on the day before Ascension',
  date: '2025-05-28',
  path: 'docs/incidents/2025-05-28-login-outage.md',
});

describe('a mention that becomes a citation', () => {
  const words = 'the 2025-05-28 login outage';
  const cases: Record<string, [languageId: string, fromPath: string | undefined, expected: string]> = {
    'is a link in Markdown': ['markdown', 'docs/design/a.md', `[${words}](../incidents/2025-05-28-login-outage.md)`],
    'is a link in AsciiDoc': ['asciidoc', 'docs/a.adoc', `link:incidents/2025-05-28-login-outage.md[${words}]`],
    'is a link in reStructuredText': [
      'restructuredtext',
      'docs/a.rst',
      `\`${words} <incidents/2025-05-28-login-outage.md>\`__`,
    ],
    'has the name behind it in plain text': ['plaintext', 'notes.txt', `${words} (2025-05-28-login-outage)`],
    'has the name behind it where the document has no path': [
      'markdown',
      undefined,
      `${words} (2025-05-28-login-outage)`,
    ],
  };
  it('has the name behind it in a comment, where the comment can hold it', () => {
    const place = { languageId: 'typescript', fromPath: 'src/a.ts', isInComment: true };
    assert.equal(mentionEdit(words, review, place), `${words} (2025-05-28-login-outage)`);
    assert.equal(mentionEdit(words, { ...review, id: 'INC-7*/' }, place), undefined);
  });

  for (const [name, [languageId, fromPath, expected]] of Object.entries(cases)) {
    it(name, () => {
      assert.equal(
        mentionEdit(words, review, { languageId, ...(fromPath === undefined ? {} : { fromPath }) }),
        expected,
      );
    });
    it(`${name}, and is found as one, and is no mention any more`, () => {
      const library = new Library();
      library.set(review.key, review.source, { kind: 'reviews', reviews: [review] });
      const text = `After ${expected} we met.`;
      const language = Languages.builtIn.find({ languageId });
      const options = { matchIn: 'comments', ...(fromPath === undefined ? {} : { path: fromPath }) } as const;
      const citations = findCitations(text, language, new KnownIds(library), options);
      assert.deepEqual(
        citations.map(({ id }) => id),
        [review.id],
      );
      assert.deepEqual(findMentions(text, language, new MentionNames(library), { citations }), []);
    });
  }
});
