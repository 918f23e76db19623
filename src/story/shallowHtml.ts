/** How many elements of an author may stand inside one another. */
const deepest = 100;

/** Elements that hold nothing. */
const empty = new Set(['br', 'hr', 'img']);

/**
 * HTML of which no more than 100 elements are open at once: tags that would open another are left out. What reads and writes trees of
 * elements has only so much stack, and takes the longer the deeper they are. Linear.
 */
export function shallowHtml(html: string): string {
  const open = new Map<string, number>();
  let depth = 0;
  let shallow = '';
  let from = 0;
  for (const { 0: tag, 1: slash, 2: word = '', index } of html.matchAll(/<(\/?)([a-z][a-z0-9]{0,20})(?=[\s/>])/gi)) {
    const name = word.toLowerCase();
    const count = open.get(name) ?? 0;
    if (empty.has(name)) continue;
    if (slash === '/') {
      if (count === 0) continue;
      open.set(name, count - 1);
      depth--;
    } else if (depth < deepest) {
      open.set(name, count + 1);
      depth++;
    } else {
      // The rest of the tag becomes words, of which nothing is lost.
      shallow += `${html.slice(from, index)}&lt;${word}`;
      from = index + tag.length;
    }
  }
  return from === 0 ? html : shallow + html.slice(from);
}
