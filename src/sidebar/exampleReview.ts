/** Name of the example that a new library begins with. */
export const exampleName = '2024-03-14-example-empty-queue.md';

/** A review as we would like to read one: short, and told to a reader. The incident is invented, and says so. */
export const exampleReview = `# The queue that looked empty

> This incident is invented. It shows one way to tell the story; there is no
> template to follow. Delete it when you have your own. To meet a story where it
> matters, name it in a comment: "Precedent: Cite…" writes the name for you.

On 14 March 2024 no order confirmations were sent for almost two hours. Customers
wrote to ask whether they had paid; nothing was lost, and every message went out
that evening.

People who can tell more: Amina Okafor, Tom Brandt

## What surprised us

The dashboard showed an empty queue all morning, and an empty queue is what a good
day looks like. Nobody had known that the number comes from the broker's memory:
after its restart at 09:40 it counted only messages that arrived since, while
those from before waited on disk.

Tom remembered that the same number had misled us once before, during a load test.
That was never written down.

## What was difficult

For the first half hour it was unclear whether anything was wrong at all: two
customers had written, and on most days two customers write. Later there were two
explanations that fitted everything we saw, a mail provider that was slow and a
worker that had stopped, and each of the obvious checks agreed with both.

## What made sense at the time

Restarting the broker was the routine step for its memory warning, done a dozen
times that year without trouble. What had changed a week before was the size of
the backlog: the new receipts were ten times as large.

## What happened

- 09:40 Amina restarts the broker after a memory warning.
- 10:15 The first customer asks about a missing confirmation.
- 11:05 Tom compares the number of orders with the number of mails of the day, by
  hand.
- 11:20 They find the messages on disk and let the workers read them again.
- 19:30 The last confirmation is sent.

## What we did afterwards

The dashboard now says since when it has been counting. In the worker, a comment
beside the queue's size names this review.
`;
