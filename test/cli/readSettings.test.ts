import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { readSettings, type Settings, toSettings } from '../../src/cli/readSettings';
import { nodeFileSystem } from '../../src/indexing/nodeFileSystem';
import { temporaryFolder } from '../indexing/temporaryFolder';

describe('toSettings', () => {
  const read = (text: string) => {
    const problems: string[] = [];
    const settings = toSettings(text, (message) => problems.push(message));
    return { settings, problems };
  };

  const cases: Record<string, [text: string, expected: Partial<Settings>]> = {
    'reads JSON with comments and trailing commas': [
      '{\n// ours\n"precedent.sources": ["history",],\n}',
      { sources: ['history'] },
    ],
    'reads what the command line needs': [
      '{"precedent.idPatterns": ["OPS\\\\d+"], "precedent.matchIn": "everywhere", "editor.tabSize": 2}',
      { idPatterns: ['OPS\\d+'], matchIn: 'everywhere' },
    ],
    'reads comment marks: one begins a line, two enclose a block': [
      '{"precedent.comments": {"mylang": ["//", "/* */"]}}',
      { comments: { mylang: { line: ['//'], block: [['/*', '*/']] } } },
    ],
    'reads nothing from nothing': ['', {}],
  };

  for (const [name, [text, expected]] of Object.entries(cases)) {
    it(name, () => {
      const { exclude: _, ...rest } = read(text).settings;
      assert.deepEqual(rest, expected);
    });
  }

  it('takes the globs that are on, and those that VS Code has by itself', () => {
    const { settings } = read(
      '{"files.exclude": {"out/**": true, "**/.DS_Store": false}, "search.exclude": {"*.map": {"when": "x"}}}',
    );
    assert.deepEqual(settings.exclude, ['**/Thumbs.db', '**/*.code-search', 'out/**']);
  });

  const wrong: Record<string, [text: string, problem: RegExp]> = {
    'says that a list is none': ['{"precedent.sources": "history"}', /precedent\.sources must be a list of texts/],
    'says that a word is unknown': ['{"precedent.matchIn": "strings"}', /precedent\.matchIn must be comments, /],
    'says that the file is no JSON': ['{"precedent.sources": ["a"', /is not valid JSON/],
  };

  for (const [name, [text, problem]] of Object.entries(wrong)) {
    it(name, () => assert.match(read(text).problems.join('\n'), problem));
  }

  it('takes names of no meaning for what they are', () => {
    const { settings } = read(
      '{"__proto__": {"precedent.sources": ["/etc"]}, "precedent.comments": {"__proto__": ["//"]}}',
    );
    assert.equal(settings.sources, undefined);
    assert.equal(({} as Record<string, unknown>).line, undefined);
  });
});

describe('readSettings', function () {
  this.timeout(20_000);

  async function read(folder: string) {
    if (!nodeFileSystem) throw new Error('The tests run where there is a file system.');
    const problems: string[] = [];
    const settings = await readSettings({ place: folder, fileSystem: nodeFileSystem }, (message) =>
      problems.push(message),
    );
    return { settings, problems };
  }

  it('reads .vscode/settings.json of the root', async () => {
    const folder = temporaryFolder({ '.vscode/settings.json': '{"precedent.sources": ["history"]}' });
    assert.deepEqual((await read(folder)).settings.sources, ['history']);
  });

  it('is content with none', async () => {
    assert.deepEqual((await read(temporaryFolder({}))).problems, []);
  });

  it('does not follow a link that leads outside', async () => {
    const folder = temporaryFolder({});
    const outside = temporaryFolder({ 'settings.json': '{"precedent.sources": ["history"]}' });
    mkdirSync(join(folder, '.vscode'));
    symlinkSync(join(outside, 'settings.json'), join(folder, '.vscode/settings.json'));
    const { settings, problems } = await read(folder);
    assert.equal(settings.sources, undefined);
    assert.match(problems.join(), /leads outside/);
  });

  it('says that the settings cannot be read, however they are broken', async () => {
    const deep = temporaryFolder({ '.vscode/settings.json': '['.repeat(200_000) });
    assert.equal((await read(deep)).problems.length, 1);
    const latin = temporaryFolder({ '.vscode/settings.json': Buffer.from('{"a": "ü"}', 'latin1') });
    assert.match((await read(latin)).problems.join(), /not UTF-8/);
  });
});
