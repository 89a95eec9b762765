/** Queues by name: what is done to one thing is done one after the other, in this process. */
export interface Lines {
  after<Value>(name: string, run: () => Promise<Value>): Promise<Value>;
  /** Resolves when no line has anything left. */
  idle(): Promise<void>;
}

export function openLines(): Lines {
  const lines = new Map<string, Promise<unknown>>();
  return {
    after(name, run) {
      const before = lines.get(name) ?? Promise.resolve();
      const mine = before.then(run, run);
      const settled = mine.catch(() => undefined);
      lines.set(name, settled);
      void settled.then(() => lines.get(name) === settled && lines.delete(name));
      return mine;
    },
    async idle() {
      while (lines.size > 0) await Promise.all(lines.values());
    },
  };
}
