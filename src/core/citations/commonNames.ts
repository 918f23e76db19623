/** Names of files and folders that are found in every second repository, and parts of names that tell nothing by themselves. */
const common = new Set(
  (
    'index main mod lib libs src source sources app apps test tests testing spec specs util utils utility helper helpers common core base type ' +
    'types config configs configuration settings setup init package packages lock readme changelog license contributing makefile dockerfile ' +
    'docker compose server client api handler handlers controller controllers model models service services view views component components page pages route ' +
    'routes router schema store db data log logs script scripts tool tools build dist out bin cmd pkg internal public private static assets doc docs ' +
    'design infra deploy ops java kotlin scala python vendor node modules com org io net dev example examples value values variable variables ' +
    'output outputs version versions default defaults constant constants error errors exception exceptions application program run ' +
    'start next webpack vite jest eslint tsconfig babel rollup gradle pom cargo requirements global shared root home user users local new old tmp temp file files'
  ).split(' '),
);

/** Verbs that begin, and little words that join, the names of functions everywhere. */
const fillers = new Set(
  'get set is has can on to from of in at by before after until if when for with as the a an and or not new use make create do run handle test init add remove update delete'.split(
    ' ',
  ),
);

/** The words of which a name is made: `pauseBeforeClaiming`, `reconnect_seed`, `boat-gateway`. Lower case. */
export function partsOf(name: string): readonly string[] {
  return name
    .slice(0, 120)
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]/u)
    .filter((part) => part !== '');
}

/** Whether a name of a file or folder, without its extension, says nothing about what is in it: `index`, `main_test`, `src`. */
export function isCommonName(stem: string): boolean {
  const parts = partsOf(stem);
  return parts.every((part) => part.length < 3 || common.has(part));
}

/** Whether the name of a file, without its extension, names it wherever it is written: two words or more, and not such as all repositories have. */
export function isDistinctiveStem(stem: string): boolean {
  return partsOf(stem).length >= 2 && stem.length >= 8 && !isCommonName(stem);
}

/**
 * Whether a symbol is so much a name that it means the same thing wherever it is written as code: of two words or more that say something
 * (`pauseBeforeClaiming`, `reconnect_seed`), unlike `getUser`, `toString` or `retry`.
 */
export function isDistinctiveSymbol(name: string): boolean {
  const telling = partsOf(name).filter((part) => part.length > 1 && !fillers.has(part));
  return telling.length >= 2 && name.length >= 8 && !telling.every((part) => common.has(part));
}
