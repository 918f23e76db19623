/**
 * Text for a label in which VS Code would draw `$(name)` as an icon: a lens, a picker, a tree.
 *
 * The dollar sign becomes its full-width form, which looks nearly the same, draws nothing and keeps the length, so that ranges of
 * matched words stay right. A backslash would show wherever a label knows no icons.
 */
export function escapeIcons(text: string): string {
  return text.replaceAll('$(', '＄(');
}
