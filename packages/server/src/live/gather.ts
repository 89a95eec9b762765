import type { Changes } from '../contract.ts';

/** How long changes for one person are gathered after one was told, in milliseconds. */
const MERGED = 250;

/** What is to be told, person by person. */
export interface Gathered {
  /** Notes that a case at this revision concerns this person. */
  note(person: string, changed: Changes['cases'][number]): void;
  /** Notes that this person is to look after drawings. */
  noteDrawings(person: string): void;
  /** Tells what was noted; `cursor` is the end of what was looked at. */
  tellUpTo(cursor: string): void;
  stop(): void;
}

/** Gathers changes per person: the first is told at once; what comes within the next quarter of a second goes together. */
export function gather(tell: (person: string, changes: Changes) => void): Gathered {
  const waiting = new Map<string, { readonly cases: Map<string, number>; drawings: boolean }>();
  const resting = new Map<string, NodeJS.Timeout>();
  let cursor = '';

  function say(person: string): void {
    const noted = waiting.get(person);
    waiting.delete(person);
    if (!noted) {
      resting.delete(person);
      return;
    }
    const cases = [...noted.cases].map(([one, revision]) => ({ case: one, revision }));
    tell(person, { cursor, cases, ...(noted.drawings ? { drawings: true } : {}) });
    const timer = setTimeout(() => say(person), MERGED);
    timer.unref();
    resting.set(person, timer);
  }

  const notedOf = (person: string): { readonly cases: Map<string, number>; drawings: boolean } => {
    const noted = waiting.get(person) ?? { cases: new Map<string, number>(), drawings: false };
    waiting.set(person, noted);
    return noted;
  };

  return {
    note(person, changed) {
      const { cases } = notedOf(person);
      cases.set(changed.case, Math.max(changed.revision, cases.get(changed.case) ?? 0));
    },
    noteDrawings(person) {
      notedOf(person).drawings = true;
    },
    tellUpTo(end) {
      cursor = end;
      for (const person of Array.from(waiting.keys())) if (!resting.has(person)) say(person);
    },
    stop() {
      for (const timer of resting.values()) clearTimeout(timer);
    },
  };
}
