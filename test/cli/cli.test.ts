import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Citation } from '../../src/core/citations/citation';
import type { Finding } from '../../src/core/finding';
import type { Review } from '../../src/core/reviews/review';
import { makeFifo, temporaryFolder } from '../indexing/temporaryFolder';
import { askCli, runCli } from './runCli';

interface ListAnswer {
  readonly reviews: readonly Review[];
  readonly problems: readonly Finding[];
  readonly omitted?: readonly { readonly path: string; readonly reason: string }[];
}
interface CitationsAnswer {
  readonly citations: readonly Citation[];
  readonly skipped: readonly { readonly path: string; readonly reason: string }[];
}
interface ShowAnswer extends Review {
  readonly sections: readonly {
    readonly heading: string;
    readonly kind: string;
    readonly line: number;
    readonly passage: string;
  }[];
  readonly citedBy: readonly Citation[];
}
interface SearchAnswer {
  readonly results: readonly Record<string, unknown>[];
}

const inc7 = `# INC-7: Holds that never ended

Date: 2024-07-01

Every hold expired in the same second.

## What surprised us

The cache went on answering.

## Sensitive findings

Runa was asleep, see INC-8.

### Names

Teun was awake, see INC-8.
`;
const inc8 = '# INC-8: The login was down\n\nDate: 2025-01-03\n\nIt looked like INC-7, and was not.\n';
const library = {
  'docs/incidents/INC-7-holds.md': inc7,
  'docs/incidents/INC-8-login.md': inc8,
  'src/hold.ts':
    '// Holds end one by one, see INC-7.\nexport const url = "https://example.com/INC-7";\n// INC-99 is not ours.\n',
};

