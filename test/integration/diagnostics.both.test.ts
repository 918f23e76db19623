import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { fix, fixesAt, openFileTab, openTab, ours, shows } from './editor/findingsIn';
import { lockReview } from './editor/lockReview';
import { eventually, fileInWorkspace, readLibrary, set, writeInWorkspace } from './editor/openDocument';

const setting = 'precedent.diagnostics.unknownCitation';

describe('findings in the editor', () => {
  before(lockReview.add);
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await lockReview.remove();
  });

  it('stand where the citation stands, with a source and a code that leads to its explanation', async () => {
    const { document, marked } = await openTab('typescript', '// see «INC-901»#impact');
    await shows(document, ['unknown-citation INC-901']);
    const [found] = ours(document);
    assert.ok(found);
    assert.deepEqual(found.range, marked);
    assert.equal(found.severity, vscode.DiagnosticSeverity.Information);
    assert.match(found.message, /^No review with the id INC-901 here\. Closest: INC-900/);
    assert.ok(typeof found.code === 'object');
    assert.match(found.code.target.path, /\/docs\/findings\.md$/);
    const page = new TextDecoder().decode(await vscode.workspace.fs.readFile(found.code.target.with({ fragment: '' })));
    assert.equal(page.split('\n')[Number(found.code.target.fragment.slice(1)) - 1], '### unknown-citation');
  });

  const shown: Record<string, [language: string, text: string, findings: string[]]> = {
    'tell of other spellings, former ids, passages and moments': [
      'go',
      '// inc-900, OLD-3, INC-900#weather, INC-900@23:59, INC-900#what-was-difficult, INC-900@14:05',
      ['other-spelling inc-900', 'former-id OLD-3', 'missing-passage #weather', 'missing-passage @23:59'],
    ],
    'agree with the hover: nothing in strings, logs and code spans': ['python', 'a = "INC-901" # UTF-8, INC-XX', []],
    'are silenced by a comment': [
      'java',
      '// precedent-ignore INC-901: of the vendor\n/* INC-901 INC-902 */',
      ['unknown-citation INC-902'],
    ],
  };
  for (const [name, [language, text, findings]] of Object.entries(shown)) {
    it(name, async () => {
      const { document } = await openTab(language, `${text}\n`);
      await shows(document, findings);
    });
  }

  it('follow the writing and the library', async () => {
    const { document } = await openTab('typescript', '// see INC-903');
    await shows(document, ['unknown-citation INC-903']);
    const remove = await writeInWorkspace('docs/incidents/INC-903-new.md', '# New\n\nNew.\n');
    await readLibrary();
    await shows(document, []);
    await remove();
    await readLibrary();
    await shows(document, ['unknown-citation INC-903']);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(0, 7, 0, 14), 'INC-900');
    await vscode.workspace.applyEdit(edit);
    await shows(document, []);
  });

  it('follow the setting, for one language alone', async () => {
    const ruby = await openTab('ruby', '# INC-901');
    const perl = await openTab('perl', '# INC-901');
    const reset = await set(setting, 'error', { languageId: 'ruby' });
    try {
      await eventually(async () => assert.equal(ours(ruby.document)[0]?.severity, vscode.DiagnosticSeverity.Error));
      assert.equal(ours(perl.document)[0]?.severity, vscode.DiagnosticSeverity.Information);
    } finally {
      await reset();
    }
    const off = await set(setting, 'off');
    await shows(ruby.document, []).finally(off);
  });

  it('tell of links and images that lead nowhere, and leave those in Markdown to VS Code where it looks after them', async () => {
    const text = '# A\n\n[it](../incidents/INC-900-gone.md) [whole](../incidents/INC-900-a-lock-nobody-held.md)\n';
    const remove = await writeInWorkspace('docs/design/links.md', text);
    const document = await openFileTab('docs/design/links.md');
    try {
      await shows(document, ['broken-link ../incidents/INC-900-gone.md']);
      assert.equal(
        await fix(document, new vscode.Range(2, 8, 2, 8), /^Change to \.\.\/incidents/),
        text.replace('INC-900-gone.md', 'INC-900-a-lock-nobody-held.md'),
      );
      await shows(document, []);
      await vscode.commands.executeCommand('undo');
      await shows(document, ['broken-link ../incidents/INC-900-gone.md']);
      const reset = await set('markdown.validate.enabled', true);
      await shows(document, []).finally(reset);
    } finally {
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      await remove();
    }
  });

  it('tell facts of a published review, as information, while it is open', async () => {
    const path = 'docs/incidents/INC-904-published.md';
    const text = '# Published\n\nsee INC-901, inc-900 ![board](gone.png)\n';
    const remove = await writeInWorkspace(path, text);
    await readLibrary();
    const reset = await set(setting, 'error');
    try {
      assert.deepEqual(vscode.languages.getDiagnostics(fileInWorkspace(path)), []);
      const document = await openFileTab(path);
      await shows(document, ['unknown-citation INC-901', 'missing-material gone.png']);
      assert.ok(ours(document).every(({ severity }) => severity === vscode.DiagnosticSeverity.Information));
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
      await eventually(async () => assert.deepEqual(vscode.languages.getDiagnostics(document.uri), []));
    } finally {
      await reset();
      await remove();
      await readLibrary();
    }
  });

  it('tell of reviews that could not be read, and of two with one id', async () => {
    const remove = [
      await writeInWorkspace('docs/incidents/INC-905.yaml', 'id: INC-905\ntitle: [\n'),
      await writeInWorkspace('docs/incidents/INC-906-a.md', '# INC-906: A\n\nA.\n'),
      await writeInWorkspace('docs/incidents/INC-906-b.md', '# INC-906: B\n\nB.\n'),
    ];
    await readLibrary();
    try {
      const codes = async (path: string) => {
        const document = await openFileTab(path);
        await eventually(async () => assert.equal(ours(document).length, 1));
        const [found] = ours(document);
        return typeof found?.code === 'object' ? found.code.value : '';
      };
      assert.equal(await codes('docs/incidents/INC-905.yaml'), 'unreadable-yaml');
      assert.equal(await codes('docs/incidents/INC-906-b.md'), 'duplicate-id');
    } finally {
      for (const each of remove) await each();
      await readLibrary();
    }
  });

  it('tell of rules as they stand in the editor, and mend them', async () => {
    const remove = await writeInWorkspace('docs/rules/precedent.yaml', 'split: heading\n');
    const uri = fileInWorkspace('docs/rules/precedent.yaml');
    const document = await openFileTab('docs/rules/precedent.yaml');
    try {
      const edit = new vscode.WorkspaceEdit();
      edit.insert(uri, new vscode.Position(0, 0), 'exclud: [a]\n');
      await vscode.workspace.applyEdit(edit);
      await shows(document, ['unknown-rule exclud']);
      assert.equal(
        await fix(document, new vscode.Range(0, 2, 0, 2), /^Change to "exclude"$/),
        'exclude: [a]\nsplit: heading\n',
      );
      await shows(document, []);
    } finally {
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      await remove();
    }
  });
});

