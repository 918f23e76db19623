import type { Finding } from '../core/finding';
import { wrapText } from './terminalText';

/** Findings as `path:line:column: sentence [code]`, which terminals make clickable. */
export function reportFindings(findings: readonly Finding[], width: number): string[] {
  return findings.flatMap(({ path, line, column, message, code }) => {
    const place = [path, line, line === undefined ? undefined : column].filter((part) => part !== undefined).join(':');
    return wrapText(`${place}: ${message} [${code}]`, width, '    ', '  ');
  });
}
