/**
 * Whether a drawing of draw.io holds pages as compressed text, which says nothing to a search. Uncompressed pages begin with an element.
 */
export function hasCompressedPages(path: string, text: string): boolean {
  return mayHaveCompressedPages(path) && /<diagram(?:\s[^<>]{0,1000})?>\s{0,20}[A-Za-z0-9+/%]/.test(text);
}

/** Whether a file of this name may. */
export function mayHaveCompressedPages(path: string): boolean {
  return /\.(?:drawio|dio)(?:\.xml)?$/i.test(path);
}
