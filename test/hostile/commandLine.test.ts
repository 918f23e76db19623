import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../src/cli/run';
import { addFile } from '../indexing/temporaryFolder';
import { codeCases } from './codeCases';
import { canarySecret } from './hostileCase';
import { addControls, canariesIn, fingerprint, makeHostileLibrary } from './hostileLibrary';
import { settingCases } from './settingCases';

interface Answer {
  readonly code: number;
  readonly out: string;
  readonly said: string;
}

async function ask(...args: readonly string[]): Promise<Answer> {
  let out = '';
  let said = '';
  const code = await run(args, {
    async answer(text) {
      out += text;
    },
    say(message) {
      said += `${message}\n`;
    },
    width: 80,
    isWatched: false,
  });
  return { code, out, said };
}

/** What a terminal, a log or a pipeline could take for an order. */
function checkPrinted({ out }: Answer): void {
  assert.doesNotMatch(out, /(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069\u2028\u2029]/u);
  assert.doesNotMatch(out, /^\s*(?:::|##vso\[|##\[)/im);
  assert.ok(!out.includes(canarySecret));
  assert.ok(!/root:.*:0:0:/.test(out));
}

describe('the command line, among hostile things', function () {
  this.timeout(180_000);
  let folder: string;
  let root: string;
  let plain: string;
  let asItWas: string;

  before(() => {
    // The command line tells its version by the manifest that lies beside it.
    copyFileSync('package.json', join(__dirname, '..', 'package.json'));
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'precedent-hostile-')));
    // What is only long has been read already: this is about words.
    ({ root } = makeHostileLibrary(folder, { objects: false, groups: ['titles', 'facts', 'formats'] }));
    plain = join(folder, 'plain');
    addControls(join(plain, 'docs', 'incidents'));
    for (const { path, content } of codeCases()) addFile(root, path, content);
    asItWas = fingerprint(folder);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const commands: readonly (readonly string[])[] = [
    ['list'],
    ['list', '--format', 'json'],
    ['search', 'surprised', '<script>'],
    ['search', 'kettle', '--format', 'json'],
    ['citations'],
    ['check', '--format', 'github'],
    ['check', '--format', 'sarif'],
    ['show', 'TITLE-1'],
    ['show', 'TITLE-43', '--format', 'json'],
  ];
  for (const command of commands) {
    it(`answers ${command.join(' ')}`, async () => {
      const answer = await ask(...command, '--root', root);
      assert.ok(answer.code === 0 || (command[0] === 'check' && answer.code === 1), answer.said);
      assert.doesNotMatch(answer.said, /a bug in Precedent/);
      if (command.includes('github')) {
        for (const line of answer.out.trimEnd().split('\n'))
          assert.match(line, /^::(?:error|warning|notice) file=[^\p{Cc}]*$/u);
      } else checkPrinted(answer);
      if (command.includes('json')) assert.equal(typeof JSON.parse(answer.out), 'object');
    });
  }

  const odd: readonly (readonly string[])[] = [
    ['show', ''],
    ['show', '../../outside/secret.md'],
    ['show', '__proto__'],
    ['show', 'constructor'],
    ['show', '--format'],
    ['show', 'a'.repeat(100_000)],
    ['show', '\u001b[31mred'],
    ['show', 'INC-7\n::error::x'],
    ['search', ''],
    ['search', '*'.repeat(10_000)],
    ['search', '"'],
    ['search', '\u0000'],
    ['citations', '../outside'],
    ['citations', '/etc/passwd'],
    ['citations', 'nowhere'],
    ['citations', '--', '--option'],
    ['check', '--diff', '--output=CANARY-FILE'],
    ['check', '--diff', '; touch CANARY-FILE'],
    ['check', '--diff', '$(touch CANARY-FILE)'],
    ['check', '--format', 'exe'],
    ['list', '--source', 'nowhere'],
    ['list', '--source', ''],
    ['list', '--id-pattern', '(a+)+$'],
    ['list', '--id-pattern', '('],
    ['list', '--id-pattern', ''],
    ['list', '--unknown'],
    ['nothing'],
    ['list', '--__proto__', 'x'],
  ];
  for (const args of odd) {
    it(`says what is wrong with ${JSON.stringify(args).slice(0, 60)}, or answers`, async () => {
      const answer = await ask(...args, '--root', plain);
      assert.ok([0, 1, 2].includes(answer.code));
      assert.doesNotMatch(answer.said, /a bug in Precedent/);
      if (answer.code === 2) assert.match(answer.said, /\S/);
      checkPrinted(answer);
    });
  }

  it('has run nothing, and changed nothing', () => {
    assert.deepEqual(canariesIn(folder), []);
    assert.deepEqual(canariesIn(process.cwd()).length, 0);
    assert.equal(fingerprint(folder), asItWas);
  });

  for (const { name, files, links = {} } of settingCases()) {
    it(`takes settings: ${name}`, async () => {
      const place = join(folder, 'settings', name.replace(/[^A-Za-z0-9]+/g, '-'));
      addControls(join(place, 'docs', 'incidents'));
      addFile(
        place,
        'code.ts',
        '// see CONTROL-1 and ABC-123456 and aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\n',
      );
      for (const [path, content] of Object.entries(files)) addFile(place, path, content);
      for (const [path, target] of Object.entries(links)) symlinkSync(target, join(place, path));
      const list = await ask('list', '--root', place);
      assert.doesNotMatch(list.said, /a bug in Precedent/);
      if (list.code === 0) assert.match(list.out, /CONTROL-1/);
      else assert.match(list.said, /precedent\.sources/);
      checkPrinted(list);
      const citations = await ask('citations', '--root', place);
      assert.doesNotMatch(citations.said, /a bug in Precedent/);
      if (citations.code === 0) assert.match(citations.out, /CONTROL-1/);
      assert.deepEqual(canariesIn(place), []);
    });
  }
});
