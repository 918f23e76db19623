import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { findingCodes } from '../../../src/core/checks/findingCodes';
import { marked } from '../../support/marked';
import { type Checked, checkText, holds, libraryOfFiles } from './checkText';

/** What stands at the place of a finding. */
function written(text: string, { line = 0, column = 0, endColumn = 0 }): string {
  return text.split('\n')[line - 1]?.slice(column - 1, endColumn - 1) ?? '';
}

function codes(text: string, options?: Checked): string[] {
  return checkText(text, options).findings.map(({ code }) => code);
}

const design = { languageId: 'markdown', path: 'docs/design/holds.md' };

describe('checkDocument', () => {
  describe('tells', () => {
    type Case = [source: string, code: string, message: RegExp, replacements: string[], options?: Checked];
    const cases: Record<string, Case> = {
      'of an id that no review has, and offers the closest': [
        '// see «INC-8»',
        'unknown-citation',
        /^No review with the id INC-8 here\. Closest: INC-7, INC-9\.$/,
        ['INC-7', 'INC-9'],
      ],
      'of the id alone where a passage is cited': [
        '// see «INC-8»#impact',
        'unknown-citation',
        /INC-8/,
        ['INC-7', 'INC-9'],
      ],
      'of an id in other letters': [
        '// see «inc-7»',
        'other-spelling',
        /^The review spells its id INC-7\.$/,
        ['INC-7'],
      ],
      'of a former id': ['// see «OPS-12»@14:02', 'former-id', /^OPS-12 is filed today as INC-7\.$/, ['INC-7']],
      'of a passage that is not there, and offers the closest': [
        '// see INC-7«#what-suprised-us»',
        'missing-passage',
        /^There is no passage “what-suprised-us” in INC-7\.$/,
        ['#what-surprised-us'],
      ],
      'of a moment that is not there, and offers the nearest': [
        '// see INC-7«@14:05»',
        'missing-passage',
        /^There is no moment 14:05 in INC-7\.$/,
        ['@14:02'],
      ],
      'of a time written with one digit': ['// see INC-7«@9:05»', 'missing-passage', /no moment 09:05/, []],
      'of a passage that is not there in a link': [
        '[it](../incidents/INC-7-holds.md«#what-surprised-u»)',
        'missing-passage',
        /what-surprised-u/,
        ['#what-surprised-us'],
        design,
      ],
      'of a link to a review that is not there, and offers the one with its id': [
        '[it](«../incidents/INC-7-old-name.md»#timeline)',
        'broken-link',
        /^There is no review at \.\.\/incidents\/INC-7-old-name\.md\.$/,
        ['../incidents/INC-7-holds.md'],
        design,
      ],
      'of a link to a review that is not there, and offers one that is called much like it': [
        'a\n\n[it](«../incidents/2024-03-12-lock-queue.md»)',
        'broken-link',
        /lock-queue/,
        ['../incidents/2024-03-13-lock-queue.md'],
        design,
      ],
      'of the target of a reference link': [
        `[it][lock]\n\n${'.\n'.repeat(2000)}\n[lock]: «../incidents/2024-gone.md»`,
        'broken-link',
        /2024-gone/,
        [],
        design,
      ],
      'of the target of a link, not of words that say the same': [
        '[../incidents/gone.md](«../incidents/gone.md») and [a](../incidents/b c.md)',
        'broken-link',
        /gone/,
        [],
        design,
      ],
      'of a path in a comment that leads nowhere': [
        '// see «docs/incidents/2024-03-13-lock-que.md».',
        'broken-link',
        /^There is no review at docs\/incidents\/2024-03-13-lock-que\.md\.$/,
        ['docs/incidents/2024-03-13-lock-queue.md'],
      ],
      'of a link that ends like the path of a review but does not lead there': [
        '[it](«incidents/INC-7-holds.md»)',
        'broken-link',
        /incidents/,
        ['../incidents/INC-7-holds.md'],
        design,
      ],
      'of an image of a review that is not there': [
        '# INC-3: A\n\n![board](«board.png»)',
        'missing-material',
        /^There is no file at board\.png\.$/,
        [],
        { languageId: 'markdown', path: 'docs/incidents/INC-3-a.md', library: withReview('# INC-3: A') },
      ],
    };
    for (const [name, [source, code, message, replacements, options]] of Object.entries(cases)) {
      it(name, () => {
        const { text, spans } = marked(source);
        const { findings } = checkText(text, options);
        assert.equal(findings.length, 1, JSON.stringify(findings));
        const [finding] = findings;
        assert.ok(finding);
        assert.equal(finding.code, code);
        assert.match(finding.message, message);
        assert.equal(written(text, finding), text.slice(spans[0]?.start, spans[0]?.end));
        assert.deepEqual(
          (finding.fixes ?? []).map(({ replacement }) => replacement),
          replacements,
        );
      });
    }
  });

  describe('says nothing', () => {
    const cases: Record<string, [text: string, options?: Checked]> = {
      'of citations as they should be': ['// see INC-7, INC-7#timeline and INC-7@14:40'],
      'of a passage in other letters': ['// see INC-7#What-Surprised-Us'],
      'of families that the library did not teach': ['// see JIRA-8, UTF-8 and INC-XX'],
      'of links into the library that lead to a file': [
        '[a](../incidents/chat.txt) [b](../incidents/INC-7-holds.md)',
        { ...design, there: ['docs/incidents/chat.txt'] },
      ],
      'of a line of a file on a web page': ['https://git.example.com/a/docs/incidents/INC-7-holds.md#L10', design],
      'of anchors that a document sets itself': [
        '[a](../incidents/INC-5.md#over)',
        { ...design, library: libraryOfFiles({ ...holds, 'INC-5.md': '# INC-5\n\n<a id="over"></a>\n\nOver.' }) },
      ],
      'of links elsewhere': ['[a](../design/gone.md) [b](https://a.example/x.md) ![c](gone.png)', design],
      'of placeholders and templates': [
        '[a](../incidents/INC-XX.md) [b](../incidents/{{ page }}.md) ../incidents/YYYY-MM-DD-a.md',
        design,
      ],
      'of links without an extension': ['[a](../incidents/2024-03-13-lock)', design],
      'of links in code of a document': ['`[a](../incidents/gone.md)`', design],
      'of links that are left to others': [
        '[a](../incidents/gone.md) [b](../incidents/INC-7-holds.md#gone)',
        { ...design, linksAreLeft: true },
      ],
      'where a comment says so': ['// precedent-ignore INC-8 is of the vendor\n\n/* INC-8 */'],
      'where a comment says so of a passage': ['// precedent-ignore INC-7#gone\n// INC-7#gone'],
      'where a comment says so of several': ['// INC-8 INC-10 precedent-ignore: inc-8, INC-10'],
      'where a comment says so of a path': ['// precedent-ignore docs/incidents/gone.md'],
      'where a Markdown comment says so': ['<!-- precedent-ignore INC-8 -->\n\nINC-8', design],
      'of unknown ids where that is switched off': ['// INC-8', { unknownCitation: 'off' }],
    };
    for (const [name, [text, options]] of Object.entries(cases)) {
      it(name, () => assert.deepEqual(checkText(text, options).findings, []));
    }
  });

  it('is silenced by a comment only for the names in it', () => {
    assert.deepEqual(codes('// precedent-ignore INC-88, INC-7#gone\n// INC-8'), ['unknown-citation']);
    assert.deepEqual(codes('// precedent-ignore INC-7#gone\n// inc-7'), ['other-spelling']);
    assert.deepEqual(codes('a("precedent-ignore INC-8") // INC-8'), ['unknown-citation']);
  });

  it('takes the severity of unknown ids from the settings, and no more than information in a published review', () => {
    const severity = (options: Checked) =>
      checkText('see INC-8', { languageId: 'markdown', unknownCitation: 'error', ...options }).findings[0]?.severity;
    assert.equal(severity({ path: 'docs/a.md' }), 'error');
    assert.equal(severity({ path: 'docs/incidents/INC-9-login.md' }), 'information');
    const draft = libraryOfFiles({ ...holds, 'INC-3.md': '---\nstatus: draft\n---\n# INC-3\n\nsee INC-8' });
    assert.equal(severity({ path: 'docs/incidents/INC-3.md', library: draft }), 'error');
  });

  it('gives no advice on a published review', () => {
    assert.deepEqual(
      codes('see inc-7 and OPS-12', { languageId: 'markdown', path: 'docs/incidents/INC-9-login.md' }),
      [],
    );
  });

  it('offers no id that would do harm where it is put', () => {
    const library = libraryOfFiles({ 'a.md': '---\nid: INC-1*/\n---\n# a', 'b.md': '# INC-2: b\n\nB.' });
    const { findings } = checkText('/* INC-3 */', { library });
    assert.deepEqual(
      findings.flatMap(({ fixes = [] }) => fixes.map(({ replacement }) => replacement)),
      ['INC-2'],
    );
  });

  it('leaves what stands under an excluded heading alone', () => {
    const text = '# INC-3: A\n\n## Sensitive findings\n\n![board](board.png)';
    const library = withReview(text);
    assert.deepEqual(
      checkText(text, { languageId: 'markdown', path: 'docs/incidents/INC-3-a.md', library }).findings,
      [],
    );
  });

  it('never throws, and places every finding on one line of the text, with a code that is documented', () => {
    const piece = fc.constantFrom(
      ...['INC-7', 'inc-7', 'INC-8', 'OPS-12', '#gone', '@14:05', '@9:1', '#', ' ', '\n', '\r\n', '// ', '`', '```\n'],
      ...[
        '[a](',
        ')',
        '../incidents/',
        'docs/incidents/',
        'gone.md',
        '.png',
        '![',
        ']',
        '<',
        '>',
        '%',
        '%zz',
        '(',
        '"',
      ],
      ...['precedent-ignore ', 'incident: ', '2024-03-13', '[[', ']]', '---\n', 'a: b\n', '|', '\u202e', '😀'],
    );
    const library = libraryOfFiles(holds);
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 30 }),
        fc.constantFrom(
          { languageId: 'go', path: 'a.go' },
          design,
          { languageId: 'markdown', path: 'docs/incidents/INC-9-login.md' },
          { languageId: 'nonsense', path: 'a.bin' },
        ),
        (pieces, place) => {
          const text = pieces.join('');
          const lines = text.split(/\r\n?|\n/);
          for (const { code, line = 0, column = 0, endColumn = 0, fixes = [] } of checkText(text, { ...place, library })
            .findings) {
            assert.ok(code in findingCodes);
            const there = lines[line - 1] ?? '';
            assert.ok(column >= 1 && endColumn > column && endColumn <= there.length + 1, JSON.stringify(text));
            for (const { title, replacement } of fixes) assert.ok(title !== '' && !/[\r\n]/.test(title + replacement));
          }
        },
      ),
    );
  });
});

function withReview(text: string) {
  return libraryOfFiles({ ...holds, 'INC-3-a.md': text });
}
