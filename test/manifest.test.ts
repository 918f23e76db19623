import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import manifest from '../package.json';
import texts from '../package.nls.json';
import { toolNames } from '../src/agents/answers/answerTool';
import { toolDefinitions } from '../src/agents/mcp/toolDefinitions';

const { contributes } = manifest;
const source = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join('src', name), 'utf8'))
  .join('\n');
const commands = contributes.commands.map(({ command }) => command);
const properties = contributes.configuration.flatMap((each) =>
  Object.entries<Record<string, unknown>>(each.properties),
);
const views = Object.values(contributes.views).flatMap((each) => each.map(({ id }) => id));

describe('manifest', () => {
  it('declares each command once', () => assert.equal(new Set(commands).size, commands.length));

  for (const command of commands) {
    it(`registers ${command}`, () => assert.match(source, new RegExp(`registerCommand\\(\\s*'${command}'`)));
  }

  for (const [menu, items] of Object.entries(contributes.menus)) {
    it(`knows what stands in ${menu}`, () => {
      for (const { command, when } of items as { command: string; when?: string }[]) {
        assert.ok(commands.includes(command), command);
        for (const [, view] of when?.matchAll(/view == (\S+)/g) ?? []) assert.ok(views.includes(view ?? ''), view);
      }
    });
  }

  it('says its welcome in views that exist', () => {
    for (const { view } of contributes.viewsWelcome) assert.ok(views.includes(view), view);
  });

  it('has commands behind the links of its welcome texts', () => {
    const links = [...JSON.stringify(texts).matchAll(/\(command:(precedent\.[\w.]+)/g)].map(([, command]) => command);
    assert.deepEqual(
      links.filter((each = '') => !commands.includes(each) && !views.includes(each.replace(/\.focus$/, ''))),
      [],
    );
  });

  for (const { id, steps } of contributes.walkthroughs) {
    it(`has a picture and a way to finish for each step of the walkthrough ${id}`, () => {
      for (const { media, completionEvents } of steps) {
        assert.ok(existsSync(media.svg), media.svg);
        for (const event of completionEvents) {
          const name = event.slice(event.indexOf(':') + 1);
          assert.ok(commands.includes(name) || views.includes(name), event);
        }
      }
    });
  }

  for (const [name, { default: value, type, scope, markdownDescription, order }] of properties) {
    it(`reads ${name} somewhere and declares it whole`, () => {
      assert.match(source, new RegExp(`'${name}'`));
      assert.equal(Array.isArray(value) ? 'array' : typeof value, type);
      assert.ok(scope && markdownDescription && order);
    });
  }

  it('has a text for every name and uses every text', () => {
    const used = [...JSON.stringify(manifest).matchAll(/%([\w.]+)%/g)].map(([, name]) => name ?? '');
    assert.deepEqual([...new Set(used)].sort(), Object.keys(texts).sort());
  });

  it('shows settings on the page that explains them', () => {
    const page = readFileSync('docs/settings.md', 'utf8');
    for (const [name] of properties) assert.ok(page.includes(`\`${name}\``), name);
  });

  it('describes the tools that answer, and keeps all that is for agents behind one switch', () => {
    const { languageModelTools, mcpServerDefinitionProviders, chatSkills } = contributes;
    assert.deepEqual(
      toolDefinitions(manifest).map(({ name }) => name),
      [...toolNames],
    );
    for (const { when } of [...languageModelTools, ...mcpServerDefinitionProviders, ...chatSkills])
      assert.equal(when, 'config.precedent.agents.enabled && isWorkspaceTrusted && precedent.hasLibrary');
    assert.ok(manifest.capabilities.untrustedWorkspaces.restrictedConfigurations.includes('precedent.agents.enabled'));
  });

  for (const { path } of contributes.chatSkills) {
    it(`names the skill in ${path} as its folder, or it is not loaded`, () => {
      const [, name, description = ''] =
        /^---\nname: (.+)\ndescription: (.+)\n---\n/.exec(readFileSync(path, 'utf8')) ?? [];
      assert.equal(name, basename(dirname(path)));
      assert.ok(/^[a-z0-9-]{1,64}$/.test(name) && description.length > 0 && description.length <= 1024);
    });
  }

  it('asks for no proposed API and holds @types/vscode to the engine', () => {
    assert.ok(!('enabledApiProposals' in manifest));
    const engine = /\^(\d+\.\d+)\./.exec(manifest.engines.vscode)?.[1];
    const installed = JSON.parse(readFileSync('node_modules/@types/vscode/package.json', 'utf8')).version;
    assert.ok(engine && installed.startsWith(`${engine}.`), installed);
  });
});
