import assert from 'node:assert/strict';
import fc from 'fast-check';
import { PathMentions } from '../../../src/core/citations/pathMentions';
import { Library } from '../../../src/core/reviews/library';
import type { ReviewDocument } from '../../../src/core/reviews/review';
import { reviewFrom, reviewOf } from '../wording/reviewOf';

function namesIn(...reviews: readonly ReviewDocument[]): PathMentions {
  const library = new Library();
  for (const review of reviews) library.set(review.key, review.source, { kind: 'reviews', reviews: [review] });
  const names = new PathMentions(library);
  for (const _ of names.preparing());
  return names;
}

function asWhat(text: string, path: string, symbols: readonly string[] = [], parts: Partial<ReviewDocument> = {}) {
  const [found] = namesIn(reviewOf({ text, path: 'docs/incidents/INC-7.md', ...parts })).of(path, symbols);
  return found && `${found.as} ${found.name}`;
}

const go = 'services/booking/internal/holds/expiry.go';
const python = 'ternway/billing/retry.py';

describe('which reviews name a file', () => {
  const named: Record<string, [text: string, path: string, expected: string, symbols?: readonly string[]]> = {
    'by its path': [`Look at \`${go}\`.`, go, `path ${go}`],
    'by its path in a sentence': [`Look at ${go}.`, go, `path ${go}`],
    'by its path with a line in a stack': [`  at ${go}:42:7`, go, `path ${go}`],
    'by its path on a Windows machine': [
      'services\\booking\\internal\\holds\\expiry.go',
      go,
      'path services\\booking\\internal\\holds\\expiry.go',
    ],
    'by its address in a browser': [
      `https://git.example/o/r/blob/main/${go}#L12`,
      go,
      `path https://git.example/o/r/blob/main/${go}`,
    ],
    'by the end of its path': ['In holds/expiry.go we saw', go, 'path holds/expiry.go'],
    'by a link from where the review is': ['[code](../../infra/dns.tf)', 'infra/dns.tf', 'path ../../infra/dns.tf'],
    'by a link to its neighbour': ['[notes](notes.md)', 'docs/incidents/notes.md', 'path notes.md'],
    'by its name where that is distinctive': ['see holdClient.ts', 'web/src/holdClient.ts', 'path holdClient.ts'],
    'by its path without the extension': [
      "import '`web/src/holdClient`'",
      'web/src/holdClient.ts',
      'path web/src/holdClient',
    ],
    'as a module': ['raised in `ternway.billing.retry`', python, 'module ternway.billing.retry'],
    'as a module under a folder of sources': ['ternway.billing.retry', `src/${python}`, 'module ternway.billing.retry'],
    'as a module by something in it': ['`ternway.billing.retry.Budget`', python, 'module ternway.billing.retry.Budget'],
    'as a package': ['`ternway.billing`', 'ternway/billing/__init__.py', 'module ternway.billing'],
    'as a class of Java': [
      'example.ledger.ProviderClient',
      'src/main/java/example/ledger/ProviderClient.java',
      'module example.ledger.ProviderClient',
    ],
    'as a crate path': ['`crate::lease::fencing`', 'src/lease/fencing.rs', 'module crate::lease::fencing'],
    'as a module of Elixir': ['`MyApp.BillingRetry`', 'lib/my_app/billing_retry.ex', 'module MyApp.BillingRetry'],
    'by a symbol in a code span': [
      'it is `pauseBeforeClaiming`',
      'web/hold.ts',
      'symbol pauseBeforeClaiming',
      ['pauseBeforeClaiming'],
    ],
    'by a symbol that is called': [
      'pauseBeforeClaiming() ran',
      'web/hold.ts',
      'symbol pauseBeforeClaiming',
      ['pauseBeforeClaiming'],
    ],
    'by a symbol in a fence': ['```c\nx = reconnect_seed;\n```', 'a/b.c', 'symbol reconnect_seed', ['reconnect_seed']],
    'by a member': [
      '`client.pauseBeforeClaiming`',
      'web/hold.ts',
      'symbol client.pauseBeforeClaiming',
      ['pauseBeforeClaiming'],
    ],
    'by the folder around it': [
      'talk to me about `services/sign`',
      'services/sign/src/keys.rs',
      'folder services/sign',
    ],
    'by the folder around it with a slash': [
      'all of services/sign/',
      'services/sign/src/keys.rs',
      'folder services/sign/',
    ],
  };
  for (const [name, [text, path, expected, symbols]] of Object.entries(named)) {
    it(name, () => assert.equal(asWhat(text, path, symbols), expected));
  }

  const notNamed: Record<string, [text: string, path: string, symbols?: readonly string[]]> = {
    'by a name that many files have': ['look at `index.ts`', 'web/src/index.ts'],
    'by the common end of its path': ['look at `src/index.ts`', 'web/src/index.ts'],
    'by one word': ['look at `clock.c`', 'firmware/clock.c'],
    'by a longer name that ends like it': ['`myholds/expiry.go`', go],
    'by another path with the same name': ['`services/fares/internal/expiry.go`', go],
    'by a link to another folder': ['[x](../expiry.go)', go],
    'by words with a slash between': ['client/server and services/sign', 'services/sign/src/keys.rs'],
    'by a folder that all repositories have': ['`src/main`', 'src/main/java/A.java'],
    'by a single folder': ['`services`', 'services/sign/src/keys.rs'],
    'as a module of two words in a sentence': ['end of billing.retry is', python],
    'by a symbol in a sentence': ['pauseBeforeClaiming was slow', 'web/hold.ts', ['pauseBeforeClaiming']],
    'by a symbol of one word': ['`retry()`', 'web/hold.ts', ['retry']],
    'by a symbol that everybody defines': ['`getUser()` and `toString()`', 'web/hold.ts', ['getUser', 'toString']],
    'by a symbol in another case': ['`PAUSE_BEFORE_CLAIMING`', 'web/hold.ts', ['pause_before_claiming']],
    'by a version, a time or an abbreviation': ['v1.2.3 at 14:05, e.g. 10.0.0.1', go],
  };
  for (const [name, [text, path, symbols]] of Object.entries(notNamed)) {
    it(`not ${name}`, () => assert.equal(asWhat(text, path, symbols), undefined));
  }

  it('tells the strongest name of a review, and where it stands', () => {
    const names = namesIn(reviewOf({ text: `# A\n\nin \`services/booking\`, then\n${go}\n` }));
    assert.deepEqual(
      names.of(go, []).map(({ as, line }) => [as, line]),
      [['path', 4]],
    );
  });

  it('puts the strongest reason first, then the latest review', () => {
    const names = namesIn(
      reviewOf({ id: 'INC-1', date: '2026-01-01', text: '`services/booking`' }),
      reviewOf({ id: 'INC-2', date: '2024-01-01', text: go }),
      reviewOf({ id: 'INC-3', date: '2025-01-01', text: go }),
    );
    assert.deepEqual(
      names.of(go, []).map(({ review }) => review.id),
      ['INC-3', 'INC-2', 'INC-1'],
    );
  });

  it('keeps what stands under an excluded heading to itself', () => {
    const text = `# A\n\n## Secret | excluded\n\n${go}\n`;
    assert.deepEqual(namesIn(reviewFrom(text, { text })).of(go, []), []);
  });

  it('tells a weaker name, in its order, where the strongest is kept', () => {
    const text = `# A\n\nin \`services/booking\`\n\n## Secret | excluded\n\n${go}\n`;
    const names = namesIn(
      { ...reviewFrom(text, { text }), key: 'a', id: 'INC-1', date: '2026-01-01' },
      reviewOf({ id: 'INC-2', date: '2025-01-01', text: '`services/booking`' }),
      reviewOf({ id: 'INC-3', date: '2024-01-01', text: go }),
    );
    assert.deepEqual(
      names.of(go, []).map(({ review, as }) => `${review.id} ${as}`),
      ['INC-3 path', 'INC-1 folder', 'INC-2 folder'],
    );
  });

  it('reads the stories of those only that it tells', () => {
    let asked = 0;
    const reviews = Array.from({ length: 300 }, (_, at) =>
      Object.defineProperty(reviewOf({ id: `INC-${at}`, text: '`services/booking`' }), 'sections', {
        get: () => {
          asked++;
          return [];
        },
      }),
    );
    assert.equal(namesIn(...reviews).of(go, []).length, 200);
    assert.equal(asked, 200);
  });

  it('answers for the library as it is, once prepared again', () => {
    const library = new Library();
    const names = new PathMentions(library);
    library.set('a', 's', { kind: 'reviews', reviews: [reviewOf({ key: 'a', text: go })] });
    assert.deepEqual(names.of(go, []), []);
    for (const _ of names.preparing());
    assert.equal(names.of(go, []).length, 1);
    library.set('a', 's', { kind: 'reviews', reviews: [reviewOf({ key: 'a', text: 'nothing' })] });
    assert.equal(names.isReady, false);
    for (const _ of names.preparing());
    assert.deepEqual(names.of(go, []), []);
  });

  it('never throws, and names only files whose name or folder is written there', () => {
    const word = fc.constantFrom(
      'services',
      'booking',
      'src',
      'index',
      'expiry',
      '.go',
      '/',
      '\\',
      '.',
      '::',
      '`',
      '(',
      ' ',
      '\n',
      '%zz',
      '../',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), fc.string(), (words, noise) => {
        const text = words.join('') + noise;
        for (const { name, line } of namesIn(reviewOf({ text })).of(go, ['expiryCheckLoop'])) {
          assert.ok(text.includes(name));
          assert.ok(line >= 1 && line <= text.split(/\r\n|\r|\n/).length);
        }
      }),
    );
  });
});
