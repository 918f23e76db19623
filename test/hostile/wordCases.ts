import { toCases } from './documentCases';
import type { HostileCase } from './hostileCase';
import titles from './titles.json';

/** Words of a title that try to be more than words. */
export const hostileTitles: Readonly<Record<string, string>> = titles;

/** Bodies that are hard to read: each ends with a section that has to be found. */
const bodies: Readonly<Record<string, string>> = {
  'emphasis without end': '*a_'.repeat(30_000),
  'links without end': '[a]('.repeat(30_000),
  'images without end': '![a]('.repeat(20_000),
  'brackets without end': '['.repeat(60_000),
  'backticks of every length': Array.from({ length: 400 }, (_, at) => '`'.repeat(at)).join(' '),
  'quotes 5,000 deep': `${'> '.repeat(5_000)}x`,
  'lists 2,000 deep': Array.from({ length: 600 }, (_, at) => `${' '.repeat(at * 2)}- x`).join('\n'),
  'tables of 1,000 columns': `|${' a |'.repeat(1_000)}\n|${'---|'.repeat(1_000)}\n|${' b |'.repeat(1_000)}`,
  'tables of 20,000 rows': `| a | b |\n|---|---|\n${'| c | d |\n'.repeat(20_000)}`,
  'a fence that does not close': '```js\nalert(1)',
  'comments that do not close': '<!-- '.repeat(20_000),
  'tags that do not close': '<div>'.repeat(20_000),
  'details 2,000 deep': '<details><summary>x</summary>'.repeat(2_000),
  'entities without end': '&'.repeat(60_000),
  'references without end': Array.from({ length: 5_000 }, (_, at) => `[r${at}]: x${at}`).join('\n'),
  'references to references': `${'[a]'.repeat(5_000)}\n\n[a]: b`,
  'footnotes without end': Array.from({ length: 3_000 }, (_, at) => `[^${at}]: [^${at + 1}]`).join('\n'),
  'colons without end': ':'.repeat(60_000),
  'labels without end': '**Date:** '.repeat(10_000),
  'dates without end': '2020-01-05 14:06 '.repeat(10_000),
  'times without end': Array.from(
    { length: 10_000 },
    (_, at) => `- ${String(at % 24).padStart(2, '0')}:${String(at % 60).padStart(2, '0')} something`,
  ).join('\n'),
  'a name without end': `${'Mc'.repeat(30_000)} said`,
  'addresses without end': 'https://a.example/ '.repeat(8_000),
  'percent signs in links': `[a](${'%'.repeat(20_000)})`,
  'dots in links': `[a](${'../'.repeat(20_000)}etc/passwd) ![b](${'./'.repeat(20_000)}x.png)`,
  'a script among the words':
    '<script>alert(1)</script>\n\n<img src=x onerror=alert(1)>\n\n<style>*{display:none}</style>',
  'a Mermaid diagram that runs':
    '```mermaid\n%%{init: {"securityLevel": "loose"}}%%\ngraph TD\nA["<img src=x onerror=alert(1)>"]\nclick A "javascript:alert(1)"\nclick A call alert(1)\n```',
  'a Mermaid diagram that is large': `\`\`\`mermaid\ngraph TD\n${Array.from({ length: 5_000 }, (_, at) => `A${at}-->A${at + 1}`).join('\n')}\n\`\`\``,
  'a transcript without end': Array.from({ length: 5_000 }, (_, at) => `**Ann (${at % 24}:00):** words words`).join(
    '\n\n',
  ),
  'excluded words': '## Sensitive findings\n\nNobody may see CANARY-EXCLUDED.\n',
  'letters of every plane': Array.from({ length: 2_000 }, (_, at) => String.fromCodePoint(0x10000 + at * 37)).join(' '),
  'marks without letters': '\u0301'.repeat(60_000),
  'a heading of every level': Array.from({ length: 5_000 }, (_, at) => `${'#'.repeat(1 + (at % 6))} h${at}`).join('\n'),
  'setext without end': 'a\n=\n'.repeat(10_000),
  'tildes and plus signs': '~~++~~++'.repeat(10_000),
  'dollar signs': '$x$ $$y$$ '.repeat(8_000),
  'pipes without end': '|'.repeat(60_000),
  'backslashes without end': '\\'.repeat(60_000),
  'front matter in the middle': '---\ntitle: !!js/function "x"\n---\n'.repeat(1_000),
};

