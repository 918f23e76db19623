import type { Span } from '../text/span';

/** Names that end no label and mean nothing in one, between quotes and without. */
const quotable = /^[\p{L}\p{N}_.\-/:@#]+$/u;
const plain = /^[\p{L}\p{N}_.\-/]+$/u;

/** A place in a diagram. */
interface LabelPlace {
  readonly languageId: string;
  /** All of the diagram. */
  readonly text: string;
  /** 0-based, UTF-16 units. */
  readonly offset: number;
  /** What stands before and after it on its line. */
  readonly before: string;
  readonly after: string;
  /** The quoted label in which it stands, quotes included, where the language has its labels in quotes. */
  readonly quoted?: Span;
}

/**
 * Whether a name can be written into the label at a place, and be read there as it is: in quotes, brackets and messages of Mermaid, in a
 * `label` of Graphviz, and in a `value` or `label` of draw.io.
 */
export function takesName(place: LabelPlace, name: string): boolean {
  switch (place.languageId) {
    case 'mermaid':
      return takesNameInMermaid(place, name);
    case 'dot':
      return (
        quotable.test(name) &&
        isValueOf(place, /\b(?:x|head|tail)?label[ \t]{0,8}=[ \t]{0,8}$/) &&
        !isEscaped(place.before)
      );
    case 'drawio':
      return quotable.test(name) && isValueOf(place, /\s(?:value|label)=$/) && !isInMarkup(place.before, place.after);
    default:
      return false;
  }
}

function takesNameInMermaid({ text, before, after }: LabelPlace, name: string): boolean {
  if (/^\s*(?:click|link|callback|acc(?:Title|Descr)|style|class|classDef|linkStyle)\b/.test(before)) return false;
  const isQuoted = count(before, '"') % 2 === 1 && after.includes('"');
  // `#…;` is an entity.
  if (isQuoted) return quotable.test(name) && !after.startsWith(';') && !/[#&][^\s"]*$/.test(before);
  if (count(before, '"') % 2 === 1 || !plain.test(name)) return false;
  const kind = /^[ \t>]*(flowchart|graph|sequenceDiagram)(?![\w-])/m.exec(text)?.[1];
  if (kind === 'sequenceDiagram') return /^[^:#;]*(?:->|-[-x)]|\bnote\b)[^:#;]*:[^:#;]*$/i.test(before);
  if (kind === undefined) return false;
  // What stands in quotes opens and closes nothing.
  const unquoted = before.replace(/"[^"]*"/g, '""');
  const isInBars = count(unquoted, '|') % 2 === 1;
  if (isInBars) return /\|[^"()[\]{}|]*$/.test(unquoted) && /^[^"()[\]{}|]*\|/.test(after);
  // `[/…/]` is a shape, not a text.
  return /[^\s([{|][([{]{1,2}(?![/\\])[^"()[\]{}|]+$/.test(unquoted) && /^[^"()[\]{}|]*[)\]}]/.test(after);
}

function isValueOf({ text, offset, quoted }: LabelPlace, attribute: RegExp): boolean {
  if (!quoted || text[quoted.start] !== '"' || offset <= quoted.start || offset >= quoted.end) return false;
  return attribute.test(text.slice(Math.max(0, quoted.start - 40), quoted.start));
}

/** Whether a backslash would escape what follows. */
function isEscaped(before: string): boolean {
  return /\\$/.test(before);
}

/** Whether a place in an attribute of XML lies in an entity, or in a tag that is written with entities. */
function isInMarkup(before: string, after: string): boolean {
  if (/&[#\w]{0,10}$/.test(before) && /^[#\w]{0,10};/.test(after)) return true;
  return before.lastIndexOf('&lt;') > before.lastIndexOf('&gt;');
}

function count(text: string, mark: string): number {
  return text.split(mark).length - 1;
}
