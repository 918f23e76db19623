import type { FileSystem } from './fileSystem';

/** The file system of this machine, by absolute paths; nothing where there is none (the web host). */
export const nodeFileSystem: FileSystem | undefined = undefined;
