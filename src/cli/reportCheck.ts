import type { Finding } from '../core/finding';
import { visibleControls } from '../core/wording/visibleControls';
import { columnsOf, harmless, wrapText } from './terminalText';

/** A finding, and the line of the file on which it is, where that may be shown. */
export interface ShownFinding {
  readonly finding: Finding;
  readonly line?: string;
}

/** How much of a line is shown before a finding, in UTF-16 units. */
const lead = 60;

/** Findings for people: where and what, the line itself, and marks below what is meant; then how many there are. */
export function reportCheck(findings: readonly ShownFinding[], width: number): string {
  if (findings.length === 0) return 'No findings.\n';
  const lines = findings.flatMap(({ finding, line }) => [
    ...wrapText(sentence(finding), width, '  ', ''),
    ...(line === undefined ? [] : excerpt(finding, line, width)),
  ]);
  return `${[...lines, '', findings.length === 1 ? '1 finding.' : `${findings.length} findings.`].join('\n')}\n`;
}

function sentence({ path, line, column, message, code, severity }: Finding): string {
  const place = [path, line, line === undefined ? undefined : column].filter((part) => part !== undefined).join(':');
  return `${place}: ${severity}: ${message} [${code}]`;
}

function excerpt({ column, endColumn }: Finding, line: string, width: number): string[] {
  if (line.trim() === '') return [];
  if (column === undefined || endColumn === undefined) return [`    ${cut(shown(line.trimStart()), width - 4)}`];
  const indentation = line.length - line.trimStart().length;
  const from = Math.max(Math.min(indentation, column - 1), column - 1 - lead);
  const before = `${from > indentation ? '…' : ''}${shown(line.slice(from, column - 1))}`;
  const meant = shown(line.slice(column - 1, endColumn - 1));
  const text = cut(`${before}${meant}${shown(line.slice(endColumn - 1, endColumn - 1 + width))}`, width - 4);
  const marks = '^'.repeat(Math.max(1, Math.min(columnsOf(meant), width - 4 - columnsOf(before))));
  return [harmless(`    ${text}`), `    ${' '.repeat(columnsOf(before))}${marks}`];
}

/** A part of a line as a terminal may show it, every blank kept, so that marks below it stand where they should. */
function shown(part: string): string {
  return visibleControls(part.replace(/\s/g, ' '));
}

function cut(text: string, columns: number): string {
  let room = columns;
  let end = 0;
  for (const character of text) {
    room -= columnsOf(character);
    if (room < 0) return `${text.slice(0, end).trimEnd()}…`;
    end += character.length;
  }
  return text.trimEnd();
}
