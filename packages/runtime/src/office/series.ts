import { dayOf } from '../calendar/day.ts';
import type { Commit } from '../ports/commit.ts';
import { StoreUnavailable, type Store } from '../ports/store.ts';
import type { Clock } from '../words/clock.ts';
import { id, type PersonId, type StreamId } from '../words/ids.ts';
import { append, nextInstant } from './append.ts';

/** A number series of one year as it stands. Its numbers are taken by appends that two can never both win. */
interface SeriesFacts {
  readonly last: number;
}

/** What a commit of a series says: which id took which number, for whom. */
interface NumberTaken {
  readonly type: 'NumberTaken';
  readonly number: string;
  readonly taker: string;
  readonly by: PersonId | 'system';
}

/** The number as people write it: `收〔{yyyy}〕{n}号`, `{n:4}` pads with zeros. */
export const writeNumber = (pattern: string, year: string, n: number): string =>
  pattern
    .replaceAll('{yyyy}', year)
    .replaceAll(/\{n(?::(\d))?\}/g, (_, digits: string | undefined) => String(n).padStart(Number(digits ?? 0), '0'));

/** A wish for a number: of which series, written how, by whom, and under which id, so that asking twice takes one. */
export interface Wish {
  readonly key: string;
  readonly pattern: string;
  readonly taker: string;
  readonly by: PersonId | 'system';
}

/** The number series of the office. */
export interface Series {
  take(wish: Wish): Promise<string>;
  /** The number that this id took in a year; undefined where it took none. */
  taken(key: string, year: number, taker: string): Promise<string | undefined>;
}

/** What is known of a series: its last number and commit, and which id took which number. */
interface Known {
  n: number;
  last: Pick<Commit, 'revision' | 'hash' | 'at'> | undefined;
  readonly taken: Map<string, string>;
}

/** A series as it is worked on: what is known of it, who waits, and the work under way. */
interface Desk {
  readonly stream: StreamId;
  readonly year: string;
  readonly known: Known;
  readonly waiting: Set<Wish>;
  work: Promise<unknown>;
}

/**
 * Opens the series' streams. Whoever asks while numbers are being taken waits, and all who wait take theirs with one commit. A log is read
 * once and then only where it has grown, so that the ten thousandth number costs no more than the first. Another server's number is met
 * as a lost race.
 */
export function openSeries(given: { readonly store: Store; readonly clock: Clock; readonly random: () => string }): Series {
  const desks = new Map<StreamId, Desk>();

  function deskOf(key: string, year: string): Desk {
    const stream: StreamId = id(`series/${key}/${year}`);
    const there = desks.get(stream);
    if (there) return there;
    const desk: Desk = {
      stream,
      year,
      known: { n: 0, last: undefined, taken: new Map() },
      waiting: new Set(),
      work: Promise.resolve(),
    };
    desk.work = catchUp(desk).catch(() => desks.delete(stream));
    desks.set(stream, desk);
    return desk;
  }

  async function catchUp({ stream, known }: Desk): Promise<void> {
    for (;;) {
      const page = await given.store.log({ stream, after: known.last?.revision ?? 0, limit: 500 });
      for (const commit of page) remember(known, commit);
      if (page.length < 500) return;
    }
  }

  /** Takes a number for each that waits and has none yet, all with one commit. */
  async function takeAll(desk: Desk): Promise<void> {
    const { known, waiting } = desk;
    const wishes = [...waiting].filter((wish) => !known.taken.has(wish.taker));
    waiting.clear();
    for (let won = wishes.length === 0; !won; ) {
      const takers = new Map(wishes.filter((wish) => !known.taken.has(wish.taker)).map((wish) => [wish.taker, wish]));
      const events = [...takers.values()].map(
        (wish, index): NumberTaken => ({
          type: 'NumberTaken',
          number: writeNumber(wish.pattern, desk.year, known.n + 1 + index),
          taker: wish.taker,
          by: wish.by,
        }),
      );
      if (events.length === 0) return;
      const [first] = events;
      const alone = events.every((event) => event.by === first?.by) ? (first?.by ?? 'system') : 'system';
      const facts: SeriesFacts = { last: known.n + events.length };
      const { commit, result } = await append(given, known.last, {
        stream: desk.stream,
        at: nextInstant(given.clock, known.last),
        actor: { id: alone, via: alone === 'system' ? 'system' : 'person' },
        parts: { state: { snapshot: null, facts: { ...facts } }, events: events.map((event) => ({ ...event })) },
      });
      won = result.ok;
      if (won) remember(known, commit);
      else await catchUp(desk);
    }
  }

  /** One after the other for each series; one that failed does not keep the next from trying. */
  function after<Value>(desk: Desk, run: () => Promise<Value>): Promise<Value> {
    const mine = desk.work.then(run, run);
    desk.work = mine.catch(() => undefined);
    return mine;
  }

  return {
    taken(key, year, taker) {
      const desk = deskOf(key, String(year));
      return after(desk, async () => {
        await catchUp(desk);
        return desk.known.taken.get(taker);
      });
    },
    async take(wish) {
      const desk = deskOf(wish.key, dayOf(given.clock.now()).slice(0, 4));
      desk.waiting.add(wish);
      await after(desk, () => (desk.waiting.has(wish) ? takeAll(desk) : Promise.resolve()));
      const number = desk.known.taken.get(wish.taker);
      if (number === undefined) throw new StoreUnavailable(`no number could be taken from ${desk.stream}`);
      return number;
    },
  };
}

function remember(known: Known, commit: Commit): void {
  known.last = { revision: commit.revision, hash: commit.hash, at: commit.at };
  if (commit.parts.state) known.n = (JSON.parse(commit.parts.state.text) as { readonly facts: SeriesFacts }).facts.last;
  const events = commit.parts.events ? (JSON.parse(commit.parts.events.text) as readonly NumberTaken[]) : [];
  for (const { type, taker, number } of events) if (type === 'NumberTaken') known.taken.set(taker, number);
}
