import { findingCodes } from '../core/checks/findingCodes';
import type { Finding, FindingFix, FindingSeverity } from '../core/finding';
import { oneLine } from '../core/wording/oneLine';

const levels: Readonly<Record<FindingSeverity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

const rules = Object.entries(findingCodes).map(([id, text]) => ({ id, shortDescription: { text } }));

/** Findings as a SARIF 2.1.0 log with one run, for code scanning and viewers. Paths are relative to the root, `%SRCROOT%`. */
export function toSarif(findings: readonly Finding[], version: string): object {
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Precedent', semanticVersion: version, rules } },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The root that was checked.' } } },
        results: findings.map(toResult),
      },
    ],
  };
}

function toResult(finding: Finding): object {
  const { code, severity, message, fixes = [] } = finding;
  const index = rules.findIndex(({ id }) => id === code);
  const hasPlace = finding.line !== undefined && finding.column !== undefined && finding.endColumn !== undefined;
  return {
    ruleId: code,
    ...(index < 0 ? {} : { ruleIndex: index }),
    level: levels[severity],
    message: { text: oneLine(message) },
    locations: [{ physicalLocation: { artifactLocation: artifact(finding.path), ...regionOf(finding) } }],
    ...(fixes.length > 0 && hasPlace ? { fixes: fixes.map((fix) => toFix(fix, finding)) } : {}),
  };
}

function toFix({ title, replacement }: FindingFix, { path, line, column, endColumn }: Finding): object {
  const deletedRegion = { startLine: line, startColumn: column, endColumn };
  return {
    description: { text: oneLine(title) },
    artifactChanges: [
      {
        artifactLocation: artifact(path),
        replacements: [{ deletedRegion, insertedContent: { text: replacement } }],
      },
    ],
  };
}

function regionOf({ line, column, endColumn }: Finding): object {
  if (line === undefined) return {};
  const region = {
    startLine: line,
    ...(column === undefined ? {} : { startColumn: column }),
    ...(column === undefined || endColumn === undefined ? {} : { endColumn }),
  };
  return { region };
}

/** A path as a URI reference: each part percent-encoded, so that no name can be taken for a scheme or a query. */
function artifact(path: string): object {
  const uri = path.replaceAll('\\', '/').split('/').map(encode).join('/');
  if (/^[a-z]:\//i.test(path)) return { uri: `file:///${uri}` };
  return path.startsWith('/') ? { uri: `file://${uri}` } : { uri, uriBaseId: '%SRCROOT%' };
}

function encode(part: string): string {
  return encodeURIComponent(part.replace(/\p{Cs}/gu, '\ufffd'));
}
