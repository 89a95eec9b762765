import { describe, expect, test } from '@jest/globals';
import { openSeries } from '../../../packages/runtime/src/office/series.ts';
import { StoreUnavailable, type Store } from '../../../packages/runtime/src/ports/store.ts';
import { createMemoryStore } from '../../../packages/runtime/src/store/memory/memoryStore.ts';
import { fixedClock } from '../../../packages/runtime/src/words/clock.ts';

const clock = fixedClock('2026-11-24T01:00:00Z');
let randoms = 0;
const random = (): string => {
  randoms += 1;
  return String(randoms).padStart(32, '0');
};

/** A store that counts how many commits were read from its log. */
function countingStore() {
  const kept = createMemoryStore(clock);
  const read = { commits: 0 };
  const store: Store = {
    ...kept,
    async log(of) {
      const page = await kept.log(of);
      read.commits += page.length;
      return page;
    },
  };
  return { store, read };
}

const wish = (taker: string) => ({ key: 'receiptNo', pattern: '收〔{yyyy}〕{n}号', taker, by: 'system' as const });

describe('a number series', () => {
  test('given two hundred numbers taken, when the next is taken, then nothing of the log is read again', async () => {
    const { store, read } = countingStore();
    const numbers = openSeries({ store, clock, random });
    for (let n = 1; n <= 200; n += 1) await numbers.take(wish(`case-${n}`));
    expect(read.commits).toBe(0);
    expect(await numbers.take(wish('case-201'))).toBe('收〔2026〕201号');
    expect(read.commits).toBe(0);
  });

  test('given a number taken before a crash, when the same wish comes after it, then the same number', async () => {
    const { store } = countingStore();
    for (let n = 1; n <= 100; n += 1) await openSeries({ store, clock, random }).take(wish(`case-${n}`));
    const after = openSeries({ store, clock, random });
    expect(await after.take(wish('case-3'))).toBe('收〔2026〕3号');
    expect(await after.take(wish('case-101'))).toBe('收〔2026〕101号');
  });

  test('given fifty who ask at once, when their numbers are taken, then they share commits, and each has its own without a gap', async () => {
    const { store } = countingStore();
    const numbers = openSeries({ store, clock, random });
    const taken = await Promise.all(Array.from({ length: 50 }, (_, n) => numbers.take(wish(`case-${n}`))));
    expect(new Set(taken).size).toBe(50);
    expect(taken.at(-1)).toBe('收〔2026〕50号');
    expect((await store.load('series/receiptNo/2026' as never))?.revision).toBeLessThan(5);
    const again = openSeries({ store, clock, random });
    expect(await Promise.all(Array.from({ length: 50 }, (_, n) => again.take(wish(`case-${n}`))))).toEqual(taken);
  });

  test('given a store that fails once, when numbers are asked for, then whoever waited hears so, and the next takes the same number', async () => {
    const { store } = countingStore();
    let broken = true;
    const failing: Store = {
      ...store,
      async append(commit) {
        if (broken) throw new StoreUnavailable('away');
        return store.append(commit);
      },
    };
    const numbers = openSeries({ store: failing, clock, random });
    const asked = await Promise.allSettled([numbers.take(wish('a')), numbers.take(wish('b'))]);
    expect(asked.map((one) => one.status)).toEqual(['rejected', 'rejected']);
    broken = false;
    expect(await numbers.take(wish('b'))).toBe('收〔2026〕1号');
  });

  test('given two servers, when both take forty numbers at once, then eighty different ones without a gap', async () => {
    const { store } = countingStore();
    const [one, other] = [openSeries({ store, clock, random }), openSeries({ store, clock, random })];
    const wishes = Array.from({ length: 40 }, (_, n) => [one.take(wish(`one-${n}`)), other.take(wish(`other-${n}`))]).flat();
    const taken = (await Promise.all(wishes)).map((number) => Number(/〕(\d+)号/.exec(number)?.[1]));
    expect(taken.sort((left, right) => left - right)).toEqual(Array.from({ length: 80 }, (_, n) => n + 1));
  });
});
