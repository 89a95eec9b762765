import type { Known, Problem } from '@guicheng/runtime/checking';
import type { Text } from '@guicheng/server/contract';
import type { When } from '../sync/localKeeper.ts';

/** A whole to be checked, and what came of it; the number tells which answer belongs to what. */
export interface Asked {
  readonly number: number;
  /** The text, or a file's bytes: then what was read of it is told, too. */
  readonly xml: string | Uint8Array;
  readonly known: Known;
}
export interface Answered {
  readonly number: number;
  readonly problems: readonly Problem[];
  /** Why it cannot be read at all; the one problem then says so, too. */
  readonly unreadable?: Text;
  readonly read?: FileRead;
}
/** What was read of a file, for somebody to know it by before anything is saved. */
export interface FileRead {
  readonly xml: string;
  readonly processes: readonly { readonly key: string; readonly name: Text; readonly steps: number }[];
  /** What looked odd, in the reader's own (English) words: references that lead nowhere, above all. */
  readonly warnings: readonly string[];
}

/** Somebody who checks elsewhere: a worker. */
export interface Examiner {
  ask(asked: Asked): void;
  end(): void;
}
export interface Listening {
  readonly answered: (answer: Answered) => void;
  readonly crashed: () => void;
}

/** What is known to be wrong with the drawing. While it is checked anew the last findings stay, so that nothing flickers. */
export interface Checked {
  readonly problems: readonly Problem[];
  /** There are changes that were not checked yet. */
  readonly pending: boolean;
  /** It could not be checked: the checking itself broke. */
  readonly broken: boolean;
}

export interface Checker {
  /** Something changed: it is checked when the hands have rested for a moment. */
  changed(): void;
  now(): void;
  stop(): void;
}

/** How long the hands must rest, and how long a check of what is old by now may keep the newest waiting; in milliseconds. */
const REST = 80;
const PATIENCE = 2000;

/** Keeps a drawing checked: the newest whole only, one at a time; an examiner that crashes or takes too long over something old is replaced. */
export function makeChecker(parts: {
  readonly serialise: () => Promise<string>;
  readonly known: Known;
  readonly examiner: (listening: Listening) => Examiner;
  readonly when: When;
  readonly told: (checked: Checked) => void;
}): Checker {
  const { when, told } = parts;
  let checked: Checked = { problems: [], pending: true, broken: false };
  let [changes, asked, crashes] = [1, 0, 0];
  let examiner: Examiner | null = null;
  let busy = false;
  let stopped = false;
  let waiting: (() => void) | null = null;
  let losingPatience: (() => void) | null = null;
  const tell = (next: Partial<Checked>): void => {
    if (stopped) return;
    checked = { ...checked, ...next };
    told(checked);
  };
  const rest = (): void => {
    busy = false;
    losingPatience?.();
    losingPatience = null;
    if (asked < changes) wait(0);
  };
  const replace = (): void => {
    examiner?.end();
    examiner = null;
    rest();
  };
  /** Answers and crashes of an examiner that was replaced are nobody's any more. */
  const engage = (): Examiner => {
    const engaged: Examiner = parts.examiner({
      answered(answer) {
        if (examiner !== engaged || answer.number !== asked) return;
        crashes = 0;
        tell({ problems: answer.problems, pending: asked < changes, broken: false });
        rest();
      },
      crashed() {
        if (examiner !== engaged) return;
        crashes += 1;
        // The same whole again, once; then with the next change.
        if (crashes === 1) asked -= 1;
        else tell({ pending: false, broken: true });
        replace();
      },
    });
    return engaged;
  };
  const ask = async (): Promise<void> => {
    if (stopped) return;
    if (busy) {
      losingPatience ??= when.after(PATIENCE, () => {
        losingPatience = null;
        if (busy && asked < changes) replace();
      });
      return;
    }
    busy = true;
    const number = changes;
    const xml = await parts.serialise();
    if (stopped) return;
    asked = number;
    examiner ??= engage();
    examiner.ask({ number, xml, known: parts.known });
  };
  const wait = (milliseconds: number): void => {
    waiting?.();
    waiting = when.after(milliseconds, () => {
      waiting = null;
      ask().catch(() => {
        busy = false;
        tell({ pending: false, broken: true });
      });
    });
  };
  wait(0);
  return {
    changed() {
      changes += 1;
      tell({ pending: true });
      wait(REST);
    },
    now() {
      changes += 1;
      crashes = 0;
      tell({ pending: true });
      wait(0);
    },
    stop() {
      stopped = true;
      waiting?.();
      losingPatience?.();
      examiner?.end();
    },
  };
}
