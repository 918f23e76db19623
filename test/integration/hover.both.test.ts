import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { cardAt, hoverAt } from './editor/hoverAt';
import { lockReview } from './editor/lockReview';
import { eventually, fileInWorkspace, openText, readLibrary, set, writeInWorkspace } from './editor/openDocument';

describe('the hover', () => {
  before(lockReview.add);
  after(lockReview.remove);

  describe('tells', () => {
    const cases: Record<string, [language: string, text: string, card: RegExp]> = {
      'the story behind an id': ['typescript', '// see «INC-900»', /^Precedent · INC-900 · A lock nobody held\n/],
      'what surprised people first': ['go', '// see «INC-900»', /\nWhat surprised people: The list was empty because/],
      'that no review has an id of a known family, and what is closest': [
        'python',
        '# see «INC-99»',
        /^Precedent · INC-99\n+No review with this id here\.[\s\S]*Closest: \[INC-\d+\]/,
      ],
      'as what a review is filed today': ['java', '/* see «OLD-3» */', /OLD-3 is filed today as INC-900\./],
      'the cited passage': ['rust', '// «INC-900#what-was-difficult»', /“What was difficult”: Nobody could tell/],
      'the cited moment': ['c', '/* «INC-900@14:05» */', /14:05: First payment over 30 s/],
      'of a passage that is not there': [
        'sql',
        '-- «INC-900#weather»',
        /There is no passage “weather” in this review\./,
      ],
      'the story in whatever case the id is written': ['shellscript', '# see «inc-900»', /Precedent · INC-900/],
    };
    for (const [name, [language, text, card]] of Object.entries(cases)) {
      it(name, async () => {
        const { document, marked } = await openText(language, text);
        assert.match(await cardAt(document, marked), card);
      });
    }
  });

  describe('says nothing', () => {
    const cases: Record<string, [language: string, text: string]> = {
      'in strings': ['typescript', 'const a = "«INC-900»"'],
      'beside an id': ['typescript', '// «see» INC-900'],
      'on what only looks like an id': ['typescript', '// «UTF-8»'],
      'on a placeholder': ['typescript', '// «INC-XX»'],
      'in a log': ['log', '// «INC-900»'],
      'in a code span of prose': ['markdown', 'so `«INC-900»` it is'],
    };
    for (const [name, [language, text]] of Object.entries(cases)) {
      it(name, async () => {
        const { document, marked } = await openText(language, text);
        assert.equal(await cardAt(document, marked), '');
      });
    }
  });

  it('covers the whole citation', async () => {
    const { document, marked } = await openText('typescript', '// see «INC-900#what-surprised-us», please');
    const [hover] = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      marked.start,
    );
    assert.deepEqual(hover?.range, marked);
  });

  it('trusts only its own line of actions, and that with our commands only', async () => {
    const { document, marked } = await openText('typescript', '// see «INC-900»');
    const contents = await hoverAt(document, marked);
    assert.ok(contents.length >= 2);
    for (const { value, isTrusted, supportHtml, supportThemeIcons } of contents) {
      assert.ok(!supportHtml && !supportThemeIcons);
      if (!value.includes('command:')) assert.ok(!isTrusted, value);
      else
        assert.ok(
          typeof isTrusted === 'object' && isTrusted.enabledCommands.every((each) => each.startsWith('precedent.')),
        );
    }
  });

  it('is no longer than 4 kB', async () => {
    const long = `# Long\n\n${'What a [long](command:evil) story <b>this</b> is. '.repeat(2000)}`;
    const remove = await writeInWorkspace('docs/incidents/INC-901-long.md', long);
    try {
      await readLibrary();
      const { document, marked } = await openText('typescript', '// see «INC-901»');
      const contents = await hoverAt(document, marked);
      assert.ok(contents.length > 0);
      assert.ok(new TextEncoder().encode(contents[0]?.value ?? '').length <= 4096);
      assert.ok(!contents.some(({ value }) => value.includes('command:evil')));
    } finally {
      await remove();
      await readLibrary();
    }
  });

  it('shows the first image where it lies in the source, and no other', async () => {
    const png = fileInWorkspace('docs/incidents/INC-7-holds-per-second.png');
    const inside = await writeInWorkspace('docs/incidents/INC-910-in.md', '# In\n\n![a](INC-7-holds-per-second.png)\n');
    const outside = await writeInWorkspace('docs/incidents/INC-911-out.md', '# Out\n\n![a](../outside.png)\n');
    await vscode.workspace.fs.copy(png, fileInWorkspace('docs/outside.png'), { overwrite: true });
    await readLibrary();
    try {
      const images = async (id: string) => {
        const { document, marked } = await openText('typescript', `// «${id}»`);
        return (await hoverAt(document, marked)).filter(({ value }) => value.startsWith('!['));
      };
      assert.equal((await images('INC-910')).length, png.scheme === 'file' ? 1 : 0); // none can be drawn from elsewhere
      assert.equal((await images('INC-911')).length, 0);
    } finally {
      await inside();
      await outside();
      await vscode.workspace.fs.delete(fileInWorkspace('docs/outside.png'));
      await readLibrary();
    }
  });

  it('lists all reviews that claim one id, and prefers none', async () => {
    const remove = [
      await writeInWorkspace('docs/incidents/INC-902-first.md', '# The first\n\nOne.'),
      await writeInWorkspace('docs/incidents/INC-902-second.md', '# The second\n\nTwo.'),
    ];
    try {
      await readLibrary();
      const { document, marked } = await openText('typescript', '// see «INC-902»');
      const card = await cardAt(document, marked);
      assert.match(card, /Two reviews have this id/);
      assert.match(card, /The first: [^\n]*INC-902-first\.md/);
      assert.match(card, /The second: [^\n]*INC-902-second\.md/);
      assert.equal(card.match(/\[Open\]/g)?.length, 2);
    } finally {
      for (const each of remove) await each();
      await readLibrary();
    }
  });

  it('does not say again what the finding says that VS Code shows above it', async () => {
    const remove = await writeInWorkspace('services/unknown.py', '# see INC-99\n');
    const document = await vscode.workspace.openTextDocument(fileInWorkspace('services/unknown.py'));
    await vscode.window.showTextDocument(document);
    try {
      await eventually(() => {
        const [finding] = vscode.languages.getDiagnostics(document.uri);
        assert.match(finding?.message ?? '', /^No review with the id INC-99 here\. Closest: /);
      });
      const card = await cardAt(document, new vscode.Position(0, 8));
      assert.match(card, /^Precedent · INC-99\n+Searched: /);
      assert.match(card, /Open: \[INC-\d+\]/);
      assert.doesNotMatch(card, /No review|Closest/);
    } finally {
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
      await remove();
    }
  });

  it('can be switched off, for one language alone', async () => {
    const { document, marked } = await openText('ruby', '# see «INC-900»');
    const other = await openText('perl', '# see «INC-900»');
    const reset = await set('precedent.hover.enabled', false, { languageId: 'ruby' });
    try {
      assert.equal(await cardAt(document, marked), '');
      assert.notEqual(await cardAt(other.document, other.marked), '');
    } finally {
      await reset();
    }
    assert.notEqual(await cardAt(document, marked), '');
  });

  it('follows the writing in a document', async () => {
    const { document } = await openText('typescript', '// see nothing');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 7), 'INC-900, ');
    await vscode.workspace.applyEdit(edit);
    assert.match(await cardAt(document, new vscode.Position(0, 8)), /Precedent · INC-900/);
  });

  it('follows the writing of a review, before it is saved and after the edits were given up', async () => {
    const reset = await set('files.autoSave', 'off'); // in a browser it is on
    const uri = fileInWorkspace(lockReview.path);
    const review = await vscode.workspace.openTextDocument(uri);
    const code = await openText('typescript', '// see «INC-900»');
    const at = review.positionAt(review.getText().indexOf('The list was empty'));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(uri, at, 'A crooked line. ');
    await vscode.workspace.applyEdit(edit);
    assert.equal(review.isDirty, true);
    await eventually(async () =>
      assert.match(await cardAt(code.document, code.marked), /What surprised people: A crooked line\./),
    );
    await vscode.window.showTextDocument(review);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await eventually(async () =>
      assert.match(await cardAt(code.document, code.marked), /What surprised people: The list was empty because it is/),
    );
    await reset();
  });

  it('knows a review as soon as its file is there, and no longer than that', async () => {
    const { document, marked } = await openText('typescript', '// see «INC-903»');
    assert.match(await cardAt(document, marked), /No review with this id here/);
    const remove = await writeInWorkspace('docs/incidents/INC-903-new.md', '# Just told\n\nIt was new.');
    await eventually(async () => assert.match(await cardAt(document, marked), /INC-903 · Just told/));
    await remove();
    await eventually(async () => assert.match(await cardAt(document, marked), /No review with this id here/));
  });

  it('knows no review whose file went just before the library is read anew', async () => {
    const { document, marked } = await openText('typescript', '// see «INC-909»');
    const remove = await writeInWorkspace('docs/incidents/INC-909-short.md', '# Short\n\nIt was.');
    await readLibrary();
    assert.match(await cardAt(document, marked), /INC-909 · Short/);
    await remove();
    await readLibrary();
    assert.match(await cardAt(document, marked), /No review with this id here/);
  });
});
