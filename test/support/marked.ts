/** A text without its «marks», and where the marked stretches are: 0-based UTF-16 offsets. */
export interface Marked {
  readonly text: string;
  readonly spans: readonly { readonly start: number; readonly end: number }[];
}

/** Takes the «marks» out of a source and says what they marked. Marks do not nest. */
export function marked(source: string): Marked {
  const spans: { start: number; end: number }[] = [];
  let text = '';
  let start = 0;
  for (const unit of source) {
    if (unit === '«') start = text.length;
    else if (unit === '»') spans.push({ start, end: text.length });
    else text += unit;
  }
  return { text, spans };
}
