import { readdirSync } from 'node:fs';
import Module from 'node:module';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** What is in use: memory in bytes; timers, sockets and threads of the process; open files. */
export interface InUse {
  readonly heap: number;
  readonly handles: number;
  readonly threads: number;
  readonly files: number;
}

/** What is in use when all that nobody needs is gone. */
export async function inUse(): Promise<InUse> {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  for (let times = 0; times < 5; times++) {
    collect();
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const { heapUsed, external } = process.memoryUsage();
  return {
    heap: heapUsed + external,
    handles: process.getActiveResourcesInfo().length,
    threads: entriesOf('/proc/self/task'),
    files: entriesOf('/proc/self/fd'),
  };
}

/** Nothing where the system does not tell. */
function entriesOf(folder: string): number {
  try {
    return readdirSync(folder).length;
  } catch {
    return 0;
  }
}

interface Disposable {
  dispose(): unknown;
}

/** Node's loader of modules, which VS Code changes in the same way. */
interface Loader {
  _load(this: unknown, request: string, parent: { readonly filename?: string } | undefined, isMain: boolean): object;
}

/**
 * Counts what the modules of a folder, loaded from now on, register with VS Code and do not dispose of: listeners, providers, commands,
 * watchers, views. The map tells how many of each are there now.
 */
export function countRegistered(folder: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const loader = Module as unknown as Loader;
  const load = loader._load;
  loader._load = (request, parent, isMain) => {
    const loaded = load.call(Module, request, parent, isMain);
    return request === 'vscode' && parent?.filename?.startsWith(folder) ? counted(loaded, counts) : loaded;
  };
  return counts;
}

const made = new WeakMap<object, object>();

/** VS Code's API, or a part of it, that counts. */
function counted(api: object, counts: Map<string, number>): object {
  const before = made.get(api);
  if (before) return before;
  const own = {};
  made.set(api, own);
  for (const name of Object.keys(Object.getOwnPropertyDescriptors(api))) {
    Object.defineProperty(own, name, { enumerable: true, get: () => countedMember(api, name, counts) });
  }
  return own;
}

const isNamespace = /^(?:commands|env|extensions|languages|lm|notebooks|tasks|window|workspace|chat|authentication)$/;
const registers = /^(?:on[A-Z]|register|create)/;

function countedMember(api: object, name: string, counts: Map<string, number>): unknown {
  const value: unknown = Reflect.get(api, name);
  if (typeof value === 'object' && value !== null && isNamespace.test(name)) return counted(value, counts);
  if (typeof value !== 'function' || !registers.test(name)) return value;
  return (...given: unknown[]) => {
    const disposable = Reflect.apply(value, api, given) as Partial<Disposable> | undefined;
    if (typeof disposable?.dispose !== 'function') return disposable;
    const key = typeof given[0] === 'string' && !/^on/.test(name) ? `${name} ${given[0]}` : name;
    counts.set(key, (counts.get(key) ?? 0) + 1);
    return countedOut(disposable as Disposable, () => counts.set(key, (counts.get(key) ?? 0) - 1));
  };
}

function countedOut(disposable: Disposable, out: () => void): Disposable {
  const dispose = disposable.dispose.bind(disposable);
  let isOver = false;
  const disposeOnce = () => {
    if (!isOver) out();
    isOver = true;
    return dispose();
  };
  try {
    disposable.dispose = disposeOnce;
    if (disposable.dispose === disposeOnce) return disposable;
  } catch {}
  return new Proxy(disposable, {
    get: (target, key) => {
      if (key === 'dispose') return disposeOnce;
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
