import type { DefinitionRow } from '../../ports/rows.ts';
import { id, personSeat } from '../../words/ids.ts';
import { holds, same, type StoreCase } from './ground.ts';
import {
  AT,
  caseRow,
  chunks,
  dueRow,
  fileRow,
  ids,
  outboxRow,
  put,
  storedFile,
  stranger,
  subscriptionRow,
  textOf,
  wei,
} from './samples.ts';

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
        subscriptionRow('m', 'm.w1'),
        subscriptionRow('m', 'm.w2', { to: 'signal' }),
        subscriptionRow('m', 'm.w3', { name: 'other' }),
      ]);
      same(ids(await store.outbox(10)), ['m.1', 'm.2'], 'what is to be sent');
      same(ids(await store.views.outboxOfCase(wei, id('m'))), ['m.1', 'm.2', 'm.3'], 'the outbox of the case');
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
        publishedBy: 'wei',
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
    name: 'given a form draft, when it is kept, read by another, overtaken and dropped, then it is one person’s own and the last wins',
    async run(ground) {
      const store = await ground.open();
      const draft = (title: string, savedAt: string) => ({ values: { title, 'a.b': { $x: 1 } }, savedAt: id<'utc'>(savedAt) });
      const later = draft('全', '2026-11-24T01:00:02.000Z');
      await store.formDrafts.put(wei.person, 'start/x', draft('半', '2026-11-24T01:00:01.000Z'));
      await store.formDrafts.put(wei.person, 'start/x', later);
      await store.formDrafts.put(wei.person, 'start/x', draft('迟', '2026-11-24T01:00:00.000Z'));
      await store.formDrafts.put(wei.person, 'c.v1', draft('别', '2026-11-24T01:00:00.000Z'));
      same(await store.formDrafts.get(wei.person, 'start/x'), later, 'the draft');
      same(await store.formDrafts.get(stranger.person, 'start/x'), undefined, 'the draft, for another');
      await store.formDrafts.drop(wei.person, 'start/x');
      same(await store.formDrafts.get(wei.person, 'start/x'), undefined, 'the draft when it was dropped');
      holds((await store.formDrafts.get(wei.person, 'c.v1')) !== undefined, 'another form keeps its own');
      await store.formDrafts.drop(wei.person, 'never');
      same(await store.formDrafts.get(personSeat(wei.person) as never, 'c.v1'), undefined, 'by a name that is nobody’s');
    },
  },
];
