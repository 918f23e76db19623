import assert from 'node:assert/strict';
import { findCitations } from '../../../src/core/citations/findCitations';
import { KnownIds } from '../../../src/core/citations/knownIds';
import { Languages } from '../../../src/core/citations/languages';
import type { LibraryRules } from '../../../src/core/reviews/libraryRules';
import { marked } from '../../support/marked';
import { libraryOf, type ReviewSketch } from './libraryOf';

const plain = Languages.builtIn.find({ languageId: 'plaintext' });

/** Each source with its citations «marked». The reviews are those named first. */
function citesExactly(
  reviews: readonly (ReviewSketch | string)[],
  sources: readonly string[],
  rules: Partial<LibraryRules> = {},
  path?: string,
): void {
  const known = new KnownIds(libraryOf(reviews, rules));
  for (const source of sources) {
    it(source, () => {
      const { text, spans } = marked(source);
      const found = findCitations(text, plain, known, { matchIn: 'comments', ...(path === undefined ? {} : { path }) });
      assert.deepEqual(
        found.map(({ start, end }) => text.slice(start, end)),
        spans.map(({ start, end }) => text.slice(start, end)),
      );
      assert.deepEqual(
        found.map(({ start, end }) => ({ start, end })),
        spans,
      );
    });
  }
}

