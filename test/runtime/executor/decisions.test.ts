import { expect, test } from '@jest/globals';
import { bpmnEngineExecutor } from '../../../packages/runtime/src/executor/bpmn-engine/bpmnEngineExecutor.ts';
import { kernelExecutor } from '../../../packages/runtime/src/executor/kernel/kernelExecutor.ts';
import { id } from '../../../packages/runtime/src/words/ids.ts';
import { dmn, tableDecision, tableWord } from '../diagram/dmnFile.ts';
import { plansOf } from '../kernel/harness.ts';
import { processOf } from './diagrams.ts';
import { Side } from './pair.ts';

const TABLE = tableWord(
  'levels',
  dmn(tableDecision('level', { inputs: ['count'], outputs: ['level'], rows: ['< 10|"director"', '[10..100]|"leader"', '> 50|"head"'] })),
);

const both = async (copies: number): Promise<readonly Side[]> => {
  const plans = plansOf(
    await processOf(`<extensionElements>${TABLE}</extensionElements><startEvent id="start"/>
<businessRuleTask id="decide"><extensionElements><gc:rule table="levels" into="level"/><gc:in from="copies" to="count"/></extensionElements></businessRuleTask>
<exclusiveGateway id="g"/><userTask id="director"/><userTask id="leader"/>
start > decide
decide > g
g > director if level = "director"
g > leader if level = "leader"`),
  );
  const sides = [new Side(kernelExecutor, plans), new Side(bpmnEngineExecutor(), plans)];
  for (const side of sides) expect(await side.try({ kind: 'start', at: id('start'), payload: { copies } })).toBeUndefined();
  return sides;
};

test.each([
  [3, 'task director', 'director'],
  [20, 'task leader', 'leader'],
])('a table decides on either executor alike: %j copies', async (copies, open, level) => {
  for (const side of await both(copies)) {
    expect(side.open.map(({ key }) => key)).toEqual([open]);
    expect(side.data[side.root]).toEqual({ copies, level });
    expect(side.asked).toEqual([]);
  }
});

test('rules that contradict each other are the same incident on both, and a retry decides anew', async () => {
  for (const side of await both(70)) {
    const [incident] = side.incidents.values();
    expect(incident).toMatchObject({ code: 'decisionUndecided', element: 'decide', detail: { rules: [2, 3] } });
    expect(await side.try({ kind: 'change', changes: [{ scope: side.root, path: ['copies'], to: 5 }] })).toBeUndefined();
    if (incident) expect(await side.try({ kind: 'retry', incident: incident.id })).toBeUndefined();
    expect(side.open.map(({ key }) => key)).toEqual(['task director']);
  }
});
