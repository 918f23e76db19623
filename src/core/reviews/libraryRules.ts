import type { ReviewField, SectionKind } from './review';

/** What a library says about itself in its `precedent.yaml`, or the defaults where it says nothing. */
export interface LibraryRules {
  /** Regular expressions (source text) for further forms of ids. Only those that `idPatternProblem` has nothing against are run. */
  readonly idPatterns: readonly string[];
  /** Where old tools kept the review: `https://old.example/incidents/{id}`. */
  readonly urlTemplates: readonly string[];
  /** The team's words for kinds of sections. */
  readonly headings: Readonly<Partial<Record<SectionKind, readonly string[]>>>;
  /** The team's words for fields. */
  readonly labels: Readonly<Partial<Record<ReviewField, readonly string[]>>>;
  /** Globs of files relative to the source; empty means all. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Headings never shown or handed on, compared without case: "Sensitive findings" and what the library adds. */
  readonly excludeHeadings: readonly string[];
  readonly split: 'none' | 'heading';
  /** Folder of code → service. */
  readonly services: Readonly<Record<string, string>>;
  /** Former id → id. */
  readonly aliases: Readonly<Record<string, string>>;
  /** Folder of reading paths, relative to the source. */
  readonly paths?: string;
}

/** The rules of a library that says nothing about itself. */
export const defaultRules: LibraryRules = {
  idPatterns: [],
  urlTemplates: [],
  headings: {},
  labels: {},
  include: [],
  exclude: [],
  excludeHeadings: ['Sensitive findings'],
  split: 'none',
  services: {},
  aliases: {},
};
