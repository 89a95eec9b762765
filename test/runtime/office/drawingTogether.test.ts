import { describe, expect, test } from '@jest/globals';
import type { Answer } from '../../../packages/runtime/src/office/office.ts';
import { refusal, yes } from './harness.ts';
import { marked, SEAL, studio } from './studio.ts';

const by = (answer: Answer<unknown>): unknown => (answer.ok ? undefined : answer.by);
const words = (answer: Answer<unknown>): string => (answer.ok ? '' : answer.expected.zh);

describe('two who draw on one flow', () => {
  test('given one who draws, when another comes, then they hear who and since when, and can look but not save', async () => {
    const { li, zhang, clock } = await studio();
    yes(await li.hold());
    await li.draws(marked('李'));
    clock.advance(60_000);
    yes(await li.hold());
    const page = await zhang.page();
    expect(page.xml).toBe(marked('李'));
    expect(page.holder).toEqual({
      person: { id: 'li-min', name: { zh: '李敏', en: 'Li Min' } },
      here: false,
      since: '2026-11-24T01:00:00.000Z',
      seenAt: '2026-11-24T01:01:00.000Z',
    });
    for (const answer of [
      await zhang.hold(),
      await zhang.save(page.revision, marked('张')),
      await zhang.discard(),
      await zhang.keep('看看'),
      await zhang.publishes(),
    ]) {
      expect(refusal(answer)).toEqual({ code: 'takenByAnother', culprit: 'seal-use' });
      expect(by(answer)).toEqual({ name: '李敏', at: '2026-11-24T01:00:00.000Z' });
      expect(words(answer)).toBe('李敏正在修改这个流程');
    }
    expect((await li.page()).xml).toBe(marked('李'));
  });

  test('given one who draws, when another takes over, then what was there is kept, and the one who lost it hears so at the next beat and the next save', async () => {
    const { li, zhang, clock } = await studio();
    yes(await li.hold());
    const revision = await li.draws(marked('李'));
    clock.advance(60_000);
    expect(yes(await zhang.hold(true)).holder).toMatchObject({ here: true, person: { id: 'zhang-wei' } });
    for (const lost of [await li.hold(), await li.save(revision, marked('李又'))]) {
      expect(refusal(lost).code).toBe('takenByAnother');
      expect(by(lost)).toEqual({ name: '张伟', at: '2026-11-24T01:01:00.000Z' });
    }
    const [point] = await li.kept();
    expect(point).toMatchObject({ by: { id: 'li-min' }, at: '2026-11-24T01:01:00.000Z', words: { zh: '被接手前' } });
    await zhang.draws(marked('张'));
    expect(await li.textOf(point?.point ?? '')).toBe(marked('李'));
    expect((await li.page()).xml).toBe(marked('张'));
  });

  test('given two tabs of one person, when both draw, then they are told apart, and either can take over from the other', async () => {
    const { li, liAgain } = await studio();
    yes(await li.hold());
    const revision = await li.draws(marked('一'));
    const refused = await liAgain.save(revision, marked('二'));
    expect(refusal(refused).code).toBe('takenByAnother');
    expect(words(refused)).toBe('您正在另一个窗口中修改这个流程');
    yes(await liAgain.hold(true));
    await liAgain.draws(marked('二'));
    expect(refusal(await li.save(revision, marked('三'))).code).toBe('takenByAnother');
    expect((await li.page()).xml).toBe(marked('二'));
  });

  test('given one who lets go, when another comes, then nothing has to be taken over; a late release lets go of nothing', async () => {
    const { li, zhang } = await studio();
    yes(await li.hold());
    expect(yes(await li.release()).holder).toBeNull();
    yes(await zhang.hold());
    expect(yes(await li.release()).holder).toMatchObject({ person: { id: 'zhang-wei' } });
    await zhang.draws(marked('张'));
  });

  test('given a tab that is closed in the middle of drawing, when its last save lets go, then the next draws on it, and is not disturbed by a late one', async () => {
    const { li, zhang } = await studio();
    const revision = await li.draws(marked('一'));
    const last = yes(await li.save(revision, marked('二'), true));
    expect(await zhang.page()).toMatchObject({
      xml: marked('二'),
      holder: null,
      draft: { revision: last.revision, savedBy: { id: 'li-min' } },
    });
    yes(await zhang.hold());
    expect(refusal(await li.save(last.revision, marked('三'), true)).code).toBe('takenByAnother');
    expect(await zhang.page()).toMatchObject({ xml: marked('二'), holder: { here: true } });
  });

  test('given a save on its way when the tab is closed, when the same text comes again to let go, then it lets go, whichever comes first', async () => {
    const { li } = await studio();
    const revision = await li.draws(marked('一'));
    yes(await li.save(revision, marked('二')));
    yes(await li.save(revision, marked('二'), true));
    expect((await li.page()).holder).toBeNull();
    yes(await li.save(revision, marked('二')));
    expect(await li.page()).toMatchObject({ xml: marked('二'), holder: null });
  });

  test('given nobody who draws, when somebody saves, then it is they who draw now', async () => {
    const { li, zhang } = await studio();
    await li.draws(marked('一'));
    expect((await zhang.page()).holder).toMatchObject({ person: { id: 'li-min' } });
    expect(refusal(await zhang.hold()).code).toBe('takenByAnother');
  });

  test('given a tab that knows an older draft, when it holds again and saves, then it is refused with who changed it and when', async () => {
    const { li, zhang, clock } = await studio();
    const old = await li.draws(marked('李'));
    yes(await li.release());
    clock.advance(60_000);
    await zhang.draws(marked('张'));
    yes(await zhang.release());
    yes(await li.hold());
    const refused = await li.save(old, marked('李又'));
    expect(refusal(refused)).toEqual({ code: 'changedMeanwhile', culprit: 'seal-use' });
    expect(by(refused)).toEqual({ name: '张伟', at: '2026-11-24T01:01:00.000Z' });
    expect((await li.page()).xml).toBe(marked('张'));
  });

  test('given twenty who hold at once, when all ask, then one draws and the others hear of whom', async () => {
    const { on, zhang } = await studio();
    const tabs = Array.from({ length: 20 }, (_, n) => on('seal-use', n % 2 ? 'li-min' : 'zhang-wei', `tab-number-${n}`));
    const answers = await Promise.all(tabs.map((tab) => tab.hold()));
    expect(answers.filter((answer) => answer.ok).length).toBe(1);
    expect(answers.filter((answer) => !answer.ok && answer.code === 'takenByAnother' && answer.by).length).toBe(19);
    expect((await zhang.page()).holder).not.toBeNull();
  });

  test('given twenty who take over and save at once, when all is quiet, then the draft is the text of one that was told yes, and whole', async () => {
    const { on, li } = await studio();
    const tabs = Array.from({ length: 20 }, (_, n) => ({ tab: on('seal-use', n % 2 ? 'li-min' : 'zhang-wei', `tab-number-${n}`), n }));
    const answers = await Promise.all(
      tabs.map(async ({ tab, n }) => {
        yes(await tab.hold(true));
        const { revision } = await tab.page();
        return { n, saved: await tab.save(revision, marked(`第 ${n} 人`)) };
      }),
    );
    const told = answers.filter(({ saved }) => saved.ok);
    const { xml, revision } = await li.page();
    if (told.length === 0) expect(xml).toBe(SEAL);
    else {
      const last = told.toSorted((left, right) => yes(left.saved).revision - yes(right.saved).revision).at(-1);
      expect([xml, revision]).toEqual([marked(`第 ${last?.n} 人`), last && yes(last.saved).revision]);
    }
    for (const { saved } of answers) if (!saved.ok) expect(['takenByAnother', 'changedMeanwhile']).toContain(saved.code);
  });
});
