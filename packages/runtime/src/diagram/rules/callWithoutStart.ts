import { indexed } from '../indexed.ts';
import { indexedFile } from '../indexedFile.ts';
import type { Process } from '../model.ts';
import { faultAt } from './faultAt.ts';
import { type Rule, called } from './rule.ts';

/** A flow that is called begins by the call itself, so it has a start that waits for nothing. */
export const rule: Rule = {
  name: 'callWithoutStart',
  severity: 'error',
  sentence: { zh: '被调用的流程有普通的开始', en: 'A flow that is called has a plain start' },
  check: (process, { diagram }) =>
    process.elements.flatMap((element) => {
      const callee = element.call && indexedFile(diagram).process(element.call.key);
      if (!callee || !waitsToBegin(callee)) return [];
      const flow = called({ id: callee.key, name: callee.name });
      return faultAt(process, element, (at) => ({
        zh: `${at.zh}调用的流程${flow.zh}只能由消息、时间等引起，调用时开始不了：请在那里加一个普通的开始`,
        en: `The flow ${flow.en} that ${at.en} calls begins only by a message, a time or the like, not by a call: add a plain start to it`,
      }));
    }),
};

/** One without any start at all is told by its own rule, or begins at whatever nothing leads to. */
function waitsToBegin(callee: Process): boolean {
  const starts = indexed(callee)
    .inside(null)
    .filter(({ type }) => type === 'startEvent');
  return starts.length > 0 && starts.every(({ triggers }) => triggers.length > 0);
}
