import type { MarkdownIt, Token } from 'markdown-it';
import { citedTokens } from './citedTokens';
import type { PreviewDocument, PreviewLibrary } from './previewLibrary';
import { PreviewPage, type TokenClass } from './previewPage';
import { whereCited } from './whereCited';

const mostRemembered = 20;

/** A document as it was rendered last. */
interface Rendered {
  readonly document: PreviewDocument;
  readonly tokens: readonly Token[];
  readonly Token: TokenClass;
  readonly told: string;
}

/**
 * Shows in rendered Markdown what its citations mean: each as a link with the title and the card of its review, and at the end of a
 * review, where it is cited.
 *
 * Everything is added to the tokens as they are rendered, because only then VS Code says which document it is, and because it keeps
 * tokens from one rendering to the next. What is added is text and attributes, escaped by markdown-it itself; no HTML of a review.
 */
export class CitationPreview {
  readonly #library: PreviewLibrary;
  readonly #rendered = new Map<string, Rendered>();

  constructor(library: PreviewLibrary) {
    this.#library = library;
  }

  /** Teaches a markdown-it; returns it. */
  extend(markdown: MarkdownIt): MarkdownIt {
    const { renderer, utils } = markdown;
    const render = renderer.render.bind(renderer);
    const { Token } = new markdown.core.State('', markdown, {});
    renderer.rules.precedent_text = (tokens, at) => utils.escapeHtml(tokens[at]?.content ?? '');
    renderer.render = (tokens, options, env) => {
      const document = this.#library.documentOf(env?.currentDocument);
      return render(document ? this.#page(document, tokens, Token) : tokens, options, env);
    };
    return markdown;
  }

  /** Whether a document would be rendered in another way than it was: the library has changed in what it shows. */
  isOutdated(): boolean {
    const outdated = [...this.#rendered].filter(([, { document, tokens, Token, told }]) => {
      return pageOf(document, tokens, this.#library, Token).told !== told;
    });
    // What is still shown is rendered again; what is not would be outdated for ever.
    for (const [key] of outdated) this.#rendered.delete(key);
    return outdated.length > 0;
  }

  #page(document: PreviewDocument, tokens: readonly Token[], Token: TokenClass): Token[] {
    const page = pageOf(document, tokens, this.#library, Token);
    this.#rendered.delete(document.key);
    this.#rendered.set(document.key, { document, tokens, Token, told: page.told });
    const [oldest] = this.#rendered.keys();
    if (this.#rendered.size > mostRemembered && oldest !== undefined) this.#rendered.delete(oldest);
    return page.tokens;
  }
}

function pageOf(document: PreviewDocument, tokens: readonly Token[], library: PreviewLibrary, Token: TokenClass) {
  const page = new PreviewPage(document, library, Token);
  const reviews = library.known.library.in(document.key);
  const all = [...citedTokens(page, tokens, reviews), ...whereCited(page, reviews)];
  return { tokens: all, told: page.told };
}
