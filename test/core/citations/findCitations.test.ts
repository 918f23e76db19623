import assert from 'node:assert/strict';
import { findCitations } from '../../../src/core/citations/findCitations';
import { KnownIds } from '../../../src/core/citations/knownIds';
import { Languages } from '../../../src/core/citations/languages';
import { marked } from '../../support/marked';
import { libraryOf } from './libraryOf';

const known = new KnownIds(
  libraryOf([
    'INC-1',
    'INC-2',
    'INC-7',
    'INC-31',
    'INC-2026-147',
    '2026-05-09-login-outage',
    '2020-02-12',
    'saas-outage',
  ]),
);

describe('findCitations', () => {
  const cases: Record<string, [languageId: string, source: string]> = {
    'finds an incident in a line comment': ['typescript', '// see «INC-7».'],
    'finds an incident in a block comment': ['typescript', '/*\n * «INC-7»\n */'],
    'leaves strings and code alone': ['typescript', 'fetch("INC-7"); INC-7; // but «INC-2»'],
    'leaves templates alone, not the comments in their holes': ['typescript', '`INC-7 $' + '{a /* «INC-7» */} INC-7`'],
    'leaves regular expressions alone': ['typescript', 'x = /"INC-7/; // «INC-2»'],
    'knows a division from a regular expression': ['typescript', 'x = a / b; y = c / d // «INC-2»'],
    'finds comments in JSX, not its text': [
      'typescriptreact',
      'return <p title="INC-7">don\'t // INC-7 {/* «INC-1» */}</p>; // «INC-2»',
    ],
    'takes a docstring for a comment': ['python', 'def f():\n    """After «INC-7»."""\n    x = """INC-7"""'],
    'finds a Python comment behind a string with a mark': ['python', 'x = "# INC-7" # «INC-2»'],
    'leaves raw strings of Go alone': ['go', 'x := `// INC-7` // «INC-2»'],
    'leaves block scalars alone': ['yaml', 'a: |\n  # INC-7\n\n  x\nb: c#INC-7 # «INC-2»'],
    'finds everything in prose but code': ['markdown', '«INC-7» `INC-7`\n\n```\nINC-7\n```\n«INC-2»'],
    'finds a path': ['markdown', 'see «docs/incidents/2026-05-09-login-outage.md#impact»'],
    'finds the target of a link': ['markdown', '[x](«docs/incidents/2020-02-12.md»)'],
    'finds passages and moments': ['go', '// «INC-7#what-surprised-us», «INC-7@14:06».'],
    'does not know a language it does not know': ['klingon', '// INC-7'],
  };

  for (const [name, [languageId, source]] of Object.entries(cases)) {
    it(name, () => {
      const { text, spans } = marked(source);
      const language = Languages.builtIn.find({ languageId });
      const found = findCitations(text, language, known, { matchIn: 'comments' });
      assert.deepEqual(
        found.map(({ start, end }) => ({ start, end })),
        spans,
      );
    });
  }
});
