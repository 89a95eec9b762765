import { describe, expect, test } from '@jest/globals';
import { compile } from '../../../packages/runtime/src/plan/compile.ts';
import { type ElementId, type FlowId, definitionRef, id } from '../../../packages/runtime/src/words/ids.ts';
import { processesOf } from '../kernel/harness.ts';

const element = (name: string): ElementId => id(name);
const flow = (name: string): FlowId => id(name);

async function planOf(file: string, key?: string) {
  const process = (await processesOf(file)).find((one) => key === undefined || one.key === key);
  if (!process) throw new Error(`no process in ${file}`);
  return compile(process, definitionRef(process.key, 1));
}

describe('a compiled definition', () => {
  test('knows flows in the order of the file, borders, and what lies inside', async () => {
    const plan = await planOf('boundary-events.bpmn');
    expect(plan.outgoing(element('fork')).map((one) => one.to)).toEqual(['a', 'b']);
    expect(plan.incoming(element('join')).map((one) => one.from)).toEqual(['a', 'b']);
    expect(plan.boundaries(element('work')).map((one) => one.id)).toEqual(['stop', 'remind']);
    expect(plan.inside(element('work')).map((one) => one.id)).toEqual(['begin', 'fork', 'a', 'b', 'join', 'done']);
    expect(plan.element(element('nowhere'))).toBeUndefined();
  });

  test('begins at none start events, inside a sub-process too, and never at a border or an event sub-process', async () => {
    const plan = await planOf('event-sub-process.bpmn');
    expect(plan.entries(null).map((one) => one.id)).toEqual(['start']);
    expect(plan.eventSubProcesses(null).map((one) => one.id)).toEqual(['cancelled', 'asked']);
    expect(plan.entries(element('cancelled'))).toEqual([]);
  });

  test('knows the fields that each item keeps for itself', async () => {
    expect([...(await planOf('multi-instance.bpmn')).perItem]).toEqual(['opinion']);
  });

  test('tells from where a token can still come to a flow: through borders and links, not through the gateway itself', async () => {
    const loop = await planOf('inclusive-loop.bpmn');
    expect([...loop.reaching(flow('on'))].sort()).toEqual(['draft', 'good', 'redo', 'split', 'start']);
    expect([...loop.reaching(flow('check-join'))].sort()).toEqual(['check', 'split', 'start']);
    const links = await planOf('signals-and-links.bpmn');
    expect([...links.reaching(flow('arrived-end'))].sort()).toEqual(['arrived', 'fork', 'guarded', 'here', 'start', 'there']);
    expect([...links.reaching(flow('left-end'))].sort()).toEqual(['fork', 'guarded', 'leave', 'left', 'start']);
  });
});