describe('quick fixes', () => {
  before(lockReview.add);
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await lockReview.remove();
  });

  const cases: Record<string, [language: string, before: string, title: RegExp, after: string]> = {
    'put the closest id in place of an unknown one': [
      'go',
      'a()\n// see «INC-901»#what-was-difficult.\nb()',
      /^Change to INC-900: A lock nobody held$/,
      'a()\n// see INC-900#what-was-difficult.\nb()',
    ],
    'put the spelling of the review': ['rust', '// «inc-900»@14:05', /^Change to INC-900/, '// INC-900@14:05'],
    'put the current id': ['c', '/* «OLD-3» */', /^Change to INC-900/, '/* INC-900 */'],
    'put the closest passage': [
      'python',
      '# INC-900«#what-was-dificult», b',
      /^Change to #what-was-difficult$/,
      '# INC-900#what-was-difficult, b',
    ],
    'ignore an id in a comment of the language': [
      'typescript',
      'function a() {\n\t// see «INC-901»\n}\n',
      /^Ignore INC-901 in This File$/,
      'function a() {\n\t// precedent-ignore INC-901\n\t// see INC-901\n}\n',
    ],
    'ignore an id in a comment of Markdown': [
      'markdown',
      'see «INC-901»',
      /^Ignore INC-901 in This File$/,
      '<!-- precedent-ignore INC-901 -->\nsee INC-901',
    ],
    'ignore one passage': [
      'sql',
      '-- INC-900«#weather»\n',
      /^Ignore INC-900#weather in This File$/,
      '-- precedent-ignore INC-900#weather\n-- INC-900#weather\n',
    ],
  };
  for (const [name, [language, before, title, after]] of Object.entries(cases)) {
    it(`${name}, and change nothing else`, async () => {
      const { document, marked } = await openTab(language, before);
      await eventually(async () => assert.equal(ours(document).length, 1));
      assert.equal(await fix(document, marked, title), after);
      await shows(document, []);
    });
  }

  it('are preferred where there is only one', async () => {
    const one = await openTab('go', '// see «inc-900»');
    await eventually(async () => assert.equal(ours(one.document).length, 1));
    const fixes = await fixesAt(one.document, one.marked);
    const ownFixes = fixes.filter(({ title }) => /INC-900|inc-900/.test(title));
    assert.deepEqual(
      ownFixes.map(({ title, isPreferred }) => [title, isPreferred ?? false]),
      [
        ['Change to INC-900: A lock nobody held', true],
        ['Ignore inc-900 in This File', false],
      ],
    );
  });

  it('let the user choose the passage', async () => {
    const { document, marked } = await openTab('typescript', '// INC-900«#weather»');
    await eventually(async () => assert.equal(ours(document).length, 1));
    const fixes = await fixesAt(document, marked);
    const choose = fixes.find(({ title }) => title === 'Choose the Passage…');
    assert.equal(choose?.command?.command, 'precedent.choosePassage');
  });

  it('are offered nowhere else', async () => {
    const { document, marked } = await openTab('typescript', '// see «INC-900»');
    assert.deepEqual(
      (await fixesAt(document, marked)).filter(({ title }) => /^(?:Change to|Ignore)/.test(title)),
      [],
    );
  });
});
