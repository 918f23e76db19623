import type { HostileCase, Outcome } from './hostileCase';

type Told = Pick<HostileCase, 'title' | 'id' | 'date'> & {
  readonly extension?: string;
  readonly permitted?: readonly Outcome[];
};
type Row = readonly [name: string, content: string | Uint8Array, told?: Told];

const nul = '\0';
const body = '# A kettle\n\n## What surprised us\n\nIt was off.\n';
const kettle: Told = { title: 'A kettle' };
const long: Told = { title: 'A kettle', permitted: ['finding'] };
const broken: Told = { title: 'A kettle', permitted: ['finding', 'review'] };

/** How a document begins, ends and is encoded. */
const framing: readonly Row[] = [
  ['no byte at all', '', { permitted: ['omitted'] }],
  ['one byte', 'a'],
  ['blanks alone', ' \n\t\n\u00a0\n', { permitted: ['omitted'] }],
  ['a byte order mark alone', bytes(0xef, 0xbb, 0xbf), { permitted: ['omitted'] }],
  ['a byte order mark above front matter', `\ufeff---\ntitle: A kettle\n---\n${body}`, kettle],
  ['two byte order marks', `\ufeff\ufeff${body}`],
  ['UTF-16 LE', utf16(body, 'le'), kettle],
  ['UTF-16 BE', utf16(body, 'be'), kettle],
  ['UTF-16 of odd length', utf16(body, 'le').slice(0, -1), { permitted: ['finding', 'review'] }],
  ['UTF-16 with half a pair', utf16('# A \ud800 kettle', 'le'), { permitted: ['finding', 'review'] }],
  ['UTF-16 without a mark', utf16(body, 'le').slice(2), { permitted: ['finding', 'omitted'] }],
  ['UTF-32', bytes(0xff, 0xfe, 0, 0, 0x41, 0, 0, 0), { permitted: ['finding', 'omitted', 'review'] }],
  ['Latin-1', bytes(...[...'# Caf\xe9\n'].map((each) => each.charCodeAt(0))), { permitted: ['finding'] }],
  ['Shift JIS', bytes(0x23, 0x20, 0x8f, 0xe1, 0x8a, 0x51, 0x0a), { permitted: ['finding'] }],
  ['an overlong encoding', bytes(0x23, 0x20, 0xc0, 0xaf, 0x0a), { permitted: ['finding'] }],
  ['a surrogate in UTF-8', bytes(0x23, 0x20, 0xed, 0xa0, 0x80, 0x0a), { permitted: ['finding'] }],
  ['UTF-8 that is cut off', bytes(0x23, 0x20, 0x41, 0xe2, 0x82), { permitted: ['finding'] }],
  ['a NUL', `# A ${nul} kettle\n`, { permitted: ['finding', 'omitted'] }],
  [
    'a NUL behind 9,000 characters',
    `${body}${'x '.repeat(4500)}${nul}`,
    { permitted: ['finding', 'omitted', 'review'] },
  ],
  ['an ELF header', bytes(0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0), { permitted: ['finding', 'omitted'] }],
  ['a PNG named as text', bytes(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0), { permitted: ['finding', 'omitted'] }],
  ['CR alone', body.replaceAll('\n', '\r'), kettle],
  ['CRLF', body.replaceAll('\n', '\r\n'), kettle],
  ['all ends of lines at once', '# A kettle\r\n\rtext\n\r\n\r\rmore', kettle],
  ['Unicode ends of lines', '# A kettle\u2028## b\u2029## c\u0085## d'],
  ['no last end of line', '# A kettle', kettle],
  ['a line of a megabyte', `# A kettle\n\n${'x'.repeat(1_000_000)}`, long],
  ['a title of a megabyte', `# ${'x'.repeat(1_000_000)}\n`, { permitted: ['finding'] }],
  ['300,000 empty lines', `# A kettle\n${'\n'.repeat(300_000)}`, long],
  ['100,000 headings', `# A kettle\n${'# h\n'.repeat(60_000)}`, kettle],
  ['more than 8 MB', `# A kettle\n${'x'.repeat(8 * 1024 * 1024)}`, { permitted: ['finding'] }],
  ['ZIP named as Markdown', bytes(0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0), { permitted: ['finding', 'omitted'] }],
  ['form feeds and vertical tabs', '# A kettle\f\v\n\f## What surprised us\f\nno'],
  ['private use and non-characters', '# A kettle \ue000\uffff\u{10ffff}\n'],
];