const tail = '\n\n## What surprised us\n\nIt was off.\n';

/** Other formats, each with what is hard in it. */
const formats: readonly (readonly [string, string, string])[] = [
  [
    'AsciiDoc that includes',
    'adoc',
    '= A kettle\n:toc:\n\ninclude::/etc/passwd[]\ninclude::../../../secret.md[]\nifdef::x[]\nendif::[]\n\nimage::http://evil.example/x.png[]\n\n== What surprised us\n\nlink:javascript:alert(1)[x] pass:[<script>alert(1)</script>] ++++\n<b>\n++++\n',
  ],
  ['AsciiDoc blocks without end', 'adoc', `= A kettle\n\n${'====\n----\n****\n'.repeat(5_000)}`],
  [
    'RST that includes',
    'rst',
    'A kettle\n========\n\n.. include:: /etc/passwd\n.. raw:: html\n   :file: ../../../secret.md\n\n.. image:: http://evil.example/x.png\n\nWhat surprised us\n-----------------\n\n`x <javascript:alert(1)>`_\n',
  ],
  ['RST underlines without end', 'rst', `A kettle\n========\n\n${'a\n=\n-\n~\n'.repeat(8_000)}`],
  [
    'Org that runs',
    'org',
    '#+TITLE: A kettle\n#+INCLUDE: "/etc/passwd"\n#+BEGIN_SRC emacs-lisp :results value :exports both\n(shell-command "touch CANARY-FILE")\n#+END_SRC\n* What surprised us\n[[elisp:(shell-command "touch CANARY-FILE")][x]]\n',
  ],
  [
    'Org blocks with odd names',
    'org',
    `#+TITLE: A kettle\n#+BEGIN_${'('.repeat(50)}\n#+BEGIN_[a\n* ${'*'.repeat(20_000)} x\n`,
  ],
  [
    'MDX that runs',
    'mdx',
    "import fs from 'fs'\nexport const x = fs.writeFileSync('CANARY-FILE', '')\n\n# A kettle\n\n{fs.readFileSync('/etc/passwd')}\n<Component onClick={() => alert(1)} />\n",
  ],
  [
    'Quarto that runs',
    'qmd',
    '---\ntitle: A kettle\n---\n\n```{r}\nsystem("touch CANARY-FILE")\n```\n\n`r system("touch CANARY-FILE")`\n',
  ],
  ['ERB that runs', 'md.erb', '# A kettle\n\n<%= `touch CANARY-FILE` %>\n<%= File.read("/etc/passwd") %>\n'],
  [
    'Jinja that runs',
    'md.j2',
    "# A kettle\n\n{{ ''.__class__.__mro__[1].__subclasses__() }}\n{% include '/etc/passwd' %}\n",
  ],
  [
    'text with escapes of a terminal',
    'txt',
    'A kettle\n\n\u001b]0;pwned\u0007\u001b[2J\u001b[31mred\u001b[0m\n\u009b31m\n',
  ],
];

/** Hostile titles, bodies and formats as files of a library. */
export function wordCases(): HostileCase[] {
  const permitted = ['review', 'finding'] as const;
  return [
    ...toCases(
      'TITLE',
      'titles',
      // As JSON, which is YAML: half a pair of surrogates can be written no other way.
      Object.entries(hostileTitles).map(([name, title]) => [
        name,
        `---\ntitle: ${JSON.stringify(title)}\n---\n\n## What surprised us\n\n${title}\n\n## What was difficult\n\n- ${title}\n`,
        { permitted },
      ]),
    ),
    ...toCases(
      'BODY',
      'bodies',
      Object.entries(bodies).map(([name, body]) => [
        name,
        `# A kettle\n\n${body}${tail}`,
        { permitted, title: 'A kettle' },
      ]),
    ),
    ...toCases(
      'FORMAT',
      'formats',
      formats.map(([name, extension, text]) => [name, text, { permitted, extension }]),
    ),
  ];
}
