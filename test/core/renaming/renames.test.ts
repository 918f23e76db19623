import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findCitations } from '../../../src/core/citations/findCitations';
import { KnownIds } from '../../../src/core/citations/knownIds';
import { Languages } from '../../../src/core/citations/languages';
import { ownIdEdits } from '../../../src/core/renaming/ownIdEdits';
import type { Rename } from '../../../src/core/renaming/rename';
import { renamedCitation } from '../../../src/core/renaming/renamedCitation';
import { idProblem, planRename } from '../../../src/core/renaming/renameProblem';
import { defaultRules } from '../../../src/core/reviews/libraryRules';
import { readReviews } from '../../../src/core/reviews/readReviews';
import type { ReviewDocument } from '../../../src/core/reviews/review';
import { libraryOf, reviewOf } from '../wording/reviewOf';

const plain: Rename = { from: 'INC-7', to: 'INC-70' };
const moved: Rename = { ...plain, base: { from: 'INC-7-holds.md', to: 'INC-70-holds.md' } };

describe('renamedCitation', () => {
  const cases: Record<
    string,
    [text: string, form: 'id' | 'alias' | 'path' | 'link' | 'url' | 'marker', wanted: string | undefined]
  > = {
    'takes the new id': ['INC-7', 'id', 'INC-70'],
    'keeps the passage': ['INC-7#what-surprised-us', 'id', 'INC-70#what-surprised-us'],
    'keeps the moment': ['INC-7@14:06', 'id', 'INC-70@14:06'],
    'is spelled as the review is': ['inc-7', 'id', 'INC-70'],
    'leads to the file under its new name': [
      '../incidents/INC-7-holds.md#impact',
      'link',
      '../incidents/INC-70-holds.md#impact',
    ],
    'leaves the extension out where it was': ['docs/incidents/INC-7-holds', 'path', 'docs/incidents/INC-70-holds'],
    'keeps small letters of a file': ['inc-7-holds.md', 'link', 'INC-70-holds.md'],
    'takes a wiki link': ['INC-7', 'link', 'INC-70'],
    'leaves former ids': ['OLD-3', 'alias', undefined],
    'leaves URLs': ['https://example.com/INC-7', 'url', undefined],
    'leaves links to the web': ['https://example.com/docs/incidents/INC-7-holds.md', 'link', undefined],
    'leaves other files': ['docs/incidents/INC-7-chat.txt', 'path', undefined],
  };
  for (const [name, [text, form, wanted]] of Object.entries(cases)) {
    it(name, () => assert.equal(renamedCitation({ text, form }, moved), wanted));
  }

  it('leaves paths to a file that keeps its name', () => {
    assert.equal(renamedCitation({ text: 'docs/INC-7-holds.md', form: 'path' }, plain), undefined);
  });
});

describe('idProblem', () => {
  const library = libraryOf([reviewOf({ id: 'INC-7' }), reviewOf({ id: 'INC-9', aliases: ['OPS-4'] })]);
  const review = library.get('INC-7')[0] ?? reviewOf();
  const cases: Record<string, [to: string, problem: RegExp | undefined]> = {
    'lets a new id pass': ['INC-70', undefined],
    'lets another spelling of its own pass': ['Inc-7', undefined],
    'tells who has it': ['inc-9', /^inc-9 is taken: it means incidents\/INC-9\.md\.$/],
    'tells whose former id it is': ['OPS-4', /is taken/],
    'refuses words': ['the outage', /cannot be an id/],
    'refuses what would not be recognised': ['holds', /would not be recognised/],
    'refuses standards': ['SHA-256', /stands for something else/],
    'refuses placeholders': ['INC-XX', /stands for something else/],
    'refuses paths': ['a/INC-7', /cannot be an id/],
    'refuses line breaks': ['INC-7\n', /cannot be an id/],
    'refuses bidi controls': ['INC-7\u202e', /cannot be an id/],
  };
  for (const [name, [to, problem]] of Object.entries(cases)) {
    it(name, () => {
      const told = idProblem(review, to, library);
      if (problem) assert.match(told ?? '', problem);
      else assert.equal(told, undefined);
    });
  }
});

describe('planRename', () => {
  const cases: Record<string, [parts: Partial<ReviewDocument>, to: string, base: string | undefined | RegExp]> = {
    'renames a file that carries the id': [{ path: 'incidents/INC-7-holds.md' }, 'INC-70', 'INC-70-holds.md'],
    'leaves a file that does not': [{ path: 'incidents/holds.md' }, 'INC-70', undefined],
    'leaves a file whose number only begins so': [{ path: 'incidents/INC-77.md' }, 'INC-70', undefined],
    'renames a folder': [{ path: 'incidents/INC-7-holds/README.md', idFrom: 'folder' }, 'INC-70', 'INC-70-holds'],
    'renames a file named for nothing else': [
      { id: '2026-05-09-login-outage', idFrom: 'stem', path: 'incidents/2026-05-09-login-outage.html.md' },
      '2026-05-09-no-login',
      '2026-05-09-no-login.html.md',
    ],
    'refuses what the name of a file would not be read as': [
      { path: 'incidents/INC-7-holds.md', idFrom: 'fileName' },
      'holds-7',
      /would not be read as the id from the name of the file/,
    ],
    'refuses what a title would not be read as': [{ idFrom: 'heading' }, 'holds-7', /from the title/],
  };
  for (const [name, [parts, to, base]] of Object.entries(cases)) {
    it(name, () => {
      const plan = planRename(reviewOf({ id: 'INC-7', ...parts }), to);
      if (base instanceof RegExp) assert.match('problem' in plan ? plan.problem : '', base);
      else assert.equal('problem' in plan ? plan.problem : plan.base?.to, base);
    });
  }
});

