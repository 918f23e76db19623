import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ReviewDocument } from '../../../src/core/reviews/review';
import type { PassageHit, TitleHit } from '../../../src/core/reviews/search';
import { type Choice, pickFromLibrary, type RowSearch, type SearchedLibrary } from '../../../src/sidebar/reviewPicker';
import { libraryOf, reviewOf } from '../../core/wording/reviewOf';
import { eventually } from '../editor/openDocument';

const names = ['INC-1', 'INC-2', 'INC-3', 'INC-4'];
const reviews = names.map((id) => reviewOf({ id, title: `Told of ${id}` }));
const reviewNamed = (id: string) => {
  const found = reviews.find((review) => review.id === id);
  assert.ok(found);
  return found;
};

/** A search that answers with what is told here, and whose texts are findable when the test says so. */
class Answers implements RowSearch {
  titles: Record<string, readonly string[]> = {};
  passages: readonly string[] = [];
  isReady = true;
  findTitles(query: string): readonly TitleHit[] {
    const ids = this.titles[query] ?? [];
    return ids.map((id) => ({ review: reviewNamed(id), idRanges: [], titleRanges: [] }));
  }
  findPassages(): readonly PassageHit[] {
    return this.passages.map((id) => passageOf(reviewNamed(id)));
  }
  *preparingTitles() {}
  *preparing() {
    while (!this.isReady) yield;
  }
}

function passageOf(review: ReviewDocument): PassageHit {
  return {
    review,
    headingPath: ['What happened'],
    line: 3,
    excerpt: 'It waited',
    ranges: [],
    matched: [],
    score: 1,
    isTranscript: false,
  };
}

