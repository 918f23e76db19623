import { run } from './run';
import { processTerminal } from './terminal';

// Composes the command line as extension.ts composes the extension.
void run(process.argv.slice(2), processTerminal()).then((code) => {
  process.exitCode = code;
});
