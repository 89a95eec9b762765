import type { Store } from '../../ports/store.ts';
import { canonical, type Json } from '../../words/json.ts';
import { BrokenPromise } from '../../words/refusal.ts';

/** Told before each call that reaches the database or the disk; throws to play a process that was killed there. */
export type Probe = (call: string) => void;

/** What a store is tried on: data of its own, opened and reopened at will. */
export interface Ground {
  open(probe?: Probe): Promise<Store>;
  /** Moves the clock of all stores opened here. */
  advance(milliseconds: number): void;
  /** Empties the projections and makes them anew from the log. Absent where nothing outlives the store. */
  readonly rebuild?: (store: Store) => Promise<void>;
  /** Removes everything. */
  end(): Promise<void>;
}

/** One thing that every store must do, told as a story. */
export interface StoreCase {
  readonly name: string;
  run(ground: Ground): Promise<void>;
  /** Only for stores that outlive their process. */
  readonly durable?: true;
}

/** Fails the case unless the two are the same JSON. */
export function same(actual: unknown, expected: unknown, what: string): void {
  const [left, right] = [text(actual), text(expected)];
  if (left !== right) throw new BrokenPromise(`${what}: expected ${right.slice(0, 600)} but it is ${left.slice(0, 600)}`);
}

/** Fails the case unless it holds. */
export function holds(truth: boolean, what: string): void {
  if (!truth) throw new BrokenPromise(what);
}

const text = (value: unknown): string => (value === undefined ? 'nothing' : canonical(value as Json));
