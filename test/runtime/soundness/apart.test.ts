import { expect, test } from '@jest/globals';
import { choiceBlock } from '../../../bench/src/figures/choiceBlock.ts';
import { judged } from './judging.ts';

/** The block within a sub-process that a time limit cuts short: what could end all of it at any moment keeps its branches from being told apart. */
const timed = (spoilt: boolean): string => {
  const xml = choiceBlock({ branches: 6, choices: 6, drawn: 'ways', asks: 'none', spoilt });
  const [before = '', rest = ''] = xml.split('<startEvent id="start"/>');
  const [inner = '', after = ''] = rest.split('</process>');
  return `${before}<startEvent id="s"/><subProcess id="sub"><startEvent id="start"/>${inner}</subProcess><boundaryEvent id="late" attachedToRef="sub"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></boundaryEvent><endEvent id="e"/><endEvent id="e2"/><sequenceFlow id="x1" sourceRef="s" targetRef="sub"/><sequenceFlow id="x2" sourceRef="sub" targetRef="e"/><sequenceFlow id="x3" sourceRef="late" targetRef="e2"/></process>${after}`;
};

test('a block that has to do with nothing around it is decided alone, and is then one piece of work', async () => {
  const [sound] = await judged(timed(false));
  expect([sound?.verdict, sound?.reason?.en]).toEqual(['sound', undefined]);
  expect(sound?.markings).toBeLessThan(100);
});

test('a block with a mistake is never taken out', async () => {
  const [spoilt] = await judged(timed(true));
  expect(spoilt?.verdict).not.toBe('sound');
});
