import assert from 'node:assert/strict';
import { Rest } from '../../media/story/rest';

/** A page that says what is on it; `frame` draws the window. */
function openPage() {
  const told: string[] = [];
  const frames: (() => void)[] = [];
  const rest = new Rest({
    ask: () => told.push('ask'),
    add: (piece) => told.push(piece),
    whole: () => told.push('whole'),
    afterFrame: (run) => frames.push(run),
  });
  const frame = () => {
    for (const run of frames.splice(0)) run();
  };
  const has = (piece: string) => () => told.includes(piece);
  return { rest, told, frame, has };
}

describe('the rest of a long story', () => {
  it('is nothing where the story is short', () => {
    const { rest, told, frame } = openPage();
    rest.begin(true);
    frame();
    assert.deepEqual(told, ['whole']);
  });

  it('is asked for once the beginning was drawn, and comes a piece for each frame', () => {
    const { rest, told, frame } = openPage();
    rest.begin(false);
    assert.deepEqual(told, []);
    frame();
    rest.came(['a', 'b']);
    assert.deepEqual(told, ['ask']);
    frame();
    assert.deepEqual(told, ['ask', 'a']);
    frame();
    frame();
    assert.deepEqual(told, ['ask', 'a', 'b', 'whole']);
  });

  it('comes at once as far as somebody needs it', () => {
    const { rest, told, frame, has } = openPage();
    rest.begin(false);
    frame();
    rest.when(has('b'), () => told.push('went'));
    rest.came(['a', 'b', 'c']);
    assert.deepEqual(told, ['ask', 'a', 'b', 'went']);
    frame();
    assert.deepEqual(told, ['ask', 'a', 'b', 'went', 'c', 'whole']);
  });

  it('lets nobody wait for what is not in it', () => {
    const { rest, told, frame, has } = openPage();
    rest.begin(false);
    frame();
    rest.came(['a', 'b']);
    rest.when(has('nothing'), () => told.push('went'));
    frame();
    assert.deepEqual(told, ['ask', 'a', 'b', 'whole', 'went']);
  });

  it('keeps who waits over a new version of the page, and not over another review', () => {
    const { rest, told, frame, has } = openPage();
    rest.begin(false);
    rest.when(has('b'), () => told.push('went'));
    rest.begin(false);
    frame();
    rest.came(['a', 'b']);
    rest.came(['of the version before']);
    assert.deepEqual(told, ['ask', 'a', 'b', 'whole', 'went']);
    rest.begin(false);
    rest.when(has('z'), () => told.push('lost'));
    rest.leave();
    rest.begin(true);
    assert.deepEqual(told.slice(5), ['whole']);
  });

  it('is left alone where a new version of the page came meanwhile', () => {
    const { rest, told, frame } = openPage();
    rest.begin(false);
    frame();
    rest.came(['a', 'b']);
    rest.begin(true);
    frame();
    assert.deepEqual(told, ['ask', 'whole']);
  });
});
