/** A place in the file in front: a 1-based line, or in a notebook a 1-based cell with a line of that cell. */
export interface FilePlace {
  readonly line: number;
  readonly cell?: number;
}

/** A place in another file. */
export interface NearbyPlace {
  /** Key of the file, as its reader names it. */
  readonly file: string;
  /** Relative to the root, `/` separators. */
  readonly path: string;
  /** 1-based. */
  readonly line: number;
}

/** What a review was found to name: the file itself, the module it is, a symbol it defines, or a folder around it. */
export type NamedAs = 'path' | 'module' | 'symbol' | 'folder';

/** How a file is near to another one: it is imported there, imports it, or stands in the same folder. */
export type Nearness = 'imported' | 'importer' | 'folder';

/** Why a review bears on a file. */
export type FileReason =
  | { readonly kind: 'cited'; readonly places: readonly FilePlace[] }
  | { readonly kind: 'mentioned'; readonly place: FilePlace; readonly text: string }
  | {
      readonly kind: 'named';
      readonly as: NamedAs;
      /** As written in the review. */
      readonly name: string;
      /** 1-based line of the review's file. */
      readonly line: number;
    }
  /** The file is a review, and this one cites it. */
  | { readonly kind: 'cites'; readonly line: number }
  | {
      readonly kind: 'nearby';
      readonly as: Nearness;
      /** One citation for each file, at least one. */
      readonly places: readonly [NearbyPlace, ...NearbyPlace[]];
    }
  | {
      readonly kind: 'service';
      readonly service: string;
      readonly folder: string;
      /** Whether `precedent.yaml` says so; else the folder has the name of the service. */
      readonly isTold: boolean;
    };
