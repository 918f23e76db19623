/** The extension's own name in addresses that an editor opens. */
const authority = 'precedent.precedent';

/** An address that opens the story of what is named (`INC-7@14:06`) in an editor: `vscode://precedent.precedent/story?INC-7%4014%3A06`. */
export function storyLink(scheme: string, name: string): string {
  return `${scheme}://${authority}/story?${encodeURIComponent(name)}`;
}

/** What such an address names, of its path and query as VS Code hands them over; nothing where it is no address of a story. */
export function readStoryLink(path: string, query: string): string | undefined {
  if (path !== '/story') return undefined;
  const name = decoded(query).trim();
  return name === '' || name.length > 1000 || /\p{Cc}/u.test(name) ? undefined : name;
}

/** VS Code may have decoded it before. */
function decoded(query: string): string {
  try {
    return decodeURIComponent(query);
  } catch {
    return query;
  }
}
