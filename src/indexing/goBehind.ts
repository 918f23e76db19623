import { getPriority, platform, setPriority } from 'node:os';

/** As `nice` counts: from 0, where most begin, to 19. With 5 more, a thread gets a third of what each other one gets where all want the processor. */
const further = 5;
const last = 19;

/**
 * Has this thread stand back where others want the processor: the window and the thread of the extensions go first, and where nobody wants it
 * nothing takes longer. Call it in a thread that somebody waits for less than for the editor; it cannot be taken back. On Linux only, where a
 * priority is that of a thread (setpriority(2), “C library/kernel differences”); elsewhere it is that of the whole process, the editor's extensions
 * with it, so nothing happens. Where the system refuses, all stays as it is.
 */
export function goBehind(): void {
  if (platform() !== 'linux') return;
  try {
    setPriority(0, Math.min(getPriority(0) + further, last));
  } catch {
    // A container may forbid it, and the work is the same without it.
  }
}
