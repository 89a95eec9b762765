/** By what a table's rows are found besides their id: for each grouping the key of a row, null where it is in none. */
export type Groupings<Row, Group extends string> = { readonly [Name in Group]: (row: Row) => string | null };

/** What a table of a marking holds: rows with ids that one counter numbers. */
export interface Shape<Row, Group extends string> {
  readonly id: (row: Row) => string;
  readonly by: Groupings<Row, Group>;
  /** The grouping that is asked for seldom, so that it is made only then. */
  readonly seldom?: Group;
}

/** So few rows are looked through faster than any index is kept. */
const FEW = 16;

/** The rows of a long list by id, and by grouping and key the ids of the rows that are found by it. */
export interface Index<Row> {
  readonly rows: Map<string, Row>;
  readonly groups: Grouped<Row>[];
}

interface Grouped<Row> {
  readonly group: string;
  readonly keyOf: (row: Row) => string | null;
  readonly keys: Keys;
}

/** A single id stands for itself: a list of a thousand has mostly groups of one. */
type Keys = Map<string, string | Set<string>>;

/**
 * One list of a marking while a step works on it. The list itself is never changed: the first write copies it, and so does the first one
 * after `values` has handed it out, so a loop sees the rows as they were when it began. Rows stand in the order of their numbers.
 * Finding costs the same however long the list is, a write one copy of pointers, of which a thousand cost as much as a third of a small step.
 */
export class Table<Id extends string, Row extends object, Group extends string = never> {
  readonly #shape: Shape<Row, Group>;
  #rows: Row[];
  #mine = false;
  #index: Index<Row> | undefined;
  /** Where a row was last found: what is written or taken away next often stands there. */
  #last = 0;

  /** `index`: what `takeIndex` gave with this very list; it must be given to one table only, as it follows that table's rows from then on. */
  constructor(rows: readonly Row[], shape: Shape<Row, Group>, index: Index<Row> | undefined) {
    this.#shape = shape;
    this.#rows = (index ? rows : inOrder(rows, shape.id)) as Row[];
    this.#index = index;
  }

  get size(): number {
    return this.#rows.length;
  }

