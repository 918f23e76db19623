import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { readable } from './editor/hoverAt';
import { lockReview } from './editor/lockReview';
import { openText, set } from './editor/openDocument';

/** Our items at the end of the mark. With `trigger`, as VS Code asks after that character was typed. */
async function items(language: string, text: string, trigger?: string): Promise<readonly vscode.CompletionItem[]> {
  const { document, marked } = await openText(language, text);
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    marked.end,
    trigger,
    5,
  );
  return list.items.filter(({ kind }) => kind === vscode.CompletionItemKind.Reference);
}

function labels(all: readonly vscode.CompletionItem[]): string[] {
  return all.map(({ label }) => (typeof label === 'string' ? label : label.label));
}

describe('the completion', () => {
  before(lockReview.add);
  after(lockReview.remove);

  const offers: Record<string, [language: string, text: string, trigger?: string]> = {
    'when asked, before anything is typed': ['typescript', '// see «»'],
    'by the beginning of its id': ['typescript', '// see «INC-9»'],
    'by the beginning of its id in any case': ['typescript', '// see «inc-9»'],
    'by a word of its title': ['go', '// see «nobo»'],
    'by a former id': ['python', '# see «OLD»'],
    'by itself after the beginning of a known id and a hyphen': ['typescript', '// see «INC-»', '-'],
    'in Markdown, by a word of its title': ['markdown', 'As in «nobo»'],
  };
  for (const [name, [language, text, trigger]] of Object.entries(offers)) {
    it(`offers a review ${name}`, async () => {
      const all = await items(language, text, trigger);
      assert.ok(labels(all).includes('INC-900'), labels(all).join(' '));
      assert.ok(all.length <= 100);
    });
  }

  const quiet: Record<string, [language: string, text: string, trigger?: string]> = {
    'in code': ['typescript', 'const a = «»'],
    'in code, after a minus': ['typescript', 'const a = INC«-»', '-'],
    'in a string': ['typescript', 'const a = "«INC-»"', '-'],
    'by itself after any other hyphen': ['typescript', '// well«-»', '-'],
    'by itself after a date': ['markdown', 'On 2025«-»', '-'],
    'by a word of a title where VS Code suggests while one types': ['plaintext', 'As in «nobo»'],
    'in a code span': ['markdown', 'Say `«INC-»`', '-'],
  };
  for (const [name, [language, text, trigger]] of Object.entries(quiet)) {
    it(`keeps quiet ${name}`, async () => {
      assert.deepEqual(labels(await items(language, text, trigger)), []);
    });
  }

  it('inserts the id in place of what was typed', async () => {
    const [item] = (await items('go', '// see «nobo»')).filter((each) => labels([each])[0] === 'INC-900');
    assert.equal(item?.insertText, 'INC-900');
    assert.deepEqual(item?.range, new vscode.Range(0, 7, 0, 11));
    assert.match(item?.filterText ?? '', /^nobody/);
  });

  it('inserts the id in place of all words of the title that were typed', async () => {
    const [item] = (await items('go', '// after the lock nob«»')).filter((each) => labels([each])[0] === 'INC-900');
    assert.deepEqual(item?.range, new vscode.Range(0, 13, 0, 21));
    assert.equal(item?.filterText, 'lock nobody held');
  });

  it('tells the story of the item that is looked at', async () => {
    const [item] = await items('go', '// see «INC-900»');
    const { documentation } = item ?? {};
    assert.ok(documentation instanceof vscode.MarkdownString);
    assert.match(readable(documentation.value), /Precedent · INC-900 · A lock nobody held/);
    assert.ok(!documentation.isTrusted);
  });

  it('offers the passages of a review behind its id', async () => {
    const all = await items('typescript', '// see «INC-900#what»');
    assert.ok(labels(all).includes('what-surprised-us'), labels(all).join(' '));
    assert.ok(!labels(all).includes('sensitive-findings'));
    assert.ok(!labels(all).includes('a-lock-nobody-held'), 'the title is no passage');
    assert.deepEqual(all[0]?.range, new vscode.Range(0, 15, 0, 19));
  });

  it('offers the moments of a review behind its id', async () => {
    assert.deepEqual(labels(await items('typescript', '// see «INC-900@»')), ['14:05', '14:09']);
  });

  it('can be switched off, for one language alone', async () => {
    const reset = await set('precedent.completion.enabled', false, { languageId: 'go' });
    try {
      assert.deepEqual(labels(await items('go', '// see «INC-9»')), []);
      assert.ok(labels(await items('rust', '// see «INC-9»')).includes('INC-900'));
    } finally {
      await reset();
    }
  });
});
