import type { LanguageRow, Region } from './region';
import { line, longQuoted, quoted } from './regions';

/** A triple-quoted string that is a statement of its own documents what follows or stands around it. */
function docstring(open: string, close: string): Region {
  return { ...longQuoted(close), open, kind: 'comment', when: 'docstring', otherwise: { ...longQuoted(close), open } };
}

/** Python and the like. */
export const languagesOfScripts: readonly LanguageRow[] = [
  {
    id: 'python',
    extensions: ['.py', '.pyi', '.pyw', '.pyx', '.pxd', '.gyp', '.gypi', '.bzl', '.star'],
    interpreters: ['python', 'pypy', 'uv'],
    remembers: true,
    regions: [line('#'), docstring('[rRuU]?"""', '"""'), docstring("[rRuU]?'''", "'''"), quoted('"'), quoted("'")],
  },
];
