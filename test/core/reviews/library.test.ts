import assert from 'node:assert/strict';
import { type FileReading, Library } from '../../../src/core/reviews/library';
import { defaultRules } from '../../../src/core/reviews/libraryRules';
import { reviewOf } from '../wording/reviewOf';
import { read } from './readOne';

/** A library of one source that holds these files. */
function libraryOf(files: Readonly<Record<string, string>>): Library {
  const library = new Library();
  library.setSource({ key: 'incidents', path: 'incidents', rules: defaultRules, findings: [] });
  for (const [path, text] of Object.entries(files)) library.set(path, 'incidents', read(path, text));
  return library;
}

describe('Library', () => {
  it('finds reviews by id and alias, in any case, and lets ids go first', () => {
    const library = libraryOf({
      'INC-7.md': '---\naliases: [OLD-1, INC-8]\n---\n# x',
      'INC-8-disk.md': '# y',
    });
    const paths = (name: string) => library.get(name).map(({ path }) => path);
    assert.deepEqual(paths('inc-7'), ['incidents/INC-7.md']);
    assert.deepEqual(paths('old-1'), ['incidents/INC-7.md']);
    assert.deepEqual(paths('INC-8'), ['incidents/INC-8-disk.md']);
    assert.deepEqual(paths('inc-8-DISK'), ['incidents/INC-8-disk.md']);
    assert.deepEqual(paths('INC-9'), []);
  });

  it('keeps two files that claim one id, in the order of their paths, and says so on both', () => {
    const files = { 'b.md': '---\nid: INC-7\n---\n# b', 'a.md': '# a\n\n**Incident ID:** inc-7', 'c.md': '# c' };
    const library = libraryOf(files);
    assert.deepEqual(
      library.get('INC-7').map(({ path }) => path),
      ['incidents/a.md', 'incidents/b.md'],
    );
    assert.deepEqual(
      library.problems.map(({ code, path, line, severity }) => [code, path, line, severity]),
      [
        ['duplicate-id', 'incidents/a.md', 3, 'information'],
        ['duplicate-id', 'incidents/b.md', 2, 'information'],
      ],
    );
    assert.match(library.problems[0]?.message ?? '', /incidents\/a\.md.*incidents\/b\.md/);
    library.delete('b.md');
    assert.deepEqual(library.problems, []);
  });

  it('says of each problem in which file it is, where two sources have one path', () => {
    const library = new Library();
    for (const source of ['/one/incidents', '/two/incidents']) {
      library.setSource({ key: source, path: 'incidents', rules: defaultRules, findings: [] });
      library.set(`${source}/a.yaml`, source, read('a.yaml', 'title: ['));
      const review = { ...reviewOf({ id: 'INC-7' }), key: `${source}/c.md` };
      const findings = [{ code: 'too-long', message: '', path: 'c.md', severity: 'information' as const }];
      library.set(review.key, source, { kind: 'reviews', reviews: [{ ...review, findings }] });
    }
    assert.deepEqual(library.problems.map(({ code, key }) => [code, key]).sort(), [
      ['duplicate-id', '/one/incidents/c.md'],
      ['duplicate-id', '/two/incidents/c.md'],
      ['too-long', '/one/incidents/c.md'],
      ['too-long', '/two/incidents/c.md'],
      ['unreadable-yaml', '/one/incidents/a.yaml'],
      ['unreadable-yaml', '/two/incidents/a.yaml'],
    ]);
  });

  it('answers the same whatever the order in which files were read', () => {
    const files = { 'b.md': '# INC-7', 'a.md': '# INC-7 x', 'd.yaml': 'a: b', 'e.md': '---\ntitle: "x\n---\n# e' };
    const one = libraryOf(files);
    const other = libraryOf(Object.fromEntries(Object.entries(files).reverse()));
    const shown = (library: Library) => JSON.stringify([library.reviews, library.omitted, library.problems]);
    assert.equal(shown(one), shown(other));
  });

  it('forgets a source with all its files', () => {
    const library = libraryOf({ 'a.md': '# a' });
    const before = library.version;
    library.deleteSource('incidents');
    assert.ok(library.version > before);
    assert.deepEqual([library.reviews, library.sources, library.in('a.md')], [[], [], []]);
  });

  it('is told of ten thousand files that claim one id', () => {
    const reading: FileReading = read('a.md', '# a');
    const library = new Library();
    for (let index = 0; index < 10_000; index++) library.set(`${index}.md`, 'incidents', reading);
    assert.equal(library.reviews.length, 10_000);
    assert.equal(library.problems.length, 10_000);
  });
});
