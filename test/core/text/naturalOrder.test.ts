import assert from 'node:assert/strict';
import { inNaturalOrder } from '../../../src/core/text/naturalOrder';

describe('inNaturalOrder', () => {
  const order = (names: readonly string[]) => inNaturalOrder(names, (name) => name);

  it('counts figures', () => {
    assert.deepEqual(order(['INC-10', 'INC-7', 'INC-100', 'INC-8']), ['INC-7', 'INC-8', 'INC-10', 'INC-100']);
  });

  it('counts each number of a name', () => {
    assert.deepEqual(order(['PM-2021-10', 'PM-2021-9', 'PM-2020-11']), ['PM-2020-11', 'PM-2021-9', 'PM-2021-10']);
  });

  it('leaves case aside, and what is alike as it was', () => {
    assert.deepEqual(order(['b', 'inc-2', 'INC-1', 'INC-2', 'a']), ['a', 'b', 'INC-1', 'inc-2', 'INC-2']);
  });

  it('takes leading zeros for nothing', () => {
    assert.deepEqual(order(['10-c', '009-b', '8-a']), ['8-a', '009-b', '10-c']);
  });
});
