import { expect, test } from '@jest/globals';
import { plansOf } from '../kernel/harness.ts';
import { processOf } from './diagrams.ts';
import { Pair } from './pair.ts';

/** The bell lets somebody look, beside the work. */
const begun = async (): Promise<Pair> => {
  const pair = new Pair(
    plansOf(
      await processOf(`<startEvent id="start"/><userTask id="work"/><endEvent id="end"/>
<subProcess id="aside" triggeredByEvent="true"><startEvent id="rung" isInterrupting="false"><signalEventDefinition signalRef="s"/></startEvent><userTask id="look"/>
<sequenceFlow id="f" sourceRef="rung" targetRef="look"/></subProcess>
start > work
work > end`),
    ),
  );
  await pair.act({ kind: 'start', at: 'start' });
  await pair.act({ kind: 'signal', name: 's' });
  return pair;
};
const complete = (pair: Pair, task: string) => pair.act({ kind: 'complete', open: pair.open.indexOf(task) });

test('once only those that run beside are left, no more of them begin, on both', async () => {
  const pair = await begun();
  await complete(pair, 'task work');
  expect(pair.open).toEqual(['task look']);
  expect(await pair.act({ kind: 'signal', name: 's' })).toMatchObject({ code: 'notWaiting' });
  await complete(pair, 'task look');
  expect(pair.kernel.ended).toBe('completed');
});

test('given that the work is taken up again, they may, on both', async () => {
  const pair = await begun();
  await complete(pair, 'task work');
  await pair.act({ kind: 'withdraw', element: 'work' });
  expect(pair.open).toEqual(['signal rung', 'task look', 'task work']);
});
