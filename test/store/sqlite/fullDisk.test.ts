import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { StoreUnavailable } from '../../../packages/runtime/src/ports/store.ts';
import { createSqliteStore, type SqliteStore } from '../../../packages/runtime/src/store/sqlite/sqliteStore.ts';
import { person, yes } from '../../runtime/office/harness.ts';
import { newRequest, small, studio } from '../../runtime/office/studio.ts';

const folder = mkdtempSync(join(tmpdir(), 'guicheng-full-'));
const opened: SqliteStore[] = [];
afterAll(async () => {
  for (const store of opened) await store.close();
  rmSync(folder, { recursive: true });
});

/** A diagram with so many characters that no packing makes it much smaller. */
const long = (key: string, characters: number): string =>
  small(key).replace('<?xml version="1.0" encoding="UTF-8"?>', (head) => `${head}<!--${noise(characters)}-->`);
const noise = (characters: number): string => {
  let seed = 1;
  return Array.from({ length: characters }, () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return String.fromCodePoint(0x4e00 + (seed % 20_000));
  }).join('');
};

describe('a disk that is full', () => {
  test('given a draft, when it is published or saved and there is no room, then it is refused as unavailable, and nothing is lost; with room it is done', async () => {
    const store = createSqliteStore({ folder });
    opened.push(store);
    const { office, on } = await studio({ store, diagrams: [{ file: 'a', xml: small('a') }] });
    const tab = on('a');
    const drawn = long('a', 60_000);
    await tab.draws(drawn);
    const { revision, latest } = await tab.page();
    const ask = { request: newRequest(), revision, latest };
    await store.limitPages(5);
    await expect(tab.publish(ask)).rejects.toThrow(StoreUnavailable);
    await expect(tab.save(revision, long('a', 59_999))).rejects.toThrow(StoreUnavailable);
    expect(await tab.page()).toMatchObject({ xml: drawn, latest: 1, draft: { base: 1 } });
    expect(yes(await office.flow(person('wu-fang'), 'a')).card.version).toBe(1);
    await store.limitPages(10_000);
    expect(yes(await tab.publish(ask)).version).toBe(2);
    expect(await tab.page()).toMatchObject({ xml: drawn, latest: 2, draft: null });
    const [point] = await tab.kept();
    expect(await tab.textOf(point?.point ?? '')).toBe(drawn);
  });
});