describe('names of incidents in a line', () => {
  describe('as public code writes them', () => {
    citesExactly(
      [
        'INC-2026-147',
        'INC-4711',
        'INC-7834',
        'INC-296',
        'INC-2026-04-14-001',
        'INC-DEBT-018',
        'INC-8847',
        'INC-59',
        'INC-2026-042',
        { id: 'windows-1252-node-caught-up', path: 'docs/postmortems/windows-1252-node-caught-up.md' },
        { id: '2026-01-20-cache', path: 'docs/postmortems/2026-01-20-cache.md' },
      ],
      [
        'See «INC-2026-147».',
        'See «INC-4711».',
        'See «INC-7834» (2015) when the pool ran dry…',
        'See «INC-296» (2026-05-16, prod-ca segfault outage).',
        'See «INC-2026-04-14-001» for context.',
        'See «INC-DEBT-018».',
        'see «INC-8847» note below',
        'See «INC-59» / FP-009 Bucket C',
        '«docs/postmortems/windows-1252-node-caught-up.md».',
        '[Postmortem](«/docs/postmortems/2026-01-20-cache.md»)',
        '# Incident: «INC-2026-042»',
      ],
    );
  });

  describe('what looks like one and is none', () => {
    citesExactly(
      ['INC-1', 'INC-2', 'INC-9', '2020-02-12', 'saas-outage', '42'],
      [
        'see inc-widgets',
        '(inc-line)',
        'inc->Ignore',
        '(Inc-2..4)',
        'INC-only',
        'INC-XX',
        'INC-2026-XXXX',
        'PROJ-123',
        '2020-02-12',
        '2026-08',
        'UTF-8 and SHA-256 and CVE-2024-1234 and ISO-8601',
        'XINC-1',
        'INC-1a',
        'INC-1é',
        'éINC-1',
        'ЖINC-1',
        'INC_1 and INC_512',
        'my_INC-1',
        'INC-1_old',
        'PAY-INC-1',
        'pay-inc-1',
        'INC-1-2',
        'INC-1.5',
        'INC-2026-05-17',
        'INC-',
        'INC 1',
        'INC1',
        'INC--1',
        '$INC-1',
        'color: #125',
        'bug1384',
        'the saas-outage of last year',
        '42 is the answer',
        'released 2020-02-12, again',
        'incident 2020-02-12',
        'coincident: 2020-02-12',
        'https://tickets.example/browse/INC-77',
      ],
    );
  });

  describe('what stands around one', () => {
    citesExactly(
      ['INC-1', 'INC-2', 'INC-12'],
      [
        'TODO(«INC-1»)',
        '[«INC-1»]',
        '(«INC-1»)',
        '«INC-1».',
        '«INC-1»...',
        "«INC-1»'s",
        '«INC-1»’s',
        '«INC-1»,«INC-2»',
        '«INC-1»/«INC-2»',
        '«INC-1»–«INC-2»',
        '«INC-1»|«INC-2»',
        '«INC-12»',
        'https://host/browse/«INC-1»',
        'https://host/browse/«INC-1»?focus=comments',
        '_«INC-1»_ and __«INC-2»__ and *«INC-1»*',
        '«inc-1» and «Inc-2»',
        '#«INC-1»',
        '«INC-1»: the holds',
        '過去の«INC-1»の障害',
        '«INC-1»에서',
        'post-«INC-1» and pre-«INC-2»',
        '«INC-1»-related and «INC-1»-style',
        '«INC-1.md»',
        '«INC-1».png',
        '«INC-1»',
        '\t«INC-1»\t',
        '"«INC-1»"',
        '<«INC-1»>',
        '«INC-99» is of a family that we know',
      ],
    );
  });

  describe('passages and moments', () => {
    citesExactly(
      ['INC-7', { id: '2026-05-09-login-outage' }],
      [
        '«INC-7#what-surprised-us».',
        '«INC-7#was-überraschte», then',
        '«INC-7@14:06».',
        '«INC-7@9:05»',
        '«INC-7@14:06:30Z»'.replace('Z»', '»Z'),
        '«INC-7»@25:00',
        '«INC-7»@oncall',
        '«INC-7»# not one',
        '«INC-7#impact»-',
        '«2026-05-09-login-outage#impact»',
        '«docs/incidents/INC-7.md#what-surprised-us».',
      ],
    );

    it('say the passage, the time with two digits for the hour', () => {
      const known = new KnownIds(libraryOf(['INC-7']));
      const found = findCitations('INC-7#impact INC-7@9:05 INC-7', plain, known, { matchIn: 'comments' });
      assert.deepEqual(
        found.map(({ passage }) => passage),
        ['impact', '09:05', undefined],
      );
    });
  });

  describe('names that need a path, a link or a marker', () => {
    citesExactly(
      ['2020-02-12', '2020-03-01', 'saas-outage', '42'],
      [
        'incident: «2020-02-12»',
        'Incident: "«2020-02-12»"',
        'incident:«2020-02-12», «2020-03-01» and «42»',
        '**Incident:** «saas-outage»',
        'postmortem: «saas-outage».',
        'post-mortem = «42»',
        '@incident «2020-02-12»',
        '「インシデント」 incident：«2020-02-12»',
        'incident: none; released 2020-02-12',
        '[[«saas-outage»]] and [[«2020-02-12»|that day]]',
        'docs/incidents/42nd.md',
        '«docs/incidents/2020-02-12.md»',
        '«docs/incidents/2020-02-12»',
        '«incidents/2020-02-12.md»',
        '«2020-02-12.md»',
        'other/2020-02-12.md',
        'a/2020-02-12',
      ],
    );
  });

  describe('paths', () => {
    citesExactly(
      [
        'INC-7',
        { id: 'big-day', path: 'docs/incidents/big-day/README.md' },
        { id: 'PM2021-006', path: 'docs/incidents/PM2021-006 - Kubernetes ingress.md' },
        { id: '2020-02-12', path: 'docs/incidents/2020-02-12.html.md.erb' },
      ],
      [
        '«../incidents/INC-7.md»',
        '«./../incidents/INC-7.md»',
        '[it](«../incidents/INC-7.md»)',
        '[it](<«../incidents/INC-7.md»> "title")',
        '[it]: «../incidents/INC-7.md#impact»',
        'xref:«../incidents/INC-7.md»[it]',
        'link:«../incidents/INC-7.md»[it]',
        '«https://git.example/shop/app/blob/main/docs/incidents/INC-7.md»',
        '«docs/incidents/big-day/»'.replace('/»', '»/'),
        '«docs/incidents/big-day/README.md»',
        '[it](«../incidents/PM2021-006%20-%20Kubernetes%20ingress.md»)',
        '«docs/incidents/2020-02-12.html.md.erb»',
        '(«docs/incidents/2020-02-12»)',
        'README.md',
        'incidents/README.md',
        'src/«INC-7»/main.go',
        'docs/incidents/%E0%A4%A',
      ],
      {},
      'docs/design/queue.md',
    );
  });

  describe('aliases and URLs', () => {
    citesExactly(
      [
        { id: 'INC-7', aliases: ['PAGER-1203', 'old name 7', 'https://wiki.example/x/AbC/'] },
        { id: 'INC-8', aliases: ['INC-7'] },
      ],
      [
        'see «PAGER-1203» and «pager-1203»',
        'PAGER-1204 teaches no family',
        'the «old name 7» of it',
        'see «https://wiki.example/x/AbC».',
        'see «http://www.wiki.example/x/AbC/#impact»',
        'see https://wiki.example/x/other',
        '«https://old.example/incidents/INC-7»',
        '(«https://old.example/incidents/INC-7?tab=story#impact»)',
        '«https://old.example/incidents/4»',
        'https://old.example/people/4',
        'was «INC-0007»',
      ],
      {
        urlTemplates: ['https://old.example/incidents/{id}', 'no template', '{id}'],
        aliases: { 'INC-0007': 'INC-7' },
      },
    );

    it('keep an id for its own review', () => {
      const known = new KnownIds(libraryOf([{ id: 'INC-8', aliases: ['INC-7'] }, 'INC-7']));
      const [found] = findCitations('INC-7', plain, known, { matchIn: 'comments' });
      assert.deepEqual(
        found?.reviews.map(({ id }) => id),
        ['INC-7'],
      );
    });
  });

  describe('the longest known name wins', () => {
    citesExactly(
      ['INC-2026', 'INC-2026-147', 'login-outage-2', 'INC-7', { id: 'INC-7-holds', path: 'x/INC-7-holds.md' }],
      ['«INC-2026-147» and «INC-2026»', '«login-outage-2»', '«INC-7-holds» and «INC-7»', 'INC-2026-14-7'],
    );
  });

  describe('families', () => {
    citesExactly(
      ['INC-7', 'PM2021-006', '2026-05-09-login', '003-cache', 'UTF-8', 'CVE-2024-1', 'lake-1', 'lake-2', 'river-9'],
      [
        '«INC-999»',
        'inc-999',
        '«PM2019-001»',
        'PM2019',
        '2026-05-10-login',
        '004-cache',
        '«UTF-8» is a review here, UTF-16 is none',
        'CVE-2024-2',
        '«lake-3»',
        'river-8',
        'INC-000 and INC-0',
      ],
    );
  });

  describe('id patterns of the library', () => {
    citesExactly(['INC-7'], ['«incident #7»', '«SEV3» of May', '«INC-7»'], {
      idPatterns: ['incident #(\\d+)', 'SEV\\d', '(a+)+$', '', '['],
    });

    it('are left out, with a finding, where they cannot be run; the others work', () => {
      const known = new KnownIds(libraryOf(['INC-7'], { idPatterns: ['SEV\\d', '(a+)+$', '', '[', '\\w+\\d+'] }));
      assert.deepEqual(
        known.findings.map(({ code, path, key }) => [code, path, key]),
        Array(4).fill(['refused-id-pattern', 'docs/incidents/precedent.yaml', 'docs/incidents/precedent.yaml']),
      );
    });
  });
});
