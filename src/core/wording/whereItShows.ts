/** The words of the section that ends a review where it is read: the places that cite it. */
export const whereItShows = {
  heading: 'Where this story shows up',
  searching: 'Looking for the places that cite it…',
  stopped: 'The search for the places that cite it was stopped; there may be more.',
  none: 'Nothing in this workspace cites this review yet. Where you build on it, “Precedent: Cite…” names it.',
  spoken: 'Named in a conversation',
  more: (count: number) => `and ${count} more`,
} as const;
