const cleanups = [];

/**
 * Runs `cleanup` when this process ends, also by Ctrl+C or a plain kill; the latest comes first.
 *
 * Nothing asynchronous can happen in it. Returns a function that runs it now, once.
 */
export function onExit(cleanup) {
  if (cleanups.length === 0) listen();
  cleanups.unshift(cleanup);
  return () => {
    const at = cleanups.indexOf(cleanup);
    if (at < 0) return;
    cleanups.splice(at, 1);
    cleanup();
  };
}

let listening = false;

function listen() {
  if (listening) return;
  listening = true;
  process.once('exit', () => {
    for (const cleanup of cleanups.splice(0)) cleanup();
  });
  // A signal ends Node without 'exit'. 128 + number is what a shell reports for it.
  for (const [signal, status] of Object.entries({ SIGHUP: 129, SIGINT: 130, SIGTERM: 143 })) {
    process.on(signal, () => process.exit(status)); // npm sends it a second time
  }
}
