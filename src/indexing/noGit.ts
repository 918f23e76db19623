import type { GitRepository } from './gitRepository';

/** Stands for {@link ./git} in the web host, where nothing can be started. */
export async function openRepository(_folder: string): Promise<GitRepository | undefined> {
  return undefined;
}