describe('precedent list', function () {
  this.timeout(30_000);

  it('prints reviews and problems as JSON, and says nothing else', () => {
    const folder = temporaryFolder(library);
    const { code, stdout, stderr } = runCli(['list', '--format', 'json'], folder);
    const answer: ListAnswer = JSON.parse(stdout);
    assert.deepEqual([code, stderr], [0, '']);
    assert.deepEqual(Object.keys(answer), ['reviews', 'problems']);
    assert.deepEqual(
      answer.reviews.map(({ id, title, path, date }) => [id, title, path, date]),
      [
        ['INC-7', 'Holds that never ended', 'docs/incidents/INC-7-holds.md', '2024-07-01'],
        ['INC-8', 'The login was down', 'docs/incidents/INC-8-login.md', '2025-01-03'],
      ],
    );
  });

  it('prints findings in the agreed shape: no names of files that only this process knows', () => {
    const files = {
      'incidents/a.md': '---\ntitle: "x\n---\n',
      'incidents/precedent.yaml': 'idPatterns: ["(a+)+$"]\nx: 1',
    };
    const { stdout } = runCli(['list', '--format', 'json'], temporaryFolder(files));
    const { problems }: ListAnswer = JSON.parse(stdout);
    const keys = new Set(problems.flatMap((each) => Object.keys(each)));
    const agreed = ['code', 'message', 'path', 'line', 'column', 'endColumn', 'severity', 'fixes'];
    assert.equal(problems.length, 3);
    assert.deepEqual(
      [...keys].filter((each) => !agreed.includes(each)),
      [],
    );
  });

  it('prints a line for each review', () => {
    const { stdout } = runCli(['list', '--root', temporaryFolder(library)]);
    assert.equal(stdout, '2024-07-01  INC-7  Holds that never ended\n2025-01-03  INC-8  The login was down\n');
  });

  it('lists what is no review, with its reason, when asked', () => {
    const folder = temporaryFolder({ ...library, 'docs/incidents/LICENSE': 'MIT' });
    const { omitted } = askCli<ListAnswer>(['list', '--omitted', '--root', folder]);
    assert.deepEqual(
      omitted?.map(({ path }) => path),
      ['docs/incidents/LICENSE'],
    );
    assert.ok(omitted?.every(({ reason }) => reason !== ''));
  });

  it('keeps every review when a file among them is broken, and says which', function () {
    if (process.platform === 'win32') return this.skip();
    const folder = temporaryFolder({ ...library, 'docs/incidents/latin.md': Buffer.from('# Größe', 'latin1') });
    makeFifo(folder, 'docs/incidents/INC-9.md');
    symlinkSync('/etc/passwd', join(folder, 'docs/incidents/INC-10.md'));
    const { reviews, problems } = askCli<ListAnswer>(['list', '--root', folder]);
    assert.deepEqual(
      reviews.map(({ id }) => id),
      ['INC-7', 'INC-8'],
    );
    assert.deepEqual(
      problems.map(({ code, path }) => [code, path]),
      [['unreadable-encoding', 'docs/incidents/latin.md']],
    );
  });

  it('reads the folders that are named, in any number', () => {
    const folder = temporaryFolder({ 'a/INC-7.md': inc7, 'b/INC-8.md': inc8 });
    const ids = (args: string[]) => askCli<ListAnswer>(['list', ...args], folder).reviews.map(({ id }) => id);
    assert.deepEqual(ids(['--source', 'a', 'b']), ['INC-7', 'INC-8']);
    assert.deepEqual(ids(['--source', 'a', '--source', 'b']), ['INC-7', 'INC-8']);
    assert.deepEqual(ids(['--source', 'b']), ['INC-8']);
  });

  it('reads a folder outside the root when a flag names it, and not when settings do', () => {
    const shared = temporaryFolder({ 'INC-7.md': inc7 });
    const settings = JSON.stringify({ 'precedent.sources': [shared] });
    const folder = temporaryFolder({ '.vscode/settings.json': settings });
    const refused = runCli(['list'], folder);
    assert.deepEqual([refused.code, refused.stdout], [2, '']);
    assert.match(refused.stderr, /lies outside .* --source/);
    const { reviews } = askCli<ListAnswer>(['list', '--source', shared], folder);
    assert.deepEqual(
      reviews.map(({ id, path }) => [id, path]),
      [['INC-7', `${shared}/INC-7.md`]],
    );
  });

  it('follows the settings of the editor, and flags before them', () => {
    const folder = temporaryFolder({
      '.vscode/settings.json': '{\n  // our reviews\n  "precedent.sources": ["a"],\n}',
      'a/INC-7.md': inc7,
      'b/INC-8.md': inc8,
    });
    const ids = (args: string[]) => askCli<ListAnswer>(['list', ...args], folder).reviews.map(({ id }) => id);
    assert.deepEqual(ids([]), ['INC-7']);
    assert.deepEqual(ids(['--source', 'b']), ['INC-8']);
  });

  it('says that there is no library, and how to name one', () => {
    const { code, stdout, stderr } = runCli(['list', '--root', temporaryFolder({ 'a.ts': '' })]);
    assert.deepEqual([code, stdout], [0, 'No reviews.\n']);
    assert.match(stderr, /No folder of reviews was found in .*--source/);
    const folder = temporaryFolder({ 'docs/source/incident-reports/2026-05-09-login.md': '# Login' });
    assert.match(runCli(['list', '--root', folder]).stderr, /Maybe you mean --source docs\/source\/incident-reports/);
  });

  it('lets no file name or title act on the terminal or on who reads the log', function () {
    if (process.platform === 'win32') return this.skip();
    const folder = temporaryFolder({
      'incidents/::error::x.md':
        '# ::warning::\u001b]0;gotcha\u0007 \u202etitle ##vso[task.setvariable]\n\nOn 2026-05-09 it happened.\n',
      'incidents/\u001b[2J.md': Buffer.from('# ü', 'latin1'),
    });
    for (const args of [[], ['--omitted'], ['--format', 'json']]) {
      const { stdout, stderr } = runCli(['list', '--root', folder, ...args]);
      for (const line of (stdout + stderr).split('\n')) {
        // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not be there
        assert.ok(!/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]|##vso\[/.test(line), line);
        assert.ok(!line.trimStart().startsWith('::'), line);
      }
    }
  });
});

