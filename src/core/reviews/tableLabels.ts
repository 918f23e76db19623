import { comparable } from '../text/comparable';
import { timeAtStart } from '../text/timeAtStart';
import type { Label } from './labels';
import type { Block, Row } from './outline';

/**
 * The labels that tables hold: two columns of names and values, or a head of names over a single row of values.
 *
 * A table whose first column tells times is none.
 */
export function tableLabels(
  blocks: readonly Block[],
  known: ReadonlySet<string>,
  plain: (raw: string) => string,
): Label[] {
  return tablesIn(blocks).flatMap((rows) => {
    const [head, first] = rows;
    if (!head) return [];
    const isKnown = (cell: string | undefined) => known.has(comparable(plain(cell ?? '')));
    const isWide = head.cells.length > 2 || (rows.length === 2 && isKnown(head.cells[1]) && !isKnown(first?.cells[0]));
    if (isWide) {
      if (!head.isHeader || !first || rows.length !== 2) return [];
      return head.cells
        .map((name, at) => labelFrom(name, first.cells[at] ?? '', first, plain))
        .filter((label) => label.name !== '');
    }
    if (head.cells.length !== 2) return [];
    // The head of a list of tasks or events is no label, though it may read "Owner" or "ID".
    const isLabelled = rows.length === 1 || rows.slice(1).some(({ cells }) => isKnown(cells[0]));
    return (head.isHeader && !isLabelled ? rows.slice(1) : rows)
      .filter(({ cells }) => isName(plain(cells[0] ?? '')))
      .map((row) => labelFrom(row.cells[0] ?? '', row.cells[1] ?? '', row, plain));
  });
}

/** The rows of each table of a document. */
export function tablesIn(blocks: readonly Block[]): Row[][] {
  const tables: Row[][] = [];
  for (const block of blocks) {
    if (block.kind !== 'row') continue;
    const last = tables.at(-1);
    if (last?.[0]?.table === block.table) last.push(block);
    else tables.push([block]);
  }
  return tables;
}

function isName(text: string): boolean {
  return text !== '' && text.length <= 48 && !timeAtStart(text) && !/^\d{4}-\d/.test(text);
}

function labelFrom(name: string, value: string, row: Row, plain: (raw: string) => string): Label {
  const words = plain(name);
  return {
    name: comparable(words),
    words,
    value: plain(value),
    isAlone: false,
    items: [],
    form: 'table',
    line: row.line,
    start: row.start,
    valueStart: row.start,
    indent: 0,
  };
}
