/** The families of inline marks that documents use. */
export type Markup = 'markdown' | 'asciidoc' | 'rst' | 'org' | 'none';
