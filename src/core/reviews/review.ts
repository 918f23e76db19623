import type { Finding } from '../finding';
import type { Span } from '../text/span';

/** Where a review's id was read. */
export type IdFrom = 'frontMatter' | 'label' | 'fileName' | 'heading' | 'number' | 'folder' | 'stem';

/** What a material is, as far as its name tells. */
export type MaterialKind = 'image' | 'diagram' | 'transcript' | 'document' | 'link';

/** Anything beyond the text: image, diagram, whiteboard photo, transcript, PDF, related project. */
export interface Material {
  /** Relative to the root, `/` separators; a URL for a link. */
  readonly path: string;
  readonly kind: MaterialKind;
  readonly title?: string;
}

/**
 * One post-incident review, in the shape that the command line prints and the API hands out.
 *
 * Lists are in the order of the document. What the document does not say is absent or an empty list, never guessed.
 */
export interface Review {
  readonly id: string;
  readonly idFrom: IdFrom;
  /** Other names that mean this review: former ids, ids that other rules read, its URLs. */
  readonly aliases: readonly string[];
  /** For display: without "Incident:", a leading date or the review's own id. */
  readonly title: string;
  /** Relative to the root, `/` separators. */
  readonly path: string;
  /** When it happened, as precise as the document says: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly date?: string;
  readonly status?: string;
  /** Verbatim. */
  readonly severity?: string;
  readonly services: readonly string[];
  readonly tags: readonly string[];
  readonly people: readonly string[];
  readonly summary?: string;
  readonly surprises: readonly string[];
  readonly difficulties: readonly string[];
  readonly contributors: readonly string[];
  readonly materials: readonly Material[];
  /** Ids of reviews that this one links to or names. */
  readonly related: readonly string[];
}

/** The form a document is written in. */
export type DocumentFormat = 'markdown' | 'asciidoc' | 'rst' | 'org' | 'plain' | 'yaml' | 'json';

/** What a section tells about, whatever its heading says. `excluded` is shown in the source only. */
export type SectionKind =
  | 'summary'
  | 'context'
  | 'surprises'
  | 'difficulties'
  | 'contributors'
  | 'timeline'
  | 'impact'
  | 'resolution'
  | 'lessons'
  | 'people'
  | 'followUps'
  | 'transcript'
  | 'excluded'
  | 'other';

/** A part of a review that can be cited: what stands under a heading, or under a bold label where there are no headings. */
export interface Section extends Span {
  /** As written, without marks, emoji shortcodes and trailing `#`. */
  readonly heading: string;
  readonly kind: SectionKind;
  /** 1 for the outermost. */
  readonly level: number;
  /** 1-based line of the heading. */
  readonly line: number;
  /** The slug that cites it: `INC-7#what-surprised-us`. Unique within the review. */
  readonly passage: string;
  /** Offset at which the text under the heading begins; `end` is where the next heading of any level begins. */
  readonly bodyStart: number;
}

/** A point of the timeline or a line of a transcript, citable as `INC-7@14:06`. */
export interface Moment extends Span {
  /** `HH:MM`, 24 hours, as the document counts. */
  readonly time: string;
  /** 1-based. */
  readonly line: number;
  readonly kind: 'timeline' | 'transcript';
  /** What happened, one line, marks removed. */
  readonly text: string;
}

/** Fields whose origin is remembered. */
export type ReviewField =
  | 'id'
  | 'title'
  | 'date'
  | 'status'
  | 'severity'
  | 'services'
  | 'tags'
  | 'people'
  | 'summary'
  | 'surprises'
  | 'difficulties'
  | 'contributors'
  | 'related';

/** Which rule gave a field, in a few words for people, and the 1-based line it was read from. */
export interface Origin {
  readonly rule: string;
  readonly line?: number;
}

/** A review with all that the editor needs to show, cite and explain it. Immutable. */
export interface ReviewDocument extends Review {
  /** How its reader names the file: a URI in the editor, a path on the command line. Opaque to the core. */
  readonly key: string;
  /** Key of the source it belongs to. */
  readonly source: string;
  readonly format: DocumentFormat;
  /** The title as the document says it. */
  readonly rawTitle: string;
  /** What was indexed: the whole document, or its first 256 kB. Offsets in sections and moments are into this text. */
  readonly text: string;
  /**
   * Where `text` begins in the file, where a file holds several reviews: offsets in sections and moments are into `text`, lines are those of
   * the file. `line` is 1-based.
   */
  readonly startsAt?: { readonly offset: number; readonly line: number };
  readonly firstParagraph?: string;
  readonly sections: readonly Section[];
  readonly moments: readonly Moment[];
  readonly origins: Readonly<Partial<Record<ReviewField, Origin>>>;
  readonly isDraft: boolean;
  readonly isTruncated: boolean;
  /** Whether no heading of it is excluded: told with the facts, so that its story need not be read to know. */
  readonly hidesNothing?: boolean;
  readonly findings: readonly Finding[];
}

/** A file of a source that is no review, and why, in words for people. */
export interface Omission {
  readonly key: string;
  /** Relative to the root, `/` separators. */
  readonly path: string;
  readonly reason: string;
}

/** The review as the command line and the API hand it out: exactly the keys of {@link Review}. */
export function toReview(document: ReviewDocument): Review {
  const { id, idFrom, aliases, title, path, date, status, severity, services, tags, people } = document;
  const { summary, surprises, difficulties, contributors, materials, related } = document;
  return {
    id,
    idFrom,
    aliases,
    title,
    path,
    ...(date === undefined ? {} : { date }),
    ...(status === undefined ? {} : { status }),
    ...(severity === undefined ? {} : { severity }),
    services,
    tags,
    people,
    ...(summary === undefined ? {} : { summary }),
    surprises,
    difficulties,
    contributors,
    materials,
    related,
  };
}
