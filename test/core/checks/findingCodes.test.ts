import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findingCodes } from '../../../src/core/checks/findingCodes';

const table = Object.keys(findingCodes).sort();

describe('the codes of findings', () => {
  it('are each explained in docs/findings.md, under a heading of their own', () => {
    const page = readFileSync('docs/findings.md', 'utf8');
    const headings = [...page.matchAll(/^### (.+)$/gm)].map(([, code]) => code ?? '');
    assert.deepEqual(headings.toSorted(), table);
  });

  it('are those in the source, and no others', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
      (name) => name.endsWith('.ts') && !name.endsWith('findingCodes.ts'),
    );
    const source = files.map((name) => readFileSync(join('src', name), 'utf8')).join('\n');
    const told = [...source.matchAll(/\bcode: '([a-z-]+)'/g), ...source.matchAll(/\.tell\w*\(\s*'([a-z-]+)'/g)];
    for (const [, code] of told) assert.ok((code ?? '') in findingCodes, code);
    for (const code of table) {
      const isMade = source.includes(`'${code}'`) || /^unreadable-(?:yaml|json)$/.test(code);
      assert.ok(isMade, code);
    }
  });
});
