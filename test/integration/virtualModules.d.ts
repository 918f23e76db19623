/** The files of test/sample, path → content in base64. */
declare module 'virtual:sample' {
  export const sample: Readonly<Record<string, string>>;
}

/** Every suite that runs in the worker host, imported for what it says to mocha. */
declare module 'virtual:suites' {}
