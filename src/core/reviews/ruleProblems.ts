import picomatch from 'picomatch';

/** How long a pattern may be. */
const longest = 500;

/** What is wrong with a regular expression for ids, in a sentence. It is compiled, and tried on nothing but the empty text. */
export function patternProblem(pattern: string): string | undefined {
  if (pattern.length > longest) return `A pattern is at most ${longest} characters long.`;
  try {
    return new RegExp(pattern).test('')
      ? `The pattern "${shortened(pattern)}" fits everywhere, even where nothing stands.`
      : undefined;
  } catch (error) {
    return `"${shortened(pattern)}" is no regular expression: ${error instanceof Error ? (error.message.split(': ').pop() ?? '') : ''}.`;
  }
}

/** What is wrong with a glob of files, in a sentence. */
export function globProblem(glob: string): string | undefined {
  if (glob.length > longest) return `A glob is at most ${longest} characters long.`;
  if (/^[/~]|^[A-Za-z]:/.test(glob) || glob.split('/').includes('..')) {
    return `"${shortened(glob)}" leads out of this folder; globs are relative to it.`;
  }
  try {
    picomatch(glob, { dot: true });
    const opens = (glob.match(/(?<!\\)[[{(]/g) ?? []).length;
    const closes = (glob.match(/(?<!\\)[\]})]/g) ?? []).length;
    return opens === closes ? undefined : `A bracket of the glob "${shortened(glob)}" is not closed.`;
  } catch {
    return `"${shortened(glob)}" is no glob.`;
  }
}

/** What is wrong with the address at which an old tool kept reviews, in a sentence. */
export function urlProblem(template: string): string | undefined {
  if (template.length > longest) return `An address is at most ${longest} characters long.`;
  if (!/^https?:\/\//i.test(template)) return 'An address begins with "https://".';
  return template.includes('{id}') ? undefined : 'An address holds "{id}" in the place of the id.';
}

/** What is wrong with a folder inside the source, in a sentence. */
export function placeProblem(folder: string): string | undefined {
  if (folder.trim() === '') return 'A folder has a name.';
  const isOutside = /^[/\\~]|^[A-Za-z]:/.test(folder) || folder.split(/[/\\]/).includes('..');
  return isOutside ? `"${shortened(folder)}" leads out of this folder.` : undefined;
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