describe('precedent show', function () {
  this.timeout(30_000);

  it('prints a review with its sections and where it is cited', () => {
    const shown = askCli<ShowAnswer>(['show', 'inc-7', '--root', temporaryFolder(library)]);
    assert.equal(shown.id, 'INC-7');
    assert.deepEqual(shown.surprises, ['The cache went on answering.']);
    assert.deepEqual(
      shown.sections.find(({ kind }) => kind === 'surprises'),
      { heading: 'What surprised us', kind: 'surprises', line: 7, passage: 'what-surprised-us' },
    );
    assert.deepEqual(
      shown.citedBy.map(({ path, line, column, endColumn, text, id, known, kind }) => [
        path,
        line,
        column,
        endColumn,
        text,
        id,
        known,
        kind,
      ]),
      [
        ['docs/incidents/INC-8-login.md', 5, 16, 21, 'INC-7', 'INC-7', true, 'review'],
        ['src/hold.ts', 1, 30, 35, 'INC-7', 'INC-7', true, 'comment'],
      ],
    );
  });

  it('prints nothing of what the library excludes, as text or as JSON, here or where it cites others', () => {
    const folder = temporaryFolder(library);
    for (const id of ['INC-7', 'INC-8']) {
      for (const format of ['text', 'json']) {
        const { stdout } = runCli(['show', id, '--root', folder, '--format', format]);
        assert.ok(stdout.includes(id));
        assert.ok(!/Sensitive|asleep|awake|Names/i.test(stdout), stdout);
      }
    }
  });

  it('finds a review by an alias or its path', () => {
    const folder = temporaryFolder({
      ...library,
      'docs/incidents/INC-9.md': `---\naliases: [OPS-4]\ntitle: Other\n---\n\nOn 2026-05-09 it happened.\n`,
    });
    assert.equal(askCli<ShowAnswer>(['show', 'OPS-4', '--root', folder]).id, 'INC-9');
    assert.equal(askCli<ShowAnswer>(['show', 'docs/incidents/INC-7-holds.md', '--root', folder]).id, 'INC-7');
  });

  it('names what comes closest to an id that nobody has', () => {
    const { code, stdout, stderr } = runCli(['show', 'INC-77', '--root', temporaryFolder(library)]);
    assert.deepEqual([code, stdout], [2, '']);
    assert.match(stderr, /There is no review INC-77 among the 2 here\. Closest: INC-7/);
  });

  it('takes a citation with its passage, and says where that stands', () => {
    const folder = temporaryFolder(library);
    const { code, stdout, stderr } = runCli(['show', 'INC-7#what-surprised-us', '--root', folder]);
    assert.equal(code, 0);
    assert.match(stdout, /INC-7/);
    assert.match(stderr, /what-surprised-us stands at docs\/incidents\/INC-7-holds\.md:7\./);
    assert.match(runCli(['show', 'INC-7#weather', '--root', folder]).stderr, /INC-7 has no passage weather\./);
  });

  it('shows every file that claims an id, and lets JSON choose by path', () => {
    const folder = temporaryFolder({
      ...library,
      'docs/incidents/INC-7-other.md': '# INC-7: Another story\n\nOn 2026-05-09 it happened.\n',
    });
    const text = runCli(['show', 'INC-7', '--root', folder]);
    assert.equal(text.code, 0);
    assert.match(text.stdout, /Holds that never ended.*Another story/s);
    const json = runCli(['show', 'INC-7', '--root', folder, '--format', 'json']);
    assert.deepEqual([json.code, json.stdout], [2, '']);
    assert.match(json.stderr, /2 files claim INC-7: .*INC-7-holds\.md, .*INC-7-other\.md\. Choose one with --path/);
    const chosen = askCli<ShowAnswer>(['show', 'INC-7', '--root', folder, '--path', 'docs/incidents/INC-7-other.md']);
    assert.equal(chosen.title, 'Another story');
    assert.equal(runCli(['show', 'INC-7', '--root', folder, '--path', 'x.md']).code, 2);
  });
});

describe('precedent search', function () {
  this.timeout(30_000);

  it('finds passages, with the words that matched', () => {
    const { results } = askCli<SearchAnswer>(['search', 'cache', 'answring', '--root', temporaryFolder(library)]);
    const [first] = results;
    assert.deepEqual(Object.keys(first ?? {}), ['id', 'title', 'path', 'heading', 'excerpt', 'matched', 'score']);
    assert.deepEqual(
      [first?.id, first?.heading, first?.matched],
      ['INC-7', 'What surprised us', ['cache', 'answering']],
    );
  });

  it('finds nothing in what the library excludes', () => {
    assert.equal(runCli(['search', 'asleep', '--root', temporaryFolder(library)]).stdout, 'Nothing found.\n');
  });

  it('prints as many as it is asked for', () => {
    const folder = temporaryFolder(library);
    assert.equal(
      askCli<SearchAnswer>(['search', 'date', 'holds', 'login', '--limit', '1', '--root', folder]).results.length,
      1,
    );
    assert.equal(runCli(['search', 'x', '--limit', '0', '--root', folder]).code, 2);
  });
});

