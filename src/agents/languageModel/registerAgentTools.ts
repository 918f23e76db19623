import * as vscode from 'vscode';
import { UserError } from '../../core/userError';
import type { LiveLibrary } from '../../host/liveLibrary';
import type { WorkspaceCitations } from '../../host/workspaceCitations';
import { startPace } from '../../indexing/pace';
import type { AgentSource } from '../answers/agentSource';
import { answerTool, type ToolName, toolNames } from '../answers/answerTool';
import { areAgentsAllowed, whileAgentsAreAllowed } from './agentsSwitch';
import { toolMessages } from './toolMessages';

/**
 * Gives language models our tools while the user allows it. A host without that API never notices. Descriptions and inputs stand in
 * package.json.
 */
export function registerAgentTools(library: LiveLibrary, citations: WorkspaceCitations): vscode.Disposable {
  // Absent in editors that are built without it, whatever the types say.
  if (typeof vscode.lm?.registerTool !== 'function') return vscode.Disposable.from();
  const source = sourceOf(library, citations);
  return whileAgentsAreAllowed(() =>
    vscode.Disposable.from(...toolNames.map((name) => vscode.lm.registerTool(name, toolFor(name, source)))),
  );
}

function toolFor(name: ToolName, source: AgentSource): vscode.LanguageModelTool<unknown> {
  return {
    prepareInvocation: ({ input }) => toolMessages(name, input),
    async invoke({ input }, token) {
      if (!areAgentsAllowed())
        throw new UserError(vscode.l10n.t('Agents may not read the library here: see precedent.agents.enabled.'));
      const { text, isError } = await answerTool(name, input, source);
      if (token.isCancellationRequested) throw new vscode.CancellationError();
      // A model is told of an error by its message alone.
      if (isError) throw new UserError(text);
      return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(text)]);
    },
  };
}

function sourceOf(library: LiveLibrary, citations: WorkspaceCitations): AgentSource {
  const names = async () => {
    await library.whenRead();
    return library.known;
  };
  return {
    names,
    async search() {
      await names();
      const pace = startPace();
      for (const _ of library.search.preparing()) await pace();
      return library.search;
    },
    async citations() {
      await citations.gather();
      return { index: citations.index, isComplete: citations.state !== 'stopped' };
    },
  };
}
