import assert from 'node:assert/strict';
import { slug, UniqueSlugs } from '../../../src/core/text/slugs';

describe('slug', () => {
  const cases: Record<string, [heading: string, slug: string]> = {
    'joins words with hyphens': ['What Surprised Us?', 'what-surprised-us'],
    'keeps a hyphen for each blank': ['Cause & effect', 'cause--effect'],
    'keeps other scripts': ['根本原因分析 (RCA)', '根本原因分析-rca'],
    'drops emoji': ['🔥 Fire', '-fire'],
    'keeps underscores': ['max_memory', 'max_memory'],
  };

  for (const [name, [heading, wanted]] of Object.entries(cases)) it(name, () => assert.equal(slug(heading), wanted));

  it('counts headings that are alike, as GitHub does', () => {
    const slugs = new UniqueSlugs();
    assert.deepEqual(
      ['Summary', 'Summary', 'Summary 1', 'Summary', '!'].map((each) => slugs.next(each)),
      ['summary', 'summary-1', 'summary-1-1', 'summary-2', 'section'],
    );
  });
});
