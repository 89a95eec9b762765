/** How long a group waits for company while others come, in milliseconds. */
const LONGEST = 2;

/**
 * Gathers what arrives into groups. Alone, a call is done as soon as the event loop turns: an idle office waits for nothing. Where the last
 * group had company the next waits for more of it, since a group costs one sync to the disk, whatever is in it.
 */
export function gathering<Call>(done: (group: readonly Call[]) => void) {
  let group: Call[] = [];
  let last = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    const now = group;
    group = [];
    if (now.length === 0) return;
    last = now.length;
    done(now);
  }
  return {
    take(call: Call): void {
      group.push(call);
      if (group.length === 1) {
        if (last > 1) timer = setTimeout(flush, LONGEST);
        else setImmediate(flush);
      } else if (timer && group.length >= last * 2) flush();
    },
    flush,
  };
}