describe('the list of reviews', () => {
  let answers: Answers;
  let picker: vscode.QuickPick<vscode.QuickPickItem>;
  /** How often rows were shown. */
  let shown: number;
  /** The row that VS Code last said is under the cursor. */
  let under: vscode.QuickPickItem | undefined;
  let choice: Promise<Choice | undefined>;
  const changed = new vscode.EventEmitter<void>();
  let reading: Omit<SearchedLibrary, 'library' | 'onDidChange'>;
  const create = vscode.window.createQuickPick;

  beforeEach(() => {
    vscode.window.createQuickPick = <Item extends vscode.QuickPickItem>() => {
      const made = create<Item>();
      picker = made;
      countShown(made);
      made.onDidChangeActive(([row]) => {
        under = row;
      });
      return made;
    };
    answers = new Answers();
    reading = { state: 'ready', isStopped: false, isRereading: false, progress: undefined };
  });

  afterEach(async () => {
    vscode.window.createQuickPick = create;
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await choice;
  });

  function countShown(made: object) {
    const items = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(made), 'items');
    assert.ok(items);
    shown = 0;
    const set = (rows: unknown) => {
      shown++;
      items.set?.call(made, rows);
    };
    Object.defineProperty(made, 'items', { ...items, set });
  }

  function open() {
    const formats = { formatName: () => undefined, chooseFormat: async () => undefined };
    const library = { library: libraryOf(reviews), onDidChange: changed.event };
    const now = () => reading;
    const asked: SearchedLibrary = {
      ...library,
      get state() {
        return now().state;
      },
      get isStopped() {
        return now().isStopped;
      },
      get isRereading() {
        return now().isRereading;
      },
      get progress() {
        return now().progress;
      },
    };
    choice = pickFromLibrary(asked, answers, formats);
  }

  const rows = () =>
    picker.items.filter(({ kind }) => kind !== vscode.QuickPickItemKind.Separator).map(({ label }) => label);
  const active = () => picker.activeItems.map(({ label }) => label);
  /** Of the rows that are there now: a key that is pressed before VS Code has them would move the cursor among those before. */
  const isUnder = (label: string) => {
    assert.equal(under?.label, label);
    assert.ok(under && picker.items.includes(under));
  };
  const enter = () => vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
  /** Enter comes to VS Code right behind the letters, which a timer sends, and before the rows for them. */
  const typeAndEnter = async (words: string) => {
    picker.value = words;
    await new Promise((resolve) => setTimeout(resolve, 1));
    await enter();
  };
  const down = () => vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
  const told = (...ids: string[]) => ids.map((id) => `Told of ${id}`);

  it('puts passages below what it shows, and leaves the cursor where it is', async () => {
    Object.assign(answers, { titles: { lock: ['INC-3', 'INC-1'] }, passages: ['INC-2'], isReady: false });
    open();
    picker.value = 'lock';
    await eventually(() => assert.deepEqual(rows().slice(0, 3), [...told('INC-3', 'INC-1'), 'What happened']));
    await eventually(() => assert.match(rows()[3] ?? '', /still being made findable/));
    await eventually(() => isUnder('Told of INC-3'));
    await down();
    await eventually(() => assert.deepEqual(active(), told('INC-1')));
    answers.passages = ['INC-4', 'INC-2'];
    answers.isReady = true;
    const passages = () => picker.items.map(({ description }) => description).join(' ');
    await eventually(() => assert.match(passages(), /INC-2.*INC-4/));
    assert.equal(rows().length, 4);
    await eventually(() => assert.equal(picker.busy, false));
    await eventually(() => isUnder('Told of INC-1'));
    await down();
    await down();
    await eventually(() => assert.equal(picker.activeItems[0]?.label, 'What happened'));
    await enter();
    assert.equal((await choice)?.shown.review.id, 'INC-4');
  });

  it('shows rows once that have said before what they have to say: the cursor would go to the first again', async () => {
    answers.titles = { lo: ['INC-3', 'INC-1'] };
    open();
    await eventually(() => assert.equal(shown, 2)); // and with what they say
    picker.value = 'lo';
    await eventually(() => isUnder('Told of INC-3'));
    await down();
    await eventually(() => isUnder('Told of INC-1'));
    assert.equal(shown, 3);
  });

  it('says that not all reviews were read, and finds the rest once they are', async () => {
    reading = { state: 'ready', isStopped: true, isRereading: false, progress: { done: 2, total: 4 } };
    answers.titles = { lock: ['INC-1'] };
    open();
    assert.match(picker.title ?? '', /· Not all reviews were read: 2 of 4\.$/);
    const goOn = () => picker.buttons.some(({ tooltip }) => tooltip === 'Read the Rest of the Reviews');
    assert.ok(goOn());
    picker.value = 'lock';
    await eventually(() => assert.deepEqual(rows(), told('INC-1')));
    reading = { state: 'indexing', isStopped: false, isRereading: false, progress: { done: 3, total: 4 } };
    changed.fire();
    assert.match(picker.title ?? '', /· Reading reviews, 3 of 4$/);
    assert.ok(!goOn());
    answers.titles = { lock: ['INC-1', 'INC-4'] };
    reading = { state: 'ready', isStopped: false, isRereading: false, progress: undefined };
    changed.fire();
    assert.doesNotMatch(picker.title ?? '', /reviews were read|Reading/);
    await eventually(() => assert.deepEqual(rows(), told('INC-1', 'INC-4')));
  });

  it('says what it waits for, and goes on by itself', async () => {
    Object.assign(answers, { isReady: false });
    open();
    picker.value = 'lock';
    await eventually(() => assert.match(rows().join(), /^[^,]*texts are still being made findable[^,]*$/));
    await enter();
    Object.assign(answers, { passages: ['INC-2'], isReady: true });
    await eventually(() => assert.deepEqual(rows(), ['What happened']));
    await eventually(() => assert.deepEqual(active(), ['What happened']));
    await enter();
    assert.equal((await choice)?.shown.review.id, 'INC-2');
  });

  it('takes the first row for all that was typed where Enter comes right behind it, not that of the list before', async () => {
    Object.assign(answers, { titles: { lock: ['INC-1', 'INC-2'], locks: ['INC-2', 'INC-1'] } });
    open();
    picker.value = 'lock';
    await eventually(() => assert.deepEqual(active(), told('INC-1')));
    await typeAndEnter('locks');
    assert.equal((await choice)?.shown.review.id, 'INC-2');
  });

  it('takes the row under the cursor at once where it stays the first one', async () => {
    Object.assign(answers, { titles: { lock: ['INC-2', 'INC-1'], locks: ['INC-2'] } });
    open();
    picker.value = 'lock';
    await eventually(() => assert.deepEqual(active(), told('INC-2')));
    await typeAndEnter('locks');
    assert.equal((await choice)?.shown.review.id, 'INC-2');
  });

  it('takes at once what is named in full', async () => {
    Object.assign(answers, { titles: { 'INC-4': ['INC-4'] } });
    open();
    await eventually(() => assert.equal(active().length, 1));
    await typeAndEnter('INC-4');
    assert.equal((await choice)?.shown.review.id, 'INC-4');
  });
});
