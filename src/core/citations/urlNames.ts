import type { Library } from '../reviews/library';
import type { ReviewDocument } from '../reviews/review';
import type { Span } from '../text/span';
import { urlKey } from './nameIndex';
import { escapeRegExp } from './namePrefixes';

/** An expression of more hosts than these is not worth its while. */
const mostHosts = 100;

const mostTemplates = 50;
const longestTemplate = 500;
const idInUrl = '([^\\s\\/?#&"\'<>()\\[\\]{}|\\\\^`]{1,200})';
const url = /\bhttps?:\/\/[^\s<>"'`\\^{}|]+/gi;

/** A place where old tools kept reviews: `https://old.example/incidents/{id}`. */
interface UrlTemplate {
  readonly pattern: RegExp;
  readonly text: string;
}

/** A URL in a text that leads to a review, or to a place where one should be. */
export interface UrlHit extends Span {
  /** What stands for the id in the URL; the URL itself where a review claims it whole. */
  readonly id: string;
  readonly reviews: readonly ReviewDocument[];
}

/** Reads URLs: those that reviews call their own, and those of the sources' `urlTemplates`. */
export class UrlNames {
  readonly #templates: readonly UrlTemplate[];
  readonly #urls: ReadonlyMap<string, readonly ReviewDocument[]>;
  readonly #library: Library;
  /** One of the hosts of all URLs and templates; nothing where there are none. */
  readonly #hosts: RegExp | undefined;

  constructor(library: Library, urls: ReadonlyMap<string, readonly ReviewDocument[]>) {
    this.#library = library;
    this.#urls = urls;
    const texts = new Set(library.sources.flatMap(({ rules }) => rules.urlTemplates));
    this.#templates = [...texts].slice(0, mostTemplates).flatMap((text) => template(text) ?? []);
    const hosts = new Set([...urls.keys(), ...this.#templates.map(({ text }) => urlKey(text))].map(hostOf));
    this.#hosts = hosts.size === 0 ? undefined : anyOf([...hosts]);
  }

  /** Whether any URL leads to a review. */
  get areAny(): boolean {
    return this.#hosts !== undefined;
  }

  /** Whether a text can hold a URL that leads to a review: yes too often, never no wrongly. */
  mayOccurIn(text: string): boolean {
    return this.#hosts !== undefined && text.includes('://') && this.#hosts.test(text);
  }

  /** The URLs in a line, as spans; whether or not they lead to a review. */
  spans(line: string): readonly Span[] {
    if (!line.includes('://')) return [];
    return [...line.matchAll(url)].map((match) => ({
      start: match.index,
      end: match.index + withoutTrailingMarks(match[0]).length,
    }));
  }

  /** What the URL in a span of a line leads to: nothing where neither a review claims it nor a template matches. */
  resolve(line: string, span: Span): UrlHit | undefined {
    const text = line.slice(span.start, span.end);
    const key = urlKey(text);
    const own = this.#urls.get(key) ?? this.#urls.get(key.replace(/[?#].*$/, '').replace(/\/$/, ''));
    if (own) return { ...span, id: own[0]?.id ?? text, reviews: own };
    for (const { pattern } of this.#templates) {
      const id = pattern.exec(text)?.[1];
      if (id === undefined) continue;
      const name = decoded(id);
      return { ...span, id: name, reviews: this.#library.get(name) };
    }
    return undefined;
  }
}

function hostOf(key: string): string {
  return /^[^:/?#]*/.exec(key)?.[0] ?? '';
}

function anyOf(hosts: readonly string[]): RegExp {
  if (hosts.length > mostHosts || !hosts.every((host) => /^[\w.-]+$/.test(host))) return /:/;
  return new RegExp(hosts.map(escapeRegExp).join('|'), 'i');
}

/** Nothing for a template without `{id}` or without a host before it. */
function template(text: string): UrlTemplate | undefined {
  const [before, after] = text.slice(0, longestTemplate).split('{id}');
  if (before === undefined || after === undefined) return undefined;
  const start = before.replace(/^https?:\/\//i, '').replace(/^www\./i, '');
  if (!/^[\w.-]+[:/]/.test(start)) return undefined;
  const source = `^https?:\\/\\/(?:www\\.)?${escapeRegExp(start)}${idInUrl}${escapeRegExp(after)}`;
  return { pattern: new RegExp(source, 'i'), text };
}

function withoutTrailingMarks(text: string): string {
  let end = text.length;
  while (end > 0 && /[.,;:!?)\]*_]/.test(text[end - 1] ?? '') && !closesOwnBracket(text, end)) end--;
  return text.slice(0, end);
}

function closesOwnBracket(text: string, end: number): boolean {
  return text[end - 1] === ')' && text.lastIndexOf('(', end) >= 0;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
