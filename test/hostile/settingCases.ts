/** Settings or rules of a library that try to do more than settle something. */
export interface SettingCase {
  readonly name: string;
  /** Beside a library that is fine, by path from the root. */
  readonly files: Readonly<Record<string, string>>;
  /** Links to make, by path from the root. */
  readonly links?: Readonly<Record<string, string>>;
}

const rulesFile = 'docs/incidents/precedent.yaml';

/** Settings of a folder that is not trusted, and rules that a library brings. */
export function settingCases(): SettingCase[] {
  return [
    ...Object.entries(settings).map(([name, text]) => ({ name, files: { '.vscode/settings.json': text } })),
    ...Object.entries(rules).map(([name, text]) => ({ name, files: { [rulesFile]: text } })),
    {
      name: 'settings that lead outside',
      files: { '.vscode/other': '' },
      links: { '.vscode/settings.json': '/etc/passwd' },
    },
    {
      name: 'settings that are a terminal',
      files: { '.vscode/other': '' },
      links: { '.vscode/settings.json': '/dev/zero' },
    },
    { name: 'rules that lead outside', files: {}, links: { [rulesFile]: '../../../../outside/precedent.yaml' } },
    { name: 'rules that never end', files: {}, links: { [rulesFile]: '/dev/zero' } },
    { name: 'rules of themselves', files: {}, links: { [rulesFile]: 'precedent.yaml' } },
    { name: 'an ignore file that never ends', files: {}, links: { '.gitignore': '/dev/zero' } },
    {
      name: 'an ignore file of hard patterns',
      files: { '.gitignore': `${'*a'.repeat(2_000)}\n${'**/'.repeat(2_000)}x\n[\n[[[\n!\n\\\n` },
    },
    {
      name: 'an ignore file of 100,000 lines',
      files: { '.ignore': Array.from({ length: 20_000 }, (_, at) => `x${at}*`).join('\n') },
    },
  ];
}

const settings: Readonly<Record<string, string>> = {
  'no JSON': '{{{{',
  'JSON without end': '['.repeat(50_000),
  'a source outside': '{"precedent.sources": ["../../outside"]}',
  'an absolute source': '{"precedent.sources": ["/etc"]}',
  'a source at home': '{"precedent.sources": ["~"]}',
  'a source with a NUL': '{"precedent.sources": ["docs/\\u0000"]}',
  'sources that are objects': '{"precedent.sources": [{"a": 1}, null, 7]}',
  'sources that are a text': '{"precedent.sources": "docs/incidents"}',
  'a thousand sources': `{"precedent.sources": [${Array.from({ length: 1_000 }, () => '"docs/incidents"').join(',')}]}`,
  'a pattern that takes for ever': '{"precedent.idPatterns": ["(a+)+$", "(a|a)*b", "(?:a?){30}a{30}"]}',
  'bounded patterns that take for ever': `{"precedent.idPatterns": ["${'a?'.repeat(30)}b", "(?:a|a){30}b", "a{0,15}a{0,15}a{0,15}b"]}`,
  'a pattern that matches nothing': '{"precedent.idPatterns": ["", "a*", "(?:)", "^"]}',
  'patterns that are none': '{"precedent.idPatterns": ["(", "[", "\\\\", 7, null]}',
  'two hundred patterns': `{"precedent.idPatterns": [${Array.from({ length: 200 }, (_, at) => `"[A-Z]+-${at}\\\\d+"`).join(',')}]}`,
  'a long pattern': `{"precedent.idPatterns": ["${'a'.repeat(600)}"]}`,
  'the names of a prototype':
    '{"__proto__": {"precedent.sources": ["/etc"]}, "constructor": {"prototype": {"polluted": true}}}',
  'globs of a prototype': '{"files.exclude": {"__proto__": true, "constructor": true, "toString": true}}',
  'globs without end': `{"files.exclude": {"${'{a,'.repeat(500)}": true, "${'**/'.repeat(500)}x": true, "[": true}}`,
  'comment marks of every kind':
    '{"precedent.comments": {"typescript": ["(a+)+", "", "//", "/*", "*/"], "__proto__": ["#"]}}',
  'comment marks that are none':
    '{"precedent.comments": {"a": 7}, "precedent.matchIn": {}, "precedent.diagnostics.unknownCitation": []}',
  'a command of its own':
    '{"precedent.program": "touch CANARY-FILE", "git.path": "./touch-canary", "precedent.git.path": "./x"}',
};

const rules: Readonly<Record<string, string>> = {
  'rules that are no YAML': '[[[: : :',
  'rules that are a list': '- a\n- b\n',
  'rules that nest without end': `headings: ${'['.repeat(20_000)}`,
  'rules of 70 kB': `exclude: ${'x'.repeat(70_000)}`,
  'rules with an alias': 'a: &a [x]\nexclude: *a\n',
  'rules with a function': 'idPatterns: [!!js/function "function(){}"]\nexclude: !!js/regexp /x/\n',
  'rules of a prototype':
    '__proto__:\n  exclude: ["**"]\nconstructor: x\naliases:\n  __proto__: CONTROL-1\n  constructor: CONTROL-2\nservices:\n  __proto__: x\n  toString: y\nheadings:\n  __proto__: [x]\n',
  'rules with patterns that take for ever': 'idPatterns: ["(a+)+$", "(a|a){30}b", "(.*)*x"]\n',
  'rules with globs that lead out':
    'include: ["../**", "/etc/**", "**"]\nexclude: ["~/**", "../../outside/**"]\npaths: ../../outside\n',
  'rules with hard globs': `exclude: ["${'{a,b}'.repeat(90)}", "${'*a'.repeat(200)}", "+(a|b)+(a|b)+(a|b)+(a|b)x"]\n`,
  'rules with addresses that are none':
    'urlTemplates: ["javascript:{id}", "https://a.example/{id}{id}{id}", "{id}", "file:///{id}"]\n',
  'rules whose words are hard': `headings:\n  surprises: ["${'('.repeat(200)}", "*", "\\\\", "$(trash)"]\nlabels:\n  date: ["${'a'.repeat(5_000)}"]\n`,
  'rules that mean nothing': 'hedings: [x]\nsplit: sideways\nversion: 99\n',
};
