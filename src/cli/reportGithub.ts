import type { Finding, FindingSeverity } from '../core/finding';
import { oneLine } from '../core/wording/oneLine';

/** What GitHub calls the levels; it has none below a notice. */
const levels: Readonly<Record<FindingSeverity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/**
 * Findings as the workflow commands by which GitHub Actions annotates a pull request, one a line; empty where there are none.
 *
 * Escaped by the rules of `@actions/core` (`command.ts`): `%`, CR and LF everywhere, `:` and `,` in properties. So no title and no path
 * can end a command or begin another.
 */
export function reportGithub(findings: readonly Finding[]): string {
  return findings.map((finding) => `${command(finding)}\n`).join('');
}

function command({ path, line, column, endColumn, message, code, severity }: Finding): string {
  const properties = Object.entries({ file: path, line, col: column, endColumn, title: `Precedent ${code}` })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${property(String(value))}`);
  return `::${levels[severity]} ${properties.join(',')}::${text(oneLine(message))}`;
}

function text(value: string): string {
  return value.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(value: string): string {
  return text(value).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
