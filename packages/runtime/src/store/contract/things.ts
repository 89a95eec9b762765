import type { DefinitionRow } from '../../ports/rows.ts';
import { id } from '../../words/ids.ts';
import { holds, same, type StoreCase } from './ground.ts';
import { AT, caseRow, chunks, dueRow, fileRow, ids, outboxRow, put, storedFile, subscriptionRow, textOf, wei } from './samples.ts';

/** What is promised of everything beside streams and lists: search, due times, messages, leases, files, form drafts. */
export const thingCases: readonly StoreCase[] = [
  {
    name: 'given a Chinese title, when it is looked for by a character, a pair, a number, a Latin word or its initials, then it is found',
    async run(ground) {
      const store = await ground.open();
      await put(store, 'g1', [
        caseRow('g1', {
          title: '关于开展调研的通知',
          number: '收〔2026〕12号',
          searchText: '关于开展调研的通知\n收〔2026〕12号\nReport ABC 市政府',
        }),
      ]);
      await put(store, 'g2', [
        caseRow('g2', { title: '印章使用', number: null, searchText: '印章使用 通知', startedAt: id('2026-11-25T01:00:00.000Z') }),
      ]);
      const found = async (words: string): Promise<readonly string[]> => ids(await store.views.search(wei, words, 10));
      for (const words of [
        '研',
        '调研',
        '开展调研',
        '2026',
        '12',
        '〔2026〕12号',
        'report',
        'REP',
        'abc 市政府',
        'kzdy',
        'kzty',
        'ｒｅｐｏｒｔ',
      ])
        same(await found(words), ['g1'], `found by ${words}`);
      for (const words of ['研调', '调章', 'xyz', '〔2025〕', '', '  ', '"', '* OR a', 'NEAR(', 'yzsyx'])
        same(await found(words), [], `found by ${words}`);
      same(await found('yzsy'), ['g2'], 'found by initials');
      same(await found('通知'), ['g1', 'g2'], 'the one with it in its title comes first, though it is older');
      same(ids(await store.views.search(wei, '通知', 1)), ['g1'], 'no more than asked for');
      await put(store, 'g1', [caseRow('g1', { revision: 2, title: '改名', number: null, searchText: '改名' })]);
      same(await found('调研'), [], 'found by what it is no longer called');
    },
  },
  {
    name: 'given armed due rows, when asked what is due, then what is, earliest first, and nothing that was cleared or has fired',
    async run(ground) {
      const store = await ground.open();
      await put(store, 'due', [
        dueRow('b', '2026-11-24T00:30:00.000Z'),
        dueRow('a', '2026-11-24T00:10:00.000Z'),
        dueRow('c', '2026-11-24T00:20:00.000Z', { state: 'cleared' }),
        dueRow('e', '2026-11-25T00:00:00.000Z'),
      ]);
      same(ids(await store.due(AT, 10)), ['a', 'b'], 'what is due');
      same(ids(await store.due(AT, 1)), ['a'], 'the first');
      await put(store, 'due', [dueRow('a', '2026-11-24T00:10:00.000Z', { revision: 2, state: 'fired' })]);
      same(ids(await store.due(AT, 10)), ['b'], 'what is still due');
    },
  },
  {
    name: 'given messages to be sent and waited for, when they are listed, then those that are open, by name',
    async run(ground) {
      const store = await ground.open();
      await put(store, 'm', [
        caseRow('m'),
        outboxRow('m', 'm.2', { sentAt: id('2026-11-24T02:00:00.000Z'), state: 'undelivered' }),
        outboxRow('m', 'm.1'),
        outboxRow('m', 'm.3', { state: 'delivered' }),
        outboxRow('m', 'm.4', { state: 'refused' }),
        outboxRow('m', 'outside', { case: null, element: null, sentAt: id('2026-11-24T03:00:00.000Z'), state: 'undelivered' }),
        subscriptionRow('m', 'm.w1'),
        subscriptionRow('m', 'm.w2', { to: 'signal' }),
        subscriptionRow('m', 'm.w3', { name: 'other' }),
      ]);
      same(ids(await store.outbox(10)), ['m.1', 'm.2', 'outside'], 'what is to be sent');
      same(ids(await store.outbox(1)), ['m.1'], 'no more than asked for');
      same(ids(await store.outbox(10, { sentAt: AT, id: 'm.1' })), ['m.2', 'outside'], 'what comes after the first');
      same(ids(await store.outbox(10, { sentAt: AT, id: 'm.0' })), ['m.1', 'm.2', 'outside'], 'what comes after one of the same moment');
      same(ids(await store.outbox(10, { sentAt: id('2026-11-24T03:00:00.000Z'), id: 'outside' })), [], 'what comes after the last');
      same(ids(await store.views.outboxOfCase(wei, id('m'))), ['m.1', 'm.2', 'm.3', 'm.4'], 'the outbox of the case');
      same(ids(await store.subscriptions('handed over', 'message')), ['m.w1'], 'who waits for the message');
      same(ids(await store.subscriptions('handed over', 'signal')), ['m.w2'], 'who waits for the signal');
      await put(store, 'm', [subscriptionRow('m', 'm.w1', { revision: 2, state: 'closed', name: '', key: null })]);
      same(await store.subscriptions('handed over', 'message'), [], 'who still waits');
    },
  },
  {
    name: 'given published versions, when the shelf is read, then all are there',
    async run(ground) {
      const store = await ground.open();
      const row: DefinitionRow = {
        table: 'definition',
        id: id('seal-use@1'),
        revision: 1,
        key: id('seal-use'),
        version: 1,
        name: { zh: '印章使用' },
        file: '06.bpmn',
        publishedAt: AT,
        publishedBy: id('wei'),
        note: '',
        effectiveFrom: AT,
      };
      await put(store, 'shelf', [{ ...row, id: id<'key@version'>('seal-use@2'), version: 2 }, row]);
      same(ids(await store.views.definitions(wei)), ['seal-use@1', 'seal-use@2'], 'the shelf');
    },
  },
  {
    name: 'given a lease that one holds, when another asks, then it gets none until the time is over, and then a higher fence',
    async run(ground) {
      const store = await ground.open();
      const first = await store.lease('sweep', 'a', 60);
      holds(first !== undefined, 'the first gets it');
      same(await store.lease('sweep', 'b', 60), undefined, 'another meanwhile');
      holds((await store.lease('other', 'b', 60)) !== undefined, 'another lease is free');
      ground.advance(40_000);
      const again = await store.lease('sweep', 'a', 60);
      holds((again?.fence ?? 0) > (first?.fence ?? 0), 'holding on gives a higher fence');
      ground.advance(50_000);
      same(await store.lease('sweep', 'b', 60), undefined, 'another, after it was held on to');
      ground.advance(20_000);
      const next = await store.lease('sweep', 'b', 60);
      holds((next?.fence ?? 0) > (again?.fence ?? 0), 'the next gets it, with a higher fence');
      const rivals = await Promise.all(Array.from({ length: 20 }, (_, index) => store.lease('race', `holder${index}`, 60)));
      same(rivals.filter((one) => one !== undefined).length, 1, 'how many of twenty got it');
    },
  },
  {
    name: 'given a file, when it is read back, then it is the same; once a case refers to it, it is never swept',
    async run(ground) {
      const store = await ground.open();
      const kept = storedFile('kept', 6);
      const loose = storedFile('loose', 6);
      await store.files.put(kept, chunks('abc', 'def'));
      await store.files.put(loose, chunks('来文'));
      same(await store.files.about(kept.id), kept, 'what is known of it');
      same(await textOf(await store.files.read(kept.id)), 'abcdef', 'its content');
      same(await textOf(await store.files.read(loose.id)), '来文', 'the content of the other');
      same(await store.files.caseOf(kept.id), undefined, 'its case before any refers to it');
      await put(store, 'withFile', [caseRow('withFile'), fileRow('withFile', kept)]);
      same(await store.files.caseOf(kept.id), 'withFile', 'its case');
      same(await store.files.sweep(AT), 0, 'how many are swept while they are new');
      same(await store.files.sweep(id('2026-11-25T02:00:00.000Z')), 1, 'how many are swept when they are old');
      same([await store.files.about(loose.id), await store.files.read(loose.id)], [undefined, undefined], 'what is left of the swept one');
      same(await textOf(await store.files.read(kept.id)), 'abcdef', 'the content of the one in a case');
      same(await store.files.about(id('never')), undefined, 'one that never was');
    },
  },
  {
    name: 'given an upload that breaks off or is not as long as it says, when it is looked for, then it is not there',
    async run(ground) {
      const store = await ground.open();
      async function* broken(): AsyncIterable<Uint8Array> {
        yield* chunks('abc');
        throw new Error('the browser went away');
      }
      const tried = await store.files.put(storedFile('broken', 6), broken()).then(
        () => 'kept',
        () => 'refused',
      );
      const short = await store.files.put(storedFile('short', 60), chunks('abc')).then(
        () => 'kept',
        () => 'refused',
      );
      same([tried, short], ['refused', 'refused'], 'what became of them');
      same(await store.files.about(id('broken')), undefined, 'what is known of the broken one');
      same(await store.files.about(id('short')), undefined, 'what is known of the short one');
    },
  },
  {
    name: 'given notes, when they are put, overtaken, listed and dropped, then the last one wins and each key has its own',
    async run(ground) {
      const store = await ground.open();
      const note = (title: string, savedAt: string) => ({ value: { title, 'a.b': { $x: 1 } }, savedAt: id<'utc'>(savedAt) });
      const later = note('全', '2026-11-24T01:00:02.000Z');
      const other = note('别', '2026-11-24T01:00:00.000Z');
      await store.notes.put('draft/wei/start', note('半', '2026-11-24T01:00:01.000Z'));
      await store.notes.put('draft/wei/start', later);
      await store.notes.put('draft/wei/start', note('迟', '2026-11-24T01:00:00.000Z'));
      await store.notes.put('draft/wei/c.v1', other);
      await store.notes.put('draft/weiwei/c.v1', other);
      same(await store.notes.get('draft/wei/start'), later, 'the note');
      same(await store.notes.get('draft/fang/start'), undefined, 'a key that was never put');
      same(
        await store.notes.list('draft/wei/', 9),
        [
          { ...other, key: 'draft/wei/c.v1' },
          { ...later, key: 'draft/wei/start' },
        ],
        'the list',
      );
      same(
        (await store.notes.list('draft/', 2)).map(({ key }) => key),
        ['draft/wei/c.v1', 'draft/wei/start'],
        'no more than asked for',
      );
      await store.notes.drop('draft/wei/start');
      same(await store.notes.get('draft/wei/start'), undefined, 'the note when it was dropped');
      holds((await store.notes.get('draft/wei/c.v1')) !== undefined, 'another key keeps its own');
      await store.notes.drop('never');
      await store.notes.put('text', { value: 'a$b', savedAt: AT });
      same((await store.notes.get('text'))?.value, 'a$b', 'a note that is a text');
    },
  },
  {
    name: 'given a note with an end, when that has come, then it is not there, and a sweep removes it',
    async run(ground) {
      const store = await ground.open();
      const until = id<'utc'>('2026-11-24T01:01:00.000Z');
      await store.notes.put('session/a', { value: 'wei', savedAt: id('2026-11-24T01:00:00.000Z'), until });
      await store.notes.put('session/b', { value: 'fang', savedAt: id('2026-11-24T01:00:00.000Z') });
      same(await store.notes.sweep(), 0, 'how many are over at first');
      same((await store.notes.get('session/a'))?.until, until, 'its end');
      ground.advance(60_000);
      same(await store.notes.get('session/a'), undefined, 'the note when its time is over');
      same(
        (await store.notes.list('session/', 9)).map(({ key }) => key),
        ['session/b'],
        'the list',
      );
      same(await store.notes.sweep(), 1, 'how many were removed');
      same(await store.notes.sweep(), 0, 'how many are left to remove');
    },
  },
];
