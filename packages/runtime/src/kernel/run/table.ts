/** By what a table's rows are found besides their id: for each grouping the key of a row, null where it is in none. */
export type Groupings<Row, Group extends string> = { readonly [Name in Group]: (row: Row) => string | null };

/** What a table of a marking holds: rows with ids that one counter numbers. */
export interface Shape<Row, Group extends string> {
  readonly id: (row: Row) => string;
  readonly by: Groupings<Row, Group>;
}

/** So few rows are looked through faster than any index is kept. */
const FEW = 16;

/** By grouping and key the ids of the rows that are found by it. */
export type Index = ReadonlyMap<string, Keys>;

/** A single id stands for itself: a list of a thousand has mostly groups of one. */
type Keys = Map<string, string | Set<string>>;

/**
 * One list of a marking while a step works on it. The list itself is never changed: the first write copies it, and so does the first one
 * after `values` has handed it out, so a loop sees the rows as they were when it began. Rows stand in the order of their numbers.
 * Finding costs the logarithm of the list, a write one copy of pointers; a list of a thousand costs little more than one of ten.
 */
export class Table<Id extends string, Row extends object, Group extends string = never> {
  readonly #shape: Shape<Row, Group>;
  #rows: Row[];
  #mine = false;
  #index: Index | undefined;

  /** `index`: what `laidDown` gave with this very list; it must be given to one table only, as it follows that table's rows from then on. */
  constructor(rows: readonly Row[], shape: Shape<Row, Group>, index: Index | undefined) {
    this.#shape = shape;
    this.#rows = (index ? rows : inOrder(rows, shape.id)) as Row[];
    this.#index = index ?? (rows.length > FEW ? indexOf(this.#rows, shape) : undefined);
  }

  get size(): number {
    return this.#rows.length;
  }

  get(id: Id): Row | undefined {
    return this.#rows[this.#placeOf(id)];
  }

  has(id: Id): boolean {
    return this.#placeOf(id) >= 0;
  }

  /** The rows as they are now, in the order of their numbers. */
  values(): readonly Row[] {
    this.#mine = false;
    return this.#rows;
  }

  /** The rows of a group, in the order in which they came to it. */
  in(group: Group, key: string): readonly Row[] {
    if (this.#rows.length <= FEW) return this.any(group, key) ? this.#rows.filter((row) => this.#shape.by[group](row) === key) : [];
    const ids = this.#indexed().get(group)?.get(key);
    if (ids === undefined) return [];
    return (typeof ids === 'string' ? [ids] : [...ids]).flatMap((id) => this.get(id as Id) ?? []);
  }

  /** Whether a group has any row. */
  any(group: Group, key: string): boolean {
    if (this.#rows.length <= FEW) {
      const keyOf = this.#shape.by[group];
      for (const row of this.#rows) if (keyOf(row) === key) return true;
      return false;
    }
    return this.#indexed().get(group)?.has(key) ?? false;
  }

  /** Puts a row in the place of the one with its id, or behind all others. */
  set(id: Id, row: Row): void {
    this.#own();
    const place = this.#placeOf(id);
    const was = this.#rows[place];
    if (was) {
      this.#rows[place] = row;
      this.#regroup(id, was, row);
      return;
    }
    const last = this.#rows.at(-1);
    if (!last || byNumber(this.#shape.id(last), id) < 0) this.#rows.push(row);
    else this.#rows.splice(-1 - place, 0, row);
    this.#regroup(id, undefined, row);
  }

  /** Whether there was one. */
  delete(id: Id): boolean {
    const place = this.#placeOf(id);
    const was = this.#rows[place];
    if (!was) return false;
    this.#own();
    this.#rows.splice(place, 1);
    this.#regroup(id, was, undefined);
    return true;
  }

  clear(): void {
    this.#rows = [];
    this.#mine = true;
    this.#index = undefined;
  }

  /** The list for the next marking, and the index to go on with, where there is one. */
  laidDown(): { readonly rows: readonly Row[]; readonly index: Index | undefined } {
    this.#mine = false;
    const index = this.#index;
    this.#index = undefined;
    return { rows: this.#rows, index };
  }

  /** Where the row stands, or the place where it would, less one, below zero. */
  #placeOf(id: string): number {
    const rows = this.#rows;
    const idOf = this.#shape.id;
    let low = 0;
    let high = rows.length - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const order = byNumber(idOf(rows[middle] as Row), id);
      if (order === 0) return middle;
      if (order < 0) low = middle + 1;
      else high = middle - 1;
    }
    return -1 - low;
  }

  #own(): void {
    if (this.#mine) return;
    this.#rows = this.#rows.slice();
    this.#mine = true;
  }

  #indexed(): Index {
    this.#index ??= indexOf(this.#rows, this.#shape);
    return this.#index;
  }

  #regroup(id: string, was: Row | undefined, row: Row | undefined): void {
    if (!this.#index) return;
    for (const [group, keys] of this.#index) {
      const keyOf = this.#shape.by[group as Group];
      const [before, after] = [was ? keyOf(was) : null, row ? keyOf(row) : null];
      if (before === after) continue;
      if (before !== null) take(keys, before, id);
      if (after !== null) put(keys, after, id);
    }
  }
}

function indexOf<Row, Group extends string>(rows: readonly Row[], shape: Shape<Row, Group>): Index {
  const index = new Map<string, Keys>();
  for (const group of Object.keys(shape.by) as Group[]) {
    const keys: Keys = new Map();
    for (const row of rows) {
      const key = shape.by[group](row);
      if (key !== null) put(keys, key, shape.id(row));
    }
    index.set(group, keys);
  }
  return index;
}

function put(keys: Keys, key: string, id: string): void {
  const ids = keys.get(key);
  if (ids === undefined) keys.set(key, id);
  else if (typeof ids === 'string') keys.set(key, new Set([ids, id]));
  else ids.add(id);
}

function take(keys: Keys, key: string, id: string): void {
  const ids = keys.get(key);
  if (typeof ids === 'object') ids.delete(id);
  if (ids === id || (typeof ids === 'object' && ids.size === 0)) keys.delete(key);
}

/** `v9` before `v10`: ids of one list begin alike, so the shorter is the lower. */
const byNumber = (one: string, other: string): number => one.length - other.length || (one < other ? -1 : one > other ? 1 : 0);

/** Lists are written in order; one that is not is put in order. */
function inOrder<Row extends object>(rows: readonly Row[], idOf: (row: Row) => string): readonly Row[] {
  const ordered = rows.every((row, place) => place === 0 || byNumber(idOf(rows[place - 1] as Row), idOf(row)) < 0);
  return ordered ? rows : [...rows].sort((one, other) => byNumber(idOf(one), idOf(other)));
}
