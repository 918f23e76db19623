import type { FileSystem } from './fileSystem';

/** Stands for {@link ./nodeFileSystem} in the web host, which has no file system of its own. */
export const nodeFileSystem: FileSystem | undefined = undefined;
