import * as vscode from 'vscode';
import type manifest from '../../package.json';
import type { MatchIn } from '../core/citations/findCitations';
import type { CardSection } from '../core/wording/card';

/** How the Library view groups reviews. */
export type GroupBy = 'year' | 'service' | 'people' | 'difficulty' | 'source';

/** Every setting and the type of its value. Names and defaults live in package.json. */
export interface Settings {
  'precedent.sources': readonly string[];
  'precedent.idPatterns': readonly string[];
  'precedent.library.groupBy': GroupBy;
  'precedent.matchIn': MatchIn;
  'precedent.comments': Readonly<Record<string, readonly string[]>>;
  'precedent.hover.enabled': boolean;
  'precedent.hover.sections': readonly CardSection[];
  'precedent.codeLens.enabled': boolean;
  'precedent.completion.enabled': boolean;
}

type Configuration = (typeof manifest.contributes.configuration)[number]['properties'];
type KeysOfEach<Each> = Each extends unknown ? keyof Each : never;
type Same<A, B> = [A, B] extends [B, A] ? true : never;
true satisfies Same<keyof Settings, KeysOfEach<Configuration>>;

/** The value of a setting now. Ask each time: a setting kept in a field goes stale. */
export function setting<Name extends keyof Settings>(name: Name, scope?: vscode.ConfigurationScope): Settings[Name] {
  const value = vscode.workspace.getConfiguration(undefined, scope).get<Settings[Name]>(name);
  if (value === undefined) throw new Error(`package.json declares no default for ${name}.`);
  return value;
}

/** Calls the listener when one of these settings changes, in any scope. */
export function onSettingChange(names: readonly (keyof Settings)[], listener: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((change) => {
    if (names.some((name) => change.affectsConfiguration(name))) listener();
  });
}