/** Front matter, and reviews that are data. */
const yaml: readonly Row[] = [
  ['a fence that is not closed', `---\ntitle: A kettle\nid: X\n${body}`, { permitted: ['finding', 'review'] }],
  ['a fence behind 100,000 lines', `---\n${'a: b\n'.repeat(100_000)}---\n`, { permitted: ['finding', 'review'] }],
  ['a fence of blanks', `---\n${' '.repeat(100_000)}\n---\n${body}`],
  ['dashes without end', '-'.repeat(100_000)],
  ['fences without end', '---\n'.repeat(20_000), { permitted: ['review', 'omitted', 'finding'] }],
  ['a tab for indentation', `---\ntitle: A kettle\n\tid: 7\n---\n${body}`, broken],
  ['a key twice', `---\ntitle: A kettle\ntitle: Another\n---\n${body}`, { ...broken, title: 'A kettle' }],
  ['an alias', `---\na: &a [1]\nb: *a\ntitle: A kettle\n---\n${body}`, broken],
  ['an alias of nothing', `---\ntitle: A kettle\nb: *nowhere\n---\n${body}`, broken],
  ['an alias of itself', `---\ntitle: A kettle\na: &a [*a]\n---\n${body}`, broken],
  ['a billion laughs', `---\n${laughs()}\ntitle: A kettle\n---\n${body}`, broken],
  ['a merge', `---\nbase: &b {title: Stolen}\n<<: *b\ntitle: A kettle\n---\n${body}`, broken],
  ['a merge of itself', `---\n<<: &a {<<: *a}\ntitle: A kettle\n---\n${body}`, broken],
  [
    'a function of JavaScript',
    `---\ntitle: !!js/function "function(){require('fs').writeFileSync('CANARY-FILE','')}"\n---\n${body}`,
    { permitted: ['finding', 'review'] },
  ],
  [
    'an object of Python',
    `---\ntitle: !!python/object/apply:os.system ["touch CANARY-FILE"]\n---\n${body}`,
    { permitted: ['finding', 'review'] },
  ],
  ['a regular expression', `---\ntitle: !!js/regexp /(a+)+$/\n---\n${body}`, { permitted: ['finding', 'review'] }],
  ['a binary', `---\ntitle: !!binary R0lGODlhDAAMAIQAAP\n---\n${body}`, { permitted: ['finding', 'review'] }],
  [
    'a tag of its own',
    `---\n%TAG ! tag:evil.example,2000:\n---\ntitle: !x A kettle\n---\n${body}`,
    { permitted: ['finding', 'review'] },
  ],
  [
    'front matter in JavaScript',
    `---js\n{ title: (require('fs').writeFileSync('CANARY-FILE', ''), 'A kettle') }\n---\n${body}`,
    { permitted: ['finding', 'review'] },
  ],
  [
    'front matter in CoffeeScript',
    `---coffee\ntitle: require('fs').writeFileSync 'CANARY-FILE', ''\n---\n${body}`,
    { permitted: ['finding', 'review'] },
  ],
  ['front matter in JSON', `---json\n{"title": "A kettle"}\n---\n${body}`, { permitted: ['finding', 'review'] }],
  [
    'the names of a prototype',
    `---\n__proto__: {polluted: yes}\nconstructor: {prototype: {polluted: yes}}\ntitle: A kettle\n---\n${body}`,
    broken,
  ],
  [
    'a prototype in flow style',
    `---\n{"__proto__": {"polluted": true}, "title": "A kettle"}\n---\n${body}`,
    { permitted: ['finding', 'review'] },
  ],
  [
    'nesting 10,000 deep',
    `---\ntitle: A kettle\na: ${'['.repeat(10_000)}\n---\n${body}`,
    { permitted: ['finding', 'review'] },
  ],
  [
    'nesting 10,000 deep, closed',
    `---\ntitle: A kettle\na: ${'['.repeat(10_000)}${']'.repeat(10_000)}\n---\n${body}`,
    { permitted: ['finding', 'review'] },
  ],
  [
    'maps 5,000 deep',
    `---\ntitle: A kettle\na: ${'{a: '.repeat(5_000)}\n---\n${body}`,
    { permitted: ['finding', 'review'] },
  ],
  [
    'indentation 300 deep',
    `---\ntitle: A kettle\n${Array.from({ length: 300 }, (_, at) => `${' '.repeat(at)}a:`).join('\n')}\n---\n${body}`,
    { permitted: ['finding', 'review'] },
  ],
  [
    'sequences in a line',
    `---\ntitle: A kettle\na: ${'- '.repeat(5_000)}\n---\n${body}`,
    { permitted: ['finding', 'review'] },
  ],
  [
    'question marks without end',
    `---\ntitle: A kettle\n${'? '.repeat(10_000)}\n---\n${body}`,
    { permitted: ['finding', 'review'] },
  ],
  [
    '5,000 keys',
    `---\ntitle: A kettle\n${Array.from({ length: 5_000 }, (_, at) => `k${at}: v`).join('\n')}\n---\n${body}`,
    broken,
  ],
  [
    '5,000 flow keys',
    `---\ntitle: A kettle\na: {${Array.from({ length: 5_000 }, (_, at) => `k${at}: v`).join(', ')}}\n---\n${body}`,
    { permitted: ['finding', 'review'] },
  ],
  ['70 kB', `---\ntitle: A kettle\nnote: ${'x'.repeat(70_000)}\n---\n${body}`, { permitted: ['finding', 'review'] }],
  ['a key of 60 kB', `---\n${'k'.repeat(60_000)}: v\ntitle: A kettle\n---\n${body}`, broken],
  ['quotes that do not close', `---\ntitle: "A kettle\nid: 7\n---\n${body}`, { permitted: ['finding', 'review'] }],
  [
    'a block scalar without end',
    `---\ntitle: |\n${' x\n'.repeat(10_000)}---\n${body}`,
    { permitted: ['finding', 'review'] },
  ],
  [
    'escapes in quotes',
    '---\ntitle: "A\\u0000\\u202e\\x1b[31m kettle\\L\\P\\N"\n---\n',
    { permitted: ['finding', 'review'] },
  ],
  ['several documents', `---\ntitle: A kettle\n...\n---\ntitle: B\n---\n${body}`, { permitted: ['finding', 'review'] }],
  ['a list', `---\n- title: A kettle\n---\n${body}`, { permitted: ['finding', 'review'] }],
  ['a scalar', `---\ntitle\n---\n${body}`, { permitted: ['finding', 'review'] }],
  ['numbers as written', '---\nid: 0123\ntitle: 1e3\n---\ntext\n', { title: '1e3', id: '0123' }],
  ['a yes', '---\nid: yes\ntitle: no\n---\ntext\n', { title: 'no' }],
  [
    'objects for texts',
    '---\nid: {a: b}\ntitle: [A, kettle]\ndate: {year: 2020}\npeople: {a: {b: [c]}}\nservices: 7\ntags: "a, b"\n---\ntext\n',
    { permitted: ['finding', 'review'] },
  ],
  ['nulls for texts', '---\nid: null\ntitle: ~\ndate:\naliases: [null, ~, ""]\n---\n# A kettle\n'],
  [
    'TOML',
    '+++\ntitle = "A kettle"\n[x.__proto__]\npolluted = true\n+++\ntext\n',
    { permitted: ['finding', 'review'] },
  ],
  ['TOML that is not closed', '+++\ntitle = "A kettle\n+++\ntext\n', { permitted: ['finding', 'review'] }],
  [
    'TOML 5,000 deep',
    `+++\ntitle = "A kettle"\na = ${'['.repeat(5_000)}\n+++\ntext\n`,
    { permitted: ['finding', 'review'] },
  ],
  ['TOML tables without end', `+++\n${'[a.b.c.d]\n'.repeat(5_000)}+++\ntext\n`, { permitted: ['finding', 'review'] }],
  [
    'YAML by itself',
    'title: A kettle\nid: Y-1\ndate: 2020-01-01\n',
    { extension: 'yaml', title: 'A kettle', id: 'Y-1', date: '2020-01-01' },
  ],
  [
    'YAML by itself, 100,000 deep',
    `title: A kettle\nid: Y-2\na: ${'['.repeat(60_000)}`,
    { extension: 'yaml', permitted: ['finding', 'review', 'omitted'] },
  ],
  [
    'YAML by itself, 300 kB',
    `title: A kettle\nid: Y-3\ndescription: ${'x'.repeat(300_000)}`,
    { extension: 'yaml', permitted: ['finding', 'review', 'omitted'] },
  ],
  [
    'YAML by itself, broken',
    'title: "A kettle\nid: Y-4\n',
    { extension: 'yaml', permitted: ['finding', 'review', 'omitted'] },
  ],
  [
    'JSON with a prototype',
    '{"title":"A kettle","id":"J-1","__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}',
    { extension: 'json', title: 'A kettle', id: 'J-1' },
  ],
  [
    'JSON 100,000 deep',
    `{"title":"A kettle","id":"J-2","a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
    { extension: 'json', permitted: ['finding', 'review', 'omitted'] },
  ],
  [
    'JSON 5,000 deep',
    `{"title":"A kettle","id":"J-3","a":${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}}`,
    { extension: 'json', permitted: ['finding', 'review', 'omitted'] },
  ],
  [
    'JSON with a key twice',
    '{"title":"A kettle","title":"Another","id":"J-4"}',
    { extension: 'json', permitted: ['review'] },
  ],
  [
    'JSON with 100,000 keys',
    `{"title":"A kettle","id":"J-5",${Array.from({ length: 20_000 }, (_, at) => `"k${at}":1`).join(',')}}`,
    { extension: 'json', permitted: ['finding', 'review'] },
  ],
  [
    'JSON with comments',
    '{"title":"A kettle", // no\n"id":"J-6"}',
    { extension: 'json', permitted: ['finding', 'omitted'] },
  ],
  [
    'JSON with huge numbers',
    '{"title":"A kettle","id":1e999,"date":-0,"number":123456789012345678901234567890}',
    { extension: 'json', permitted: ['review', 'finding', 'omitted'] },
  ],
  ['JSON that is cut off', '{"title":"A kettle","id":"J-7"', { extension: 'json', permitted: ['finding', 'omitted'] }],
];

/** Dates and ids that mean something else than they seem to. */
const facts: readonly Row[] = [
  ...dates(),
  ['an id with a path', '---\nid: ../../etc/passwd\n---\n# A kettle\n', { title: 'A kettle' }],
  ['an id with a NUL', '---\nid: "a\\0b1"\n---\n# A kettle\n', { title: 'A kettle' }],
  ['an id with a bidi override', '---\nid: "INC-\\u202e7"\n---\n# A kettle\n', { title: 'A kettle' }],
  ['an id of 5,000 characters', `---\nid: ${'A'.repeat(5_000)}-1\n---\n# A kettle\n`, { title: 'A kettle' }],
  ['an id with HTML', '---\nid: "<img/src=x>1"\n---\n# A kettle\n', { title: 'A kettle' }],
  ['an id with a link', '---\nid: "[x](command:precedent.canary)1"\n---\n# A kettle\n', { title: 'A kettle' }],
  ['an id with the end of a comment', '---\nid: "X-1*/"\n---\n# A kettle\n', { title: 'A kettle' }],
  ['an id with a line end', '---\nid: "X-1\\nrm"\n---\n# A kettle\n', { title: 'A kettle' }],
  ['an id of a prototype', '---\nid: __proto__\n---\n# A kettle\n', { title: 'A kettle' }],
  ['an id of toString', '---\nid: toString\n---\n# A kettle\n', { title: 'A kettle' }],
  ['an id of one letter', '---\nid: a\n---\n# A kettle\n', { title: 'A kettle' }],
  ['an id of punctuation', '---\nid: "!!!"\n---\n# A kettle\n', { title: 'A kettle' }],
  ['an id of an emoji', '---\nid: "🔥1"\n---\n# A kettle\n', { title: 'A kettle' }],
  ['an id that is a regular expression', '---\nid: "(a+)+$1"\n---\n# A kettle\n', { title: 'A kettle' }],
  ['an id that another review has', '---\nid: INC-1\n---\n# A kettle\n', { title: 'A kettle', id: 'INC-1' }],
  [
    'an id that another has as an alias',
    '---\nid: CONTROL-1\n---\n# A kettle\n',
    { title: 'A kettle', id: 'CONTROL-1' },
  ],
  [
    '1,000 aliases',
    `---\naliases: [${Array.from({ length: 1_000 }, (_, at) => `OLD-${at}`).join(', ')}]\n---\n# A kettle\n`,
    { title: 'A kettle' },
  ],
  [
    'aliases that are common words',
    '---\naliases: [the, and, a, "", " ", I, see]\n---\n# A kettle\n',
    { title: 'A kettle' },
  ],
  [
    'an alias that is its own id',
    '---\nid: SELF-1\naliases: [SELF-1, self-1]\n---\n# A kettle\n',
    { title: 'A kettle', id: 'SELF-1' },
  ],
  [
    'people without end',
    `---\npeople: [${Array.from({ length: 2_000 }, (_, at) => `Person ${at}`).join(', ')}]\n---\n# A kettle\n`,
    { permitted: ['finding', 'review'] },
  ],
];

/** The hostile documents of a library. */
export function documentCases(): HostileCase[] {
  return [
    ...toCases('FRAME', 'framing', framing),
    ...toCases('YAML', 'yaml', yaml),
    ...toCases('FACT', 'facts', facts),
  ];
}

/** Rows as cases; each file begins with an id of its own. */
export function toCases(prefix: string, group: string, rows: readonly Row[]): HostileCase[] {
  return rows.map(([name, content, { extension = 'md', ...told } = {}], at): HostileCase => {
    const path = `${group}/${prefix}-${at + 1}-${name.replace(/[^A-Za-z0-9]+/g, '-').slice(0, 40)}.${extension}`;
    return { name, group, path, content, permitted: ['review'], ...told };
  });
}

function dates(): Row[] {
  const written: Readonly<Record<string, string | undefined>> = {
    '2020-02-30': undefined,
    '2020-13-01': undefined,
    '0000-00-00': undefined,
    '9999-99-99': undefined,
    '20200101': '2020-01-01',
    '1e3': undefined,
    '2020-01-05T23:59:59-12:00': '2020-01-05',
    '2020-01-05T00:00:00+14:00': '2020-01-05',
    '+275760-09-13': undefined,
    '-271821-04-20': undefined,
    '٢٠٢٠-٠١-٠٥': undefined,
    '01/02/03': undefined,
    tomorrow: undefined,
    'Sat Jan 05 2020 00:00:00 GMT+0100': '2020-01-05',
    '1578182400': undefined,
    '1578182400000': undefined,
    NaN: undefined,
    '2019-02-29': undefined,
    '2020-W01-1': undefined,
  };
  return Object.entries(written).map(([value, date]) => [
    `the date ${value}`,
    `---\ndate: "${value}"\n---\n# A kettle\n`,
    { title: 'A kettle', ...(date === undefined ? {} : { date }) },
  ]);
}

function bytes(...values: readonly number[]): Uint8Array {
  return Uint8Array.from(values);
}

function utf16(text: string, order: 'le' | 'be'): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 * text.length + 2));
  for (let at = -1; at < text.length; at++)
    view.setUint16(2 * at + 2, at < 0 ? 0xfeff : text.charCodeAt(at), order === 'le');
  return new Uint8Array(view.buffer);
}

function laughs(): string {
  const names = 'abcdefghij'.split('');
  return names
    .map((name, at) => `${name}: &${name} [${`${at === 0 ? 'lol' : `*${names[at - 1]}`}, `.repeat(9)}]`)
    .join('\n');
}
