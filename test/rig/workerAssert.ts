/**
 * The part of node:assert/strict that our suites use, for VS Code's worker host, where there is no Node. The answers are
 * Node's; the messages are plainer.
 */

class AssertionError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'AssertionError';
  }
}

function fail(message: string | Error = 'failed'): never {
  throw message instanceof Error ? message : new AssertionError(message);
}

function ok(value: unknown, message?: string | Error): void {
  if (!value) fail(message ?? `${show(value)} is not truthy`);
}

function equal(actual: unknown, expected: unknown, message?: string | Error): void {
  if (!Object.is(actual, expected)) fail(message ?? `expected ${show(expected)}, got ${show(actual)}`);
}

function notEqual(actual: unknown, expected: unknown, message?: string | Error): void {
  if (Object.is(actual, expected)) fail(message ?? `expected anything but ${show(expected)}`);
}

function deepEqual(actual: unknown, expected: unknown, message?: string | Error): void {
  if (!same(actual, expected)) fail(message ?? `expected ${show(expected)}\ngot ${show(actual)}`);
}

function notDeepEqual(actual: unknown, expected: unknown, message?: string | Error): void {
  if (same(actual, expected)) fail(message ?? `expected anything but ${show(expected)}`);
}

function match(text: string, pattern: RegExp, message?: string | Error): void {
  if (!pattern.test(text)) fail(message ?? `${show(text)} does not match ${pattern}`);
}

function doesNotMatch(text: string, pattern: RegExp, message?: string | Error): void {
  if (pattern.test(text)) fail(message ?? `${show(text)} matches ${pattern}`);
}

/** What Node takes as second argument of `throws`: a pattern, a class, a function that judges, properties, a message. */
type Expected = RegExp | (new (...args: never[]) => unknown) | ((error: unknown) => unknown) | object | string;

function throws(run: () => unknown, expected?: Expected): void {
  try {
    run();
  } catch (error) {
    checkError(error, expected);
    return;
  }
  fail('expected an error');
}

async function rejects(work: Promise<unknown> | (() => Promise<unknown>), expected?: Expected): Promise<void> {
  try {
    await (typeof work === 'function' ? work() : work);
  } catch (error) {
    checkError(error, expected);
    return;
  }
  fail('expected a rejection');
}

function doesNotThrow(run: () => unknown): void {
  run();
}

async function doesNotReject(work: Promise<unknown> | (() => Promise<unknown>)): Promise<void> {
  await (typeof work === 'function' ? work() : work);
}

function checkError(error: unknown, expected: Expected | undefined): void {
  if (expected instanceof RegExp) match(String(error), expected);
  else if (isClass(expected)) ok(error instanceof expected, `${show(error)} is not a ${expected.name}`);
  else if (isJudge(expected)) ok(expected(error), `${show(error)} is not as expected`);
  else if (typeof expected === 'object') checkProperties(error, expected);
}

function checkProperties(error: unknown, expected: object): void {
  for (const [key, value] of Object.entries(expected)) {
    const actual: unknown = (error as Record<string, unknown>)[key];
    if (value instanceof RegExp) match(String(actual), value);
    else deepEqual(actual, value);
  }
}

function isJudge(value: unknown): value is (error: unknown) => unknown {
  return typeof value === 'function';
}

function isClass(value: unknown): value is new (...args: never[]) => unknown {
  if (typeof value !== 'function') return false;
  return value === Error || value.prototype instanceof Error || /^class\b/.test(String(value));
}

/** Node's strict deep equality, for the values that our suites compare. */
function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  if (a instanceof Date || a instanceof RegExp) return String(a) === String(b) && Number(a) === Number(b);
  if (a instanceof Error && b instanceof Error && (a.message !== b.message || a.name !== b.name)) return false;
  if (a instanceof Map && b instanceof Map) return sameMembers([...a], [...b]);
  if (a instanceof Set && b instanceof Set) return sameMembers([...a], [...b]);
  if (Array.isArray(a) && a.length !== (b as unknown[]).length) return false;
  const [ofA, ofB] = [Object.entries(a), new Map(Object.entries(b))];
  return ofA.length === ofB.size && ofA.every(([key, value]) => ofB.has(key) && same(value, ofB.get(key)));
}

function sameMembers(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((each) => b.some((other) => same(each, other)));
}

function show(value: unknown): string {
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  if (value instanceof Map || value instanceof Set) return `${value.constructor.name} ${show([...value])}`;
  try {
    return JSON.stringify(value, (_, each: unknown) => (each === undefined ? '(undefined)' : each), 2) ?? String(value);
  } catch {
    return String(value);
  }
}

const assert = Object.assign(ok, {
  AssertionError,
  deepEqual,
  deepStrictEqual: deepEqual,
  doesNotMatch,
  doesNotReject,
  doesNotThrow,
  equal,
  fail,
  match,
  notDeepEqual,
  notDeepStrictEqual: notDeepEqual,
  notEqual,
  notStrictEqual: notEqual,
  ok,
  rejects,
  strictEqual: equal,
  throws,
});

// biome-ignore lint/style/noDefaultExport: node:assert has one
export default assert;
