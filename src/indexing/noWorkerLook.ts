import type { LibraryLooker } from './lookAtLibrary';

/** Stands for {@link ./workerLook} in the web host, which reads in slices. */
export const workerLook: ((script: string) => LibraryLooker) | undefined = undefined;
