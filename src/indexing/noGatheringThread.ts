/** Stands for {@link ./gatheringThread} in the web host, which has no threads of Node's. */
export const gatheringThread: undefined = undefined;
