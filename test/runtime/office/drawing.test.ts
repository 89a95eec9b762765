import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { PublishDrawing } from '../../../packages/runtime/src/office/pages.ts';
import { demoOffice, person, refusal, withPerson, yes, type Differently } from './harness.ts';

const SEAL = readFileSync('processes/06-seal-use.bpmn', 'utf8');
/** The seal's flow with another guidance, so that it is a change. */
const redrawn = (mark: string): string => SEAL.replace('<bpmn:documentation>', `<bpmn:documentation>${mark} `);

/** The demo office with two process owners. */
async function studio(differently: Differently = {}) {
  const office = await demoOffice({
    organization: withPerson('zhang-wei', { roles: ['staff', 'leader', 'processOwner'] }),
    ...differently,
  });
  const owner = (who: string, hold: string) => ({
    page: async () => yes(await office.office.drawing(person(who), 'seal-use', hold)),
    hold: (takeOver = false) => office.office.holdDrawing(person(who), 'seal-use', { hold, takeOver }),
    save: (revision: number, xml: string) => office.office.saveDrawing(person(who), 'seal-use', { hold, revision, xml }),
    release: () => office.office.releaseDrawing(person(who), 'seal-use', { hold }),
    discard: () => office.office.discardDrawing(person(who), 'seal-use', { hold }),
    keep: (words: string) => office.office.keepDrawing(person(who), 'seal-use', { hold, words }),
    kept: async () => yes(await office.office.keptDrawings(person(who), 'seal-use')),
    read: async (point: string) => yes(await office.office.keptDrawing(person(who), 'seal-use', point)).xml,
    publish: (more: Partial<PublishDrawing>) =>
      office.office.publishDrawing(person(who), 'seal-use', {
        request: office.request(),
        hold,
        revision: 0,
        latest: 1,
        note: '增加复核',
        effectiveFrom: null,
        ...more,
      }),
  });
  return { ...office, owner };
}

describe('a drawing draft', () => {
  test('given a published flow, when it is drawn on and saved, then the draft is what is drawn on, and the version stays', async () => {
    const { owner, office, clock } = await studio();
    const li = owner('li-min', 'first-tab');
    const before = await li.page();
    expect(before).toMatchObject({ flow: 'seal-use', xml: SEAL, revision: 0, latest: 1, draft: null, holder: null });
    expect(before.processes).toEqual([{ key: 'seal-use', name: expect.objectContaining({ zh: '印章使用' }) }]);
    expect(before.around.posts.find((post) => post.id === 'registry')).toMatchObject({ people: expect.any(Number) });
    yes(await li.hold());
    clock.advance(1000);
    const saved = yes(await li.save(0, redrawn('一')));
    const after = await li.page();
    expect(after).toMatchObject({ xml: redrawn('一'), latest: 1, draft: { revision: saved.revision, base: 1, savedAt: saved.savedAt } });
    expect(after.holder).toMatchObject({ here: true, person: { id: 'li-min' } });
    expect(yes(await office.flow(person('wu-fang'), 'seal-use')).xml).toBe(SEAL);
  });

  test('given a draft, when it is published, then its text is the next version, the draft is closed and its last moment kept', async () => {
    const { owner, office } = await studio();
    const li = owner('li-min', 'first-tab');
    yes(await li.hold());
    const { revision } = yes(await li.save(0, redrawn('一')));
    const ask = { request: 'publish', revision, latest: 1 };
    expect(yes(await li.publish(ask))).toEqual({ version: 2, effectiveFrom: '2026-11-24T01:00:00.000Z' });
    expect(await li.page()).toMatchObject({ xml: redrawn('一'), latest: 2, draft: null, holder: null, revision });
    const [point] = await li.kept();
    expect(await li.read(point?.point ?? '')).toBe(redrawn('一'));
    expect(yes(await office.flow(person('wu-fang'), 'seal-use')).card.version).toBe(2);
    expect(yes(await li.publish(ask)).version).toBe(2);
    expect(yes(await office.versions(person('wu-fang'), 'seal-use')).map((one) => [one.version, one.state, one.note])).toEqual([
      [2, 'inForce', '增加复核'],
      [1, 'past', '随产品发布的初始版本'],
    ]);
  });

  test('given somebody who owns no processes, when they ask for a drawing, then it is as if there were no such flow', async () => {
    const { office } = await studio();
    const stranger = person('wu-fang');
    const there = await office.drawing(stranger, 'seal-use');
    expect(refusal(there).code).toBe('notFound');
    expect(refusal(await office.holdDrawing(stranger, 'seal-use', { hold: 'first-tab', takeOver: true })).code).toBe('notFound');
    expect(refusal(await office.saveDrawing(stranger, 'seal-use', { hold: 'first-tab', revision: 0, xml: SEAL })).code).toBe('notFound');
  });
});
