import { describe, expect, test } from '@jest/globals';
import { kernelExecutor } from '../../../packages/runtime/src/executor/kernel/kernelExecutor.ts';
import { append } from '../../../packages/runtime/src/office/append.ts';
import { createOffice } from '../../../packages/runtime/src/office/create.ts';
import { diagramStream } from '../../../packages/runtime/src/office/definitions.ts';
import { seedOffice } from '../../../packages/runtime/src/office/seed.ts';
import { id } from '../../../packages/runtime/src/words/ids.ts';
import { person, refusal, yes } from './harness.ts';
import { newRequest, small, studio, tabOf } from './studio.ts';

const owner = person('li-min');
const clerk = person('peng-fei');
/** What a product ships: two flows of its own. */
const FIRST = ['a', 'b'].map((file) => ({ file, xml: small(file) }));

/** An office that began with that product; `updated` starts a product that ships this on the same store. */
async function office() {
  const story = await studio({ diagrams: FIRST });
  const updated = async (diagrams: typeof FIRST) => {
    const next = createOffice({ store: story.store, executor: kernelExecutor, clock: story.clock });
    return { next, seeded: yes(await seedOffice(next, { organization: await story.office.organization(), diagrams })) };
  };
  return { ...story, updated };
}

describe('the next start of a newer product', () => {
  test('given a flow that was redrawn, when the product that starts ships it changed, then it stays as it was redrawn, for new cases too', async () => {
    const { on, updated } = await office();
    await on('a').draws(small('a', ['办理', '复核']));
    yes(await on('a').publishes());
    const { next, seeded } = await updated([
      { file: 'a', xml: small('a', ['新办理']) },
      { file: 'b', xml: small('b', ['新办理']) },
    ]);
    expect(seeded).toEqual({ published: [], leftOut: [] });
    expect(yes(await next.flow(clerk, 'a'))).toMatchObject({ card: { version: 2 }, xml: small('a', ['办理', '复核']) });
    expect(yes(await next.versions(clerk, 'a')).map((one) => one.version)).toEqual([2, 1]);
    expect(yes(await next.flow(clerk, 'b'))).toMatchObject({ card: { version: 1 }, xml: small('b') });
    const { case: begun } = yes(await next.startCase(clerk, { request: newRequest(), flow: 'a', values: {} }));
    expect(yes(await next.case(clerk, id(begun))).definition).toBe('a@2');
  });

  test('given a flow that is being redrawn or whose redrawn version is only planned, when the product starts, then draft and plan stay', async () => {
    const { on, updated } = await office();
    await on('a').draws(small('a', ['办理', '复核']));
    await on('b').draws(small('b', ['二']));
    yes(await on('b').publishes({ effectiveFrom: '2026-12-01T00:00:00Z' }));
    const { next } = await updated(FIRST.map(({ file }) => ({ file, xml: small(file, ['新办理']) })));
    expect((await tabOf(next, 'li-min', { hold: 'first-tab', flow: 'a' }).page()).xml).toBe(small('a', ['办理', '复核']));
    expect(yes(await next.versions(owner, 'b')).map((one) => [one.version, one.state])).toEqual([
      [2, 'planned'],
      [1, 'inForce'],
    ]);
  });

  test('given a flow of the office’s own, when the product begins to ship one of that key, then the office starts, keeps its own, and what does not fit is named', async () => {
    const { office: old, on, updated } = await office();
    yes(await old.newFlow(owner, { request: newRequest(), name: '报修', xml: small('repair') }));
    yes(await on('repair').publishes());
    const { next, seeded } = await updated([
      ...FIRST,
      { file: '30-repair', xml: small('repair', ['产品的']) },
      { file: '31-leave', xml: small('leave') },
    ]);
    expect(seeded.published).toEqual(['leave@1']);
    expect(seeded.leftOut).toMatchObject([{ file: '30-repair', why: { code: 'invalidDiagram', culprit: 'repair' } }]);
    expect(yes(await next.flow(clerk, 'repair')).xml).toBe(small('repair'));
  });

  test('given a new office, when a shipped diagram has a fault, then it does not start, and is told which', async () => {
    const { store, clock, office: shipped } = await studio({ diagrams: [] });
    const fresh = createOffice({ store, executor: kernelExecutor, clock });
    const answer = await seedOffice(fresh, { organization: await shipped.organization(), diagrams: [{ file: 'a', xml: '<a/>' }] });
    expect(refusal(answer).code).toBe('invalidDiagram');
  });
});

describe('a published diagram that a later release would not take any more', () => {
  /** Puts a version into the log as a release of before may have published it. */
  async function published(story: Awaited<ReturnType<typeof office>>, xml: string): Promise<void> {
    const stream = diagramStream('a');
    const head = await story.store.load(stream);
    const at = story.clock.now();
    const facts = { file: 'a', xml, note: '', publishedBy: 'system', publishedAt: at, processes: ['a'] };
    const random = (): string => globalThis.crypto.randomUUID().replaceAll('-', '');
    const parts = { state: { snapshot: null, facts } };
    await append({ store: story.store, random }, head, { stream, at, actor: { id: 'system', via: 'system' }, parts });
  }

  test('given words that this release refuses, when its flow is begun and done, then it runs to its end, and the office says nothing is unread', async () => {
    const story = await office();
    const old = small('a', ['老办法']).replace(
      '<gc:assignment kind="initiator" />',
      '$&<gc:handling operations="teleport" attention="smell" />',
    );
    expect(refusal(await story.office.publish(owner, { file: 'a', xml: old, note: '' })).code).toBe('invalidDiagram');
    await published(story, old);
    const { next } = await story.updated(FIRST);
    yes(await next.startCase(clerk, { request: newRequest(), flow: 'a', values: {} }));
    const [card] = yes(await next.tasks(clerk, { list: 'todo', limit: 9 })).rows;
    expect(card?.step.zh).toBe('老办法');
    expect(yes(await next.completeTask(clerk, id(card?.id ?? ''), { request: newRequest(), values: {}, confirmed: [] })).ended).toBe(true);
    expect(await next.unread()).toEqual([]);
  });

  test('given one that cannot be read at all, when the office starts, then it is named, and every other flow runs', async () => {
    const story = await office();
    await published(story, '<no bpmn');
    const { next } = await story.updated(FIRST);
    expect(await next.unread()).toEqual([{ definition: 'a@2', file: 'a' }]);
    expect(yes(await next.flows(clerk)).map((card) => card.key)).toEqual(['b']);
    yes(await next.startCase(clerk, { request: newRequest(), flow: 'b', values: {} }));
  });
});
