import { dayOf } from '../calendar/day.ts';
import type { Commit } from '../ports/commit.ts';
import type { Store } from '../ports/store.ts';
import type { Clock } from '../words/clock.ts';
import { digest } from '../words/digest.ts';
import { id, type PersonId, type StreamId } from '../words/ids.ts';
import { append, nextInstant } from './append.ts';

/** A number series of one year as it stands: each number is taken once, by an append that two can never both win. */
interface SeriesFacts {
  readonly last: number;
  readonly takenBy: string;
  readonly number: string;
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

const streamOf = (key: string, year: string): StreamId => id(`series/${key}/${year}`);

/** What is known of a series: its last number and commit, and which id took which number. */
interface Known {
  n: number;
  last: Pick<Commit, 'revision' | 'hash' | 'at'> | undefined;
  readonly taken: Map<string, string>;
}

/**
 * Opens the series' streams. Wishes for one series queue here, and its log is read once and then only where it has grown, so that the
 * ten thousandth number costs no more than the first. Another server's number is met as a lost race.
 */
export function openSeries(given: { readonly store: Store; readonly clock: Clock; readonly random: () => string }): Series {
  const streams = new Map<StreamId, Known>();
  const queues = new Map<StreamId, Promise<unknown>>();

  async function catchUp(stream: StreamId, known: Known): Promise<void> {
    for (;;) {
      const page = await given.store.log({ stream, after: known.last?.revision ?? 0, limit: 500 });
      for (const commit of page) remember(known, commit);
      if (page.length < 500) return;
    }
  }

  async function take(stream: StreamId, year: string, wish: Wish): Promise<string> {
    const known = streams.get(stream) ?? { n: 0, last: undefined, taken: new Map<string, string>() };
    if (!streams.has(stream)) await catchUp(stream, known);
    streams.set(stream, known);
    for (;;) {
      const before = known.taken.get(wish.taker);
      if (before !== undefined) return before;
      const n = known.n + 1;
      const number = writeNumber(wish.pattern, year, n);
      const facts: SeriesFacts = { last: n, takenBy: wish.taker, number };
      const { commit, result } = await append(given, known.last, {
        stream,
        at: nextInstant(given.clock, known.last),
        actor: { id: wish.by, via: wish.by === 'system' ? 'system' : 'person' },
        request: { id: wish.taker, digest: digest(wish.taker), answer: number },
        parts: { state: { snapshot: null, facts: facts as never }, events: [{ type: 'NumberTaken', number, by: wish.taker }] },
      });
      if (result.ok) remember(known, commit);
      else await catchUp(stream, known);
    }
  }

  /** One at a time for each series. */
  function queued<Value>(stream: StreamId, run: () => Promise<Value>): Promise<Value> {
    const mine = (queues.get(stream) ?? Promise.resolve()).then(run, run);
    queues.set(stream, mine);
    return mine;
  }

  return {
    taken(key, year, taker) {
      const stream = streamOf(key, String(year));
      return queued(stream, async () => {
        const known = streams.get(stream) ?? { n: 0, last: undefined, taken: new Map<string, string>() };
        await catchUp(stream, known);
        return known.taken.get(taker);
      });
    },
    take(wish) {
      const year = dayOf(given.clock.now()).slice(0, 4);
      const stream = streamOf(wish.key, year);
      return queued(stream, () => take(stream, year, wish));
    },
  };
}

function remember(known: Known, commit: Commit): void {
  known.last = { revision: commit.revision, hash: commit.hash, at: commit.at };
  if (commit.parts.state) known.n = (JSON.parse(commit.parts.state.text) as { readonly facts: SeriesFacts }).facts.last;
  if (commit.request) known.taken.set(commit.request.id, String(commit.request.answer));
}
