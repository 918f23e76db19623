import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import * as fc from 'fast-check';
import { reportGithub } from '../../src/cli/reportGithub';
import { toSarif } from '../../src/cli/toSarif';
import { findingCodes } from '../../src/core/checks/findingCodes';
import type { Finding } from '../../src/core/finding';
import { temporaryFolder } from '../indexing/temporaryFolder';
import { type CliRun, runCli } from './runCli';

const library = {
  'docs/incidents/INC-7-holds.md': '# INC-7: Holds that never ended\n\n## What surprised us\n\nThe cache.\n',
  'docs/incidents/INC-9-login.md':
    '# INC-9: The login\n\n![board](board.png)\n\n## Sensitive findings\n\n![x](x.png) INC-10\n',
  'src/hold.ts': "// Holds end one by one,\tsee INC-8.\nconst a = 'INC-10';\n",
  'src/late.ts': '// see inc-7\n',
};

function check(args: readonly string[] = [], files: Readonly<Record<string, string>> = library): CliRun {
  return runCli(['check', ...args], temporaryFolder(files));
}

function findingsOf({ stdout }: CliRun): readonly Finding[] {
  const answer: { readonly findings: readonly Finding[] } = JSON.parse(stdout);
  return answer.findings;
}

describe('precedent check', function () {
  this.timeout(30_000);

  it('shows each finding with its line and marks what is meant', () => {
    const { code, stdout } = check();
    assert.equal(code, 1);
    assert.equal(
      stdout,
      `docs/incidents/INC-9-login.md:3:10: information: There is no file at board.png. [missing-material]
    ![board](board.png)
             ^^^^^^^^^
src/hold.ts:1:30: information: No review with the id INC-8 here. Closest: INC-7, INC-9.
  [unknown-citation]
    // Holds end one by one, see INC-8.
                                 ^^^^^
src/late.ts:1:8: hint: The review spells its id INC-7. [other-spelling]
    // see inc-7
           ^^^^^

3 findings.
`,
    );
  });

  it('prints findings as JSON, without what only the process knows', () => {
    const findings = findingsOf(check(['--format', 'json']));
    assert.deepEqual(findings[1], {
      code: 'unknown-citation',
      message: 'No review with the id INC-8 here. Closest: INC-7, INC-9.',
      path: 'src/hold.ts',
      line: 1,
      column: 30,
      endColumn: 35,
      severity: 'information',
      fixes: [
        { title: 'Change to INC-7: Holds that never ended', replacement: 'INC-7' },
        { title: 'Change to INC-9: The login', replacement: 'INC-9' },
      ],
    });
    assert.ok(findings.every((finding) => !('key' in finding)));
  });

  it('checks the paths it is given, and the library below them', () => {
    assert.deepEqual(
      findingsOf(check(['src', '--format', 'json'])).map(({ path }) => path),
      ['src/hold.ts', 'src/late.ts'],
    );
  });

  it('ends with 0 where nothing is as severe as asked, with 1 where something is, with 2 where it could not run', () => {
    assert.equal(check(['--fail-on', 'warning']).code, 0);
    assert.equal(check(['src/late.ts']).code, 0);
    assert.equal(check(['src/late.ts', '--fail-on', 'hint']).code, 1);
    assert.equal(check(['--fail-on', 'never']).code, 0);
    assert.equal(check(['gone']).code, 2);
    assert.equal(check(['--fail-on', 'nothing']).code, 2);
    const fine = check([], { 'docs/incidents/INC-7.md': '# INC-7\n\nFine.\n' });
    assert.deepEqual([fine.code, fine.stdout], [0, 'No findings.\n']);
  });

  it('takes the severity of unknown ids from the settings of the editor', () => {
    const settings = (value: string) =>
      check(['src', '--format', 'json'], {
        ...library,
        '.vscode/settings.json': `{"precedent.diagnostics.unknownCitation": "${value}"}`,
      });
    assert.equal(findingsOf(settings('error'))[0]?.severity, 'error');
    assert.deepEqual(
      findingsOf(settings('off')).map(({ code }) => code),
      ['other-spelling'],
    );
  });

  it('is silenced by a comment', () => {
    const run = check(['src/hold.ts'], { ...library, 'src/hold.ts': '// precedent-ignore INC-8\n// INC-8\n' });
    assert.deepEqual([run.code, run.stdout], [0, 'No findings.\n']);
  });

  it('tells of what is wrong in the library and in notebooks', () => {
    const cell = { cell_type: 'code', source: ['x = 1\n', '# see INC-8'], metadata: {}, outputs: [] };
    const notebook = { cells: [cell], metadata: { language_info: { name: 'python' } }, nbformat: 4, nbformat_minor: 5 };
    const findings = findingsOf(
      check(['--format', 'json'], {
        'docs/incidents/INC-7-a.md': '# INC-7: A\n\nA.\n',
        'docs/incidents/INC-7-b.md': '# INC-7: B\n\nB.\n',
        'docs/incidents/precedent.yaml': 'exclud: [x]\n',
        'a.ipynb': JSON.stringify(notebook, undefined, 1),
      }),
    );
    assert.deepEqual(
      findings.map(({ path, code }) => `${path} ${code}`),
      [
        'a.ipynb unknown-citation',
        'docs/incidents/INC-7-a.md duplicate-id',
        'docs/incidents/INC-7-b.md duplicate-id',
        'docs/incidents/precedent.yaml unknown-rule',
      ],
    );
  });

  it('shows nothing that a terminal or a log reader would take for more than text', () => {
    const hostile = '// \u001b[31mred\u202e ::error::forged ##[error]forged INC-8 \u0007\n';
    const { stdout, stderr } = check(['src'], { ...library, 'src/hold.ts': hostile });
    assert.doesNotMatch(stdout + stderr, /(?!\n)\p{Cc}|\u202e|^\s*::|##\[/mu);
    assert.match(stdout, /INC-8/);
  });
});

describe('annotations for GitHub', () => {
  it('are workflow commands', () => {
    const { code, stdout } = check(['src', '--format', 'github']);
    assert.equal(code, 1);
    assert.equal(
      stdout,
      `::notice file=src/hold.ts,line=1,col=30,endColumn=35,title=Precedent unknown-citation::No review with the id INC-8 here. Closest: INC-7, INC-9.
::notice file=src/late.ts,line=1,col=8,endColumn=13,title=Precedent other-spelling::The review spells its id INC-7.
`,
    );
  });

  it('say nothing where nothing is to be said', () => assert.equal(reportGithub([]), ''));

  it('hold what they are told and no more, whatever it is: read back as the runner reads them', () => {
    fc.assert(
      fc.property(hostileText(), hostileText(), (message, path) => {
        const finding: Finding = { code: 'wrong-rule', message, path, line: 1, severity: 'warning' };
        const output = reportGithub([finding]);
        assert.deepEqual(output.match(/\n/g), ['\n']);
        const [, level, properties = '', said = ''] = /^::(\w+) ([^\r\n]*?)::([^\r\n]*)\n$/.exec(output) ?? [];
        assert.equal(level, 'warning');
        const read = Object.fromEntries(properties.split(',').map((each) => each.split(/=(.*)/s)));
        assert.deepEqual(Object.keys(read), ['file', 'line', 'title']);
        assert.equal(unescaped(read.file ?? ''), path);
        assert.equal(unescaped(said).includes('\n'), false);
      }),
    );
  });
});

describe('SARIF', () => {
  // The published schema is of draft 4, and one of its patterns is no regular expression by Unicode's rules.
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats(ajv);
  const validate = ajv.compile(schema);
  const assertValid = (log: unknown) => {
    assert.ok(validate(log), JSON.stringify(validate.errors?.slice(0, 3), undefined, 2));
  };

  it('is valid against the published schema, with rules, places and fixes', () => {
    const { code, stdout } = check(['--format', 'sarif']);
    assert.equal(code, 1);
    const log = JSON.parse(stdout);
    assertValid(log);
    const [run] = log.runs;
    assert.equal(run.tool.driver.semanticVersion, JSON.parse(readFileSync(resolve('package.json'), 'utf8')).version);
    assert.deepEqual(
      run.results.map((result: { ruleId: string; ruleIndex: number; level: string }) => [
        run.tool.driver.rules[result.ruleIndex].id,
        result.ruleId,
        result.level,
      ]),
      [
        ['missing-material', 'missing-material', 'note'],
        ['unknown-citation', 'unknown-citation', 'note'],
        ['other-spelling', 'other-spelling', 'note'],
      ],
    );
    assert.deepEqual(run.results[1].locations[0].physicalLocation, {
      artifactLocation: { uri: 'src/hold.ts', uriBaseId: '%SRCROOT%' },
      region: { startLine: 1, startColumn: 30, endColumn: 35 },
    });
    assert.equal(run.results[1].fixes[0].artifactChanges[0].replacements[0].insertedContent.text, 'INC-7');
  });

  it('is valid whatever is in titles and paths, and without findings', () => {
    assertValid(toSarif([], '0.1.0'));
    const code = fc.constantFrom(...Object.keys(findingCodes));
    fc.assert(
      fc.property(code, hostileText(), hostileText(), fc.boolean(), (code, message, path, isPlaced) => {
        const place = isPlaced
          ? { line: 1, column: 2, endColumn: 3, fixes: [{ title: message, replacement: path }] }
          : {};
        assertValid(toSarif([{ code, message, path, severity: 'hint', ...place }], '0.1.0'));
      }),
    );
  });
});

function hostileText() {
  const pieces = [
    '::',
    '%',
    '%0A',
    '\n',
    '\r',
    ',',
    ':',
    '=',
    '##[error]',
    ' ',
    '/',
    '..',
    '\\',
    '#',
    '?',
    'é',
    '😀',
    'a',
    'C:',
  ];
  return fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 12 }).map((parts) => parts.join(''));
}

/** As the runner does: `ActionCommand.cs`. */
function unescaped(value: string): string {
  return value
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%25', '%');
}
