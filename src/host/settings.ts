import * as vscode from 'vscode';
import type manifest from '../../package.json';
import type { MatchIn } from '../core/citations/findCitations';
import type { FindingSeverity } from '../core/finding';
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
  /** By language id, `*` for all; then by name. */
  'precedent.citation.formats': Readonly<Record<string, Readonly<Record<string, string>>>>;
  'precedent.citation.sectionHeading': string;
  'precedent.hover.enabled': boolean;
  'precedent.hover.sections': readonly CardSection[];
  'precedent.codeLens.enabled': boolean;
  'precedent.completion.enabled': boolean;
  'precedent.companion.enabled': boolean;
  'precedent.inlayTitle.enabled': boolean;
  'precedent.diagnostics.unknownCitation': FindingSeverity | 'off';
  'precedent.agents.enabled': boolean;
}

type Configuration = (typeof manifest.contributes.configuration)[number]['properties'];
type KeysOfEach<Each> = Each extends unknown ? keyof Each : never;
type Same<A, B> = [A, B] extends [B, A] ? true : never;
true satisfies Same<keyof Settings, KeysOfEach<Configuration>>;

/**
 * The value of a setting now. Ask each time: a setting kept in a field goes stale.
 *
 * Somebody may have written anything into a settings file: a value of another type than the default counts as not set, and so do
 * items of a list that are not text.
 */
export function setting<Name extends keyof Settings>(name: Name, scope?: vscode.ConfigurationScope): Settings[Name] {
  // The innermost section only: VS Code copies what it hands out, and the settings of all extensions are many.
  const [section, rest] = parted(name);
  const configuration = vscode.workspace.getConfiguration(section, scope);
  const value: unknown = configuration.get(rest);
  const fallback = defaultOf(name, configuration);
  const told = isAlike(value, fallback) ? value : fallback;
  return (Array.isArray(told) ? told.filter((item) => typeof item === 'string') : told) as Settings[Name];
}

/** To look at all scopes of a setting takes ten times as long as to get its value, and a default stays the same. */
const defaults = new Map<keyof Settings, unknown>();

function defaultOf(name: keyof Settings, configuration: vscode.WorkspaceConfiguration): unknown {
  let value = defaults.get(name);
  if (value === undefined) {
    value = configuration.inspect(parted(name)[1])?.defaultValue;
    if (value === undefined) throw new Error(`package.json declares no default for ${name}.`);
    defaults.set(name, value);
  }
  return value;
}

/** The section in which a setting stands, and its name there. */
function parted(name: keyof Settings): readonly [section: string, rest: string] {
  const dot = name.lastIndexOf('.');
  return [name.slice(0, dot), name.slice(dot + 1)];
}

function isAlike(value: unknown, fallback: unknown): boolean {
  return typeof value === typeof fallback && Array.isArray(value) === Array.isArray(fallback) && value !== null;
}

/** Calls the listener when one of these settings changes, in any scope. */
export function onSettingChange(names: readonly (keyof Settings)[], listener: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((change) => {
    if (names.some((name) => change.affectsConfiguration(name))) listener();
  });
}
