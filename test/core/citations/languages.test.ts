import assert from 'node:assert/strict';
import { commentSpans } from '../../../src/core/citations/commentSpans';
import { type LanguageClues, Languages } from '../../../src/core/citations/languages';
import { readLanguageConfiguration } from '../../../src/core/citations/readLanguageConfiguration';

function commentsOf(languages: Languages, clues: LanguageClues, text: string): string[] {
  const language = languages.find(clues);
  assert.ok(language);
  return commentSpans(text, language).flatMap(({ kind, start, end }) =>
    kind === 'comment' ? [text.slice(start, end)] : [],
  );
}

describe('Languages', () => {
  const clues: Record<string, [LanguageClues, id: string | undefined]> = {
    'an id': [{ languageId: 'rust' }, 'rust'],
    'an id of an extension': [{ languageId: 'FortranFreeForm' }, 'fortran'],
    'an extension': [{ path: 'a/b.tsx' }, 'typescriptreact'],
    'an extension in capitals': [{ path: 'A.PY' }, 'python'],
    'a double extension': [{ path: 'a/b.blade.php' }, 'blade'],
    'a name': [{ path: 'x/Dockerfile' }, 'dockerfile'],
    'a name with an ending': [{ path: 'x/Dockerfile.dev' }, 'dockerfile'],
    'a name that looks like text': [{ path: 'x/CMakeLists.txt' }, 'cmake'],
    'a Windows path': [{ path: 'a\\b\\Makefile' }, 'makefile'],
    'a dot file': [{ path: 'x/.env.local' }, 'dotenv'],
    'a shebang': [{ path: 'bin/run', firstLine: '#!/usr/bin/env -S python3.12 -u' }, 'python'],
    'a plain shebang': [{ path: 'bin/run', firstLine: '#!/bin/bash' }, 'shellscript'],
    'a path where VS Code has no extension for it': [{ languageId: 'plaintext', path: 'main.tf' }, 'terraform'],
    'a shebang where VS Code says plain text': [
      { languageId: 'plaintext', path: 'run', firstLine: '#!/bin/sh' },
      'shellscript',
    ],
    'plain text': [{ languageId: 'plaintext', path: 'notes' }, 'plaintext'],
    'an untitled text': [{ languageId: 'plaintext' }, 'plaintext'],
    'a path where the id is not known': [{ languageId: 'some-new-thing', path: 'a.go' }, 'go'],
    'Markdown in a template': [{ languageId: 'erb', path: 'x/2020-02-12.html.md.erb' }, 'markdown'],
    'MATLAB by its first line': [{ path: 'a.m', firstLine: 'function y = f(x)' }, 'matlab'],
    'Objective-C otherwise': [{ path: 'a.m', firstLine: '#import <x.h>' }, 'objective-c'],
    'nothing for an unknown extension': [{ path: 'a.qqq' }, undefined],
    'nothing for a file without a hint': [{ path: 'a' }, undefined],
    'nothing for a log': [{ languageId: 'log', path: 'a.txt' }, undefined],
    'nothing for output': [{ languageId: 'Log' }, undefined],
    'nothing for no clues': [{}, undefined],
  };
  for (const [name, [given, id]] of Object.entries(clues)) {
    it(`tells ${name}`, () => assert.equal(Languages.builtIn.find(given)?.id, id));
  }

  it('gives the same object for the same language', () => {
    assert.equal(Languages.builtIn.find({ languageId: 'go' }), Languages.builtIn.find({ path: 'a.go' }));
  });

  it('learns a language from its marks, with strings', () => {
    const languages = Languages.builtIn.extended({ klingon: { line: [';;'], block: [['<[', ']>']] } });
    assert.deepEqual(commentsOf(languages, { languageId: 'klingon' }, 'a ";; x" ;; b\n<[ c\nd ]> e'), [
      ';; b',
      '<[ c\nd ]>',
    ]);
  });

  it('adds marks to a language and keeps its rules', () => {
    const languages = Languages.builtIn.extended({ go: { line: ['REM', '//'] } });
    assert.deepEqual(commentsOf(languages, { languageId: 'go' }, 'x := "REM // a" // b\nREM c'), ['// b', 'REM c']);
    assert.deepEqual(commentsOf(Languages.builtIn, { languageId: 'go' }, 'REM c'), []);
  });

  it('does not take a mark that the language has in a stricter form', () => {
    const languages = Languages.builtIn.extended({ shellscript: { line: ['#'] } });
    assert.deepEqual(commentsOf(languages, { languageId: 'shellscript' }, 'echo a#b # c'), ['# c']);
  });

  it('can be extended twice, and by nothing', () => {
    const languages = Languages.builtIn.extended({ a: { line: ['!'] } }).extended({ a: { line: ['?'] }, b: {} });
    assert.deepEqual(commentsOf(languages, { languageId: 'a' }, '! x\n? y'), ['! x', '? y']);
    assert.equal(languages.find({ languageId: 'b' }), undefined);
  });

  it('leaves unusable marks out', () => {
    const languages = Languages.builtIn.extended({ a: { line: ['', ' ', '\n', 'x'.repeat(50), '(('] } });
    assert.deepEqual(commentsOf(languages, { languageId: 'a' }, '(( x'), ['(( x']);
  });
});

describe('readLanguageConfiguration', () => {
  const cases: Record<string, [parsed: unknown, marks: unknown]> = {
    'reads line and block marks': [
      { comments: { lineComment: '//', blockComment: ['/*', '*/'] }, brackets: [] },
      { line: ['//'], block: [['/*', '*/']] },
    ],
    'reads the object form': [{ comments: { lineComment: { comment: '#', noIndent: true } } }, { line: ['#'] }],
    'takes nothing from a file without comments': [{ brackets: [] }, undefined],
    'takes nothing from what is no such file': [[1, 'x', null], undefined],
    'takes nothing from nothing': [null, undefined],
    'takes nothing from marks that are none': [{ comments: { lineComment: 3, blockComment: ['/*'] } }, undefined],
  };
  for (const [name, [parsed, marks]] of Object.entries(cases)) {
    it(name, () => assert.deepEqual(readLanguageConfiguration(parsed), marks));
  }
});
