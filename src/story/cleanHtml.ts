import type { ElementContent } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import { type Schema, sanitize } from 'hast-util-sanitize';
import { parseFragment } from 'parse5';
import { shallowHtml } from './shallowHtml';

const tagNames = [
  ...['a', 'abbr', 'b', 'blockquote', 'br', 'caption', 'center', 'cite', 'code', 'dd', 'del', 'details', 'dfn', 'div'],
  ...['dl', 'dt', 'em', 'figcaption', 'figure', 'font', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'i', 'img', 'ins'],
  ...[
    'kbd',
    'li',
    'mark',
    'ol',
    'p',
    'pre',
    'q',
    'rp',
    'rt',
    'ruby',
    's',
    'samp',
    'section',
    'small',
    'span',
    'strike',
  ],
  ...['strong', 'sub', 'summary', 'sup', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr', 'tt', 'u', 'ul', 'var'],
];

/** The elements that a review may use; it may hold no other. */
const known = new Set(tagNames);

/** Nothing that runs, loads, styles, submits or names; every link is looked at again by whoever shows it. */
const schema: Schema = {
  tagNames,
  attributes: {
    '*': ['dataLine', 'title', 'lang', 'dir'],
    a: ['href'],
    code: [['className', /^language-[\w+#.-]{1,40}$/]],
    details: ['open'],
    img: ['src', 'alt'],
    ol: ['start'],
    td: ['align', 'colSpan', 'rowSpan'],
    th: ['align', 'colSpan', 'rowSpan'],
  },
  protocols: { href: ['http', 'https', 'mailto'], src: ['http', 'https'] },
  allowComments: false,
  allowDoctypes: false,
};

/**
 * HTML made of a review's text, as a tree without anything that could run, load or style: {@link visibleTags} comes before it, so
 * that nothing is lost with a tag that is not known.
 */
export function cleanHtml(html: string): ElementContent[] {
  const clean = sanitize(fromParse5(parseFragment(shallowHtml(wellFormed(html)))), schema);
  return clean.type === 'root' ? (clean.children.filter(({ type }) => type !== 'doctype') as ElementContent[]) : [];
}

/** Without halves of characters: parse5 takes two second halves for a character that there is not, and throws. */
function wellFormed(html: string): string {
  return html.replace(/\p{Cs}/gu, '\ufffd');
}

/**
 * A piece of HTML in which tags that a review may not use stand as text: `<service>` in a sentence is a word, and `<script>` is to be
 * seen. Comments stay comments. Linear.
 */
export function visibleTags(html: string): string {
  let visible = '';
  let from = 0;
  const lastEnd = html.lastIndexOf('-->');
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
    if (html.startsWith('<!--', at) && lastEnd >= at + 4) {
      at = html.indexOf('-->', at + 4);
      continue;
    }
    const name = /^<\/?([a-z][a-z0-9]{0,20})(?=[\s/>])/i.exec(html.slice(at, at + 30))?.[1];
    if (name !== undefined && known.has(name.toLowerCase())) continue;
    visible += `${html.slice(from, at)}&lt;`;
    from = at + 1;
  }
  return visible + html.slice(from);
}
