/** Watches how long this host does nothing else at a stretch; `stop` tells the longest time, in ms. */
export function startStallProbe(): { stop(): number } {
  const each = 10;
  let longest = 0;
  let last = performance.now();
  const tick = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last - each);
    last = now;
  };
  const timer = setInterval(tick, each);
  return {
    stop() {
      clearInterval(timer);
      tick();
      return longest;
    },
  };
}
