import type { ReviewDocument } from '../reviews/review';

/** One name of one or more reviews. */
export interface KnownName {
  readonly form: 'id' | 'alias';
  /** All that claim it, in the order of their paths. */
  readonly reviews: ReviewDocument[];
  /** Whether it may be matched by itself, without a path, a link or a marker. */
  readonly isDistinctive: boolean;
}
