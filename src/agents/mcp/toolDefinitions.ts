import { isToolName, type ToolName } from '../answers/answerTool';

/** A JSON Schema of an object, as package.json holds it. */
export type InputSchema = Readonly<Record<string, unknown>>;

/** What an agent is told of a question it may ask. */
export interface ToolDefinition {
  readonly name: ToolName;
  readonly description: string;
  readonly inputSchema: InputSchema;
}

/**
 * The tools that package.json contributes to VS Code, for everybody else: said once, so that they cannot differ.
 *
 * What is not as it should be is left out; a test holds package.json to it.
 */
export function toolDefinitions(manifest: unknown): readonly ToolDefinition[] {
  const tools = member(member(manifest, 'contributes'), 'languageModelTools');
  return Array.isArray(tools) ? tools.flatMap(toDefinition) : [];
}

function toDefinition(tool: unknown): readonly ToolDefinition[] {
  const name = member(tool, 'name');
  const description = member(tool, 'modelDescription');
  const inputSchema = member(tool, 'inputSchema');
  if (typeof name !== 'string' || !isToolName(name) || typeof description !== 'string' || !isRecord(inputSchema))
    return [];
  return [{ name, description, inputSchema }];
}

function member(value: unknown, name: string): unknown {
  return isRecord(value) ? value[name] : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
