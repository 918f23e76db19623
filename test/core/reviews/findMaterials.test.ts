import assert from 'node:assert/strict';
import { readOne } from './readOne';

describe('the materials of a review', () => {
  it('are images, linked files, diagrams, telling links and files named after it', () => {
    const text = `# x

![The queue](img/queue.png) and ![](<img/other side.png>) and <img src="board.jpg" alt="Board">

See [the notes](./notes.pdf), [the code](../src/a.ts), [a ticket](https://git.example/issues/1),
[Timeline](https://docs.google.com/document/d/1) and ![remote](https://x.example/r.png).

\`\`\`mermaid
graph LR
\`\`\`

[missing](gone.pdf) [outside](../../../etc/passwd) [page](#anchor) [mail](mailto:a@b.example)
`;
    const neighbours = [
      'img/queue.png',
      'img/other side.png',
      'board.jpg',
      'notes.pdf',
      'INC-7-chat.txt',
      'INC-7.drawio',
      'INC-70.png',
    ];
    assert.deepEqual(
      readOne('INC-7.md', text, { neighbours }).materials.map(({ path, kind, title }) => [path, kind, title]),
      [
        ['incidents/img/queue.png', 'image', 'The queue'],
        ['incidents/img/other side.png', 'image', undefined],
        ['incidents/board.jpg', 'image', 'Board'],
        ['incidents/notes.pdf', 'document', 'the notes'],
        ['https://docs.google.com/document/d/1', 'link', 'Timeline'],
        ['https://x.example/r.png', 'link', 'remote'],
        ['incidents/INC-7.md#L8', 'diagram', 'Mermaid diagram in "x"'],
        ['incidents/INC-7-chat.txt', 'transcript', undefined],
        ['incidents/INC-7.drawio', 'diagram', undefined],
      ],
    );
  });

  it('are read from every format', () => {
    const neighbours = ['a.png'];
    const paths = (path: string, text: string) =>
      readOne(path, text, { neighbours }).materials.map(({ path: each }) => each);
    assert.deepEqual(paths('x.adoc', '= x\n\nimage::a.png[A]\n'), ['incidents/a.png']);
    assert.deepEqual(paths('x.rst', 'x\n=\n\nxxx\n===\n\n.. image:: a.png\n'), ['incidents/a.png']);
    assert.deepEqual(paths('x.org', '* x\n[[file:a.png]]\n'), ['incidents/a.png']);
    assert.deepEqual(paths('y.md', '# x\n\n```{image} a.png\n```\n'), ['incidents/a.png']);
  });
});

describe('the reviews to which a review points', () => {
  const neighbours = ['2021-01-01-disk.md', 'PM-2026-049-cache.md', 'README.md', 'INC-3/README.md'];
  const cases: Record<string, [text: string, related: string[]]> = {
    'wiki links': [
      'after [[PM-2026-049]] and [[PM-2026-050]], see [[ADR-0001]] and [[some page]]',
      ['PM-2026-049', 'PM-2026-050'],
    ],
    'links to other files': [
      '[x](2021-01-01-disk.md#timeline) [y](./INC-3/) [z](PM-2026-049-cache.html)',
      ['2021-01-01-disk', 'PM-2026-049'],
    ],
    'links whose words are an id': ['see [PM-2026-049](https://old.example/49)', ['PM-2026-049']],
    'a label': ['**Related incidents:** PM-2026-049, 2021-01-01-disk', ['PM-2026-049', '2021-01-01-disk']],
    'never itself, footnotes or pages': ['[[PM-2026-001]] [[1]](#one) [r](README.md)', []],
  };

  for (const [name, [text, related]] of Object.entries(cases)) {
    it(`are read from ${name}`, () => {
      assert.deepEqual(readOne('PM-2026-001-x.md', `# x\n\n${text}\n`, { neighbours }).related, related);
    });
  }

  it('are read from front matter', () => {
    const text = '---\nrelated: [INC-9, "[[PM-2026-049]]", "https://x.example"]\n---\n# x';
    assert.deepEqual(readOne('INC-7.md', text, { neighbours }).related, ['INC-9', 'PM-2026-049']);
  });
});
