import type { StateCore, Token } from 'markdown-it';
import type { PreviewDocument, PreviewLibrary } from './previewLibrary';

/** Makes the tokens of the markdown-it that renders; its class is nowhere else to be had without loading markdown-it ourselves. */
export type TokenClass = StateCore['Token'];

/** What one rendering of a document adds to it. */
export class PreviewPage {
  readonly document: PreviewDocument;
  readonly library: PreviewLibrary;
  /** The reviews whose title has been told since the last heading, by name. */
  readonly titled = new Set<string>();
  readonly #Token: TokenClass;
  readonly #added: Token[] = [];
  #cards = 0;

  constructor(document: PreviewDocument, library: PreviewLibrary, Token: TokenClass) {
    this.document = document;
    this.library = library;
    this.#Token = Token;
  }

  /** Everything that was added, in one string: two renderings of one text look alike where it is the same. */
  get told(): string {
    return JSON.stringify(this.#added.map(({ tag, attrs, content }) => [tag, attrs, content]));
  }

  /** An id for the next card, unique in the page. */
  nextCard(): string {
    return `precedent-card-${++this.#cards}`;
  }

  /** Text of the document itself: of the kind of which slugs of headings are made. */
  text(content: string): Token {
    return this.#make('text', '', 0, content);
  }

  /** Text of ours, or of a review: see {@link ./citationPreview} for how it is escaped. */
  added(content: string): Token {
    return this.#make('precedent_text', '', 0, content);
  }

  /** An element around tokens. Links are of the kind that VS Code knows, which makes them open in the preview. */
  element(tag: string, attributes: Readonly<Record<string, string>>, children: readonly Token[]): Token[] {
    const type = tag === 'a' ? 'link' : 'precedent';
    const open = this.#make(`${type}_open`, tag, 1);
    open.attrs = Object.entries(attributes);
    return [open, ...children, this.#make(`${type}_close`, tag, -1)];
  }

  /** A copy of a token to change: VS Code keeps the tokens of a text and renders them again. */
  copy(token: Token, changes: Partial<Pick<Token, 'children' | 'attrs'>>): Token {
    return Object.assign(this.#make(token.type, token.tag, token.nesting), token, changes);
  }

  #make(type: string, tag: string, nesting: -1 | 0 | 1, content = ''): Token {
    const token = new this.#Token(type, tag, nesting);
    token.content = content;
    this.#added.push(token);
    return token;
  }
}
