import * as vscode from 'vscode';
import type { PrecedentApi } from '../../docs/precedent';

/** What the consumer learned about an id. */
export interface Told {
  readonly title: string | undefined;
  readonly places: readonly string[];
}

/** What the consumer gives to the test that asks it. */
export interface Consumer {
  readonly apiVersion: string;
  tell(id: string): Promise<Told>;
  /** Ends at the next change of the library. */
  nextChange(): Promise<void>;
}

/** Another extension: it knows of Precedent what docs/precedent.d.ts says, and nothing else. */
export async function activate(context: vscode.ExtensionContext): Promise<Consumer> {
  const precedent = vscode.extensions.getExtension<PrecedentApi>('precedent.precedent');
  if (!precedent) throw new Error('Precedent is not installed.');
  const api = await precedent.activate();
  await api.ready;
  return {
    apiVersion: api.apiVersion,
    async tell(id) {
      const [review, citations] = await Promise.all([api.getReview(id), api.findCitations(id)]);
      return { title: review?.title, places: citations.map(({ path, line }) => `${path}:${line}`) };
    },
    nextChange: () =>
      new Promise((resolve) => {
        const subscription = api.onDidChangeLibrary(() => {
          subscription.dispose();
          resolve();
        });
        context.subscriptions.push(subscription);
      }),
  };
}
