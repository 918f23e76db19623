import fc from 'fast-check';
import { texts } from '../../fuzz/pieces';

/** Front matter of a plain review. */
export const front = '---\ntitle: Queue lagged\ndate: 2026-03-04\nauthors: [Ada, Bo]\nservices: [mail, search]\n---';

/** Lines of which plain reviews are made, and such as make them less plain. */
const lines = [
  ...[
    '# Queue lagged',
    '## Summary',
    '## Timeline',
    '## People',
    '## Severity',
    '## Affected services',
    '## Follow-ups',
  ],
  ...['## Status', '## Transcript', '### Authors', '# Title:', '####### Seven', '#none', 'Heading', '=======', '---'],
  ...['', '', '', '  ', '***', '```', '```js', '~~~', '    indented', '\ttab', '   three', '  deeper', '> quoted'],
  ...[
    '> **Author:** Zoe',
    '>',
    '- first',
    '* second',
    '+ third',
    '1. one',
    '7) seven',
    '- [ ] to do',
    '  - below',
    '-',
  ],
  ...[
    'A queue grew for an hour.',
    'It was full.',
    'Written by Ada Lovelace',
    'Reported 3 May 2021 by Bo',
    '*so* it went',
  ],
  ...['**Date:** 2026-03-04', '**Date:**', '**Severity**: 2', '__Status__: closed', 'Status: open', 'Author: Ada, Bo'],
  ...[
    '- **Owner:** Cy',
    '* **Tags:** a, b',
    '**Services:** mail, search',
    '**Grade:** 2',
    'Told to: Di',
    '**Muddle:** much',
  ],
  ...[
    '**Note:** nothing',
    '**Transcript**',
    '**People:**',
    '**Related:** INC-8',
    'Summary: short',
    'First detected 2020-02-12',
  ],
  ...[
    '| Date | 2026-03-04 |',
    '|---|---|',
    'a | b',
    '- | -',
    '<!-- hidden',
    '-->',
    '<details>',
    '[ref]: https://a.example',
  ],
  ...['[12:30] talk', '::: note', '{% if %}', '(label)=', 'import x from "y"', 'exported', 'From: Ada <ada@a.example>'],
  ...[
    'To: Bo',
    '🙂 **Date:** 2022-02-02',
    '日付: 2021年3月4日',
    '• dot',
    '\u00a0nbsp',
    '-\u00a0nbsp',
    'INC-77',
    '## INC-77 again',
  ],
  ...[
    front,
    '---\ntitle: T\n...',
    '---\nkind: notes\n',
    '+++',
    'text\r',
    '## Asked',
    '## Secret',
    '**ID:** INC-9',
    'ID: INC-9',
  ],
];

const anyLines = fc.array(fc.constantFrom(...lines), { maxLength: 60 }).map((all) => all.join('\n'));

/** Documents as authors write them, some plainly, some not, and any text. */
export const documents = fc.oneof(
  fc
    .tuple(fc.constantFrom('# Queue lagged', front, '# INC-7: Queue lagged\n\n**Date:** 2026-03-04'), anyLines)
    .map(([head, rest]) => `${head}\n\n${rest}`),
  anyLines,
  texts,
);
