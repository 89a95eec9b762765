import { faultAt } from './faultAt.ts';
import type { Rule } from './rule.ts';

/** What undoes a step stands beside the flow: it is joined by a dotted line, and no arrow leads there. */
export const rule: Rule = {
  name: 'undoEdgeFlow',
  severity: 'error',
  sentence: { zh: '善后标记后面没有连线', en: 'No arrow leaves a mark of undoing' },
  check: (process) =>
    process.elements
      .filter(
        ({ type, outgoing, triggers }) =>
          type === 'boundaryEvent' && outgoing.length > 0 && triggers.some(({ kind }) => kind === 'compensate'),
      )
      .map((event) =>
        faultAt(process, event, (at) => ({
          zh: `${at.zh}后面画了连线：善后的步骤不在流程线上，请改用虚线连到它`,
          en: `An arrow leaves ${at.en}: what undoes a step is not on the way of the flow, so join it by a dotted line`,
        })),
      ),
};
