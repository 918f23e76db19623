import assert from 'node:assert/strict';
import { UpdatesWhileShown } from '../../src/sidebar/updatesWhileShown';

describe('UpdatesWhileShown', () => {
  /** Many changes at once, and how many updates came of them by the time that there was a pause. */
  async function updatesOf(isShown: () => boolean, then: (updates: UpdatesWhileShown) => void = () => {}) {
    let count = 0;
    const updates = new UpdatesWhileShown(isShown, () => {
      count++;
    });
    for (let change = 0; change < 1000; change++) updates.changed();
    then(updates);
    await new Promise((resolve) => setTimeout(resolve, 600));
    updates.cancel();
    return count;
  }

  it('brings a shown view up to date once, in the pause', async () => {
    assert.equal(await updatesOf(() => true), 1);
  });

  it('does nothing while the view is hidden', async () => {
    assert.equal(await updatesOf(() => false), 0);
  });

  it('does nothing once the view was hidden', async () => {
    assert.equal(
      await updatesOf(
        () => true,
        (updates) => updates.cancel(),
      ),
      0,
    );
  });
});
