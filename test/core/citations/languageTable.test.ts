import assert from 'node:assert/strict';
import { commentSpans } from '../../../src/core/citations/commentSpans';
import { findCitations } from '../../../src/core/citations/findCitations';
import { KnownIds } from '../../../src/core/citations/knownIds';
import { Languages } from '../../../src/core/citations/languages';
import { languageTable } from '../../../src/core/citations/languageTable';
import { type Marked, marked } from '../../support/marked';
import { diagramSamples } from './diagramSamples';
import { languageSamplesOfCode } from './languageSamples';
import { libraryOf } from './libraryOf';
import { moreLanguageSamples } from './moreLanguageSamples';

const samples = { ...diagramSamples, ...languageSamplesOfCode, ...moreLanguageSamples };
const known = new KnownIds(libraryOf(Array.from({ length: 30 }, (_, index) => `INC-${index}`)));

/** Which ids were found and which should have been, as text, so that a failure can be read. */
function compare(languageId: string, { text, spans }: Marked): void {
  const language = Languages.builtIn.find({ languageId });
  const found = findCitations(text, language, known, { matchIn: 'comments' });
  const place = ({ start, end }: { start: number; end: number }) => `${text.slice(start, end)} at ${start}`;
  assert.deepEqual(found.map(place), spans.map(place));
}

describe('the table of languages', () => {
  for (const [languageId, sample] of Object.entries(samples)) {
    it(`tells what counts in ${languageId} from the rest`, () => compare(languageId, marked(sample)));

    it(`tells what counts in ${languageId} from the rest with CRLF`, () =>
      compare(languageId, marked(sample.replaceAll('\n', '\r\n'))));

    it(`takes nothing in ${languageId} for a comment and a string at once`, () => {
      const { text } = marked(sample);
      const language = Languages.builtIn.find({ languageId });
      assert.ok(language);
      let end = 0;
      for (const span of commentSpans(text, language)) {
        assert.ok(span.start >= end && span.end > span.start && span.end <= text.length);
        end = span.end;
      }
    });
  }

  it('gives no id to two languages', () => {
    const ids = languageTable.flatMap(({ id, also = [] }) => [id, ...also]);
    assert.deepEqual(
      ids.filter((id, index) => ids.indexOf(id) !== index),
      [],
    );
  });

  it('has a sample for every language of code', () => {
    const code = Languages.builtIn.ids.filter((languageId) => !Languages.builtIn.find({ languageId })?.isProse);
    assert.deepEqual(
      code.filter((id) => !Object.hasOwn(samples, id)),
      [],
    );
    assert.ok(code.length >= 60, `${code.length} languages`);
  });
});
