/** The most figures of a number that count as one; longer ones are no numbers. */
const mostFigures = 15;

/** In the order in which people count: `INC-7` before `INC-10`, case aside. What is alike stays in its order. */
export function inNaturalOrder<Item>(items: readonly Item[], nameOf: (item: Item) => string): Item[] {
  return items
    .map((item) => ({ item, key: naturalKey(nameOf(item)) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ item }) => item);
}

/** A name whose order among texts is its natural order: numbers have figures before them. */
function naturalKey(name: string): string {
  return name.toLowerCase().replace(/\d{1,15}/g, (figures) => figures.padStart(mostFigures, '0'));
}