describe('precedent citations', function () {
  this.timeout(30_000);

  const found = ({ citations }: CitationsAnswer) => citations.map(({ path, line, text }) => `${path}:${line} ${text}`);

  it('walks the root, comments only, and says what no review is known for', () => {
    const answer = askCli<CitationsAnswer>(['citations', '--root', temporaryFolder(library)]);
    assert.deepEqual(found(answer), [
      'docs/incidents/INC-8-login.md:5 INC-7',
      'src/hold.ts:1 INC-7',
      'src/hold.ts:3 INC-99',
    ]);
    assert.deepEqual(
      answer.citations.map(({ known }) => known),
      [true, true, false],
    );
    assert.equal(answer.citations[1]?.sentence, 'Holds end one by one, see INC-7.');
  });

  it('looks at what is named only, relative to the current folder or the root', () => {
    const folder = temporaryFolder(library);
    const names = (args: string[], cwd: string) => found(askCli<CitationsAnswer>(['citations', ...args], cwd));
    assert.deepEqual(names(['src'], folder), ['src/hold.ts:1 INC-7', 'src/hold.ts:3 INC-99']);
    assert.deepEqual(names(['hold.ts', '--root', '..'], join(folder, 'src')), [
      'src/hold.ts:1 INC-7',
      'src/hold.ts:3 INC-99',
    ]);
    assert.deepEqual(names(['src/hold.ts', '--root', folder], process.cwd()), [
      'src/hold.ts:1 INC-7',
      'src/hold.ts:3 INC-99',
    ]);
  });

  it('honours ignore files and settings, skips what is binary or huge, and says so', () => {
    const comment = '// see INC-7\n';
    const folder = temporaryFolder({
      ...library,
      '.gitignore': 'out/\n',
      '.vscode/settings.json': '{"search.exclude": {"generated/**": true}}',
      'out/a.ts': comment,
      'generated/b.ts': comment,
      'node_modules/c/d.ts': comment,
      'e.bin': Buffer.from([0, 1, 2]),
      'huge.ts': comment.padEnd(3 * 1024 * 1024),
      'latin.ts': Buffer.from('// größer, see INC-7\n', 'latin1'),
    });
    const answer = askCli<CitationsAnswer>(['citations', '--root', folder]);
    assert.deepEqual(
      found(answer).filter((each) => !/^(docs|src)/.test(each)),
      ['latin.ts:1 INC-7'],
    );
    assert.deepEqual(answer.skipped.map(({ path }) => path).sort(), [
      'e.bin',
      'generated',
      'huge.ts',
      'node_modules',
      'out',
    ]);
    assert.match(runCli(['citations', '--root', folder]).stderr, /^Not searched: .*larger than 2 MB/m);
    assert.deepEqual(found(askCli<CitationsAnswer>(['citations', 'out/a.ts', '--root', folder])), ['out/a.ts:1 INC-7']);
  });

  it('looks in strings and everywhere when settings say so', () => {
    const folder = temporaryFolder({
      ...library,
      '.vscode/settings.json': '{"precedent.matchIn": "commentsAndStrings"}',
    });
    assert.ok(found(askCli<CitationsAnswer>(['citations', 'src', '--root', folder])).includes('src/hold.ts:2 INC-7'));
  });

  it('takes further forms of ids', () => {
    const folder = temporaryFolder({ ...library, 'src/a.py': '# see OPS#4\n' });
    assert.deepEqual(
      found(askCli<CitationsAnswer>(['citations', 'src/a.py', '--id-pattern', 'OPS#\\d+', '--root', folder])),
      ['src/a.py:1 OPS#4'],
    );
  });

  it('says that a path does not exist or lies outside', () => {
    const folder = temporaryFolder(library);
    assert.match(runCli(['citations', 'nowhere', '--root', folder]).stderr, /There is no file or folder nowhere/);
    assert.match(runCli(['citations', '/etc', '--root', folder]).stderr, /lies outside the root/);
  });

  it('follows no link out of the root', () => {
    const outside = temporaryFolder({ 'secret.ts': '// INC-7 is the password\n' });
    const folder = temporaryFolder(library);
    symlinkSync(outside, join(folder, 'linked'));
    symlinkSync(join(outside, 'secret.ts'), join(folder, 'secret.ts'));
    const answer = askCli<CitationsAnswer>(['citations', '--root', folder]);
    assert.ok(!JSON.stringify(answer.citations).includes('password'));
    assert.deepEqual(
      answer.skipped.map(({ path, reason }) => `${path}: ${reason}`),
      ['linked: a link that leads outside', 'secret.ts: a link that leads outside'],
    );
  });
});

