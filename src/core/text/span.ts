/** A stretch of a text: 0-based UTF-16 offsets, `end` just behind the last character. */
export interface Span {
  readonly start: number;
  readonly end: number;
}
