import { describe, expect, test } from '@jest/globals';
import { kernelExecutor } from '../../../packages/runtime/src/executor/kernel/kernelExecutor.ts';
import type { Effect } from '../../../packages/runtime/src/kernel/effect.ts';
import type { Pass } from '../../../packages/runtime/src/kernel/marking.ts';
import type { Stimulus } from '../../../packages/runtime/src/kernel/stimulus.ts';
import type { Snapshot } from '../../../packages/runtime/src/ports/executor.ts';
import { id } from '../../../packages/runtime/src/words/ids.ts';
import { AT, plansOf, processesOf } from '../kernel/harness.ts';

const passes = (effects: readonly Effect[]): readonly Pass[] =>
  effects.flatMap((effect) => (effect.kind === 'passed' ? [effect.pass] : []));

async function advance(file: string, snapshot: Snapshot | null, stimulus: Stimulus) {
  const advanced = await kernelExecutor.advance({ plans: plansOf(await processesOf(file)), snapshot, data: {}, stimulus, at: AT });
  if (!advanced.ok) throw new Error(`${advanced.code} ${advanced.culprit}`);
  return advanced;
}

describe('the kernel as executor', () => {
  test('keeps its marking as the snapshot, names what is open and which definitions run', async () => {
    const begun = await advance('call-activity.bpmn', null, { kind: 'start', at: id('start'), payload: {} });
    expect(begun.snapshot).toMatchObject({ executor: 'kernel', format: 1, definition: 'caller@1' });
    const [ask] = kernelExecutor.open(begun.snapshot);
    expect(ask).toMatchObject({ kind: 'task', element: 'ask' });
    const called = await advance('call-activity.bpmn', begun.snapshot, { kind: 'complete', visit: ask?.visit ?? id('none'), changes: [] });
    expect(kernelExecutor.definitions(called.snapshot)).toEqual(['caller@1', 'sealing@1']);
    expect(kernelExecutor.open(called.snapshot).map((wait) => wait.element)).toEqual(['apply']);
  });

  test('names the definition of a call that is over as long as what was done in it can be undone', () => {
    const done = {
      visit: 'v1',
      element: 'call',
      handler: 'call',
      scope: 's1',
      order: 1,
      as: 'call',
      definition: 'called@1',
      locals: {},
      inner: [],
    };
    const scope = {
      id: 's1',
      parent: null,
      definition: 'caller@2',
      element: 'caller',
      kind: 'process',
      host: null,
      phase: 'running',
      locals: {},
    };
    const body = { scopes: [scope], undoable: [{ ...done, definition: undefined, inner: [done] }] };
    const snapshot = { executor: 'kernel', format: 1, definition: 'caller@2', body } as unknown as Snapshot;
    expect(kernelExecutor.definitions(snapshot)).toEqual(['caller@2', 'called@1']);
  });

  test('says what going over to another version would mean, and puts back what was without using a number twice', async () => {
    const begun = await advance('call-activity.bpmn', null, { kind: 'start', at: id('start'), payload: {} });
    const plans = plansOf(await processesOf('call-activity.bpmn'));
    const to = id<'key@version'>('caller@1');
    expect(kernelExecutor.migration?.({ plans, snapshot: begun.snapshot, to, map: {} })).toEqual({
      places: [],
      obstacles: [],
      changes: [],
    });
    const [ask] = kernelExecutor.open(begun.snapshot);
    const later = await advance('call-activity.bpmn', begun.snapshot, { kind: 'complete', visit: ask?.visit ?? id('none'), changes: [] });
    const next = (snapshot: Snapshot | undefined) => (snapshot?.body as { readonly next: number } | undefined)?.next;
    const back = kernelExecutor.restored?.(begun.snapshot, later.snapshot);
    expect(next(back)).toBe(next(later.snapshot));
    expect(back && kernelExecutor.open(back)).toEqual(kernelExecutor.open(begun.snapshot));
  });

  test('a called process sees its own data and nothing around it; an item sees its own, then the definition’s', async () => {
    const begun = await advance('multi-instance.bpmn', null, { kind: 'start', at: id('start'), payload: { departments: ['甲', '乙'] } });
    const opened = begun.effects.flatMap((effect) => (effect.kind === 'taskOpened' ? [effect.scope] : []));
    const [root] = begun.effects.flatMap((effect) => (effect.kind === 'scopeOpened' ? [effect.scope] : []));
    expect(opened.map((scope) => kernelExecutor.dataScopes(begun.snapshot, scope))).toEqual(opened.map((scope) => [scope, root]));
  });

  test('a refusal is a value', async () => {
    const plans = plansOf(await processesOf('moves.bpmn'));
    const begun = await advance('moves.bpmn', null, { kind: 'start', at: id('start'), payload: {} });
    const refused = await kernelExecutor.advance({
      plans,
      snapshot: begun.snapshot,
      data: {},
      stimulus: { kind: 'complete', visit: id('v99'), changes: [] },
      at: AT,
    });
    expect(refused).toMatchObject({ ok: false, code: 'notWaiting' });
  });

  test('offers moves from the trail', async () => {
    const plans = plansOf(await processesOf('moves.bpmn'));
    const begun = await advance('moves.bpmn', null, { kind: 'start', at: id('start'), payload: {} });
    const visit = kernelExecutor.open(begun.snapshot)[0]?.visit ?? id<'v'>('none');
    const done = await advance('moves.bpmn', begun.snapshot, { kind: 'complete', visit, changes: [] });
    const from = kernelExecutor.open(done.snapshot)[0]?.visit ?? id<'v'>('none');
    const trail = [...passes(begun.effects), ...passes(done.effects)];
    expect(await kernelExecutor.choices({ plans, snapshot: done.snapshot, trail, from })).toEqual([
      { move: 'return', visit, element: 'draft', legal: true, takesBack: [] },
    ]);
    expect(await kernelExecutor.choices({ plans, snapshot: done.snapshot, trail, from: visit })).toEqual([
      { move: 'withdraw', visit, element: 'draft', legal: true, takesBack: [] },
    ]);
  });

  test('a snapshot of another executor is a broken promise, not a wrong answer', () => {
    expect(() => kernelExecutor.open({ executor: 'bpmn-engine', format: 1, definition: id('x@1'), body: {} })).toThrow(
      'not a marking of the kernel',
    );
  });
});
