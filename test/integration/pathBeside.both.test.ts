import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { relativePath } from '../../src/core/wording/relativePath';
import { pathBeside } from '../../src/host/pathBeside';
import { toKey } from '../../src/host/places';
import { reviewOf } from '../core/wording/reviewOf';

describe('citing from one folder of a workspace to another', () => {
  const inRoot = (root: string, path: string) => reviewOf({ path, key: toKey(vscode.Uri.file(`${root}/${path}`)) });
  const cases: Record<string, [document: string, root: string, path: string, link: string | undefined]> = {
    'links from a nested folder': [
      '/a/docs/design/deep/x.md',
      '/a',
      'docs/incidents/INC-7.md',
      '../../incidents/INC-7.md',
    ],
    'links within each root of several': ['/b/notes/x.md', '/b', 'incidents/INC-7.md', '../incidents/INC-7.md'],
    'links to nothing in another root': ['/a/docs/x.md', '/b', 'incidents/INC-7.md', undefined],
    'is not misled by a root whose name begins alike': ['/ab/docs/x.md', '/a', 'incidents/INC-7.md', undefined],
  };
  for (const [name, [document, root, path, link]] of Object.entries(cases)) {
    it(name, () => {
      const review = inRoot(root, path);
      const from = pathBeside(vscode.Uri.file(document), review);
      assert.equal(relativePath(from, review.path), from === undefined ? undefined : link);
      assert.equal(from === undefined, link === undefined);
    });
  }

  it('links to a library in another checkout by the way on the disk', () => {
    const review = reviewOf({
      path: '/lib/incidents/INC-7.md',
      key: toKey(vscode.Uri.file('/lib/incidents/INC-7.md')),
    });
    const from = pathBeside(vscode.Uri.file('/a/docs/x.md'), review);
    assert.equal(relativePath(from, review.path), '../../lib/incidents/INC-7.md');
  });

  it('links to nothing from a document that was never saved', () => {
    assert.equal(pathBeside(vscode.Uri.parse('untitled:Untitled-1'), inRoot('/a', 'incidents/INC-7.md')), undefined);
  });
});