/** The text of a review after its own id was changed, read again. */
function renamed(text: string, path: string, to: string): { text: string; review: ReviewDocument } {
  const read = (content: string, at: string) => {
    const pathInSource = at.replace('incidents/', '');
    const reading = readReviews(
      {
        ...{ key: at, source: 'incidents', path: at, pathInSource },
        ...{ text: content, isTruncated: false, neighbours: [pathInSource] },
      },
      defaultRules,
    );
    const review = reading.kind === 'reviews' ? reading.reviews[0] : undefined;
    assert.ok(review, JSON.stringify(reading));
    return review;
  };
  const review = read(text, path);
  const plan = planRename(review, to);
  assert.ok(!('problem' in plan), JSON.stringify(plan));
  const language = Languages.builtIn.find({ path });
  assert.ok(language);
  const mentions = findCitations(text, language, new KnownIds(libraryOf([review])), { matchIn: 'comments' });
  const edits = ownIdEdits(review, text, mentions, plan);
  assert.ok(edits);
  const after = edits.reduceRight((all, { start, end, text: put }) => all.slice(0, start) + put + all.slice(end), text);
  const renamedPath = plan.base ? path.replace(plan.base.from, plan.base.to) : path;
  return { text: after, review: read(after, renamedPath) };
}

describe('ownIdEdits', () => {
  const cases: Record<string, [path: string, text: string, wanted: string]> = {
    'changes a field': [
      'incidents/a.md',
      '---\nid: INC-7 # ours\n---\n\n# A\n\nWords.\n',
      '---\nid: INC-70 # ours\n---\n\n# A\n\nWords.\n',
    ],
    'keeps quotes': [
      'incidents/a.md',
      '---\r\nincident: "INC-7"\r\n---\r\n\r\n# A\r\n',
      '---\r\nincident: "INC-70"\r\n---\r\n\r\n# A\r\n',
    ],
    'keeps former ids': [
      'incidents/a.md',
      '---\nid: INC-7\naliases: [INC-7-old]\n---\n\n# INC-7: A\n\nIn INC-7 we saw it.\n',
      '---\nid: INC-70\naliases: [INC-7-old]\n---\n\n# INC-70: A\n\nIn INC-70 we saw it.\n',
    ],
    'changes a label': [
      'incidents/a.md',
      '# A\n\n**Incident ID:** INC-7\n\nWords.\n',
      '# A\n\n**Incident ID:** INC-70\n\nWords.\n',
    ],
    'changes a cell of a table': [
      'incidents/a.md',
      '# A\n\n| Incident ID | INC-7 |\n|---|---|\n| Date | 2024-01-01 |\n',
      '# A\n\n| Incident ID | INC-70 |\n|---|---|\n| Date | 2024-01-01 |\n',
    ],
    'changes a title': ['incidents/a.md', '# INC-7: A day\n\nWords.\n', '# INC-70: A day\n\nWords.\n'],
    'changes nothing where the file says it': ['incidents/INC-7-a.md', '# A day\n\nWords.\n', '# A day\n\nWords.\n'],
    'changes YAML': [
      'incidents/a.yaml',
      'id: INC-7\ntitle: A\ndate: 2024-01-01\n',
      'id: INC-70\ntitle: A\ndate: 2024-01-01\n',
    ],
    'changes JSON': [
      'incidents/a.json',
      '{ "id": "INC-7", "title": "A", "date": "2024-01-01" }\n',
      '{ "id": "INC-70", "title": "A", "date": "2024-01-01" }\n',
    ],
    'leaves other reviews': [
      'incidents/a.md',
      '---\nid: INC-7\nrelated: [INC-77]\n---\n\n# A\n\nSee INC-77 and INC-7.\n',
      '---\nid: INC-70\nrelated: [INC-77]\n---\n\n# A\n\nSee INC-77 and INC-70.\n',
    ],
  };
  for (const [name, [path, text, wanted]] of Object.entries(cases)) {
    it(name, () => {
      const after = renamed(text, path, 'INC-70');
      assert.equal(after.text, wanted);
      assert.equal(after.review.id, 'INC-70');
    });
  }

  it('is undone by renaming back, whatever stands around', () => {
    const words = fc.constantFrom('INC-77', 'words', '`INC-7`', 'INC-7#impact', '(INC-7)', '[INC-7](a.md)', 'é', '“x”');
    fc.assert(
      fc.property(fc.array(words, { maxLength: 8 }), fc.constantFrom('\n', '\r\n'), (all, lineEnd) => {
        const text = `---\nid: INC-7\n---\n\n# A\n\n${all.join(' ')}\n`.replaceAll('\n', lineEnd);
        const there = renamed(text, 'incidents/a.md', 'INC-70');
        assert.equal(renamed(there.text, 'incidents/a.md', 'INC-7').text, text);
      }),
    );
  });
});
