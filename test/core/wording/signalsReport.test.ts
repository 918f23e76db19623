import assert from 'node:assert/strict';
import { signalsReport } from '../../../src/core/wording/signalsReport';
import { signalsWords } from '../../../src/core/wording/signalsWords';

describe('the page of learning signals', () => {
  const signals = { citations: [], materials: [], transcripts: [], paths: [], onNoPath: [], uncited: [] };
  const remark = { kind: 'text' as const, text: signalsWords.isInPart };

  it('begins with it that not all files were searched, where that is so', () => {
    assert.deepEqual(signalsReport(signals, undefined, true)[1], remark);
    assert.ok(!signalsReport(signals).some((block) => block.kind === 'text' && block.text === remark.text));
  });
});
