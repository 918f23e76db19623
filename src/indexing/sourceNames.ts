/** The file in which a library describes itself. */
export const rulesFile = 'precedent.yaml';

const names = [
  'incidents',
  'incident-reviews',
  'incident-reports',
  'post-incident-reviews',
  'postmortems',
  'post-mortems',
];

/** Paths at which a library is looked for, in this order, written as {@link plainName} writes them. */
export const sourceNames: readonly string[] = ['', 'docs/', 'doc/'].flatMap((folder) =>
  names.map((name) => folder + name),
);

/** A folder's name as it is compared: any case, `_` for `-`. */
export function plainName(name: string): string {
  return name.toLowerCase().replaceAll('_', '-');
}
