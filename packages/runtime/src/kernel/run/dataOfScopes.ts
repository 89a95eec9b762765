import type { Data } from '../../words/json.ts';
import type { ScopedData } from '../change.ts';

/** The data of all scopes while a step works on them: what a step does not change is not copied, however many scopes there are. */
export class DataOfScopes {
  readonly #before: ScopedData;
  readonly #since = new Map<string, Data | undefined>();

  constructor(before: ScopedData) {
    this.#before = before;
  }

  /** The data of a scope; empty where it has none. */
  get(scope: string): Data {
    const since = this.#since.get(scope);
    if (since || this.#since.has(scope)) return since ?? NONE;
    return this.#before[scope] ?? NONE;
  }

  put(scope: string, data: Data): void {
    this.#since.set(scope, data);
  }

  /** The scope is over, and its data with it. */
  drop(scope: string): void {
    this.#since.set(scope, undefined);
  }
}

const NONE: Data = {};
