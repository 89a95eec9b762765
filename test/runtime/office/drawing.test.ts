import { describe, expect, test } from '@jest/globals';
import { digest } from '../../../packages/runtime/src/words/digest.ts';
import { person, refusal, yes } from './harness.ts';
import { marked, SEAL, small, studio } from './studio.ts';

describe('a drawing draft', () => {
  test('given a published flow, when it is drawn on and saved, then the draft is what is drawn on, and the version stays', async () => {
    const { li, office, clock } = await studio();
    const before = await li.page();
    expect(before).toMatchObject({ flow: 'seal-use', xml: SEAL, revision: 0, latest: 1, draft: null, holder: null });
    expect(before.processes).toEqual([{ key: 'seal-use', name: expect.objectContaining({ zh: '印章使用' }) }]);
    yes(await li.hold());
    clock.advance(1000);
    const saved = yes(await li.save(0, marked('一')));
    const after = await li.page();
    expect(after).toMatchObject({ xml: marked('一'), latest: 1, draft: { revision: saved.revision, base: 1, savedAt: saved.savedAt } });
    expect(after.holder).toMatchObject({ here: true, person: { id: 'li-min' } });
    expect(yes(await office.flow(person('wu-fang'), 'seal-use')).xml).toBe(SEAL);
    expect(JSON.stringify(after)).not.toContain('first-tab');
    expect(JSON.stringify(after)).not.toContain(digest('first-tab'));
  });

  test('given what a diagram may refer to, when a drawing is opened, then posts come with their units and people, and flows and units with names', async () => {
    const { li } = await studio();
    const { around } = await li.page();
    expect(around.posts.find((post) => post.id === 'registry')).toEqual({
      id: 'registry',
      name: { zh: '文书室', en: expect.any(String) },
      units: [{ zh: '办公室', en: expect.any(String) }],
      people: 3,
    });
    expect(around.flows.map((flow) => flow.key).sort()).toEqual(['incoming-document', 'outgoing-document', 'seal-use']);
    expect(around.flows.find((flow) => flow.key === 'incoming-document')?.calls).toEqual(['outgoing-document']);
    const sealUse = around.flows.find((flow) => flow.key === 'seal-use')?.fields ?? [];
    expect(sealUse).toContainEqual({ key: 'sealKind', name: { zh: '用印类别', en: 'Kind of use' } });
    expect(sealUse.map(({ key }) => key)).toContain('sealResult');
    const incoming = around.flows.find((flow) => flow.key === 'incoming-document')?.fields ?? [];
    expect(incoming.map(({ key }) => key)).toEqual(expect.arrayContaining(['title', 'secrecy', 'replies']));
    expect(incoming.filter(({ key }) => key.startsWith('numberOf'))).toEqual([]);
    expect(around.units.length).toBeGreaterThan(5);
  });

  test('given a save whose answer got lost, when the same text is sent again, then it has the same revision, and nothing was written', async () => {
    const { li, store } = await studio();
    const first = yes(await li.save(0, marked('一')));
    const cursor = await store.tail();
    expect(yes(await li.save(0, marked('一')))).toEqual(first);
    expect(yes(await li.save(first.revision, marked('一')))).toEqual(first);
    expect(await store.tail()).toBe(cursor);
  });

  test('given the very text of the version, when it is saved, then there is still no draft', async () => {
    const { li } = await studio();
    yes(await li.hold());
    expect(yes(await li.save(0, SEAL)).revision).toBe(0);
    expect((await li.page()).draft).toBeNull();
  });

  test('given a draft, when it is discarded, then the version is back, what was drawn is kept, and an older revision is no base any more', async () => {
    const { li, clock } = await studio();
    const revision = await li.draws(marked('一'));
    clock.advance(1000);
    const state = yes(await li.discard());
    expect(state).toMatchObject({ draft: null, latest: 1, holder: { here: true } });
    expect(state.revision).toBeGreaterThan(revision);
    expect((await li.page()).xml).toBe(SEAL);
    const [point] = await li.kept();
    expect(point).toMatchObject({ by: { id: 'li-min' }, words: { zh: '放弃修改前' } });
    expect(await li.textOf(point?.point ?? '')).toBe(marked('一'));
    expect(refusal(await li.save(revision, marked('二')))).toEqual({ code: 'changedMeanwhile', culprit: 'seal-use' });
    expect(yes(await li.discard())).toEqual(state);
  });

  test('given a moment worth keeping, when it is kept with words, then it is found again however much is drawn after it', async () => {
    const { li, clock } = await studio();
    await li.draws(marked('一'));
    yes(await li.keep('开会讨论前'));
    yes(await li.keep('开会讨论之前'));
    for (let n = 0; n < 20; n += 1) {
      clock.advance(5000);
      await li.draws(marked(`第 ${n} 次`));
    }
    const kept = await li.kept();
    expect(kept.map((point) => point.words)).toEqual([{ zh: '开会讨论之前' }]);
    expect(await li.textOf(kept[0]?.point ?? '')).toBe(marked('一'));
  });

  test('given no draft, when somebody would keep it, then they hear that nothing was changed', async () => {
    const { li } = await studio();
    expect(refusal(await li.keep('开会讨论前')).code).toBe('invalidInput');
  });

  test('given ten minutes of drawing, when each few seconds are saved, then only the last text is left, and all commits together stay small', async () => {
    const { office, on, store, clock } = await studio();
    yes(await office.newFlow(person('li-min'), { request: 'new', name: '办理', xml: small('a') }));
    for (let n = 0; n < 120; n += 1) {
      clock.advance(5000);
      await on('a').draws(small('a', [`第 ${n} 次`]));
    }
    expect((await store.notes.list('drawing/a/text/', 500)).length).toBe(1);
    const log = await store.log({ stream: 'drawing/a' as never, after: 0, limit: 500 });
    expect(log.length).toBe(121);
    expect(JSON.stringify(log).length).toBeLessThan(200_000);
  });

  test('given more moments than are kept, when another is, then the oldest goes', async () => {
    const { office, on, clock, store } = await studio();
    yes(await office.newFlow(person('li-min'), { request: 'new', name: '办理', xml: small('a') }));
    for (let n = 0; n < 103; n += 1) {
      clock.advance(1000);
      await on('a').draws(small('a', [`第 ${n} 次`]));
      yes(await on('a').keep(`第 ${n} 次`));
    }
    const kept = await on('a').kept();
    expect([kept.length, kept[0]?.words.zh, kept.at(-1)?.words.zh]).toEqual([100, '第 102 次', '第 3 次']);
    expect(await on('a').textOf(kept.at(-1)?.point ?? '')).toBe(small('a', ['第 3 次']));
    // The texts lie apart from their list, and go with it.
    expect((await store.notes.list('drawing/a/kept-text/', 500)).length).toBe(100);
    expect(JSON.stringify(await store.notes.list('drawing/a/kept/', 500)).length).toBeLessThan(100 * 300);
  });

  test('given what a crash left behind, when somebody begins to draw an hour later, then it is gone, and the draft is not', async () => {
    const { li, liAgain, store, clock } = await studio();
    await store.notes.put('drawing/06-seal-use/text/left-behind', { value: 'x', savedAt: clock.now() });
    await li.draws(marked('一'));
    clock.advance(2 * 3_600_000);
    yes(await liAgain.hold(true));
    expect((await store.notes.list('drawing/06-seal-use/text/', 500)).length).toBe(1);
    expect((await liAgain.page()).xml).toBe(marked('一'));
  });

  test('given somebody who owns no processes, when they ask for a drawing, then it is as if there were no such flow', async () => {
    const { li, office, on } = await studio();
    await li.draws(marked('一'));
    yes(await li.keep('开会讨论前'));
    const stranger = on('seal-use', 'wu-fang');
    const nowhere = on('no-such-flow', 'wu-fang');
    const asks = [
      [await stranger.read(), await nowhere.read()],
      [await stranger.hold(true), await nowhere.hold(true)],
      [await stranger.save(0, SEAL), await nowhere.save(0, SEAL)],
      [await stranger.release(), await nowhere.release()],
      [await stranger.discard(), await nowhere.discard()],
      [await stranger.keep('看看'), await nowhere.keep('看看')],
      [await stranger.publish({ revision: 1, latest: 1 }), await nowhere.publish({ revision: 1, latest: 1 })],
      [await office.keptDrawings(person('wu-fang'), 'seal-use'), await office.keptDrawings(person('wu-fang'), 'no-such-flow')],
      [
        await office.keptDrawing(person('wu-fang'), 'seal-use', '0000000001'),
        await office.keptDrawing(person('wu-fang'), 'x', '0000000001'),
      ],
    ];
    for (const [there, not] of asks) {
      expect(refusal(there as never).code).toBe('notFound');
      // The server names no culprit where there is nothing.
      expect({ ...there, culprit: '' }).toEqual({ ...not, culprit: '' });
    }
    expect(yes(await office.flows(person('wu-fang'))).some((card) => card.draft)).toBe(false);
    expect(refusal(await office.newFlow(person('wu-fang'), { request: 'new', name: '复印机报修' })).code).toBe('notFound');
  });
});
