import type { Data } from '../../words/json.ts';
import type { ScopedData } from '../change.ts';

/** The data of all scopes while a step works on them: what a step does not change is not copied, however many scopes there are. */
export class DataOfScopes {
  readonly #before: ScopedData;
  /** Made with the first change: most steps change nothing. */
  #since: Map<string, Data | undefined> | undefined;

  constructor(before: ScopedData) {
    this.#before = before;
  }

  /** The data of a scope; empty where it has none. */
  get(scope: string): Data {
    if (this.#since?.has(scope)) return this.#since.get(scope) ?? NONE;
    return this.#before[scope] ?? NONE;
  }

  put(scope: string, data: Data): void {
    this.#put(scope, data);
  }

  /** The scope is over, and its data with it. */
  drop(scope: string): void {
    this.#put(scope, undefined);
  }

  #put(scope: string, data: Data | undefined): void {
    this.#since ??= new Map();
    this.#since.set(scope, data);
  }
}

const NONE: Data = {};
