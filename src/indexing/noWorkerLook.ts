import type { LibraryLooker } from './lookAtLibrary';

/** Stands for {@link ./workerLook} in the web host, which reads in slices and keeps nothing. */
export const workerLook: ((script: string, storage?: string) => LibraryLooker) | undefined = undefined;
