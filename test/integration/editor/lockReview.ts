import { readLibrary, writeInWorkspace } from './openDocument';

const text = `---
title: A lock nobody held
date: 2024-03-05
services: [booking]
authors: [Oddny Fjelde]
formerly: OLD-3
---

# A lock nobody held

Every payment waited for a lock, and the list of locks was empty.

## What surprised us

The list was empty because it is filled once a minute.

## What was difficult

Nobody could tell waiting from working.

## Timeline

- **14:05** First payment over 30 s.
- **14:09** The list of locks is empty again.

## Sensitive findings

The password was on the whiteboard.
`;

/** Puts a review of our own, INC-900, into the library of the window, and takes it away again. */
export const lockReview = {
  path: 'docs/incidents/INC-900-a-lock-nobody-held.md',
  text,
  async add(): Promise<void> {
    remove = await writeInWorkspace(lockReview.path, text);
    await readLibrary();
  },
  async remove(): Promise<void> {
    await remove();
    await readLibrary();
  },
};

let remove = async () => {};
