import assert from 'node:assert/strict';
import { HeldLenses, type LinesEdit } from '../../src/editor/heldLenses';

interface Lens {
  readonly line: number;
  readonly lastLine: number;
  readonly title: string;
}

function lens(line: number, title: string, lastLine = line): Lens {
  return { line, lastLine, title };
}

function held(...shown: Lens[]): HeldLenses<Lens> {
  const lenses = new HeldLenses<Lens>((each, lines) => ({ ...each, ...lines }));
  lenses.show(shown);
  return lenses;
}

/** A key pressed in a line. */
function typing(line: number): LinesEdit {
  return { startLine: line, endLine: line, endsAtLineStart: false, breaks: 0 };
}

/** A line break put at the beginning of a line. */
function lineAbove(line: number): LinesEdit {
  return { startLine: line, endLine: line, endsAtLineStart: true, breaks: 1 };
}

describe('HeldLenses', () => {
  it('shows what there is, while nobody types', () => {
    const lenses = held(lens(1, 'a'));
    assert.deepEqual(lenses.show([lens(1, 'b'), lens(4, 'c')]), [lens(1, 'b'), lens(4, 'c')]);
  });

  it('keeps the lens of a comment while its id is written anew', () => {
    const lenses = held(lens(1, 'INC-7'), lens(5, 'INC-9'));
    lenses.edit(typing(1));
    assert.deepEqual(lenses.show([lens(5, 'INC-9')]), [lens(1, 'INC-7'), lens(5, 'INC-9')]);
    assert.deepEqual(lenses.show([lens(1, 'INC-71'), lens(5, 'INC-9')]), [lens(1, 'INC-7'), lens(5, 'INC-9')]);
    lenses.settle();
    assert.deepEqual(lenses.show([lens(1, 'INC-71'), lens(5, 'INC-9')]), [lens(1, 'INC-71'), lens(5, 'INC-9')]);
  });

  it('gives no lens to a comment that is being written, until it rests', () => {
    const lenses = held();
    lenses.edit(typing(3));
    assert.deepEqual(lenses.show([lens(3, 'INC-7')]), []);
    lenses.settle();
    assert.deepEqual(lenses.show([lens(3, 'INC-7')]), [lens(3, 'INC-7')]);
  });

  it('lets lenses elsewhere come and go at once', () => {
    const lenses = held(lens(1, 'a'), lens(8, 'b'));
    lenses.edit(typing(1));
    assert.deepEqual(lenses.show([lens(1, 'a'), lens(9, 'c')]), [lens(1, 'a'), lens(9, 'c')]);
  });

  it('takes a held lens along when lines come or go above it', () => {
    const lenses = held(lens(4, 'a', 6));
    lenses.edit(typing(5));
    lenses.edit(lineAbove(2));
    assert.deepEqual(lenses.show([]), [lens(5, 'a', 7)]);
    lenses.edit({ startLine: 0, endLine: 2, endsAtLineStart: true, breaks: 0 });
    assert.deepEqual(lenses.show([]), [lens(3, 'a', 5)]);
  });

  it('takes a lens along when a line break is put before its comment', () => {
    const lenses = held(lens(4, 'a'));
    lenses.edit(lineAbove(4));
    assert.deepEqual(lenses.show([lens(5, 'a')]), [lens(5, 'a')]);
  });

  it('lets a comment grow and shrink under its lens', () => {
    const lenses = held(lens(4, 'a', 5));
    lenses.edit({ startLine: 5, endLine: 5, endsAtLineStart: false, breaks: 2 });
    assert.deepEqual(lenses.show([]), [lens(4, 'a', 7)]);
    lenses.edit({ startLine: 4, endLine: 7, endsAtLineStart: false, breaks: 0 });
    assert.deepEqual(lenses.show([]), [lens(4, 'a', 4)]);
  });

  it('lets go of a lens whose comment was replaced from above', () => {
    const lenses = held(lens(4, 'a'));
    lenses.edit({ startLine: 2, endLine: 4, endsAtLineStart: false, breaks: 0 });
    assert.deepEqual(lenses.show([]), []);
  });

  it('remembers every place that was typed in until it rests', () => {
    const lenses = held(lens(1, 'a'), lens(9, 'b'));
    lenses.edit(typing(1));
    lenses.edit(typing(9));
    assert.deepEqual(lenses.show([]), [lens(1, 'a'), lens(9, 'b')]);
  });
});
