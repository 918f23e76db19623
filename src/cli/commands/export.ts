import { open } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { Command } from 'commander';
import { UserError } from '../../core/userError';
import { openLibrary } from '../openLibrary';
import { type CommonOptions, exitCodes, withCommonOptions } from '../options';
import { ownPaths } from '../ownPaths';
import { scanRoot } from '../scanRoot';
import { scipPieces } from '../scipDocuments';
import type { Terminal } from '../terminal';
import { version } from '../version';

interface Options extends Omit<CommonOptions, 'format'> {
  readonly format?: string;
  readonly output?: string;
  readonly library?: string;
}

/** `precedent export --format scip`: an index in which each review is a symbol, for code search over many repositories. */
export function addExport(program: Command, terminal: Terminal): void {
  const command = program.command('export').description('write an index for code search: each review is a symbol');
  withCommonOptions(command, { formats: ['scip'] })
    .option('--output <file>', 'where to write it (default: stdout, where that is no terminal)')
    .option('--library <name>', 'what the library is called: the same in each repository (default: incidents)')
    .addHelpText('after', help)
    .action(async (_options: Options, command: Command) => {
      const { output, library: name = 'incidents', format, ...options } = command.optsWithGlobals<Options>();
      if (format !== undefined && format !== 'scip') throw new UserError('export writes one format: --format scip.');
      if (output === undefined && process.stdout.isTTY)
        throw new UserError('An index is nothing to look at: say where to write it with --output index.scip.');
      const opened = await openLibrary(options, terminal);
      const { root, library } = opened;
      const pathOf = await ownPaths(root, library);
      // What it takes is large, and no other command needs it.
      const { scipBytes, scipHead } = await import('../scipBytes');
      await write(output, async (put) => {
        await put(scipHead(pathToFileURL(root.place).href, version()));
        for await (const piece of scipPieces(scanRoot(opened, terminal), { library, name, pathOf }))
          await put(scipBytes(piece));
      });
    });
}

/** Lets bytes be put into a file, or into stdout. @throws UserError where the file cannot be written. */
async function write(output: string | undefined, run: (put: Put) => Promise<void>): Promise<void> {
  if (output === undefined)
    return run((bytes) => new Promise((resolve) => process.stdout.write(bytes, () => resolve())));
  const file = await open(output, 'w').catch((error: unknown) => {
    throw new UserError(`${output} cannot be written: ${error instanceof Error ? error.message : String(error)}.`);
  });
  try {
    await run(async (bytes) => void (await file.writeFile(bytes)));
  } finally {
    await file.close();
  }
}

type Put = (bytes: Uint8Array) => Promise<void>;

const help = `
An index in the format SCIP, which code searches read (Sourcegraph and others). Each review is a symbol with its card as
documentation, defined at its title and referenced by each citation; in the repository of the library and in those that
cite it the symbols are the same, where --library is. Reviews of a library in another repository (a --source outside the
root, or a submodule) are told as external. See docs/scale.md.
${exitCodes}`;
