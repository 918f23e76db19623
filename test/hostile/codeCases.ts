/** A file of code or a document that is hard to look through; every one cites `CONTROL-1` in its last line. */
export interface CodeCase {
  readonly name: string;
  /** From the root. */
  readonly path: string;
  readonly content: string;
}

const pieces: Readonly<Record<string, string>> = {
  'comments that do not close': '/* ',
  'strings that do not close': '"',
  'templates in templates': '`${`${',
  slashes: '/',
  backslashes: '\\',
  'quotes of three': '"""',
  brackets: '([{',
  hashes: '#',
  dashes: '--',
  'angle brackets': '<!--',
  'ids of the family': 'CONTROL-',
  ids: 'CONTROL-1',
  addresses: 'https://a.example/',
  paths: 'docs/incidents/',
  dates: '2024-05-06 ',
  'marks of combining': 'e\u0301',
  'halves of pairs': '\ud800',
  'bidi overrides': '\u202e',
  blanks: ' ',
  tabs: '\t',
};

const endings = [
  'ts',
  'py',
  'go',
  'rb',
  'sh',
  'sql',
  'html',
  'md',
  'rst',
  'yaml',
  'c',
  'lua',
  'hs',
  'php',
  'ex',
  'tex',
  'dot',
  'puml',
  'drawio',
  'ipynb',
];

/** Pieces repeated on one line and on many, in a language each, and whole files that are more than they seem. */
export function codeCases(): CodeCase[] {
  const repeated = Object.entries(pieces).flatMap(([name, piece], at) => {
    const ending = endings[at % endings.length] ?? 'ts';
    return [
      {
        name: `${name} on one line`,
        path: `code/one-${at}.${ending}`,
        content: `${piece.repeat(9_000 / piece.length)}\n// CONTROL-1\n`,
      },
      {
        name: `${name} on many lines`,
        path: `code/many-${at}.${ending}`,
        content: `${`${piece}\n`.repeat(5_000)}\n// CONTROL-1\n`,
      },
    ];
  });
  return [
    ...repeated,
    ...Object.entries(whole).map(([path, content]) => ({ name: path, path: `code/${path}`, content })),
  ];
}

const whole: Readonly<Record<string, string>> = {
  '20,000-citations.ts': '// CONTROL-1 and CONTROL-2\n'.repeat(10_000),
  'ten-thousand-on-a-line.md': 'CONTROL-1 '.repeat(1_000),
  'a-long-line.ts': `// ${'x'.repeat(2_000_000)} CONTROL-1\n`,
  'xml-entities.drawio':
    '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY s SYSTEM "file:///etc/passwd">]><mxfile><diagram><mxCell value="&b;&s; CONTROL-1"/></diagram></mxfile>',
  'deep.drawio': `<mxfile>${'<a>'.repeat(20_000)}CONTROL-1`,
  'bomb.drawio': '<mxfile><diagram>7MEBAAAAgpD+r+4ICgAAAAAAAAAAAAAAAAAAAAAAAAAA</diagram></mxfile>',
  'deep.ipynb': `{"cells": ${'['.repeat(50_000)}`,
  'prototype.ipynb':
    '{"__proto__": {"x": 1}, "cells": [{"cell_type": "markdown", "source": ["CONTROL-1"], "__proto__": {}}]}',
  'deep.excalidraw': `{"elements": ${'[{"a":'.repeat(10_000)}`,
  'deep.svg': `<svg>${'<g>'.repeat(20_000)}<text>CONTROL-1</text>`,
  'deep.dot': `digraph { ${'subgraph { '.repeat(10_000)} a [label="CONTROL-1"]`,
  'conflict.ts': '<<<<<<< HEAD\n// CONTROL-1\n=======\n// CONTROL-2\n>>>>>>> other\n',
  'macro.c': `#define X \\\n${' // CONTROL-1 \\\n'.repeat(5_000)}`,
  'heredoc.sh': `cat <<'${'E'.repeat(5_000)}'\nCONTROL-1\n# CONTROL-2\n`,
  'raw.rs': `let x = r${'#'.repeat(10_000)}"CONTROL-1"; // CONTROL-2\n`,
  'raw.cpp': `auto x = R"${'('.repeat(5_000)}CONTROL-1"; // CONTROL-2\n`,
  'nested.hs': `${'{- '.repeat(20_000)}CONTROL-1`,
  'long-string.lua': `x = [${'='.repeat(10_000)}[CONTROL-1]] -- CONTROL-2\n`,
  'command.md': '[CONTROL-1](command:precedent.canary) <command:precedent.canary> [x](../../../../etc/passwd)\n',
  'nul.ts': '// CONTROL-1 \0\n',
};
