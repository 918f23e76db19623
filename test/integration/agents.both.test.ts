import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { toolNames } from '../../src/agents/answers/answerTool';
import { toolMessages } from '../../src/agents/languageModel/toolMessages';
import { lockReview } from './editor/lockReview';
import { eventually, set, writeInWorkspace } from './editor/openDocument';

describe('agents in the editor', () => {
  let remove: () => Promise<void>;
  before(async () => {
    await lockReview.add();
    remove = await writeInWorkspace('services/agents.ts', '// see INC-900\n');
  });
  after(async () => {
    await remove();
    await lockReview.remove();
  });

  it('get nothing before the user allows it', async () => {
    for (const name of toolNames) await assert.rejects(invoke(name, { id: 'INC-900', query: 'lock' }), name);
  });

  describe('that the user allowed', () => {
    let takeBack: () => Promise<void>;
    before(async () => {
      takeBack = await set('precedent.agents.enabled', true);
    });
    after(() => takeBack());

    it('read a review', async () => {
      await eventually(async () =>
        assert.match(
          await invoke('get_incident_review', { id: 'INC-900' }),
          /^id: "INC-900"\ntitle: "A lock nobody held"$/m,
        ),
      );
    });

    it('have three tools', () => {
      const names: readonly string[] = toolNames;
      const ours = vscode.lm.tools.filter(({ name }) => names.includes(name));
      assert.equal(ours.length, names.length);
    });

    it('search reviews', async () => {
      assert.match(await invoke('search_incident_reviews', { query: 'lock nobody held' }), /"INC-900"/);
    });

    it('find where a review is cited', async () => {
      await eventually(async () =>
        assert.match(await invoke('find_incident_citations', { id: 'INC-900' }), /"services\/agents.ts", line 1/),
      );
    });

    it('are told what to ask instead where nothing has that name', async () => {
      await assert.rejects(invoke('get_incident_review', { id: 'INC-90000' }), /No review here has the id/);
    });
  });

  it('get nothing any more when the user takes it back', async () => {
    await eventually(() => assert.rejects(invoke('get_incident_review', { id: 'INC-900' })));
  });

  it('are announced in words that nothing they ask for can leave', () => {
    const asked = '[x](command:y) <b>\n$(zap)';
    for (const name of toolNames) {
      const { confirmationMessages } = toolMessages(name, { id: asked, query: asked });
      const message = confirmationMessages?.message;
      assert.ok(message instanceof vscode.MarkdownString);
      assert.ok(!message.isTrusted && !message.supportHtml && !message.supportThemeIcons);
      assert.doesNotMatch(message.value, /\]\(|<b>/);
    }
  });
});

async function invoke(name: string, input: object): Promise<string> {
  const { content } = await vscode.lm.invokeTool(name, { input, toolInvocationToken: undefined });
  return content.map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : '')).join('');
}
