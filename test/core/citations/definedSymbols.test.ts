import assert from 'node:assert/strict';
import fc from 'fast-check';
import { definedSymbols } from '../../../src/core/citations/definedSymbols';

describe('the symbols that a file defines', () => {
  const cases: Record<string, [source: string, expected: readonly string[]]> = {
    'functions of TypeScript': [
      'export async function pauseBeforeClaiming(waiting: number) {',
      ['pauseBeforeClaiming'],
    ],
    'types of TypeScript': [
      'export type ClaimResult = { kind: 1 };\nexport interface HoldState {',
      ['ClaimResult', 'HoldState'],
    ],
    'constants at the outer level only': [
      'const retryBudget = 1;\nfunction a() {\n  const innerBudget = 1;\n}',
      ['retryBudget'],
    ],
    'methods of Go': ['func (r *Releaser) ReleaseExpired(ctx context.Context) error {', ['ReleaseExpired']],
    'functions of C': ['unsigned reconnect_delay(unsigned attempt)\n{', ['reconnect_delay']],
    'pointers of C': ['static const char *clock_source_name(int source)', ['clock_source_name']],
    'macros of C': ['#define SPREAD_SECONDS 90u', ['SPREAD_SECONDS']],
    'methods of Java': [
      '    static Duration pauseOf(int attempt) {\n    private static final Set<Integer> WORTH_REPEATING = Set.of(502);',
      ['WORTH_REPEATING'],
    ],
    'classes of Java': ['public final class ProviderClient {', ['ProviderClient']],
    'functions of Python': [
      '    async def write_day_again(db):\nMAX_RETRY_AGE = 3',
      ['write_day_again', 'MAX_RETRY_AGE'],
    ],
    'functions of Rust': ['    pub fn signing_key(&self) -> KeyId {', ['signing_key']],
    'indexes of SQL': ['CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS holds_live_idx\n  ON holds', ['holds_live_idx']],
    'functions of a shell': ['restart_boats() {', ['restart_boats']],
    'none that is used': ['  return await claimSpace(x);\n  if (claimSpace(y)) {\nclaimSpace(z);', []],
    'none of one word': ['function retry() {\nclass Client {', []],
    'none that everybody defines': ['  public String toString() {\n  getUser(): void {', []],
  };
  for (const [name, [source, expected]] of Object.entries(cases)) {
    it(`are ${name}`, () => assert.deepEqual(definedSymbols(source), expected));
  }

  it('are found without a throw, each once, in whatever text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const found = definedSymbols(text);
        assert.equal(new Set(found).size, found.length);
        for (const name of found) assert.ok(text.includes(name));
      }),
    );
  });
});
