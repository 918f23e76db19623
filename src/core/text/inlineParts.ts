import type { Markup } from './markup';

/** A piece of a sentence as a reader sees it. */
export type InlinePart =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis'; readonly parts: readonly InlinePart[] }
  | { readonly kind: 'link'; readonly target: string; readonly parts: readonly InlinePart[] }
  | { readonly kind: 'image'; readonly target: string; readonly words: string };

const address = /(?<address>\bhttps?:\/\/[^\s<>"'`|\\^{}[\]]{1,600})/u;

/** The inline marks of each format, each as a group by its meaning; what matches none stays as it stands. */
const marks: Readonly<Record<Exclude<Markup, 'none' | 'markdown'>, RegExp>> = {
  asciidoc: anyOf(
    /image::?(?<imageTarget>[^\s[\]]{1,500})\[(?<imageWords>[^\]]{0,500})\]/u,
    /(?:link:|xref:)(?<target>[^\s[\]]{1,500})\[(?<words>[^\]]{0,500})\]/u,
    /(?<target2>https?:\/\/[^\s[\]]{1,500})\[(?<words2>[^\]]{1,500})\]/u,
    /<<(?<target3>[^<>,]{1,300})(?:,(?<words3>[^<>]{1,300}))?>>/u,
    /`(?<code>[^`]{1,300})`/u,
    /(?<![\p{L}\p{N}*])\*{1,2}(?<strong>[^\s*][^*]{0,300})\*{1,2}(?![\p{L}\p{N}])/u,
    /(?<![\p{L}\p{N}_])_{1,2}(?<emphasis>[^\s_][^_]{0,300})_{1,2}(?![\p{L}\p{N}])/u,
    address,
  ),
  rst: anyOf(
    /``(?<code>[^`]{1,300})``/u,
    /(?::[\w:.+-]{1,40}:)?`(?<words>[^`<>]{1,300})<(?<target>[^`<>]{1,500})>`_{0,2}/u,
    /:[\w:.+-]{1,40}:`(?<code2>[^`<>]{1,300})`/u,
    /`(?<reference>[^`<>]{1,300})`__?/u,
    /(?<![\p{L}\p{N}*])\*\*(?<strong>[^\s*][^*]{0,300})\*\*/u,
    /(?<![\p{L}\p{N}*])\*(?<emphasis>[^\s*][^*]{0,300})\*/u,
    address,
  ),
  org: anyOf(
    /\[\[(?:file:)?(?<target>[^\][]{1,500})\](?:\[(?<words>[^\][]{1,500})\])?\]/u,
    /(?<![\p{L}\p{N}])[=~](?<code>[^\s=~][^=~]{0,300})[=~](?![\p{L}\p{N}])/u,
    /(?<![\p{L}\p{N}*])\*(?<strong>[^\s*][^*]{0,300})\*(?![\p{L}\p{N}])/u,
    address,
    /(?<![\p{L}\p{N}/:])\/(?<emphasis>[^\s/][^/]{0,300})\/(?![\p{L}\p{N}])/u,
  ),
};

const images = /\.(?:png|jpe?g|gif|svg|webp|avif)$/i;

/**
 * The pieces of a sentence with inline marks, in order. `references` are the targets of names that the document defines, in lower case.
 *
 * Nothing of the words is lost: marks that are not closed, or mean nothing to us, stay as they stand.
 */
export function inlineParts(
  text: string,
  markup: Markup,
  references: ReadonlyMap<string, string> = new Map(),
): readonly InlinePart[] {
  return partsOf(text, markup === 'none' || markup === 'markdown' ? address : marks[markup], references, 3);
}

function partsOf(text: string, mark: RegExp, references: ReadonlyMap<string, string>, depth: number): InlinePart[] {
  if (depth === 0) return text === '' ? [] : [{ kind: 'text', text }];
  const parts: InlinePart[] = [];
  let from = 0;
  for (const match of text.matchAll(new RegExp(mark.source, 'gu'))) {
    const inner = (words: string) => partsOf(words, mark, references, depth - 1);
    const part = partOf(match, inner, references);
    if (!part) continue;
    if (match.index > from) parts.push({ kind: 'text', text: text.slice(from, match.index) });
    parts.push(part);
    from = match.index + match[0].length;
  }
  if (from < text.length) parts.push({ kind: 'text', text: text.slice(from) });
  return parts;
}

function partOf(
  match: RegExpExecArray,
  inner: (words: string) => InlinePart[],
  references: ReadonlyMap<string, string>,
): InlinePart | undefined {
  const groups = match.groups ?? {};
  const code = groups.code ?? groups.code2;
  if (code !== undefined) return { kind: 'code', text: code };
  if (groups.strong !== undefined) return { kind: 'strong', parts: inner(groups.strong) };
  if (groups.emphasis !== undefined) return { kind: 'emphasis', parts: inner(groups.emphasis) };
  if (groups.imageTarget !== undefined)
    return { kind: 'image', target: groups.imageTarget, words: groups.imageWords ?? '' };
  if (groups.reference !== undefined) {
    const target = references.get(groups.reference.trim().toLowerCase());
    return { kind: 'link', target: target ?? '', parts: [{ kind: 'text', text: groups.reference }] };
  }
  const words = groups.words ?? groups.words2 ?? groups.words3;
  const target = groups.target ?? groups.target2 ?? groups.target3;
  if (target !== undefined) {
    if (words === undefined && images.test(target)) return { kind: 'image', target, words: '' };
    const shown = (words ?? '').replace(/\^$/, '').trim();
    return { kind: 'link', target: target.trim(), parts: [{ kind: 'text', text: shown === '' ? target : shown }] };
  }
  if (groups.address === undefined) return undefined;
  return { kind: 'link', target: groups.address, parts: [{ kind: 'text', text: groups.address }] };
}

function anyOf(...patterns: readonly RegExp[]): RegExp {
  return new RegExp(patterns.map(({ source }) => source).join('|'), 'u');
}
