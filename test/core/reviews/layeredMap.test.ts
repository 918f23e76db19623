import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LayeredMap, type SortedMap } from '../../../src/core/reviews/layeredMap';

/** A map made in one go, of which this tells what was asked for. */
class Sorted extends Map<string, number> implements SortedMap<number> {
  readonly asked: string[] = [];

  keyAt(row: number): string {
    return [...this.keys()][row] ?? '';
  }

  at(row: number): number {
    this.asked.push(this.keyAt(row));
    return this.get(this.keyAt(row)) ?? 0;
  }

  rowOf(key: string): number | undefined {
    const row = [...this.keys()].indexOf(key);
    return row < 0 ? undefined : row;
  }
}

function sorted(entries: Readonly<Record<string, number>>): Sorted {
  return new Sorted(Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1)));
}

describe('LayeredMap', () => {
  it('asks for the value of a key only when somebody asks', () => {
    const [first, second] = [sorted({ a: 1, b: 2 }), sorted({ c: 3, d: 4 })];
    const map = new LayeredMap<number>();
    map.setAll(first);
    map.setAll(second);
    assert.equal(map.size, 4);
    assert.equal(map.get('c'), 3);
    assert.deepEqual([first.asked, second.asked], [[], ['c']]);
  });

  it('is always as a map to which the same was done entry by entry', () => {
    const keys = fc.constantFrom(...'abcdefghij');
    const values = fc.nat(9);
    const deed = fc.oneof(
      fc.record({ kind: fc.constant('set' as const), key: keys, value: values }),
      fc.record({ kind: fc.constant('delete' as const), key: keys }),
      fc.record({ kind: fc.constantFrom('setAll' as const, 'deleteAll' as const), all: fc.dictionary(keys, values) }),
    );
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 30 }), (deeds) => {
        const [map, plain] = [new LayeredMap<number>(), new Map<string, number>()];
        for (const each of deeds) {
          if (each.kind === 'set') {
            map.set(each.key, each.value);
            plain.set(each.key, each.value);
          } else if (each.kind === 'delete') assert.equal(map.delete(each.key), plain.delete(each.key));
          else {
            const all = sorted(each.all);
            map[each.kind](all);
            for (const [key, value] of all)
              if (each.kind === 'setAll') plain.set(key, value);
              else plain.delete(key);
          }
          assert.deepEqual([...map].sort(), [...plain].sort());
          assert.deepEqual([...map.keys()].sort(), [...plain.keys()].sort());
          assert.deepEqual([...map.values()].sort(), [...plain.values()].sort());
          assert.equal(map.size, plain.size);
          for (const key of 'abcdefghij') {
            assert.equal(map.get(key), plain.get(key));
            assert.equal(map.has(key), plain.has(key));
          }
        }
      }),
    );
  });
});
