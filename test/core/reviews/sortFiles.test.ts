import assert from 'node:assert/strict';
import { defaultRules, type LibraryRules } from '../../../src/core/reviews/libraryRules';
import { sortFiles } from '../../../src/core/reviews/sortFiles';

/** The role of each path: `review`, `readingPath`, `of a, b` for a material, or the reason why it is left out. */
function rolesOf(paths: readonly string[], rules: Partial<LibraryRules> = {}): Record<string, string> {
  const roles = sortFiles(paths, { ...defaultRules, ...rules });
  return Object.fromEntries(
    [...roles].map(([path, role]) => [
      path,
      role.role === 'omitted' ? role.reason : role.role === 'material' ? `of ${role.of.join(', ')}` : role.role,
    ]),
  );
}

describe('sortFiles', () => {
  const cases: Record<string, [expected: Record<string, string>, rules?: Partial<LibraryRules>]> = {
    'takes documents of all formats for reviews': [
      {
        'a.md': 'review',
        'b.markdown': 'review',
        'c.mdx': 'review',
        'd.qmd': 'review',
        'e.txt': 'review',
        'f.adoc': 'review',
        'g.rst': 'review',
        'h.org': 'review',
        'i.yml': 'review',
        'j.json': 'review',
        'k.html.md.erb': 'review',
        'l.md.j2': 'review',
        'PM2022-009 - Bad AMI causing issues': 'review',
        '2024-05-02-ci.jenkins.io-outage.md': 'review',
      },
    ],
    'leaves out what is about the repository': [
      {
        LICENSE: 'about the repository, not a review',
        'CODE_OF_CONDUCT.md': 'about the repository, not a review',
        Makefile: 'about the repository, not a review',
        CODEOWNERS: 'about the repository, not a review',
        'CHANGELOG.md': 'about the repository, not a review',
        'precedent.yaml': 'the description of the library',
        'README.md': 'a page about the folder, not a review',
        'index.html.md.erb': 'a page about the folder, not a review',
        '_draft.md': 'its name begins with "_"',
        '.hidden.md': 'a hidden file',
        '.github/x.md': 'in a hidden folder',
        'INC-7.md': 'review',
      },
    ],
    'leaves out templates, not reviews of templates': [
      {
        'TEMPLATE.md': 'a template',
        'template-incident-report.md': 'a template',
        'PMyyyy-nnn - Postmortem template.md': 'a template',
        '0000-template.md': 'a template',
        'INC-000-template.md': 'a template',
        'templates/x.md': 'a template',
        '2021-05-04-email-template-outage.md': 'review',
        'INC-9-template-engine-broke.md': 'review',
      },
    ],
    'knows the folder of one incident by its name': [
      {
        'INC-7-login/README.md': 'review',
        'INC-7-login/board.png': 'of INC-7-login/README.md',
        'INC-7-login/img/graph.svg': 'of INC-7-login/README.md',
        'INC-7-login/chat.txt': 'of INC-7-login/README.md',
        '2026-05-09-disk/index.md': 'review',
        '2026-05-09-disk/data.json': 'review',
        'INC-8/README.md': 'a page about the folder, not a review',
        'INC-8/what-happened.md': 'review',
        'INC-9/postmortem.md': 'review',
        'INC-9/timeline.md': 'of INC-9/postmortem.md',
        'network/README.md': 'a page about the folder, not a review',
      },
    ],
    'gives files to the review after which they are named': [
      {
        'INC-7.md': 'review',
        'INC-70.md': 'review',
        'INC-7.pdf': 'of INC-7.md',
        'INC-7-board.jpg': 'of INC-7.md',
        'images/INC-70/a.png': 'of INC-70.md',
        'INC-7-transcript.md': 'of INC-7.md',
        'INC-7.notes.txt': 'of INC-7.md',
        'INC-7.yaml': 'of INC-7.md',
        '2022-01-27-prime.md': 'review',
        'img/2022-01-27-pods.png': 'of 2022-01-27-prime.md',
        '2022-02-01.md': 'review',
        '2022-02-01-second.md': 'review',
        'img/2022-02-01-x.png': 'of 2022-02-01.md',
        'chat.txt': 'a transcript, not named after a review',
        'slides.pptx': 'an attachment, not named after a review',
        'img/logo.png': 'an image, not named after a review',
      },
    ],
    'gives a transcript to the only review beside it': [
      { 'a/INC-7.md': 'review', 'a/slack-log.txt': 'of a/INC-7.md', 'INC-8.md': 'review' },
    ],
    'follows precedent.yaml': [
      {
        'INC-7.md': 'review',
        'old/INC-1.md': 'left out by "exclude" in precedent.yaml',
        'notes.txt': 'not among what "include" in precedent.yaml names',
        'INC-7.png': 'of INC-7.md',
        'start/first.md': 'readingPath',
      },
      { include: ['*.md'], exclude: ['old/**'], paths: './start/' },
    ],
  };

  for (const [name, [expected, rules]] of Object.entries(cases)) {
    it(name, () => assert.deepEqual(rolesOf(Object.keys(expected), rules), expected));
  }

  it('does not depend on the order of the paths', () => {
    const paths = ['INC-7.txt', 'INC-7.md', 'INC-7/README.md', 'b.png', 'INC-7.png', 'a.yaml', 'a.md'];
    assert.deepEqual(rolesOf(paths), rolesOf(paths.toReversed()));
  });
});
