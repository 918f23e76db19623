import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

/** What must not be written, why, and the files in which it may: each has a reason that stands in the file. */
interface Rule {
  readonly pattern: RegExp;
  readonly why: string;
  readonly except?: readonly string[];
}

const rules: Readonly<Record<string, Rule>> = {
  'trust in Markdown': {
    pattern: /\bisTrusted\s*[:=]\s*true|\.isTrusted =(?! \{ enabledCommands \};)/,
    why: 'Markdown with trust runs any command that the text names.',
  },
  'HTML or icons in Markdown': {
    pattern: /\bsupport(?:Html|ThemeIcons)\s*[:=]\s*true|new vscode\.MarkdownString\([^)]*,\s*true/,
    why: 'Text of a review could draw what it wants.',
  },
  'HTML as text': {
    pattern:
      /\b(?:inner|outer)HTML\b|\binsertAdjacentHTML\b|\bdocument\.write|\bsetHTMLUnsafe\b|\bcreateContextualFragment\b/,
    why: 'Nodes and DOMPurify do it without a parser that anybody may feed.',
  },
  'other programs': {
    pattern: /\bchild_process\b|\bexecFile|\bfork\(|\bcreateTerminal\b|\bShellExecution\b|\bProcessExecution\b/,
    why: 'Programs are started in one place, and only where the folder is trusted.',
    except: ['src/indexing/git.ts'],
  },
  'text run as code': {
    pattern: /\beval\(|\bnew Function\b|\bvm\.(?:run|Script)|\bsetTimeout\(\s*['"`]|['"]node:vm['"]/,
    why: 'Nothing of a library is code.',
  },
  'a network': {
    pattern:
      /\bfetch\(['"`]|\bXMLHttpRequest\b|\bWebSocket\b|\bsendBeacon\b|(?:from |require\(|import\()'(?:node:)?(?:https?2?|net|dgram|tls|dns)'/,
    why: 'There is none, and no port.',
    except: ['src/core/citations/findCitations.ts'], // names it in a sentence
  },
  'regular expressions made of text': {
    pattern: /new RegExp\(/,
    why: 'One that somebody else wrote can take for ever: those have to pass idPatternProblem.',
    except: [
      // Our own words and constants.
      'src/core/wording/reasons.ts',
      'src/core/wording/visibleControls.ts',
      'src/core/text/inlineParts.ts',
      'src/core/text/findDates.ts',
      'src/core/text/timeAtStart.ts',
      'src/core/learning/difficulty.ts',
      'src/core/citations/search.ts',
      'src/core/citations/compileModes.ts',
      'src/core/citations/writtenNames.ts',
      // Names, with every mark escaped.
      'src/core/citations/namePrefixes.ts',
      'src/core/citations/urlNames.ts',
      'src/core/reviews/readOrg.ts',
      'src/story/storyLinks.ts',
      // Patterns of settings: looked at, and run if they passed.
      'src/core/citations/regExpAtoms.ts',
      'src/core/citations/idPatternProblem.ts',
      'src/core/citations/looserPattern.ts',
      'src/core/citations/idPatterns.ts',
      'src/core/reviews/ruleProblems.ts',
    ],
  },
  'parsed data put into objects': {
    pattern: /\bObject\.assign\(|\.\.\.JSON\.parse/,
    why: 'A key called __proto__ would be more than a key: keep it in maps.',
    except: [
      // Objects of our own, with keys of our own.
      'src/story/storyMoments.ts',
      'src/story/storyLinks.ts',
      'src/story/renderMarkdown.ts',
      'src/core/reviews/toldReview.ts',
      'src/host/startGatherer.ts',
      'src/preview/previewPage.ts',
      'src/indexing/asOfCommit.ts',
      'src/sidebar/reviewPicker.ts',
    ],
  },
  'copies of reviews': {
    pattern: /\.\.\.review\b(?!\.)/,
    why: 'Most are no records (storedReview.ts), and a copy is empty: name the fields.',
    except: ['src/sidebar/libraryTree.ts'], // a row of the Library
  },
  'engines of front matter that run code': {
    pattern: /gray-matter|js-yaml|\bvm2\b/,
    why: 'They run what a document says.',
  },
};

const files = ['src', 'media'].flatMap((folder) =>
  readdirSync(join(process.cwd(), folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name.split(sep).join('/')}`),
);

// What each is about stands in SECURITY.md.
describe('in the source there is never', () => {
  for (const [name, { pattern, why, except = [] }] of Object.entries(rules)) {
    it(name, () => {
      const found = files.filter((file) => pattern.test(readFileSync(join(process.cwd(), file), 'utf8')));
      assert.deepEqual(
        found.filter((file) => !except.includes(file)),
        [],
        why,
      );
      assert.deepEqual(
        except.filter((file) => !found.includes(file)),
        [],
        'These exceptions are needed no longer.',
      );
    });
  }
});
