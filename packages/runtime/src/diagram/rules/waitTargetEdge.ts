import { indexed } from '../indexed.ts';
import { behind, faultAt } from './faultAt.ts';
import { begun } from './placeName.ts';
import type { Rule } from './rule.ts';

/** A step that a wait waits for ends with its message: nothing else can happen at it. */
export const rule: Rule = {
  name: 'waitTargetEdge',
  severity: 'error',
  sentence: { zh: '等候的步骤边上没有别的事件', en: 'Nothing hangs on a step that is waited for' },
  check: (process) =>
    process.elements
      .filter(({ type }) => type === 'eventBasedGateway')
      .flatMap((gateway) => behind(process, gateway))
      .flatMap((target) => (target.type === 'receiveTask' ? indexed(process).boundaries(target.id) : []))
      .map((event) =>
        faultAt(process, event, (at) => ({
          zh: `${at.zh}不能挂在等候的步骤上：请从等候处另连一条路，通到它`,
          en: `${begun(at.en)} cannot hang on a step that is waited for: let the wait lead to it by a way of its own`,
        })),
      ),
};
