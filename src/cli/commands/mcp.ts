import { once } from 'node:events';
import type { Command } from 'commander';
import { answerTool } from '../../agents/answers/answerTool';
import { toolDefinitions } from '../../agents/mcp/toolDefinitions';
import { type CommonOptions, exitCodes, withCommonOptions } from '../options';
import { readManifest } from '../readManifest';
import { ServedLibrary } from '../servedLibrary';
import type { Terminal } from '../terminal';
import { version } from '../version';

/** `precedent mcp`: answers agents over stdin and stdout until stdin ends. */
export function addMcp(program: Command, terminal: Terminal): void {
  withCommonOptions(program.command('mcp').description('serve the library to agents, as an MCP server on stdio'))
    .addHelpText('after', help)
    .action(async (_options: CommonOptions, command: Command) => {
      const source = await ServedLibrary.open(command.optsWithGlobals<CommonOptions>(), terminal);
      // What it takes is large, and no other command needs it.
      const { serveMcp } = await import('../../agents/mcp/serveMcp');
      const ended = once(process.stdin, 'end');
      serveMcp({
        tools: toolDefinitions(readManifest()),
        answer: (name, input) => answerTool(name, input, source),
        version: version(),
        onError: (error) => terminal.say(error.message),
      });
      await ended;
    });
}

const help = `
Three tools, all of which only read: search_incident_reviews, get_incident_review, find_incident_citations. Nothing goes over a
network. Transcripts and sections that the library excludes are not told. For agents: docs/agents.md.
${exitCodes}`;