  get(id: Id): Row | undefined {
    if (this.#rows.length > FEW) return this.#indexed().rows.get(id);
    const place = this.#placeOf(id);
    return place < 0 ? undefined : this.#rows[place];
  }

  has(id: Id): boolean {
    return this.get(id) !== undefined;
  }

  /** The rows as they are now, in the order of their numbers. */
  values(): readonly Row[] {
    this.#mine = false;
    return this.#rows;
  }

  /** The rows of a group, in the order in which they came to it. */
  in(group: Group, key: string): readonly Row[] {
    if (this.#rows.length <= FEW) {
      const keyOf = this.#shape.by[group];
      let found: Row[] | undefined;
      for (const row of this.#rows) if (keyOf(row) === key) (found ??= []).push(row);
      return found ?? NONE;
    }
    const { rows } = this.#indexed();
    const ids = this.#idsIn(group, key);
    if (ids === undefined) return NONE;
    if (typeof ids === 'object') return [...ids].flatMap((id) => rows.get(id) ?? []);
    const row = rows.get(ids);
    return row ? [row] : NONE;
  }

  /** Whether a group has any row. */
  any(group: Group, key: string): boolean {
    if (this.#rows.length > FEW) return this.#idsIn(group, key) !== undefined;
    const keyOf = this.#shape.by[group];
    for (const row of this.#rows) if (keyOf(row) === key) return true;
    return false;
  }

  /** Puts a row in the place of the one with its id, or where its number belongs: mostly behind all others. */
  set(id: Id, row: Row): void {
    const was = this.get(id);
    if (!this.#mine) this.#rows = this.#rows.slice();
    this.#mine = true;
    if (was) this.#rows[this.#placeOf(id)] = row;
    else this.#add(id, row);
    this.#regroup(id, was, row);
  }

  /** Whether there was one. */
  delete(id: Id): boolean {
    const place = this.#placeOf(id);
    const was = place < 0 ? undefined : this.#rows[place];
    if (!was) return false;
    if (this.#mine) this.#rows.splice(place, 1);
    else this.#rows = this.#rows.toSpliced(place, 1);
    this.#mine = true;
    this.#regroup(id, was, undefined);
    return true;
  }

  clear(): void {
    this.#rows = [];
    this.#mine = true;
    this.#index = undefined;
  }

  /** Gives up the index, where there is one, to the table that goes on from the list as it is laid down now. */
  takeIndex(): Index<Row> | undefined {
    const index = this.#index;
    this.#index = undefined;
    return index;
  }

  #add(id: string, row: Row): void {
    const rows = this.#rows;
    let place = rows.length;
    while (place > 0 && byNumber(this.#shape.id(rows[place - 1] as Row), id) > 0) place -= 1;
    if (place === rows.length) rows.push(row);
    else rows.splice(place, 0, row);
  }

  /** Where the row with this id stands; -1 where there is none, and looking there would cost more than all the rest. */
  #placeOf(id: string): number {
    const rows = this.#rows;
    const idOf = this.#shape.id;
    if (rows.length <= FEW) {
      for (let place = 0; place < rows.length; place += 1) if (idOf(rows[place] as Row) === id) return place;
      return -1;
    }
    const there = rows[this.#last];
    if (there && idOf(there) === id) return this.#last;
    let low = 0;
    let high = rows.length - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const order = byNumber(idOf(rows[middle] as Row), id);
      if (order === 0) {
        this.#last = middle;
        return middle;
      }
      if (order < 0) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  #indexed(): Index<Row> {
    this.#index ??= indexOf(this.#rows, this.#shape);
    return this.#index;
  }

  #regroup(id: string, was: Row | undefined, row: Row | undefined): void {
    if (!this.#index) return;
    if (row) this.#index.rows.set(id, row);
    else this.#index.rows.delete(id);
    const { groups } = this.#index;
    for (let at = 0; at < groups.length; at += 1) {
      const { keyOf, keys } = groups[at] as Grouped<Row>;
      const before = was ? keyOf(was) : null;
      const after = row ? keyOf(row) : null;
      if (before === after) continue;
      if (before !== null) take(keys, before, id);
      if (after !== null) put(keys, after, id);
    }
  }

  #idsIn(group: Group, key: string): string | Set<string> | undefined {
    const { groups } = this.#indexed();
    for (let at = 0; at < groups.length; at += 1) {
      const one = groups[at] as Grouped<Row>;
      if (one.group === group) return one.keys.get(key);
    }
    const made = groupedBy(this.#rows, this.#shape, group);
    groups.push(made);
    return made.keys.get(key);
  }
}

const NONE: readonly never[] = [];

function indexOf<Row, Group extends string>(rows: readonly Row[], shape: Shape<Row, Group>): Index<Row> {
  const often = (Object.keys(shape.by) as Group[]).filter((group) => group !== shape.seldom);
  return { rows: new Map(rows.map((row) => [shape.id(row), row])), groups: often.map((group) => groupedBy(rows, shape, group)) };
}

function groupedBy<Row, Group extends string>(rows: readonly Row[], { id, by }: Shape<Row, Group>, group: Group): Grouped<Row> {
  const keyOf = by[group];
  const keys: Keys = new Map();
  for (const row of rows) {
    const key = keyOf(row);
    if (key !== null) put(keys, key, id(row));
  }
  return { group, keyOf, keys };
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
const byNumber = (one: string, other: string): number => one.length - other.length || (one === other ? 0 : one < other ? -1 : 1);

/** Lists are written in order; one that is not is put in order. */
function inOrder<Row extends object>(rows: readonly Row[], idOf: (row: Row) => string): readonly Row[] {
  for (let place = 1; place < rows.length; place += 1) {
    if (byNumber(idOf(rows[place - 1] as Row), idOf(rows[place] as Row)) > 0)
      return [...rows].sort((one, other) => byNumber(idOf(one), idOf(other)));
  }
  return rows;
}
