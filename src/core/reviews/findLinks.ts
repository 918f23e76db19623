import { closingBracket, indexWithin, targetEnd } from '../text/brackets';
import type { Markup } from '../text/markup';
import type { Link } from './outline';

/** A link before it is known on which line it stands. */
type FoundLink = Omit<Link, 'line'>;

/** What a piece of prose points to, in order: images, links, wiki links; of bare addresses only the address. Linear. */
export function findLinks(raw: string, markup: Markup, references: ReadonlyMap<string, string>): FoundLink[] {
  const links = markup === 'markdown' ? markdownLinks(raw, references) : [];
  if (markup === 'org') links.push(...orgLinks(raw));
  if (markup === 'rst') links.push(...rstLinks(raw, references));
  if (markup === 'asciidoc') links.push(...asciiDocLinks(raw));
  if (raw.includes('<')) links.push(...htmlLinks(raw));
  if (raw.includes('://')) links.push(...bareLinks(raw, links));
  return links;
}

function markdownLinks(raw: string, references: ReadonlyMap<string, string>): FoundLink[] {
  const links: FoundLink[] = [];
  for (let at = raw.indexOf('['); at >= 0; at = raw.indexOf('[', at + 1)) {
    if (raw.charAt(at - 1) === '\\') continue;
    if (raw.charAt(at + 1) === '[') {
      const end = indexWithin(raw, ']]', at + 2);
      const inner = end < 0 ? '' : raw.slice(at + 2, end);
      if (inner !== '' && !/[[\]]/.test(inner) && raw.charAt(end + 2) !== '(') {
        const [target = '', words] = inner.split('|');
        links.push({ kind: 'wiki', target: (target.split('#', 1)[0] ?? '').trim(), words: (words ?? target).trim() });
        at = end + 1;
        continue;
      }
    }
    const close = closingBracket(raw, at);
    if (close === undefined) continue;
    const kind = raw.charAt(at - 1) === '!' ? 'image' : 'link';
    const words = raw.slice(at + 1, close);
    const end = targetEnd(raw, close);
    const target =
      end === undefined ? references.get(words.toLowerCase()) : resolved(raw, close, end, words, references);
    if (target !== undefined && target !== '') links.push({ kind, target, words });
    // An image inside the words of a link is found on its own.
  }
  return links;
}

function resolved(raw: string, close: number, end: number, words: string, references: ReadonlyMap<string, string>) {
  const inner = raw.slice(close + 2, end - 1).trim();
  if (raw.charAt(close + 1) === '[') return references.get((inner === '' ? words : inner).toLowerCase());
  if (inner.startsWith('<')) return inner.slice(1, Math.max(1, inner.indexOf('>')));
  const title = inner.search(/\s+["'(]/);
  return title < 0 ? inner : inner.slice(0, title);
}

function htmlLinks(raw: string): FoundLink[] {
  const links: FoundLink[] = [];
  for (const match of raw.matchAll(/<(img|a|source|video)\s[^<>]{0,800}>/gi)) {
    const tag = match[0];
    const target = /\b(?:src|href)\s{0,3}=\s{0,3}(?:"([^"]{1,600})"|'([^']{1,600})')/i.exec(tag);
    const words = /\b(?:alt|title)\s{0,3}=\s{0,3}(?:"([^"]{0,300})"|'([^']{0,300})')/i.exec(tag);
    const kind = match[1]?.toLowerCase() === 'img' ? 'image' : 'link';
    if (target) links.push({ kind, target: target[1] ?? target[2] ?? '', words: words?.[1] ?? words?.[2] ?? '' });
  }
  return links;
}

function bareLinks(raw: string, known: readonly FoundLink[]): FoundLink[] {
  const links: FoundLink[] = [];
  for (const match of raw.matchAll(/\bhttps?:\/\/[^\s<>"'`|\\^{}[\]]{1,600}/g)) {
    const before = raw.charAt(match.index - 1);
    const address = match[0].replace(/[.,;:!?*_)]{1,8}$/, '');
    if (before === '(' && known.some(({ target }) => target.startsWith(address))) continue;
    if (!known.some(({ target }) => target === address)) links.push({ kind: 'link', target: address, words: '' });
  }
  return links;
}

function orgLinks(raw: string): FoundLink[] {
  return [...raw.matchAll(/\[\[([^\][]{1,500})\](?:\[([^\][]{1,500})\])?\]/g)].map((match) => {
    const target = (match[1] ?? '').replace(/^file:/, '');
    const isImage = match[2] === undefined && /\.(?:png|jpe?g|gif|svg|webp)$/i.test(target);
    return { kind: isImage ? 'image' : 'link', target, words: match[2] ?? '' };
  });
}

function rstLinks(raw: string, references: ReadonlyMap<string, string>): FoundLink[] {
  const links: FoundLink[] = [];
  for (const match of raw.matchAll(/(?::(?:doc|download|ref):)?`([^`<>]{0,300})(?:<([^`<>]{1,500})>)?`_{0,2}/g)) {
    const isRole = match[0].startsWith(':');
    const words = (match[1] ?? '').trim();
    const target = match[2] ?? (isRole ? words : references.get(words.toLowerCase()));
    if (target && (isRole || match[0].endsWith('_'))) links.push({ kind: 'link', target, words });
  }
  return links;
}

function asciiDocLinks(raw: string): FoundLink[] {
  const links: FoundLink[] = [];
  for (const match of raw.matchAll(/\b(image::?|link:|xref:|https?:\/\/)([^\s[\]]{1,500})\[([^\]]{0,500})\]/g)) {
    const [, prefix = '', rest = '', words = ''] = match;
    const kind = prefix.startsWith('image') ? 'image' : 'link';
    const target = prefix.startsWith('http') ? prefix + rest : (rest.split('#', 1)[0] ?? '');
    if (target !== '') links.push({ kind, target, words: words.split(',', 1)[0] ?? '' });
  }
  for (const match of raw.matchAll(/<<([^<>,#]{1,300}\.adoc)#?[^<>,]{0,100}(?:,([^<>]{1,300}))?>>/g)) {
    links.push({ kind: 'link', target: match[1] ?? '', words: match[2] ?? '' });
  }
  return links;
}
