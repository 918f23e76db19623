// The second start of VS Code on the tree that inHost.ts has left: from what that one kept. Prints one marked line of JSON; fails where an answer
// is another than that of the first.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import type { Api } from '../../src/extension';
import { type Answers, pause, startProbe, whatItAnswers } from './asking';

/** VS Code calls this. */
export { again as run };

async function again(): Promise<void> {
  const before: Answers = JSON.parse(readFileSync(process.env.PRECEDENT_ANSWERS ?? '', 'utf8'));
  const probe = startProbe();
  await vscode.commands.executeCommand('precedent.library.focus');
  const begun = Date.now();
  const api = await vscode.extensions.getExtension<Api>('precedent.precedent')?.activate();
  assert.ok(api);
  assert.ok(await api.getReview('INC-7'));
  const msUntilFirstAnswer = Date.now() - begun;
  const whileOpening = probe.take();
  await pause(8000);
  const whileCompared = probe.take();
  const asked = Date.now();
  const answers = await whatItAnswers(api, before.ids);
  const msUntilAllAnswered = Date.now() - asked;
  const figures = { msUntilFirstAnswer, whileOpening, whileCompared, msUntilAllAnswered, whileAsked: probe.take() };
  probe.stop();
  console.log('@@shot again');
  assert.deepEqual(answers, before);
  console.log(`@@bench ${JSON.stringify(figures)}`);
}
