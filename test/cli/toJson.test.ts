import assert from 'node:assert/strict';
import fc from 'fast-check';
import { toJson } from '../../src/cli/toJson';

describe('toJson', () => {
  it('shows nothing unseen and gives no line a meaning for log readers', () => {
    const json = toJson({ a: '\u001b[2J\u009b2J\u202e', b: '::error::x', c: '##vso[task.x] ##[group]' });
    assert.equal(
      json,
      '{\n  "a": "\\u001b[2J\\u009b2J\\u202e",\n  "b": "::error::x",\n  "c": "\\u0023#vso[task.x] \\u0023#[group]"\n}\n',
    );
  });

  it('means the same as the answer, whatever it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) =>
        assert.deepEqual(JSON.parse(toJson(value)), JSON.parse(JSON.stringify(value))),
      ),
    );
  });
});
