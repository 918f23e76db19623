import assert from 'node:assert/strict';
import type { MarginNote } from '../../src/core/reviews/marginNote';
import { narrativeOf } from '../../src/story/narrative';
import { pageFile } from '../../src/story/pageFile';
import { readOne } from '../core/reviews/readOne';
import { contextOf, pageOf } from './pageOf';

const text = `# The pump

## What surprised us

Nothing was busy. We took that for calm.

## Timeline

- 14:05 Waves.
- 14:11 Four ranges blocked.

| When | What |
|--|--|
| 15:00 | Over |
`;

function note(about: Partial<MarginNote>): MarginNote {
  const review = { key: '/r/INC-7.md', id: 'INC-7', title: 'The pump' };
  return { number: 1, review, words: '', line: 1, question: 'Why?', ...about };
}

function page(...notes: readonly MarginNote[]): string {
  return pageOf(readOne('INC-7.md', text), { notes }).html;
}

describe('questions in the margin of a story', () => {
  it('stand beside the words that they are about', () => {
    const html = page(note({ words: 'We took that for calm.', line: 5 }));
    assert.match(
      html,
      /for calm\.<\/p><\/div><div class="questions"><div role="note" class="margin" id="note-1"[^>]*><p class="about">“We took that for calm\.”/,
    );
  });

  it('repeat no words where they are about all of a passage', () => {
    const html = page(note({ words: 'Nothing was busy. We took that for calm.', line: 5 }));
    assert.match(html, /<div role="note" class="margin"[^>]*><p>Why\?<\/p>/);
  });

  it('stand in an item, and in the last cell of a row', () => {
    assert.match(
      page(note({ words: '14:11 Four ranges blocked.', line: 10 })),
      /<li [^>]*><div class="asked"><div>14:11 Four ranges blocked\.(?:<span.*?<\/span>)?<\/div><div class="questions"><div role="note"/,
    );
    assert.match(page(note({ words: '15:00', line: 14 })), /Over.*<div role="note".*<\/div><\/td>\n<\/tr>/);
  });

  it('stand beside a heading and its buttons', () => {
    assert.match(
      page(note({ words: 'What surprised us', line: 3 })),
      /<div class="asked"><div><div class="head"><h2[^>]*>What surprised us<\/h2>.*?<\/div><\/div><div class="questions">/,
    );
  });

  it('move with their words, to the nearest of several places', () => {
    assert.match(
      page(note({ words: 'Waves.', line: 400 })),
      /Waves\.(?:<span.*?<\/span>)?<\/div><div class="questions"><div role="note"/,
    );
  });

  it('stand in the order in which they were asked', () => {
    const html = page(
      note({ words: 'Nothing was busy.', line: 5, question: 'First?' }),
      note({ number: 2, words: 'for calm', line: 5, question: 'Second?' }),
    );
    assert.match(html, /First\?[\s\S]*Second\?[\s\S]*Timeline/);
  });

  it('are not lost where their words are', () => {
    const html = page(note({ words: 'Words nobody wrote', line: 5 }));
    assert.match(html, /<h2>Your questions about words that are gone<\/h2><div role="note"/);
  });

  it('are words, whatever they say', () => {
    const html = page(note({ words: 'for calm', line: 5, question: '<img src=x onerror=alert(1)> [a](command:b)' }));
    assert.match(html, /<p>&#x3C;img src=x onerror=alert\(1\)> \[a\]\(command:b\)<\/p>/);
  });

  it('are on no page that is handed on', () => {
    const review = readOne('INC-7.md', text);
    const context = contextOf({ notes: [note({ words: 'for calm', line: 5, question: 'Mine alone?' })] });
    assert.doesNotMatch(pageFile(review, narrativeOf(review), context, ''), /Mine alone/);
  });
});
