import { indexed } from '../indexed.ts';
import { faultAt } from './faultAt.ts';
import { begun } from './placeName.ts';
import { type Rule, isStep } from './rule.ts';

/** An event on an edge hangs on a step or sub-process of its own level. */
export const rule: Rule = {
  name: 'boundaryHost',
  severity: 'error',
  sentence: { zh: '边上的事件挂在同一层的步骤上', en: 'An event on an edge hangs on a step of its level' },
  check(process) {
    const { element } = indexed(process);
    return process.elements
      .filter(({ type, attachedTo, parent }) => {
        const host = element(attachedTo);
        return type === 'boundaryEvent' && (!host || !isStep(host) || host.parent !== parent);
      })
      .map((event) =>
        faultAt(process, event, (at) => ({
          zh: `${at.zh}没有挂在步骤上：请把它拖到同一层的一个步骤或子流程的边上`,
          en: `${begun(at.en)} does not hang on a step: drag it to the edge of a step or sub-process of its level`,
        })),
      );
  },
};
