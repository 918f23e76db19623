/** What can be cited, as menus hand it to commands: rows of a view have these two beside what is their own. */
export interface Citable {
  /** As one writes it: `INC-7`, `INC-7#what-surprised-us`. */
  readonly citation: string;
  /** The file of the review, which tells apart two that claim one id. */
  readonly key?: string;
}

/** What a command was given to cite or open: a name as a link passes it, or a row of a view. Nothing for anything else. */
export function toCitable(what: unknown, key?: unknown): Citable | undefined {
  if (typeof what === 'string') return { citation: what, ...(typeof key === 'string' ? { key } : {}) };
  if (typeof what !== 'object' || what === null || !('citation' in what)) return undefined;
  return typeof what.citation === 'string' ? toCitable(what.citation, 'key' in what ? what.key : undefined) : undefined;
}
