import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Library } from '../../../src/core/reviews/library';
import { defaultRules } from '../../../src/core/reviews/libraryRules';
import { LibraryTree } from '../../../src/sidebar/libraryTree';
import { reviewOf } from '../../core/wording/reviewOf';

describe('the marks of reviews in the Library', () => {
  it('say what is new, and dim what its reader has read', async () => {
    const library = new Library();
    library.setSource({ key: '/w', path: '', rules: defaultRules, findings: [] });
    for (const id of ['INC-7', 'INC-19', 'INC-31']) {
      const review = {
        ...reviewOf({ id, title: `About ${id}`, date: '2024-02-11' }),
        key: `/w/${id}.md`,
        source: '/w',
      };
      library.set(review.key, '/w', { kind: 'reviews', reviews: [review] });
    }
    const tree = new LibraryTree(
      { library },
      { isRead: (id) => id === 'INC-7', isNew: (key) => key === '/w/INC-19.md' },
    );
    const [year] = await tree.getChildren();
    const items = (await tree.getChildren(year)).map((node) => tree.getTreeItem(node));
    const told = items.map(({ description, iconPath, accessibilityInformation }) => [
      accessibilityInformation?.label.split(', ').at(-1),
      description,
      iconPath instanceof vscode.ThemeIcon && iconPath.color?.id,
    ]);
    assert.deepEqual(told.sort(), [
      ['11 February 2024', '11 February', undefined],
      ['new', 'new · 11 February', undefined],
      ['read', '11 February', 'disabledForeground'],
    ]);
  });
});
