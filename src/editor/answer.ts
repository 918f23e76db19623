import type { Settings } from '../host/settings';

/** What may help: a setting to look at, a review to open, a command to run. */
export type Help =
  | { readonly kind: 'setting'; readonly name: keyof Settings | 'editor.hover.enabled' }
  | { readonly kind: 'review'; readonly id: string }
  | { readonly kind: 'search' }
  | { readonly kind: 'log' };

/** What is said of a place, in a sentence or two, and what may help. */
export interface Answer {
  readonly sentence: string;
  readonly help: readonly Help[];
}