describe('precedent', function () {
  this.timeout(30_000);

  it('prints its version', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    assert.deepEqual(runCli(['--version']), { code: 0, stdout: `${version}\n`, stderr: '' });
  });

  it('prints help that names the commands and exit codes', () => {
    for (const args of [
      ['--help'],
      ['list', '--help'],
      ['show', '--help'],
      ['search', '--help'],
      ['citations', '--help'],
    ]) {
      const { code, stdout } = runCli(args);
      assert.equal(code, 0);
      assert.match(stdout, /Exit codes:\n {2}0 {2}fine\n {2}2 {2}could not run/);
    }
    assert.match(runCli(['--help']).stdout, / list .* show .* search .* citations /s);
  });

  const refused: Record<string, string[]> = {
    'a command that does not exist': ['signal'],
    'no command': [],
    'an option that does not exist': ['list', '--sauce', 'x'],
    'a format that does not exist': ['list', '--format', 'xml'],
    'a root that does not exist': ['list', '--root', 'nowhere'],
    'a source that does not exist': ['list', '--source', 'nowhere'],
    'an id pattern that could take for ever': ['list', '--id-pattern', '(a+)+b'],
    'show without an id': ['show'],
    'search without words': ['search'],
  };

  for (const [name, args] of Object.entries(refused)) {
    it(`ends with 2 and a sentence for ${name}`, () => {
      const { code, stdout, stderr } = runCli(args);
      assert.deepEqual([code, stdout], [2, '']);
      assert.notEqual(stderr.trim(), '');
      assert.ok(!/ at .*\.js:\d+/.test(stderr), stderr);
    });
  }

  it('takes its options before the command, too', () => {
    const folder = temporaryFolder(library);
    assert.equal(askCli<ListAnswer>(['--root', folder, 'list']).reviews.length, 2);
  });

  it('ends quietly when nobody reads on', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 3000 }, (_, at) => [
        `incidents/INC-${at}.md`,
        `# INC-${at}: ${'long '.repeat(30)}\n\nOn 2026-05-09.\n`,
      ]),
    );
    const cli = spawn(process.execPath, [resolve('dist/cli.js'), 'list', '--root', temporaryFolder(many)]);
    let stderr = '';
    cli.stderr.on('data', (piece) => {
      stderr += piece;
    });
    cli.stdout.once('data', () => cli.stdout.destroy());
    const code = await new Promise((done) => cli.on('close', done));
    assert.deepEqual([code, stderr], [0, '']);
  });

  it('answers the same in any time zone and language', () => {
    const folder = temporaryFolder(library);
    const before = { ...process.env };
    const answers = ['Pacific/Kiritimati', 'Pacific/Pago_Pago'].map((zone) => {
      Object.assign(process.env, { TZ: zone, LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' });
      return runCli(['list', '--root', folder, '--format', 'json']).stdout;
    });
    for (const name of ['TZ', 'LANG', 'LC_ALL']) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
    assert.equal(answers[0], answers[1]);
  });

  it('writes nothing into the folders it reads', () => {
    const folder = temporaryFolder(library);
    const list = () =>
      execFileSync(
        process.execPath,
        ['-e', 'console.log(JSON.stringify(require("fs").readdirSync(".", { recursive: true }).sort()))'],
        { cwd: folder, encoding: 'utf8' },
      );
    const before = list();
    for (const args of [['list'], ['show', 'INC-7'], ['search', 'cache'], ['citations']]) runCli(args, folder);
    assert.equal(list(), before);
  });

  it('takes a root that is a link', () => {
    const folder = temporaryFolder(library);
    const parent = temporaryFolder({});
    mkdirSync(join(parent, 'sub'));
    writeFileSync(join(parent, 'a.txt'), '');
    symlinkSync(folder, join(parent, 'link'));
    assert.equal(askCli<ListAnswer>(['list', '--root', join(parent, 'link')]).reviews.length, 2);
    assert.equal(
      basename(askCli<ListAnswer>(['list', '--root', join(parent, 'link')]).reviews[0]?.path ?? ''),
      'INC-7-holds.md',
    );
  });
});
