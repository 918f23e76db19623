/**
 * Collects what our code throws in this host and nobody catches. Other extensions throw in it as well. In the worker host, where VS Code
 * lets nobody listen, there is nothing to collect.
 */
export function watchThrown(): { readonly errors: readonly string[]; stop(): void } {
  const errors: string[] = [];
  const note = (error: unknown) => {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    if (/[\\/]dist[\\/]/.test(stack)) errors.push(stack);
  };
  if (typeof process === 'undefined' || typeof process.off !== 'function') return { errors, stop() {} };
  // VS Code's own `on` gives nothing back to go on with.
  process.on('unhandledRejection', note);
  process.on('uncaughtException', note);
  return {
    errors,
    stop() {
      process.off('unhandledRejection', note);
      process.off('uncaughtException', note);
    },
  };
}
